import { branchOf, duplicateBranch } from '../../shared/commands/branch';
import { en } from '../../shared/text/en';
import { announce } from '../announce';
import { viewControl } from '../canvas/viewport';
import { derivedNow } from '../derive';
import { makeId } from '../make-id';
import { openFind } from '../search/find-view';
import { dispatch, notify, select, undoLast, useApp } from '../store';
import type { Action } from './action';

const text = en.search.branch;
const isEditing = (): boolean => useApp.getState().screen === 'editor';

/** The nodes of the branch that begins at the one thing that is selected. */
function selectedBranch(): readonly string[] {
  const { selection, history } = useApp.getState();
  const [only] = selection;
  return only !== undefined && selection.length === 1 ? branchOf(history.project, only) : [];
}

const hasBranch = (): boolean => selectedBranch().length > 0;

function selectBranch(): void {
  const ids = selectedBranch();
  select(ids);
  announce(text.selected(ids.length));
}

/** How far below itself a branch is copied, pixels. */
function heightOf(ids: readonly string[]): number {
  const boxes = ids.flatMap((id) => derivedNow()?.layout.boxes.get(id) ?? []);
  if (boxes.length === 0) return 160;
  const top = Math.min(...boxes.map(({ y }) => y));
  return Math.max(...boxes.map(({ y, height }) => y + height)) - top + 48;
}

function copyBranch(): void {
  const { selection, history } = useApp.getState();
  const [id] = selection;
  if (id === undefined) return;
  const by = { x: 0, y: heightOf(selectedBranch()) };
  const copy = duplicateBranch({ project: history.project, id, by }, makeId);
  if (dispatch(copy) !== null) return;
  select(copy.made);
  requestAnimationFrame(() => viewControl()?.show(copy.made));
  notify(`${text.copied(copy.made.length)} ${text.blankShares}`, 'plain', {
    title: en.search.replace.undo,
    run: undoLast,
  });
}

/** Searching everything, finding on the map, replacing, and branches as a whole. */
export const searchActions: readonly Action[] = [
  {
    id: 'app.palette',
    group: 'help',
    keys: ['$mod+KeyK', '$mod+Shift+KeyP'],
    run: () => useApp.setState({ dialog: { kind: 'palette', text: '' } }),
  },
  { id: 'edit.find', group: 'edit', keys: ['$mod+KeyF'], can: isEditing, run: openFind },
  {
    id: 'edit.replace',
    group: 'edit',
    keys: ['$mod+Shift+KeyH'],
    can: isEditing,
    run: () => useApp.setState({ dialog: { kind: 'replace', from: null } }),
  },
  { id: 'edit.duplicateBranch', group: 'edit', can: hasBranch, run: copyBranch },
  { id: 'edit.selectBranch', group: 'edit', can: hasBranch, run: selectBranch },
];
