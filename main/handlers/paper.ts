import { mainText } from '../../shared/text/main';
import type { Context } from '../context';
import type { Handlers } from '../ipc';
import type { Session } from '../session';
import { exportToFile } from './export-file';
import { windowOf } from './window-of';

async function pageBytes({ id }: Session): Promise<Uint8Array | string> {
  const window = windowOf(id);
  if (!window) return mainText.refused.internal;
  return await window.webContents.printToPDF({
    preferCSSPageSize: true,
    printBackground: false,
    generateTaggedPDF: true,
  });
}

/** What the page shows on paper, as a PDF file. */
export function paperHandlers(context: Context): Pick<Handlers, 'page:pdf'> {
  return {
    'page:pdf': (session, { suggestedName }) =>
      exportToFile(session, { suggestedName, format: 'pdf', make: () => pageBytes(session) }, context),
  };
}
