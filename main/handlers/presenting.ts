import { app, BrowserWindow, nativeTheme, screen } from 'electron';
import { pageRights } from '../page-rights';
import { windowOf } from './window-of';

/** Presentations: full screen in their own window, or on another screen where there is one. */
export interface Presenting {
  /** Starts the presentation of a window (by the id of its page); true where the slides are on another screen. */
  readonly start: (id: number, channel: string) => boolean;
  readonly end: (id: number) => void;
}

/** What a presentation has changed, so that its end can take it back. */
interface Running {
  readonly slides: BrowserWindow | null;
  readonly wasFull: boolean;
  readonly onClosed: () => void;
}

/** A screen on which the window does not stand, or undefined. */
function otherScreen(window: BrowserWindow): Electron.Display | undefined {
  const own = screen.getDisplayMatching(window.getBounds());
  return screen.getAllDisplays().find(({ id }) => id !== own.id);
}

/** A window without a bridge: it gets its slides from the page of the presenter and can do nothing else. */
function makeSlides(address: string, { bounds }: Electron.Display): BrowserWindow {
  const window = new BrowserWindow({
    ...bounds,
    frame: false,
    show: false,
    skipTaskbar: true,
    backgroundColor: nativeTheme.shouldUseDarkColors ? '#0f1319' : '#f4f6f9',
    webPreferences: pageRights(app.isPackaged),
  });
  window.once('ready-to-show', () => {
    window.showInactive();
    window.setFullScreen(true);
  });
  void window.loadURL(address);
  return window;
}

/** Keeps the presentations of all windows; `url` is the address of the page. */
export function createPresenting(url: string): Presenting {
  const running = new Map<number, Running>();
  const end = (id: number): void => {
    const known = running.get(id);
    running.delete(id);
    if (known?.slides && !known.slides.isDestroyed()) known.slides.destroy();
    const window = windowOf(id);
    if (!window || !known) return;
    window.removeListener('closed', known.onClosed);
    if (!known.wasFull) window.setFullScreen(false);
  };
  return {
    start(id, channel) {
      const window = windowOf(id);
      if (!window) return false;
      end(id);
      const other = otherScreen(window);
      const slides = other ? makeSlides(`${url}#slides=${channel}`, other) : null;
      const onClosed = (): void => end(id);
      running.set(id, { slides, wasFull: window.isFullScreen(), onClosed });
      if (!slides) window.setFullScreen(true);
      // The other screen was unplugged, or its window was closed: the slides come back to this one.
      slides?.once('closed', () => {
        if (running.has(id) && !window.isDestroyed()) window.setFullScreen(true);
      });
      window.once('closed', onClosed);
      return slides !== null;
    },
    end,
  };
}
