import { join } from 'node:path';
import { app, BrowserWindow, nativeTheme } from 'electron';
import { mainText } from '../shared/text/main';
import { pageRights } from './page-rights';
import type { Surface } from './session';
import type { Bounds } from './settings-shape';
import { smallestWindow } from './window-place';

/** Where the page and its preload script are. */
export interface PagePlace {
  /** The address of the page. */
  readonly url: string;
  /** The file of the preload script. */
  readonly preload: string;
}

const canvasColor = { light: '#f4f6f9', dark: '#10151c' };

/** Windows and macOS take the icon from the program; on Linux a package carries it as a file. */
function windowIcon(): { icon?: string } {
  return process.platform === 'linux' && app.isPackaged
    ? { icon: join(process.resourcesPath, 'icon.png') }
    : {};
}

/** Makes a window, hidden until its first frame is there, in which the page has no rights of its own. */
export function makeWindow(place: PagePlace, bounds: Bounds): BrowserWindow {
  const isMac = process.platform === 'darwin';
  return new BrowserWindow({
    ...bounds,
    minWidth: smallestWindow.width,
    minHeight: smallestWindow.height,
    show: false,
    title: mainText.appName,
    ...windowIcon(),
    backgroundColor: nativeTheme.shouldUseDarkColors ? canvasColor.dark : canvasColor.light,
    ...(isMac
      ? { titleBarStyle: 'hiddenInset' as const, trafficLightPosition: { x: 14, y: 13 } }
      : { frame: false }),
    webPreferences: { ...pageRights(app.isPackaged), preload: place.preload },
  });
}

/** What a session may do to a window; `close` asks or closes. */
export function surfaceOf(window: BrowserWindow, close: Surface['close']): Surface {
  return {
    send: (name, value) => {
      if (!window.isDestroyed()) window.webContents.send(name, value);
    },
    focus: () => {
      if (window.isMinimized()) window.restore();
      window.show();
      window.focus();
    },
    isInFront: () => window.isFocused(),
    describe: (title, isDirty, path) => {
      if (window.isDestroyed()) return;
      const name = title === '' ? mainText.appName : mainText.windowTitle(title, isDirty);
      window.setTitle(process.platform === 'darwin' && title !== '' ? title : name);
      window.setDocumentEdited(isDirty);
      window.setRepresentedFilename(path ?? '');
    },
    close,
  };
}

/** Tells the page when its window is maximised, restored or shown full screen. */
export function reportState(window: BrowserWindow, send: Surface['send']): void {
  const report = (): void =>
    send('window:state', { isMaximized: window.isMaximized(), isFullscreen: window.isFullScreen() });
  window.on('maximize', report);
  window.on('unmaximize', report);
  window.on('enter-full-screen', report);
  window.on('leave-full-screen', report);
  window.webContents.on('did-finish-load', report);
}
