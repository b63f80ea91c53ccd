import { utilisationOf, waitInQueue } from '../figures/queueing';
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

/** Squared variation of times between arrivals where nothing is said: they come at random. */
const randomArrivals = 1;
/** Squared variation of the work per item where nothing better is known. */
const usualService = 0.5;

const workOf = (step: StepFacts): number => (step.workPerMonth ?? 0) * step.crew;

function missingFor(facts: Facts, role: RoleFacts): Missing {
  const open = role.steps.filter((step) => step.processTime === null && step.visits !== 0);
  const isOpen = role.steps.some((step) => step.visits === null);
  return [
    ...(role.people === null || role.people === 0 ? [{ about: role.id, field: 'people' as const }] : []),
    ...(role.availability === null || role.availability === 0
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
  const mostCapacity = people === null || people === 0 || minutes <= 0 ? null : people * minutes;
  const capacity = mostCapacity === null || !availability ? null : mostCapacity * availability;
  const work = role.steps.reduce((sum, step) => sum + workOf(step), 0);
  const missing = missingFor(facts, role);
  const certain = capacity ?? mostCapacity;
  return {
    role,
    work,
    capacity,
    mostCapacity,
    utilisation: missing.length === 0 && capacity !== null ? work / capacity : null,
    least: certain === null ? 0 : work / certain,
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
 * Minutes that an item waits for a free person of a role, by the queueing estimate: as many servers as there are people
 * for this stream, arrivals at random unless the demand’s variation is known. `people` multiplies the people.
 * Null where the load is unknown or the queue grows.
 */
export function waitForRole(facts: Facts, { role, capacity, utilisation }: Load, people = 1): number | null {
  const rate = facts.stream.demandRate;
  if (rate === null || capacity === null || utilisation === null || utilisation === 0) return null;
  const visits = role.steps.reduce((sum, step) => sum + (step.visits ?? 0), 0);
  const busy = role.steps.reduce(
    (sum, step) => sum + (step.visits ?? 0) * (step.processTime?.mean ?? 0) * step.crew,
    0,
  );
  const present = (role.people ?? 1) * (role.availability ?? 1) * people;
  const servers = Math.max(1, present);
  const queue = {
    arrivalRate: rate * visits,
    // Somebody who is there half of the time takes twice as long on the clock.
    serviceTime: (busy / visits) * (servers / present),
    servers,
    arrivalVariation: facts.stream.demandCv === null ? randomArrivals : facts.stream.demandCv ** 2,
    serviceVariation: usualService,
  };
  return utilisationOf(queue) < 1 ? waitInQueue(queue) : null;
}
