import { findByName } from '../catalogue/packs';
import type { FrameworkPack } from '../catalogue/types';
import { officeHours } from '../model/calendar';
import { parseDurationQuantity } from '../model/units-durations';
import { parseShareQuantity } from '../model/units-shares';
import { valueClasses } from '../model/value-sets';
import { pasteTableText, type TableColumnName } from '../text/paste-table';
import { type Column, nextColumn, stepColumns } from './columns';
import type { Cells } from './cells-text';
import { understandHeading } from './headings';
import { unescaped } from './escape-cell';
import type { CellError, RawCell, RawRow, RawTable } from './types';

/** Unit of numbers that stand without one; empty for none. */
export type CellUnit = keyof typeof pasteTableText.units;

/** What a pasted column means. */
export interface ColumnMeaning {
  /** Name of the column of the step table; null where it is left out. */
  readonly name: TableColumnName | null;
  readonly unit: CellUnit;
}

/** How pasted cells become a step table. */
export interface CellMapping {
  readonly hasHeadings: boolean;
  readonly columns: readonly ColumnMeaning[];
}

const columns: readonly Column[] = [...stepColumns, nextColumn];
const isName = (name: string): name is TableColumnName => Object.hasOwn(pasteTableText.columns, name);

/** Every column that a pasted one can mean. */
export const tableColumnNames: readonly TableColumnName[] = columns
  .map(({ name }) => name)
  .filter((name) => isName(name));

/** The column of that name as tables know it. */
export function tableColumn(name: TableColumnName): Column | undefined {
  return columns.find((column) => column.name === name);
}

const letterOf = (index: number): string =>
  index < 26 ? String.fromCodePoint(65 + index) : letterOf(Math.floor(index / 26) - 1) + letterOf(index % 26);

/** What the columns are called: by their headings, else by letters as in a spreadsheet; no two alike. */
export function headingsOf(cells: Cells, hasHeadings: boolean): readonly string[] {
  const [first = []] = cells;
  const named: string[] = [];
  for (const [index, cell] of first.entries()) {
    const heading = hasHeadings ? cell.replace(/\s+/g, ' ').trim() : '';
    named.push(heading === '' || named.includes(heading) ? letterOf(index) : heading);
  }
  return named;
}

const unitNames: Readonly<Record<string, CellUnit>> = { '%': '%', w: 'w', weeks: 'w', d: 'd', days: 'd' };

function unitOf(unit: string): CellUnit {
  const named = unitNames[unit];
  if (named !== undefined) return named;
  if (unit === 'working days') return 'd';
  return unit.startsWith('h') ? 'h' : unit.startsWith('m') ? 'm' : '';
}

function byHeading(heading: string): ColumnMeaning {
  const found =
    heading.trim() === '#' ? { column: { name: 'id' }, unit: '' } : understandHeading(heading, columns);
  const name = found?.column.name ?? '';
  return isName(name) ? { name, unit: unitOf(found?.unit ?? '') } : { name: null, unit: '' };
}

const inTable = { bareNumber: 'error' } as const;

/** What the texts of a column look like. */
function byContent(texts: readonly string[], pack: FrameworkPack): TableColumnName | null {
  const said = texts.filter((text) => text !== '');
  if (said.length === 0) return null;
  const all = (fits: (text: string) => boolean): boolean => said.every(fits);
  if (all((text) => valueClasses.some((each) => each === text.toUpperCase()))) return 'value';
  if (all((text) => text.includes('%') && parseShareQuantity(text, inTable).ok)) return 'complete_accurate';
  if (all((text) => parseDurationQuantity(text, officeHours, inTable).ok)) return 'process_time';
  if (all((text) => findByName(pack.activities, text) !== undefined)) return 'activity';
  return all((text) => findByName(pack.practices, text) !== undefined) ? 'practices' : null;
}

/** Later columns of the same look: the second time is the wait. */
function withoutHeadings(cells: Cells, pack: FrameworkPack): ColumnMeaning[] {
  const used = new Set<TableColumnName>();
  const width = cells[0]?.length ?? 0;
  const texts = (index: number): string[] => cells.map((row) => row[index] ?? '');
  const looks = Array.from({ length: width }, (_, index) => byContent(texts(index), pack));
  const isText = (index: number): boolean => texts(index).some((text) => /\p{L}/u.test(text));
  const nameAt = looks.findIndex((look, index) => look === null && isText(index));
  return looks.map((look, index) => {
    const wanted = index === nameAt ? 'name' : look === 'process_time' && used.has(look) ? 'wait' : look;
    if (wanted === null || used.has(wanted)) return { name: null, unit: '' };
    used.add(wanted);
    return { name: wanted, unit: '' };
  });
}

