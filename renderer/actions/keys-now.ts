import type { Preferences } from '../../shared/ipc/preferences';
import type { Action } from './action';
import { isSingleCharacter, sameKeys } from './keymap';

type Keyed = Pick<Action, 'id' | 'keys'>;
type KeyPreferences = Pick<Preferences, 'keys' | 'letters'>;
type OwnKeys = Preferences['keys'];

/** Shortcuts that belong to the system or to moving about, and stay what they are. */
export const fixedKeys: ReadonlySet<string> = new Set(['edit.cut', 'edit.copy', 'edit.paste', 'pane.canvas']);

/** The shortcuts that an action would have if no single characters were switched off. */
export function chosenKeys(action: Keyed, own: OwnKeys): readonly string[] {
  const changed = Object.hasOwn(own, action.id) && !fixedKeys.has(action.id) ? own[action.id] : undefined;
  return changed ?? action.keys ?? [];
}

/** The shortcuts that hold now: the user's own where there are such, without single characters where these are off. */
export function keysNow(action: Keyed, { keys, letters }: KeyPreferences): readonly string[] {
  const chosen = chosenKeys(action, keys);
  return letters ? chosen : chosen.filter((each) => !isSingleCharacter(each));
}

/** The action that has these keys already, other than the one that wants them. */
export function holderOf<T extends Keyed>(
  actions: readonly T[],
  wanted: { readonly id: string; readonly keys: string },
  own: OwnKeys,
): T | undefined {
  return actions.find(
    (action) =>
      action.id !== wanted.id && chosenKeys(action, own).some((each) => sameKeys(each, wanted.keys)),
  );
}

function isSameList(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((keys, index) => sameKeys(keys, b[index] ?? ''));
}

/** Own shortcuts with those of one action changed; what is as it was delivered is not kept. */
export function withKeys(own: OwnKeys, action: Keyed, keys: readonly string[]): OwnKeys {
  const { [action.id]: _before, ...others } = own;
  return isSameList(keys, action.keys ?? []) ? others : { ...others, [action.id]: [...keys] };
}

/** Own shortcuts in which an action has more or other keys: whoever had them gives them up. */
export function takeKeys(
  own: OwnKeys,
  actions: readonly Keyed[],
  wanted: { readonly action: Keyed; readonly keys: readonly string[] },
): OwnKeys {
  const { action, keys } = wanted;
  const given = actions.reduce<OwnKeys>((table, other) => {
    if (other.id === action.id) return table;
    const before = chosenKeys(other, table);
    const left = before.filter((each) => !keys.some((taken) => sameKeys(taken, each)));
    return left.length === before.length ? table : withKeys(table, other, left);
  }, own);
  return withKeys(given, action, keys);
}
