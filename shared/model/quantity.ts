import { z } from 'zod';
import { maybe, record } from './schema-tools';
import { provenanceSources } from './value-sets';

const quantityShape = {
  likely: z.number(),
  low: maybe(z.number()),
  high: maybe(z.number()),
  source: maybe(z.enum(provenanceSources)),
  by: maybe(z.string()),
  on: maybe(z.string()),
  samples: maybe(z.number().int().nonnegative()),
};

const inOrder = (q: { likely: number; low?: number; high?: number }): boolean =>
  (q.low ?? q.likely) <= q.likely && q.likely <= (q.high ?? q.likely);

/** One value, or low / likely / high, with its provenance. Times are minutes, shares are 0..1. */
export const quantitySchema = record(quantityShape)
  .refine((q) => q.likely >= 0 && (q.low ?? 0) >= 0, { error: 'must not be negative' })
  .refine(inOrder, { error: 'low, likely and high must be in order' });

/** A quantity between 0 and 1. */
export const shareSchema = quantitySchema.refine((q) => (q.high ?? q.likely) <= 1, {
  error: 'must be between 0 % and 100 %',
});

export type Quantity = z.infer<typeof quantitySchema>;

/** The mean of a quantity: PERT, (low + 4 likely + high) / 6; a single value is its own mean. */
export function meanOf(quantity: Quantity): number {
  const low = quantity.low ?? quantity.likely;
  const high = quantity.high ?? quantity.likely;
  return low === high ? quantity.likely : (low + 4 * quantity.likely + high) / 6;
}

/** The mean, or null where nothing is known: null is never zero. */
export function knownMean(quantity: Quantity | undefined): number | null {
  return quantity === undefined ? null : meanOf(quantity);
}

/** True where low and high differ from the likely value. */
export function isRange(quantity: Quantity): boolean {
  return (
    (quantity.low ?? quantity.likely) < quantity.likely ||
    (quantity.high ?? quantity.likely) > quantity.likely
  );
}
