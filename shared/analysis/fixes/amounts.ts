import type { Quantity } from '../../model/quantity';
import { largestNumber } from '../../model/schema-tools';

interface Bounds {
  readonly least?: number;
  readonly most?: number;
}

/** An amount times a factor, kept between bounds and below what a file holds; a factor that is no number above or at zero leaves it as it is. */
export function amountTimes(amount: Quantity, factor: number, { least = 0, most }: Bounds = {}): Quantity {
  if (!Number.isFinite(factor) || factor < 0) return amount;
  const part = (value: number): number => Math.min(most ?? largestNumber, Math.max(least, value * factor));
  return {
    ...amount,
    likely: part(amount.likely),
    ...(amount.low === undefined ? {} : { low: part(amount.low) }),
    ...(amount.high === undefined ? {} : { high: part(amount.high) }),
  };
}

/** An amount that nobody has seen: whatever it was derived from, it is a guess now. */
export function guessed({ likely, low, high }: Quantity): Quantity {
  return {
    likely,
    ...(low === undefined ? {} : { low }),
    ...(high === undefined ? {} : { high }),
    source: 'guess',
  };
}
