import { basename, join } from 'node:path';
import { readProject } from '../../shared/file-format/read';
import type { Arguments, ExportResult, PictureResult } from '../../shared/ipc/contract';
import { lookUp } from '../../shared/model/queries';
import { mainText } from '../../shared/text/main';
import type { Context } from '../context';
import { saySaved } from '../files/say-outcome';
import { writeSafely } from '../files/write-safely';
import type { Handlers } from '../ipc';
import { localDate } from '../local-date';
import { fileNameOf, withExtension } from '../save-document';
import type { Session } from '../session';

type DiagramWish = Arguments<'diagram:export'>[0];
type PictureWish = Arguments<'diagram:picture'>[0];

/** The bytes of a diagram, or the sentence that says why there are none. */
async function bytesOf(
  wish: PictureWish & { readonly format: DiagramWish['format'] },
  nowMs: number,
): Promise<Uint8Array | string> {
  const read = readProject(wish.text);
  if (read.kind !== 'read') return read.sentence;
  if (!lookUp(read.project.maps, wish.map)) return mainText.refused.noMap;
  // Loaded when it is needed: the start must not wait for the makers of PNG and PDF.
  const { exportDiagram } = await import('../export/export-diagram');
  const { format, scale } = wish;
  const view = { ...wish.view, today: localDate(new Date(nowMs)) };
  return await exportDiagram(read.project, wish.map, { format, scale, view });
}

async function exportToFile(session: Session, wish: DiagramWish, context: Context): Promise<ExportResult> {
  const { questions } = context;
  const ending = `.${wish.format}`;
  const proposed = join(questions.homeFolder(), fileNameOf(wish.suggestedName, ending));
  const chosen = await questions.saveDiagram(session, proposed, wish.format);
  if (chosen === null) return { kind: 'cancelled' };
  const path = await withExtension(chosen, ending, (name) => questions.mayReplace(session, name));
  if (path === null) return { kind: 'cancelled' };
  const bytes = await bytesOf(wish, context.now());
  if (typeof bytes === 'string') return { kind: 'failed', sentence: bytes };
  const options = { expected: null, overwrite: true };
  const result = await writeSafely(path, bytes, options);
  if (result.kind === 'saved') return { kind: 'saved', name: basename(path) };
  return { kind: 'failed', sentence: saySaved(result, basename(path), options) ?? '' };
}

async function picture(wish: PictureWish, nowMs: number): Promise<PictureResult> {
  const bytes = await bytesOf({ ...wish, format: 'png' }, nowMs);
  return typeof bytes === 'string' ? { kind: 'failed', sentence: bytes } : { kind: 'made', png: bytes };
}

/** Diagrams as files, and as a picture for the clipboard. */
export function diagramHandlers(context: Context): Pick<Handlers, 'diagram:export' | 'diagram:picture'> {
  return {
    'diagram:export': (session, wish) => exportToFile(session, wish, context),
    'diagram:picture': (_session, wish) => picture(wish, context.now()),
  };
}
