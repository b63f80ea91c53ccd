import { findByName } from '../catalogue/packs';
import type { FrameworkPack } from '../catalogue/types';
import type { MakeId } from '../commands/command';
import type { Calendar } from '../model/calendar';
import type { Members } from '../model/schema-tools';
import { parseDuration, parseDurationQuantity } from '../model/units-durations';
import { type Parsed, parseAmount, parseAmountQuantity, parsePeopleQuantity } from '../model/units-numbers';
import { parseShare, parseShareQuantity } from '../model/units-shares';
import { en } from '../text/en';
import { readCalendar } from './calendar-cell';
import type { CellKind, Column } from './columns';
import { idOfName, idOfRole, type NameTables } from './names';
import type { CellError, RawCell, RawRow } from './types';

const text = en.tables;
const inTable = { bareNumber: 'error' } as const;

/** What the cells of one table are read with. */
export interface CellContext {
  readonly calendar: Calendar;
  readonly pack: FrameworkPack;
  readonly names: NameTables;
  readonly makeId: MakeId;
  readonly errors: CellError[];
}

type Answer =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly reason: string };

const given = (value: unknown): Answer => ({ ok: true, value });
const refused = (reason: string): Answer => ({ ok: false, reason });

const yes = ['yes', 'y', 'true', '1', 'x'];
const no = ['no', 'n', 'false', '0'];

function readFlag(found: string): Answer {
  const word = found.toLowerCase();
  if (yes.includes(word)) return given(true);
  return no.includes(word) ? given(false) : refused(text.notAFlag(found));
}

function readDate(found: string): Answer {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(found);
  const time = match === null ? Number.NaN : Date.parse(`${found}T00:00:00Z`);
  const isReal = !Number.isNaN(time) && new Date(time).toISOString().startsWith(found);
  return isReal ? given(found) : refused(text.notADate(found));
}

function readOneOf(found: string, values: readonly string[]): Answer {
  const value = values.find((each) => each.toLowerCase() === found.toLowerCase());
  return value === undefined ? refused(text.notOneOf(found, values.join(', '))) : given(value);
}

/** The entries of a list: those of a JSON list, or the parts of a text between `;`. */
function entriesOf(cell: RawCell): string[] {
  const entries = cell.list ?? cell.text.split(';');
  return entries.map((entry) => entry.trim()).filter(Boolean);
}

function membersOf(ids: readonly string[]): Answer {
  const members: Members = Object.fromEntries(ids.map((id, index) => [id, index + 1]));
  return ids.length === 0 ? given(undefined) : given(members);
}

function readSomeOf(cell: RawCell, values: readonly string[]): Answer {
  const entries = entriesOf(cell);
  const strange = entries.find((entry) => !values.includes(entry.toLowerCase()));
  if (strange !== undefined) return refused(text.notOneOf(strange, values.join(', ')));
  return membersOf(entries.map((entry) => entry.toLowerCase()));
}

function readPractices(cell: RawCell, pack: FrameworkPack): Answer {
  const found = entriesOf(cell).map((entry) => ({ entry, practice: findByName(pack.practices, entry) }));
  const strange = found.find(({ practice }) => practice === undefined);
  if (strange !== undefined) return refused(text.notAPractice(strange.entry));
  return membersOf(found.flatMap(({ practice }) => (practice === undefined ? [] : [practice.id])));
}

function readActivity(found: string, pack: FrameworkPack): Answer {
  const activity = findByName(pack.activities, found);
  const names = pack.activities.map(({ name }) => name).join(', ');
  return activity === undefined ? refused(text.notAnActivity(found, names)) : given(activity.id);
}

/** Numbers without a unit take the one of the heading. */
function inUnit(cell: RawCell): string {
  return /[\p{L}%:]/u.test(cell.text) ? cell.text : `${cell.text.trim()}${cell.unit}`;
}

type QuantityColumn = Extract<CellKind, { readonly is: 'quantity' }>['of'];

function readQuantity(of: QuantityColumn, cell: RawCell, calendar: Calendar): Answer {
  switch (of) {
    case 'duration':
      return parseDurationQuantity(inUnit(cell), calendar, inTable);
    case 'share':
      return parseShareQuantity(inUnit(cell), inTable);
    case 'amount':
      return parseAmountQuantity(cell.text);
    case 'people':
      return parsePeopleQuantity(cell.text);
  }
}

function readSingle(is: 'duration' | 'share' | 'amount', cell: RawCell, calendar: Calendar): Parsed<number> {
  if (is === 'duration') return parseDuration(inUnit(cell), calendar, inTable);
  return is === 'share' ? parseShare(inUnit(cell), inTable) : parseAmount(cell.text);
}

function understand(kind: CellKind, cell: RawCell, context: CellContext): Answer {
  const found = cell.text.trim();
  switch (kind.is) {
    case 'text':
      return given(cell.text);
    case 'flag':
      return readFlag(found);
    case 'amount':
    case 'share':
    case 'duration':
      return readSingle(kind.is, cell, context.calendar);
    case 'date':
      return readDate(found);
    case 'quantity':
      return readQuantity(kind.of, cell, context.calendar);
    case 'one-of':
      return readOneOf(found, kind.values);
    case 'some-of':
      return readSomeOf(cell, kind.values);
    case 'activity':
      return readActivity(found, context.pack);
    case 'practices':
      return readPractices(cell, context.pack);
    case 'role':
      return given(idOfRole(context.names, found, context.makeId));
    case 'partner':
      return given(idOfName(context.names.partners, found, context.makeId));
    case 'things':
      return membersOf(
        entriesOf(cell).map((name) => idOfName(context.names[kind.table], name, context.makeId)),
      );
    case 'calendar':
      return readCalendar(cell);
    case 'fields':
      return given(cell.fields ?? undefined);
  }
}

/** Notes that a cell of a row could not be read. */
export function reject(row: RawRow, columnName: string, sentence: string, errors: CellError[]): void {
  const cell = row.cells.get(columnName);
  errors.push({
    sheet: row.sheet,
    row: row.row,
    column: cell?.heading ?? columnName,
    found: cell?.text ?? '',
    sentence,
  });
}

/** The value of a cell, undefined where it is blank; an unreadable one is noted in the errors. */
export function readCell(row: RawRow, column: Column, context: CellContext): unknown {
  const cell = row.cells.get(column.name);
  if (cell === undefined || (cell.text.trim() === '' && cell.fields === null)) return undefined;
  const answer = understand(column.kind, cell, context);
  if (answer.ok) return answer.value;
  reject(row, column.name, answer.reason, context.errors);
  return undefined;
}

/** The fields of a record from the columns that fill one; blank cells leave their field out. */
export function readFields(
  row: RawRow,
  columns: readonly Column[],
  context: CellContext,
): Record<string, unknown> {
  const fields: Record<string, unknown> = {};
  for (const column of columns) {
    if (column.field === '') continue;
    const value = readCell(row, column, context);
    if (value !== undefined) fields[column.field] = value;
  }
  return fields;
}
