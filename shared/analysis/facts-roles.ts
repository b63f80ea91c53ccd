import { queueEstimates } from '../figures/queue-estimates';
import type { Queue } from '../figures/queueing';
import type { Figures } from '../figures/types';
import type { MapGraph } from '../model/queries';
import type { StepFacts } from './facts-steps';

/** A role as the rules read it; null is unknown. */
export interface RoleFacts {
  readonly id: string;
  readonly name: string;
  readonly people: number | null;
  /** Part of their time that belongs to this stream, 0..1. */
  readonly availability: number | null;
  readonly ratePerHour: number | null;
  /** Work over capacity, 0..; null where work, people or demand are unknown. */
  readonly utilisation: number | null;
  /** All its visits as one queue; null where an input lacks. */
  readonly queue: Queue | null;
  /** Steps of the role that items reach, or may reach. */
  readonly steps: readonly StepFacts[];
}

/** The roles that do a step of this map. */
export function roleFacts(graph: MapGraph, figures: Figures, steps: readonly StepFacts[]): RoleFacts[] {
  const queues = new Map(queueEstimates(graph).map(({ role, queue }) => [role, queue]));
  const byRole = new Map<string | null, StepFacts[]>();
  for (const step of steps) {
    const known = byRole.get(step.role);
    if (known) known.push(step);
    else byRole.set(step.role, [step]);
  }
  return [...graph.roles.values()].flatMap((role) => {
    const own = byRole.get(role.id) ?? [];
    if (own.length === 0) return [];
    return [
      {
        id: role.id,
        name: role.name,
        people: role.people ?? null,
        availability: role.availability ?? null,
        ratePerHour: role.ratePerHour ?? null,
        utilisation: figures.utilisation.get(role.id) ?? null,
        queue: queues.get(role.id) ?? null,
        steps: own,
      },
    ];
  });
}
