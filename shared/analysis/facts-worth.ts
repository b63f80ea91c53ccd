import type { Facts } from './facts';
import type { StepFacts } from './facts-steps';
import { gainOnClock } from './gain';

/** Work on a step, person-minutes a month; null where it is unknown. */
export function effortPerMonth({ workPerMonth, crew }: StepFacts): number | null {
  return workPerMonth === null ? null : workPerMonth * crew;
}

/** Wait and work of a step per item, minutes; null where one is unknown. */
export function timePerItem({ visits, wait, processTime }: StepFacts): number | null {
  return visits === null || wait === null || processTime === null
    ? null
    : visits * (wait.mean + processTime.mean);
}

/** Wait before a step per item, minutes; null where it is unknown. */
export function waitPerItem({ visits, wait }: StepFacts): number | null {
  return visits === null || wait === null ? null : visits * wait.mean;
}

/** The sum of what is known and unknown: null as soon as one part is unknown. */
export function sumOf(parts: readonly (number | null)[]): number | null {
  return parts.reduce<number | null>((sum, part) => (sum === null || part === null ? null : sum + part), 0);
}

/** What the clock of the customer gains when minutes per item fall away at a step; null where they are unknown. */
export function clockGain(
  facts: Pick<Facts, 'structure'>,
  step: StepFacts,
  minutes: number | null,
): number | null {
  if (!step.movesClock) return 0;
  return minutes === null ? null : gainOnClock(facts, step.id, minutes);
}
