import { lineOf } from './branches';
import type { ClockReading } from './clock';
import { type FigureInput, isReached } from './figure';
import { isOnClock } from './lead-time';
import type { Contribution } from './types';

/** What each step adds to the clock, in the order of the model. */
export function contributionsOf(input: FigureInput, reading: ClockReading): Contribution[] {
  const { structure, steps, expected } = input;
  const { network, blocks } = structure;
  return network.nodes.flatMap((node, at) => {
    const step = steps[at];
    if (!step?.isStep) return [];
    const isKnown = expected.problems.length === 0 && expected.isKnown[at] === 1;
    const branches = lineOf(blocks, blocks.regionOf[at] ?? 0);
    const onPath =
      expected.problems.length === 0 &&
      isOnClock(step) &&
      isReached(expected, at) &&
      branches.every((branch) => reading.longest.has(branch));
    const visits = isKnown ? (expected.visits[at] ?? 0) : null;
    const { wait, processTime } = step;
    const isRequired = node.requiredWait === true;
    return [{ node: node.id, visits, wait, processTime, isRequired, onPath }];
  });
}
