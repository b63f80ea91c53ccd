import { describe, expect, it } from 'vitest';
import { layoutWithMoves } from '../../renderer/canvas/moves';
import { labelSizeFor } from '../../shared/drawing/flow-text';
import { overlaps } from '../../shared/layout/geometry';
import { layoutMap } from '../../shared/layout/layout-map';
import type { Box } from '../../shared/layout/types';
import { bigMap } from '../bench/big-map';

const { graph } = bigMap(100, false);
const layout = layoutMap(graph, { laneBy: 'none', labelSize: labelSizeFor(graph) });
const dragged = 's-1-9';
const from = layout.boxes.get(dragged) ?? { x: 0, y: 0, width: 0, height: 0 };
const centre = { x: from.x + from.width / 2 + 24, y: from.y + from.height / 2 + 16 };
const moved = layoutWithMoves(graph, layout, new Map([[dragged, centre]]));

const own = graph.flows.filter((flow) => flow.from === dragged || flow.to === dragged);

/** True where a stretch of a flow passes through the inside of a box. */
function passes(box: Box, [a, b]: readonly { x: number; y: number }[]): boolean {
  if (!a || !b) return false;
  const [left, right] = [Math.min(a.x, b.x), Math.max(a.x, b.x)];
  const [top, bottom] = [Math.min(a.y, b.y), Math.max(a.y, b.y)];
  return left < box.x + box.width && right > box.x && top < box.y + box.height && bottom > box.y;
}

describe('while a step of a large map is dragged', () => {
  it('the step stands where it is held, and every other step where it stood', () => {
    expect(moved.boxes.get(dragged)).toEqual({ ...from, x: from.x + 24, y: from.y + 16 });
    for (const [id, box] of layout.boxes) if (id !== dragged) expect(moved.boxes.get(id)).toEqual(box);
  });

  it('the flows of it end at it, and no other flow is led elsewhere', () => {
    expect(own.length).toBeGreaterThan(1);
    const box = moved.boxes.get(dragged);
    for (const flow of own) {
      const points = moved.routes.get(flow.id)?.points ?? [];
      const end = flow.to === dragged ? points.at(-1) : points[0];
      expect(box && end && end.x >= box.x && end.x <= box.x + box.width).toBe(true);
      expect(box && end && end.y >= box.y && end.y <= box.y + box.height).toBe(true);
    }
    for (const flow of graph.flows)
      if (!own.includes(flow)) expect(moved.routes.get(flow.id)).toBe(layout.routes.get(flow.id));
  });

  it('the flows of it go round the steps, wherever it is held', () => {
    for (const [dx, dy] of [[24, 16] as const, [500, 260] as const, [-420, 540] as const]) {
      const held = { x: centre.x + dx, y: centre.y + dy };
      const { boxes, routes } = layoutWithMoves(graph, layout, new Map([[dragged, held]]));
      const under = boxes.get(dragged) ?? from;
      for (const flow of own) {
        const points = routes.get(flow.id)?.points ?? [];
        const isIn = (box: Box) =>
          points.slice(1).some((point, index) => passes(box, [points[index] ?? point, point]));
        const met = [...boxes].filter(
          ([id, box]) => id !== flow.from && id !== flow.to && !overlaps(box, under, 24) && isIn(box),
        );
        expect(met.map(([id]) => `${flow.id} through ${id} at ${dx}, ${dy}`)).toEqual([]);
      }
    }
  });
});

describe('while steps of a large map are dragged together', () => {
  const [first, second] = ['s-1-13', 's-1-14'];
  const by = { x: 240, y: -96 };
  const places = new Map(
    ['s-1-12', first, second, 's-1-15'].map((id) => {
      const box = layout.boxes.get(id) ?? from;
      return [id, { x: box.x + box.width / 2 + by.x, y: box.y + box.height / 2 + by.y }];
    }),
  );
  const { boxes, routes } = layoutWithMoves(graph, layout, places);
  const isMoved = (id: string): boolean => places.has(id);

  it('the flows between them go along in their shape, a loop too', () => {
    const between = graph.flows.filter((flow) => isMoved(flow.from) && isMoved(flow.to));
    expect(between.map(({ kind }) => kind)).toContain('rework');
    expect(between.length).toBeGreaterThan(2);
    for (const { id } of between) {
      const known = layout.routes.get(id)?.points ?? [];
      expect(routes.get(id)?.points).toEqual(known.map(({ x, y }) => ({ x: x + by.x, y: y + by.y })));
      expect(routes.get(id)?.path).not.toBe(layout.routes.get(id)?.path);
    }
  });

  it('the flows to other steps end at both', () => {
    const half = graph.flows.filter((flow) => isMoved(flow.from) !== isMoved(flow.to));
    expect(half.length).toBeGreaterThan(1);
    for (const flow of half) {
      const points = routes.get(flow.id)?.points ?? [];
      for (const [id, end] of [
        [flow.from, points[0]],
        [flow.to, points.at(-1)],
      ] as const) {
        const box = boxes.get(id) ?? from;
        expect(end && end.x >= box.x && end.x <= box.x + box.width, `${flow.id} at ${id}`).toBe(true);
        expect(end && end.y >= box.y && end.y <= box.y + box.height, `${flow.id} at ${id}`).toBe(true);
      }
    }
  });

  it('each is led for itself where they were moved by different ways', () => {
    const apart = new Map(places);
    const box = layout.boxes.get(second) ?? from;
    apart.set(second, { x: box.x + box.width / 2, y: box.y + box.height / 2 + 400 });
    const led = layoutWithMoves(graph, layout, apart);
    const end = graph.flows
      .filter((flow) => flow.from === first && flow.to === second)
      .map(({ id }) => led.routes.get(id)?.points.at(-1)?.y ?? Number.NaN);
    expect(end.length).toBe(1);
    for (const y of end) expect(y).toBeGreaterThanOrEqual(box.y + 400);
  });
});
