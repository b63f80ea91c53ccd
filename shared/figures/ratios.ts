import type { ClockTime } from './clock';
import { type FigureInput, figureOf, needs, timeFields, unknownFigure } from './figure';
import { isOnClock } from './lead-time';
import type { Span } from './step-times';
import type { Figure } from './types';

/** Part / whole with the certain ends given; nothing bounds a share that may be all. */
function ratio(
  input: FigureInput,
  fields: readonly ('wait' | 'processTime' | 'value')[],
  part: Span,
  whole: Span,
  bounds: Span,
): Figure {
  const { coverage, missing } = needs(input, input.expected, isOnClock, timeFields(input.steps, ...fields));
  if (input.expected.problems.length > 0) return unknownFigure(coverage, missing);
  if (whole.high === 0) {
    const about = input.structure.network.graph.id;
    return unknownFigure(coverage, [...missing, { about, field: 'processTime' }]);
  }
  if (whole.low === whole.high && part.low === part.high) {
    const share = part.low / whole.low;
    return figureOf({ low: share, high: share }, coverage, missing);
  }
  if (whole.low === 0) return unknownFigure(coverage, missing);
  const high = bounds.high < 1 ? bounds.high : Number.POSITIVE_INFINITY;
  return figureOf({ low: bounds.low, high }, coverage, missing);
}

const divide = (part: number, whole: number): number => {
  if (part === 0) return 0;
  return Number.isFinite(part) && whole > 0 ? part / whole : 1;
};

/** Activity ratio (process time / lead time) and process cycle efficiency (value-adding time / lead time), both on the path that moves the clock, 0..1. */
export function ratios(
  input: FigureInput,
  { clock, process, wait, valueAdding }: ClockTime,
): Record<'activityRatio' | 'processCycleEfficiency', Figure> {
  const active = {
    low: divide(process.low, process.low + wait.high),
    high: divide(process.high, process.high + wait.low),
  };
  const valuable = { low: divide(valueAdding.low, clock.high), high: divide(valueAdding.high, clock.low) };
  return {
    activityRatio: ratio(input, ['wait', 'processTime'], process, clock, active),
    processCycleEfficiency: ratio(input, ['wait', 'processTime', 'value'], valueAdding, clock, valuable),
  };
}
