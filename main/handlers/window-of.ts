import { BrowserWindow } from 'electron';

/** The window of a page, by the id of the page; null where it is closed. */
export function windowOf(id: number): BrowserWindow | null {
  return BrowserWindow.getAllWindows().find(({ webContents }) => webContents.id === id) ?? null;
}
