import { deleteNodes } from '../../../shared/commands/delete-nodes';
import { moveStep } from '../../../shared/commands/move-step';
import { addStepBeside } from '../../../shared/commands/step-beside';
import { type GridColumnId, isEditable } from '../../../shared/grid/columns';
import { type CellEdit, editCells } from '../../../shared/grid/edit-cells';
import { en } from '../../../shared/text/en';
import { announce } from '../../announce';
import { makeId } from '../../make-id';
import { dispatch, notify, select, useApp } from '../../store';
import { cursorPlace, goToCell, goToPlace } from './grid-moves';
import { cellId, markCells, useGrid, viewGrid } from './grid-state';
import { type Block, cellAt, chosenBlock, type GridView, gridView, textAt } from './grid-view';

const { said } = en.stepTable;

/** Says what came of a change of several cells. */
function sayOutcome(
  changed: number,
  problems: readonly { readonly sentence: string }[],
  fixed: number,
): void {
  const [first] = problems;
  const words = [
    changed > 0 ? said.changed(changed) : '',
    first ? said.problems(problems.length, first.sentence) : '',
    fixed > 0 ? said.fixed(fixed) : '',
  ].filter((each) => each !== '');
  const text = words.map((each) => (each.endsWith('.') ? each : `${each}.`)).join(' ');
  if (first || fixed > 0) notify(text, first ? 'bad' : 'plain');
  announce(text);
}

/** Stores texts in cells as one change; those that are not understood are marked and keep their text. */
export function storeCells(edits: readonly CellEdit[]): { problems: number; fixed: number; changed: number } {
  const { history, mapId } = useApp.getState();
  const { command, problems, fixed } = editCells(edits, { project: history.project, mapId }, makeId);
  const wrong = new Set(problems.map(({ node, column }) => cellId(node, column)));
  const fine = edits.filter(({ node, column }) => !wrong.has(cellId(node, column)));
  const refused = command === null ? null : dispatch(command);
  const unstored = refused === null ? [] : fine.map((edit) => ({ ...edit, sentence: refused }));
  markCells([...problems, ...unstored], refused === null ? fine : []);
  const changed = refused === null ? fine.length - fixed : 0;
  if (edits.length > 1) sayOutcome(changed, [...problems, ...unstored], fixed);
  else if (problems[0]) announce(said.bad(problems[0].sentence));
  return { problems: problems.length + unstored.length, fixed, changed };
}

/** Stores what was typed into the cell of the cursor; true where it was understood, or nothing was changed. */
export function commitCell(text: string): boolean {
  const { cursor, bad } = useGrid.getState();
  const view = gridView();
  viewGrid({ editing: null });
  if (!cursor || !view) return true;
  const { row, column } = cursorPlace(view);
  const isBad = bad.has(cellId(cursor.node, cursor.column));
  if (!isBad && text.trim() === textAt(view, row, column)) return true;
  return storeCells([{ ...cursor, text }]).problems === 0;
}

/** Begins to type into the cell of the cursor: over what stands there, or at its end. */
export function editCell(text: string | null): void {
  const view = gridView();
  const { cursor, bad } = useGrid.getState();
  if (!view || !cursor) return;
  const { row, column } = cursorPlace(view);
  const [at, under] = [view.rows[row], view.columns[column]];
  if (!at || !under || !isEditable(at.node, under)) {
    announce(said.fixed(1));
    return;
  }
  const kept = bad.get(cellId(cursor.node, cursor.column))?.text ?? textAt(view, row, column);
  viewGrid({ anchor: cursor, editing: { text: text ?? kept, isFresh: text !== null } });
}

function editsOf(view: GridView, block: Block, textFor: (row: number, column: number) => string): CellEdit[] {
  const edits: CellEdit[] = [];
  for (let row = block.top; row <= block.bottom; row += 1)
    for (let column = block.left; column <= block.right; column += 1) {
      const at = cellAt(view, row, column);
      if (at) edits.push({ ...at, text: textFor(row, column) });
    }
  return edits;
}

const canChange = (view: GridView, edit: CellEdit): boolean => {
  const node = view.context.graph.node.get(edit.node);
  const column = view.columns.find(({ id }) => id === edit.column);
  return node !== undefined && column !== undefined && isEditable(node, column);
};

