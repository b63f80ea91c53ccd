import { reachOf } from './reach';
import type { Variant } from './shares';
import type { Solution, Structure } from './solution';
import type { StepTimes } from './step-times';

function repeated(step: StepTimes, meanPart: number | null, reach: number | null): StepTimes {
  const processTime = meanPart === null || step.processTime === null ? null : step.processTime * meanPart;
  return { ...step, processTime, meanPart, reach };
}

/** Steps with other times that are repeated as often as `like`. */
export function repeatedLike(steps: readonly StepTimes[], like: readonly StepTimes[]): readonly StepTimes[] {
  const parts = like.map(({ meanPart }) => meanPart);
  if (parts.every((part) => part === 1)) return steps;
  return steps.map((step, at) => repeated(step, parts[at] ?? null, like[at]?.reach ?? null));
}

/**
 * Learning: the first visit of a step takes its process time p, each repeat a part f of it. With
 * v visits and the chance h to come there at all, all visits together take p (h + (v - h) f); the
 * steps get the mean over their visits, so that v x process time stays the total.
 */
export function withRepeats(
  structure: Structure,
  steps: readonly StepTimes[],
  solution: Solution,
  variant: Variant,
): readonly StepTimes[] {
  const learns = (step: StepTimes): boolean => step.isStep && step.repeatFactor !== 1;
  if (solution.problems.length > 0 || !steps.some(learns)) return steps;
  const { mayReturn, chance } = reachOf(structure, solution, variant);
  return steps.map((step, at) => {
    const visits = solution.isKnown[at] === 1 ? (solution.visits[at] ?? 0) : 0;
    if (!learns(step) || visits <= 0) return step;
    const known = mayReturn(at) ? chance(at) : visits;
    if (known === null) return repeated(step, null, null);
    const reach = Math.min(1, visits, known);
    return repeated(step, (reach + (visits - reach) * step.repeatFactor) / visits, reach);
  });
}
