import { type Network, type NetworkFlow, reachableFrom } from './network';
import type { MissingInput } from './types';

/** A part of the map that holds together: the whole (number 0), or one branch of a parallel block. */
export interface Region {
  readonly fork: number | null;
  /** The join that the branch ends in; null for the whole, and for a branch that ends on its own. */
  readonly join: number | null;
  /** Where the branch begins. */
  readonly first: number;
  /** True where the branch does not hold up the item: effort only. */
  readonly isDetached: boolean;
}

/** Regions, and the innermost region of each node. */
export interface RegionTree {
  readonly list: readonly Region[];
  readonly regionOf: Int32Array;
}

/** The regions of a map while they are being found; a node without one yet has -1. */
export interface Regions extends RegionTree {
  readonly list: Region[];
  /** Branches that no join waits for, to be judged when all blocks are known. */
  readonly alone: { readonly fork: number; readonly first: number }[];
}

/** Regions with the whole map as number 0. */
export function startRegions(network: Network): Regions {
  return {
    list: [{ fork: null, join: null, first: -1, isDetached: false }],
    regionOf: new Int32Array(network.nodes.length).fill(-1),
    alone: [],
  };
}

/** The region that a branch lies in: that of its fork; the whole lies in none. */
export function parentOf(regions: RegionTree, region: number): number {
  const fork = regions.list[region]?.fork ?? null;
  return fork === null ? -1 : Math.max(0, regions.regionOf[fork] ?? 0);
}

/** A region and all that it lies in, innermost first, ending with the whole. */
export function lineOf(regions: RegionTree, region: number): number[] {
  const line: number[] = [];
  for (let at = region; at >= 0 && !line.includes(at); at = parentOf(regions, at)) line.push(at);
  return line;
}

const problemAt = (network: Network, at: number): MissingInput => ({
  about: network.nodes[at]?.id ?? network.graph.id,
  field: 'path',
});

/** Gives each branch that no join waits for its own region. One that leads back to the item's way would double the item. */
export function settleDetached(network: Network, regions: Regions): MissingInput[] {
  const problems: MissingInput[] = [];
  const isForward = (number: number): boolean => network.flows[number]?.isForward === true;
  for (const { fork, first } of regions.alone) {
    const own = reachableFrom(network, [first], isForward);
    const others = reachableFrom(network, network.starts, (number) => {
      const flow = network.flows[number];
      return isForward(number) && !(flow?.from === fork && flow.to === first);
    });
    const region = regions.list.push({ fork, join: null, first, isDetached: true }) - 1;
    for (const at of own) {
      if (!others.has(at)) {
        if (regions.regionOf[at] === -1) regions.regionOf[at] = region;
      } else if (network.nodes[at]?.type !== 'end') {
        problems.push(problemAt(network, fork));
        break;
      }
    }
  }
  return problems;
}

function commonRegion(regions: Regions, a: number, b: number): number {
  const line = lineOf(regions, a);
  return lineOf(regions, b).find((region) => line.includes(region)) ?? 0;
}

/**
 * Nodes outside all branches belong to the whole. One that only rework leads to (a repair beside
 * the way) belongs where its items come from, so that a repair inside a branch stays inside it.
 */
export function settleOthers(network: Network, regions: Regions): void {
  const { regionOf } = regions;
  const forward = reachableFrom(
    network,
    network.starts,
    (number) => network.flows[number]?.isForward === true,
  );
  for (const at of forward) if (regionOf[at] === -1) regionOf[at] = 0;
  const isSettled = Array.from(regionOf, (region) => region >= 0);
  const stack = isSettled.flatMap((settled, at) => (settled ? [at] : []));
  for (let at = stack.pop(); at !== undefined; at = stack.pop()) {
    for (const number of network.out[at] ?? []) {
      const to = network.flows[number]?.to ?? -1;
      if (to < 0 || isSettled[to]) continue;
      const before = regionOf[to] ?? -1;
      const from = regionOf[at] ?? 0;
      const next = before === -1 ? from : commonRegion(regions, before, from);
      if (next === before) continue;
      regionOf[to] = next;
      stack.push(to);
    }
  }
  regionOf.forEach((region, at) => {
    if (region === -1) regionOf[at] = 0;
  });
}

const within = { left: [], entered: [] } as const;

/** The regions that a flow leaves and enters; the way from a fork into its branches and from them to its join is neither. */
export function crossings(
  regions: RegionTree,
  flow: NetworkFlow,
): { readonly left: readonly number[]; readonly entered: readonly number[] } {
  const from = regions.regionOf[flow.from] ?? 0;
  const to = regions.regionOf[flow.to] ?? 0;
  if (from === to) return within;
  const fromLine = lineOf(regions, from);
  const toLine = lineOf(regions, to);
  return {
    left: fromLine.filter((each) => !toLine.includes(each) && regions.list[each]?.join !== flow.to),
    entered: toLine.filter((each) => !fromLine.includes(each) && regions.list[each]?.fork !== flow.from),
  };
}

/** Flows that no reading of parallel work allows: from a branch into its sibling, and out of a branch that is never joined. */
export function impossibleFlows(network: Network, regions: Regions): MissingInput[] {
  return network.flows
    .filter((flow) => {
      const { left, entered } = crossings(regions, flow);
      const forks = new Set(entered.map((each) => regions.list[each]?.fork));
      const betweenSiblings = left.some((each) => forks.has(regions.list[each]?.fork ?? -1));
      const isAlone = left.some((each) => regions.list[each]?.join === null);
      return betweenSiblings || (isAlone && network.nodes[flow.to]?.type !== 'end');
    })
    .map((flow) => problemAt(network, flow.from));
}
