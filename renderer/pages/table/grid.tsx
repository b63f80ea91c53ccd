import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { GridColumn } from '../../../shared/grid/columns';
import { cellText } from '../../../shared/grid/cell-text';
import { placeOf } from '../../../shared/drawing/context';
import { en } from '../../../shared/text/en';
import { useDerived } from '../../derive';
import { useApp } from '../../store';
import { copyCells, cutCells, pasteFrom } from './grid-clipboard';
import { onCellKey } from './grid-keys';
import { goToCell } from './grid-moves';
import { usePointer } from './grid-pointer';
import { GridRow } from './grid-row';
import { useGrid } from './grid-state';
import {
  type Block,
  chosenBlock,
  columnIndex,
  type GridView,
  rowOf,
  shownColumns,
  useGridView,
} from './grid-view';
import { badByNode, derivedTexts, noBad } from './row-texts';
import styles from './table.module.css';

/** Height of a row and of the headings, and width of the row numbers, pixels. */
const rowHeight = 28;
const headHeight = 30;
const numberWidth = 44;
/** Rows that are drawn above and below what is seen. */
const spare = 8;

const words = en.stepTable;

/** Which rows are seen, followed while the table is scrolled or resized. */
function useWindow(area: React.RefObject<HTMLDivElement | null>): { first: number; count: number } {
  const [seen, setSeen] = useState({ first: 0, count: 30 });
  useEffect(() => {
    const element = area.current;
    if (!element) return undefined;
    const look = (): void => {
      const first = Math.floor(element.scrollTop / rowHeight);
      const count = Math.ceil(element.clientHeight / rowHeight);
      setSeen((before) => (before.first === first && before.count === count ? before : { first, count }));
    };
    look();
    const observer = new ResizeObserver(look);
    observer.observe(element);
    element.addEventListener('scroll', look, { passive: true });
    return () => {
      observer.disconnect();
      element.removeEventListener('scroll', look);
    };
  }, [area]);
  return seen;
}

/** Scrolls so that a cell stands clear of the headings and of the names at the left. */
function bringIntoView(
  area: HTMLElement,
  row: number,
  left: number,
  column: GridColumn,
  frozen: number,
): void {
  const top = row * rowHeight;
  const room = area.clientHeight - headHeight;
  if (top < area.scrollTop) area.scrollTop = top;
  else if (top + rowHeight > area.scrollTop + room) area.scrollTop = top + rowHeight - room;
  if (column.id === 'name') return;
  if (left - frozen < area.scrollLeft) area.scrollLeft = left - frozen;
  else if (left + column.width > area.scrollLeft + area.clientWidth)
    area.scrollLeft = left + column.width - area.clientWidth;
}

function isIn(element: HTMLElement | null): boolean {
  return element?.contains(document.activeElement) === true;
}

/** Keeps the focus and the view on the cell of the cursor while the focus is in the table, and lets the cursor follow a selection made elsewhere. */
function useFollow(area: React.RefObject<HTMLDivElement | null>, view: GridView): void {
  const cursor = useGrid((state) => state.cursor);
  const editing = useGrid((state) => state.editing);
  const selection = useApp((state) => state.selection);
  useEffect(() => {
    const [only, ...more] = selection;
    if (only === undefined || more.length > 0 || isIn(area.current)) return;
    const { cursor: now } = useGrid.getState();
    if (now?.node !== only && view.context.rows.has(only))
      goToCell({ node: only, column: now?.column ?? 'name' });
  }, [area, selection, view]);
  useLayoutEffect(() => {
    const element = area.current;
    if (!element || !cursor) return;
    const at = columnIndex(view, cursor);
    const column = view.columns[at];
    const widths = view.columns.slice(0, at).map(({ width }) => width);
    const left = numberWidth + widths.reduce((sum, width) => sum + width, 0);
    const frozen = numberWidth + (view.columns[0]?.width ?? 0);
    if (column) bringIntoView(element, rowOf(view, cursor), left, column, frozen);
  }, [area, cursor, view]);
  useEffect(() => {
    const element = area.current;
    if (!cursor || editing !== null || !element || !isInOrLost(element)) return;
    const row = view.rows[rowOf(view, cursor)];
    const column = view.columns[columnIndex(view, cursor)];
    const id = row && column ? `${row.node.id} ${column.id}` : '';
    element.querySelector<HTMLElement>(`[data-cell="${CSS.escape(id)}"]`)?.focus({ preventScroll: true });
  }, [area, cursor, editing, view]);
}

/** True where the focus is in the table, or was until what had it vanished. */
function isInOrLost(element: HTMLElement): boolean {
  return isIn(element) || (document.activeElement === document.body && element.dataset['entered'] === 'true');
}

function Headings(props: {
  columns: readonly GridColumn[];
  template: string;
  block: Block | null;
}): React.JSX.Element {
  const { block } = props;
  return (
    <div role="rowgroup" className={styles.head}>
      <div
        role="row"
        aria-rowindex={1}
        className={styles.headRow}
        style={{ gridTemplateColumns: props.template }}
      >
        <div role="columnheader" aria-colindex={1} className={styles.corner}>
          <span aria-hidden="true">#</span>
          <span className="visuallyHidden">{words.number}</span>
        </div>
        {props.columns.map((column, at) => (
          <div
            key={column.id}
            role="columnheader"
            aria-colindex={at + 2}
            className={styles.heading}
            data-number={column.isNumber}
            data-derived={column.kind.is === 'derived'}
            data-chosen={block !== null && at >= block.left && at <= block.right}
            data-column={column.id}
            data-column-head={at}
            title={words.tips[column.id]}
          >
            {words.columns[column.id]}
          </div>
        ))}
      </div>
    </div>
  );
}

