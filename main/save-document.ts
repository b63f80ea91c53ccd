import { basename, dirname, extname, join } from 'node:path';
import { readProject } from '../shared/file-format/read';
import type { Arguments } from '../shared/ipc/contract';
import type { SaveResult } from '../shared/ipc/results';
import { mainText } from '../shared/text/main';
import type { Context } from './context';
import { stampOnDisk } from './files/file-stamp';
import { openFile } from './files/open-file';
import { resolveTarget } from './files/real-path';
import { saySaved } from './files/say-outcome';
import { type WriteOptions, writeSafely } from './files/write-safely';
import { grant, grantedBy, type Session } from './session';

type Wish = Arguments<'document:save'>[0];

/** A file to write, and what is expected of it. */
interface Target extends WriteOptions {
  readonly path: string;
}

const failed = (sentence: string): SaveResult => ({ kind: 'failed', sentence });
const extension = '.vsmap';

/** A name that every file system takes, made of a title. */
export function fileNameOf(title: string, ending: string): string {
  const plain = title
    // oxlint-disable-next-line no-control-regex -- control characters are exactly what a file name must not have
    .replace(/[\u0000-\u001f\u007f<>:"/\\|?*]/g, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[. ]+/, '')
    .slice(0, 80)
    .replace(/[. ]+$/, '');
  return `${plain === '' ? mainText.untitled : plain}${ending}`;
}

async function exists(path: string): Promise<boolean> {
  return await stampOnDisk(path).then(
    (stamp) => stamp !== null,
    () => true,
  );
}

/** A path with an extension, asked for once more where adding it meets another file. */
export async function withExtension(
  chosen: string,
  ending: string,
  mayReplace: (name: string) => Promise<boolean>,
): Promise<string | null> {
  if (extname(chosen).toLowerCase() === ending) return chosen;
  const path = `${chosen}${ending}`;
  return !(await exists(path)) || (await mayReplace(basename(path))) ? path : null;
}

async function isOfNewerVersion(path: string): Promise<boolean> {
  const file = await openFile(path);
  if (file.kind !== 'opened') return false;
  const read = readProject(file.text);
  return read.kind === 'newer' || (read.kind === 'read' && read.isReadOnly);
}

async function chooseTarget(session: Session, wish: Wish, context: Context): Promise<Target | SaveResult> {
  const { questions, sessions } = context;
  const folder = session.document ? dirname(session.document.path) : questions.homeFolder();
  const chosen = await questions.saveMap(session, join(folder, fileNameOf(wish.suggestedName, extension)));
  if (chosen === null) return { kind: 'cancelled' };
  const path = await withExtension(chosen, extension, (name) => questions.mayReplace(session, name));
  if (path === null) return { kind: 'cancelled' };
  const holder = sessions.holding(await resolveTarget(path).catch(() => path));
  if (holder && holder !== session) {
    holder.surface.focus();
    return failed(mainText.refused.openElsewhere(basename(path)));
  }
  if (await isOfNewerVersion(path)) return failed(mainText.refused.readOnly(basename(path)));
  // The system's dialog has asked about a file that exists.
  return { path, expected: null, overwrite: true };
}

async function targetOf(session: Session, wish: Wish, context: Context): Promise<Target | SaveResult> {
  const document = grantedBy(session, wish.document);
  if (wish.document !== null && document === null) return failed(mainText.refused.unknownDocument);
  if (wish.as || document === null) return await chooseTarget(session, wish, context);
  if (document.isReadOnly) return failed(mainText.refused.readOnly(basename(document.path)));
  return { path: document.path, expected: document.stamp, overwrite: wish.overwrite };
}

/** Writes the work of a window to its file, or to one that the user chooses; what is not sound is never written. */
export async function saveDocument(session: Session, wish: Wish, context: Context): Promise<SaveResult> {
  if (readProject(wish.text).kind !== 'read') return failed(mainText.refused.notSound);
  const before = session.kept.last();
  const target = await targetOf(session, wish, context);
  if ('kind' in target) return target;
  const { path, ...options } = target;
  const result = await writeSafely(path, wish.text, options);
  const remark = saySaved(result, basename(path), options);
  if (result.kind === 'conflict') return { kind: 'conflict', sentence: remark ?? '' };
  if (result.kind === 'unconfirmed' && session.granted?.path === result.path)
    grant(session, { ...session.granted, stamp: result.found }, context.makeToken);
  if (result.kind !== 'saved') return failed(remark ?? '');
  const written = { path: result.path, stamp: result.stamp, isReadOnly: false };
  const { token } = grant(session, written, context.makeToken);
  // An edit that was kept while the file was written is not in it.
  if (session.kept.last() === before) await session.kept.clear();
  context.recent.note(result.path);
  context.noteForSystem(result.path);
  return {
    kind: 'saved',
    document: token,
    name: basename(result.path),
    ...(remark === null ? {} : { remark }),
  };
}
