import { Menu } from 'electron';
import { menuTemplate, type PageMenus, type RunCommand } from './menu-template';

/** Installs the native menu of macOS; elsewhere the page draws the menus and answers the shortcuts, so there is none that could fire twice. */
export function installMenu(appName: string, menus: PageMenus, run: RunCommand): void {
  const isMac = process.platform === 'darwin';
  Menu.setApplicationMenu(isMac ? Menu.buildFromTemplate(menuTemplate(appName, menus, run)) : null);
}
