import { knownMean } from '../model/quantity';
import type { Network, NetworkFlow } from './network';
import type { MissingInput } from './types';

/**
 * The four ways to follow the flows of one map: all of them; a single pass (rework and iteration
 * left out, the other exits rescaled); without rework (rescaled); and without rework as it is
 * (not rescaled, so that what is lost is the chance of rework).
 */
export type Variant = 'expected' | 'singlePass' | 'withoutRework' | 'firstPass' | WithoutFlow;

/** A fifth way: one flow left out, the other exits rescaled. */
export interface WithoutFlow {
  readonly without: string;
}

/** How items leave each node. */
export interface Weights {
  /** Items on a flow per visit of its node; NaN where unknown. */
  readonly weight: Float64Array;
  /** Per node whose exits are unknown: what lacks. */
  readonly unknown: ReadonlyMap<number, readonly MissingInput[]>;
  /** Nodes all of whose exits are left out by the variant, so that items are stuck there. */
  readonly stuck: ReadonlySet<number>;
}

const tolerance = 0.01 + 1e-9;

type Resolved = { readonly shares: readonly number[] } | { readonly missing: readonly MissingInput[] };

const sumOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);

const isNumber = (value: number | null): value is number => value !== null;

/** The shares of all exits of a node: one left blank is the remainder, a sum within 0.01 of 1 is rescaled. */
function resolve(node: string, exits: readonly NetworkFlow[]): Resolved {
  const stated = exits.map((exit) => knownMean(exit.flow.share));
  const blank = exits.filter((_, at) => stated[at] === null);
  if (exits.length === 1 && blank.length === 1) return { shares: [1] };
  if (blank.length > 1) return { missing: blank.map((exit) => ({ about: exit.id, field: 'share' })) };
  const sum = sumOf(stated.filter(isNumber));
  const rest = blank.length === 1 ? Math.max(0, 1 - sum) : 0;
  const total = sum + rest;
  if (Math.abs(total - 1) > tolerance) return { missing: [{ about: node, field: 'share' }] };
  return { shares: stated.map((share) => (share ?? rest) / total) };
}

/** The shares of the exits that a variant keeps, rescaled to 1. What is left out need not be known where the others are. */
function rescaled(node: string, exits: readonly NetworkFlow[], kept: readonly NetworkFlow[]): Resolved {
  if (kept.length === 1) return { shares: [1] };
  const all = resolve(node, exits);
  let shares: number[];
  if ('shares' in all) {
    shares = kept.map((exit) => all.shares[exits.indexOf(exit)] ?? 0);
  } else {
    const stated = kept.map((exit) => knownMean(exit.flow.share)).filter(isNumber);
    const isNodeAtFault = all.missing.some((each) => each.about === node);
    if (isNodeAtFault || stated.length < kept.length) return all;
    shares = stated;
  }
  const sum = sumOf(shares);
  if (sum <= 0 || sum > 1 + tolerance) return { missing: [{ about: node, field: 'share' }] };
  return { shares: shares.map((share) => share / sum) };
}

function keeps(variant: Variant, exit: NetworkFlow): boolean {
  if (variant === 'expected') return true;
  if (typeof variant === 'object') return exit.id !== variant.without;
  return exit.flow.kind !== 'rework' && (variant !== 'singlePass' || exit.flow.kind !== 'iteration');
}

function sharesOf(
  variant: Variant,
  node: string,
  exits: readonly NetworkFlow[],
  kept: readonly NetworkFlow[],
): Resolved {
  if (kept.length === exits.length) return resolve(node, exits);
  if (variant !== 'firstPass') return rescaled(node, exits, kept);
  const all = resolve(node, exits);
  return 'missing' in all ? all : { shares: kept.map((exit) => all.shares[exits.indexOf(exit)] ?? 0) };
}

/** How items leave each node in a variant: shares out of a node, everything out of a fork. */
export function weightsOf(network: Network, variant: Variant): Weights {
  const weight = new Float64Array(network.flows.length);
  const unknown = new Map<number, readonly MissingInput[]>();
  const stuck = new Set<number>();
  network.nodes.forEach((node, at) => {
    const numbers = network.out[at] ?? [];
    if (numbers.length === 0) return;
    if (node.type === 'fork') {
      for (const number of numbers) weight[number] = 1;
      return;
    }
    const exits = numbers.map((number) => network.flows[number]).filter((exit) => exit !== undefined);
    const kept = exits.filter((exit) => keeps(variant, exit));
    if (kept.length === 0) {
      stuck.add(at);
      return;
    }
    const result = sharesOf(variant, node.id, exits, kept);
    if ('missing' in result) unknown.set(at, result.missing);
    let next = 0;
    numbers.forEach((number, place) => {
      const exit = exits[place];
      if (exit === undefined || !keeps(variant, exit)) return;
      weight[number] = 'missing' in result ? Number.NaN : (result.shares[next] ?? 0);
      next += 1;
    });
  });
  return { weight, unknown, stuck };
}
