import { idPattern } from '../model/schema-tools';
import { damageText, type TableName } from '../text/damage';
import { type Branch, type Leaf, lostKeyMark, setField } from './lenient-types';
import type { Losses, RecordKind } from './salvage-losses';
import { isBranch, salvageRecord } from './salvage-record';
import { tableSchemas } from './table-schemas';

/** The tables of a damaged document as they stand in its text, before anything is judged, and fields that are not known. */
export interface RawTables {
  readonly tables: ReadonlyMap<TableName, Branch>;
  readonly others: Branch;
}

const stepFields = ['processTime', 'wait', 'completeAccurate', 'activity', 'role', 'crew', 'batch'];

/** True for a node that only a step can be. */
export const isLikeStep = (node: Branch): boolean => stepFields.some((field) => Object.hasOwn(node, field));

const nameOf = (record: Leaf): string | null =>
  isBranch(record) && typeof record['name'] === 'string' ? record['name'] : null;

/** What a record is called in the list of what was lost. */
export function kindOf(table: TableName, record: Leaf): RecordKind {
  if (table !== 'nodes' || !isBranch(record)) return table;
  return record['type'] === 'step' || isLikeStep(record) ? 'steps' : 'nodes';
}

/** The tables into which an unnamed part can belong: from the one before it in the file to the one after it. */
function candidates(before: string, after: string): TableName[] {
  return [...tableSchemas.keys()].filter((name) => name >= before && (after === '' || name < after));
}

function fits(table: TableName, record: Branch): boolean {
  const schema = tableSchemas.get(table);
  if (schema === undefined || !schema.safeParse(record).success) return false;
  return Object.keys(record).every((field) => Object.hasOwn(schema.shape, field));
}

/** The one table that a record can be of, or null: its fields and the order of the tables must leave no doubt. */
function tableOf(record: Branch, before: string, after: string): TableName | null {
  const fitting = candidates(before, after).filter((table) => fits(table, record));
  const [first] = fitting;
  return fitting.length === 1 || first === before ? (first ?? null) : null;
}

/** Puts the records of a part whose name was lost where they belong; false where none belongs anywhere. */
function placeUnnamed(
  part: Branch,
  near: { before: string; after: string },
  into: Map<TableName, Branch>,
  losses: Losses,
): boolean {
  let placed = 0;
  for (const [id, record] of Object.entries(part)) {
    const table = isBranch(record) ? tableOf(record, near.before, near.after) : null;
    const rows = table === null ? undefined : (into.get(table) ?? {});
    if (table !== null && rows !== undefined && !Object.hasOwn(rows, id)) {
      setField(rows, id, record);
      into.set(table, rows);
      placed += 1;
    } else if (isBranch(record) && isLikeStep(record)) losses.record('steps', nameOf(record));
  }
  return placed > 0;
}

const isTable = (key: string): key is TableName => tableSchemas.has(key as TableName);
const ownFields = ['format', 'version', 'sha256', 'name', 'pack', 'settings'];

/** Finds the tables of a document; those whose names were lost by what is in them. */
export function findTables(document: Branch, losses: Losses): RawTables {
  const tables = new Map<TableName, Branch>();
  const others: Branch = {};
  const known = (key: string): boolean => isTable(key) || ownFields.includes(key);
  const keys = Object.keys(document);
  for (const key of keys) {
    const value = document[key];
    if (isTable(key) && isBranch(value)) tables.set(key, { ...value });
  }
  keys.forEach((key, at) => {
    const part = document[key] ?? null;
    if (known(key)) return;
    const before = keys.slice(0, at).findLast(known) ?? '';
    const after = keys.slice(at + 1).find(known) ?? '';
    const isPlaced = isBranch(part) && placeUnnamed(part, { before, after }, tables, losses);
    if (isPlaced || key.startsWith(lostKeyMark)) return;
    setField(others, key, part);
    losses.say(damageText.unknownField(shownField(key), damageText.project));
  });
  return { tables, others };
}

/** What stands in for required fields of a record that were lost; nothing that is a figure. */
export type FallbacksOf = (table: TableName, record: Branch, at: number) => Readonly<Record<string, Leaf>>;

/** Fields of which something else is said, or nothing because there is no doubt about them. */
const toldApart: ReadonlySet<string> = new Set(['name', 'type', 'order', 'map', 'stream']);

/** The records of a table that are sound, each without its invalid fields. */
export function salvageTable(
  table: TableName,
  rows: Branch,
  fallbacksOf: FallbacksOf,
  losses: Losses,
): Record<string, Branch> {
  const schema = tableSchemas.get(table);
  const kept: Record<string, Branch> = {};
  if (schema === undefined) return kept;
  Object.entries(rows).forEach(([id, value], at) => {
    const isNamed = idPattern.test(id);
    const isKeptWithout = table === 'nodes' && id.startsWith(lostKeyMark);
    const fallbacks = isBranch(value) ? fallbacksOf(table, value, at) : {};
    const { record, removed } =
      isNamed || isKeptWithout ? salvageRecord(schema, value, fallbacks) : { record: null, removed: [] };
    const kind = kindOf(table, value);
    if (record === null) {
      losses.record(kind, nameOf(value));
      return;
    }
    kept[id] = record;
    const name = nameOf(record) ?? '';
    if (removed.includes('name') && name === '') losses.say(damageText.nameLost(kind));
    if (removed.includes('type')) losses.say(damageText.takenAsStep(damageText.thing(kind, name)));
    for (const field of removed.filter((each) => !toldApart.has(each))) losses.field(kind, id, name, field);
    for (const field of Object.keys(record))
      if (!Object.hasOwn(schema.shape, field))
        losses.say(damageText.unknownField(shownField(field), damageText.thing(kind, name)));
  });
  return kept;
}

/** The name of a field that came from damaged bytes, short and without what does not print. */
function shownField(field: string): string {
  // oxlint-disable-next-line no-control-regex -- control characters are what must not be shown
  return field.replace(/[\u0000-\u001f\u007f-\u009f]/g, '\ufffd').slice(0, 40);
}
