import { app, type BrowserWindow, dialog } from 'electron';
import { mainText } from '../../shared/text/main';
import { createQueues } from '../files/in-turn';
import type { Session } from '../session';

/** How windows end. */
export interface Closing {
  /** Watches a window: it closes when nothing would be lost, or when the user has decided. */
  readonly watch: (window: BrowserWindow, session: Session) => void;
  /** Closes a window; asks about unsaved work unless `isDecided`. */
  readonly close: (window: BrowserWindow, session: Session, isDecided: boolean) => void;
}

type Answer = 'save' | 'discard' | 'cancel';

async function askAboutWork(window: BrowserWindow, title: string): Promise<Answer> {
  const { question, detail, save, discard, cancel } = mainText.close;
  const { response } = await dialog.showMessageBox(window, {
    type: 'question',
    message: question(title === '' ? mainText.untitled : title),
    detail,
    buttons: [save, discard, cancel],
    defaultId: 0,
    cancelId: 2,
    noLink: true,
  });
  return (['save', 'discard', 'cancel'] as const)[response] ?? 'cancel';
}

/** Starts to see to windows; `onClosing` is called once for each window right before it goes, `leave` for one whose page stopped working and can save nothing. */
export function createClosing(
  onClosing: (window: BrowserWindow) => void,
  leave: (session: Session) => void,
): Closing {
  const inTurn = createQueues();
  const asking = new Set<number>();
  let isQuitting = false;

  app.on('before-quit', () => {
    isQuitting = true;
  });
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin' || isQuitting) app.quit();
  });

  async function ask(window: BrowserWindow, session: Session): Promise<Answer> {
    const wasQuitting = isQuitting;
    return await inTurn('question', async () => {
      // "Cancel" for one window calls the whole quitting off.
      if (wasQuitting && !isQuitting) return 'cancel';
      const answer = await askAboutWork(window, session.title);
      if (answer === 'cancel') isQuitting = false;
      return answer;
    });
  }

  async function end(window: BrowserWindow, session: Session, isDecided: boolean): Promise<void> {
    if (!isDecided && session.isDirty && !session.life.isBroken) {
      const answer = await ask(window, session);
      if (answer === 'save') session.surface.send('window:save-and-close', null);
      if (answer !== 'discard') return;
    }
    if (session.life.isBroken) leave(session);
    else await session.kept.end();
    if (window.isDestroyed()) return;
    onClosing(window);
    window.destroy();
  }

  function close(window: BrowserWindow, session: Session, isDecided: boolean): void {
    if (asking.has(session.id)) return;
    asking.add(session.id);
    void end(window, session, isDecided).finally(() => asking.delete(session.id));
  }

  return {
    close,
    watch(window, session) {
      window.on('close', (event) => {
        if (!session.isDirty && session.kept.last() === null) return onClosing(window);
        event.preventDefault();
        close(window, session, false);
      });
    },
  };
}
