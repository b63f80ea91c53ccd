import { access } from 'node:fs/promises';
import { join } from 'node:path';
import { asFileProblem, type FileProblemKind } from './file-problem';
import { sha256Of } from './file-stamp';
import {
  dropHistory,
  dropUnlisted,
  type HistoryIndex,
  hasVersion,
  historyKey,
  historyKeys,
  indexFromFiles,
  makeHistoryFolder,
  moveHistory,
  putVersion,
  readIndex,
  readVersion,
  writeIndex,
} from './history-disk';
import { type KeptVersion, largestHistory, versionsOverLimit, versionsToKeep } from './history-rotation';
import { createQueues } from './in-turn';

/** What the store of versions takes from outside. */
export interface HistorySetting {
  /** The folder of all versions, `<userData>/history`. */
  readonly folder: string;
  /** Wall clock, ms. */
  readonly now: () => number;
  /** False where the user wants no versions on this computer. */
  readonly isOn: () => boolean;
  /** Hears of every version that could not be kept. */
  readonly onProblem: (kind: FileProblemKind) => void;
  /** Bytes of all versions together. */
  readonly limit?: number;
}

/** A state of a document that is worth keeping; `path` is the real one. */
export interface Worth {
  readonly path: string;
  readonly bytes: Uint8Array | string;
  readonly why: KeptVersion['why'];
  /** The real path that the work had until now; the versions up to here are kept under that. */
  readonly from?: string | undefined;
}

/** A version as it is listed. */
export interface ListedVersion extends KeptVersion {
  /** False where its file is gone or has another length. */
  readonly isThere: boolean;
}

/** The versions of a document, the newest first; `isRebuilt` where the list was damaged and made again from the files. */
export interface ListedHistory {
  readonly versions: readonly ListedVersion[];
  /** The real path under which earlier versions of the work are kept; null where there are none. */
  readonly from: string | null;
  readonly isRebuilt: boolean;
  /** False where the disk refused: then nobody knows what is kept. */
  readonly isReadable: boolean;
}

/** The versions of the documents of one profile. No function rejects: a version is a help, never a hindrance. */
export interface History {
  /** Keeps a state beside the saved file; `same` where the newest version is equal. */
  readonly keep: (worth: Worth) => Promise<'kept' | 'same' | 'off' | 'failed'>;
  readonly list: (path: string) => Promise<ListedHistory>;
  /** The bytes of a version; null where they are damaged or gone. */
  readonly read: (path: string, number: number) => Promise<Uint8Array | null>;
  /** Gives the versions of a file to its new path, where that has none. */
  readonly follow: (from: string, to: string) => Promise<void>;
  /** Deletes every version of every document; false when the disk refused. */
  readonly forgetAll: () => Promise<boolean>;
  /** Resolves when all that was asked so far is on the disk; null where nothing is under way. */
  readonly settle: () => Promise<unknown> | null;
}

/** A list as it was found, mended where it was damaged. */
interface Opened {
  readonly index: HistoryIndex;
  readonly isRebuilt: boolean;
}

const isGone = async (path: string): Promise<boolean> =>
  await access(path).then(
    () => false,
    () => true,
  );

async function openIndex(folder: string, path: string): Promise<Opened | null> {
  const found = await readIndex(folder);
  if (found === 'missing') return null;
  if (found !== 'damaged') return { index: found, isRebuilt: false };
  return { index: await indexFromFiles(folder, path), isRebuilt: true };
}

/** Finds the history of a file that was moved or renamed: its newest version is this text, and its old place is empty. */
async function adopt(root: string, path: string, sha256: string): Promise<Opened | null> {
  for (const key of await historyKeys(root)) {
    const found = await readIndex(join(root, key)).catch(() => 'damaged' as const);
    if (typeof found === 'string' || found.versions.at(-1)?.sha256 !== sha256) continue;
    if (!(await isGone(found.path))) continue;
    await moveHistory(join(root, key), join(root, historyKey(path)));
    return { index: { ...found, path }, isRebuilt: false };
  }
  return null;
}

/** Brings all histories together under the limit; the newest version of the document just saved stays. */
async function trimAll(root: string, saved: string, limit: number): Promise<void> {
  const keys = await historyKeys(root);
  const found = await Promise.all(
    keys.map(async (key) => ({
      key,
      index: await readIndex(join(root, key)).catch(() => 'damaged' as const),
    })),
  );
  const lists = found.flatMap(({ key, index }) => (typeof index === 'string' ? [] : [{ key, ...index }]));
  const gone = versionsOverLimit(lists, saved, limit);
  for (const { key, path, from, versions } of lists) {
    const left = versions.filter(({ number }) => !gone.has(`${key} ${String(number)}`));
    if (left.length === versions.length) continue;
    if (left.length === 0) await dropHistory(join(root, key));
    else {
      await writeIndex(join(root, key), { path, from, versions: left });
      await dropUnlisted(join(root, key), left);
    }
  }
}

