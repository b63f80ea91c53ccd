import { z } from 'zod';
import { type MapNode, nodeSchema } from '../model/project';
import { meanOf, type Quantity } from '../model/quantity';
import { maybe } from '../model/schema-tools';
import { sayDuration } from '../model/units-format';
import { provenanceSources } from '../model/value-sets';
import { en } from '../text/en';
import { type Column, stepColumns } from './columns';
import { idFor } from './names';
import { type CellContext, readCell, readFields, reject } from './read-cell';
import type { RawRow } from './types';

const text = en.tables;

const columnCalled = (name: string): Column | undefined => stepColumns.find((column) => column.name === name);

const originSchema = z.object({
  source: maybe(z.enum(provenanceSources)),
  by: maybe(z.string()),
  on: maybe(z.string()),
  samples: maybe(z.number().int().nonnegative()),
});
type Origin = z.infer<typeof originSchema>;

/** Where the quantities of a row come from, by column; `columns` are those that may be named. */
export function readProvenance(
  row: RawRow,
  columns: readonly Column[],
  context: CellContext,
): ReadonlyMap<string, Origin> {
  const origins = new Map<string, Origin>();
  for (const [name, origin] of Object.entries(row.cells.get('provenance')?.fields ?? {})) {
    const checked = originSchema.safeParse(origin);
    const column = columns.find((each) => each.name === name);
    if (checked.success && column?.kind.is === 'quantity') origins.set(name, checked.data);
    else reject(row, 'provenance', text.badProvenance(name), context.errors);
  }
  return origins;
}

function originOfRow(row: RawRow, context: CellContext): Origin {
  const read = (name: string): unknown => {
    const column = columnCalled(name);
    return column === undefined ? undefined : readCell(row, column, context);
  };
  const fields = { source: read('source'), samples: read('samples') };
  if (typeof fields.samples === 'number' && !Number.isInteger(fields.samples))
    reject(row, 'samples', text.wholeNumber(String(fields.samples)), context.errors);
  const known = Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
  const checked = originSchema.safeParse(known);
  return checked.success ? checked.data : {};
}

const isQuantity = (value: unknown): value is Quantity => typeof value === 'object' && value !== null;

function addOrigins(fields: Record<string, unknown>, row: RawRow, context: CellContext): void {
  const ofRow = originOfRow(row, context);
  const ofColumns = readProvenance(row, stepColumns, context);
  for (const { name, field, kind } of stepColumns) {
    const quantity = fields[field];
    if (kind.is !== 'quantity' || !isQuantity(quantity)) continue;
    const own = ofColumns.get(name) ?? (field === 'wait' ? ofColumns.get('lead_time') : undefined);
    fields[field] = { ...quantity, ...(own ?? ofRow) };
  }
}

function spreadOf(quantity: Quantity): [number, number, number] {
  const { likely, low = likely, high = likely } = quantity;
  return [low, likely, high];
}

/** What remains of a lead time: value by value where it is a range, so that the means add up; else by the mean. */
function remainder(leadTime: Quantity, processTime: Quantity): Quantity | null {
  const [low, likely, high] = spreadOf(leadTime);
  if (low === high) return likely < meanOf(processTime) ? null : { likely: likely - meanOf(processTime) };
  const [least, usual, most] = spreadOf(processTime);
  const wait = { low: low - least, likely: likely - usual, high: high - most };
  return wait.low >= 0 && wait.low <= wait.likely && wait.likely <= wait.high ? wait : null;
}

function readWait(fields: Record<string, unknown>, row: RawRow, context: CellContext): void {
  const column = columnCalled('lead_time');
  const leadTime = column === undefined ? undefined : readCell(row, column, context);
  if (!isQuantity(leadTime)) return;
  const { processTime } = fields;
  if (fields.wait !== undefined) return reject(row, 'lead_time', text.waitAndLeadTime, context.errors);
  if (!isQuantity(processTime)) {
    // An unreadable process time has been told already.
    if (!row.cells.has('process_time')) reject(row, 'lead_time', text.leadTimeAlone, context.errors);
    return;
  }
  const wait = remainder(leadTime, processTime);
  if (wait !== null) fields.wait = wait;
  else {
    const sentence = text.shortLeadTime(sayDuration(meanOf(leadTime)), sayDuration(meanOf(processTime)));
    reject(row, 'lead_time', sentence, context.errors);
  }
}

/** A node with the words by which the flows of the table may call it. */
export interface ReadNode {
  readonly id: string;
  readonly tableId: string;
  readonly node: MapNode;
  readonly row: RawRow | null;
}

function readNode(row: RawRow, index: number, mapId: string, context: CellContext): MapNode | null {
  const fields = readFields(row, stepColumns, context);
  readWait(fields, row, context);
  addOrigins(fields, row, context);
  const tableId = row.cells.get('id')?.text.trim() ?? '';
  const isBar = fields['type'] === 'fork' || fields['type'] === 'join';
  const called = row.cells.get('name')?.text;
  // A fork or a join needs no name; a step without one is called by its id.
  const name = called ?? (tableId === '' ? null : isBar ? '' : tableId);
  if (name === null) {
    reject(row, 'name', text.noName, context.errors);
    return null;
  }
  const checked = nodeSchema.safeParse({ type: 'step', ...fields, name, map: mapId, order: index + 1 });
  if (checked.success) return checked.data;
  reject(row, 'name', text.notARow, context.errors);
  return null;
}

/** The nodes of the rows, in their order; rows that cannot be read are noted in the errors and left out. */
export function readNodes(rows: readonly RawRow[], mapId: string, context: CellContext): ReadNode[] {
  const nodes: Record<string, ReadNode> = {};
  const seen = new Set<string>();
  for (const [index, row] of rows.entries()) {
    const node = readNode(row, index, mapId, context);
    const tableId = row.cells.get('id')?.text.trim() ?? '';
    if (tableId !== '' && seen.has(tableId)) reject(row, 'id', text.sameId, context.errors);
    seen.add(tableId);
    if (node === null) continue;
    const id = idFor(tableId, nodes, context.makeId);
    nodes[id] = { id, tableId, node, row };
  }
  return Object.values(nodes).toSorted((a, b) => a.node.order - b.node.order);
}
