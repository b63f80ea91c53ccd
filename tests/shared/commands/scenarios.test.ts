import { describe, expect, it } from 'vitest';
import { deleteNodes } from '../../../shared/commands/delete-nodes';
import { deleteMap } from '../../../shared/commands/maps';
import { deleteRole } from '../../../shared/commands/roles';
import {
  addScenario,
  deleteScenario,
  duplicateScenario,
  scenariosOf,
  setScenario,
} from '../../../shared/commands/scenarios';
import type { FigureKey } from '../../../shared/figures/types';
import { computeFigures } from '../../../shared/figures/compute-figures';
import { graphOf } from '../../../shared/model/queries';
import { scenarioFigures } from '../../../shared/what-if/scenario-figures';
import { makeScenarioFuture } from '../../../shared/what-if/scenario-future';
import { buildMap } from '../../helpers/build-map';
import { countedIds, doUndoRedo, refusal } from '../../helpers/do-undo-redo';

const { project } = buildMap((m) => {
  m.stream({ demandPerMonth: 200 });
  m.role('desk', { people: 2, availability: 0.5 });
  m.start();
  m.step('log', { processTime: [5, 10, 30], wait: 30, role: 'desk', completeAccurate: 0.8, value: 'VA' });
  m.step('check', { processTime: 5, wait: 600, role: 'desk', value: 'NVA' });
  m.step('fix', { processTime: 60, wait: 40, value: 'VA' });
  m.end();
  m.path('start', 'log', 'check', 'fix');
  m.flow('fix', 'end', { share: 0.75 });
  m.flow('fix', 'log', { share: 0.25, kind: 'rework' });
});
const changes = {
  'log:wait': { about: 'log', field: 'wait', factor: 0.5 },
  'check:skip': { about: 'check', field: 'skip', value: 1 },
  'desk:people': { about: 'desk', field: 'people', value: 3 },
  'fix--log:share': { about: 'fix--log', field: 'share', factor: 0.4 },
};
const kept = doUndoRedo(project, addScenario({ map: 'map', name: ' Less ', changes }, countedIds()));

describe('a scenario', () => {
  it('is kept under a name of its own', () => {
    expect(kept.scenarios['new-1']).toEqual({ map: 'map', name: 'Less', changes, order: 1 });
    expect(refusal(kept, addScenario({ map: 'map', name: 'less', changes }, countedIds()))).toMatch(
      /already/,
    );
    expect(refusal(kept, addScenario({ map: 'map', name: ' ', changes }, countedIds()))).toMatch(/name/);
    expect(refusal(kept, addScenario({ map: 'toString', name: 'x', changes }, countedIds()))).toMatch(
      /no longer/,
    );
  });

  it('is renamed, changed, duplicated and deleted', () => {
    const renamed = doUndoRedo(kept, setScenario({ id: 'new-1', patch: { name: 'Fewer waits' } }));
    expect(renamed.scenarios['new-1']?.name).toBe('Fewer waits');
    const emptied = doUndoRedo(renamed, setScenario({ id: 'new-1', patch: { changes: {} } }));
    expect(emptied.scenarios['new-1']?.changes).toEqual({});
    const ids = (): string => 'twin';
    const twice = doUndoRedo(kept, duplicateScenario({ project: kept, id: 'new-1' }, ids));
    expect(scenariosOf(twice, 'map').map(({ name }) => name)).toEqual(['Less', 'Less, copy']);
    expect(doUndoRedo(kept, deleteScenario({ id: 'new-1' })).scenarios).toEqual({});
    expect(refusal(kept, deleteScenario({ id: 'valueOf' }))).toMatch(/no longer/);
  });

  it('forgets steps, their flows and roles that are deleted, and comes back with them', () => {
    const without = doUndoRedo(kept, deleteNodes({ ids: ['log'] }, countedIds()));
    expect(Object.keys(without.scenarios['new-1']?.changes ?? {})).toEqual(['check:skip', 'desk:people']);
    expect(
      doUndoRedo(kept, deleteRole({ id: 'desk' })).scenarios['new-1']?.changes['desk:people'],
    ).toBeUndefined();
  });

  it('goes with its map', () => {
    const two = structuredClone(kept);
    two.maps.other = { stream: 'stream', name: 'Other', state: 'designed', order: 2 };
    expect(doUndoRedo(two, deleteMap({ id: 'map' })).scenarios).toEqual({});
    expect(Object.keys(doUndoRedo(two, deleteMap({ id: 'other' })).scenarios)).toEqual(['new-1']);
  });
});

describe('a future state made of a scenario', () => {
  const copy = makeScenarioFuture({ project: kept, map: 'map', name: 'Less', changes, makeId: countedIds() });
  const after = doUndoRedo(kept, copy);
  const figuresOf = (map: string) => {
    const graph = graphOf(after, map);
    if (!graph) throw new Error(`no map ${map}`);
    return computeFigures(graph);
  };

  it('has the figures of the scenario', () => {
    const scenario = scenarioFigures(kept, 'map', changes)?.figures;
    const future = figuresOf(copy.made[0]);
    const keys = Object.keys(future.figure) as FigureKey[];
    for (const key of keys)
      expect([key, future.figure[key].value]).toEqual([key, scenario?.figure[key].value]);
    expect(Math.max(...[...future.utilisation.values()].map((each) => each ?? 0))).toBeCloseTo(
      scenario?.utilisation.get('desk') ?? Number.NaN,
      12,
    );
  });

  it('leaves the map itself as it was, its people among it', () => {
    expect(figuresOf('map').figure).toEqual(computeFigures(graphOf(kept, 'map') ?? neverGraph()).figure);
    expect(after.roles.desk?.people).toBe(2);
    expect(Object.values(after.roles).map(({ name }) => name)).toContain('Desk (Less)');
  });
});

function neverGraph(): never {
  throw new Error('the map is gone');
}
