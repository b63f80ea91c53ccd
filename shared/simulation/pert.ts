import type { Quantity } from '../model/quantity';
import type { Random } from './random';

/** Draws one value of a quantity. */
export type Draw = (random: Random) => number;

/** A gamma sample of a shape of at least 1, scale 1 (Marsaglia and Tsang 2000). */
function gamma(shape: number): Draw {
  const d = shape - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  return (random) => {
    for (;;) {
      const x = random.normal();
      const root = 1 + c * x;
      if (root <= 0) continue;
      const cube = root * root * root;
      const u = random.next();
      const squared = x * x;
      if (u < 1 - 0.0331 * squared * squared) return d * cube;
      if (Math.log(u) < 0.5 * squared + d * (1 - cube + Math.log(cube))) return d * cube;
    }
  };
}

/** How to draw a quantity: PERT-beta between low and high with the likely value as its peak; one value is always itself. */
export function pertOf(quantity: Quantity): Draw {
  const { likely, low = likely, high = likely } = quantity;
  const width = high - low;
  if (!(width > 0)) return () => likely;
  const above = gamma(1 + (4 * (likely - low)) / width);
  const below = gamma(1 + (4 * (high - likely)) / width);
  return (random) => {
    const x = above(random);
    return low + (width * x) / (x + below(random));
  };
}
