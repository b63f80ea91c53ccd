import { describe, expect, it } from 'vitest';
import { allRules } from '../../../shared/analysis/all-rules';
import {
  type Example,
  exampleMapId,
  exampleProject,
  type ExampleStep,
} from '../../../shared/analysis/example';
import { factsOf } from '../../../shared/analysis/facts';
import { itil4 } from '../../../shared/catalogue/itil4/itil4';
import { computeFigures } from '../../../shared/figures/compute-figures';
import { graphOf } from '../../../shared/model/queries';
import { today } from './judge-map';

type Told = Omit<Example, 'title'>;

/** How many findings a rule has on an example. */
function findings(id: string, told: Told): number {
  const rule = allRules.find((each) => each.id === id);
  const graph = graphOf(exampleProject({ title: 'Judged', ...told }), exampleMapId);
  if (rule === undefined || graph === null) throw new Error(`No rule ${id}, or no map.`);
  const facts = factsOf(graph, computeFigures(graph), { pack: itil4, today, suppressForTemplates: false });
  return rule.judge(facts, {}).claims.length;
}

const many = (count: number, fields: ExampleStep): Record<string, ExampleStep> =>
  Object.fromEntries(Array.from({ length: count }, (_, at) => [`s${String(at)}`, fields]));

const effort = (valueAdding: number): Told => ({
  steps: {
    help: { value: 'VA', processTime: valueAdding },
    control: { value: 'NNVA', nnvaReason: 'risk', processTime: 100 - valueAdding },
  },
});

const consumerWork = (minutes: number, others: number): Told => ({
  steps: {
    fill: { party: 'consumer', processTime: minutes },
    work: { party: 'provider', processTime: others },
  },
});

const plan = (changes: number, due: string, startsOn?: string): Told => ({
  stream: startsOn === undefined ? {} : { startsOn },
  steps: { work: {} },
  improvements: Object.fromEntries(
    Array.from({ length: changes }, (_, at) => [`i${String(at)}`, { status: 'planned' as const, due }]),
  ),
});

/** Two minutes that touch the consumer, and silence between; the rest of the time they take part. */
const silence = (minutes: number, heard: number): Told => ({
  steps: {
    ask: { touchesConsumer: true, wait: 0, processTime: 1 },
    work: { touchesConsumer: false, wait: minutes, processTime: 0 },
    show: { touchesConsumer: true, wait: 0, processTime: heard - 1 },
  },
});

/** `rare` steps in a row that a share of the items takes, beside `usual` steps. */
function rareSteps(rare: number, usual: number, share: number): Told {
  const rareIds = Array.from({ length: rare }, (_, at) => `rare${String(at)}`);
  const usualIds = Array.from({ length: usual }, (_, at) => `usual${String(at)}`);
  const [first = '', ...rest] = usualIds;
  const steps = Object.fromEntries([...usualIds, ...rareIds].map((id) => [id, {}]));
  const row = (ids: readonly string[]) => ids.slice(1).map((to, at) => ({ from: ids[at] ?? '', to }));
  return {
    steps,
    flows: [
      { from: 'start', to: first },
      { from: first, to: rest[0] ?? 'end', share: 1 - share },
      { from: first, to: rareIds[0] ?? 'end', share },
      ...row([...rest, 'end']),
      ...row([...rareIds, 'end']),
    ],
  };
}

const enablement = ['change-enablement'];
const requests = ['service-request-management'];

/** An approval that a share of the items passes. */
const approved = (share: number, fields: ExampleStep, first: ExampleStep): Told => ({
  steps: { take: first, approve: { kind: 'approval', ...fields }, work: { kind: 'work', practices: [] } },
  flows: [
    { from: 'start', to: 'take' },
    { from: 'take', to: 'approve', share },
    { from: 'take', to: 'work', share: 1 - share },
    { from: 'approve', to: 'work' },
    { from: 'work', to: 'end' },
  ],
});

const board = (share: number): Told =>
  approved(share, { external: true, practices: enablement }, { kind: 'work', practices: enablement });

const order = (share: number): Told =>
  approved(share, { practices: requests }, { kind: 'entry', practices: [] });

const marked = (tools: number, others: number): Told => ({
  steps: { work: {} },
  improvements: Object.fromEntries(
    Array.from({ length: tools + others }, (_, at) => [
      `i${String(at)}`,
      { dimension: at < tools ? 'information-technology' : 'organizations-people' },
    ]),
  ),
});

