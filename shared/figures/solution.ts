import { type BlockPass, type Following, passBlocks, solvePart } from './block-pass';
import { doubtful } from './doubt';
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
  /** What was followed, to solve parts of it again; null where the equations have no answer. */
  readonly following: Following | null;
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
  const someEndAlone = blocks.list.some((region) => region.fork !== null && region.join === null);
  if (!someEndAlone && !good) return weight.slice();
  return weight.map((amount, number) => {
    const flow = network.flows[number];
    if (!flow) return 0;
    if (someEndAlone) {
      const { left } = crossings(blocks, flow);
      if (left.some((region) => blocks.list[region]?.join === null)) return 0;
    }
    return good ? amount * good(flow.from) : amount;
  });
}

const unsolved = (
  structure: Structure,
  weight: Float64Array,
  problems: readonly MissingInput[],
): Solution => {
  const visits = new Float64Array(structure.network.nodes.length);
  const isKnown = new Uint8Array(visits.length);
  return {
    visits,
    isKnown,
    lowest: visits,
    weight,
    passes: new Map(),
    following: null,
    unknownShares: [],
    problems,
  };
};

/** Solves the flow equations of a map in one of the four ways; `good` weighs what leaves each node. */
export function solveVariant(structure: Structure, variant: Variant, good: Yield | null = null): Solution {
  const { network, blocks, problems } = structure;
  const weights = weightsOf(network, variant);
  if (problems.length > 0) return unsolved(structure, weights.weight, problems);
  const weight = effectiveWeights(structure, weights.weight, good);
  const passes = new Map<Block, BlockPass>();
  const isLossy = variant === 'firstPass' || good !== null;
  const following = { network, blocks, weight, isLossy, passes };
  const unpassable = passBlocks(following);
  if (unpassable.length > 0) {
    return unsolved(structure, weights.weight, problemAt(network, unpassable));
  }
  const sources = new Map(network.starts.map((start) => [start, 1 / network.starts.length]));
  const part = solvePart(following, null, sources);
  if (part.kind === 'endless') return unsolved(structure, weights.weight, problemAt(network, part.nodes));
  const visits = part.visits.map((amount) => Math.max(0, amount));
  const { nodes, unknownShares } = doubtful(following, weights.unknown);
  const certain = nodes.size > 0 ? mustPass(network, blocks, weight, passes) : nodes;
  const stuck =
    variant === 'firstPass'
      ? []
      : [...weights.stuck].filter((node) => (visits[node] ?? 0) > 0 || nodes.has(node));
  return {
    visits,
    isKnown: Uint8Array.from(visits, (_, node) => (nodes.has(node) ? 0 : 1)),
    lowest: visits.map((amount, node) => (nodes.has(node) ? (certain.has(node) ? 1 : 0) : amount)),
    weight: weights.weight,
    passes,
    following,
    unknownShares,
    problems: problemAt(network, stuck),
  };
}
