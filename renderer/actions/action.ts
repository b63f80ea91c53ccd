import type { ActionId } from '../../shared/text/actions';
import type { actionsText } from '../../shared/text/actions';
import { useApp } from '../store';

export type ActionGroup = keyof typeof actionsText.groups;

/** One thing that a user can do: it feeds menus, tooltips, shortcuts and the sheet of shortcuts. */
export interface Action {
  readonly id: ActionId;
  readonly group: ActionGroup;
  /** Shortcuts as tinykeys writes them; `$mod` is Ctrl, or Cmd on a Mac. The first one is shown. */
  readonly keys?: readonly string[];
  /** `canvas` shortcuts act only while the canvas has the focus. */
  readonly scope?: 'window' | 'canvas';
  /** True where it can be done now. */
  readonly can?: () => boolean;
  /** For a switch: whether it is on. */
  readonly isOn?: () => boolean;
  readonly run: () => void;
}

const names: Record<string, string> = {
  $mod: 'Ctrl',
  Shift: 'Shift',
  Alt: 'Alt',
  Delete: 'Del',
  ArrowLeft: '←',
  ArrowRight: '→',
  ArrowUp: '↑',
  ArrowDown: '↓',
  Equal: '+',
  Minus: '−',
  Comma: ',',
  Period: '.',
  Slash: '/',
  Semicolon: ';',
  Quote: "'",
  Backquote: '`',
  Backslash: '\\',
  BracketLeft: '[',
  BracketRight: ']',
  Control: 'Ctrl',
  Meta: 'Win',
  Escape: 'Esc',
};
const macNames: Record<string, string> = { ...names, $mod: '⌘', Control: '⌃', Shift: '⇧', Alt: '⌥' };

/** A shortcut as people write it on this platform: `Ctrl Shift S`, `⇧⌘S`. */
export function keysText(keys: string): string {
  const isMac = useApp.getState().platform === 'darwin';
  const table = isMac ? macNames : names;
  const pressed = keys.split('+');
  const isSign = /^[^\w\s]$/.test(pressed.at(-1) ?? '');
  const parts = pressed
    .filter((part) => part !== 'Shift' || !isSign)
    .map(
      (part) => table[part] ?? part.replace(/^(Key|Digit)/, '').replace(/^[a-z]$/, (c) => c.toUpperCase()),
    );
  return parts.join(isMac ? '' : ' ');
}