const incidents = (handling: number, others: number): Told => ({
  steps: {
    ...many(others, { practices: ['deployment-management'] }),
    ...Object.fromEntries(
      Array.from({ length: handling }, (_, at) => [`i${String(at)}`, { practices: ['incident-management'] }]),
    ),
  },
});

const machine = (usable: number): Told => ({
  steps: { match: { automation: 'automated', value: 'VA', completeAccurate: usable } },
});

const mailbox = (wait: number): Told => ({ steps: { approve: { wait, systems: ['e-mail'] } } });

describe('a limit of the rules about value, principles, dimensions and patterns decides exactly where it says', () => {
  it.each<[rule: string, limit: string, told: Told, findings: number]>([
    ['value-low-va-share', '40 %', effort(40), 0],
    ['value-low-va-share', 'less than 40 %', effort(39.9999), 1],

    ['value-consumer-effort', 'half an hour', consumerWork(30, 1000), 1],
    ['value-consumer-effort', 'less than half an hour', consumerWork(29.999, 1000), 0],
    ['value-consumer-effort', 'a fifth', consumerWork(20, 80), 1],
    ['value-consumer-effort', 'less than a fifth', consumerWork(19.999, 80), 0],
    ['value-consumer-effort', 'most of it, from six minutes on', consumerWork(6, 1), 1],
    ['value-consumer-effort', 'most of it, less than six minutes', consumerWork(5.999, 1), 0],

    ['principle-big-bang-plan', 'five at once', plan(5, '2026-12-01'), 0],
    ['principle-big-bang-plan', 'six at once', plan(6, '2026-12-01'), 1],
    ['principle-big-bang-plan', '60 days from today', plan(1, '2027-01-20'), 0],
    ['principle-big-bang-plan', '61 days from today', plan(1, '2027-01-21'), 1],
    ['principle-big-bang-plan', '61 days after a start', plan(1, '2026-12-01', '2026-10-01'), 1],
    ['principle-big-bang-plan', '60 days after a start', plan(1, '2026-12-01', '2026-10-02'), 0],

    ['principle-invisible-work', 'four hours', mailbox(240), 1],
    ['principle-invisible-work', 'less than four hours', mailbox(239.999), 0],

    ['principle-silent-wait', 'eight hours, half of the time', silence(480, 480), 1],
    ['principle-silent-wait', 'less than eight hours', silence(479.999, 400), 0],
    ['principle-silent-wait', 'less than half of the time', silence(480, 480.01), 0],

    ['principle-single-practice-stream', 'three steps', { steps: many(3, { practices: requests }) }, 1],
    ['principle-single-practice-stream', 'two steps', { steps: many(2, { practices: requests }) }, 0],

    ['principle-too-many-decisions', 'two of ten, just below 5 %', rareSteps(2, 8, 0.0499), 1],
    ['principle-too-many-decisions', 'two of ten, 5 %', rareSteps(2, 8, 0.05), 0],
    ['principle-too-many-decisions', 'two of eleven', rareSteps(2, 9, 0.01), 0],
    ['principle-too-many-decisions', 'one of five', rareSteps(1, 4, 0.01), 0],
    ['principle-too-many-decisions', 'two of four', rareSteps(2, 2, 0.01), 0],

    ['principle-automating-waste', '80 %', machine(0.8), 0],
    ['principle-automating-waste', 'less than 80 %', machine(0.7999), 1],

    ['dimension-imbalance', 'four of five', marked(4, 1), 1],
    ['dimension-imbalance', 'seven of nine', marked(7, 2), 0],
    ['dimension-imbalance', 'four of four', marked(4, 0), 0],

    ['pattern-no-standard-route', '80 %', board(0.8), 1],
    ['pattern-no-standard-route', 'less than 80 %', board(0.7999), 0],

    ['pattern-approval-on-standard-request', '80 %', order(0.8), 1],
    ['pattern-approval-on-standard-request', 'less than 80 %', order(0.7999), 0],
    ['pattern-approval-on-standard-request', 'one step of three', order(1), 1],

    ['pattern-incidents-without-learning', 'two of five', incidents(2, 3), 1],
    ['pattern-incidents-without-learning', 'one of three', incidents(1, 2), 0],
  ])('%s: %s', (rule, _limit, told, expected) => {
    expect(findings(rule, told)).toBe(expected);
  });
});
