import { describe, expect, it } from 'vitest';
import { nearBox } from '../../renderer/canvas/near';

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
