import { basename } from 'node:path';
import { readProject } from '../../shared/file-format/read';
import { writeProject } from '../../shared/file-format/write';
import type { Adopted, FollowResult, TheirsResult } from '../../shared/ipc/outside';
import type { Arguments, Results } from '../../shared/ipc/contract';
import { mainText } from '../../shared/text/main';
import type { Context } from '../context';
import { confirmOnDisk } from '../files/confirm-on-disk';
import { stampOnDisk } from '../files/file-stamp';
import { openFile } from '../files/open-file';
import { sayNotOpened } from '../files/say-outcome';
import type { Handlers } from '../ipc';
import { lookAt, showLooked } from '../open-document';
import { keepBoth } from '../save-document';
import { grant, grantedBy, type Session } from '../session';

type OutsideChannels =
  | 'outside:look'
  | 'outside:theirs'
  | 'outside:adopt'
  | 'outside:take'
  | 'outside:keep-both'
  | 'outside:follow';

const failed = (sentence: string) => ({ kind: 'failed' as const, sentence });

/** Reads what is on the disk now; what the window has open stays as it is. */
async function theirs(session: Session, token: string): Promise<TheirsResult> {
  const document = grantedBy(session, token);
  if (document === null) return failed(mainText.refused.unknownDocument);
  const name = basename(document.path);
  const file = await openFile(document.path);
  if (file.kind !== 'opened') return failed(sayNotOpened(file, name));
  const read = readProject(file.text);
  if (read.kind !== 'read') return failed(read.sentence);
  return { kind: 'theirs', name, text: file.text, seen: file.stamp.sha256 };
}

/** True where a file holds just this text, or another one of the same content. */
function holdsTheSame(onDisk: string, text: string): boolean {
  if (onDisk === text) return true;
  const read = readProject(onDisk);
  const isSound = read.kind === 'read' && !read.isReadOnly && read.warnings.length === 0;
  return isSound && writeProject(read.project) === text;
}

/** Takes what others wrote for what the window knows, where both are the same. Nobody may have flushed it: only what the disk confirms counts as saved. */
async function adopt(
  session: Session,
  { document: token, text }: Arguments<'outside:adopt'>[0],
  context: Context,
): Promise<Adopted> {
  const document = grantedBy(session, token);
  const file = document && (await openFile(document.path));
  if (file?.kind !== 'opened' || !holdsTheSame(file.text, text)) return { kind: 'other' };
  const confirmation = await confirmOnDisk(file.path, file.stamp);
  if (confirmation === 'other') return { kind: 'other' };
  // A save that came in between knows better.
  if (document === null || session.granted !== document) return { kind: 'other' };
  grant(
    session,
    { path: document.path, stamp: file.stamp, isReadOnly: document.isReadOnly },
    context.makeToken,
  );
  return { kind: confirmation === 'confirmed' ? 'same' : 'same-unconfirmed' };
}

async function take(
  session: Session,
  { document: token, mine, seen }: Arguments<'outside:take'>[0],
  context: Context,
): Promise<Results['outside:take']> {
  const document = grantedBy(session, token);
  if (document === null) return failed(mainText.refused.unknownDocument);
  const looked = await lookAt(document.path, context);
  const isSeen = seen === null || looked.kind === 'unsound' || looked.file.stamp.sha256 === seen;
  if (!isSeen) return { kind: 'changed-once-more' };
  if (mine !== null) await context.history.keep({ path: document.path, bytes: mine, why: 'replaced' });
  return showLooked(session, looked, context);
}

/** Goes on with the file under its new name, where that still holds what was opened. */
async function follow(session: Session, token: string, context: Context): Promise<FollowResult> {
  const document = grantedBy(session, token);
  const path = context.outside.movedTo(session);
  if (document === null || path === null) return failed(mainText.refused.unknownDocument);
  const name = basename(path);
  const holder = context.sessions.holding(path);
  if (holder && holder !== session) {
    holder.surface.focus();
    return failed(mainText.refused.openElsewhere(name));
  }
  const stamp = await stampOnDisk(path).catch(() => null);
  if (stamp === null || stamp.sha256 !== document.stamp?.sha256)
    return failed(mainText.refused.notThere(name));
  const file = { path, stamp, isReadOnly: document.isReadOnly };
  void context.history.follow(document.path, path);
  const { token: newToken } = grant(session, file, context.makeToken);
  context.recent.note(path);
  context.noteForSystem(path);
  return { kind: 'following', document: newToken, name };
}

/** The ways out when others changed, moved or deleted the file of a window. */
export function outsideHandlers(context: Context): Pick<Handlers, OutsideChannels> {
  return {
    'outside:look': async (session) => {
      await context.outside.tellAgain(session);
      return null;
    },
    'outside:theirs': (session, { document }) => theirs(session, document),
    'outside:adopt': (session, wish) =>
      context.outside.whileSaving(session, () => adopt(session, wish, context)),
    'outside:take': (session, wish) =>
      context.outside.whileSaving(session, () => take(session, wish, context)),
    'outside:keep-both': (session, wish) => keepBoth(session, wish, context),
    'outside:follow': (session, { document }) => follow(session, document, context),
  };
}
