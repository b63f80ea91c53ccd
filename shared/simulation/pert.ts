import type { Quantity } from '../model/quantity';
import { drawShape, type PertShape, pertShape } from './pert-shape';
import type { Random } from './random';

/** A quantity made ready to be drawn: PERT-beta between low and high with the likely value as its peak. */
export interface Pert {
  readonly low: number;
  readonly width: number;
  /** Null where there is only one value. */
  readonly shape: PertShape | null;
}

/** How to draw a quantity. */
export function pertOf({ likely, low = likely, high = likely }: Quantity): Pert {
  const width = high - low;
  if (!(width > 0)) return { low: likely, width: 0, shape: null };
  return { low, width, shape: pertShape((likely - low) / width) };
}

/** One value of a quantity, in its unit; a quantity of one value takes no random number. */
export function drawPert({ low, width, shape }: Pert, random: Random): number {
  return shape === null ? low : low + width * drawShape(shape, random.bits());
}
