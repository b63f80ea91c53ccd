import type { Command } from '../../commands/command';
import { setMap } from '../../commands/maps';
import type { MapPatch } from '../../commands/maps';
import { addPractice as addPracticeTo } from '../../commands/members';
import { type NodePatch, setNode } from '../../commands/nodes';
import { type RolePatch, setRole } from '../../commands/roles';
import { type StreamPatch, setStream } from '../../commands/streams';
import { together } from '../../commands/together';
import { type Calendar, hoursPerDay, workingDaysPerWeek } from '../../model/calendar';
import type { MapNode, QuantityName, Role, ValueStream, ValueStreamMap } from '../../model/project';
import { meanOf, type Quantity } from '../../model/quantity';
import { lookUp, type WithId } from '../../model/queries';
import type { AutomationLevel } from '../../model/value-sets';
import type { FixContext } from '../rule';
import { amountTimes, guessed } from './amounts';
import { type Choose, type Fix, graphFor, stepsMeant } from './fix';
import { setRoleHere } from './roles';

/** A patch, or what makes one from a record; null leaves the record alone. */
type PatchFor<T, P> = P | ((row: WithId<T>, context: FixContext) => P | null);

function patchFor<T, P>(patch: PatchFor<T, P>, row: WithId<T>, context: FixContext): P | null {
  return typeof patch === 'function'
    ? (patch as (row: WithId<T>, context: FixContext) => P | null)(row, context)
    : patch;
}

/** Several commands as one; null where there is none. */
function allOf(commands: readonly Command[]): Command | null {
  const [first, ...others] = commands;
  return first === undefined ? null : together(first, ...others);
}

/** Changes fields of the steps meant (those a finding is about unless chosen otherwise). */
export function setStep(patch: PatchFor<MapNode, NodePatch>, which: Choose = stepsMeant): Fix {
  return (context) => {
    const graph = graphFor(context);
    const commands = which(context).flatMap((id) => {
      const node = graph?.node.get(id);
      const fields = node && patchFor(patch, node, context);
      return fields ? [setNode({ ids: [id], patch: fields })] : [];
    });
    return allOf(commands);
  };
}

const shares: readonly QuantityName[] = ['completeAccurate', 'rejectRate', 'repeatFactor'];
const counts: readonly QuantityName[] = ['batch', 'crew'];

function scaledField(field: QuantityName, amount: Quantity, factor: number): Quantity {
  const most = shares.includes(field) ? 1 : Number.MAX_VALUE;
  const least = counts.includes(field) ? Math.min(1, meanOf(amount)) : 0;
  return guessed(amountTimes(amount, factor, { least, most }));
}

/**
 * Multiplies a field of the steps meant; shares stay at most 1, batches and crews at least 1.
 * The result is a guess: nobody measured it. Null where the field is unknown or nothing would change.
 */
export function scaleField(
  field: QuantityName,
  factor: number | ((step: WithId<MapNode>, context: FixContext) => number),
  which: Choose = stepsMeant,
): Fix {
  return setStep((step, context) => {
    const amount = step[field];
    if (amount === undefined) return null;
    const scaled = scaledField(field, amount, typeof factor === 'number' ? factor : factor(step, context));
    return meanOf(scaled) === meanOf(amount) ? null : { [field]: scaled };
  }, which);
}

type MapAmount = 'statedLeadTime' | 'statedProcessTime';

const isMapAmount = (field: QuantityName | MapAmount): field is MapAmount => field.startsWith('stated');

/** Exchanges two values that were typed into each other's place: of steps, or the two stated totals of the map. */
export function swapFields(a: QuantityName, b: QuantityName): Fix;
/** Exchanges the two stated totals of the map. */
export function swapFields(a: MapAmount, b: MapAmount): Fix;
export function swapFields(a: QuantityName | MapAmount, b: QuantityName | MapAmount): Fix {
  if (isMapAmount(a) && isMapAmount(b)) return setMapOf((map) => ({ [a]: map[b], [b]: map[a] }));
  if (isMapAmount(a) || isMapAmount(b)) return () => null;
  return setStep((step) =>
    step[a] === undefined && step[b] === undefined ? null : { [a]: step[b], [b]: step[a] },
  );
}

