import type { StepFacts } from './facts-steps';

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
