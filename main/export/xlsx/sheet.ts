import type { Cell } from './cells';
import { place } from './cells';

/** A chart over the cells of a sheet, drawn by the program that opens it. */
export interface Chart {
  readonly xml: string;
  readonly name: string;
  /** What it shows, for those who do not see it. */
  readonly alt: string;
  /** Columns and rows that it covers, both counted from 0. */
  readonly from: { readonly column: number; readonly row: number };
  readonly to: { readonly column: number; readonly row: number };
}

/** Bars in the cells of a range, as long as their numbers. */
export interface Bars {
  readonly range: string;
  readonly colour: string;
  /** The number of a bar that fills its cell; the largest of the range unless given. */
  readonly whole?: number;
}

/** A sheet of the workbook. */
export interface Sheet {
  readonly name: string;
  /** Colour of its tab, `#RRGGBB`. */
  readonly tab: string;
  readonly rows: readonly (readonly (Cell | null)[])[];
  /** Widths of the columns in characters. */
  readonly widths: readonly number[];
  /** Rows and columns that stay in sight. */
  readonly frozen: { readonly rows: number; readonly columns: number };
  /** The row of headings, counted from 1, that is repeated on each page of paper; null for none. */
  readonly headingRow: number | null;
  /** Cells with a filter on their headings, `A1:F20`; null for none. */
  readonly filter: string | null;
  readonly bars: readonly Bars[];
  readonly chart: Chart | null;
  /** Cells that are one, `A1:F1`. */
  readonly merged?: readonly string[];
}

/** A sheet that is filled cell by cell, in any order. */
export class Grid {
  private readonly cells: (Cell | null)[][] = [];

  /** Puts a cell at a column counted from 0 and a row counted from 1. */
  put(column: number, row: number, cell: Cell): void {
    while (this.cells.length < row) this.cells.push([]);
    const line = this.cells[row - 1];
    if (line === undefined) return;
    while (line.length <= column) line.push(null);
    line[column] = cell;
  }

  /** Puts cells beside each other. */
  putRow(row: number, cells: readonly Cell[], column = 0): void {
    cells.forEach((cell, at) => this.put(column + at, row, cell));
  }

  get rows(): readonly (readonly (Cell | null)[])[] {
    return this.cells;
  }
}

/** The range of a filter over the headings in `row` and what is below them. */
export function filterOf(row: number, columns: number, last: number): string | null {
  return columns === 0 || last <= row ? null : `${place(0, row)}:${place(columns - 1, last)}`;
}
