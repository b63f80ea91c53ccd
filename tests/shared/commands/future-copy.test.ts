import { describe, expect, it } from 'vitest';
import {
  currentFromThis,
  futuresOf,
  linkBetween,
  makeFutureCopy,
} from '../../../shared/commands/future-copy';
import { computeFigures } from '../../../shared/figures/compute-figures';
import type { Project } from '../../../shared/model/project';
import { graphOf } from '../../../shared/model/queries';
import { buildMap } from '../../helpers/build-map';
import { countedIds, doUndoRedo, refusal } from '../../helpers/do-undo-redo';

function observed(): Project {
  const { project } = buildMap((m) => {
    m.map({ observedOn: '2026-11-02', statedLeadTime: 600 });
    m.start();
    m.step('log', { processTime: 10, wait: 20, position: { x: 80, y: 40 }, practices: ['service-desk'] });
    m.step('fix', { processTime: { likely: 60, source: 'measured', by: 'Ann' }, wait: 40 });
    m.end();
    m.path('start', 'log', 'fix', 'end');
    m.flow('fix', 'log', { kind: 'rework', share: 0.1 });
    m.flow('fix', 'gone');
  });
  project.ruleSettings.own = { rule: 'flow-dominant-wait', about: 'fix', severity: 'low' };
  project.ruleSettings.all = { rule: 'flow-dominant-wait', severity: 'high' };
  project.waivers.accepted = { map: 'map', rule: 'waste-waiting-approval', about: 'log', reason: 'Agreed' };
  return project;
}

const leadTime = (project: Project, map: string): number | null => {
  const graph = graphOf(project, map);
  return graph && computeFigures(graph).figure.leadTimeExpected.value;
};

let again = 0;

describe('a future state made from a map', () => {
  const project = observed();
  const copy = makeFutureCopy({ project, map: 'map', makeId: countedIds() });
  const after = doUndoRedo(project, copy);
  const [future] = copy.made;

  it('belongs to the same stream, is linked to the map and forgets what was observed', () => {
    expect(after.maps[future]).toEqual({
      stream: 'stream',
      name: 'Future state',
      state: 'future',
      order: 2,
      copiedFrom: 'map',
    });
    expect(after.maps.map).toEqual(project.maps.map);
  });

  it('has every node with its fields and place, linked to the node it was copied from', () => {
    expect(after.nodes[copy.idOf('log')]).toEqual({ ...project.nodes.log, map: future, copiedFrom: 'log' });
    expect(Object.values(after.nodes).filter((node) => node.map === future)).toHaveLength(4);
  });

  it('has every flow between its nodes and the same figures', () => {
    const flows = Object.values(after.flows).filter((flow) => flow.map === future);
    expect(flows).toHaveLength(4);
    expect(leadTime(after, future)).toBe(leadTime(after, 'map'));
  });

  it('takes what was decided about its steps with it, and nothing else', () => {
    const settings = Object.values(after.ruleSettings);
    expect(settings).toHaveLength(3);
    expect(settings).toContainEqual({ rule: 'flow-dominant-wait', about: copy.idOf('fix'), severity: 'low' });
    expect(Object.values(after.waivers)).toContainEqual({
      map: future,
      rule: 'waste-waiting-approval',
      about: copy.idOf('log'),
      reason: 'Agreed',
    });
  });

  it('gets a number where the name is taken, and is found again, the newest first', () => {
    const second = makeFutureCopy({
      project: after,
      map: 'map',
      makeId: () => `again-${String((again += 1))}`,
    });
    const twice = doUndoRedo(after, second);
    expect(twice.maps[second.made[0]]?.name).toBe('Future state 2');
    expect(futuresOf(twice, 'map')).toEqual([second.made[0], future]);
    expect(futuresOf(twice, future)).toEqual([]);
  });

  it('is refused for a map that is gone', () => {
    const gone = makeFutureCopy({ project, map: 'constructor', makeId: countedIds() });
    expect(refusal(project, gone)).toBe('This map is no longer in the project.');
  });
});

describe('the link between a map and its copy', () => {
  const project = observed();
  const copy = makeFutureCopy({ project, map: 'map', makeId: countedIds() });
  const after = doUndoRedo(project, copy);
  const [future] = copy.made;
  const link = linkBetween(after, 'map', future);

  it('leads from the map, its nodes and flows to those of the copy, and back', () => {
    for (const id of ['map', 'log', 'fix', 'log--fix', 'fix--log']) {
      expect(link.onCopy(id)).toBe(copy.idOf(id));
      expect(link.onSource(copy.idOf(id))).toBe(id);
    }
  });

  it('leaves shared things as they are, and says where something has no partner', () => {
    expect(link.onCopy('some-role')).toBe('some-role');
    const { [copy.idOf('fix')]: _gone, ...nodes } = after.nodes;
    const without = linkBetween({ ...after, nodes }, 'map', future);
    expect(without.onCopy('fix')).toBeNull();
    const added = {
      ...after,
      nodes: { ...after.nodes, added: { map: future, type: 'step', name: 'New', order: 9 } },
    };
    expect(linkBetween(added as Project, 'map', future).onSource('added')).toBeNull();
  });

  it('holds for a copy of a copy', () => {
    const next = makeFutureCopy({ project: after, map: future, makeId: () => `x${String((again += 1))}` });
    const twice = doUndoRedo(after, next);
    expect(linkBetween(twice, 'map', next.made[0]).onCopy('log')).toBe(next.idOf(copy.idOf('log')));
    expect(futuresOf(twice, 'map')).toEqual([next.made[0], future]);
  });
});

describe('a current state made from a future one', () => {
  it('keeps the values without their sources and becomes what the future state was copied from', () => {
    const { project } = buildMap((m) => {
      m.map({ state: 'future', name: 'Target' });
      m.step('fix', { processTime: { likely: 60, source: 'estimate', by: 'Ann' } });
    });
    const copy = currentFromThis({ project, map: 'map', makeId: countedIds() });
    const after = doUndoRedo(project, copy);
    const [current] = copy.made;
    expect(after.maps[current]).toMatchObject({ name: 'Current state', state: 'current' });
    expect(after.nodes[copy.idOf('fix')]?.processTime).toEqual({ likely: 60 });
    expect(after.maps.map?.copiedFrom).toBe(current);
    expect(linkBetween(after, current, 'map').onCopy(copy.idOf('fix'))).toBe('fix');
    expect(futuresOf(after, current)).toEqual(['map']);
  });
});
