import type { Bounds } from './settings-shape';

const usual = { width: 1440, height: 900 };

/** The smallest window that still shows an editor. */
export const smallestWindow = { width: 880, height: 560 };

const visibleAtLeast = 96;

function overlap(a: Bounds, b: Bounds): { width: number; height: number } {
  const along = (from: number, size: number, otherFrom: number, otherSize: number): number =>
    Math.min(from + size, otherFrom + otherSize) - Math.max(from, otherFrom);
  return { width: along(a.x, a.width, b.x, b.width), height: along(a.y, a.height, b.y, b.height) };
}

function fitted(bounds: Bounds, area: Bounds): Bounds {
  const width = Math.min(Math.max(bounds.width, smallestWindow.width), area.width);
  const height = Math.min(Math.max(bounds.height, smallestWindow.height), area.height);
  const within = (at: number, size: number, from: number, all: number): number =>
    Math.min(Math.max(at, from), from + all - size);
  return {
    x: within(bounds.x, width, area.x, area.width),
    y: within(bounds.y, height, area.y, area.height),
    width,
    height,
  };
}

/** Where a window opens: where the last one stood if a screen (its work area) still shows that place, else in the middle of the first screen. */
export function placeOn(areas: readonly Bounds[], last: Bounds | null): Bounds {
  const first = areas[0] ?? { x: 0, y: 0, ...usual };
  if (last !== null) {
    const screen = areas.find((area) => {
      const { width, height } = overlap(last, area);
      return width >= visibleAtLeast && height >= visibleAtLeast;
    });
    if (screen) return fitted(last, screen);
  }
  const x = first.x + Math.round((first.width - usual.width) / 2);
  const y = first.y + Math.round((first.height - usual.height) / 2);
  return fitted({ x, y, ...usual }, first);
}

/** A second window stands a little beside the first. */
export function besides(bounds: Bounds): Bounds {
  return { ...bounds, x: bounds.x + 28, y: bounds.y + 28 };
}
