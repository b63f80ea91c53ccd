import type { ActionId } from '../../shared/text/actions';
import { en } from '../../shared/text/en';
import type { MenuEntry, MenuItem } from '../ui/menu';
import { keysText } from './action';
import type { SubmenuOf } from './main-menus';
import { actionOf } from './registry';

function itemOf(id: ActionId): MenuItem {
  const action = actionOf(id);
  const keys = action.keys?.[0];
  return {
    id,
    title: en.actions.titles[id],
    keys: keys === undefined ? undefined : keysText(keys),
    isDisabled: action.can ? !action.can() : false,
    isOn: action.isOn?.(),
    run: action.run,
  };
}

/** Actions as lines of a menu; null is a separator. */
export function menuEntries(ids: readonly (ActionId | null | SubmenuOf)[]): MenuEntry[] {
  return ids.map((id) => {
    if (id === null) return null;
    if (typeof id === 'string') return itemOf(id);
    const entries = id.ids.map((each) => (each === null ? null : itemOf(each)));
    return { id: id.title, title: id.title, entries };
  });
}

/** The actions of a menu, those of its submenus in their places. */
export function flatIds(ids: readonly (ActionId | null | SubmenuOf)[]): (ActionId | null)[] {
  return ids.flatMap((id) => (id === null || typeof id === 'string' ? [id] : id.ids));
}
