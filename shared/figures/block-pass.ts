import { crossings, lineOf } from './branches';
import type { Network } from './network';
import type { Block, Blocks } from './parallel-blocks';
import { solveVisits } from './solve';

/** How items pass a block, per visit of its fork. */
export interface BlockPass {
  /** Part of the items that go on at the join: all branches must arrive. */
  readonly joined: number;
  /** Part that arrives at the join, summed over the branches. */
  readonly arriving: number;
  /** True where flows from outside lead into a branch: such items pass its rest, and the join, alone. */
  readonly hasEntries: boolean;
  /** True where the inside of the branches decides how many items go on. */
  readonly isLookedInto: boolean;
  /** Visits inside each branch; empty where nothing depends on them. */
  readonly visits: readonly ReadonlyMap<number, number>[];
}

/** What is followed through the blocks. */
export interface Following {
  readonly network: Network;
  readonly blocks: Blocks;
  /** Items on each flow per visit of its node. `passBlocks` lowers that of flows out of a block: they are followed only where the other branches let them. */
  readonly weight: Float64Array;
  /** True where items may get lost on the way (chance of rework, %C&A). */
  readonly isLossy: boolean;
  readonly passes: Map<Block, BlockPass>;
}

type Part =
  | { readonly kind: 'solved'; readonly visits: Float64Array }
  | { readonly kind: 'endless'; readonly nodes: readonly number[] };

/** Solves the flow equations of some nodes (null: of all of them); `sources` are items that begin there. The visits stand in the order of the nodes. */
export function solvePart(
  { network, blocks, weight, passes }: Following,
  nodes: readonly number[] | null,
  sources: ReadonlyMap<number, number>,
): Part {
  const place = nodes ? new Map(nodes.map((node, at) => [node, at])) : null;
  const placeOf = (node: number): number => (place ? (place.get(node) ?? -1) : node);
  const size = nodes ? nodes.length : network.nodes.length;
  const edges = { size, from: [] as number[], to: [] as number[], weight: [] as number[] };
  const add = (from: number, to: number, amount: number): void => {
    const target = placeOf(to);
    if (target < 0 || amount === 0 || Number.isNaN(amount)) return;
    edges.from.push(from);
    edges.to.push(target);
    edges.weight.push(amount);
  };
  for (let at = 0; at < size; at += 1) {
    const node = nodes ? (nodes[at] ?? -1) : at;
    for (const number of network.out[node] ?? []) {
      const to = network.flows[number]?.to ?? -1;
      const block = blocks.blockAt.get(to);
      const isOwnJoin = block?.join === to && passes.get(block)?.hasEntries !== true;
      if (!isOwnJoin) add(at, to, weight[number] ?? 0);
    }
    const block = blocks.blockAt.get(node);
    const pass = block?.fork === node ? passes.get(block) : undefined;
    if (block && pass) add(at, block.join, pass.hasEntries ? pass.joined - pass.arriving : pass.joined);
  }
  const source = new Float64Array(size);
  for (const [node, amount] of sources) source[placeOf(node)] = amount;
  const solved = solveVisits(edges, source);
  if (solved.kind === 'solved') return { kind: 'solved', visits: solved.value };
  return { kind: 'endless', nodes: nodes ? solved.nodes.map((at) => nodes[at] ?? 0) : solved.nodes };
}

interface Borders {
  /** Per region, the flows that leave its block. */
  readonly left: readonly (readonly number[])[];
  readonly isEntered: (block: Block) => boolean;
}

function bordersOf({ network, blocks, weight }: Following): Borders {
  const left: number[][] = blocks.list.map(() => []);
  const entered = new Set<number>();
  network.flows.forEach((flow, number) => {
    if (weight[number] === 0) return;
    const crossed = crossings(blocks, flow);
    for (const region of crossed.left) left[region]?.push(number);
    for (const region of crossed.entered) entered.add(region);
    const block = blocks.blockAt.get(flow.to);
    if (block?.join !== flow.to || flow.from === block.fork) return;
    const line = lineOf(blocks, blocks.regionOf[flow.from] ?? 0);
    if (!block.branches.some((branch) => line.includes(branch))) entered.add(-1 - block.join);
  });
  const isEntered = (block: Block): boolean =>
    entered.has(-1 - block.join) || block.branches.some((branch) => entered.has(branch));
  return { left, isEntered };
}

