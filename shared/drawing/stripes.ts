import type { ValueClass } from '../model/value-sets';
import type { Ink, Item } from './display-list';
import { type Point, polygon } from './path-data';

/** The part of a convex outline for which a x + b y is at most `limit`. */
function cutOff(outline: readonly Point[], a: number, b: number, limit: number): Point[] {
  const kept: Point[] = [];
  outline.forEach((point, index) => {
    const next = outline[(index + 1) % outline.length] ?? point;
    const here = a * point.x + b * point.y - limit;
    const there = a * next.x + b * next.y - limit;
    if (here <= 0) kept.push(point);
    if (here < 0 !== there < 0 && here !== there) {
      const part = here / (here - there);
      kept.push({ x: point.x + (next.x - point.x) * part, y: point.y + (next.y - point.y) * part });
    }
  });
  return kept;
}

interface Stripes {
  /** Direction across the stripes. */
  readonly a: number;
  readonly b: number;
  readonly period: number;
  readonly from: number;
  readonly to: number;
}

const hatch: Stripes = { a: Math.SQRT1_2, b: Math.SQRT1_2, period: 6, from: 4, to: 6 };
const bars: Stripes = { a: 0, b: 1, period: 6, from: 4, to: 6 };

/** Path data of stripes inside a convex outline. */
function stripesIn(outline: readonly Point[], { a, b, period, from, to }: Stripes): string {
  const along = outline.map((point) => a * point.x + b * point.y);
  const end = Math.max(...along);
  const parts: string[] = [];
  for (let start = Math.floor(Math.min(...along) / period) * period; start < end; start += period) {
    const band = cutOff(cutOff(outline, -a, -b, -(start + from)), a, b, start + to);
    if (band.length > 2) parts.push(polygon(band));
  }
  return parts.join('');
}

interface Mark {
  readonly fill: Ink;
  readonly stripes?: Stripes;
  readonly stripeInk?: Ink;
}

const marks: Readonly<Record<ValueClass, Mark>> = {
  VA: { fill: 'va' },
  NNVA: { fill: 'nnva', stripes: hatch, stripeInk: 'nnvaStripe' },
  NVA: { fill: 'nva', stripes: bars, stripeInk: 'nvaSoft' },
};

/** Narrower marks are too small for a pattern to be read. */
const leastStriped = 6;

/** A convex outline filled as the mark of a value class: solid, diagonal hatch or bars, so that colour is never the only sign; grey where unclassified. */
export function valueMark(outline: readonly Point[], value: ValueClass | undefined): Item[] {
  const mark: Mark = value === undefined ? { fill: 'borderStrong' } : marks[value];
  const items: Item[] = [{ kind: 'path', d: polygon(outline), fill: mark.fill }];
  const width = Math.max(...outline.map(({ x }) => x)) - Math.min(...outline.map(({ x }) => x));
  if (mark.stripes && mark.stripeInk && width >= leastStriped) {
    items.push({ kind: 'path', d: stripesIn(outline, mark.stripes), fill: mark.stripeInk });
  }
  return items;
}

/** The same for an outline that is drawn again and again, computed once for each value class. */
export function rememberedMark(
  outline: readonly Point[],
): (value: ValueClass | undefined) => readonly Item[] {
  const known = new Map<ValueClass | undefined, readonly Item[]>();
  return (value) => {
    const items = known.get(value) ?? valueMark(outline, value);
    known.set(value, items);
    return items;
  };
}

/** Corners of a rectangle. */
export function rectOutline(x: number, y: number, width: number, height: number): Point[] {
  return [
    { x, y },
    { x: x + width, y },
    { x: x + width, y: y + height },
    { x, y: y + height },
  ];
}

/** The left edge of a card of that height, `width` wide, with its two rounded corners. */
export function cardEdge(width: number, height: number, radius: number): Point[] {
  const steps = 8;
  const corner = Array.from({ length: steps + 1 }, (_, index): Point => {
    const angle = (Math.PI / 2) * (index / steps);
    return { x: radius - radius * Math.cos(angle), y: radius - radius * Math.sin(angle) };
  }).filter((point) => point.x <= width);
  const top = [...corner, { x: width, y: 0 }];
  return [...top, ...top.map(({ x, y }) => ({ x, y: height - y })).reverse()];
}
