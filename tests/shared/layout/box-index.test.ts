import { describe, expect, it } from 'vitest';
import { BoxIndex } from '../../../shared/layout/box-index';
import type { Box } from '../../../shared/layout/types';

const square = (x: number, y: number, side = 100): Box => ({ x, y, width: side, height: side });

describe('the index of boxes', () => {
  it('finds what overlaps and what comes nearer than the margin, each once', () => {
    const [a, b, c] = [square(0, 0, 500), square(450, 450), square(900, 0)];
    const index = new BoxIndex([a, b, c]);
    expect([...index.near(square(460, 460, 10))]).toEqual([a, b]);
    expect(index.hits(square(560, 450))).toBe(false);
    expect(index.hits(square(560, 450), 20)).toBe(true);
  });

  it.each([1e7, 1e12, 1e300])('answers at once for boxes that reach or lie %d pixels away', (far) => {
    const wide = { x: 0, y: 0, width: far, height: 10 };
    const index = new BoxIndex([wide, square(far, 50)]);
    expect([...index.near({ x: far / 2, y: 5, width: 1, height: 1 })]).toEqual([wide]);
    expect(index.near({ x: -far, y: -10, width: 3 * far, height: 100 }).size).toBe(2);
  });
});
