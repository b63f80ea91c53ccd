import type { ActionId } from '../../shared/text/actions';
import { type Action, keysText } from './action';
import { arrangeActions } from './arrange-actions';
import { editActions } from './edit-actions';
import { fileActions } from './file-actions';
import { useApp } from '../store';
import { insertActions } from './insert-actions';
import { keysNow } from './keys-now';
import { mapActions } from './map-actions';
import { roomActions } from './room-actions';
import { usePresent } from '../present/present-state';
import { searchActions } from './search-actions';
import { settingsActions } from './settings-actions';
import { viewActions } from './view-actions';

/** Every action of the app. */
export const allActions: readonly Action[] = [
  ...fileActions,
  ...editActions,
  ...viewActions,
  ...searchActions,
  ...settingsActions,
  ...insertActions,
  ...mapActions,
  ...arrangeActions,
  ...roomActions,
];

const byId = new Map<string, Action>(allActions.map((action) => [action.id, action]));

/** The action of that id with the shortcuts that hold now; every id of the text catalogue has one, which a test proves. */
export function actionOf(id: ActionId): Action {
  const action = byId.get(id);
  if (!action) throw new Error(`no action ${id}`);
  return action.keys === undefined && !Object.hasOwn(useApp.getState().preferences.keys, id)
    ? action
    : { ...action, keys: keysNow(action, useApp.getState().preferences) };
}

/** The shortcut of an action that holds now, as people write it; undefined where it has none. */
export function shownKeys(id: ActionId): string | undefined {
  const [keys] = actionOf(id).keys ?? [];
  return keys === undefined ? undefined : keysText(keys);
}

/** Does an action by its id, where it exists and can be done; used by the native menu. */
export function runAction(id: string): void {
  const action = usePresent.getState().isOn ? undefined : byId.get(id);
  if (action && (action.can?.() ?? true)) action.run();
}
