import type { MapGraph } from '../model/queries';
import { readClock } from './clock';
import { structureOf } from './compute-figures';
import { effortOf } from './effort';
import { isOnClock } from './lead-time';
import { withRepeats } from './repeats';
import { solveVariant } from './solution';
import { type Span, stepTimesOf } from './step-times';

/** What would be left of lead time and effort, minutes and person-minutes per item; null where it is unknown. */
export interface WithoutFlowFigures {
  readonly leadTime: number | null;
  readonly effort: number | null;
}

const known = ({ low, high }: Span): number | null => (low === high && Number.isFinite(low) ? low : null);

/** Lead time and effort of a map without one flow, the other exits of its node scaled to 1. */
export function figuresWithout(graph: MapGraph, flow: string): WithoutFlowFigures {
  const structure = structureOf(graph);
  const solution = solveVariant(structure, { without: flow });
  if (solution.problems.length > 0) return { leadTime: null, effort: null };
  const steps = withRepeats(structure, stepTimesOf(structure), solution, { without: flow });
  return {
    leadTime: known(readClock(structure, solution, steps, isOnClock).total.clock),
    effort: known(effortOf({ steps }, solution)),
  };
}
