import { create } from 'zustand';
import type { GridColumnId } from '../../../shared/grid/columns';
import type { CellProblem } from '../../../shared/grid/edit-cells';

/** A cell: the node of its row, and its column. */
export interface CellAt {
  readonly node: string;
  readonly column: GridColumnId;
}

interface GridState {
  /** The cell that keys act on; null before the table was entered. */
  readonly cursor: CellAt | null;
  /** The other corner of the chosen range; the cursor itself where one cell is chosen. */
  readonly anchor: CellAt | null;
  /** The row in which the cursor stood last, for when its node is gone. */
  readonly row: number;
  /** What the typing in the cell of the cursor begins with; null while nobody types. */
  readonly editing: { readonly text: string; readonly isFresh: boolean } | null;
  /** Cells whose text was not understood, with that text and why, by `cellId`. */
  readonly bad: ReadonlyMap<string, { readonly text: string; readonly sentence: string }>;
  /** How far the fill handle is dragged: a row; null while it is not. */
  readonly fillTo: number | null;
}

const blank: GridState = {
  cursor: null,
  anchor: null,
  row: 0,
  editing: null,
  bad: new Map(),
  fillTo: null,
};

/** Where one is in the step table; kept while the window lives, never stored. */
export const useGrid = create<GridState>()(() => blank);

/** Changes where one is in the step table. */
export function viewGrid(change: Partial<GridState>): void {
  useGrid.setState(change);
}

/** What tells one cell from all others. */
export const cellId = (node: string, column: GridColumnId): string => `${node} ${column}`;

/** Marks cells that were not understood, and takes the mark from those that were changed. */
export function markCells(problems: readonly CellProblem[], changed: readonly CellAt[]): void {
  const bad = new Map(useGrid.getState().bad);
  for (const { node, column } of changed) bad.delete(cellId(node, column));
  for (const { node, column, text, sentence } of problems) bad.set(cellId(node, column), { text, sentence });
  viewGrid({ bad });
}
