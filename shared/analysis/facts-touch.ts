import type { StepFacts } from './facts-steps';

/** Minutes of work of all people on an item over all its visits; null where a part is unknown. */
export function effortPerItem({ visits, processTime, crew }: StepFacts): number | null {
  return visits === null || processTime === null ? null : visits * processTime.mean * crew;
}

/** Whether the consumer takes part in a step or notices it; null where nobody said. */
export function touchesConsumer(step: StepFacts): boolean | null {
  return step.touchesConsumer ?? (step.party === 'consumer' ? true : null);
}
