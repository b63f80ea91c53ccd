import { type Following, solvePart } from './block-pass';
import { lineOf } from './branches';
import { componentsInOrder } from './components';
import type { Network } from './network';
import type { Variant } from './shares';
import { type Solution, type Structure, solveVariant } from './solution';

/** Tells how likely items ever come to the nodes of one solved map. */
export interface Reach {
  /** False where an item can come to the node once at most, so that its visits are the chance. */
  readonly mayReturn: (node: number) => boolean;
  /** Chance that an item ever comes to the node, 0..1; null where the equations have no answer. */
  readonly chance: (node: number) => number | null;
}

/** Per node, the nodes of the loop that it lies in; nodes in no loop are absent. */
function loopsOf({ nodes, flows }: Network, weight: Float64Array): Map<number, readonly number[]> {
  const followed = flows.filter((_, number) => weight[number] !== 0);
  const edges = {
    size: nodes.length,
    from: followed.map(({ from }) => from),
    to: followed.map(({ to }) => to),
    weight: followed.map(() => 1),
  };
  const loopOf = new Map<number, readonly number[]>();
  for (const { from, to } of followed) if (from === to) loopOf.set(from, [from]);
  for (const component of componentsInOrder(edges, [...nodes.keys()]))
    if (component.length > 1) for (const node of component) loopOf.set(node, component);
  return loopOf;
}

/** The outermost branch around a node that nothing waits for. */
function asideBranch({ blocks }: Structure, node: number): number | undefined {
  return lineOf(blocks, blocks.regionOf[node] ?? 0).findLast((region) => blocks.list[region]?.isDetached);
}

/**
 * The chance to come to a node by solving the whole map once more: the visits of the node when
 * nothing goes on from it. In a branch that nothing waits for the item goes on all the same, so
 * there its fork is asked: how often it is passed until a pass comes to the node.
 */
export function chanceBySolving(structure: Structure, variant: Variant, node: number): number | null {
  const first = solveVariant(structure, variant, (at) => (at === node ? 0 : 1));
  if (first.problems.length > 0) return null;
  const visits = first.visits[node] ?? 0;
  const aside = asideBranch(structure, node);
  const fork = aside === undefined ? null : (structure.blocks.list[aside]?.fork ?? null);
  if (fork === null) return visits;
  const perPass = Math.min(1, visits / (first.visits[fork] || 1));
  const onward = structure.blocks.blockAt.get(fork)?.join ?? fork;
  const until = solveVariant(structure, variant, (at) => (at === onward ? 1 - perPass : 1));
  return until.problems.length > 0 ? null : (until.visits[fork] ?? 0) * perPass;
}

/** Visits of the nodes of a part when one item begins at a node of it; null where that has no answer. */
function visitsFrom(
  following: Following,
  nodes: readonly number[],
  source: number,
): ReadonlyMap<number, number> | null {
  const part = solvePart(following, nodes, new Map([[source, 1]]));
  return part.kind === 'solved' ? new Map(nodes.map((node, at) => [node, part.visits[at] ?? 0])) : null;
}

/** True where a node lies in blocks that items enter and leave only by fork and join, so that every pass is like every other. */
function isInPlainBlocks({ blocks }: Structure, { passes }: Solution, node: number): boolean {
  return lineOf(blocks, blocks.regionOf[node] ?? 0).every((region) => {
    const { fork = null, join = null } = blocks.list[region] ?? {};
    const block = fork === null || join === null ? undefined : blocks.blockAt.get(fork);
    return block === undefined || passes.get(block)?.isLookedInto === false;
  });
}

/**
 * Prepares the chances of one solved map. A node that items come to v times, and N times once they
 * are there, is ever reached with chance v / N. Inside parallel work that is asked per pass of the
 * block, and the pass is then a visit of its fork that hits with this chance q: with r = 1 - 1 / N
 * for the fork to be passed again, it is ever hit with h q / (1 - (1 - q) r).
 */
export function reachOf(structure: Structure, solution: Solution, variant: Variant): Reach {
  const { blocks } = structure;
  const { following } = solution;
  const loopOf = loopsOf(structure.network, solution.weight);
  const passVisits = new Map<number, ReadonlyMap<number, number> | null>();
  const visitsOfPass = (region: number, node: number): number | null => {
    if (region === 0) return solution.isKnown[node] === 1 ? (solution.visits[node] ?? 0) : null;
    let visits = passVisits.get(region);
    if (visits === undefined && following) {
      visits = visitsFrom(following, blocks.members[region] ?? [], blocks.list[region]?.first ?? -1);
      passVisits.set(region, visits);
    }
    return visits?.get(node) ?? null;
  };
  const visitsOnceThere = (region: number, node: number): number | null => {
    const loop = loopOf.get(node);
    if (!loop || !following) return loop ? null : 1;
    const own = region === 0 ? null : new Set(blocks.members[region]);
    const inside = own ? loop.filter((each) => own.has(each)) : loop;
    return visitsFrom(following, inside, node)?.get(node) ?? null;
  };
  const chance = (target: number): number | null => {
    if (!isInPlainBlocks(structure, solution, target)) return chanceBySolving(structure, variant, target);
    let hit = 1;
    let node = target;
    for (const region of lineOf(blocks, blocks.regionOf[target] ?? 0)) {
      const visits = visitsOfPass(region, node);
      const onceThere = visitsOnceThere(region, node);
      if (visits === null || onceThere === null || onceThere <= 0) return null;
      hit = ((visits / onceThere) * hit) / (1 - (1 - hit) * (1 - 1 / onceThere));
      node = blocks.list[region]?.fork ?? node;
    }
    return hit;
  };
  const mayReturn = (node: number): boolean => loopOf.has(node) || asideBranch(structure, node) !== undefined;
  return { mayReturn, chance };
}
