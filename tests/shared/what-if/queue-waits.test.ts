import { describe, expect, it } from 'vitest';
import { openHistory, run } from '../../../shared/commands/history';
import { graphOf } from '../../../shared/model/queries';
import { queueChange } from '../../../shared/what-if/queue-waits';
import { makeScenarioFuture } from '../../../shared/what-if/scenario-future';
import { scenarioFigures } from '../../../shared/what-if/scenario-figures';
import type { ScenarioChanges } from '../../../shared/what-if/types';
import { buildMap } from '../../helpers/build-map';
import { countIds } from '../../helpers/count-ids';

/** Working minutes of a month in office hours: 40 x 52 / 12 x 60. */
const month = 10_400;

/** Items a month that keep one person busy for a part of the time with 20 minutes each. */
const demandFor = (load: number): number => (load * month) / 20;

/** 20 minutes of the agent per item; at half load one agent lets items wait 20 x 0.5 / 0.5 = 20 minutes (M/M/1). */
function help(wait: number) {
  return buildMap((m) => {
    m.stream({ demandPerMonth: demandFor(0.5) });
    m.role('agent', { people: 1, availability: 1 });
    m.start();
    m.step('answer', { role: 'agent', processTime: 20, wait });
    m.end();
    m.path('start', 'answer', 'end');
  }).project;
}

function outcome(project: ReturnType<typeof help>, ...list: ScenarioChanges[string][]) {
  const { key, change } = queueChange('map');
  const changes = Object.fromEntries(list.map((each) => [`${each.about}:${each.field}`, each]));
  return scenarioFigures(project, 'map', { ...changes, [key]: change });
}

const demand = (value: number) => ({ about: 'stream', field: 'demandPerMonth', value });
const people = (value: number) => ({ about: 'agent', field: 'people', value });
const lead = (of: ReturnType<typeof outcome>): number | null | undefined =>
  of?.figures.figure.leadTimeExpected.value;

describe('waits that follow their queues', () => {
  it('stay as they are while nothing changes', () => {
    expect(lead(outcome(help(20)))).toBe(40);
  });

  it('grow with the volume: at 80 % one agent lets items wait 20 x 0.8 / 0.2 = 80 minutes', () => {
    expect(lead(outcome(help(20), demand(demandFor(0.8))))).toBeCloseTo(100, 9);
    expect(outcome(help(20), demand(demandFor(0.8)))?.waits).toEqual([
      { node: 'answer', before: 20, after: expect.closeTo(80, 9) as number, role: 'agent', kept: null },
    ]);
  });

  it('are inputs as before without the switch', () => {
    const changes = { d: demand(demandFor(0.8)) };
    expect(scenarioFigures(help(20), 'map', changes)?.figures.figure.leadTimeExpected.value).toBe(40);
  });

  it('shrink with a second agent: 20 / 2 x 0.25^(sqrt(6) - 1) / 0.75 = 1.7875 minutes', () => {
    expect(lead(outcome(help(20), people(2)))).toBeCloseTo(21.7875, 3);
  });

  it('shrink with the work: 10 minutes each make a quarter of the load, 10 x 0.25 / 0.75 = 3.33', () => {
    const work = { about: 'answer', field: 'processTime', value: 10 };
    expect(lead(outcome(help(20), work))).toBeCloseTo(10 + 10 / 3, 9);
  });

  it('keep what the queue does not explain: of 60 minutes 20 are the queue, and become 80', () => {
    expect(lead(outcome(help(60), demand(demandFor(0.8))))).toBeCloseTo(20 + 40 + 80, 9);
  });

  it('move in proportion where less is stated than the estimate says: 10 of 20 become 40 of 80', () => {
    expect(lead(outcome(help(10), demand(demandFor(0.8))))).toBeCloseTo(60, 9);
  });

  it('are unknown where the queue grows without end, not some large figure', () => {
    const grown = outcome(help(20), demand(demandFor(1.1)));
    expect(lead(grown)).toBeNull();
    expect(grown?.figures.figure.leadTimeExpected.lower).toBe(20);
    expect(grown?.waits[0]).toMatchObject({ before: 20, after: null, kept: null });
  });

  it('that wait for a date keep that part: weekly dates explain 1200 of 1210 minutes', () => {
    const { waits } = outcome(
      buildMap((m) => {
        m.stream({ demandPerMonth: demandFor(0.5) });
        m.role('board', { people: 1, availability: 1 });
        m.start();
        m.step('decide', { role: 'board', processTime: 20, wait: 1210, cadence: 2400 });
        m.end();
        m.path('start', 'decide', 'end');
      }).project,
      demand(demandFor(0.8)),
    ) ?? { waits: [] };
    // 10 minutes of the queue become four times as many.
    expect(waits[0]?.after).toBeCloseTo(1240, 9);
  });
});

describe('waits that cannot follow a queue', () => {
  const odd = buildMap((m) => {
    m.stream({ demandPerMonth: demandFor(0.5) });
    m.role('agent', { people: 1, availability: 1 });
    m.role('board', { availability: 1 });
    m.role('tester', { people: 1, availability: 0.1 });
    m.start();
    m.step('answer', { role: 'agent', processTime: 5, wait: 20 });
    m.step('agreed', { role: 'agent', processTime: 5, wait: 20, requiredWait: true });
    m.step('given', { role: 'agent', processTime: 5, wait: 20 });
    m.step('silent', { role: 'agent', processTime: 5 });
    m.step('nobody', { processTime: 5, wait: 20 });
    m.step('decide', { role: 'board', processTime: 5, wait: 20 });
    m.step('test', { role: 'tester', processTime: 20, wait: 20 });
    m.end();
    m.path('start', 'answer', 'agreed', 'given', 'silent', 'nobody', 'decide', 'test', 'end');
  }).project;

  it('stay as they were entered, each with its reason', () => {
    const { waits } = outcome(odd, demand(demandFor(0.6)), { about: 'given', field: 'wait', value: 7 }) ?? {
      waits: [],
    };
    expect(waits.map(({ node, kept, after }) => [node, kept, kept === null ? null : after])).toEqual([
      ['answer', null, null],
      ['agreed', 'agreed', 20],
      ['given', 'given', 7],
      ['silent', 'unknown', null],
      ['nobody', 'noRole', 20],
      ['decide', 'people', 20],
      ['test', 'grows', 20],
    ]);
  });
});

describe('a scenario with such waits', () => {
  it('makes a future state with them', () => {
    const { key, change } = queueChange('map');
    const copy = makeScenarioFuture({
      project: help(20),
      map: 'map',
      changes: { [key]: change, 'agent:people': people(2) },
      makeId: countIds(),
    });
    const done = run(openHistory(help(20)), copy);
    if (done.kind !== 'done') throw new Error(done.sentence);
    const graph = graphOf(done.history.project, copy.made[0]);
    const step = graph?.nodes.find(({ name }) => name === 'Answer');
    expect(step?.wait?.likely).toBeCloseTo(1.7875, 3);
    expect(step?.wait?.source).toBe('guess');
    expect(done.history.project.nodes['answer']?.wait?.likely).toBe(20);
  });
});