async function keepVersion(setting: HistorySetting, worth: Worth): Promise<'kept' | 'same'> {
  const { folder: root, now, limit = largestHistory } = setting;
  const key = historyKey(worth.path);
  const folder = join(root, key);
  const found = await openIndex(folder, worth.path);
  const bytes = typeof worth.bytes === 'string' ? Buffer.from(worth.bytes, 'utf8') : worth.bytes;
  const sha256 = sha256Of(bytes);
  const opened = found ?? (await adopt(root, worth.path, sha256));
  const known = opened?.index.versions ?? [];
  const newest = known.at(-1);
  const isThere = await hasVersion(folder, { sha256, size: bytes.length });
  if (newest?.sha256 === sha256 && isThere && opened?.index.path === worth.path && !opened.isRebuilt)
    return 'same';
  await makeHistoryFolder(folder);
  if (!isThere) await putVersion(folder, sha256, bytes);
  const next: KeptVersion = {
    number: Math.max(0, ...known.map(({ number }) => number)) + 1,
    at: now(),
    size: bytes.length,
    sha256,
    why: worth.why,
  };
  const versions = newest?.sha256 === sha256 ? known : versionsToKeep([...known, next], now());
  const from = worth.from === undefined || worth.from === worth.path ? opened?.index.from : worth.from;
  await writeIndex(folder, { path: worth.path, from, versions });
  await dropUnlisted(folder, versions);
  await trimAll(root, key, limit);
  return newest?.sha256 === sha256 ? 'same' : 'kept';
}

/** Where the earlier versions of a work are, that has another name now; null where none are left. */
async function earlierPlace(root: string, from: string | undefined): Promise<string | null> {
  if (from === undefined) return null;
  const found = await readIndex(join(root, historyKey(from)));
  return typeof found !== 'string' && found.versions.length > 0 ? from : null;
}

/** Opens the versions of a profile; touches the disk only when asked. */
export function createHistory(setting: HistorySetting): History {
  const { folder: root, isOn, onProblem } = setting;
  const inTurn = createQueues();
  const underway = new Set<Promise<unknown>>();
  /** One after the other: the limit is over all documents. */
  const queue = async <T>(task: () => Promise<T>, otherwise: T): Promise<T> => {
    const run = inTurn('', task).catch((error: unknown) => {
      onProblem(asFileProblem(error).kind);
      return otherwise;
    });
    underway.add(run);
    return await run.finally(() => underway.delete(run));
  };
  return {
    keep: (worth) =>
      isOn() ? queue(() => keepVersion(setting, worth), 'failed' as const) : Promise.resolve('off'),
    list: (path) =>
      queue<ListedHistory>(
        async () => {
          const folder = join(root, historyKey(path));
          const opened = await openIndex(folder, path);
          const versions = opened?.index.versions ?? [];
          const listed = await Promise.all(
            versions.map(async (version) => ({ ...version, isThere: await hasVersion(folder, version) })),
          );
          return {
            versions: listed.reverse(),
            from: await earlierPlace(root, opened?.index.from),
            isRebuilt: opened?.isRebuilt ?? false,
            isReadable: true,
          };
        },
        { versions: [], from: null, isRebuilt: false, isReadable: false },
      ),
    read: (path, number) =>
      queue(async () => {
        const folder = join(root, historyKey(path));
        const version = (await openIndex(folder, path))?.index.versions.find(
          (each) => each.number === number,
        );
        return version ? await readVersion(folder, version.sha256) : null;
      }, null),
    follow: (from, to) =>
      queue(async () => {
        const [old, own] = [join(root, historyKey(from)), join(root, historyKey(to))];
        const opened = await openIndex(old, to);
        if (opened === null || (await readIndex(own)) !== 'missing') return;
        await moveHistory(old, own);
        await writeIndex(own, { ...opened.index, path: to });
      }, undefined),
    forgetAll: () =>
      queue(async () => {
        await dropHistory(root);
        return true;
      }, false),
    settle: () => (underway.size === 0 ? null : Promise.all(underway)),
  };
}
