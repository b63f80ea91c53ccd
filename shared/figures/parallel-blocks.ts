import {
  impossibleFlows,
  lineOf,
  type Region,
  type Regions,
  settleDetached,
  settleOthers,
  startRegions,
} from './branches';
import { type Network, reachableFrom } from './network';
import type { MissingInput } from './types';

/** A fork, the join that waits for it, and the branches between (numbers of regions). */
export interface Block {
  readonly fork: number;
  readonly join: number;
  readonly branches: readonly number[];
}

/** The parallel blocks of a network. */
export interface Blocks {
  /** Inner blocks before the ones around them. */
  readonly blocks: readonly Block[];
  readonly list: readonly Region[];
  /** The innermost region of each node. */
  readonly regionOf: Int32Array;
  /** The nodes of each region, inner regions included; left empty for the whole. */
  readonly members: readonly (readonly number[])[];
  /** The block that each fork opens and each join closes. */
  readonly blockAt: ReadonlyMap<number, Block>;
  /** What makes the structure impossible to read; empty where it is sound. */
  readonly problems: readonly MissingInput[];
}

interface Search {
  readonly network: Network;
  readonly regions: Regions;
  readonly blocks: Block[];
  readonly blockAt: Map<number, Block>;
  /** Per fork of a block, where forward flows out of its branches lead past the join. */
  readonly bypasses: Map<number, readonly number[]>;
  readonly done: Set<number>;
  /** Forks of which only one branch comes to a join. */
  readonly single: { readonly fork: number; readonly join: number; readonly firsts: readonly number[] }[];
  readonly problems: MissingInput[];
}

interface Walk {
  readonly seen: Set<number>;
  readonly joins: Set<number>;
  readonly reachesEnd: boolean;
}

const problemAt = (network: Network, at: number): MissingInput => ({
  about: network.nodes[at]?.id ?? network.graph.id,
  field: 'path',
});

function forwardExits(network: Network, at: number): number[] {
  const flows = (network.out[at] ?? []).map((number) => network.flows[number]);
  return flows.flatMap((flow) => (flow?.isForward ? [flow.to] : []));
}

/** Nodes that follow a node on its own level: an inner block counts as one node, from its fork to its join. */
function levelExits(search: Search, at: number): readonly number[] {
  const block = search.blockAt.get(at);
  if (block?.fork !== at) return forwardExits(search.network, at);
  return [block.join, ...(search.bypasses.get(at) ?? [])];
}

/** Follows a branch from its first node to the joins at its own level. */
function walkBranch(search: Search, fork: number, first: number): Walk {
  const { network, blockAt } = search;
  const seen = new Set<number>();
  const joins = new Set<number>();
  let reachesEnd = false;
  const stack = [first];
  for (let at = stack.pop(); at !== undefined; at = stack.pop()) {
    if (at === fork || seen.has(at)) continue;
    const type = network.nodes[at]?.type;
    if (type === 'join' && !blockAt.has(at)) {
      joins.add(at);
      continue;
    }
    seen.add(at);
    if (type === 'end') reachesEnd = true;
    if (type === 'fork') matchFork(search, at);
    stack.push(...levelExits(search, at));
  }
  const isStale = [...joins].some((join) => blockAt.has(join));
  return isStale ? walkBranch(search, fork, first) : { seen, joins, reachesEnd };
}

/** Nodes of a walk from which the join can be reached on the same level. */
function coreOf(search: Search, walk: Walk, join: number): Set<number> {
  const before = new Map<number, number[]>();
  for (const at of walk.seen) {
    for (const to of levelExits(search, at)) {
      const list = before.get(to);
      if (list) list.push(at);
      else before.set(to, [at]);
    }
  }
  const core = new Set<number>();
  const stack = [...(before.get(join) ?? [])];
  for (let at = stack.pop(); at !== undefined; at = stack.pop()) {
    if (core.has(at)) continue;
    core.add(at);
    stack.push(...(before.get(at) ?? []));
  }
  return core;
}

