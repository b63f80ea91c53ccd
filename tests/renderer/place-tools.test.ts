import { describe, expect, it } from 'vitest';
import { placeTools } from '../../renderer/canvas/place-tools';
import type { Box } from '../../shared/layout/types';

const tools = { width: 200, height: 40 };
const window = { x: 0, y: 0, width: 1000, height: 600 };
const own = { x: 400, y: 300, width: 100, height: 50 };

const meets = (one: Box, other: Box): boolean =>
  one.x < other.x + other.width &&
  other.x < one.x + one.width &&
  one.y < other.y + other.height &&
  other.y < one.y + one.height;

const placed = (others: readonly Box[], step: Box = own): Box => ({
  ...placeTools(step, others, tools, window),
  ...tools,
});

describe('the tools at a selected node', () => {
  it('stand above its middle where nothing is in the way', () => {
    // 450 is the middle of the node: 450 - 200 / 2; 16 pixels are left between them: 300 - 16 - 40.
    expect(placeTools(own, [], tools, window)).toEqual({ x: 350, y: 244 });
  });

  it('move a little aside where the node above would be hidden in part', () => {
    const above = { x: 260, y: 230, width: 110, height: 60 };
    const place = placed([above]);
    expect(meets(place, above)).toBe(false);
    expect(meets(place, own)).toBe(false);
    expect(place.y).toBe(244);
  });

  it('stand below where nodes lie close above on every side', () => {
    const row = [100, 250, 400, 550, 700].map((x) => ({ x, y: 220, width: 140, height: 60 }));
    const place = placed(row);
    for (const box of [...row, own]) expect(meets(place, box)).toBe(false);
    expect(place.y).toBeGreaterThanOrEqual(350);
  });

  it('find the empty side where nodes lie above and below', () => {
    const rows = [100, 250, 400, 550, 700].flatMap((x) =>
      [180, 240, 370, 430].map((y) => ({ x, y, width: 140, height: 55 })),
    );
    const place = placed(rows);
    for (const box of [...rows, own]) expect(meets(place, box)).toBe(false);
  });

  it.each([
    ['at the upper left corner', { x: 2, y: 2, width: 100, height: 50 }],
    ['at the lower right corner', { x: 940, y: 580, width: 100, height: 50 }],
    ['outside the window', { x: -300, y: 900, width: 100, height: 50 }],
    ['that fills the window', { x: -100, y: -100, width: 1300, height: 900 }],
  ])('stay inside the window, at a node %s', (_, step) => {
    const place = placed([], step);
    expect(place.x).toBeGreaterThanOrEqual(0);
    expect(place.y).toBeGreaterThanOrEqual(0);
    expect(place.x + place.width).toBeLessThanOrEqual(1000);
    expect(place.y + place.height).toBeLessThanOrEqual(600);
  });

  it('are placed at once among the hundreds of steps of a large map seen from afar', () => {
    const small = Array.from({ length: 3_000 }, (_, at) => ({
      x: (at % 75) * 13,
      y: Math.floor(at / 75) * 14,
      width: 10,
      height: 6,
    }));
    const before = process.cpuUsage();
    const place = placed(small, { x: 481, y: 294, width: 10, height: 6 });
    expect(process.cpuUsage(before).user / 1_000).toBeLessThan(1_000);
    expect(place.x).toBeGreaterThanOrEqual(0);
    expect(place.x + place.width).toBeLessThanOrEqual(1000);
  });
});
