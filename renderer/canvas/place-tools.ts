import type { Box, Size } from '../../shared/layout/types';

/** Room that is kept round the selected nodes: above and at the left, and on the sides where buttons stand that add a step, pixels. */
const gap = 16;
const buttonGap = 44;
/** Room that is kept round every other node, pixels. */
const margin = 4;
/** Nodes farther away than this never decide where the tools stand, pixels. */
const near = 420;
/** So many of the nearest nodes are looked at, and so many of them give places to try: on a large map seen from afar hundreds are near. */
const most = 160;
const mostToTry = 24;

const grown = (box: Box, by: number): Box => ({
  x: box.x - by,
  y: box.y - by,
  width: box.width + 2 * by,
  height: box.height + 2 * by,
});

/** How far two stretches lie apart; negative where they overlap. */
const apart = (at: number, size: number, other: number, otherSize: number): number =>
  Math.max(other - at - size, at - other - otherSize);

/** The area, square pixels, that two boxes share. */
function shared(one: Box, other: Box): number {
  const x = -apart(one.x, one.width, other.x, other.width);
  const y = -apart(one.y, one.height, other.y, other.height);
  return x > 0 && y > 0 ? Math.min(x, one.width, other.width) * Math.min(y, one.height, other.height) : 0;
}

const within = (value: number, from: number, to: number): number => Math.max(from, Math.min(value, to));

/** Where the tools can stand: round the selected nodes, and beside each neighbour. */
function candidates(own: Box, neighbours: readonly Box[], tools: Size): { xs: number[]; ys: number[] } {
  const xs = [
    own.x + (own.width - tools.width) / 2,
    own.x,
    own.x + own.width - tools.width,
    own.x + own.width + buttonGap,
    own.x - gap - tools.width,
  ];
  const ys = [
    own.y - gap - tools.height,
    own.y + own.height + buttonGap,
    own.y + (own.height - tools.height) / 2,
  ];
  for (const box of neighbours) {
    xs.push(box.x - tools.width, box.x + box.width);
    ys.push(box.y - tools.height, box.y + box.height);
  }
  return { xs, ys };
}

/** How far two boxes lie apart, pixels; 0 where they overlap. */
const between = (one: Box, other: Box): number =>
  Math.max(0, apart(one.x, one.width, other.x, other.width)) +
  Math.max(0, apart(one.y, one.height, other.y, other.height));

/** The nodes near the selected ones, the nearest first, with the room that is kept round them. */
function nearest(own: Box, others: readonly Box[]): readonly Box[] {
  const reach = grown(own, near);
  return others
    .filter((box) => shared(box, reach) > 0)
    .map((box) => ({ box: grown(box, margin), far: between(own, box) }))
    .sort((one, other) => one.far - other.far)
    .slice(0, most)
    .map(({ box }) => box);
}

/** The area, square pixels, that a place shares with boxes; no more is looked at once it is more than `enough`. */
function hiddenBy(place: Box, boxes: readonly Box[], enough: number): number {
  let sum = 0;
  for (const box of boxes) {
    sum += shared(place, box);
    if (sum > enough) break;
  }
  return sum;
}

/** How far off, in pixels, a place seems: above and in the middle is the usual one. */
function distance(place: Box, own: Box): number {
  const x = Math.max(0, apart(place.x, place.width, own.x, own.width));
  const y = Math.max(0, apart(place.y, place.height, own.y, own.height));
  const aside = Math.abs(place.x + place.width / 2 - own.x - own.width / 2);
  return x + y + aside / 4;
}

/** Where tools of that size stand so that they hide no node and stay inside the window; where no such place is near, where they hide least. All in pixels of the window. */
export function placeTools(
  own: Box,
  others: readonly Box[],
  tools: Size,
  window: Box,
): { readonly x: number; readonly y: number } {
  const neighbours = nearest(own, others);
  const { xs, ys } = candidates(own, neighbours.slice(0, mostToTry), tools);
  const obstacles = [grown(own, gap - 2), ...neighbours];
  let best = { x: xs[0] ?? 0, y: ys[0] ?? 0, hidden: Infinity, far: Infinity };
  for (const wantedY of ys) {
    const y = within(wantedY, window.y, window.y + window.height - tools.height);
    for (const wantedX of xs) {
      const x = within(wantedX, window.x, window.x + window.width - tools.width);
      const place = { x, y, ...tools };
      const far = distance(place, own);
      if (best.hidden === 0 && far >= best.far) continue;
      const hidden = hiddenBy(place, obstacles, best.hidden);
      if (hidden < best.hidden || (hidden === best.hidden && far < best.far)) best = { x, y, hidden, far };
    }
  }
  return { x: best.x, y: best.y };
}