function closeBlock(search: Search, fork: number, join: number, firsts: readonly number[]): void {
  const { network, regions } = search;
  const branches: number[] = [];
  const bypasses: number[] = [];
  for (const first of firsts) {
    const core = coreOf(search, walkBranch(search, fork, first), join);
    const isDetached = network.nodes[first]?.detached === true;
    const region = regions.list.push({ fork, join, first, isDetached }) - 1;
    branches.push(region);
    for (const at of core) {
      if (regions.regionOf[at] === -1) regions.regionOf[at] = region;
      else search.problems.push(problemAt(network, fork));
      bypasses.push(...levelExits(search, at).filter((to) => to !== join && !core.has(to)));
    }
  }
  const block = { fork, join, branches };
  search.bypasses.set(fork, bypasses);
  search.blocks.push(block);
  search.blockAt.set(fork, block);
  search.blockAt.set(join, block);
}

/**
 * Finds the join of a fork: the one that its branches come to. A branch that comes to none ends on
 * its own; where no branch comes to one, the only branch that reaches an end is the item's way.
 * A fork of which one branch alone comes to a join may stand inside the block of another fork, so
 * it takes the join only if no other one does.
 */
function matchFork(search: Search, fork: number): void {
  const { network, regions } = search;
  if (search.done.has(fork)) return;
  search.done.add(fork);
  const branches = (network.out[fork] ?? []).flatMap((number) => {
    const first = network.flows[number]?.to;
    return first === undefined ? [] : [{ first, walk: walkBranch(search, fork, first) }];
  });
  if (branches.length === 0) return;
  const joins = [...new Set(branches.flatMap(({ walk }) => [...walk.joins]))];
  const [join] = joins;
  const joining = branches.filter(({ walk }) => walk.joins.size > 0);
  const ending = branches.filter(({ walk }) => walk.reachesEnd);
  const main = joining.length > 0 ? joining : branches.length === 1 ? branches : ending;
  if (joins.length > 1 || main.length === 0 || (join === undefined && main.length > 1)) {
    search.problems.push(problemAt(network, fork));
    return;
  }
  const firsts = joining.map(({ first }) => first);
  if (join !== undefined && firsts.length > 1) closeBlock(search, fork, join, firsts);
  else if (join !== undefined) search.single.push({ fork, join, firsts });
  for (const branch of branches) {
    if (!main.includes(branch)) regions.alone.push({ fork, first: branch.first });
  }
}

/** Joins that several flows lead to although no fork belongs to them: nothing says what they wait for. */
function loneJoins(search: Search, reached: ReadonlySet<number>): MissingInput[] {
  const { network, blockAt } = search;
  const waitsForSeveral = (at: number): boolean => {
    const flows = (network.in[at] ?? []).map((number) => network.flows[number]);
    return flows.filter((flow) => flow?.isForward && reached.has(flow.from)).length > 1;
  };
  return [...reached]
    .filter((at) => network.nodes[at]?.type === 'join' && !blockAt.has(at) && waitsForSeveral(at))
    .map((at) => problemAt(network, at));
}

function membersOf(regions: Regions): number[][] {
  const members: number[][] = regions.list.map(() => []);
  regions.regionOf.forEach((region, at) => {
    if (region === 0) return;
    for (const each of lineOf(regions, region)) if (each !== 0) members[each]?.push(at);
  });
  return members;
}

/** Finds the parallel blocks that can be reached, nested ones inside out. */
export function findBlocks(network: Network): Blocks {
  const regions = startRegions(network);
  const search: Search = {
    network,
    regions,
    blocks: [],
    blockAt: new Map(),
    bypasses: new Map(),
    done: new Set(),
    single: [],
    problems: [],
  };
  const reached = reachableFrom(network, network.starts, () => true);
  for (const at of reached) if (network.nodes[at]?.type === 'fork') matchFork(search, at);
  for (const { fork, join, firsts } of search.single)
    if (!search.blockAt.has(join)) closeBlock(search, fork, join, firsts);
  search.problems.push(...loneJoins(search, reached), ...settleDetached(network, regions));
  settleOthers(network, regions);
  search.problems.push(...impossibleFlows(network, regions));
  const { blocks, blockAt, problems } = search;
  const members = membersOf(regions);
  return { blocks, list: regions.list, regionOf: regions.regionOf, members, blockAt, problems };
}
