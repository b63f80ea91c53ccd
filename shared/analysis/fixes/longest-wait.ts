import { meanOf } from '../../model/quantity';
import { type Choose, graphFor } from './fix';

/** The step before the value point with the longest wait that nobody agreed on; none where no wait is known. */
export const longestWait: Choose = (context) => {
  const waits = (graphFor(context)?.nodes ?? []).flatMap(
    ({ id, type, wait, requiredWait, afterValue, detached }) =>
      type === 'step' && wait && !requiredWait && !afterValue && !detached
        ? [{ id, minutes: meanOf(wait) }]
        : [],
  );
  const longest = waits.reduce((most, each) => (each.minutes > most.minutes ? each : most), {
    id: '',
    minutes: 0,
  });
  return longest.minutes > 0 ? [longest.id] : [];
};
