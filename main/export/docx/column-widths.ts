import { measureText } from '../../../shared/drawing/font-metrics';
import type { TableBlock } from '../../../shared/report/types';
import { faces, type StyleId } from './faces';
import { cellMargin } from './styles';

/** A word longer than this is broken rather than given a column of its own, points. */
const longestWord = 90;

function wordWidth(style: StyleId, text: string): number {
  const { size } = faces[style];
  const words = text.split(/[\s/-]+/u);
  return Math.max(0, ...words.map((word) => measureText(word, size, 650)));
}

/** The width, in twips, in which no usual word of a column is broken. */
export function leastWidth({ columns, rows }: TableBlock, at: number): number {
  const widths = [
    wordWidth('TableHeading', columns[at]?.title ?? ''),
    ...rows.map((row) => wordWidth('TableText', row[at]?.text ?? '')),
  ].map((width) => Math.min(width, longestWord));
  return Math.ceil(Math.max(0, ...widths) * 20 * spare) + 2 * cellMargin.side;
}

/** Room for a font that is a little wider. */
const spare = 1.06;

/** What a column would like: its share of the width, and the least it needs, twips. */
export interface WishedColumn {
  readonly share: number;
  readonly least: number;
}

/** Widths of columns by their shares, none below its least as long as there is room; they fill the width exactly, twips. */
export function columnWidths(columns: readonly WishedColumn[], width: number): number[] {
  const narrow = new Set<WishedColumn>();
  const needed = columns.reduce((sum, { least }) => sum + least, 0);
  const given = (): number => (width - sumOf([...narrow].map(({ least }) => least))) / openShares();
  const openShares = (): number => sumOf(columns.flatMap((each) => (narrow.has(each) ? [] : [each.share])));
  if (needed <= width) {
    for (let hasGrown = true; hasGrown; ) {
      const unit = given();
      const found = columns.find((each) => !narrow.has(each) && each.share * unit < each.least);
      if (found) narrow.add(found);
      hasGrown = found !== undefined && narrow.size < columns.length;
    }
  }
  const unit = openShares() > 0 ? given() : 0;
  return exactly(
    columns.map((each) => (narrow.has(each) ? each.least : each.share * unit)),
    width,
  );
}

function sumOf(numbers: readonly number[]): number {
  return numbers.reduce((sum, each) => sum + each, 0);
}

/** Whole numbers that sum to `width`, in proportion to the given ones. */
function exactly(numbers: readonly number[], width: number): number[] {
  const whole = sumOf(numbers);
  let passed = 0;
  let used = 0;
  return numbers.map((each) => {
    passed += each;
    const own = Math.round((passed / whole) * width) - used;
    used += own;
    return own;
  });
}
