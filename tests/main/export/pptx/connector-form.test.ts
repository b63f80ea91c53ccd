import { describe, expect, it } from 'vitest';
import { connectorForm, connectorWay } from '../../../../main/export/pptx/connector-form';
import { segmentsOf } from '../../../../main/export/pptx/path-segments';

const points = (...pairs: readonly (readonly [number, number])[]): { x: number; y: number }[] =>
  pairs.map(([x, y]) => ({ x, y }));

describe('the connector that follows a route', () => {
  it('has one form for each number of bends, adjusted to where they are', () => {
    expect(connectorForm(points([0, 0], [10, 0]))).toMatchObject({ form: 'straightConnector1' });
    expect(connectorForm(points([0, 0], [10, 0], [10, 20]))).toMatchObject({
      form: 'bentConnector2',
      box: { x: 0, y: 0, width: 10, height: 20 },
    });
    // The bend stands at a quarter of the way across: 25 of 100 points.
    expect(connectorForm(points([0, 0], [25, 0], [25, 40], [100, 40]))).toMatchObject({
      form: 'bentConnector3',
      adjust: { adj1: 25_000 },
    });
    // Back to the left after a way of 10 points to the right: a tenth of the width, on the far side of the beginning.
    expect(connectorForm(points([0, 0], [10, 0], [10, 40], [-100, 40]))).toMatchObject({
      form: 'bentConnector3',
      flipH: true,
      adjust: { adj1: -10_000 },
    });
  });

  it('leaves out the shortest jogs of a route with more bends than a connector has, and keeps its ends', () => {
    const route = points([0, 0], [10, 0], [10, 50], [12, 50], [12, 90], [60, 90], [60, 40], [100, 40]);
    const way = connectorWay(route);
    expect(way.length - 2).toBeLessThanOrEqual(4);
    expect(way[0]).toEqual({ x: 0, y: 0 });
    expect(way.at(-1)).toEqual({ x: 100, y: 40 });
    way.slice(1).forEach((point, at) => {
      const before = way[at] ?? point;
      expect(Math.min(Math.abs(point.x - before.x), Math.abs(point.y - before.y))).toBe(0);
    });
  });

  it('turns a slanted end into a corner', () => {
    expect(connectorWay(points([0, 0], [50, 0], [70, 10]))).toEqual(
      points([0, 0], [50, 0], [50, 10], [70, 10]),
    );
  });
});

describe('path data in pieces', () => {
  it('reads relative and smooth commands, and flags that stand close together', () => {
    const ends = segmentsOf('M1 1h2v2l1 1q1 0 1 1t1 1c0 1 1 1 1 2s1 1 1 2z').map(({ points: all }) =>
      all.at(-1),
    );
    expect(ends).toEqual([
      ...points([1, 1], [3, 1], [3, 3], [4, 4], [5, 5], [6, 6], [7, 8], [8, 10]),
      undefined,
    ]);
    expect(segmentsOf('M0 0a5 5 0 0110 0').at(-1)?.points.at(-1)).toEqual({ x: 10, y: 0 });
  });

  it('draws a half circle as curves through its top', () => {
    const [, first] = segmentsOf('M0 0A5 5 0 0 1 10 0');
    const top = first?.points.at(-1);
    expect(top?.x).toBeCloseTo(5, 6);
    expect(top?.y).toBeCloseTo(-5, 6);
  });
});
