import { basename, extname } from 'node:path';
import { readProject } from '../../shared/file-format/read';
import type { HistoryResult, KeptVersionInfo, VersionResult } from '../../shared/ipc/history';
import { historyText } from '../../shared/text/history';
import { mainText } from '../../shared/text/main';
import type { Context } from '../context';
import type { ListedVersion } from '../files/history';
import type { Handlers } from '../ipc';
import { localTime } from '../local-date';
import { grantedBy, type Session } from '../session';
import { openCopy } from '../version-copies';

type HistoryChannels = 'history:list' | 'history:read' | 'history:open-copy' | 'history:forget-all';
interface Wanted {
  readonly document: string;
  readonly version: number;
  readonly back?: number | undefined;
}

const failed = (sentence: string) => ({ kind: 'failed' as const, sentence });

function infoOf({ number, at, size, why, isThere }: ListedVersion): KeptVersionInfo {
  return { version: number, keptAt: at === null ? null : new Date(at).toISOString(), size, why, isThere };
}

/** The real path of the document, or the one that its work had some names ago; null where there is none. */
async function pathOf(
  session: Session,
  { document, back = 0 }: Omit<Wanted, 'version'>,
  { history }: Context,
): Promise<string | null> {
  let path = grantedBy(session, document)?.path ?? null;
  for (let at = 0; at < back && path !== null; at += 1) path = (await history.list(path)).from;
  return path;
}

async function list(
  session: Session,
  wanted: Omit<Wanted, 'version'>,
  context: Context,
): Promise<HistoryResult> {
  const path = await pathOf(session, wanted, context);
  if (path === null) return failed(mainText.refused.unknownDocument);
  const { versions, from, isRebuilt, isReadable } = await context.history.list(path);
  if (!isReadable) return failed(historyText.notRead);
  const earlier = from === null ? null : basename(from);
  return { kind: 'listed', name: basename(path), earlier, versions: versions.map(infoOf), isRebuilt };
}

async function read(session: Session, wanted: Wanted, context: Context): Promise<VersionResult> {
  const path = await pathOf(session, wanted, context);
  if (path === null) return failed(mainText.refused.unknownDocument);
  const bytes = await context.history.read(path, wanted.version);
  if (bytes === null) return failed(historyText.damaged);
  return { kind: 'read', text: new TextDecoder().decode(bytes) };
}

/** The name of a copy: that of the file, and when the version was kept. */
function nameOf(path: string, at: number | null): string {
  const name = basename(path, extname(path));
  return historyText.copyName(name, at === null ? null : localTime(new Date(at)));
}

async function copy(session: Session, wanted: Wanted, context: Context) {
  const found = await read(session, wanted, context);
  const path = await pathOf(session, wanted, context);
  if (found.kind === 'failed') return found;
  const sound = readProject(found.text);
  if (sound.kind !== 'read') return failed(sound.sentence);
  if (path === null) return failed(mainText.refused.unknownDocument);
  const { versions } = await context.history.list(path);
  const at = versions.find(({ number }) => number === wanted.version)?.at ?? null;
  const isOpen = openCopy({ name: nameOf(path, at), text: found.text }, context);
  return isOpen ? { kind: 'elsewhere' as const } : failed(mainText.refused.internal);
}

/** Versions of the documents of this computer: listed, looked at, opened as copies, deleted. */
export function historyHandlers(context: Context): Pick<Handlers, HistoryChannels> {
  return {
    'history:list': (session, wanted) => list(session, wanted, context),
    'history:read': (session, wanted) => read(session, wanted, context),
    'history:open-copy': (session, wanted) => copy(session, wanted, context),
    'history:forget-all': () => context.history.forgetAll(),
  };
}
