import { describe, expect, test } from 'vitest';
import { bottomOf, centreOf, rightOf } from '../../../shared/layout/geometry';
import { layoutMap } from '../../../shared/layout/layout-map';
import { routeFlows } from '../../../shared/layout/route-flows';
import type { Box, FlowRoute, LaneBy, MapLayout } from '../../../shared/layout/types';
import { buildMap, type MapBuilder } from '../../helpers/build-map';

const layoutOf = (tell: (m: MapBuilder) => void, laneBy: LaneBy = 'none'): MapLayout =>
  layoutMap(buildMap(tell).graph, { laneBy });

function routeOf(layout: MapLayout, id: string): FlowRoute {
  const route = layout.routes.get(id);
  if (!route) throw new Error(`${id} has no route`);
  return route;
}

function boxOf(layout: MapLayout, id: string): Box {
  const box = layout.boxes.get(id);
  if (!box) throw new Error(`${id} has no place`);
  return box;
}

const isOrthogonal = ({ points }: FlowRoute): boolean =>
  points.slice(1).every((point, index) => point.x === points[index]?.x || point.y === points[index]?.y);

/** Three steps in a line with one rework and one repetition. */
function loops(m: MapBuilder): void {
  m.start();
  m.step('a', { wait: 30 });
  m.step('b', { wip: 3 });
  m.step('c');
  m.end();
  m.path('start', 'a', 'b', 'c', 'end');
  m.flow('c', 'a', { kind: 'rework', share: 0.2 });
  m.flow('b', 'b', { kind: 'iteration', share: 0.1 });
}

describe('a flow', () => {
  const layout = layoutOf(loops);

  test('to the next step is one straight line from the right side to the left side', () => {
    const a = boxOf(layout, 'a');
    const b = boxOf(layout, 'b');
    expect(routeOf(layout, 'a--b').points).toEqual([
      { x: rightOf(a), y: centreOf(a).y },
      { x: b.x, y: centreOf(b).y },
    ]);
  });

  test('back to an earlier step runs under the boxes and enters from below', () => {
    const { points } = routeOf(layout, 'c--a');
    const lowest = Math.max(...['a', 'b', 'c'].map((id) => bottomOf(boxOf(layout, id))));
    expect(points[0]?.y).toBe(bottomOf(boxOf(layout, 'c')));
    expect(points.at(-1)?.y).toBe(bottomOf(boxOf(layout, 'a')));
    expect(points.at(-2)?.y).toBeGreaterThan(lowest);
    expect(points).toHaveLength(4);
  });

  test('to the step that it leaves is a loop above it', () => {
    const { points } = routeOf(layout, 'b--b');
    const b = boxOf(layout, 'b');
    expect(points.every((point) => point.y <= b.y && point.x > b.x && point.x < rightOf(b))).toBe(true);
    expect(points).toHaveLength(4);
  });

  test('has rounded corners and ends at its last point', () => {
    const { path, points } = routeOf(layout, 'c--a');
    const last = points.at(-1);
    expect(path.match(/Q/g)).toHaveLength(2);
    expect(path.endsWith(`L${last?.x} ${last?.y}`)).toBe(true);
  });
});

describe('a queue', () => {
  const layout = layoutOf(loops);

  test('stands on the flow just before a step with a wait or with work in it', () => {
    for (const [flow, step] of [
      ['start--a', 'a'],
      ['a--b', 'b'],
    ] as const) {
      const { queue, wait } = routeOf(layout, flow);
      const box = boxOf(layout, step);
      expect(queue?.y).toBe(centreOf(box).y);
      expect(box.x - (queue?.x ?? 0)).toBeLessThan(48);
      expect(wait?.y).toBeGreaterThan(queue?.y ?? 0);
    }
  });

  test('is not drawn before a step without either, and once where several flows meet', () => {
    expect(routeOf(layout, 'b--c').queue).toBeNull();
    expect(routeOf(layout, 'b--c').wait).toBeNull();
    expect(routeOf(layout, 'c--a').queue).toBeNull();
  });
});

describe('bars', () => {
  const layout = layoutOf((m) => {
    m.start();
    m.node('fork', 'fork');
    m.node('join', 'join');
    for (const id of ['a', 'b', 'c']) m.step(id);
    m.end();
    m.path('start', 'fork');
    for (const id of ['a', 'b', 'c']) m.path('fork', id, 'join');
    m.path('join', 'end');
  });

  test.each(['fork--a fork--b fork--c', 'a--join b--join c--join'])('spread the flows %s', (flows) => {
    const isFork = flows.startsWith('fork');
    const heights = flows
      .split(' ')
      .map((id) => routeOf(layout, id).points)
      .map((points) => (isFork ? points[0] : points.at(-1))?.y ?? 0)
      .sort((x, y) => x - y);
    expect(heights[1]).toBe(centreOf(boxOf(layout, 'fork')).y);
    expect((heights[1] ?? 0) - (heights[0] ?? 0)).toBeGreaterThanOrEqual(8);
    expect((heights[2] ?? 0) - (heights[1] ?? 0)).toBeGreaterThanOrEqual(8);
  });

  test('let the flow of the branch at their height run straight', () => {
    expect(routeOf(layout, 'fork--a').points).toHaveLength(2);
    expect(routeOf(layout, 'a--join').points).toHaveLength(2);
  });
});

describe('with lanes', () => {
  test('the demand comes down and the value goes up with one bend each', () => {
    const layout = layoutOf((m) => {
      m.start();
      m.step('a', { team: 'Desk' });
      m.end();
      m.path('start', 'a', 'end');
    }, 'team');
    expect(routeOf(layout, 'start--a').points).toHaveLength(3);
    expect(routeOf(layout, 'a--end').points.at(-1)?.y).toBe(bottomOf(boxOf(layout, 'end')));
  });
});

describe('routing while a step is dragged', () => {
  const { graph } = buildMap(loops);
  const layout = layoutMap(graph, { laneBy: 'none' });

  test('gives only the flows that were asked for', () => {
    const routes = routeFlows(graph, layout.boxes, layout.lanes, { only: new Set(['a--b', 'b--b']) });
    expect([...routes.keys()]).toEqual(['a--b', 'b--b']);
  });

  test.each([
    ['on top of another step', { x: 0, y: 0 }],
    ['far away', { x: -4000, y: 3000 }],
    ['just beside another step', { x: 170, y: 5 }],
  ])('follows a step that is held %s', (_, by) => {
    const over = boxOf(layout, 'a');
    const boxes = new Map(layout.boxes).set('c', { ...over, x: over.x + by.x, y: over.y + by.y });
    const routes = routeFlows(graph, boxes, layout.lanes, { only: new Set(['b--c', 'c--end', 'c--a']) });
    expect(routes.size).toBe(3);
    for (const route of routes.values()) {
      expect(isOrthogonal(route)).toBe(true);
      expect(route.points.every((point) => Number.isFinite(point.x) && Number.isFinite(point.y))).toBe(true);
    }
  });
});

test('a layout is computed once for a graph and its options', () => {
  const { graph } = buildMap(loops);
  expect(layoutMap(graph, { laneBy: 'none' })).toBe(layoutMap(graph, { laneBy: 'none' }));
  expect(layoutMap(graph, { laneBy: 'none' })).not.toBe(layoutMap(graph, { laneBy: 'team' }));
});
