import { describe, expect, it } from 'vitest';
import { nearAfter, nearBox } from '../../renderer/canvas/near';

const window = { width: 1000, height: 500 };

describe('what is near the window of the canvas', () => {
  it('is wider than the window at each side, so that a small move brings nothing new', () => {
    // 1000 pixels of the map are seen; the next power of two is 1024, and a cell an eighth of it: 128.
    const near = nearBox({ transform: [0, 0, 1], ...window });
    // From one cell before 0 to one cell after 1024 (8 cells), and after 512 (4 cells).
    expect(near).toEqual({ x: -128, y: -128, width: 1152 + 128, height: 640 + 128 });
  });

  it('stays the same within a cell and changes beyond it', () => {
    const at = (x: number) => nearBox({ transform: [-x, 0, 1], ...window });
    expect(at(20)).toEqual(at(5));
    expect(at(200)).not.toEqual(at(20));
  });

  it('holds the whole window wherever it lies and however it is zoomed', () => {
    for (const zoom of [0.05, 0.1, 0.37, 1, 2.9])
      for (const x of [-12_345, -1, 0, 777]) {
        const near = nearBox({ transform: [x, -x, zoom], ...window });
        expect(near.x).toBeLessThan(-x / zoom);
        expect(near.x + near.width).toBeGreaterThan((1000 - x) / zoom);
        expect(near.y).toBeLessThan(x / zoom);
        expect(near.y + near.height).toBeGreaterThan((500 + x) / zoom);
      }
  });
});

describe('what stays in the page of a map that is seen from afar', () => {
  // At 5 % the window shows 20,000 by 10,000 pixels of the map.
  const whole = { transform: [0, 0, 0.05], ...window } satisfies Parameters<typeof nearBox>[0];

  it('does not change while the view zooms in and out, and moves a little', () => {
    const known = nearAfter(null, whole);
    let near = known;
    for (const zoom of [0.06, 0.07, 0.08, 0.1, 0.08, 0.06, 0.05])
      near = nearAfter(near, { transform: [-40, 30, zoom], ...window });
    expect(near).toBe(known);
  });

  it('is more once the window shows what is not in it', () => {
    const known = nearAfter(null, whole);
    const near = nearAfter(known, { transform: [4_000, 0, 0.05], ...window });
    // The window now begins 4,000 / 0.05 = 80,000 pixels of the map further to the left.
    expect(near.x).toBeLessThan(-80_000);
    expect(near).not.toEqual(known);
  });

  it('is less once the window shows so little of it that it is more than eight times as wide', () => {
    const known = { x: -50_000, y: -50_000, width: 100_000, height: 100_000 };
    // 100,000 pixels are 8 windows of 1,000 pixels at 8 %.
    expect(nearAfter(known, { transform: [0, 0, 0.08], ...window })).toBe(known);
    expect(nearAfter(known, { transform: [0, 0, 0.09], ...window }).width).toBeLessThan(50_000);
  });

  it('is only what is near the window as soon as steps are drawn whole', () => {
    const known = nearAfter(null, whole);
    const near = nearAfter(known, { transform: [0, 0, 0.3], ...window });
    expect(near).toEqual(nearBox({ transform: [0, 0, 0.3], ...window }));
    expect(near.width).toBeLessThan(3 * (1000 / 0.3));
  });
});
