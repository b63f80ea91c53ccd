import { describe, expect, it } from 'vitest';
import { placeOf } from '../../../shared/drawing/context';
import { buildMap, type MapBuilder } from '../../helpers/build-map';

function placesOf(tell: (m: MapBuilder) => void, ...ids: string[]): number[] {
  const { graph } = buildMap(tell);
  return ids.map((id) => placeOf(graph, id).place);
}

describe('the place of a step', () => {
  it('follows the stream, in whatever order the steps were made', () => {
    const places = placesOf(
      (m) => {
        m.step('close');
        m.step('fix');
        m.start();
        m.step('log');
        m.end();
        m.path('start', 'log', 'fix', 'close', 'end');
      },
      'log',
      'fix',
      'close',
    );
    expect(places).toEqual([1, 2, 3]);
  });

  it('counts steps side by side one after the other, and those without a flow last', () => {
    const tell = (m: MapBuilder): void => {
      m.step('stray');
      m.step('close');
      m.start();
      m.step('log');
      m.node('fork', 'fork');
      m.step('order');
      m.step('approve');
      m.node('join', 'join');
      m.end();
      m.path('start', 'log', 'fork', 'order', 'join', 'close', 'end');
      m.path('fork', 'approve', 'join');
    };
    expect(placesOf(tell, 'log', 'order', 'approve', 'close', 'stray')).toEqual([1, 2, 3, 4, 5]);
    expect(placeOf(buildMap(tell).graph, 'log').all).toBe(5);
  });
});
