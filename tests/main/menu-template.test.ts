import { describe, expect, it } from 'vitest';
import { menuTemplate, type PageMenus } from '../../main/menu-template';

const entry = (id: string, accelerator: string | null = null) => ({
  id,
  title: `Title of ${id}`,
  accelerator,
});
const pageMenus: PageMenus = [
  {
    title: 'File',
    entries: [
      entry('file.new', 'CommandOrControl+N'),
      null,
      entry('app.settings', 'CommandOrControl+;'),
      null,
      entry('app.quit'),
    ],
  },
  {
    title: 'Edit',
    entries: [entry('edit.undo'), null, entry('edit.cut'), entry('edit.copy'), entry('edit.paste')],
  },
  { title: 'View', entries: [entry('view.fit')] },
  { title: 'Help', entries: [entry('help.shortcuts'), entry('help.about')] },
];

const ran: string[] = [];
const menus = menuTemplate('Streamwright', pageMenus, (id) => void ran.push(id));

/** The entries of a menu in short: role, title, or a line. */
function entriesOf(index: number): string[] {
  const { submenu } = menus[index] ?? {};
  return (submenu ?? []).map(({ role, label, type }) => role ?? label ?? type ?? '');
}

describe('the native menu bar', () => {
  it('has the menu of the app, those of the page in their order, and the window before help', () => {
    expect(menus.map(({ label, role }) => role ?? label)).toEqual([
      'Streamwright',
      'File',
      'Edit',
      'View',
      'windowMenu',
      'help',
    ]);
  });

  it('moves what macOS keeps in the menu of the app there, with the shortcuts of the page', () => {
    expect(entriesOf(0)).toEqual(
      expect.arrayContaining([
        'Title of help.about',
        'Title of app.settings',
        'services',
        'Title of app.quit',
      ]),
    );
    const { submenu } = menus[0] ?? {};
    const settings = submenu?.find(({ id }) => id === 'app.settings');
    expect(settings?.accelerator).toBe('CommandOrControl+;');
    expect(entriesOf(1)).toEqual(['Title of file.new', 'separator', 'recentDocuments']);
    expect(entriesOf(5)).toEqual(['Title of help.shortcuts']);
  });

  it('leaves cut, copy and paste to the system', () => {
    expect(entriesOf(2)).toEqual(['Title of edit.undo', 'separator', 'cut', 'copy', 'paste']);
  });

  it('runs commands by their ids', () => {
    const { submenu } = menus[3] ?? {};
    submenu?.[0]?.click?.();
    expect(ran).toEqual(['view.fit']);
  });

  it('has the menu of the app before the page has said anything', () => {
    const bare = menuTemplate('Streamwright', [], () => undefined);
    expect(bare.map(({ label, role }) => role ?? label)).toEqual(['Streamwright', 'windowMenu']);
  });
});
