import type { Arguments } from '../../shared/ipc/contract';
import type { PrintResult } from '../../shared/ipc/results';
import { mainText } from '../../shared/text/main';
import type { Context } from '../context';
import type { ExportOutcome } from '../export/messages';
import type { Handlers } from '../ipc';
import { printOutcome } from '../print-outcome';
import type { Session } from '../session';
import { exportToFile } from './export-file';
import { windowOf } from './window-of';

type Sheets = Arguments<'page:print'>[0];

const failed = (sentence: string): { kind: 'failed'; sentence: string } => ({ kind: 'failed', sentence });
const sizes = { a4: 'A4', a3: 'A3', letter: 'Letter' } as const;

async function pageBytes({ id }: Session): Promise<ExportOutcome> {
  const window = windowOf(id);
  if (!window) return failed(mainText.refused.internal);
  const bytes = await window.webContents.printToPDF({
    preferCSSPageSize: true,
    printBackground: false,
    generateTaggedPDF: true,
  });
  return { kind: 'made', bytes };
}

/** Asks for a printer in the dialog of the system, and prints. */
async function print({ id }: Session, { paper, orientation }: Sheets): Promise<PrintResult> {
  const window = windowOf(id);
  if (!window) return failed(mainText.refused.internal);
  return await new Promise((answer) => {
    window.webContents.print(
      { printBackground: true, pageSize: sizes[paper], landscape: orientation === 'landscape' },
      (isPrinted, reason) => answer(printOutcome(isPrinted, reason)),
    );
  });
}

/** What the page shows on paper: as a PDF file, or to a printer. */
export function paperHandlers(context: Context): Pick<Handlers, 'page:pdf' | 'page:print'> {
  return {
    'page:pdf': (session, { suggestedName }) =>
      exportToFile(session, { suggestedName, format: 'pdf', make: () => pageBytes(session) }, context),
    'page:print': async (session, sheets) => {
      const result = await print(session, sheets);
      context.report({ what: 'sheets-printed', outcome: result.kind });
      return result;
    },
  };
}
