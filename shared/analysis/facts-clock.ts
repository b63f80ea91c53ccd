import { waitBasis } from '../figures/dominant-wait';
import type { Facts } from './facts';
import { atLeast, trustOfPart } from './measure';

/** How some minutes per item stand to a share of the lead time. */
export type ClockVerdict =
  | {
      readonly kind: 'reached';
      readonly share: number;
      /** True where it is a share of the known part of the lead time. */
      readonly isOfKnown: boolean;
      readonly trust: number;
    }
  | { readonly kind: 'below' }
  /** Too little is known. */
  | { readonly kind: 'open' };

/** Compares minutes per item (null: unknown) with a share of the lead time. */
export function shareOfClock(
  { leadTime }: Pick<Facts, 'leadTime'>,
  minutes: number | null,
  limit: number,
): ClockVerdict {
  if (minutes === 0) return { kind: 'below' };
  if (minutes === null) return { kind: 'open' };
  const most = leadTime.lower ? minutes / leadTime.lower : 1;
  if (!atLeast(most, limit)) return { kind: 'below' };
  const basis = waitBasis(leadTime);
  if (basis === null || !atLeast(minutes / basis.minutes, limit)) return { kind: 'open' };
  return {
    kind: 'reached',
    share: minutes / basis.minutes,
    isOfKnown: basis.isPart,
    trust: basis.isPart ? Math.min(leadTime.trust, trustOfPart) : leadTime.trust,
  };
}
