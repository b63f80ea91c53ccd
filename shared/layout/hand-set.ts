import type { MapNode, Position } from '../model/project';
import type { WithId } from '../model/queries';
import type { Ranks } from './ranks';
import { columnGap, nodeSizes } from './sizes';

/** True for a node that somebody has put where it stands. */
export const standsByHand = (node: MapNode): boolean => node.position !== undefined;

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? 0;
}

/** True for a map that was mostly arranged by hand: what has no place yet then joins its neighbours. */
const isArrangedByHand = (nodes: readonly MapNode[]): boolean =>
  nodes.filter(standsByHand).length * 2 > nodes.length;

/** The place right of what leads to a node, else left of what it leads to; null where neither has a place. */
function besideNeighbours(
  node: WithId<MapNode>,
  ranks: Ranks,
  placed: ReadonlyMap<string, Position>,
  nodeOf: ReadonlyMap<string, MapNode>,
): Position | null {
  const half = (id: string): number => nodeSizes[nodeOf.get(id)?.type ?? 'step'].width / 2;
  const own = nodeSizes[node.type].width / 2;
  const before = (ranks.previous.get(node.id) ?? []).filter((link) => placed.has(link.from));
  const after = (ranks.next.get(node.id) ?? []).filter((link) => placed.has(link.to));
  const y = (ids: readonly string[]): number => placed.get(ids[0] ?? '')?.y ?? 0;
  if (before.length > 0) {
    const ids = before.map((link) => link.from);
    return {
      x: Math.max(...ids.map((id) => (placed.get(id)?.x ?? 0) + half(id))) + columnGap + own,
      y: y(ids),
    };
  }
  if (after.length === 0) return null;
  const ids = after.map((link) => link.to);
  return {
    x: Math.min(...ids.map((id) => (placed.get(id)?.x ?? 0) - half(id))) - columnGap - own,
    y: y(ids),
  };
}

/**
 * Where the nodes of the stream should stand: hand-set ones where they were put, the others where the layout puts
 * them, so that dragging one step moves no other. On a map arranged by hand the others stand beside what leads to
 * them, or as far from where the layout would put them as most nodes were moved.
 */
export function wantedCentres(
  ranks: Ranks,
  natural: ReadonlyMap<string, Position>,
): ReadonlyMap<string, Position> {
  const nodes = ranks.ordered;
  if (!nodes.some(standsByHand)) return natural;
  const nodeOf = new Map(nodes.map((node) => [node.id, node]));
  const centres = new Map<string, Position>();
  for (const node of nodes) if (node.position) centres.set(node.id, node.position);
  const joins = isArrangedByHand(nodes);
  const moves = nodes.map((node) => {
    const at = natural.get(node.id);
    return node.position && at ? { x: node.position.x - at.x, y: node.position.y - at.y } : { x: 0, y: 0 };
  });
  const shift = joins
    ? { x: median(moves.map((each) => each.x)), y: median(moves.map((each) => each.y)) }
    : { x: 0, y: 0 };
  for (const node of nodes) {
    if (node.position) continue;
    const at = natural.get(node.id) ?? { x: 0, y: 0 };
    const beside = joins ? besideNeighbours(node, ranks, centres, nodeOf) : null;
    centres.set(node.id, beside ?? { x: at.x + shift.x, y: at.y + shift.y });
  }
  return centres;
}
