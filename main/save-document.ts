import { basename, dirname, join } from 'node:path';
import { readProject } from '../shared/file-format/read';
import type { Arguments } from '../shared/ipc/contract';
import type { SaveResult } from '../shared/ipc/results';
import { mainText } from '../shared/text/main';
import type { Context } from './context';
import { fileNameOf, nameBeside, withExtension } from './file-name';
import { asFileProblem } from './files/file-problem';
import { type FileStamp, sha256Of, stampOnDisk, withRegularFile } from './files/file-stamp';
import { isOfNewerVersion } from './files/newer-version';
import { largestFile } from './files/open-file';
import { resolveTarget } from './files/real-path';
import { saySaved } from './files/say-outcome';
import { type WriteResult, writeSafely } from './files/write-safely';
import { localTime } from './local-date';
import { reportSaved, timed } from './log';
import { folderFor, grant, grantedBy, type Session } from './session';
import { copyIn } from './window-life';

type Wish = Arguments<'document:save'>[0];

/** A file to write, and what must be there for it to be replaced (null: nothing). */
interface Target {
  readonly path: string;
  readonly expected: FileStamp | null;
  /** True where the work of the window began in that file. */
  readonly isOwn: boolean;
}

const failed = (sentence: string): SaveResult => ({ kind: 'failed', sentence });
/** A refusal that trying again cannot change. */
const refused = (sentence: string): SaveResult => ({ kind: 'failed', sentence, isFinal: true });
const finalKinds: readonly string[] = ['not-a-file', 'link-loop', 'name-too-long', 'bad-name'];
const extension = '.vsmap';

/** Where a file dialog begins: for a copy of lost work at the file that it began from. */
function proposedPath(session: Session, { suggestedName }: Wish, { questions }: Context): string {
  const copy = copyIn(session, suggestedName);
  if (copy) return copy.path;
  return join(folderFor(session, questions.homeFolder), fileNameOf(suggestedName, extension));
}

async function chooseTarget(session: Session, wish: Wish, context: Context): Promise<Target | SaveResult> {
  const { questions, sessions, settings, hasProfile } = context;
  const chosen = await questions.saveMap(session, proposedPath(session, wish, context));
  if (chosen === null) return { kind: 'cancelled' };
  const isKept = hasProfile && settings.get('preferences').keepsVersions;
  const path = await withExtension(chosen, extension, (name) => questions.mayReplace(session, name, isKept));
  if (path === null) return { kind: 'cancelled' };
  const holder = sessions.holding(await resolveTarget(path).catch(() => path));
  if (holder && holder !== session) {
    holder.surface.focus();
    return failed(mainText.refused.openElsewhere(basename(path)));
  }
  if (await isOfNewerVersion(path)) return refused(mainText.refused.readOnly(basename(path)));
  const copy = copyIn(session, wish.suggestedName);
  // The system's dialog does not know that the file is another than the one that a copy began from.
  if (copy?.path === path) return { path, expected: expectedIn(copy.stamp, wish.replacing), isOwn: true };
  // The system's dialog has asked about a file that exists: that one may be replaced, and none that comes later.
  return { path, expected: await stampOnDisk(path).catch(() => null), isOwn: false };
}

/** What may be replaced in a file: what was opened or saved here, or what the user was told of since. */
function expectedIn(stamp: FileStamp | null, replacing: Wish['replacing']): FileStamp | null {
  if (replacing === null) return stamp;
  return replacing === 'nothing' ? null : { mtimeMs: 0, size: 0, sha256: replacing };
}

async function targetOf(session: Session, wish: Wish, context: Context): Promise<Target | SaveResult> {
  const document = grantedBy(session, wish.document);
  // Under another name the work can be saved all the same.
  if (wish.document !== null && document === null && !wish.as)
    return refused(mainText.refused.unknownDocument);
  if (wish.as || document === null) return await chooseTarget(session, wish, context);
  const { path, stamp, isReadOnly } = document;
  if (isReadOnly || (wish.replacing !== null && (await isOfNewerVersion(path))))
    return refused(mainText.refused.readOnly(basename(path)));
  return { path, expected: expectedIn(stamp, wish.replacing), isOwn: true };
}

