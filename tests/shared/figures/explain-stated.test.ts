import { describe, expect, it } from 'vitest';
import { computeFigures } from '../../../shared/figures/compute-figures';
import { explain } from '../../../shared/figures/explain';
import type { ExplainKey, Explanation } from '../../../shared/figures/explain-types';
import type { MapGraph } from '../../../shared/model/queries';
import { buildMap, hours } from '../../helpers/build-map';
import { type MapSpec, mapOf } from './maps';
import { linear } from './reference-maps';

const shown = (graph: MapGraph, key: ExplainKey): Explanation => explain(key, graph, computeFigures(graph));

describe('a stated total', () => {
  const stated = (minutes: number, change: Partial<MapSpec['nodes'][string]> = {}): Explanation =>
    shown(
      buildMap((m) => {
        m.map({ statedLeadTime: minutes });
        m.start();
        m.step('a', { processTime: 30, wait: hours(9), ...change });
        m.end();
        m.path('start', 'a', 'end');
      }).graph,
      'leadTimeExpected',
    );

  it('is set against the steps in the open', () => {
    const told = stated(hours(12)).stated;
    expect(told?.sentence).toBe('Stated 12h, the steps give 9h 30m: 2h 30m are in no step.');
    expect(told?.gap).toBe(hours(2.5));
    expect(told?.reasons).toContain('waits between the steps that nobody wrote down');
  });

  it('may be less than the steps, or the same', () => {
    expect(stated(hours(8)).stated?.sentence).toBe(
      'Stated 8h, the steps give 9h 30m: the steps have 1h 30m more than was stated.',
    );
    expect(stated(hours(9.5)).stated).toMatchObject({ gap: 0, reasons: [] });
  });

  it('that is elapsed time is recognised', () => {
    // 9.5 h x 168 / 40 = 39.9 h = 1.6625 days.
    expect(stated(hours(40)).stated?.reasons).toContain(
      'another clock: on the wall it is 1.66 calendar days',
    );
  });

  it('that leaves returns out is recognised', () => {
    const graph = buildMap((m) => {
      m.map({ statedLeadTime: hours(10) });
      m.start();
      m.step('a', { processTime: hours(10), wait: 0 });
      m.end();
      m.path('start', 'a', 'end');
      m.flow('a', 'a', { share: 0.5, kind: 'rework' });
    }).graph;
    expect(shown(graph, 'leadTimeExpected').stated?.reasons).toContain('returns: a single pass takes 10h');
  });

  it('is not compared where none was stated', () => {
    expect(shown(mapOf(linear), 'leadTimeExpected').stated).toBeNull();
  });
});
