import { describe, expect, it } from 'vitest';
import { sizeOfChange } from '../../../shared/analysis/version-summary';
import type { Project } from '../../../shared/model/project';
import { buildMap } from '../../helpers/build-map';

/** Two steps of 10 and 60 minutes after waits of 30 and 120: 3h 40m in all. */
const first = buildMap((m) => {
  m.start();
  m.step('log', { processTime: 10, wait: 30 });
  m.step('fix', { processTime: 60, wait: 120 });
  m.end();
  m.path('start', 'log', 'fix', 'end');
}).project;

function edited(edit: (project: Project) => void): Project {
  const project = structuredClone(first);
  edit(project);
  return project;
}
const size = (after: Project, map = 'map'): readonly string[] =>
  sizeOfChange(first, after, map).map((line) => line.replaceAll('\u00a0', ' '));

describe('the size of a change', () => {
  it('is nothing between equal states', () => {
    expect(size(structuredClone(first))).toEqual([]);
  });

  it('names steps first, then what it does to the lead time', () => {
    const after = edited((project) => {
      for (const id of ['a', 'b', 'c']) project.nodes[id] = { map: 'map', type: 'step', name: id, order: 9 };
      const fix = project.nodes['fix'];
      if (fix) fix.wait = { likely: 60 };
    });
    expect(size(after)).toEqual(['3 steps more', '1 step changed', 'lead time 3h 40m to 2h 40m']);
  });

  it('never tells what came without what went', () => {
    const after = edited((project) => {
      for (const id of ['a', 'b', 'c']) project.nodes[id] = { map: 'map', type: 'step', name: id, order: 9 };
      for (const id of ['log', 'fix']) delete project.nodes[id];
    });
    expect(size(after, 'none')[0]).toBe('3 steps more and 2 fewer');
  });

  it('says where a lead time is not known any more', () => {
    const after = edited((project) => {
      const fix = project.nodes['fix'];
      if (fix) delete fix.wait;
    });
    expect(size(after)).toEqual(['1 step changed', 'lead time 3h 40m to not known']);
  });

  it('leaves the lead time out where one state lacks the map', () => {
    expect(
      size(
        edited((project) => delete project.nodes['log']),
        'other',
      ),
    ).toEqual(['1 step fewer']);
  });

  it('tells of places only where nothing else differs', () => {
    const moved = edited((project) => {
      const fix = project.nodes['fix'];
      if (fix) fix.position = { x: 5, y: 5 };
    });
    expect(size(moved)).toEqual(['places on the map']);
    moved.name = 'Other';
    expect(size(moved)).toEqual(['Name and settings of the project']);
  });

  it('counts maps, other elements and flows', () => {
    const after = edited((project) => {
      project.maps['future'] = { stream: 'stream', name: 'Future state', order: 2, state: 'future' };
      project.nodes['remark'] = { map: 'map', type: 'note', name: 'Remark', order: 9 };
      delete project.flows['log--fix'];
    });
    expect(size(after, 'none')).toEqual(['1 map more', '1 other element changed', '1 flow changed']);
  });
});