/** Empties the chosen cells; what cannot be changed is passed over. */
export function clearCells(): void {
  const view = gridView();
  const block = view && chosenBlock(view);
  if (!view || !block) return;
  const edits = editsOf(view, block, () => '').filter(
    (edit) => canChange(view, edit) && edit.column !== 'type' && edit.column !== 'next',
  );
  const ways = editsOf(view, block, () => '').filter((edit) => edit.column === 'next');
  // Flows are emptied only where nothing else is: a swept range must not take the map apart.
  const wanted = edits.length === 0 ? ways.filter((edit) => canChange(view, edit)) : edits;
  if (wanted.length > 0) storeCells(wanted);
}

/** Repeats the first row of the chosen cells downwards, or their first column to the right. */
export function fillCells(direction: 'down' | 'right', to: Block | null = null): void {
  const view = gridView();
  const block = to ?? (view && chosenBlock(view));
  if (!view || !block) return;
  const source = (row: number, column: number): string =>
    direction === 'down' ? textAt(view, block.top, column) : textAt(view, row, block.left);
  const target = direction === 'down' ? { ...block, top: block.top + 1 } : { ...block, left: block.left + 1 };
  const edits = editsOf(view, target, source).filter((edit) => canChange(view, edit));
  if (edits.length > 0) storeCells(edits);
}

/** Puts cells of the clipboard on the chosen ones: once from the first of them, or as often as they fit in. Gives the rows that did not fit. */
export function pasteCells(cells: readonly (readonly string[])[]): readonly (readonly string[])[] {
  const view = gridView();
  const block = view && chosenBlock(view);
  const height = cells.length;
  const width = Math.max(0, ...cells.map((row) => row.length));
  if (!view || !block || height === 0 || width === 0) return [];
  const fits = (size: number, of: number): boolean => size > of && size % of === 0;
  const rows = fits(block.bottom - block.top + 1, height) ? block.bottom - block.top + 1 : height;
  const columns = fits(block.right - block.left + 1, width) ? block.right - block.left + 1 : width;
  const target: Block = {
    top: block.top,
    bottom: Math.min(block.top + rows, view.rows.length) - 1,
    left: block.left,
    right: Math.min(block.left + columns, view.columns.length) - 1,
  };
  const edits = editsOf(
    view,
    target,
    (row, column) => cells[(row - block.top) % height]?.[(column - block.left) % width] ?? '',
  );
  storeCells(edits);
  const [first, end] = [cellAt(view, target.top, target.left), cellAt(view, target.bottom, target.right)];
  if (first && end) {
    viewGrid({ anchor: end });
    goToCell(first, true);
  }
  return rows === height ? cells.slice(target.bottom - target.top + 1) : [];
}

/** Adds a connected step after the row of the cursor, before it where nothing can follow, and begins to type its name. */
export function addRow(place: 'after' | 'before' = 'after'): void {
  const view = gridView();
  const { project } = useApp.getState().history;
  if (!view || view.rows.length === 0) return;
  const at = view.rows[cursorPlace(view).row];
  if (!at) return;
  const node = { type: 'step' as const, name: en.stepTable.newStep };
  const command = addStepBeside(project, { ...node, beside: at.node.id, place }, makeId);
  const made = command.made[0];
  if (dispatch(command) !== null || made === undefined) return;
  goToCell({ node: made, column: 'name' });
  viewGrid({ editing: { text: en.stepTable.newStep, isFresh: true } });
  announce(said.added(at.node.name));
}

/** Takes the steps of the chosen rows off the map; demand and value stay. */
export function deleteRows(): void {
  const view = gridView();
  const block = view && chosenBlock(view);
  if (!view || !block) return;
  const ids = view.rows
    .slice(block.top, block.bottom + 1)
    .filter(({ node }) => node.type !== 'start' && node.type !== 'end')
    .map(({ node }) => node.id);
  if (ids.length === 0 || dispatch(deleteNodes({ ids }, makeId)) !== null) return;
  const { column } = cursorPlace(view);
  goToPlace(block.top, column);
}

/** Lets the step of the cursor change places with the one before or after it in the flow. */
export function moveRow(by: 1 | -1): void {
  const view = gridView();
  const { cursor } = useGrid.getState();
  if (!view || !cursor) return;
  if (dispatch(moveStep({ id: cursor.node, by })) !== null) return;
  goToCell(cursor);
  const after = gridView();
  const node = after?.context.graph.node.get(cursor.node);
  if (after && node) announce(said.moved(node.name, after.context.rows.get(cursor.node) ?? 0));
}

/** Puts the cursor where a node stands in the table. */
export function showInTable(node: string, column: GridColumnId = 'name'): void {
  goToCell({ node, column });
  select([node]);
}
