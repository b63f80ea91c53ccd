import type { Arguments } from '../../shared/ipc/contract';
import { en } from '../../shared/text/en';
import type { AppState } from '../app-state';
import { bridge } from '../bridge';
import { useApp } from '../store';
import { mainMenus } from './main-menus';
import { flatIds } from './menus';
import { actionOf } from './registry';

const names: Readonly<Record<string, string>> = {
  $mod: 'CommandOrControl',
  Equal: 'Plus',
  Minus: '-',
  Comma: ',',
  Period: '.',
  Slash: '/',
  Semicolon: ';',
  Quote: "'",
  Backquote: '`',
  Backslash: '\\',
  BracketLeft: '[',
  BracketRight: ']',
  ArrowLeft: 'Left',
  ArrowRight: 'Right',
  ArrowUp: 'Up',
  ArrowDown: 'Down',
};

/** A shortcut as Electron writes it; null for one without Ctrl or Cmd, which would take letters from text fields. */
export function acceleratorOf(keys: string | undefined): string | null {
  if (keys === undefined || !keys.includes('$mod')) return null;
  const parts = keys.split('+').map((part) => names[part] ?? part.replace(/^(?:Key|Digit)/, ''));
  return parts.map((part) => (/^[a-z]$/.test(part) ? part.toUpperCase() : part)).join('+');
}

function menusNow(): Arguments<'menu:show'>[0] {
  return mainMenus.map(({ title, ids }) => ({
    title,
    entries: flatIds(ids).map((id) =>
      id === null
        ? null
        : { id, title: en.actions.titles[id], accelerator: acceleratorOf(actionOf(id).keys?.[0]) },
    ),
  }));
}

/** Gives the menus to the native menu bar of macOS, again whenever shortcuts change. Returns a function that ends it. */
export function keepNativeMenu(): () => void {
  let last: unknown = null;
  const show = ({ platform, screen, preferences: { keys, letters } }: AppState): void => {
    if (platform !== 'darwin' || screen === 'loading') return;
    const now = JSON.stringify([keys, letters]);
    if (now === last) return;
    last = now;
    void bridge.call['menu:show'](menusNow());
  };
  show(useApp.getState());
  return useApp.subscribe(show);
}
