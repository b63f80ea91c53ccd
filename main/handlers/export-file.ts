import { basename, join } from 'node:path';
import type { ExportResult } from '../../shared/ipc/contract';
import type { Context, Questions } from '../context';
import { saySaved } from '../files/say-outcome';
import { writeSafely } from '../files/write-safely';
import { fileNameOf, withExtension } from '../save-document';
import type { Session } from '../session';

/** Asks for a file and writes what was made for it there; `make` gives the bytes, or the sentence that says why there are none. */
export async function exportToFile(
  session: Session,
  {
    suggestedName,
    format,
    make,
  }: {
    readonly suggestedName: string;
    readonly format: Parameters<Questions['saveDiagram']>[2];
    readonly make: () => Promise<Uint8Array | string>;
  },
  { questions }: Context,
): Promise<ExportResult> {
  const ending = `.${format}`;
  const proposed = join(questions.homeFolder(), fileNameOf(suggestedName, ending));
  const chosen = await questions.saveDiagram(session, proposed, format);
  if (chosen === null) return { kind: 'cancelled' };
  const path = await withExtension(chosen, ending, (name) => questions.mayReplace(session, name));
  if (path === null) return { kind: 'cancelled' };
  const bytes = await make();
  if (typeof bytes === 'string') return { kind: 'failed', sentence: bytes };
  const options = { expected: null, overwrite: true };
  const result = await writeSafely(path, bytes, options);
  if (result.kind === 'saved') return { kind: 'saved', name: basename(path) };
  return { kind: 'failed', sentence: saySaved(result, basename(path), options) ?? '' };
}
