import { gridColumns } from '../../../shared/grid/columns';
import { cellText } from '../../../shared/grid/cell-text';
import { type Cells, clipboardCells, writeCells, writeHtmlCells } from '../../../shared/tables/cells-text';
import { en } from '../../../shared/text/en';
import { announce } from '../../announce';
import { notify, useApp } from '../../store';
import { clearCells, pasteCells } from './grid-edits';
import { chosenBlock, gridView, sizeOf, textsOf } from './grid-view';

const { said } = en.stepTable;

/** The chosen cells as they go on the clipboard. */
function chosenCells(): { cells: Cells; count: number } | null {
  const view = gridView();
  const block = view && chosenBlock(view);
  return view && block ? { cells: textsOf(view, block), count: sizeOf(block) } : null;
}

async function write(cells: Cells): Promise<boolean> {
  const blob = (type: string, text: string): Blob => new Blob([text], { type });
  try {
    await navigator.clipboard.write([
      new ClipboardItem({
        'text/plain': blob('text/plain', writeCells(cells)),
        'text/html': blob('text/html', writeHtmlCells(cells)),
      }),
    ]);
    return true;
  } catch {
    notify(en.dialogs.copyFailed, 'bad');
    return false;
  }
}

/** Puts the chosen cells on the clipboard, at once where a copy event brings it. */
export function copyCells(clipboard: DataTransfer | null): void {
  const chosen = chosenCells();
  if (!chosen) return;
  if (clipboard) {
    clipboard.setData('text/plain', writeCells(chosen.cells));
    clipboard.setData('text/html', writeHtmlCells(chosen.cells));
    announce(said.copied(chosen.count));
  } else
    void write(chosen.cells).then((isDone) => {
      if (isDone) announce(said.copied(chosen.count));
    });
}

/** Copies the chosen cells and empties them. */
export function cutCells(clipboard: DataTransfer | null): void {
  copyCells(clipboard);
  clearCells();
}

/** Puts the whole table on the clipboard, with headings, numbers and types of the rows, so that it can be read again. */
export function copyTable(): void {
  const view = gridView();
  if (!view) return;
  const shown = view.columns.filter(({ kind, id }) => kind.is !== 'derived' && id !== 'type');
  const type = gridColumns.filter(({ id }) => id === 'type');
  const columns = [...shown.slice(0, 1), ...type, ...shown.slice(1)];
  const headings = ['No', ...columns.map(({ id }) => en.stepTable.columns[id])];
  const rows = view.rows.map(({ node }, index) => [
    String(index + 1),
    ...columns.map((column) => cellText(node, column, view.context)),
  ]);
  void write([headings, ...rows]).then((isDone) => {
    if (isDone) notify(said.tableCopied(rows.length));
  });
}

/** Puts what the clipboard holds on the chosen cells; rows that do not fit are offered as steps. */
export function pasteFrom(clipboard: DataTransfer): void {
  const cells = clipboardCells(clipboard.getData('text/plain'), clipboard.getData('text/html'));
  if (cells.length === 0) {
    notify(said.nothing);
    return;
  }
  const left = pasteCells(cells);
  if (left.length > 0)
    notify(said.tooLong(left.length), 'plain', {
      title: said.addThem,
      run: () => useApp.setState({ dialog: { kind: 'paste-table', cells: left, name: null } }),
    });
}
