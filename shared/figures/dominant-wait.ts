import type { Figure } from './types';

/** Share of the inputs of the lead time that must be known before a share of its known part is told. */
const enoughKnown = 0.75;

/** The minutes that a wait is set against. */
export interface WaitBasis {
  readonly minutes: number;
  /** True where they are only the known part of the lead time. */
  readonly isPart: boolean;
}

/** What the share of a wait is told of: the lead time, the longest that it can be, or its known part where few inputs lack; null where nothing can be said. */
export function waitBasis({
  value,
  lower,
  upper,
  coverage,
}: Pick<Figure, 'value' | 'lower' | 'upper' | 'coverage'>): WaitBasis | null {
  const longest = value ?? upper;
  if (longest !== null) return longest > 0 ? { minutes: longest, isPart: false } : null;
  return lower !== null && lower > 0 && coverage >= enoughKnown ? { minutes: lower, isPart: true } : null;
}
