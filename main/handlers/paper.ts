import { basename, join } from 'node:path';
import { BrowserWindow } from 'electron';
import type { ExportResult } from '../../shared/ipc/contract';
import { mainText } from '../../shared/text/main';
import type { Context } from '../context';
import { saySaved } from '../files/say-outcome';
import { writeSafely } from '../files/write-safely';
import type { Handlers } from '../ipc';
import { fileNameOf, withExtension } from '../save-document';
import type { Session } from '../session';

const ending = '.pdf';

async function pageToFile(
  session: Session,
  suggestedName: string,
  { questions }: Context,
): Promise<ExportResult> {
  const window = BrowserWindow.getAllWindows().find(({ webContents }) => webContents.id === session.id);
  if (!window) return { kind: 'failed', sentence: mainText.refused.internal };
  const proposed = join(questions.homeFolder(), fileNameOf(suggestedName, ending));
  const chosen = await questions.saveDiagram(session, proposed, 'pdf');
  if (chosen === null) return { kind: 'cancelled' };
  const path = await withExtension(chosen, ending, (name) => questions.mayReplace(session, name));
  if (path === null) return { kind: 'cancelled' };
  const bytes = await window.webContents.printToPDF({
    preferCSSPageSize: true,
    printBackground: false,
    generateTaggedPDF: true,
  });
  const options = { expected: null, overwrite: true };
  const result = await writeSafely(path, bytes, options);
  if (result.kind === 'saved') return { kind: 'saved', name: basename(path) };
  return { kind: 'failed', sentence: saySaved(result, basename(path), options) ?? '' };
}

/** What the page shows on paper, as a PDF file. */
export function paperHandlers(context: Context): Pick<Handlers, 'page:pdf'> {
  return { 'page:pdf': (session, { suggestedName }) => pageToFile(session, suggestedName, context) };
}
