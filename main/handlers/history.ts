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
}

const failed = (sentence: string) => ({ kind: 'failed' as const, sentence });

function infoOf({ number, at, size, why, isThere }: ListedVersion): KeptVersionInfo {
  return { version: number, keptAt: at === null ? null : new Date(at).toISOString(), size, why, isThere };
}

async function list(session: Session, token: string, { history }: Context): Promise<HistoryResult> {
  const document = grantedBy(session, token);
  if (document === null) return failed(mainText.refused.unknownDocument);
  const { versions, isRebuilt, isReadable } = await history.list(document.path);
  if (!isReadable) return failed(historyText.notRead);
  return { kind: 'listed', versions: versions.map(infoOf), isRebuilt };
}

async function read(
  session: Session,
  { document: token, version }: Wanted,
  { history }: Context,
): Promise<VersionResult> {
  const document = grantedBy(session, token);
  if (document === null) return failed(mainText.refused.unknownDocument);
  const bytes = await history.read(document.path, version);
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
  const document = grantedBy(session, wanted.document);
  if (found.kind === 'failed') return found;
  const sound = readProject(found.text);
  if (sound.kind !== 'read') return failed(sound.sentence);
  if (document === null) return failed(mainText.refused.unknownDocument);
  const { versions } = await context.history.list(document.path);
  const at = versions.find(({ number }) => number === wanted.version)?.at ?? null;
  const isOpen = openCopy({ name: nameOf(document.path, at), text: found.text }, context);
  return isOpen ? { kind: 'elsewhere' as const } : failed(mainText.refused.internal);
}

/** Versions of the documents of this computer: listed, looked at, opened as copies, deleted. */
export function historyHandlers(context: Context): Pick<Handlers, HistoryChannels> {
  return {
    'history:list': (session, { document }) => list(session, document, context),
    'history:read': (session, wanted) => read(session, wanted, context),
    'history:open-copy': (session, wanted) => copy(session, wanted, context),
    'history:forget-all': () => context.history.forgetAll(),
  };
}
