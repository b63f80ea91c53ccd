import { basename, join } from 'node:path';
import { type ExportFormat, formatTraits } from '../../shared/export/formats';
import type { ExportResult } from '../../shared/ipc/results';
import { exportText } from '../../shared/text/export';
import type { Context } from '../context';
import type { ExportOutcome } from '../export/messages';
import { saySaved } from '../files/say-outcome';
import { writeSafely } from '../files/write-safely';
import { outcomeOf, timed } from '../log';
import { fileNameOf, withExtension } from '../file-name';
import { folderFor, type Session } from '../session';

/** Exported files of all windows by their tokens, newest last. */
const written = new Map<string, string>();
/** Messages that offer to show a file are gone long before so many more were written. */
const mostWritten = 50;

function tokenFor(path: string, makeToken: () => string): string {
  const token = makeToken();
  written.set(token, path);
  const [oldest] = written.keys();
  if (written.size > mostWritten && oldest !== undefined) written.delete(oldest);
  return token;
}

/** The path of an exported file, or null where nobody knows it any more. */
export function writtenFile(token: string): string | null {
  return written.get(token) ?? null;
}

/** Asks for a file and writes what was made for it there; nothing is written before all of it is made. */
export async function exportToFile(
  session: Session,
  {
    suggestedName,
    format,
    make,
  }: {
    readonly suggestedName: string;
    readonly format: ExportFormat;
    readonly make: () => Promise<ExportOutcome>;
  },
  { questions, makeToken, report }: Context,
): Promise<ExportResult> {
  const ending = `.${formatTraits[format].extension}`;
  const proposed = join(folderFor(session, questions.homeFolder), fileNameOf(suggestedName, ending));
  const chosen = await questions.saveExport(session, proposed, format);
  if (chosen === null) return { kind: 'cancelled' };
  const path = await withExtension(chosen, ending, (name) => questions.mayReplace(session, name, false));
  if (path === null) return { kind: 'cancelled' };
  const { result: outcome, ms } = await timed(make);
  if (outcome.kind !== 'made') {
    report({ what: 'file-exported', format, outcome: outcome.kind, code: null, bytes: null, ms });
    return outcome;
  }
  const options = { expected: null, overwrite: true };
  const result = await writeSafely(path, outcome.bytes, options);
  report({ ...outcomeOf(result), what: 'file-exported', format, bytes: outcome.bytes.length, ms });
  if (result.kind === 'saved')
    return { kind: 'saved', name: basename(path), file: tokenFor(path, makeToken) };
  return { kind: 'failed', sentence: exportText.notTouched(saySaved(result, basename(path), options) ?? '') };
}
