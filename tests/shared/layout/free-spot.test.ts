import { describe, expect, test } from 'vitest';
import { nearestFreeSpot, snap } from '../../../shared/layout/free-spot';
import { boxRound, overlaps } from '../../../shared/layout/geometry';
import type { Box } from '../../../shared/layout/types';
import { randomFrom } from '../../helpers/random-map';

const size = { width: 160, height: 96 };

describe('the nearest free spot', () => {
  test('is the wanted one, on the grid, where nothing is in the way', () => {
    expect(nearestFreeSpot([], { x: 101, y: 43 }, size)).toEqual({ x: 104, y: 40 });
  });

  test('is just beside a box that is in the way', () => {
    const box: Box = { x: 0, y: 0, width: 160, height: 96 };
    const spot = nearestFreeSpot([box], { x: 80, y: 60 }, size);
    expect(spot.x).toBe(80);
    expect(spot.y - 48 - 96).toBeGreaterThanOrEqual(20);
    expect(spot.y - 48 - 96).toBeLessThan(32);
  });

  test('is clear of all boxes on a crowded map', () => {
    const random = randomFrom(7);
    const boxes = Array.from({ length: 300 }, () => ({ x: random() * 3000, y: random() * 1500, ...size }));
    for (let each = 0; each < 40; each += 1) {
      const spot = nearestFreeSpot(boxes, { x: random() * 3000, y: random() * 1500 }, size);
      expect(boxes.some((box) => overlaps(box, boxRound(spot, size), 16))).toBe(false);
    }
  });
});

test('positions snap to the grid of eight pixels', () => {
  expect(snap({ x: 3, y: 4 })).toEqual({ x: 0, y: 8 });
  expect(snap({ x: -13, y: 21.9 })).toEqual({ x: -16, y: 24 });
});
