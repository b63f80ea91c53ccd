import { cellText, type GridContext } from '../../../shared/grid/cell-text';
import { columnsOf, type GridColumn, usualColumns } from '../../../shared/grid/columns';
import { type FlowRow, flowOrder } from '../../../shared/grid/flow-order';
import { gridContext } from '../../../shared/grid/grid-context';
import { useApp } from '../../store';
import { type CellAt, useGrid } from './grid-state';

/** The step table as it is shown: its rows and columns. */
export interface GridView {
  readonly context: GridContext;
  readonly rows: readonly FlowRow[];
  readonly columns: readonly GridColumn[];
}

/** A block of cells by its corners, both of them inside it. */
export interface Block {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

let lastColumns: { ids: readonly string[]; columns: readonly GridColumn[] } | null = null;

/** The columns that are shown, the same list as long as nobody chooses others. */
export function shownColumns(): readonly GridColumn[] {
  const { tableColumns: ids } = useApp.getState().preferences;
  if (lastColumns?.ids !== ids)
    lastColumns = { ids, columns: columnsOf(ids.length === 0 ? usualColumns : ids) };
  return lastColumns.columns;
}

let last: GridView | null = null;

/** The step table of the shown map; null where there is no map. */
export function gridView(): GridView | null {
  const { history, mapId } = useApp.getState();
  const context = gridContext(history.project, mapId);
  const columns = shownColumns();
  if (!context) return null;
  if (last?.context !== context || last.columns !== columns)
    last = { context, rows: flowOrder(context.graph), columns };
  return last;
}

/** The same, for components. */
export function useGridView(): GridView | null {
  return useApp(gridView);
}

/** The row of a cell; the row where the cursor stood last where its node is gone. */
export function rowOf(view: GridView, at: CellAt): number {
  const row = view.context.rows.get(at.node);
  return row === undefined ? Math.min(useGrid.getState().row, view.rows.length - 1) : row - 1;
}

/** The place of a column among those that are shown, the first one where it is not. */
export function columnIndex(view: GridView, at: CellAt): number {
  return Math.max(
    0,
    view.columns.findIndex(({ id }) => id === at.column),
  );
}

/** The chosen cells; null where there is none. */
export function chosenBlock(view: GridView): Block | null {
  const { cursor, anchor } = useGrid.getState();
  if (!cursor || view.rows.length === 0) return null;
  const other = anchor ?? cursor;
  const [a, b] = [rowOf(view, cursor), rowOf(view, other)];
  const [x, y] = [columnIndex(view, cursor), columnIndex(view, other)];
  return { top: Math.min(a, b), bottom: Math.max(a, b), left: Math.min(x, y), right: Math.max(x, y) };
}

/** The cell at a place; null outside the table. */
export function cellAt(view: GridView, row: number, column: number): CellAt | null {
  const [at, under] = [view.rows[row], view.columns[column]];
  return at && under ? { node: at.node.id, column: under.id } : null;
}

/** The text of a cell. */
export function textAt(view: GridView, row: number, column: number): string {
  const [at, under] = [view.rows[row], view.columns[column]];
  return at && under ? cellText(at.node, under, view.context) : '';
}

/** The texts of a block, row by row. */
export function textsOf(view: GridView, block: Block): string[][] {
  const numbers = (from: number, to: number): number[] =>
    Array.from({ length: to - from + 1 }, (_, index) => from + index);
  return numbers(block.top, block.bottom).map((row) =>
    numbers(block.left, block.right).map((column) => textAt(view, row, column)),
  );
}

/** Number of cells in a block. */
export function sizeOf({ top, bottom, left, right }: Block): number {
  return (bottom - top + 1) * (right - left + 1);
}
