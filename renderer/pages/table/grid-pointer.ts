import { type RefObject, useRef } from 'react';
import { columnsOf, type GridColumnId } from '../../../shared/grid/columns';
import { editCell, fillCells } from './grid-edits';
import { chooseWhole, goToCell, goToPlace } from './grid-moves';
import { type CellAt, useGrid, viewGrid } from './grid-state';
import { type Block, chosenBlock, gridView } from './grid-view';

type Drag = { readonly kind: 'range' } | { readonly kind: 'fill'; readonly block: Block };

const isColumn = (id: string): id is GridColumnId => columnsOf([id]).some((column) => column.id === id);

function cellOf(target: EventTarget | null): CellAt | null {
  const key =
    target instanceof Element ? target.closest<HTMLElement>('[data-cell]')?.dataset['cell'] : undefined;
  const [node, column] = key?.split(' ') ?? [];
  return node !== undefined && column !== undefined && isColumn(column) ? { node, column } : null;
}

const numberIn = (
  target: EventTarget | null,
  name: 'rowHead' | 'columnHead',
  selector: string,
): number | null => {
  const text = target instanceof Element ? target.closest<HTMLElement>(selector)?.dataset[name] : undefined;
  return text === undefined ? null : Number(text);
};

/** A press on the number of a row, or on the heading of a column, chooses all of it. */
function pressHead(event: React.PointerEvent<HTMLElement>): boolean {
  const row = numberIn(event.target, 'rowHead', '[data-row-head]');
  const column = numberIn(event.target, 'columnHead', '[data-column-head]');
  // What is in the table has the focus, so that the cursor takes it along.
  if (row !== null || column !== null) event.currentTarget.focus({ preventScroll: true });
  if (row !== null) {
    goToPlace(row, 0, event.shiftKey);
    chooseWhole('rows');
  } else if (column !== null) {
    goToPlace(0, column, event.shiftKey);
    chooseWhole('columns');
  } else return false;
  return true;
}

function dropFill({ block }: Extract<Drag, { kind: 'fill' }>): void {
  const { fillTo } = useGrid.getState();
  viewGrid({ fillTo: null });
  const view = gridView();
  if (!view || fillTo === null || fillTo <= block.bottom) return;
  fillCells('down', { ...block, top: block.bottom, bottom: fillTo });
  const end = view.rows[fillTo];
  const column = view.columns[block.right];
  if (end && column) goToCell({ node: end.node.id, column: column.id }, true);
}

/** What the mouse does in the table: choose, extend, drag a range, drag the fill handle, and type by a double click. */
export function usePointer(area: RefObject<HTMLElement | null>): React.HTMLAttributes<HTMLDivElement> {
  const drag = useRef<Drag | null>(null);
  return {
    onPointerDown(event) {
      const isField = event.target instanceof Element && event.target.closest('input') !== null;
      if (event.button !== 0 || isField) return;
      const isHandle = event.target instanceof Element && event.target.closest('[data-handle]') !== null;
      const view = gridView();
      const block = view && chosenBlock(view);
      const at = cellOf(event.target);
      if (isHandle && block) drag.current = { kind: 'fill', block };
      else if (at) {
        area.current?.setAttribute('data-entered', 'true');
        goToCell(at, event.shiftKey);
        drag.current = { kind: 'range' };
      } else if (pressHead(event)) area.current?.setAttribute('data-entered', 'true');
      else return;
      if (isHandle || event.shiftKey) event.preventDefault();
    },
    onPointerMove(event) {
      if (drag.current === null) return;
      if (event.buttons === 0) {
        drag.current = null;
        viewGrid({ fillTo: null });
        return;
      }
      const at = cellOf(document.elementFromPoint(event.clientX, event.clientY));
      const { cursor } = useGrid.getState();
      if (!at) return;
      const row = gridView()?.context.rows.get(at.node);
      if (drag.current.kind === 'fill') viewGrid({ fillTo: row === undefined ? null : row - 1 });
      else if (at.node !== cursor?.node || at.column !== cursor.column) goToCell(at, true);
    },
    onPointerUp() {
      if (drag.current?.kind === 'fill') dropFill(drag.current);
      drag.current = null;
    },
    onMouseDown(event) {
      // The focus stays on the cell of the cursor.
      const isBesideCells =
        event.target instanceof Element &&
        event.target.closest('[data-row-head], [data-column-head], [data-handle]') !== null;
      if (isBesideCells) event.preventDefault();
    },
    onDoubleClick(event) {
      if (cellOf(event.target)) editCell(null);
    },
  };
}
