import { type BlockPass, passBlocks, solvePart } from './block-pass';
import { mustPass } from './must-pass';
import { crossings } from './branches';
import type { Network } from './network';
import type { Block, Blocks } from './parallel-blocks';
import { type Variant, weightsOf } from './shares';
import type { MissingInput } from './types';

/** A network with its parallel blocks: what all figures of a map start from. */
export interface Structure {
  readonly network: Network;
  readonly blocks: Blocks;
  /** Why nothing can be computed (no start, a fork without a join); empty where the structure is sound. */
  readonly problems: readonly MissingInput[];
}

/** Expected visits when the flows of a map are followed in one of the four ways. */
export interface Solution {
  /** Expected visits per node, exact where known. */
  readonly visits: Float64Array;
  /** 1 where the visits are known. */
  readonly isKnown: Uint8Array;
  /** What is certain: the visits where known, else 1 where every item must pass, else 0. */
  readonly lowest: Float64Array;
  /** Items per flow and visit of its node; NaN where unknown. */
  readonly weight: Float64Array;
  readonly passes: ReadonlyMap<Block, BlockPass>;
  /** Shares that are missing where items come. */
  readonly unknownShares: readonly MissingInput[];
  /** Why the equations have no answer; empty where they have. */
  readonly problems: readonly MissingInput[];
}

/** Part of the items that is still good after each visit of a node, 0..1. */
export type Yield = (node: number) => number;

const problemAt = (network: Network, nodes: Iterable<number>): MissingInput[] =>
  [...nodes]
    .sort((a, b) => a - b)
    .map((at) => ({ about: network.nodes[at]?.id ?? network.graph.id, field: 'path' }));

function effectiveWeights(structure: Structure, weight: Float64Array, good: Yield | null): Float64Array {
  const { network, blocks } = structure;
  return weight.map((amount, number) => {
    const flow = network.flows[number];
    if (!flow) return 0;
    const endsAlone = crossings(blocks, flow).left.some((region) => blocks.list[region]?.join === null);
    if (endsAlone) return 0;
    return good ? amount * good(flow.from) : amount;
  });
}

/** Nodes whose visits depend on a share that is unknown. */
function blurred(
  { network, blocks }: Structure,
  weight: Float64Array,
  passes: ReadonlyMap<Block, BlockPass>,
  sources: Iterable<number>,
): Set<number> {
  const found = new Set<number>();
  const stack = [...sources];
  for (let at = stack.pop(); at !== undefined; at = stack.pop()) {
    const to = (network.out[at] ?? []).flatMap((number) => {
      const target = network.flows[number]?.to ?? -1;
      const block = blocks.blockAt.get(target);
      const hidden = block?.join === target && block.fork !== at && passes.get(block)?.isLookedInto === false;
      return weight[number] === 0 || hidden ? [] : [target];
    });
    const block = blocks.blockAt.get(at);
    if (block?.fork === at) to.push(block.join);
    for (const each of to) {
      if (found.has(each)) continue;
      found.add(each);
      stack.push(each);
    }
  }
  return found;
}

function reached(visits: Float64Array, doubtful: ReadonlySet<number>): (node: number) => boolean {
  return (node) => (visits[node] ?? 0) > 0 || doubtful.has(node);
}

/** Solves the flow equations of a map in one of the four ways; `good` weighs what leaves each node. */
export function solveVariant(structure: Structure, variant: Variant, good: Yield | null = null): Solution {
  const { network, blocks } = structure;
  const weights = weightsOf(network, variant);
  const weight = effectiveWeights(structure, weights.weight, good);
  const passes = new Map<Block, BlockPass>();
  const visits = new Float64Array(network.nodes.length);
  const isKnown = new Uint8Array(network.nodes.length);
  const none = { visits, isKnown, lowest: visits, weight: weights.weight, passes, unknownShares: [] };
  if (structure.problems.length > 0) return { ...none, problems: structure.problems };
  const isLossy = variant === 'firstPass' || good !== null;
  const following = { network, blocks, weight, isLossy, passes };
  const unpassable = passBlocks(following);
  if (unpassable.length > 0) return { ...none, problems: problemAt(network, unpassable) };
  const sources = new Map(network.starts.map((start) => [start, 1 / network.starts.length]));
  const part = solvePart(following, [...network.nodes.keys()], sources);
  if (part.kind === 'endless') return { ...none, problems: problemAt(network, part.nodes) };
  for (const [node, amount] of part.visits) visits[node] = Math.max(0, amount);
  const everywhere = blurred(structure, weight, passes, network.starts);
  for (const start of network.starts) everywhere.add(start);
  const unknown = [...weights.unknown].filter(([node]) => everywhere.has(node));
  const doubtful = blurred(
    structure,
    weight,
    passes,
    unknown.map(([node]) => node),
  );
  const isReached = reached(visits, doubtful);
  const stuck = variant === 'firstPass' ? [] : [...weights.stuck].filter(isReached);
  const certain = unknown.length > 0 ? mustPass(network, blocks, weight, passes) : null;
  const lowest = visits.map((amount, node) => (doubtful.has(node) ? (certain?.has(node) ? 1 : 0) : amount));
  for (const node of network.nodes.keys()) isKnown[node] = doubtful.has(node) ? 0 : 1;
  const unknownShares = unknown.flatMap(([, missing]) => missing);
  return { ...none, lowest, unknownShares, problems: problemAt(network, stuck) };
}
