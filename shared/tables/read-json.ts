import { isList, isObject, type JsonObject, type JsonValue, parseJson } from '../file-format/json';
import { en } from '../text/en';
import {
  type Column,
  charterColumns,
  flowColumns,
  flowExtras,
  mapExtras,
  nextColumn,
  provenanceColumn,
  roleColumns,
  stakeholderColumns,
  stepColumns,
  valueColumns,
} from './columns';
import { understandHeading } from './headings';
import type { CellError, RawCell, RawRow, RawTable, SheetName } from './types';

const text = en.tables;

const columnsOf: Readonly<Record<SheetName, readonly Column[]>> = {
  stream: [...charterColumns, ...mapExtras],
  roles: roleColumns,
  steps: [...stepColumns, nextColumn, provenanceColumn],
  flows: [...flowColumns, ...flowExtras, provenanceColumn],
  stakeholders: stakeholderColumns,
  value_items: valueColumns,
};

interface Sink {
  readonly errors: CellError[];
  readonly ignored: Set<string>;
}

const plain = (value: JsonValue): value is string | number | boolean =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';

function readCell(heading: string, unit: string, value: JsonValue): RawCell | null {
  const cell = { heading, unit, list: null, fields: null };
  if (plain(value)) return { ...cell, text: String(value) };
  if (isObject(value)) return { ...cell, text: '', fields: value };
  if (isList(value) && value.every(plain)) {
    const list = value.map(String);
    return { ...cell, text: list.join('; '), list };
  }
  return null;
}

function readRow(sheet: SheetName, row: number, value: JsonValue, sink: Sink): RawRow {
  const cells = new Map<string, RawCell>();
  const problem = (column: string, found: string, sentence: string): void => {
    sink.errors.push({ sheet, row, column, found, sentence });
  };
  if (!isObject(value)) problem('', JSON.stringify(value).slice(0, 80), text.notARow);
  for (const [heading, content] of Object.entries(isObject(value) ? value : {})) {
    if (content === null) continue;
    const understood = understandHeading(heading, columnsOf[sheet]);
    if (understood === null) {
      sink.ignored.add(heading);
      continue;
    }
    const { name, kind } = understood.column;
    const cell = readCell(heading, understood.unit, content);
    const known = cells.get(name);
    const takesFields = kind.is === 'fields' || kind.is === 'calendar';
    if (known !== undefined) problem(heading, cell?.text ?? '', text.sameHeading(known.heading));
    else if (cell === null || (cell.fields !== null && !takesFields))
      problem(heading, JSON.stringify(content).slice(0, 80), text.notText);
    else cells.set(name, cell);
  }
  return { sheet, row, cells };
}

function readSheet(document: JsonObject, sheet: SheetName, sink: Sink): readonly RawRow[] | null {
  const list = Object.hasOwn(document, sheet) ? document[sheet] : undefined;
  if (list === undefined || list === null) return null;
  if (isList(list)) return list.map((value, index) => readRow(sheet, index + 1, value, sink));
  sink.errors.push({ sheet, row: 1, column: '', found: '', sentence: text.notAList(sheet) });
  return null;
}

/** Cuts a step table that is already a JSON value into cells. */
export function cutDocument(value: JsonValue): RawTable | { readonly errors: readonly CellError[] } {
  const document: JsonObject = isObject(value) ? value : isList(value) ? { steps: value } : {};
  const sink: Sink = { errors: [], ignored: new Set() };
  // What the map says on the four dimensions is computed again.
  const known = ['stream', 'roles', 'steps', 'flows', 'stakeholders', 'value_items', 'dimensions'];
  for (const key of Object.keys(document)) if (!known.includes(key)) sink.ignored.add(key);
  const stream = Object.hasOwn(document, 'stream') ? (document.stream ?? null) : null;
  const table: RawTable = {
    stream: stream === null ? null : readRow('stream', 1, stream, sink),
    roles: readSheet(document, 'roles', sink) ?? [],
    steps: readSheet(document, 'steps', sink) ?? [],
    flows: readSheet(document, 'flows', sink),
    stakeholders: readSheet(document, 'stakeholders', sink) ?? [],
    valueItems: readSheet(document, 'value_items', sink) ?? [],
    ignored: [...sink.ignored],
  };
  if (!Object.hasOwn(document, 'steps'))
    sink.errors.push({ sheet: 'steps', row: 1, column: '', found: '', sentence: text.noStepList });
  return sink.errors.length > 0 ? { errors: sink.errors } : table;
}

/** Cuts the text of a JSON step table into cells. */
export function readJson(source: string): RawTable | { readonly errors: readonly CellError[] } {
  const parsed = parseJson(source);
  if (parsed.kind === 'parsed') return cutDocument(parsed.value);
  const sentence = parsed.kind === 'empty' ? text.empty : text.notJson;
  return { errors: [{ sheet: 'steps', row: 1, column: '', found: '', sentence }] };
}
