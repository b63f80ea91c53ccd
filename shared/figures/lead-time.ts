import { elapsedFromWorking } from '../model/calendar-convert';
import { type ClockReading, readClock } from './clock';
import { type FigureInput, figureOf, needs, scaledFigure, timeFields, unknownFigure } from './figure';
import type { Solution } from './solution';
import type { StepTimes } from './step-times';
import type { Figure } from './types';

/** Steps whose time the customer waits for. */
export const isOnClock = (step: StepTimes): boolean => step.holdsUp && !step.afterValue;

/** The customer's clock with everything that happens, and with a single pass. */
export interface Clocks {
  readonly expected: ClockReading;
  readonly singlePass: ClockReading;
  readonly tail: ClockReading;
  /** Without the steps in which the clock of the service level stands still. */
  readonly sla: ClockReading;
}

const isOnSlaClock = (step: StepTimes): boolean => isOnClock(step) && !step.stopsClock;

/** Reads the clocks of a map. */
export function readClocks({ structure, steps, singlePassSteps, expected, singlePass }: FigureInput): Clocks {
  const whole = readClock(structure, expected, steps, isOnClock);
  const isStopped = steps.some((step) => step.stopsClock);
  return {
    expected: whole,
    singlePass: readClock(structure, singlePass, singlePassSteps, isOnClock),
    sla: isStopped ? readClock(structure, expected, steps, isOnSlaClock) : whole,
    tail: readClock(structure, expected, steps, (step) => step.afterValue),
  };
}

function timeFigure(
  input: FigureInput,
  solution: Solution,
  reading: ClockReading,
  part: 'clock' | 'process' | 'wait',
  isNeeded: (step: StepTimes) => boolean,
): Figure {
  const fields =
    part === 'clock'
      ? (['wait', 'processTime'] as const)
      : ([part === 'wait' ? 'wait' : 'processTime'] as const);
  const own = needs(input, solution, isNeeded, timeFields(input.steps, ...fields));
  const span = reading.total[part];
  const isBranchOpen = own.missing.length === 0 && span.low !== span.high;
  const { coverage, missing } = isBranchOpen
    ? needs(input, solution, isNeeded, timeFields(input.steps, 'wait', 'processTime'))
    : own;
  if (solution.problems.length > 0) return unknownFigure(coverage, missing);
  return figureOf(span, coverage, missing);
}

/** Lead times in minutes: sum of visits x (wait + process time), the longest branch of a parallel block. */
export function leadTimes(
  input: FigureInput,
  clocks: Clocks,
): Record<
  | 'leadTimeExpected'
  | 'leadTimeSinglePass'
  | 'afterValueTail'
  | 'processTimeOnPath'
  | 'waitOnPath'
  | 'leadTimeElapsed'
  | 'slaTime',
  Figure
> {
  const { expected, singlePass, structure } = input;
  const { graph } = structure.network;
  const leadTimeExpected = timeFigure(input, expected, clocks.expected, 'clock', isOnClock);
  const isTail = (step: StepTimes): boolean => step.holdsUp && step.afterValue;
  return {
    leadTimeExpected,
    leadTimeSinglePass: timeFigure(input, singlePass, clocks.singlePass, 'clock', isOnClock),
    afterValueTail: timeFigure(input, expected, clocks.tail, 'clock', isTail),
    processTimeOnPath: timeFigure(input, expected, clocks.expected, 'process', isOnClock),
    waitOnPath: timeFigure(input, expected, clocks.expected, 'wait', isOnClock),
    leadTimeElapsed: scaledFigure(leadTimeExpected, elapsedFromWorking(1, graph.calendar), [
      { about: graph.id, field: 'calendar' },
    ]),
    slaTime: timeFigure(input, expected, clocks.sla, 'clock', isOnSlaClock),
  };
}
