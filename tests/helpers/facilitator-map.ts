import type { BuiltMap, FlowFields, MapBuilder, StepFields } from './build-map';
import { buildMap } from './build-map';
import { randomFrom } from './random-map';

/** What is told of a map so far. */
interface Telling {
  readonly m: MapBuilder;
  readonly random: () => number;
  readonly steps: string[];
  /** How many values the fields have that lanes can show, 1..8. */
  readonly lanes: number;
  left: number;
  count: number;
}

/** Ends of a piece of a stream. */
interface Part {
  readonly first: string;
  readonly last: string;
}

const upTo = (t: Telling, limit: number): number => Math.floor(t.random() * limit);
const chance = (t: Telling, share: number): boolean => t.random() < share;
const pick = <T>(t: Telling, list: readonly [T, ...T[]]): T => list[upTo(t, list.length)] ?? list[0];

const names = [
  'Log',
  'Check the request',
  'Approve',
  'Find out what the customer really needs and agree on the day by which it is there',
  'Hand over to the specialists of the second line with everything that is known so far',
  'Build',
  'Test with users',
] as const;
const labels = [
  undefined,
  undefined,
  'urgent',
  'wrong data',
  'information is missing and nobody can be reached today',
] as const;
const activities = [
  'plan',
  'improve',
  'engage',
  'design-transition',
  'obtain-build',
  'deliver-support',
] as const;
const practices = ['service-desk', 'incident-management', 'change-enablement', 'problem-management'] as const;

function stepFields(t: Telling): StepFields {
  const lane = upTo(t, t.lanes);
  const label = pick(t, names);
  return {
    name: label,
    ...(chance(t, 0.95) && { role: `role-${lane}` }),
    ...(chance(t, 0.95) && { team: `Team ${lane}` }),
    activity: activities[lane % activities.length] ?? 'plan',
    practices: [practices[lane % practices.length] ?? 'service-desk'],
    party: (['provider', 'consumer', 'partner'] as const)[upTo(t, Math.min(3, t.lanes))] ?? 'provider',
    ...(chance(t, 0.75) && { wait: 60 }),
    ...(chance(t, 0.25) && { wip: 4 }),
  };
}

function step(t: Telling): Part {
  const id = `step-${(t.count += 1)}`;
  t.left -= 1;
  t.steps.push(id);
  t.m.step(id, stepFields(t));
  return { first: id, last: id };
}

const node = (t: Telling, type: 'fork' | 'join' | 'decision'): string => {
  const id = `${type}-${(t.count += 1)}`;
  t.m.node(type, id);
  return id;
};

function parallel(t: Telling, depth: number): Part {
  const open = node(t, 'fork');
  const branches = Array.from({ length: 2 + upTo(t, 3) }, () => sequence(t, 1 + upTo(t, 3), depth + 1));
  const close = node(t, 'join');
  for (const branch of branches) {
    t.m.flow(open, branch.first);
    t.m.flow(branch.last, close);
  }
  return { first: open, last: close };
}

/** A choice; one of its ways may lead straight on, so that the others are optional. */
function choice(t: Telling, depth: number): Part {
  const open = chance(t, 0.5) ? node(t, 'decision') : step(t).last;
  const count = 2 + upTo(t, 2);
  const isOptional = chance(t, 0.4);
  const branches = Array.from({ length: count }, (_, index) =>
    isOptional && index === 0 ? null : sequence(t, 1 + upTo(t, 3), depth + 1),
  );
  const close = step(t).first;
  for (const [index, branch] of branches.entries()) {
    const label = pick(t, labels);
    const fields: FlowFields = {
      share: 1 / count,
      ...(label !== undefined && { label }),
      ...(index > 0 && chance(t, 0.2) && { kind: 'escalation' }),
    };
    t.m.flow(open, branch?.first ?? close, fields);
    if (branch) t.m.flow(branch.last, close);
  }
  return { first: open, last: close };
}

function block(t: Telling, depth: number): Part {
  const kind = t.random();
  if (depth >= 3 || t.left < 4 || kind < 0.6) return step(t);
  return kind < 0.8 ? parallel(t, depth) : choice(t, depth);
}

function sequence(t: Telling, length: number, depth: number): Part {
  const parts = Array.from({ length }, () => block(t, depth));
  parts.forEach((part, index) => {
    const before = parts[index - 1];
    if (before) t.m.flow(before.last, part.first);
  });
  const first = parts[0] ?? step(t);
  return { first: first.first, last: (parts.at(-1) ?? first).last };
}

/** Rework of every length, to the step itself included. */
function loops(t: Telling): void {
  const count = upTo(t, Math.ceil(t.steps.length / 5) + 1);
  for (let each = 0; each < count; each += 1) {
    const from = upTo(t, t.steps.length);
    const back = chance(t, 0.7) ? upTo(t, 5) : upTo(t, t.steps.length);
    const source = t.steps[from] ?? '';
    const target = t.steps[Math.max(0, from - back)] ?? '';
    const label = pick(t, labels);
    t.m.flow(source, target, {
      kind: chance(t, 0.7) ? 'rework' : 'iteration',
      share: 0.1,
      ...(label !== undefined && { label }),
    });
  }
}

/** Notes, bursts and control boxes, which say something of a step or stand alone. */
function extras(t: Telling): void {
  for (const type of ['note', 'burst', 'control'] as const)
    for (let each = upTo(t, 3); each > 0; each -= 1) {
      const id = `${type}-${(t.count += 1)}`;
      t.m.node(type, id, { name: pick(t, names) });
      const about = t.steps[upTo(t, t.steps.length)] ?? '';
      if (type === 'control' && chance(t, 0.4)) t.m.flow(about, id, { kind: 'information' });
      else if (chance(t, 0.8)) t.m.flow(id, about, { kind: 'information' });
    }
}

/** More than one demand, and more than one value: each joins or leaves at some step. */
function moreEnds(t: Telling): void {
  if (chance(t, 0.2)) {
    t.m.start('start-2', { name: 'Demand by another way' });
    t.m.flow('start-2', t.steps[upTo(t, Math.ceil(t.steps.length / 3))] ?? '');
  }
  if (chance(t, 0.2)) {
    t.m.end('end-2', { name: 'Nothing to do' });
    t.m.flow(t.steps[upTo(t, t.steps.length)] ?? '', 'end-2', { share: 0.1 });
  }
}

/**
 * A map as facilitators draw them, the same for the same seed: chains, choices, optional steps, nested parallel blocks,
 * rework of every length, several starts and ends, notes, bursts, control boxes, long names, one to eight lanes.
 */
export function facilitatorMap(seed: number, steps: number): BuiltMap {
  return buildMap((m) => {
    const random = randomFrom(seed * 7919);
    const t: Telling = {
      m,
      random,
      steps: [],
      lanes: 1 + Math.floor(random() * 8),
      left: steps,
      count: 0,
    };
    m.start();
    const parts: Part[] = [];
    while (t.left > 0) parts.push(block(t, 0));
    m.end();
    let before = 'start';
    for (const part of parts) {
      m.flow(before, part.first);
      before = part.last;
    }
    m.flow(before, 'end');
    loops(t);
    moreEnds(t);
    extras(t);
  });
}

/** How many steps the map of a seed has, of 200 maps from 5 to 100. */
export const stepsOfSeed = (seed: number): number => 5 + ((seed * 37) % 96);
