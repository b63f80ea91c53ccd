import { describe, expect, it } from 'vitest';
import { nameOfChanges } from '../../../renderer/pages/what-if/scenario-name';
import { graphOf } from '../../../shared/model/queries';
import { buildMap } from '../../helpers/build-map';

const { project } = buildMap((m) => {
  m.step('approve', { name: 'Security approves access', wait: 600 });
  m.step('route', { name: 'Route', wait: 60, processTime: 5 });
  m.path('approve', 'route');
});

function nameOf(changes: Parameters<typeof nameOfChanges>[2]): string {
  const graph = graphOf(project, 'map');
  return graph ? nameOfChanges(project, graph, changes) : 'no map';
}

describe('the name that is offered for a scenario', () => {
  it('says what it changes, a part of a value as what comes of it', () => {
    expect(nameOf({ 'approve:wait': { about: 'approve', field: 'wait', value: 0 } })).toBe(
      'Security approves access 0m',
    );
    expect(nameOf({ 'route:wait': { about: 'route', field: 'wait', factor: 0.5 } })).toBe('Route 30m');
  });

  it('says two changes and counts the others', () => {
    expect(
      nameOf({
        'approve:wait': { about: 'approve', field: 'wait', value: 0 },
        'route:skip': { about: 'route', field: 'skip', value: 1 },
        'route:wait': { about: 'route', field: 'wait', value: 30 },
      }),
    ).toBe('Security approves access 0m, without Route, 1 more');
  });

  it('is empty where nothing of it is on the map any more', () => {
    expect(nameOf({ 'gone:wait': { about: 'gone', field: 'wait', value: 0 } })).toBe('');
  });
});