interface Branch {
  readonly reach: number;
  readonly gone: number;
  readonly left: readonly number[];
  readonly visits: ReadonlyMap<number, number>;
}

const amountOn = (following: Following, visits: ReadonlyMap<number, number>, number: number): number => {
  const amount = following.weight[number] ?? 0;
  const from = following.network.flows[number]?.from ?? -1;
  return Number.isNaN(amount) ? 0 : amount * (visits.get(from) ?? 0);
};

function passBranch(
  following: Following,
  region: number,
  left: readonly number[],
): Branch | readonly number[] {
  const { network, blocks, isLossy } = following;
  const { first = 0, join, isDetached = false } = blocks.list[region] ?? {};
  if (first === join) return { reach: 1, gone: 0, left, visits: new Map() };
  const nodes = blocks.members[region] ?? [];
  const part = solvePart(following, nodes, new Map([[first, 1]]));
  if (part.kind === 'endless') return part.nodes;
  const visits = new Map(nodes.map((node, at) => [node, part.visits[at] ?? 0]));
  const arriving = (network.in[join ?? -1] ?? []).reduce(
    (sum, flow) => sum + amountOn(following, visits, flow),
    0,
  );
  const gone = left.reduce((sum, flow) => sum + amountOn(following, visits, flow), 0);
  return { reach: isDetached && isLossy ? 1 - gone : arriving, gone, left, visits };
}

/**
 * Chance that a flow out of one branch is the one that the item follows. All branches are worked
 * to their end; where none has left, the join follows; where several have, one is taken by equal
 * chance: the integral over t from 0 to 1 of the product of (reach + gone t) of the others.
 */
function chanceToFollow(others: readonly Branch[]): number {
  let terms = [1];
  for (const { reach, gone } of others) {
    const next = [...terms.map((term) => term * reach), 0];
    terms.forEach((term, power) => {
      next[power + 1] = (next[power + 1] ?? 0) + term * gone;
    });
    terms = next;
  }
  return terms.reduce((sum, term, power) => sum + term / (power + 1), 0);
}

/** Works out how items pass each block, inner ones first; gives the nodes at which that has no answer. */
export function passBlocks(following: Following): readonly number[] {
  const { blocks, weight, passes, isLossy } = following;
  if (blocks.blocks.length === 0) return [];
  const { left, isEntered } = bordersOf(following);
  for (const block of blocks.blocks) {
    const hasEntries = isEntered(block);
    const leaving = block.branches.filter((region) => (left[region]?.length ?? 0) > 0);
    if (hasEntries && leaving.length > 0 && (isLossy || leaving.length > 1)) return [block.fork];
    if (!isLossy && !hasEntries && leaving.length === 0) {
      passes.set(block, { joined: 1, arriving: 0, hasEntries, isLookedInto: false, visits: [] });
      continue;
    }
    const branches: Branch[] = [];
    for (const region of block.branches) {
      const branch = passBranch(following, region, left[region] ?? []);
      if (!('visits' in branch)) return branch;
      branches.push(branch);
    }
    for (const branch of branches) {
      const chance = chanceToFollow(branches.filter((other) => other !== branch));
      for (const number of branch.left) weight[number] = (weight[number] ?? 0) * chance;
    }
    passes.set(block, {
      joined: branches.reduce((product, branch) => product * branch.reach, 1),
      arriving: branches.reduce((sum, branch) => sum + branch.reach, 0),
      hasEntries,
      isLookedInto: true,
      visits: branches.map((branch) => branch.visits),
    });
  }
  return [];
}
