import type { QuantityName } from './project';
import type { Quantity } from './quantity';
import { showDuration, writeQuantity, writeShareQuantity } from './units-format';

/** What a quantity is of: minutes, a part of one, or a count. */
export type QuantityKind = 'time' | 'share' | 'number';

/** What the quantities of a node are of. */
export const quantityKinds = {
  processTime: 'time',
  wait: 'time',
  changeover: 'time',
  cadence: 'time',
  cutoff: 'time',
  completeAccurate: 'share',
  rejectRate: 'share',
  repeatFactor: 'share',
  crew: 'number',
  batch: 'number',
  wip: 'number',
} as const satisfies Record<QuantityName, QuantityKind>;

const writers: Readonly<Record<QuantityKind, (quantity: Quantity) => string>> = {
  time: (quantity) => writeQuantity(quantity, showDuration),
  share: writeShareQuantity,
  number: (quantity) => writeQuantity(quantity, String),
};

/** A quantity as it is typed into its field; nothing where it is unknown. */
export function quantityText(kind: QuantityKind, quantity: Quantity | undefined): string {
  return quantity === undefined ? '' : writers[kind](quantity);
}
