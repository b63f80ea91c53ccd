import { cadenceWait } from '../../figures/queueing';
import { meanOf } from '../../model/quantity';
import { amountTimes, guessed } from './amounts';
import { setStep } from './fields';
import { type Choose, type Fix, stepsMeant } from './fix';

/** Lets the steps meant take place whenever an item comes: no date, no cut-off, and the wait for the date is gone. */
export function withoutDates(which: Choose = stepsMeant): Fix {
  return setStep(({ cadence, cutoff, wait }) => {
    if (cadence === undefined) return null;
    const before = wait === undefined ? 0 : meanOf(wait);
    const gone = cadenceWait(meanOf(cadence), cutoff === undefined ? 0 : meanOf(cutoff));
    const left = before === 0 ? 1 : Math.max(0, before - gone) / before;
    return {
      cadence: undefined,
      cutoff: undefined,
      ...(wait && before > 0 && { wait: guessed(amountTimes(wait, left)) }),
    };
  }, which);
}
