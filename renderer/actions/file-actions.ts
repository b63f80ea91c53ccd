import { bridge } from '../bridge';
import { startEmpty } from '../document/import';
import { openByDialog } from '../document/open';
import { hasUnsavedWork, revert, save } from '../document/save';
import { openVersions } from '../history/versions-state';
import { importFile } from '../import/open-foreign';
import { useApp } from '../store';
import type { Action } from './action';

const isEditing = (): boolean => useApp.getState().screen === 'editor';

/** A new stream; beside open work it gets a window of its own. */
function newStream(): void {
  const { document } = useApp.getState();
  if (isEditing() && (document !== null || hasUnsavedWork())) void bridge.call['window:control']('new');
  else startEmpty();
}

/** Back to the start screen; unsaved work stays where it is, in its window. */
function showStart(): void {
  if (hasUnsavedWork()) void bridge.call['window:control']('new');
  else useApp.setState({ screen: 'start', document: null, name: '', selection: [] });
}

/** Files and windows. */
export const fileActions: readonly Action[] = [
  { id: 'file.new', group: 'file', keys: ['$mod+KeyN'], run: newStream },
  { id: 'file.open', group: 'file', keys: ['$mod+KeyO'], run: () => void openByDialog() },
  { id: 'file.start', group: 'file', can: isEditing, run: showStart },
  { id: 'file.save', group: 'file', keys: ['$mod+KeyS'], can: isEditing, run: () => void save() },
  {
    id: 'file.saveAs',
    group: 'file',
    keys: ['$mod+Shift+KeyS'],
    can: isEditing,
    run: () => void save({ as: true }),
  },
  {
    id: 'file.revert',
    group: 'file',
    can: () => useApp.getState().document !== null && hasUnsavedWork(),
    run: () => void revert(),
  },
  { id: 'file.versions', group: 'file', can: isEditing, run: openVersions },
  { id: 'file.import', group: 'file', keys: ['$mod+KeyI'], run: () => void importFile() },
  {
    id: 'file.export',
    group: 'file',
    keys: ['$mod+KeyE'],
    can: isEditing,
    run: () => useApp.setState({ dialog: { kind: 'export' } }),
  },
  {
    id: 'file.close',
    group: 'file',
    keys: ['$mod+KeyW'],
    run: () => void bridge.call['window:control']('close'),
  },
  {
    id: 'app.quit',
    group: 'file',
    keys: ['$mod+KeyQ'],
    run: () => void bridge.call['window:control']('quit'),
  },
];
