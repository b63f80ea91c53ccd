import type { ReportCell, TableBlock } from '../../../shared/report/types';
import type { SlideRow, SlideTable } from './deck';
import { heightOf, linesIn, textOfLines } from './fit';
import { sizes } from './frame';

/** Room inside a cell: at its sides, above and below, points. */
export const cellPad = { side: 6, end: 4 } as const;

interface MeasuredRow {
  readonly cells: readonly ReportCell[];
  readonly lines: readonly (readonly string[])[];
}

/** A table that is cut into parts as rooms allow. */
export class TableCutter {
  private readonly columns: SlideTable['columns'];
  private readonly size: number;
  private readonly headHeight: number;
  private waiting: readonly MeasuredRow[];

  constructor(
    private readonly table: TableBlock,
    width: number,
  ) {
    this.size = table.columns.length > 7 ? sizes.table - 1 : sizes.table;
    this.columns = table.columns.map(({ title, share, align }) => ({
      title,
      width: share * width,
      isEnd: align === 'end',
    }));
    const headLines = this.columns.map(
      (column) => linesIn(column.title, this.roomIn(column.width), { size: this.size, isBold: true }).length,
    );
    this.headHeight = this.rowHeight(Math.max(1, ...headLines));
    this.waiting = table.rows.map((cells) => ({ cells, lines: this.linesOf(cells) }));
  }

  private roomIn(width: number): number {
    return Math.max(width - 2 * cellPad.side, this.size);
  }

  private rowHeight(lines: number): number {
    return heightOf(lines, this.size) + 2 * cellPad.end;
  }

  private linesOf(cells: readonly ReportCell[]): (readonly string[])[] {
    return cells.map(({ text, isStrong }, at) =>
      linesIn(text, this.roomIn(this.columns[at]?.width ?? 0), {
        size: this.size,
        ...(isStrong === true && { isBold: true }),
      }),
    );
  }

  private heightOf({ lines }: MeasuredRow): number {
    return this.rowHeight(Math.max(1, ...lines.map(({ length }) => length)));
  }

  get isDone(): boolean {
    return this.waiting.length === 0;
  }

  /** Height of all that is left, points. */
  get height(): number {
    return this.headHeight + this.waiting.reduce((sum, row) => sum + this.heightOf(row), 0);
  }

  /** The room in which each part has about as much as the others, where all need several rooms of this height. */
  evenRoom(room: number): number {
    const heights = this.waiting.map((row) => this.heightOf(row));
    const all = heights.reduce((sum, each) => sum + each, 0);
    const parts = Math.ceil(all / (room - this.headHeight));
    return Math.min(room, this.headHeight + all / parts + Math.max(0, ...heights));
  }

  /** The beginning of a row that is taller than the room; its rest waits. */
  private split(row: MeasuredRow, room: number): SlideRow {
    const most = Math.max(1, Math.floor((room - 2 * cellPad.end) / heightOf(1, this.size)));
    const part = (from: number, to?: number): MeasuredRow => {
      const lines = row.lines.map((each) => each.slice(from, to));
      return {
        lines,
        cells: row.cells.map((cell, at) => ({
          ...cell,
          text: textOfLines(cell.text, row.lines[at] ?? [], from, to),
        })),
      };
    };
    this.waiting = [part(most), ...this.waiting.slice(1)];
    return { cells: part(0, most).cells, height: this.rowHeight(most) };
  }

  /** As much as goes into a room of that height, taken away from what is left. */
  take(room: number): SlideTable {
    const rows: SlideRow[] = [];
    let left = room - this.headHeight;
    for (let row = this.waiting[0]; row; row = this.waiting[0]) {
      const height = this.heightOf(row);
      if (height <= left) {
        rows.push({ cells: row.cells, height });
        this.waiting = this.waiting.slice(1);
        left -= height;
        continue;
      }
      if (rows.length === 0) rows.push(this.split(row, left));
      break;
    }
    const { columns, headHeight, size } = this;
    return { caption: this.table.caption, columns, headHeight, rows, size };
  }
}

/** Height of a part of a table, points. */
export function heightOfTable({ headHeight, rows }: SlideTable): number {
  return rows.reduce((sum, { height }) => sum + height, headHeight);
}
