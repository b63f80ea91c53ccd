import { wrapText } from '../../../shared/drawing/wrap-text';
import { faces, type StyleId } from './faces';

/** What stands on a page as one piece: heights in points. */
export interface Row {
  readonly height: number;
  readonly before: number;
  readonly after: number;
  /** Stands on the page of what follows. */
  readonly isKept: boolean;
  readonly breaksPage: boolean;
  /** Height of the headings of its table, which repeat where a page begins with this row; 0 elsewhere. */
  readonly headings: number;
  /** The entry of the contents that stands here. */
  readonly entry: number | null;
}

/** A row with nothing special about it. */
export const plainRow: Row = {
  height: 0,
  before: 0,
  after: 0,
  isKept: false,
  breaksPage: false,
  headings: 0,
  entry: null,
};

const mostLines = 2000;

/** Height of a text in a style on lines of a width, both in points. */
export function textHeight(style: StyleId, text: string, width: number): number {
  const { size, line, isBold } = faces[style];
  const face = { size, weight: isBold ? 650 : 400 } as const;
  const lines = text
    .split('\n')
    .map((each) => Math.max(1, wrapText(each, Math.max(width, size), face, mostLines).length));
  return lines.reduce((sum, count) => sum + count, 0) * line;
}

/** A paragraph as a row. `width` in points. */
export function paragraphRow(style: StyleId, text: string, width: number, more: Partial<Row> = {}): Row {
  const { before, after } = faces[style];
  return { ...plainRow, height: textHeight(style, text, width), before, after, ...more };
}

/** The pages of a section: the height of each in points, and what stands on them. */
export interface PageSection {
  readonly height: number;
  readonly rows: readonly Row[];
}

/** From `at` to the first row that need not stand with the next one; of two spaces between rows the larger one counts. */
function chainHeight(rows: readonly Row[], at: number): number {
  let height = 0;
  let below = 0;
  for (const [index, row] of rows.slice(at).entries()) {
    height += row.height + (index === 0 ? 0 : Math.max(below, row.before));
    below = row.after;
    if (!row.isKept) break;
  }
  return height;
}

/** The page, from 1, on which each entry of the contents stands; each section begins a page. The space above a row counts at the top of a page, unless the page before was full. */
export function pagesOfEntries(sections: readonly PageSection[]): ReadonlyMap<number, number> {
  const found = new Map<number, number>();
  let page = 0;
  for (const { height, rows } of sections) {
    page += 1;
    let used = 0;
    let below = 0;
    rows.forEach((row, at) => {
      const isChained = rows[at - 1]?.isKept ?? false;
      const space = Math.max(below, row.before);
      const needed = space + (isChained ? row.height : chainHeight(rows, at));
      const isFull = used > 0 && used + needed > height;
      if (isFull || (used > 0 && row.breaksPage)) page += 1;
      if (row.entry !== null) found.set(row.entry, page);
      if (row.breaksPage) used = row.before;
      else used = isFull ? row.headings : used + space;
      used += row.height;
      below = row.after;
    });
  }
  return found;
}
