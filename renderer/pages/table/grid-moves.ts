import { en } from '../../../shared/text/en';
import { announce } from '../../announce';
import { select } from '../../store';
import { type CellAt, useGrid, viewGrid } from './grid-state';
import { cellAt, chosenBlock, columnIndex, gridView, type GridView, rowOf } from './grid-view';

const clamp = (value: number, most: number): number => Math.max(0, Math.min(most, value));

/** Selects on the map what the rows of the chosen cells stand for. */
function selectRows(view: GridView): void {
  const block = chosenBlock(view);
  if (block) select(view.rows.slice(block.top, block.bottom + 1).map(({ node }) => node.id));
}

/** Puts the cursor on a cell; the range reaches from where it was where it is extended. */
export function goToCell(to: CellAt, isExtending = false): void {
  const view = gridView();
  const { cursor, anchor } = useGrid.getState();
  const start = isExtending ? (anchor ?? cursor ?? to) : to;
  viewGrid({
    cursor: to,
    anchor: start,
    editing: null,
    row: view?.context.rows.has(to.node) === true ? rowOf(view, to) : useGrid.getState().row,
  });
  if (!view) return;
  selectRows(view);
  const block = chosenBlock(view);
  if (isExtending && block)
    announce(en.stepTable.said.range(block.bottom - block.top + 1, block.right - block.left + 1));
}

/** Where the cursor stands, as numbers; the first cell where it stands nowhere. */
export function cursorPlace(view: GridView): { row: number; column: number } {
  const { cursor } = useGrid.getState();
  return cursor ? { row: rowOf(view, cursor), column: columnIndex(view, cursor) } : { row: 0, column: 0 };
}

/** Puts the cursor on the cell at a place, the nearest one where there is none. */
export function goToPlace(row: number, column: number, isExtending = false): void {
  const view = gridView();
  const to = view && cellAt(view, clamp(row, view.rows.length - 1), clamp(column, view.columns.length - 1));
  if (to) goToCell(to, isExtending);
}

/** Moves the cursor by rows and columns. */
export function moveBy(rows: number, columns: number, isExtending = false): void {
  const view = gridView();
  if (!view) return;
  const { row, column } = cursorPlace(view);
  goToPlace(row + rows, column + columns, isExtending);
}

/** Moves the cursor to the cell before or after it, from the end of a row to the next one; false where the table ends. */
export function moveAlong(by: 1 | -1): boolean {
  const view = gridView();
  if (!view) return false;
  const { row, column } = cursorPlace(view);
  const next = row * view.columns.length + column + by;
  if (next < 0 || next >= view.rows.length * view.columns.length) return false;
  goToPlace(Math.floor(next / view.columns.length), next % view.columns.length);
  return true;
}

/** Chooses whole rows or columns of the range, or all. */
export function chooseWhole(what: 'rows' | 'columns' | 'all'): void {
  const view = gridView();
  const block = view && chosenBlock(view);
  if (!view || !block) return;
  const [bottom, right] = [view.rows.length - 1, view.columns.length - 1];
  const rows = what === 'rows' ? [block.top, block.bottom] : [0, bottom];
  const columns = what === 'columns' ? [block.left, block.right] : [0, right];
  const anchor = cellAt(view, rows[0] ?? 0, columns[0] ?? 0);
  const cursor = cellAt(view, rows[1] ?? bottom, columns[1] ?? right);
  if (!anchor || !cursor) return;
  viewGrid({ anchor });
  goToCell(cursor, true);
}