/** True where at least half of what stands in a column are activities of the value chain. */
function holdsActivities(texts: readonly string[], pack: FrameworkPack): boolean {
  const said = texts.filter((text) => text.trim() !== '');
  const known = said.filter((text) => findByName(pack.activities, text) !== undefined);
  return said.length === 0 || known.length * 2 >= said.length;
}

/** “Activity” heads the activities of the value chain or, as people often write, the names of the steps: what stands below tells which. */
function settleActivities(
  meanings: readonly ColumnMeaning[],
  cells: Cells,
  pack: FrameworkPack,
): ColumnMeaning[] {
  const hasName = meanings.some(({ name }) => name === 'name');
  return meanings.map((meaning, index) => {
    const texts = cells.slice(1).map((row) => row[index] ?? '');
    if (meaning.name !== 'activity' || holdsActivities(texts, pack)) return meaning;
    return { name: hasName ? null : 'name', unit: '' };
  });
}

/** Guesses what the columns mean: by their headings where the first row holds some, else by what stands in them. */
export function guessMapping(cells: Cells, pack: FrameworkPack): CellMapping {
  const [first = []] = cells;
  const meanings = settleActivities(first.map(byHeading), cells, pack);
  const understood = meanings.filter(({ name }) => name !== null).length;
  const hasHeadings =
    cells.length > 1 && (understood > 1 || meanings.some(({ name }) => name === 'name' || name === 'id'));
  if (!hasHeadings) return { hasHeadings, columns: withoutHeadings(cells, pack) };
  const taken = new Set<string>();
  return {
    hasHeadings,
    columns: meanings.map((meaning) => {
      if (meaning.name === null || taken.has(meaning.name)) return { name: null, unit: '' };
      taken.add(meaning.name);
      return meaning;
    }),
  };
}

/** What tells tables with the same headings from others. */
export function headingKey(cells: Cells): string {
  return (cells[0] ?? [])
    .map((cell) => cell.trim().toLowerCase())
    .join('\u001f')
    .slice(0, 500);
}

/** The mapping that was remembered as texts, `name unit`; null where it does not fit these cells. */
export function recallMapping(cells: Cells, texts: readonly string[] | undefined): CellMapping | null {
  if (!texts || texts.length !== (cells[0]?.length ?? 0)) return null;
  return {
    hasHeadings: true,
    columns: texts.map((text) => {
      const [name = '', unit = ''] = text.split(' ');
      return isName(name) ? { name, unit: unitOf(unit) } : { name: null, unit: '' };
    }),
  };
}

/** A mapping as texts to remember. */
export function mappingTexts({ columns: meanings }: CellMapping): string[] {
  return meanings.map(({ name, unit }) => (name === null ? '' : `${name} ${unit}`.trim()));
}

/** Why a mapping cannot be used, or null. */
export function refuseMapping({ columns: meanings }: CellMapping): string | null {
  const names = meanings.flatMap(({ name }) => name ?? []);
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice !== undefined) return pasteTableText.twice(pasteTableText.columns[twice]);
  return names.includes('name') || names.includes('id') ? null : pasteTableText.noName;
}

/** The place of a cell: the row as the table counts it, from 1, and the column, from 0. */
export const cellKey = (row: number, column: number): string => `${String(row)} ${String(column)}`;

/** Cuts pasted cells into a step table; cells among `without` are left empty. */
export function cellsToTable(cells: Cells, mapping: CellMapping, without: ReadonlySet<string>): RawTable {
  const headings = headingsOf(cells, mapping.hasHeadings);
  const readRow = (texts: readonly string[], row: number): RawRow => {
    const named = new Map<string, RawCell>();
    for (const [index, { name, unit }] of mapping.columns.entries()) {
      const text = unescaped((texts[index] ?? '').trim());
      if (name === null || text === '' || text === '—' || without.has(cellKey(row, index))) continue;
      named.set(name, { heading: headings[index] ?? '', text, list: null, unit, fields: null });
    }
    return { sheet: 'steps', row, cells: named };
  };
  const rows = cells
    .map((texts, index) => ({ texts, row: index + 1 }))
    .filter(
      ({ texts, row }) => row > (mapping.hasHeadings ? 1 : 0) && texts.some((text) => text.trim() !== ''),
    );
  return {
    stream: null,
    roles: [],
    steps: rows.map(({ texts, row }) => readRow(texts, row)),
    flows: null,
    ignored: [],
  };
}

/** The column of a pasted table in which an error stands, from 0; -1 where it is about the row. */
export function columnOfError({ column }: CellError, cells: Cells, mapping: CellMapping): number {
  const at = headingsOf(cells, mapping.hasHeadings).indexOf(column);
  return at >= 0 ? at : mapping.columns.findIndex(({ name }) => name === column);
}
