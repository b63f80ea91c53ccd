import {
  copySelection,
  cutSelection,
  deleteSelection,
  duplicateSelection,
  canPaste,
  pasteFromClipboard,
} from '../canvas/clipboard';
import { copyPicture } from '../document/export';
import { select, useApp } from '../store';
import type { Action } from './action';
import { shownNodes } from './selection';
import { undoActions } from './undo-actions';

/** The node or group whose name is typed next. */
function renamed(): string | null {
  const { selection, history } = useApp.getState();
  const [only] = selection.length === 1 ? selection : [];
  if (only === undefined) return null;
  const { nodes, groups } = history.project;
  return Object.hasOwn(nodes, only) || Object.hasOwn(groups, only) ? only : null;
}

const hasSelection = (): boolean => useApp.getState().selection.length > 0;

/** Undo, clipboard, selection. */
export const editActions: readonly Action[] = [
  ...undoActions,
  {
    id: 'edit.cut',
    group: 'edit',
    keys: ['$mod+KeyX'],
    scope: 'canvas',
    can: hasSelection,
    run: () => cutSelection(),
  },
  {
    id: 'edit.copy',
    group: 'edit',
    keys: ['$mod+KeyC'],
    scope: 'canvas',
    can: hasSelection,
    run: () => copySelection(),
  },
  {
    id: 'edit.paste',
    group: 'edit',
    keys: ['$mod+KeyV'],
    scope: 'canvas',
    can: canPaste,
    run: pasteFromClipboard,
  },
  {
    id: 'edit.duplicate',
    group: 'edit',
    keys: ['$mod+KeyD'],
    scope: 'canvas',
    can: hasSelection,
    run: duplicateSelection,
  },
  {
    id: 'edit.delete',
    group: 'edit',
    keys: ['Delete', 'Backspace'],
    scope: 'canvas',
    can: hasSelection,
    run: deleteSelection,
  },
  {
    id: 'edit.selectAll',
    group: 'edit',
    keys: ['$mod+KeyA'],
    scope: 'canvas',
    run: () => select(shownNodes().map((node) => node.id)),
  },
  {
    id: 'edit.rename',
    group: 'edit',
    keys: ['F2'],
    scope: 'canvas',
    can: () => renamed() !== null,
    run: () => useApp.setState({ renaming: renamed() }),
  },
  { id: 'edit.copyPicture', group: 'edit', keys: ['Shift+Alt+KeyC'], run: () => void copyPicture() },
];
