import { hoursPerMonth } from '../model/calendar';
import type { Facts } from './facts';
import type { StepFacts } from './facts-steps';
import type { FieldName } from './fields';

/** Items that were counted, beside the time that they should be spending there. */
export interface ItemCount {
  readonly counted: number;
  /** Minutes per item of the same part of the stream; null where only bounds are known. */
  readonly minutes: { readonly low: number; readonly high: number | null };
  /** True where the queues of steps were counted, not the stream. */
  readonly isOfQueues: boolean;
  readonly missing: readonly { readonly about: string; readonly field: FieldName }[];
}

/** Items that leave in a month: counted, else the demand; null where neither is known. */
export const throughput = ({ stream }: Pick<Facts, 'stream'>): number | null =>
  stream.departuresPerMonth ?? stream.demandPerMonth;

/** Items a month as items per working minute; null without working time. */
export function perMinute({ map }: Pick<Facts, 'map'>, perMonth: number): number | null {
  const minutes = hoursPerMonth(map.calendar) * 60;
  return minutes > 0 ? perMonth / minutes : null;
}

function waitingOf({ visits, wait }: StepFacts): number | null {
  return visits === null || wait === null ? null : visits * wait.mean;
}

function queues(facts: Facts, counted: readonly StepFacts[]): ItemCount {
  const open = counted.filter((step) => waitingOf(step) === null);
  const low = counted.reduce((sum, step) => sum + (waitingOf(step) ?? 0), 0);
  const waits = open
    .filter(({ wait }) => wait === null)
    .map(({ id }) => ({ about: id, field: 'wait' as const }));
  return {
    counted: counted.reduce((sum, { wip }) => sum + (wip?.mean ?? 0), 0),
    minutes: { low, high: open.length === 0 ? low : null },
    isOfQueues: true,
    missing: [...waits, ...facts.visitsMissing],
  };
}

/** What was counted: the queues at the steps, or the items of the whole stream; null where nothing was. */
export function itemCount(facts: Facts): ItemCount | null {
  const { stream, steps, leadTime } = facts;
  if (stream.itemsInProgress === null) return null;
  const withQueue = steps.filter(({ wip }) => wip !== null);
  const own = queues(facts, withQueue);
  if (withQueue.length > 0 && Math.abs(own.counted - stream.itemsInProgress) < 1e-9) return own;
  const { value, lower, upper, missing } = leadTime;
  return {
    counted: stream.itemsInProgress,
    minutes: { low: value ?? lower ?? 0, high: value ?? upper },
    isOfQueues: false,
    missing,
  };
}
