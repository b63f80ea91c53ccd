import { basename } from 'node:path';
import { readProject } from '../shared/file-format/read';
import type { OpenResult } from '../shared/ipc/results';
import { damagedText } from '../shared/text/damaged';
import { mainText } from '../shared/text/main';
import type { Context } from './context';
import { offerSaved } from './damaged-file';
import { openFile } from './files/open-file';
import { reportNotOpened, reportRead, timed } from './log';
import { resolveTarget } from './files/real-path';
import { sayNotOpened } from './files/say-outcome';
import { grant, grantedBy, isBlank, type Session } from './session';

type OpenedFile = Extract<Awaited<ReturnType<typeof openFile>>, { kind: 'opened' }>;

const failed = (sentence: string): OpenResult => ({ kind: 'failed', sentence });

/** What reading a file gave: a map, or the answer where none can be shown as it stands. `path` is the real one, null where nothing was read; `report` notes the reading in the log. */
export type Looked = { readonly path: string | null; readonly report: () => void } & (
  | { readonly kind: 'sound'; readonly file: OpenedFile; readonly isReadOnly: boolean }
  | { readonly kind: 'unsound'; readonly answer: OpenResult }
);

/** Reads a file to be shown; nothing is granted yet. */
export async function lookAt(path: string, context: Context): Promise<Looked> {
  const { result: file, ms } = await timed(() => openFile(path));
  if (file.kind !== 'opened') {
    const sentence = sayNotOpened(file, basename(path));
    const answer =
      file.kind === 'not-text' ? await offerSaved({ ...file, sentence }, context) : failed(sentence);
    return { kind: 'unsound', path: null, answer, report: () => reportNotOpened(file, ms, context.report) };
  }
  const read = readProject(file.text);
  const about = { path: file.path, report: () => reportRead(read, file.stamp.size, ms, context.report) };
  if (read.kind === 'read') return { ...about, kind: 'sound', file, isReadOnly: read.isReadOnly };
  const { kind, sentence } = read;
  // What is no map of ours was never one to be recovered.
  const alone = kind === 'not-ours' ? sentence : `${sentence} ${damagedText.noneLeft}`;
  const damaged = { path: file.path, bytes: Buffer.from(file.text), sentence, alone };
  const answer = kind === 'newer' ? failed(sentence) : await offerSaved(damaged, context);
  return { ...about, kind: 'unsound', answer };
}

/** Reads a file and shows it in this window, whatever the window showed before. */
export async function openInto(session: Session, path: string, context: Context): Promise<OpenResult> {
  return showLooked(session, await lookAt(path, context), context);
}

/** Shows what was read in this window. */
export function showLooked(session: Session, looked: Looked, context: Context): OpenResult {
  const holder = looked.path === null ? undefined : context.sessions.holding(looked.path);
  if (holder && holder !== session) {
    holder.surface.focus();
    return { kind: 'elsewhere' };
  }
  looked.report();
  if (looked.kind === 'unsound') return looked.answer;
  const { isReadOnly } = looked;
  const { path: real, stamp, text } = looked.file;
  const { token } = grant(session, { path: real, stamp, isReadOnly }, context.makeToken);
  context.recent.note(real);
  context.noteForSystem(real);
  void context.history.keep({ path: real, bytes: text, why: 'opened' });
  return { kind: 'opened', document: token, name: basename(real), text, isReadOnly };
}

/** Why nothing of a file can be shown, so that no window is made for it; null where it can be, or where some of it can be saved. */
async function refusalOf(path: string, context: Context): Promise<OpenResult | null> {
  const looked = await lookAt(path, context);
  if (looked.kind === 'sound' || looked.answer.kind !== 'failed') return null;
  looked.report();
  return looked.answer;
}

async function realPath(path: string): Promise<string> {
  return await resolveTarget(path).catch(() => path);
}

/** Shows a file, sound or damaged, in the blank window that is there, else in a new one. */
async function showApart(real: string, context: Context): Promise<void> {
  const blank = context.sessions.blank();
  if (!blank) return context.openWindow(real);
  // Two files at once must not both take the one blank window.
  blank.pendingPath = real;
  const result = await openInto(blank, real, context);
  blank.pendingPath = null;
  blank.surface.send('document:handed', result);
  blank.surface.focus();
}

/**
 * Shows a file where it belongs: in the window that has it already, in the asking window while that is blank, else in
 * another blank one or a window of its own; what cannot be shown at all is refused in the asking window. The answer is for
 * the asking window.
 */
export async function openFor(session: Session, path: string, context: Context): Promise<OpenResult> {
  const real = await realPath(path);
  const holder = context.sessions.holding(real);
  if (holder) {
    holder.surface.focus();
    return { kind: 'elsewhere' };
  }
  if (isBlank(session)) return await openInto(session, real, context);
  const refusal = await refusalOf(real, context);
  if (refusal !== null) return refusal;
  await showApart(real, context);
  return { kind: 'elsewhere' };
}

/** Shows a file that the system or a second start handed over, where it belongs; a blank window is used before a new one is made. */
export async function openHanded(path: string, context: Context): Promise<void> {
  const real = await realPath(path);
  const holder = context.sessions.holding(real);
  if (holder) return holder.surface.focus();
  await showApart(real, context);
}

/** Reads the file of this window again; what was not saved is given up. */
export async function revertDocument(session: Session, token: string, context: Context): Promise<OpenResult> {
  const document = grantedBy(session, token);
  if (document === null) return failed(mainText.refused.unknownDocument);
  return await openInto(session, document.path, context);
}
