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

/** At most so many nodes that belong together, a block of parallel steps for instance, join those that were set by hand. */
const mostJoining = 3;

/** Groups of connected nodes without a place of their own. */
function looseGroups(ranks: Ranks, nodeOf: ReadonlyMap<string, MapNode>): string[][] {
  const isLoose = (id: string): boolean => nodeOf.get(id)?.position === undefined;
  const seen = new Set<string>();
  return ranks.ordered.flatMap(({ id }) => {
    if (!isLoose(id) || seen.has(id)) return [];
    const group = new Set([id]);
    for (const at of group) {
      for (const link of ranks.previous.get(at) ?? []) if (isLoose(link.from)) group.add(link.from);
      for (const link of ranks.next.get(at) ?? []) if (isLoose(link.to)) group.add(link.to);
    }
    for (const each of group) seen.add(each);
    return [[...group]];
  });
}

/**
 * The nodes without a place that join what was set by hand: few that stand between hand-set ones, or the few that are
 * left on a map where all others were set by hand. All others stay where the layout puts them, however many were set.
 */
function joiningNodes(ranks: Ranks, nodeOf: ReadonlyMap<string, MapNode>): ReadonlySet<string> {
  const groups = looseGroups(ranks, nodeOf);
  const loose = groups.flat().length;
  const isAllButFew = loose <= mostJoining && ranks.ordered.length - loose >= 3 * loose;
  const joining = groups.filter((group) => {
    const isOutside = (id: string): boolean => !group.includes(id);
    const isLed = group.some((id) => ranks.previous.get(id)?.some((link) => isOutside(link.from)));
    const leads = group.some((id) => ranks.next.get(id)?.some((link) => isOutside(link.to)));
    return isAllButFew || (group.length <= mostJoining && isLed && leads);
  });
  return new Set(joining.flat());
}

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
 * them. The few that join hand-set ones stand beside what leads to them, or as far from where the layout would put
 * them as most nodes were moved.
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
  const joining = joiningNodes(ranks, nodeOf);
  const moves = nodes.flatMap((node) => {
    const at = natural.get(node.id);
    return node.position && at ? [{ x: node.position.x - at.x, y: node.position.y - at.y }] : [];
  });
  const shift = { x: median(moves.map((each) => each.x)), y: median(moves.map((each) => each.y)) };
  for (const node of nodes) {
    if (node.position) continue;
    const at = natural.get(node.id) ?? { x: 0, y: 0 };
    const beside = joining.has(node.id) ? besideNeighbours(node, ranks, centres, nodeOf) : null;
    const moved = joining.has(node.id) ? { x: at.x + shift.x, y: at.y + shift.y } : at;
    centres.set(node.id, beside ?? moved);
  }
  return centres;
}
