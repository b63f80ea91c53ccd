import type { Position } from '../model/project';
import type { Box, Size } from './types';

/** The right edge of a box. */
export const rightOf = (box: Box): number => box.x + box.width;

/** The bottom edge of a box. */
export const bottomOf = (box: Box): number => box.y + box.height;

/** The centre of a box. */
export const centreOf = (box: Box): Position => ({ x: box.x + box.width / 2, y: box.y + box.height / 2 });

/** The box of a size round a centre. */
export const boxRound = (centre: Position, size: Size): Box => ({
  x: centre.x - size.width / 2,
  y: centre.y - size.height / 2,
  width: size.width,
  height: size.height,
});

/** True where two boxes come nearer than the margin; touching edges do not overlap. */
export function overlaps(a: Box, b: Box, margin = 0): boolean {
  return (
    a.x < b.x + b.width + margin &&
    b.x < a.x + a.width + margin &&
    a.y < b.y + b.height + margin &&
    b.y < a.y + a.height + margin
  );
}

/** The smallest box round two points. */
export const boxBetween = (a: Position, b: Position): Box => ({
  x: Math.min(a.x, b.x),
  y: Math.min(a.y, b.y),
  width: Math.abs(a.x - b.x),
  height: Math.abs(a.y - b.y),
});

/** The smallest box round all boxes; an empty box at the origin where there are none. */
export function boxRoundAll(boxes: Iterable<Box>): Box {
  let left = Infinity;
  let top = Infinity;
  let right = -Infinity;
  let bottom = -Infinity;
  for (const box of boxes) {
    left = Math.min(left, box.x);
    top = Math.min(top, box.y);
    right = Math.max(right, box.x + box.width);
    bottom = Math.max(bottom, box.y + box.height);
  }
  return left > right
    ? { x: 0, y: 0, width: 0, height: 0 }
    : { x: left, y: top, width: right - left, height: bottom - top };
}

/** A box with a margin round it. */
export const grown = (box: Box, margin: number): Box => ({
  x: box.x - margin,
  y: box.y - margin,
  width: box.width + 2 * margin,
  height: box.height + 2 * margin,
});
