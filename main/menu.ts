import { Menu, type MenuItemConstructorOptions } from 'electron';
import { type ActionId, actionsText } from '../shared/text/actions';
import { shellText } from '../shared/text/shell';

/** Runs a command of the page's registry in the window in front. */
export type RunCommand = (id: ActionId) => void;

const line: MenuItemConstructorOptions = { type: 'separator' };

function menu(label: string, submenu: MenuItemConstructorOptions[]): MenuItemConstructorOptions {
  return { label, submenu };
}

type Item = (id: ActionId, accelerator?: string) => MenuItemConstructorOptions;

const { menus } = shellText;

function appMenu(appName: string, item: Item): MenuItemConstructorOptions {
  return menu(appName, [
    item('help.about'),
    line,
    { role: 'services' },
    line,
    { role: 'hide' },
    { role: 'hideOthers' },
    { role: 'unhide' },
    line,
    item('app.quit', 'Cmd+Q'),
  ]);
}

function fileMenu(item: Item): MenuItemConstructorOptions {
  return menu(menus.file, [
    item('file.new', 'Cmd+N'),
    item('file.open', 'Cmd+O'),
    { role: 'recentDocuments', submenu: [{ role: 'clearRecentDocuments' }] },
    line,
    item('file.close', 'Cmd+W'),
    item('file.save', 'Cmd+S'),
    item('file.saveAs', 'Shift+Cmd+S'),
    item('file.revert'),
    line,
    item('file.importTable'),
    item('file.export', 'Cmd+E'),
  ]);
}

/** Cut, copy and paste are the system's: they work in text fields, and on the canvas as clipboard events. */
function editMenu(item: Item): MenuItemConstructorOptions {
  return menu(menus.edit, [
    item('edit.undo', 'Cmd+Z'),
    item('edit.redo', 'Shift+Cmd+Z'),
    line,
    { role: 'cut' },
    { role: 'copy' },
    { role: 'paste' },
    item('edit.duplicate', 'Cmd+D'),
    item('edit.delete'),
    item('edit.selectAll', 'Cmd+A'),
    line,
    item('edit.copyPicture', 'Shift+Cmd+C'),
  ]);
}

function viewMenu(item: Item): MenuItemConstructorOptions {
  return menu(menus.view, [
    item('view.zoomIn', 'Cmd+Plus'),
    item('view.zoomOut', 'Cmd+-'),
    item('view.fit'),
    item('view.actualSize', 'Cmd+0'),
    line,
    item('view.toggleLeft'),
    item('view.toggleRight'),
    item('view.toggleBottom'),
    line,
    item('view.theme'),
    { role: 'togglefullscreen' },
  ]);
}

function menuTemplate(appName: string, run: RunCommand): MenuItemConstructorOptions[] {
  const item: Item = (id, accelerator) => ({
    id,
    label: actionsText.titles[id],
    click: () => run(id),
    ...(accelerator === undefined ? {} : { accelerator }),
  });
  return [
    appMenu(appName, item),
    fileMenu(item),
    editMenu(item),
    viewMenu(item),
    { role: 'windowMenu' },
    { role: 'help', submenu: [item('help.rules'), item('help.shortcuts')] },
  ];
}

/** Installs the native menu of macOS, with the ids of the page's registry; elsewhere the page draws the menus and answers the shortcuts, so there is none that could fire twice. */
export function installMenu(appName: string, run: RunCommand): void {
  const isMac = process.platform === 'darwin';
  Menu.setApplicationMenu(isMac ? Menu.buildFromTemplate(menuTemplate(appName, run)) : null);
}
