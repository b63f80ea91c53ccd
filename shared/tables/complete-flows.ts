import type { MakeId } from '../commands/command';
import type { MapNode } from '../model/project';
import { en } from '../text/en';
import { idFor } from './names';
import type { NewFlow } from './read-flows';
import type { ReadNode } from './read-steps';

const carriers: readonly MapNode['type'][] = ['start', 'step', 'decision', 'fork', 'join', 'end'];
const text = en.tables;

/** Nodes with a start before and an end behind them where the table has none. */
function withEnds(nodes: readonly ReadNode[], mapId: string, makeId: MakeId): ReadNode[] {
  const taken: Record<string, ReadNode> = Object.fromEntries(nodes.map((each) => [each.id, each]));
  const add = (type: 'start' | 'end', name: string, order: number): ReadNode[] => {
    if (nodes.some(({ node }) => node.type === type)) return [];
    const id = idFor(type, taken, makeId);
    return [{ id, tableId: '', row: null, node: { map: mapId, type, name, order } }];
  };
  return [...add('start', text.start, 0), ...nodes, ...add('end', text.end, nodes.length + 1)];
}

/** Each node that carries items leads to the next row; nothing leads into a start or out of an end. */
function inRowOrder(nodes: readonly ReadNode[], mapId: string): NewFlow[] {
  const line = nodes.filter(({ node }) => carriers.includes(node.type));
  return line.flatMap((to, index) => {
    const from = line[index - 1];
    if (from === undefined || from.node.type === 'end' || to.node.type === 'start') return [];
    return [{ map: mapId, from: from.id, to: to.id, kind: 'normal' as const }];
  });
}

/** Flows from an added start to the first step, and from every step that leads nowhere to an added end. */
function toAddedEnds(nodes: readonly ReadNode[], flows: readonly NewFlow[], mapId: string): NewFlow[] {
  const line = nodes.filter(({ node }) => carriers.includes(node.type));
  const start = line.find(({ node, row }) => node.type === 'start' && row === null);
  const end = line.find(({ node, row }) => node.type === 'end' && row === null);
  const steps = line.filter(({ node }) => node.type !== 'start' && node.type !== 'end');
  const leaves = new Set(flows.filter(({ kind }) => kind !== 'information').map(({ from }) => from));
  const added: NewFlow[] = [];
  const [first] = steps;
  if (start !== undefined && first !== undefined)
    added.push({ map: mapId, from: start.id, to: first.id, kind: 'normal' });
  for (const { id, node } of steps)
    if (end !== undefined && !leaves.has(id) && node.detached !== true)
      added.push({ map: mapId, from: id, to: end.id, kind: 'normal' });
  return added;
}

/** Nodes and flows of a whole map: a start and an end are added where the table has none, and without flows the rows follow each other. */
export function completeMap(
  nodes: readonly ReadNode[],
  flows: readonly NewFlow[] | null,
  mapId: string,
  makeId: MakeId,
): { readonly nodes: readonly ReadNode[]; readonly flows: readonly NewFlow[] } {
  const all = withEnds(nodes, mapId, makeId);
  if (flows === null) return { nodes: all, flows: inRowOrder(all, mapId) };
  return { nodes: all, flows: [...flows, ...toAddedEnds(all, flows, mapId)] };
}
