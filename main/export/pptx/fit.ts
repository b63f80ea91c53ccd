import type { DisplayList, Group, Item } from '../../../shared/drawing/display-list';
import { cleanLine, wrapText } from '../../../shared/drawing/wrap-text';
import type { Box } from '../../../shared/layout/types';
import type { Placing } from './map-parts';

/** Room that is kept at the end of lines for fonts that stand in for ours. */
const spare = 0.94;
/** Height of a line, in em. */
const lineEm = 1.3;

/** Size of letters and whether they are bold. */
export interface TextSize {
  readonly size: number;
  readonly isBold?: boolean;
}

/** The lines into which a text is broken in a room of this width, points; at least one. */
export function linesIn(text: string, width: number, { size, isBold }: TextSize): readonly string[] {
  const lines = wrapText(text, width * spare, { size, weight: isBold === true ? 650 : 400 }, 100_000);
  return lines.length === 0 ? [''] : lines.map((line) => line.text);
}

/** The text of some of its lines, without a space where a word was broken; from the line `from` up to `to`, or to the end. */
export function textOfLines(text: string, lines: readonly string[], from: number, to = lines.length): string {
  const clean = cleanLine(text);
  let at = 0;
  const starts = lines.map((line) => {
    const start = Math.max(clean.indexOf(line, at), at);
    at = start + line.length;
    return start;
  });
  return clean.slice(starts[from] ?? clean.length, starts[to] ?? clean.length).trim();
}

/** Height of that many lines, points. */
export const heightOf = (lines: number, size: number): number => lines * size * lineEm;

/** A text in one room: the largest of the sizes in which it fits into so many lines, else shortened in the smallest. */
export function fitted(
  text: string,
  room: { readonly width: number; readonly lines: number },
  isBold: boolean,
  sizes: readonly number[],
): { readonly text: string; readonly size: number; readonly lines: number } {
  const least = sizes.at(-1) ?? 10;
  for (const size of sizes) {
    const lines = linesIn(text, room.width, { size, isBold });
    if (lines.length <= room.lines) return { text: cleanLine(text), size, lines: lines.length };
  }
  const face = { size: least, weight: isBold ? 650 : 400 } as const;
  const lines = wrapText(text, room.width * spare, face, room.lines).map((line) => line.text);
  const clean = cleanLine(text);
  const shown = lines
    .map((line) => line.replace(/…$/u, ''))
    .reduce((at, line) => {
      const start = clean.indexOf(line, at);
      return Math.max(start, at) + line.length;
    }, 0);
  return { text: `${clean.slice(0, shown).trimEnd()}…`, size: least, lines: lines.length };
}

/** How large letters of a map are, of what it is drawn with: room in its cards and pills for wider fonts that stand in for ours. */
const mapLetters = { plain: 0.94, bold: 0.9 } as const;

/** Size of letters of a map on a slide, points. */
export const mapLetterSize = (size: number, scale: number, isBold: boolean): number =>
  Math.round(size * scale * (isBold ? mapLetters.bold : mapLetters.plain) * 100) / 100;

/** The smallest letters of a drawing, pixels; nothing is smaller where it has none. */
export function smallestText(items: readonly Item[]): number {
  let least = Number.POSITIVE_INFINITY;
  for (const item of items) {
    if (item.kind === 'group') least = Math.min(least, smallestText(item.items));
    else if (item.kind === 'text' && item.text !== '') least = Math.min(least, item.size);
  }
  return least;
}

/** Letters are never smaller where a map can be shown in parts, points. */
export const leastLetters = 7;
/** A drawing is not made larger than this: points for a pixel. */
const largest = 1;

/** Where a drawing stands in the middle of a room, as large as it goes. */
export function placingIn(list: DisplayList, room: Box): Placing {
  const scale = Math.min(largest, room.width / list.width, room.height / list.height);
  return {
    scale,
    x: room.x + (room.width - list.width * scale) / 2,
    y: room.y + (room.height - list.height * scale) / 2,
  };
}

function isHeader(item: Item, { width }: DisplayList): item is Group {
  if (item.kind !== 'group' || item.role !== 'title' || item.x !== 0 || item.y !== 0) return false;
  const [ground] = item.items;
  return ground?.kind === 'rect' && ground.y === 0 && ground.width >= width;
}

/** A drawing without the title at its top: a slide has its own. */
export function withoutHeader(list: DisplayList): DisplayList {
  const header = list.items.find((item) => isHeader(item, list));
  const [ground] = header?.kind === 'group' ? header.items : [];
  if (!header || ground?.kind !== 'rect') return list;
  const top = ground.height;
  const items = list.items.flatMap((item): Item[] => {
    if (item === header) return [];
    if (item.kind === 'rect' && item.y === 0 && item.height === list.height)
      return [{ ...item, height: item.height - top }];
    return [{ kind: 'group', role: 'part', x: 0, y: -top, items: [item] }];
  });
  return { ...list, height: list.height - top, items };
}
