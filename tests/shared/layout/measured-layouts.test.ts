import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { itil4 } from '../../../shared/catalogue/itil4/itil4';
import { templates } from '../../../shared/catalogue/templates/templates';
import { labelSizeFor } from '../../../shared/drawing/flow-text';
import { layoutMap } from '../../../shared/layout/layout-map';
import type { LaneBy } from '../../../shared/layout/types';
import { graphOf, type MapGraph } from '../../../shared/model/queries';
import { newFromTemplate } from '../../../shared/tables/new-from-template';
import { readTable } from '../../../shared/tables/read-table';
import { buildMap, type MapBuilder } from '../../helpers/build-map';
import { facilitatorMap, stepsOfSeed } from '../../helpers/facilitator-map';
import { faultsOf, measureLayout } from '../../helpers/measure-layout';
import { randomMap } from '../../helpers/random-map';

const laneKinds: readonly LaneBy[] = ['none', 'role', 'team', 'practice', 'activity', 'party'];

const countedIds = (): (() => string) => {
  let count = 0;
  return () => `id-${(count += 1)}`;
};

function faults(graph: MapGraph, laneBy: LaneBy): string[] {
  const labelSize = labelSizeFor(graph);
  return [
    ...faultsOf(measureLayout(graph, layoutMap(graph, { laneBy, pack: itil4, labelSize }), labelSize)),
    ...faultsOf(measureLayout(graph, layoutMap(graph, { laneBy, pack: itil4 }))),
  ];
}

function graphOfTemplate(id: string): MapGraph {
  const made = newFromTemplate(id, { makeId: countedIds() });
  const graph = made && graphOf(made.project, made.mapId);
  if (!graph) throw new Error(`There is no template ${id}.`);
  return graph;
}

function graphOfExample(name: string): MapGraph {
  const source = readFileSync(new URL(`../../../examples/${name}`, import.meta.url), 'utf8');
  const read = readTable(source, name.endsWith('.csv') ? 'csv' : 'json', { makeId: countedIds() });
  const graph = read.kind === 'read' ? graphOf(read.project, read.mapId) : null;
  if (!graph) throw new Error(`${name} cannot be read.`);
  return graph;
}

/** Small maps, each with one thing that is hard to draw. */
const figures: Record<string, (m: MapBuilder) => void> = {
  'a straight line': (m) => {
    m.start();
    m.step('log', { wait: 30, team: 'A' });
    m.step('solve', { wait: 90, wip: 4, team: 'B' });
    m.end();
    m.path('start', 'log', 'solve', 'end');
  },
  'a choice whose ways meet again': (m) => {
    m.start();
    m.step('check', { team: 'A' });
    m.node('decision', 'choice');
    m.step('simple', { wait: 10, team: 'B' });
    m.step('hard', { wait: 10, team: 'C' });
    m.step('close', { wait: 10, team: 'A' });
    m.end();
    m.path('start', 'check', 'choice');
    m.flow('choice', 'simple', { share: 0.7 });
    m.flow('choice', 'hard', { share: 0.2 });
    m.flow('choice', 'close', { share: 0.1, label: 'nothing to do' });
    m.path('simple', 'close', 'end');
    m.flow('hard', 'close');
  },
  'a parallel block in a parallel block': (m) => {
    m.start();
    for (const id of ['fork-1', 'fork-2']) m.node('fork', id);
    for (const id of ['join-1', 'join-2']) m.node('join', id);
    for (const id of ['a', 'b', 'c', 'd', 'e']) m.step(id, { wait: 20, team: id });
    m.end();
    m.path('start', 'fork-1', 'a', 'fork-2', 'b', 'join-2', 'join-1', 'end');
    m.path('fork-2', 'c', 'join-2');
    m.path('fork-1', 'd', 'join-1');
    m.path('fork-1', 'e', 'join-1');
  },
  'rework loops in each other, and one to itself': (m) => {
    m.start();
    for (const id of ['a', 'b', 'c', 'd']) m.step(id, { wait: 20, team: id < 'c' ? 'A' : 'B' });
    m.end();
    m.path('start', 'a', 'b', 'c', 'd', 'end');
    m.flow('b', 'a', { kind: 'rework', share: 0.1 });
    m.flow('c', 'a', { kind: 'rework', share: 0.1, label: 'incomplete' });
    m.flow('d', 'b', { kind: 'iteration', share: 0.2 });
    m.flow('d', 'a', { kind: 'rework', share: 0.1 });
    m.flow('c', 'c', { kind: 'rework', share: 0.3, label: 'again' });
  },
  'two flows between the same steps': (m) => {
    m.start();
    m.step('a', { team: 'A' });
    m.step('b', { wait: 5, team: 'B' });
    m.end();
    m.path('start', 'a', 'b', 'end');
    m.flow('a', 'b', { kind: 'escalation', share: 0.2 });
    m.flow('b', 'a', { kind: 'rework', share: 0.2 });
    m.flow('b', 'a', { kind: 'iteration', share: 0.2 });
  },
  'notes, bursts and a control box': (m) => {
    m.start();
    for (const id of ['a', 'b', 'c']) m.step(id, { wait: 20, team: id });
    m.end();
    m.path('start', 'a', 'b', 'c', 'end');
    for (const type of ['note', 'burst', 'control'] as const) {
      m.node(type, type);
      m.flow(type, 'b', { kind: 'information' });
    }
    m.node('note', 'lost');
  },
  'a map without flows': (m) => {
    for (const id of ['a', 'b', 'c']) m.step(id, { wait: 20, team: 'A' });
  },
  'an empty map': () => {},
};

