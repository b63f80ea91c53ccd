import { type BrowserWindow, dialog } from 'electron';
import { mainText } from '../../shared/text/main';

async function choose(
  window: BrowserWindow,
  message: string,
  detail: string,
  buttons: string[],
): Promise<number> {
  const { response } = await dialog.showMessageBox(window, {
    type: 'warning',
    message,
    detail,
    buttons,
    defaultId: 0,
    cancelId: 0,
    noLink: true,
  });
  return response;
}

/** Offers a page that crashed or hangs to be opened again; what it had kept is then offered by the start screen. */
export function watchForMishaps(window: BrowserWindow): void {
  const { webContents } = window;
  const { crashed, unresponsive } = mainText;
  let isAsking = false;

  webContents.on('render-process-gone', (_event, { reason }) => {
    if (reason === 'clean-exit' || window.isDestroyed()) return;
    void choose(window, crashed.message, crashed.detail, [crashed.reopen, crashed.close]).then((answer) => {
      if (window.isDestroyed()) return;
      if (answer === 0) webContents.reload();
      else window.destroy();
    });
  });
  webContents.on('unresponsive', () => {
    if (isAsking) return;
    isAsking = true;
    const buttons = [unresponsive.wait, unresponsive.reopen];
    void choose(window, unresponsive.message, unresponsive.detail, buttons).then((answer) => {
      isAsking = false;
      if (answer === 0 || window.isDestroyed()) return;
      // The crash is then met like any other, by the question above.
      webContents.forcefullyCrashRenderer();
    });
  });
}
