import { type Flow, flowSchema } from '../model/project';
import type { Quantity } from '../model/quantity';
import type { FlowKind } from '../model/value-sets';
import { en } from '../text/en';
import { flowColumns, flowExtras } from './columns';
import { readNext } from './next-cell';
import { type CellContext, readFields, reject } from './read-cell';
import { type ReadNode, readProvenance } from './read-steps';
import type { RawRow } from './types';

const text = en.tables;

interface Targets {
  readonly find: (called: string) => { readonly id: string } | { readonly problem: string };
  readonly knows: (called: string) => boolean;
}

/** Finds a node by the id that the table gives it, or by its name where only one is called so. */
function targetsAmong(nodes: readonly ReadNode[]): Targets {
  const byId = new Map(nodes.filter(({ tableId }) => tableId !== '').map((each) => [each.tableId, each.id]));
  const byName = new Map<string, string[]>();
  for (const { id, node } of nodes) {
    const name = node.name.trim().toLowerCase();
    byName.set(name, [...(byName.get(name) ?? []), id]);
  }
  return {
    find: (called) => {
      const id = byId.get(called);
      if (id !== undefined) return { id };
      const [named, other] = byName.get(called.toLowerCase()) ?? [];
      if (named === undefined) return { problem: text.noStepCalled(called) };
      return other === undefined ? { id: named } : { problem: text.twoStepsCalled(called) };
    },
    knows: (called) => byId.has(called) || byName.has(called.toLowerCase()),
  };
}

/** A flow before it has its place in the order. */
export type NewFlow = Omit<Flow, 'order'>;

function flow(map: string, from: string, to: string, kind: FlowKind, share: Quantity | null): NewFlow {
  return { map, from, to, kind, ...(share === null ? {} : { share }) };
}

function readNextCells(nodes: readonly ReadNode[], mapId: string, context: CellContext): NewFlow[] {
  const targets = targetsAmong(nodes);
  return nodes.flatMap(({ id, row }) => {
    const cell = row?.cells.get('next');
    if (row === null || cell === undefined) return [];
    return readNext(cell.text, (called) => targets.knows(called)).flatMap((next) => {
      const target = 'problem' in next ? next : targets.find(next.to);
      if ('id' in target && 'to' in next) return [flow(mapId, id, target.id, next.kind, next.share)];
      if ('problem' in target) reject(row, 'next', target.problem, context.errors);
      return [];
    });
  });
}

function readFlowRow(row: RawRow, mapId: string, targets: Targets, context: CellContext): NewFlow[] {
  const columns = [...flowColumns, ...flowExtras];
  const fields = readFields(row, columns, context);
  const origin = readProvenance(row, flowColumns, context).get('share');
  const end = (column: 'from' | 'to'): string | null => {
    const called = row.cells.get(column)?.text.trim() ?? '';
    const target = targets.find(called);
    if ('id' in target) return target.id;
    reject(row, column, target.problem, context.errors);
    return null;
  };
  const [from, to] = [end('from'), end('to')];
  if (from === null || to === null) return [];
  const share = typeof fields.share === 'object' ? { share: { ...fields.share, ...origin } } : {};
  const checked = flowSchema.safeParse({
    kind: 'normal',
    ...fields,
    ...share,
    map: mapId,
    from,
    to,
    order: 0,
  });
  return checked.success ? [checked.data] : [];
}

/** The flows of the table: those of its flow rows, else of the `next` cells; null where it has neither. */
export function readFlows(
  rows: readonly RawRow[] | null,
  nodes: readonly ReadNode[],
  mapId: string,
  context: CellContext,
): NewFlow[] | null {
  if (rows !== null) {
    const targets = targetsAmong(nodes);
    return rows.flatMap((row) => readFlowRow(row, mapId, targets, context));
  }
  const hasNext = nodes.some(({ row }) => row?.cells.has('next') === true);
  return hasNext ? readNextCells(nodes, mapId, context) : null;
}
