import { app, BrowserWindow, nativeTheme } from 'electron';
import type { AppStart } from '../../shared/ipc/results';
import { returnWork } from '../bring-back';
import type { Context } from '../context';
import type { Handlers } from '../ipc';
import { localDate } from '../local-date';
import { openInto } from '../open-document';
import type { Session } from '../session';
import { takeCopy } from '../version-copies';
import { windowOf } from './window-of';

type WindowChannels =
  | 'app:start'
  | 'preferences:get'
  | 'preferences:set'
  | 'analysis:set'
  | 'menu:show'
  | 'present:start'
  | 'present:end'
  | 'window:control';
type Control = Parameters<Handlers['window:control']>[1];

function platformOf(): AppStart['platform'] {
  const { platform } = process;
  return platform === 'darwin' || platform === 'win32' ? platform : 'linux';
}

async function start(session: Session, context: Context): Promise<AppStart> {
  const path = session.pendingPath ?? session.document?.path ?? null;
  const returned = await returnWork(session, context);
  const opened = path === null || returned ? null : await openInto(session, path, context);
  session.pendingPath = null;
  session.hasStarted = true;
  zoomAll(context.settings.get('preferences').zoom);
  return {
    version: app.getVersion(),
    platform: platformOf(),
    today: localDate(new Date(context.now())),
    preferences: context.settings.get('preferences'),
    analysis: context.settings.get('analysis'),
    opened,
    returned,
    copy: takeCopy(session),
    hasStoppedAgain: session.life.hasStoppedAgain,
    hasProfile: context.hasProfile,
  };
}

/** Draws every window larger or smaller, 0.8 to 2. */
function zoomAll(zoom: number): void {
  for (const { webContents } of BrowserWindow.getAllWindows())
    if (webContents.getZoomFactor() !== zoom) webContents.setZoomFactor(zoom);
}

function control(session: Session, what: Control, context: Context): void {
  const window = windowOf(session.id);
  switch (what) {
    case 'minimize':
      window?.minimize();
      break;
    case 'maximize':
      if (window?.isMaximized()) window.unmaximize();
      else window?.maximize();
      break;
    case 'fullscreen':
      window?.setFullScreen(!window.isFullScreen());
      break;
    case 'close':
    case 'close-now':
      session.surface.close(what === 'close-now');
      break;
    case 'new':
      context.openWindow(null);
      break;
    case 'quit':
      app.quit();
  }
}

/** The window itself, and what this computer remembers. */
export function windowHandlers(context: Context): Pick<Handlers, WindowChannels> {
  return {
    'app:start': (session) => start(session, context),
    'preferences:get': () => context.settings.get('preferences'),
    'preferences:set': (session, preferences) => {
      context.settings.set('preferences', preferences);
      nativeTheme.themeSource = preferences.theme;
      zoomAll(preferences.zoom);
      for (const other of context.sessions.all())
        if (other !== session) other.surface.send('preferences:changed', preferences);
      return null;
    },
    'analysis:set': (session, analysis) => {
      context.settings.set('analysis', analysis);
      for (const other of context.sessions.all())
        if (other !== session) other.surface.send('analysis:changed', analysis);
      return null;
    },
    'menu:show': (_session, menus) => {
      context.showMenu(menus);
      return null;
    },
    'present:start': (session, { channel }) => ({ isSecond: context.presenting.start(session.id, channel) }),
    'present:end': (session) => {
      context.presenting.end(session.id);
      return null;
    },
    'window:control': (session, what) => {
      control(session, what, context);
      return null;
    },
  };
}
