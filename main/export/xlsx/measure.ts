import type { Paper } from '../../../shared/export/formats';
import type { Cell } from './cells';
import type { Sheet } from './sheet';
import { isWrapped, type Style } from './styles';

/** Characters of East Asian scripts and pictures are twice as wide as others. */
const wide =
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60]|\p{Extended_Pictographic}/gu;

/** The length of a text in characters of usual width. */
export function lengthOf(text: string): number {
  return text.length + (text.match(wide)?.length ?? 0);
}

/** Points of a line of text and of a row with one line. */
const line = { text: 13.5, row: 17, title: 30 } as const;

/** Rows cannot be taller than a spreadsheet allows. */
const tallest = 409;

/** Widths of a character of a style beside that of a digit of usual size, with room for words that do not fit at the end of a line. */
const faces: Readonly<Partial<Record<Style, number>>> = {
  faint: 0.88,
  note: 0.88,
  heading: 1,
  headingEnd: 1,
};
const usualFace = 1.02;

function linesOf({ value, style }: Cell, width: number): number {
  if (typeof value !== 'string' || !isWrapped(style)) return 1;
  const room = Math.max(4, width - 1);
  const face = faces[style] ?? usualFace;
  return value
    .split('\n')
    .reduce((sum, text) => sum + Math.max(1, Math.ceil((lengthOf(text) * face) / room)), 0);
}

/** The height of a row in points, so that its texts are seen whole. */
export function heightOf({ widths, merged = [] }: Sheet, cells: readonly (Cell | null)[]): number {
  if (cells.some((cell) => cell?.style === 'title')) return line.title;
  const isNote = merged.length > 0 && cells[0]?.style === 'note';
  const whole = widths.reduce((sum, width) => sum + width, 0);
  const lines = cells.map((cell, at) =>
    cell === null ? 1 : linesOf(cell, isNote ? whole : (widths[at] ?? 9)),
  );
  const most = lines.reduce((a, b) => Math.max(a, b), 1);
  return Math.min(tallest, line.row + (most - 1) * line.text);
}

/** Characters that sheets of paper on their side hold in full size. */
const acrossPaper: Readonly<Record<Paper, number>> = { a4: 124, a3: 180, letter: 116 };

/** Percent; the smallest texts, of 9 pt, are still read well. */
const leastScale = 80;

/** How large a sheet is printed: `fit` makes it as wide as the paper; else in percent, with columns on further pages where they need these. */
export function printScale({ widths, chart }: Sheet, paper: Paper): number | 'fit' {
  if (chart !== null) return 'fit';
  const share = widths.reduce((sum, width) => sum + width, 0) / acrossPaper[paper];
  // Some programs enlarge what is fitted.
  if (share <= 1) return 100;
  return share <= 100 / leastScale ? 'fit' : leastScale;
}
