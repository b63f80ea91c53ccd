import type { Arguments } from '../shared/ipc/contract';
import { actionsText } from '../shared/text/actions';
import { shellText } from '../shared/text/shell';

/** An entry of the native menu, of what Electron takes. */
export interface NativeItem {
  id?: string;
  label?: string;
  type?: 'separator';
  role?:
    | 'services'
    | 'hide'
    | 'hideOthers'
    | 'unhide'
    | 'recentDocuments'
    | 'clearRecentDocuments'
    | 'togglefullscreen'
    | 'windowMenu'
    | 'help'
    | 'cut'
    | 'copy'
    | 'paste';
  accelerator?: string;
  click?: () => void;
  submenu?: NativeItem[];
}

/** The menus as the page shows them: titles, entries, shortcuts as Electron writes them. */
export type PageMenus = Arguments<'menu:show'>[0];

/** Runs a command of the page's registry in the window in front. */
export type RunCommand = (id: string) => void;

type Entry = PageMenus[number]['entries'][number];

const line: NativeItem = { type: 'separator' };
const { menus: titles } = shellText;

/** Cut, copy and paste are the system's: they work in text fields, and on the canvas as clipboard events. */
const roles: Readonly<Record<string, NativeItem>> = {
  'edit.cut': { role: 'cut' },
  'edit.copy': { role: 'copy' },
  'edit.paste': { role: 'paste' },
};

function itemOf(entry: Entry, run: RunCommand): NativeItem {
  if (entry === null) return line;
  const role = roles[entry.id];
  if (role) return role;
  const { id, title, accelerator } = entry;
  return { id, label: title, click: () => run(id), ...(accelerator !== null && { accelerator }) };
}

/** What macOS keeps in the menu of the app itself. */
const ofTheApp: ReadonlySet<string> = new Set(['app.quit', 'app.settings', 'help.about']);

/** Without the entries that stand in the menu of the app, and without lines that would have nothing between them. */
function entriesOf(entries: readonly Entry[]): Entry[] {
  const kept = entries.filter((entry) => entry === null || !ofTheApp.has(entry.id));
  return kept
    .filter((entry, index) => entry !== null || (index > 0 && kept[index - 1] !== null))
    .slice(0, kept.at(-1) === null ? -1 : undefined);
}

function appMenu(appName: string, menus: PageMenus, run: RunCommand): NativeItem {
  const known = menus.flatMap(({ entries }) => entries);
  const item = (id: 'app.quit' | 'app.settings' | 'help.about', usual: string | null) =>
    itemOf(
      known.find((entry) => entry?.id === id) ?? { id, title: actionsText.titles[id], accelerator: usual },
      run,
    );
  return {
    label: appName,
    submenu: [
      item('help.about', null),
      line,
      item('app.settings', 'Cmd+,'),
      line,
      { role: 'services' },
      line,
      { role: 'hide' },
      { role: 'hideOthers' },
      { role: 'unhide' },
      line,
      item('app.quit', 'Cmd+Q'),
    ],
  };
}

/** What the system adds to a menu of the page. */
const extras: Readonly<Record<string, readonly NativeItem[]>> = {
  [titles.file]: [line, { role: 'recentDocuments', submenu: [{ role: 'clearRecentDocuments' }] }],
  [titles.view]: [line, { role: 'togglefullscreen' }],
};

/** The native menu bar: the menus of the page with what the system expects besides. */
export function menuTemplate(appName: string, menus: PageMenus, run: RunCommand): NativeItem[] {
  const own = menus.map(({ title, entries }): NativeItem => {
    const items = entriesOf(entries).map((entry) => itemOf(entry, run));
    const submenu = [...items, ...(extras[title] ?? [])];
    return title === titles.help ? { role: 'help', submenu } : { label: title, submenu };
  });
  const help = own.findIndex(({ role }) => role === 'help');
  const at = help === -1 ? own.length : help;
  return [appMenu(appName, menus, run), ...own.slice(0, at), { role: 'windowMenu' }, ...own.slice(at)];
}