/** Changes the roles meant, or those of the steps meant; a future state that shares a role with other maps gets its own. */
export function setRoleOf(patch: PatchFor<Role, RolePatch>): Fix {
  return (context) => {
    const { project, about } = context;
    const graph = graphFor(context);
    const named = about.filter((id) => lookUp(project.roles, id));
    const ids = named.length > 0 ? named : stepsMeant(context).map((id) => graph?.node.get(id)?.role ?? '');
    const commands = [...new Set(ids)].flatMap((id) => {
      const role = lookUp(project.roles, id);
      const fields = role && patchFor(patch, { ...role, id }, context);
      return fields ? [setRoleHere(context, id, fields) ?? setRole({ id, patch: fields })] : [];
    });
    return allOf(commands);
  };
}

/** Changes the charter of the stream that the map belongs to. */
export function setStreamOf(patch: PatchFor<ValueStream, StreamPatch>): Fix {
  return (context) => {
    const id = lookUp(context.project.maps, context.map)?.stream;
    const stream = lookUp(context.project.streams, id);
    if (id === undefined || !stream) return null;
    const fields = patchFor(patch, { ...stream, id }, context);
    return fields && setStream({ id, patch: fields });
  };
}

/** Changes the map itself. */
export function setMapOf(patch: PatchFor<ValueStreamMap, MapPatch>): Fix {
  return (context) => {
    const map = lookUp(context.project.maps, context.map);
    const fields = map ? patchFor(patch, { ...map, id: context.map }, context) : null;
    return fields && setMap({ id: context.map, patch: fields });
  };
}

/** Lets the steps meant use a practice of the framework; null where they all do. */
export function addPractice(practice: string, which: Choose = stepsMeant): Fix {
  return (context) => {
    const graph = graphFor(context);
    const ids = which(context).filter((id) => {
      const node = graph?.node.get(id);
      return node !== undefined && !Object.hasOwn(node.practices ?? {}, practice);
    });
    return ids.length === 0 ? null : addPracticeTo({ ids, practice });
  };
}

/** Lets the steps meant be automated so far, and multiplies their process time and wait where these are known. */
export function setAutomation(
  level: AutomationLevel,
  factors: { readonly processTime?: number; readonly wait?: number } = {},
  which: Choose = stepsMeant,
): Fix {
  return setStep(({ processTime, wait }) => {
    const times = (amount: Quantity | undefined, factor: number | undefined): Quantity | undefined =>
      amount === undefined || factor === undefined ? amount : guessed(amountTimes(amount, factor));
    return {
      automation: level,
      ...(processTime && { processTime: times(processTime, factors.processTime) }),
      ...(wait && { wait: times(wait, factors.wait) }),
    };
  }, which);
}

/**
 * Lets the steps meant take place more often (a factor below 1) or less often. The mean wait for a date is half the
 * time between two dates, so the wait changes by half of what the cadence changes by, never below nothing.
 */
export function changeCadence(factor: number, which: Choose = stepsMeant): Fix {
  return setStep(({ cadence, wait }) => {
    if (cadence === undefined) return null;
    const changed = (meanOf(cadence) * (factor - 1)) / 2;
    const before = wait === undefined ? 0 : meanOf(wait);
    const left = before === 0 ? 1 : Math.max(0, before + changed) / before;
    return {
      cadence: guessed(amountTimes(cadence, factor)),
      ...(wait && before > 0 && { wait: guessed(amountTimes(wait, left)) }),
    };
  }, which);
}

/** Working minutes in a calendar minute, on average: x hoursPerDay/24 x daysPerWeek/7. */
function workingPart(calendar: Calendar): number {
  return (hoursPerDay(calendar) / 24) * (workingDaysPerWeek(calendar) / 7);
}

/** Turns waits of the steps meant, typed as calendar time, into working time of the map; null where there is no difference. */
export function convertBasis(which: Choose = stepsMeant): Fix {
  return (context) => {
    const calendar = graphFor(context)?.calendar;
    const part = calendar ? workingPart(calendar) : 1;
    if (part <= 0 || part >= 1) return null;
    return setStep(
      ({ wait }) => (wait === undefined ? null : { wait: amountTimes(wait, part) }),
      which,
    )(context);
  };
}
