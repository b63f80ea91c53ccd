import { waitInQueue } from '../figures/queueing';
import { hoursPerMonth } from '../model/calendar';
import type { Facts } from './facts';
import type { RoleFacts } from './facts-roles';
import type { StepFacts } from './facts-steps';
import type { FieldName } from './fields';

type Missing = readonly { readonly about: string; readonly field: FieldName }[];

/** The work of a role beside the time that it has, person-minutes a month. */
export interface Load {
  readonly role: RoleFacts;
  /** Work that is certain. */
  readonly work: number;
  /** Null where people or their share of time are unknown. */
  readonly capacity: number | null;
  /** Time of its people if they gave all of it to this stream; null where their number is unknown. */
  readonly mostCapacity: number | null;
  /** Work / capacity; null where either is not certain. */
  readonly utilisation: number | null;
  /** What work / capacity is at least; 0 where nothing is certain. */
  readonly least: number;
  readonly missing: Missing;
}

const workOf = (step: StepFacts): number => (step.workPerMonth ?? 0) * step.crew;

/** A part of some minutes; null where it is unknown or less than a minute. */
const capacityOf = (part: number | null, minutes: number): number | null =>
  part === null || part * minutes < 1 ? null : part * minutes;

function missingFor(facts: Facts, role: RoleFacts, minutes: number): Missing {
  const open = role.steps.filter((step) => step.processTime === null && step.visits !== 0);
  const isOpen = role.steps.some((step) => step.visits === null);
  return [
    ...(capacityOf(role.people, minutes) === null ? [{ about: role.id, field: 'people' as const }] : []),
    ...(capacityOf(role.availability, minutes) === null
      ? [{ about: role.id, field: 'availability' as const }]
      : []),
    ...(facts.stream.demandPerMonth === null
      ? [{ about: facts.map.id, field: 'demand_per_month' as const }]
      : []),
    ...open.map(({ id }) => ({ about: id, field: 'process_time' as const })),
    ...(isOpen ? facts.visitsMissing : []),
  ];
}

function loadOf(facts: Facts, role: RoleFacts): Load {
  const minutes = hoursPerMonth(facts.map.calendar) * 60;
  const { people, availability } = role;
  const mostCapacity = capacityOf(people, minutes);
  const capacity =
    mostCapacity === null || capacityOf(availability, minutes) === null
      ? null
      : capacityOf(availability, mostCapacity);
  const work = role.steps.reduce((sum, step) => sum + workOf(step), 0);
  const missing = missingFor(facts, role, minutes);
  const certain = capacity ?? mostCapacity;
  const utilisation = missing.length === 0 ? role.utilisation : null;
  return {
    role,
    work,
    capacity,
    mostCapacity,
    utilisation,
    least: utilisation ?? (certain === null ? 0 : work / certain),
    missing,
  };
}

const loads = new WeakMap<Facts, readonly Load[]>();

/** The load of each role that does a step of the map, once per map. */
export function loadsOf(facts: Facts): readonly Load[] {
  const known = loads.get(facts);
  if (known !== undefined) return known;
  const made = facts.roles.map((role) => loadOf(facts, role));
  loads.set(facts, made);
  return made;
}

/** Ids of steps that people of ours do, although nobody has said which role. */
export function withoutRole({ steps }: Pick<Facts, 'steps'>): string[] {
  const isOurs = ({ party, partner }: StepFacts): boolean =>
    party !== 'consumer' && party !== 'partner' && partner === null;
  return steps
    .filter((step) => step.role === null && step.automation !== 'automated' && isOurs(step))
    .map(({ id }) => id);
}

/**
 * Minutes that an item waits for a free person of a role, by the queueing estimate, with a part of its arrivals.
 * Null where the load is unknown or the queue grows.
 */
export function waitForRole({ role: { queue } }: Load, arrivals = 1): number | null {
  return queue === null ? null : waitInQueue({ ...queue, arrivalRate: queue.arrivalRate * arrivals });
}
