import { type FigureInput, figureOf, isReached, needs, timeFields, unknownFigure } from './figure';
import type { Solution } from './solution';
import { nothing, plus, type Span, spanOf, times } from './step-times';
import type { Figure, MissingInput } from './types';

/** Person-minutes of all steps when the flows are followed as solved. */
export function effortOf(
  { steps }: Pick<FigureInput, 'steps'>,
  solution: Solution,
  counts: (node: number) => boolean = () => true,
): Span {
  let sum = nothing;
  steps.forEach((step, at) => {
    if (!step.isStep || !counts(at) || !isReached(solution, at)) return;
    const high = solution.isKnown[at] === 1 ? (solution.visits[at] ?? 0) : Number.POSITIVE_INFINITY;
    const low = (solution.lowest[at] ?? 0) * step.crew;
    sum = plus(sum, times(spanOf(step.processTime), low, high === 0 ? 0 : high * step.crew));
  });
  return sum;
}

/** Effort in person-minutes (visits x process time x crew over all steps) and the share of it that goes away without rework, 0..1. */
export function efforts(input: FigureInput): Record<'effortPersonHours' | 'reworkEffortShare', Figure> {
  const { expected, withoutRework, structure } = input;
  const { coverage, missing } = needs(input, expected, () => true, timeFields(input.steps, 'processTime'));
  if (expected.problems.length > 0) {
    const unknown = unknownFigure(coverage, missing);
    return { effortPersonHours: unknown, reworkEffortShare: unknown };
  }
  const effortPersonHours = figureOf(effortOf(input, expected), coverage, missing);
  const all = effortPersonHours.value;
  const calm = withoutRework.problems.length > 0 ? null : effortOf({ steps: input.calmSteps }, withoutRework);
  const calmGaps = needs(input, withoutRework, () => true, timeFields(input.steps, 'processTime')).missing;
  const isNew = (gap: MissingInput): boolean =>
    !missing.some(({ about, field }) => about === gap.about && field === gap.field);
  const gaps = [...missing, ...calmGaps.filter(isNew)];
  if (all === 0) gaps.push({ about: structure.network.graph.id, field: 'processTime' });
  if (all === null || all === 0 || calm === null || calm.low !== calm.high) {
    return { effortPersonHours, reworkEffortShare: unknownFigure(coverage, gaps) };
  }
  const share = Math.max(0, (all - calm.low) / all);
  return { effortPersonHours, reworkEffortShare: figureOf({ low: share, high: share }, coverage, []) };
}

/** Person-minutes that the consumer puts in: visits x process time x crew over the steps marked as theirs. */
export function consumerEffort(input: FigureInput): Figure {
  const { nodes } = input.structure.network;
  const isTheirs = (at: number): boolean => nodes[at]?.party === 'consumer';
  const { coverage, missing } = needs(
    input,
    input.expected,
    (_, at) => isTheirs(at),
    timeFields(input.steps, 'processTime'),
  );
  if (input.expected.problems.length > 0) return unknownFigure(coverage, missing);
  return figureOf(effortOf(input, input.expected, isTheirs), coverage, missing);
}
