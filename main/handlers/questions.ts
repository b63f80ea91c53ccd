import { app, type BrowserWindow, dialog, type FileFilter } from 'electron';
import { formatTraits } from '../../shared/export/formats';
import { exportText } from '../../shared/text/export';
import { mainText } from '../../shared/text/main';
import { supportText } from '../../shared/text/support';
import type { Questions } from '../context';
import { importEndings } from '../import/endings';
import type { Session } from '../session';
import { windowOf } from './window-of';

const text = mainText.dialog;
const maps: FileFilter[] = [{ name: text.maps, extensions: ['vsmap'] }];
const foreign: FileFilter[] = [{ name: text.foreign, extensions: importEndings }];
const all: FileFilter = { name: text.allFiles, extensions: ['*'] };

function openWindowOf(session: Session): BrowserWindow {
  const window = windowOf(session.id);
  if (!window) throw new Error('the window is gone');
  return window;
}

async function chooseFile(session: Session, title: string, filters: FileFilter[]): Promise<string | null> {
  const { filePaths } = await dialog.showOpenDialog(openWindowOf(session), {
    title,
    filters: [...filters, all],
    properties: ['openFile'],
  });
  return filePaths[0] ?? null;
}

async function choosePlace(
  session: Session,
  title: string,
  defaultPath: string,
  filters: FileFilter[],
): Promise<string | null> {
  const chosen = await dialog.showSaveDialog(openWindowOf(session), {
    title,
    defaultPath,
    filters,
    properties: ['showOverwriteConfirmation', 'createDirectory'],
  });
  return chosen.canceled || !chosen.filePath ? null : chosen.filePath;
}

async function mayReplace(session: Session, name: string, isKept: boolean): Promise<boolean> {
  const { question, detail, detailKept, replace, cancel } = mainText.replace;
  const { response } = await dialog.showMessageBox(openWindowOf(session), {
    type: 'question',
    message: question(name),
    detail: isKept ? detailKept : detail,
    buttons: [replace, cancel],
    defaultId: 1,
    cancelId: 1,
    noLink: true,
  });
  return response === 0;
}

/** Native dialogs, always called through the `dialog` object itself. */
export const nativeQuestions: Questions = {
  openMap: (session) => chooseFile(session, text.open, maps),
  openForeign: (session) => chooseFile(session, text.importFile, foreign),
  saveMap: (session, path) => choosePlace(session, text.save, path, maps),
  saveExport: (session, path, format) =>
    choosePlace(session, text.export, path, [
      { name: exportText.files[format], extensions: [formatTraits[format].extension] },
    ]),
  saveText: (session, path) =>
    choosePlace(session, supportText.dialogTitle, path, [
      { name: supportText.textFiles, extensions: ['txt'] },
    ]),
  mayReplace,
  homeFolder: () => app.getPath('documents'),
};