describe('no box covers another, no flow runs through a box or over another flow, no label covers anything', () => {
  describe.each(laneKinds)('with lanes by %s', (laneBy) => {
    test.each(templates.map(({ id }) => id))('on the template %s', (id) => {
      expect(faults(graphOfTemplate(id), laneBy)).toEqual([]);
    });

    test.each(['it-incident-response.csv', 'valuetech-feature.csv'])('on the example %s', (name) => {
      expect(faults(graphOfExample(name), laneBy)).toEqual([]);
    });

    test.each(Object.keys(figures))('on %s', (name) => {
      expect(faults(buildMap((m) => figures[name]?.(m)).graph, laneBy)).toEqual([]);
    });
  });

  const hundredAndFifty = Array.from({ length: 15 }, (_, index) => 10 * index + 1);

  test.each(hundredAndFifty)(
    'on ten random maps of 5 to 60 steps from seed %i on, each without lanes and by one kind of lane',
    (first) => {
      const wrong: string[] = [];
      for (let seed = first; seed < first + 10; seed += 1) {
        const graph = randomMap(seed, 5 + ((seed * 7) % 56));
        for (const laneBy of new Set<LaneBy>(['none', laneKinds[seed % laneKinds.length] ?? 'role'])) {
          const found = faultsOf(measureLayout(graph, layoutMap(graph, { laneBy })));
          wrong.push(...found.map((fault) => `seed ${seed} by ${laneBy}: ${fault}`));
        }
      }
      expect(wrong).toEqual([]);
    },
  );
});

describe('on 200 maps of 5 to 100 steps as facilitators draw them, without lanes and by one kind of lane', () => {
  const twenty = Array.from({ length: 20 }, (_, index) => 10 * index + 1);

  test.each(twenty)(
    'nothing covers, crosses or touches anything from seed %i on',
    { timeout: 60_000 },
    (first) => {
      const wrong: string[] = [];
      for (let seed = first; seed < first + 10; seed += 1) {
        const { graph } = facilitatorMap(seed, stepsOfSeed(seed));
        const labelSize = labelSizeFor(graph);
        for (const laneBy of new Set<LaneBy>(['none', laneKinds[seed % laneKinds.length] ?? 'role'])) {
          const layout = layoutMap(graph, { laneBy, pack: itil4, labelSize });
          const found = faultsOf(measureLayout(graph, layout, labelSize));
          wrong.push(...found.map((fault) => `seed ${seed} by ${laneBy}: ${fault}`));
        }
      }
      expect(wrong).toEqual([]);
    },
  );
});

test('on the templates fewer than 15 crossings come on a hundred flows', () => {
  let crossings = 0;
  let flows = 0;
  for (const { id } of templates)
    for (const laneBy of laneKinds) {
      const graph = graphOfTemplate(id);
      crossings += measureLayout(graph, layoutMap(graph, { laneBy })).crossings;
      flows += graph.flows.length;
    }
  expect(crossings / flows).toBeLessThan(0.15);
});