function Rows(props: { view: GridView; template: string; first: number; count: number }): React.JSX.Element {
  const { view } = props;
  const derived = useDerived();
  const { cursor, editing, bad, fillTo } = useGrid();
  const selection = useApp((state) => state.selection);
  const computed = useMemo(() => derivedTexts(derived), [derived]);
  const marked = useMemo(() => badByNode(bad), [bad]);
  const block = chosenBlock(view);
  const at = cursor ? rowOf(view, cursor) : -1;
  const numbers = new Set<number>();
  for (let row = props.first - spare; row < props.first + props.count + spare; row += 1) numbers.add(row);
  if (at >= 0) numbers.add(at);
  const shown = [...numbers].filter((row) => row >= 0 && row < view.rows.length).toSorted((a, b) => a - b);
  return (
    <div role="rowgroup" className={styles.rows} style={{ height: view.rows.length * rowHeight }}>
      {shown.map((index) => {
        const row = view.rows[index];
        if (!row) return null;
        const isChosen = block !== null && index >= block.top && index <= block.bottom;
        const isFilled = block !== null && fillTo !== null && index > block.bottom && index <= fillTo;
        return (
          <GridRow
            key={row.node.id}
            row={row}
            index={index}
            place={placeOf(view.context.graph, row.node.id).place}
            top={index * rowHeight}
            columns={view.columns}
            template={props.template}
            texts={view.columns.map((column) =>
              column.kind.is === 'derived'
                ? (computed.get(row.node.id)?.[column.id] ?? '')
                : cellText(row.node, column, view.context),
            )}
            badge={derived?.presented.badges.get(row.node.id)}
            cursor={cursor && index === at ? columnIndex(view, cursor) : -1}
            left={isChosen || isFilled ? (block?.left ?? -1) : -1}
            right={isChosen ? (block?.right ?? -2) : isFilled ? (block?.right ?? -2) : -2}
            isLast={isChosen && index === block.bottom}
            isEditing={editing !== null && index === at}
            isSelected={selection.includes(row.node.id)}
            isFilled={isFilled}
            tabStop={cursor === null && index === 0 ? 0 : -1}
            bad={marked.get(row.node.id) ?? noBad}
          />
        );
      })}
    </div>
  );
}

const clipboardActs = { copy: copyCells, cut: cutCells, paste: pasteFrom } as const;

/** Serves the clipboard keys while a cell has the focus and nobody types in it; without a selected text their events go past the cells. */
function useClipboard(area: React.RefObject<HTMLDivElement | null>): void {
  useEffect(() => {
    const serve = (event: ClipboardEvent): void => {
      const { dialog } = useApp.getState();
      const data = event.clipboardData;
      if (!isIn(area.current) || dialog !== null || useGrid.getState().editing !== null || !data) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      if (event.type === 'copy' || event.type === 'cut' || event.type === 'paste')
        clipboardActs[event.type](data);
    };
    const types = ['copy', 'cut', 'paste'] as const;
    for (const type of types) document.addEventListener(type, serve, { capture: true });
    return () => {
      for (const type of types) document.removeEventListener(type, serve, { capture: true });
    };
  }, [area]);
}

/** The steps of the map as a grid that is worked with like a spreadsheet. */
function Grid(props: { view: GridView }): React.JSX.Element {
  const { view } = props;
  const area = useRef<HTMLDivElement>(null);
  const { first, count } = useWindow(area);
  const columns = shownColumns();
  const template = `${String(numberWidth)}px ${columns.map(({ width }) => `${String(width)}px`).join(' ')}`;
  const width = numberWidth + columns.reduce((sum, column) => sum + column.width, 0);
  const pointer = usePointer(area);
  useFollow(area, view);
  useClipboard(area);
  useGrid();
  const mark = (isEntered: boolean): void => area.current?.setAttribute('data-entered', String(isEntered));
  return (
    <div ref={area} className={styles.area}>
      <div
        role="grid"
        tabIndex={-1}
        aria-label={words.grid(view.context.graph.map.name)}
        aria-rowcount={view.rows.length + 1}
        aria-colcount={columns.length + 1}
        aria-multiselectable="true"
        className={styles.grid}
        style={{ width }}
        {...pointer}
        onFocus={({ target }) => {
          mark(true);
          const row = view.rows[0];
          const isCell = target.closest('[data-cell]') !== null;
          if (useGrid.getState().cursor === null && isCell && row)
            goToCell({ node: row.node.id, column: 'name' });
        }}
        onBlur={({ relatedTarget, currentTarget }) => {
          if (relatedTarget === null || !currentTarget.contains(relatedTarget)) mark(false);
        }}
        onKeyDown={(event) => {
          if (onCellKey(event, Math.max(1, count - 2))) event.preventDefault();
        }}
      >
        <Headings columns={columns} template={template} block={chosenBlock(view)} />
        <Rows view={view} template={template} first={first} count={count} />
      </div>
    </div>
  );
}

/** The grid of the shown map, or what to do while it has no rows. */
export function GridOrHint(): React.JSX.Element | null {
  const view = useGridView();
  if (!view) return null;
  return view.rows.length === 0 ? <p className={styles.empty}>{words.empty}</p> : <Grid view={view} />;
}
