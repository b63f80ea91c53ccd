import { describe, expect, test } from 'vitest';
import { rankNodes } from '../../../shared/layout/ranks';
import { buildMap, type MapBuilder } from '../../helpers/build-map';

const columns = (tell: (m: MapBuilder) => void): Record<string, number> =>
  Object.fromEntries(rankNodes(buildMap(tell).graph).rank);

const line = (m: MapBuilder, ...ids: string[]): void => {
  m.start();
  for (const id of ids) m.step(id);
  m.end();
  m.path('start', ...ids, 'end');
};

describe('columns along the flow', () => {
  test('begin with the start, take one step each and end with the end', () => {
    expect(columns((m) => line(m, 'a', 'b'))).toEqual({ start: 0, a: 1, b: 2, end: 3 });
  });

  test('follow the longest way to a step', () => {
    const found = columns((m) => {
      line(m, 'a', 'b', 'c', 'd');
      m.flow('a', 'd');
    });
    expect(found).toMatchObject({ a: 1, b: 2, c: 3, d: 4 });
  });

  test('are not moved by rework and iteration', () => {
    const found = columns((m) => {
      line(m, 'a', 'b', 'c');
      m.flow('c', 'a', { kind: 'rework' });
      m.flow('b', 'b', { kind: 'iteration' });
    });
    expect(found).toEqual({ start: 0, a: 1, b: 2, c: 3, end: 4 });
  });

  test('cut a cycle of normal flows where the stream enters it, whatever the order of the flows', () => {
    const found = columns((m) => {
      m.flow('c', 'a');
      line(m, 'a', 'b', 'c');
    });
    expect(found).toEqual({ start: 0, a: 1, b: 2, c: 3, end: 4 });
  });

  test('put a repair that only rework leads to behind the step that finds the fault', () => {
    const found = columns((m) => {
      line(m, 'build', 'test', 'ship');
      m.step('repair');
      m.flow('test', 'repair', { kind: 'rework' });
      m.flow('repair', 'test');
    });
    expect(found).toMatchObject({ build: 1, test: 2, ship: 3, repair: 3 });
  });

  test('put a step without a flow into it just before the step that it leads to', () => {
    const found = columns((m) => {
      line(m, 'a', 'b', 'c');
      m.step('late');
      m.flow('late', 'c');
    });
    expect(found).toMatchObject({ late: 2 });
  });

  test('leave no step on one another when nothing is connected', () => {
    const found = columns((m) => {
      for (const id of ['a', 'b', 'c']) m.step(id);
    });
    expect(new Set(Object.values(found)).size).toBe(3);
  });

  test('put two cycles in each other in the order of the model', () => {
    const found = columns((m) => {
      line(m, 'a', 'b', 'c', 'd');
      m.flow('c', 'b');
      m.flow('d', 'a');
    });
    expect(found).toEqual({ start: 0, a: 1, b: 2, c: 3, d: 4, end: 5 });
  });
});