const mostNames = 50;

/** Writes under a name beside a file that nothing has yet. */
async function writeBeside(
  path: string,
  version: string,
  content: string | Uint8Array,
): Promise<WriteResult> {
  for (let attempt = 1; ; attempt += 1) {
    const beside = join(dirname(path), nameBeside(path, version, attempt));
    const result = await writeSafely(beside, content, { expected: null });
    if (result.kind !== 'conflict' || attempt === mostNames) return result;
  }
}

/** Keeps what another program wrote in the moment of a save beside the file, where its writer finds it. */
async function keepDisplaced(path: string, bytes: Uint8Array, { now }: Context): Promise<string> {
  const { versions } = mainText;
  const written = await writeBeside(path, versions.theirs(localTime(new Date(now()))), bytes);
  return written.kind === 'saved'
    ? versions.displaced(basename(written.path))
    : versions.displacedLost(basename(path));
}

/** Where the version of others is that a save is about to replace, as a sentence for after the save where it is to be told; null where it cannot be kept. */
type Kept = { readonly said: string | null } | null;

/** Keeps what a save is about to replace; `mustKeep` where the user was promised so, and no versions are kept or their disk refuses. */
async function keepReplaced(path: string, mustKeep: boolean, context: Context): Promise<Kept> {
  const there = await bytesOnDisk(path);
  if (there === null) return { said: null };
  const kept = await context.history.keep({ path: await resolveTarget(path), bytes: there, why: 'replaced' });
  if (!mustKeep) return { said: null };
  if (kept === 'kept' || kept === 'same') return { said: mainText.versions.keptAmong };
  const version = mainText.versions.theirs(localTime(new Date(context.now())));
  const beside = await writeBeside(path, version, there);
  return beside.kind === 'saved' ? { said: mainText.versions.keptBeside(basename(beside.path)) } : null;
}

/** All bytes of a file; null where there is none to keep, or none that a save may replace. */
async function bytesOnDisk(path: string): Promise<Uint8Array | null> {
  try {
    return await withRegularFile(path, async (handle) =>
      (await handle.stat()).size > largestFile ? null : await handle.readFile(),
    );
  } catch (error) {
    asFileProblem(error);
    return null;
  }
}

type Written = Extract<WriteResult, { kind: 'saved' }>;

interface Settled {
  readonly result: Written;
  readonly before: unknown;
  readonly text: string;
  /** Where the work was until now, by its path; undefined for work that was in no file of this window. */
  readonly from: string | undefined;
  /** What the user must know of besides. */
  readonly said?: string | null;
}

/** Takes note of a save that reached the disk: the window shows that file now, and its work needs no keeping. */
async function settle(
  session: Session,
  { result, before, text, from, said = null }: Settled,
  context: Context,
): Promise<SaveResult> {
  const { path, stamp, displaced } = result;
  const keeping = context.history.keep({ path, bytes: text, why: 'saved', from });
  const { token } = grant(session, { path, stamp, isReadOnly: false }, context.makeToken);
  // An edit that was kept while the file was written is not in it.
  if (session.kept.last() === before) await session.kept.clear();
  context.recent.note(path);
  context.noteForSystem(path);
  const remarks = [said, saySaved(result, basename(path), { expected: null })].filter(
    (sentence) => sentence !== null,
  );
  // One message at a time: the next save tells it.
  if (remarks.length === 0)
    void keeping.then((kept) => kept === 'failed' && session.surface.send('history:trouble', null));
  return {
    kind: 'saved',
    document: token,
    name: basename(path),
    ...(remarks.length > 0 && { remark: remarks.join(' ') }),
    ...(displaced !== undefined && { warning: await keepDisplaced(path, displaced, context) }),
  };
}

