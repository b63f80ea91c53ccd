import { isRange, meanOf, type Quantity } from '../model/quantity';
import type { ProvenanceSource } from '../model/value-sets';

/** A quantity as the rules read it. */
export interface Measure {
  /** PERT mean; minutes for times, 0..1 for shares. */
  readonly mean: number;
  /** The value that was typed, or the likely one of a range. */
  readonly likely: number;
  readonly low: number;
  readonly high: number;
  /** True where low and high differ. */
  readonly isRange: boolean;
  /** Null where nobody said. */
  readonly source: ProvenanceSource | null;
  /** 0..1, how far the value may be trusted. */
  readonly trust: number;
}

const trustOf = {
  measured: 1,
  log: 0.9,
  estimate: 0.6,
  guess: 0.3,
} as const satisfies Record<ProvenanceSource, number>;

/** How far a claim may be trusted that rests on a part of what it is about. */
export const trustOfPart = trustOf.guess;

/** A quantity with its trust, or null where nothing is known; a value of unstated source counts as an estimate. */
export function measure(quantity: Quantity | undefined): Measure | null {
  if (quantity === undefined) return null;
  const source = quantity.source ?? null;
  return {
    mean: meanOf(quantity),
    likely: quantity.likely,
    low: quantity.low ?? quantity.likely,
    high: quantity.high ?? quantity.likely,
    isRange: isRange(quantity),
    source,
    trust: trustOf[source ?? 'estimate'],
  };
}

/** The least trust of some values, 1 where there are none. */
export function leastTrust(measures: readonly (Measure | null)[]): number {
  return measures.reduce((least, each) => Math.min(least, each?.trust ?? 1), 1);
}

const tolerance = 1e-9;

/** a >= b, with a tolerance of 1e-9. */
export const atLeast = (a: number, b: number): boolean => a >= b - tolerance;

/** a > b by more than 1e-9. */
export const above = (a: number, b: number): boolean => a > b + tolerance;
