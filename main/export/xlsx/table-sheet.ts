import type { Cell } from './cells';
import { textCell } from './cells';
import { lengthOf } from './measure';
import { filterOf, type Sheet } from './sheet';

/** A column of a plain table: its heading, and a cell for each row. */
export interface TableColumn {
  readonly heading: string;
  readonly cells: readonly Cell[];
  /** Numbers are set to the right, their heading too. */
  readonly isNumeric?: boolean;
  /** Characters; as wide as its texts unless given. */
  readonly width?: number;
}

const least = 7;
const most = 46;

function longestOf(cells: readonly Cell[]): number {
  const texts = cells.flatMap(({ value }) => (typeof value === 'string' ? value.split('\n') : []));
  const numbers = cells.some(({ value }) => typeof value === 'number') ? 9 : 0;
  return texts.reduce((longest, text) => Math.max(longest, lengthOf(text)), numbers);
}

function longestWord(heading: string): number {
  return heading.split(' ').reduce((longest, word) => Math.max(longest, lengthOf(word)), 0);
}

/** The width of a column in characters: of its longest text within limits, and of the words of its heading with room for the sign of a filter. */
export function widthOf({ heading, cells, width }: TableColumn): number {
  if (width !== undefined) return width;
  const heads = Math.max(longestWord(heading) + 4, lengthOf(heading) / 2 + 4);
  return Math.round(Math.min(most, Math.max(least, heads, longestOf(cells) * 1.1 + 2)) * 10) / 10;
}

/** A sheet that is one table from its first row on, with its headings in sight and a filter. */
export function tableSheet(
  name: string,
  columns: readonly TableColumn[],
  look: { readonly tab: string; readonly frozenColumns: number },
): Sheet {
  const height = Math.max(0, ...columns.map(({ cells }) => cells.length));
  const rows = Array.from({ length: height }, (_, at) => columns.map(({ cells }) => cells[at] ?? null));
  const headings = columns.map(({ heading, isNumeric }) =>
    textCell(heading, isNumeric === true ? 'headingEnd' : 'heading'),
  );
  return {
    name,
    tab: look.tab,
    rows: [headings, ...rows],
    widths: columns.map(widthOf),
    frozen: { rows: 1, columns: look.frozenColumns },
    headingRow: 1,
    filter: filterOf(1, columns.length, height + 1),
    bars: [],
    chart: null,
  };
}