/** Writes to the file of a window; what a failed save of this window left there is nobody else's, and the same content is no other version. */
async function writeOverOwn(
  { granted }: Session,
  path: string,
  text: string,
  expected: FileStamp | null,
): Promise<WriteResult> {
  const result = await writeSafely(path, text, { expected });
  if (result.kind !== 'conflict' || result.found === null) return result;
  const { sha256 } = result.found;
  const isLeft = granted?.path === result.path && granted.maybeThere?.includes(sha256) === true;
  return isLeft || sha256 === sha256Of(Buffer.from(text))
    ? await writeSafely(path, text, { expected: result.found })
    : result;
}

const mostAttempts = 10;

/** Remembers what a failed save may have left on the disk after all. */
function noteAttempt(
  session: Session,
  { result, text }: { result: WriteResult; text: string },
  { makeToken }: Context,
): void {
  const { granted } = session;
  if (granted === null) return;
  const stamp = result.kind === 'unconfirmed' ? result.found : granted.stamp;
  const known = [...(granted.maybeThere ?? []), sha256Of(Buffer.from(text)), granted.stamp?.sha256 ?? ''];
  grant(session, { ...granted, stamp, maybeThere: known.slice(-mostAttempts) }, makeToken);
}

async function write(
  session: Session,
  { target, wish, before }: { target: Target; wish: Wish; before: unknown },
  context: Context,
): Promise<SaveResult> {
  const { path, expected, isOwn } = target;
  const isPromised = wish.replacing !== null && wish.replacing !== 'nothing';
  const kept = isPromised || !isOwn ? await keepReplaced(path, isPromised, context) : { said: null };
  if (kept === null) return failed(mainText.versions.notKept(basename(path)));
  const { result, ms } = await timed(() => writeOverOwn(session, path, wish.text, expected));
  reportSaved(result, { wish, ms, report: context.report });
  // The file that was granted last may be another's: the page has let go of that where it shows new work.
  const from = grantedBy(session, wish.document)?.path;
  if (result.kind === 'saved')
    return await settle(session, { result, before, text: wish.text, from, said: kept.said }, context);
  if (result.kind === 'conflict' && isOwn)
    return { kind: 'conflict', seen: result.found?.sha256 ?? 'nothing' };
  if (isOwn && from === path) noteAttempt(session, { result, text: wish.text }, context);
  const sentence = saySaved(result, basename(path), { expected }) ?? '';
  return finalKinds.includes(result.kind) ? refused(sentence) : failed(sentence);
}

/** Writes the work of a window to its file, or to one that the user chooses; what is not sound is never written. `before` is what was kept when the wish came. */
export async function saveDocument(
  session: Session,
  wish: Wish,
  context: Context,
  before: unknown = session.kept.last(),
): Promise<SaveResult> {
  if (readProject(wish.text).kind !== 'read') return failed(mainText.refused.notSound);
  const target = await targetOf(session, wish, context);
  if ('kind' in target) return target;
  return await context.outside.whileSaving(session, () => write(session, { target, wish, before }, context));
}

/** Writes the work of a window beside its file, which somebody else changed, under a new name; that is its file from then on. */
export async function keepBoth(
  session: Session,
  { document: token, text }: Arguments<'outside:keep-both'>[0],
  context: Context,
): Promise<SaveResult> {
  if (readProject(text).kind !== 'read') return failed(mainText.refused.notSound);
  const document = grantedBy(session, token);
  if (document === null) return refused(mainText.refused.unknownDocument);
  const before = session.kept.last();
  const version = mainText.versions.mine(localTime(new Date(context.now())));
  const { result, ms } = await timed(() => writeBeside(document.path, version, text));
  reportSaved(result, { wish: { as: true, replacing: null }, ms, report: context.report });
  if (result.kind === 'saved')
    return await settle(session, { result, before, text, from: document.path }, context);
  return failed(saySaved(result, basename(document.path), { expected: null }) ?? '');
}
