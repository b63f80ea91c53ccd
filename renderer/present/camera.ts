import type { Box } from '../../shared/layout/types';

/** The width of every slide in its own pixels; it is scaled to the screen as a whole. */
export const slideWidth = 1600;

/** The height of a slide on a screen of that shape, in its own pixels: from 17:9 to 4:3 it fills the screen. */
export const slideHeightFor = ({ width, height }: { width: number; height: number }): number =>
  width <= 0 ? 900 : Math.min(1200, Math.max(850, Math.round((slideWidth * height) / width)));

/** How a map lies on a slide: moved by x and y after it was scaled. */
export interface Camera {
  readonly x: number;
  readonly y: number;
  readonly scale: number;
}

/** A camera that shows a box as large as it fits into a part of the slide, at most at this scale. */
export function fitBox(box: Box, into: Box, most: number): Camera {
  const scale = Math.min(into.width / Math.max(box.width, 1), into.height / Math.max(box.height, 1), most);
  return {
    scale,
    x: into.x + (into.width - box.width * scale) / 2 - box.x * scale,
    y: into.y + (into.height - box.height * scale) / 2 - box.y * scale,
  };
}

/** A camera that puts the middle of a box into the middle of a part of the slide. */
export function centreOn(box: Box, into: Box, scale: number): Camera {
  return {
    scale,
    x: into.x + into.width / 2 - (box.x + box.width / 2) * scale,
    y: into.y + into.height / 2 - (box.y + box.height / 2) * scale,
  };
}

/** The smallest box round two others. */
export function around(a: Box, b: Box): Box {
  const [x, y] = [Math.min(a.x, b.x), Math.min(a.y, b.y)];
  return {
    x,
    y,
    width: Math.max(a.x + a.width, b.x + b.width) - x,
    height: Math.max(a.y + a.height, b.y + b.height) - y,
  };
}

/** The camera as a CSS transform. */
export const transformOf = ({ x, y, scale }: Camera): string =>
  `translate(${String(x)}px, ${String(y)}px) scale(${String(scale)})`;
