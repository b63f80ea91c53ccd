import { type BrowserWindow, dialog } from 'electron';
import { mainText } from '../../shared/text/main';
import type { Context } from '../context';
import { leaveLostPage } from '../lost-page';
import type { Session } from '../session';

interface Question {
  readonly message: string;
  readonly detail: string;
  readonly buttons: string[];
  /** Takes the question away, as if its first button had been pressed. */
  readonly signal?: AbortSignal;
}

async function choose(window: BrowserWindow, question: Question): Promise<number> {
  const how = { type: 'warning' as const, defaultId: 0, cancelId: 0, noLink: true };
  const { response } = await dialog.showMessageBox(window, { ...how, ...question });
  return response;
}

/** Offers a page that crashed or hangs to be opened again with its work, in one click. */
export function watchForMishaps(window: BrowserWindow, session: Session, context: Context): void {
  const { webContents } = window;
  const { crashed, unresponsive } = mainText;
  let waiting: AbortController | null = null;
  let isAnswered = false;

  async function afterCrash(): Promise<void> {
    const hasWork = session.kept.last() !== null;
    const question = {
      message: crashed.message,
      detail: hasWork ? crashed.detail : crashed.nothingLost,
      buttons: [crashed.reopen, crashed.close],
    };
    const answer = isAnswered ? 0 : await choose(window, question);
    isAnswered = false;
    if (window.isDestroyed()) return;
    if (answer === 0) webContents.reload();
    else {
      leaveLostPage(session, context);
      window.destroy();
    }
  }

  async function whileHanging(): Promise<void> {
    if (waiting !== null) return;
    waiting = new AbortController();
    const { signal } = waiting;
    const buttons = [unresponsive.wait, unresponsive.reopen];
    const answer = await choose(window, { ...unresponsive, buttons, signal });
    waiting = null;
    if (answer === 0 || window.isDestroyed() || session.life.isBroken) return;
    // The question is answered already when the page is gone.
    isAnswered = true;
    webContents.forcefullyCrashRenderer();
  }

  webContents.on('render-process-gone', (_event, { reason }) => {
    if (reason === 'clean-exit' || window.isDestroyed()) return;
    session.life.isBroken = true;
    waiting?.abort();
    void afterCrash();
  });
  webContents.on('unresponsive', () => void whileHanging());
  webContents.on('responsive', () => waiting?.abort());
}
