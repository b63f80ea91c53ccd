import { readProject } from '../../shared/file-format/read';
import type { Arguments, PictureResult } from '../../shared/ipc/contract';
import { lookUp } from '../../shared/model/queries';
import { mainText } from '../../shared/text/main';
import type { Context } from '../context';
import type { Handlers } from '../ipc';
import { localDate } from '../local-date';
import { exportToFile } from './export-file';

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

async function picture(wish: PictureWish, nowMs: number): Promise<PictureResult> {
  const bytes = await bytesOf({ ...wish, format: 'png' }, nowMs);
  return typeof bytes === 'string' ? { kind: 'failed', sentence: bytes } : { kind: 'made', png: bytes };
}

/** Diagrams as files, and as a picture for the clipboard. */
export function diagramHandlers(context: Context): Pick<Handlers, 'diagram:export' | 'diagram:picture'> {
  return {
    'diagram:export': (session, wish) =>
      exportToFile(session, { ...wish, make: () => bytesOf(wish, context.now()) }, context),
    'diagram:picture': (_session, wish) => picture(wish, context.now()),
  };
}
