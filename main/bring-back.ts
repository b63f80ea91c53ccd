import { basename, extname } from 'node:path';
import type { RecoveryResult, RestoredWork } from '../shared/ipc/recovery';
import { recoveryText } from '../shared/text/recovery';
import type { Context } from './context';
import type { FoundWork } from './lost-work';
import type { Session } from './session';

function bareName(name: string): string {
  return basename(name, extname(name));
}

/** The name of a copy; a copy of a copy is not named so twice. */
function copyName({ title, origin }: FoundWork): string {
  const name = origin === null ? title : bareName(origin.path);
  return name.endsWith(recoveryText.restoredName('')) ? name : recoveryText.restoredName(name);
}

type Shown = Pick<RestoredWork, 'name' | 'document' | 'isReadOnly'>;

/** Puts found work into the journal of a window and takes it out of the list; the old journal goes only when the new one is on the disk. */
async function take(
  token: string,
  work: FoundWork,
  shown: Shown,
  { session, context }: { session: Session; context: Context },
): Promise<RestoredWork> {
  const { text, map, keptAt, edits, isWhole } = work;
  const title = shown.name === '' ? work.title : bareName(shown.name);
  session.title = title;
  session.isDirty = true;
  const isSafe = await session.kept.takeUp({ ...work, title, wholeText: text, edits, keptAt });
  if (isSafe) await context.lost.discard(token);
  context.report({ what: 'work-restored', outcome: 'restored', edits, whole: isWhole });
  const about = {
    isFromFile: work.origin !== null,
    typed: work.typed,
    keptAt: new Date(keptAt).toISOString(),
    isWhole,
  };
  return { text, ...shown, ...about, map: map === '' ? null : map };
}

/** Gives lost work to a window as a copy that has no file yet. */
export async function restoreCopy(
  session: Session,
  token: string,
  context: Context,
): Promise<RecoveryResult> {
  const found = await context.lost.read(token);
  if (found.kind === 'failed') {
    context.report({ what: 'work-restored', outcome: 'failed', edits: null, whole: false });
    return found;
  }
  const { work } = found;
  const name = copyName(work);
  session.document = null;
  session.granted = null;
  session.life.copy = work.origin && { ...work.origin, name };
  const shown = { name, document: null, isReadOnly: false };
  return { kind: 'restored', work: await take(token, work, shown, { session, context }) };
}

/** The work that the window showed when its page stopped working, still in its file; null where there is none. */
export async function returnWork(session: Session, context: Context): Promise<RestoredWork | null> {
  const token = session.life.returning;
  session.life.returning = null;
  const found = token === null ? null : await context.lost.read(token);
  if (token === null || found?.kind !== 'found') return null;
  const { document, life } = session;
  const { title } = found.work;
  const nameOfNew = life.copy?.name === title ? title : '';
  const name = document === null ? nameOfNew : basename(document.path);
  const shown = { name, document: document?.token ?? null, isReadOnly: document?.isReadOnly ?? false };
  return await take(token, found.work, shown, { session, context });
}
