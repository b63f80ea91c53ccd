import { describe, expect, it } from 'vitest';
import {
  balanceOf,
  consumerWork,
  imposedWithoutStep,
  stakeholdersOf,
  stepsElsewhere,
  stepsThatBringNothing,
  suggestedItems,
} from '../../../shared/analysis/value-balance';
import { makeFutureCopy } from '../../../shared/commands/future-copy';
import { openHistory, run } from '../../../shared/commands/history';
import { computeFigures } from '../../../shared/figures/compute-figures';
import type { Project } from '../../../shared/model/project';
import { graphOf, type MapGraph } from '../../../shared/model/queries';
import type { ValueKind } from '../../../shared/model/value-sets';
import type { ValueItem } from '../../../shared/model/workshop';
import { buildMap } from '../../helpers/build-map';

const built = buildMap((m) => {
  m.start();
  m.step('ask', { party: 'consumer', processTime: 10 });
  m.step('approve', { processTime: 5 });
  m.step('chase', { party: 'consumer', processTime: 6, crew: 2 });
  m.step('deliver', { processTime: 30 });
  m.end();
  m.path('start', 'ask', 'approve', 'deliver', 'end');
  m.flow('approve', 'chase', { share: 0.25 });
  m.flow('chase', 'deliver');
});

function graphWith(
  items: Readonly<Record<string, { kind: ValueKind; steps?: ValueItem['steps'] }>>,
): MapGraph {
  const project: Project = structuredClone(built.project);
  project.stakeholders.user = { name: 'Nurse', order: 1, stream: 'stream' };
  for (const [id, { kind, steps }] of Object.entries(items))
    project.valueItems[id] = { name: id, order: 1, stakeholder: 'user', kind, ...(steps && { steps }) };
  const graph = graphOf(project, 'map');
  if (!graph) throw new Error('no map');
  return graph;
}

const kinds = (...list: ValueKind[]): ValueItem[] =>
  list.map((kind, order) => ({ name: kind, order, stakeholder: 'user', kind }));

describe('the balance of a stakeholder', () => {
  it('counts what is given against what is taken', () => {
    expect(balanceOf([])).toEqual({ gives: 0, takes: 0, verdict: 'none' });
    expect(balanceOf(kinds('outcome', 'risk-removed'))).toEqual({ gives: 2, takes: 0, verdict: 'onlyGives' });
    expect(balanceOf(kinds('cost-imposed'))).toEqual({ gives: 0, takes: 1, verdict: 'onlyTakes' });
  });

  it('says of neither side that it is more, since entries are not weighed', () => {
    for (const list of [
      kinds('outcome', 'utility', 'cost-imposed'),
      kinds('cost-removed', 'risk-imposed', 'cost-imposed'),
    ])
      expect(balanceOf(list).verdict).toBe('both');
  });

  it('counts a step and its copy on a future state once', () => {
    const project: Project = structuredClone(built.project);
    project.stakeholders.user = { name: 'Nurse', order: 1, stream: 'stream' };
    const item: ValueItem = {
      name: 'Works',
      order: 1,
      stakeholder: 'user',
      kind: 'outcome',
      steps: { deliver: 1 },
    };
    project.valueItems.works = item;
    let made = 0;
    const copy = makeFutureCopy({ project, map: 'map', makeId: () => `new-${String((made += 1))}` });
    const done = run(openHistory(project), copy);
    if (done.kind === 'refused') throw new Error(done.sentence);
    const after = done.history.project;
    const linked = after.valueItems.works ?? item;
    for (const map of ['map', copy.made[0]]) {
      const graph = graphOf(after, map);
      expect(graph && stepsElsewhere(after, graph, linked)).toEqual([]);
    }
  });
});

describe('stakeholders', () => {
  it('stand with users, customers and sponsors first', () => {
    const project = structuredClone(built.project);
    project.stakeholders.a = { name: 'Regulator', order: 1, stream: 'stream', kind: 'regulator' };
    project.stakeholders.b = { name: 'Board', order: 2, stream: 'stream', kind: 'sponsor' };
    project.stakeholders.c = { name: 'Nurse', order: 3, stream: 'stream', kind: 'user' };
    project.stakeholders.d = { name: 'Elsewhere', order: 0, stream: 'other', kind: 'user' };
    expect(stakeholdersOf(project, 'stream').map(({ name }) => name)).toEqual([
      'Nurse',
      'Board',
      'Regulator',
    ]);
  });
});

describe('steps that bring nothing', () => {
  it('are not claimed while nothing is linked', () => {
    expect(stepsThatBringNothing(graphWith({ quick: { kind: 'outcome' } }))).toBeNull();
    // What burdens somebody brings nothing.
    expect(stepsThatBringNothing(graphWith({ fee: { kind: 'cost-imposed', steps: { ask: 1 } } }))).toBeNull();
  });

  it('are those without an entry that gives', () => {
    const graph = graphWith({
      quick: { kind: 'outcome', steps: { deliver: 1 } },
      fee: { kind: 'cost-imposed', steps: { approve: 1 } },
    });
    expect(stepsThatBringNothing(graph)?.map(({ id }) => id)).toEqual(['ask', 'approve', 'chase']);
  });
});

describe('costs and risks imposed', () => {
  it('ask for their step, also where it is on another map', () => {
    const graph = graphWith({
      fee: { kind: 'cost-imposed' },
      leak: { kind: 'risk-imposed', steps: { elsewhere: 1 } },
      chasing: { kind: 'cost-imposed', steps: { chase: 1 } },
      quick: { kind: 'outcome' },
    });
    expect(imposedWithoutStep(graph).map(({ id }) => id)).toEqual(['fee', 'leak']);
  });
});

describe('the effort of the consumer', () => {
  it('is visits x process time x people: 10 + 0.25 x 6 x 2 = 13 minutes, the figure of the map', () => {
    const figures = computeFigures(built.graph);
    const work = consumerWork(built.graph, figures);
    expect(work.map(({ id, visits, effort }) => [id, visits, effort])).toEqual([
      ['ask', 1, 10],
      ['chase', 0.25, 3],
    ]);
    expect(figures.figure.consumerEffort.value).toBeCloseTo(13, 9);
  });

  it('stays unknown where a time is', () => {
    const { graph } = buildMap((m) => {
      m.start();
      m.step('ask', { party: 'consumer' });
      m.end();
      m.path('start', 'ask', 'end');
    });
    expect(consumerWork(graph, computeFigures(graph))[0]?.effort).toBeNull();
  });
});

describe('texts of the charter', () => {
  it('are split into entries, each once, without those that are there', () => {
    const stream = {
      name: 'Stream',
      order: 1,
      costsImposed: '- Chasing; Licence fee\n• waiting; chasing',
      utility: ' ',
      risksRemoved: 'Data loss',
    };
    expect(suggestedItems(stream, [{ name: 'licence fee', kind: 'cost-imposed' }])).toEqual([
      { kind: 'cost-imposed', names: ['Chasing', 'Waiting'] },
      { kind: 'risk-removed', names: ['Data loss'] },
    ]);
  });
});
