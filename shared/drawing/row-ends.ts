import type { Group, Item, Stroke } from './display-list';
import type { Point } from './path-data';
import { box, face, part, textLine } from './shapes';

/** Where a flow goes on in another row: the same sign stands at both ends. */
export interface RowEnd {
  readonly sign: string;
  /** Height at which the flow is cut. */
  readonly y: number;
  /** Height at which its sign stands, off the others. */
  readonly signY: number;
}

const radius = 10;
/** Distance of the middle of a sign from the edge of its row. */
const reach = 30;
/** Least distance between the middles of two signs. */
const apart = 2 * radius + 3;
const signFace = face(11, 650);

/** A, B ... Z, AA, AB ...: the sign of a place where a flow is cut, counted from 0. */
export function signOf(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26));
  return index < 26 ? letter : signOf(Math.floor(index / 26) - 1) + letter;
}

interface Pile {
  readonly heights: readonly number[];
  /** Height of the first one. */
  readonly top: number;
}

const topOf = (heights: readonly number[]): number =>
  heights.reduce((sum, each, index) => sum + each - index * apart, 0) / heights.length;

/** Heights for signs that want these, in order: as near to them as they can stand without touching each other. */
export function spreadSigns(wanted: readonly number[]): number[] {
  const piles: Pile[] = [];
  for (const height of wanted) {
    let pile: Pile = { heights: [height], top: height };
    for (
      let last = piles.at(-1);
      last && last.top + last.heights.length * apart > pile.top;
      last = piles.at(-1)
    ) {
      piles.pop();
      const heights = [...last.heights, ...pile.heights];
      pile = { heights, top: topOf(heights) };
    }
    piles.push(pile);
  }
  return piles.flatMap(({ heights, top }) => heights.map((_, index) => top + index * apart));
}

/** Where the line of a flow meets its sign beside the edge of a row. */
export const meetingPoint = (edge: number, side: 'left' | 'right', end: RowEnd): Point => ({
  x: edge + (side === 'left' ? -1 : 1) * (reach - radius),
  y: end.signY,
});

/** The signs beside an edge of a row. */
export function drawSign(edge: number, side: 'left' | 'right', end: RowEnd, stroke: Stroke): Group {
  const items: Item[] = [
    box(-radius, -radius, 2 * radius, 2 * radius, radius, {
      fill: 'surface',
      stroke: { ink: stroke.ink, width: 1.4 },
    }),
    textLine(end.sign, 0, 4, 2 * radius, { face: signFace, ink: 'text', anchor: 'middle' }),
  ];
  return part(edge + (side === 'left' ? -reach : reach), end.signY, items);
}
