import { hasOwnCalendar } from '../model/calendar-convert';
import { lineOf } from './branches';
import type { ClockReading } from './clock';
import { clockVisits } from './clock-visits';
import { type FigureInput, isReached } from './figure';
import { isOnClock } from './lead-time';
import type { StepTimes } from './step-times';
import type { Contribution } from './types';

function repeatOf({ repeatFactor, reach }: StepTimes): Contribution['repeat'] {
  return repeatFactor === 1 ? null : { factor: repeatFactor, reach };
}

/** What each step adds to the clock, in the order of the model. */
export function contributionsOf(input: FigureInput, reading: ClockReading): Contribution[] {
  const { structure, steps, expected } = input;
  const { network, blocks } = structure;
  const isOnPath = (at: number): boolean => {
    const step = steps[at];
    if (!step?.isStep || expected.problems.length > 0) return false;
    const branches = lineOf(blocks, blocks.regionOf[at] ?? 0);
    return (
      isOnClock(step) && isReached(expected, at) && branches.every((branch) => reading.longest.has(branch))
    );
  };
  const counted = clockVisits(input, reading, isOnPath);
  return network.nodes.flatMap((node, at) => {
    const step = steps[at];
    if (!step?.isStep) return [];
    const isSolved = expected.problems.length === 0;
    const { wait, processTime } = step;
    const onClock = counted[at];
    return [
      {
        node: node.id,
        visits: isSolved && expected.isKnown[at] === 1 ? (expected.visits[at] ?? 0) : null,
        wait,
        processTime,
        isRequired: node.requiredWait === true,
        onPath: isOnPath(at),
        clockVisits: isSolved && onClock !== undefined ? onClock : null,
        repeat: repeatOf(step),
        isConverted: hasOwnCalendar(node, network.graph.calendar),
      },
    ];
  });
}
