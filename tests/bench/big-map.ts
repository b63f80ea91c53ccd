import { itil4 } from '../../shared/catalogue/itil4/itil4';
import { type Random, randomFrom } from '../../shared/simulation/random';
import {
  type BuiltMap,
  buildMap,
  type FlowFields,
  type MapBuilder,
  type StepFields,
} from '../helpers/build-map';

/** Steps in one branch of the map: long enough for loops and parallel work, short enough to see all of a map at once. */
const perBranch = 25;

const words = [
  'Check',
  'Complete',
  'Hand over',
  'Approve',
  'Prepare',
  'Carry out',
  'Test',
  'Record',
  'Inform',
];
const things = ['the request', 'the order data', 'the change record', 'the service desk', 'the supplier'];
const values = ['VA', 'NNVA', 'NVA'] as const;

const pick = <T>(random: Random, list: readonly T[]): T | undefined =>
  list[Math.floor(random.next() * list.length)];

const between = (random: Random, low: number, high: number): number =>
  Math.round(low + random.next() * (high - low));

/** A step as workshops leave them: most fields filled, some unknown. */
function stepFields(random: Random, { name, hasLanes }: Branch): StepFields {
  const work = between(random, 5, 60);
  const wait = between(random, 10, 900);
  const practice = pick(random, itil4.practices);
  const value = random.next() < 0.05 ? undefined : pick(random, values);
  return {
    name: `${pick(random, words) ?? ''} ${pick(random, things) ?? ''} ${name + 1}`,
    ...(practice && { activity: practice.defaultActivity, practices: [practice.id] }),
    ...(hasLanes && { role: `role-${between(random, 1, 8)}` }),
    team: `Team ${between(random, 1, 12)}`,
    processTime: random.next() < 0.9 ? [Math.round(work / 2), work, work * 3] : work,
    wait: [Math.round(wait / 2), wait, wait * 2],
    completeAccurate: 0.8 + Math.round(random.next() * 20) / 100,
    ...(value && { value }),
    ...(random.next() < 0.3 && {
      systems: [`system-${between(random, 1, 10)}`],
      wip: between(random, 1, 40),
    }),
  };
}

interface Branch {
  readonly name: number;
  /** Part of the requests that go here, 0..1. */
  readonly share: number;
  readonly steps: number;
  readonly hasLanes: boolean;
}

/** One branch: a chain with parallel pieces, and with returns from its 16th and 24th step. */
function addBranch(m: MapBuilder, random: Random, branch: Branch): void {
  const { share, steps } = branch;
  let last = 'triage';
  let onward: FlowFields = { share };
  for (let at = 0; at < steps; at += 1) {
    const id = `s-${branch.name}-${at}`;
    m.step(id, stepFields(random, branch));
    const isParallel = at % 12 === 6 && at + 1 < steps;
    const [fork, join, beside] = [
      `f-${branch.name}-${at}`,
      `j-${branch.name}-${at}`,
      `s-${branch.name}-${at + 1}`,
    ];
    m.flow(last, isParallel ? fork : id, onward);
    onward = {};
    last = id;
    if (isParallel) {
      m.node('fork', fork);
      m.node('join', join);
      m.step(beside, stepFields(random, branch));
      m.path(fork, id, join);
      m.path(fork, beside, join);
      last = join;
      at += 1;
    } else if (at % 8 === 7) {
      m.flow(id, `s-${branch.name}-${at - 3}`, { kind: 'rework', share: 0.1 });
      onward = { share: 0.9 };
    }
  }
  m.flow(last, 'end', onward);
}

/**
 * A map of exactly so many steps, the same for the same number: a triage sends requests into branches of 25 steps, as
 * the kinds of requests of one service desk. With lanes every step has one of eight roles.
 */
export function bigMap(steps: number, hasLanes: boolean): BuiltMap {
  const random = randomFrom(steps);
  return buildMap((m) => {
    m.stream({ name: 'Requests of all kinds', demandPerMonth: 2_000, targetLeadTime: 5_000 });
    for (let role = 1; role <= 8; role += 1) m.role(`role-${role}`, { ratePerHour: 40 + role });
    m.start();
    m.node('decision', 'triage', { name: 'Which kind?' });
    m.end();
    m.flow('start', 'triage');
    const branches = Math.ceil(steps / perBranch);
    for (let name = 0; name < branches; name += 1) {
      const count = Math.min(perBranch, steps - name * perBranch);
      addBranch(m, random, { name, share: 1 / branches, steps: count, hasLanes });
    }
  });
}
