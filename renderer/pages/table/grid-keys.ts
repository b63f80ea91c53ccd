import { chooseWhole, cursorPlace, goToPlace, moveAlong, moveBy } from './grid-moves';
import { addRow, clearCells, deleteRows, editCell, fillCells, moveRow } from './grid-edits';
import { cellId, markCells, useGrid, viewGrid } from './grid-state';
import { gridView } from './grid-view';

type Keys = Readonly<Record<string, () => void>>;

/** A key with what is held, `Ctrl+Shift+ArrowDown`; on a Mac the command key counts as Ctrl. */
function chordOf(event: React.KeyboardEvent): string {
  const held = [
    event.ctrlKey || event.metaKey ? 'Ctrl+' : '',
    event.altKey ? 'Alt+' : '',
    event.shiftKey ? 'Shift+' : '',
  ].join('');
  const key = event.key === ' ' ? 'Space' : event.key.length === 1 ? event.key.toLowerCase() : event.key;
  return held + key;
}

/** Keys that move the cursor; with Shift they extend the range. */
function moves(page: number, isExtending: boolean): Keys {
  const view = gridView();
  if (!view) return {};
  const { row, column } = cursorPlace(view);
  const [lastRow, lastColumn] = [view.rows.length - 1, view.columns.length - 1];
  const to = (y: number, x: number) => () => goToPlace(y, x, isExtending);
  return {
    ArrowDown: () => moveBy(1, 0, isExtending),
    ArrowUp: () => moveBy(-1, 0, isExtending),
    ArrowRight: () => moveBy(0, 1, isExtending),
    ArrowLeft: () => moveBy(0, -1, isExtending),
    PageDown: () => moveBy(page, 0, isExtending),
    PageUp: () => moveBy(-page, 0, isExtending),
    Home: to(row, 0),
    End: to(row, lastColumn),
    'Ctrl+Home': to(0, 0),
    'Ctrl+End': to(lastRow, lastColumn),
    'Ctrl+ArrowDown': to(lastRow, column),
    'Ctrl+ArrowUp': to(0, column),
    'Ctrl+ArrowRight': to(row, lastColumn),
    'Ctrl+ArrowLeft': to(row, 0),
  };
}

/** Collapses the range, or gives up a text that was not understood; false where there is neither. */
function giveUp(): boolean {
  const { cursor, anchor, bad } = useGrid.getState();
  if (!cursor) return false;
  if (bad.has(cellId(cursor.node, cursor.column))) markCells([], [cursor]);
  else if (anchor && (anchor.node !== cursor.node || anchor.column !== cursor.column))
    viewGrid({ anchor: cursor });
  else return false;
  return true;
}

const acts: Keys = {
  Enter: () => moveBy(1, 0),
  'Shift+Enter': () => moveBy(-1, 0),
  F2: () => editCell(null),
  Delete: clearCells,
  Backspace: clearCells,
  'Ctrl+a': () => chooseWhole('all'),
  'Ctrl+Space': () => chooseWhole('columns'),
  'Shift+Space': () => chooseWhole('rows'),
  'Ctrl+d': () => fillCells('down'),
  'Ctrl+r': () => fillCells('right'),
  Insert: () => addRow(),
  'Ctrl++': () => addRow(),
  'Ctrl+=': () => addRow(),
  'Ctrl+Shift++': () => addRow(),
  'Ctrl+-': deleteRows,
  'Alt+ArrowUp': () => moveRow(-1),
  'Alt+ArrowDown': () => moveRow(1),
};

const isPrintable = ({ key, ctrlKey, metaKey, altKey }: React.KeyboardEvent): boolean =>
  key.length === 1 && key !== ' ' && !ctrlKey && !metaKey && !altKey;

/** Does what a key means on a cell that is not being typed in; true where it meant something. `page` is how many rows are seen. */
export function onCellKey(event: React.KeyboardEvent, page: number): boolean {
  if (event.nativeEvent.isComposing) return false;
  const chord = chordOf(event);
  if (chord === 'Tab' || chord === 'Shift+Tab') return moveAlong(chord === 'Tab' ? 1 : -1);
  if (chord === 'Escape') return giveUp();
  const bare = chord.replace('Shift+', '');
  const move = moves(page, event.shiftKey)[bare];
  const act = acts[chord] ?? move;
  if (act) act();
  else if (isPrintable(event)) editCell(event.key);
  else return false;
  return true;
}
