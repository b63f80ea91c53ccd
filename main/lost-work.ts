import { basename } from 'node:path';
import { readProject, type ReadResult } from '../shared/file-format/read';
import { replayWork, type TypedText } from '../shared/file-format/replay';
import { writeProject } from '../shared/file-format/write';
import type { RecoverableWork, RecoveryComparison } from '../shared/ipc/recovery';
import { mainText } from '../shared/text/main';
import { recoveryText } from '../shared/text/recovery';
import { stampOnDisk } from './files/file-stamp';
import { openFile } from './files/open-file';
import type { RecoverableDocument, Recovery } from './files/recovery';
import { sayNotOpened } from './files/say-outcome';
import type { KeptWork, UnsavedWork, WorkOrigin } from './kept-work';
import { pictureOf } from './work-picture';

/** Lost work that can be opened: its text, and what is known of it. Times in ms. */
export interface FoundWork {
  readonly title: string;
  readonly text: string;
  readonly keptAt: number;
  readonly edits: number;
  readonly map: string;
  readonly origin: WorkOrigin | null;
  /** False where the last edits could not be read. */
  readonly isWhole: boolean;
  /** What was being typed into a field, and is not in the text. */
  readonly typed: TypedText | null;
}

/** What reading of lost work gave. */
export type ReadWork =
  | { readonly kind: 'found'; readonly work: FoundWork }
  | { readonly kind: 'failed'; readonly sentence: string };

/** Work that lost its window: of processes that died, and of windows of this process that stopped working. */
export interface LostWork {
  /** Takes over what a window kept when it stopped working. */
  readonly takeOver: (kept: KeptWork) => void;
  /** All of it, the latest edit first. */
  readonly list: () => Promise<readonly RecoverableWork[]>;
  /** What began from a file; `path` is the real one. */
  readonly listOf: (path: string) => Promise<readonly RecoverableWork[]>;
  readonly read: (token: string) => Promise<ReadWork>;
  /** The kept work beside the file that it began from, as that is now. */
  readonly compare: (token: string) => Promise<RecoveryComparison>;
  /** Removes it for good. */
  readonly discard: (token: string) => Promise<void>;
}

type ReadFailure = Exclude<ReadResult, { kind: 'read' }>;
type Lost = UnsavedWork & { readonly token: string };

const tokenPattern = /^[0-9a-f]{32}$/;

/** How long a list waits for the disk of a file, ms: a share that is gone must not hold it up. */
const patience = 1_000;

/** The farthest day that there is a date of, ms before and after 1970. */
const farthest = 8.64e15;

const iso = (ms: number): string => new Date(Math.abs(ms) <= farthest ? ms : 0).toISOString();

function fromJournal(left: RecoverableDocument): Lost {
  const { docId, title, sourcePath, stamp, snapshotText, patches, lastEditAt } = left;
  return {
    token: docId,
    title,
    wholeText: snapshotText,
    changes: patches,
    keptAt: lastEditAt,
    edits: left.edits ?? 0,
    map: left.map ?? '',
    origin: sourcePath === null ? null : { path: sourcePath, stamp: stamp ?? null },
  };
}

type FileNow = Pick<NonNullable<RecoverableWork['file']>, 'now' | 'changedAt'>;

async function fileNow({ path, stamp }: WorkOrigin): Promise<FileNow> {
  const found = await stampOnDisk(path).catch(() => 'unknown' as const);
  if (found === 'unknown') return { now: 'unknown', changedAt: null };
  if (found === null) return { now: 'gone', changedAt: null };
  const isSame = stamp === null || stamp.sha256 === found.sha256;
  return { now: isSame ? 'same' : 'changed', changedAt: iso(found.mtimeMs) };
}

async function describeFile(origin: WorkOrigin | null): Promise<RecoverableWork['file']> {
  if (origin === null) return null;
  const unknown: FileNow = { now: 'unknown', changedAt: null };
  const tooLong = new Promise<FileNow>((resolve) => {
    setTimeout(() => resolve(unknown), patience).unref();
  });
  const savedAt = origin.stamp === null ? null : iso(origin.stamp.mtimeMs);
  return { name: basename(origin.path), savedAt, ...(await Promise.race([fileNow(origin), tooLong])) };
}

/** Why kept work cannot be opened: what is said of files is not true of it. */
function sayUnread({ kind }: ReadFailure, origin: WorkOrigin | null): string {
  if (kind === 'newer') return recoveryText.newer;
  return origin === null ? recoveryText.unreadableNew : recoveryText.unreadable;
}

async function describe(lost: Lost): Promise<RecoverableWork> {
  const { token, title, keptAt, edits } = lost;
  const about = { token, title, keptAt: iso(keptAt), file: await describeFile(lost.origin) };
  const replay = replayWork(lost.wholeText, lost.changes);
  if (replay.kind !== 'replayed') {
    const problem = sayUnread(replay, lost.origin);
    return { ...about, problem, isDamaged: replay.kind !== 'newer', content: null };
  }
  const { project, isWhole, last, typed } = replay;
  const content = {
    steps: Object.values(project.nodes).filter(({ type }) => type === 'step').length,
    maps: Object.keys(project.maps).length,
    edits: edits + replay.changes,
    lastEdit: last?.label ?? null,
    typedIn: typed?.label ?? null,
    isWhole,
    picture: pictureOf(project, last?.map ?? lost.map),
  };
  return { ...about, problem: null, isDamaged: false, content };
}

function readLost({ wholeText, changes, ...lost }: Lost): ReadWork {
  const replay = replayWork(wholeText, changes);
  if (replay.kind !== 'replayed') return { kind: 'failed', sentence: sayUnread(replay, lost.origin) };
  const { title, keptAt, edits, map, origin } = lost;
  const text = writeProject(replay.project);
  const { isWhole, last, typed } = replay;
  const now = { map: last?.map ?? map, edits: edits + replay.changes };
  return { kind: 'found', work: { title, text, keptAt, origin, isWhole, typed, ...now } };
}

async function readFileBeside({ path }: WorkOrigin): Promise<RecoveryComparison | string> {
  const file = await openFile(path);
  if (file.kind !== 'opened') return { kind: 'failed', sentence: sayNotOpened(file, basename(path)) };
  const read = readProject(file.text);
  return read.kind === 'read' ? file.text : { kind: 'failed', sentence: read.sentence };
}

/** Looks into the recovery folder each time it is asked. */
export function createLostWork(recovery: Recovery): LostWork {
  const ofThisProcess = new Map<string, KeptWork>();

  async function find(): Promise<readonly Lost[]> {
    const here = [...ofThisProcess.values()].flatMap((kept) => {
      const last = kept.last();
      return last ? [{ ...last, token: kept.token }] : [];
    });
    const there = (await recovery.listRecoverable())
      .filter(({ docId }) => tokenPattern.test(docId))
      .map(fromJournal);
    return [...here, ...there].sort((a, b) => b.keptAt - a.keptAt);
  }

  const one = async (token: string): Promise<Lost | undefined> =>
    (await find()).find((lost) => lost.token === token);
  const nothing = { kind: 'failed', sentence: mainText.refused.nothingKept } as const;

  return {
    takeOver(kept) {
      if (kept.last() !== null) ofThisProcess.set(kept.token, kept);
    },
    list: async () => await Promise.all((await find()).map(describe)),
    listOf: async (path) =>
      await Promise.all((await find()).filter(({ origin }) => origin?.path === path).map(describe)),
    async read(token) {
      const found = await one(token);
      return found ? readLost(found) : nothing;
    },
    async compare(token) {
      const found = await one(token);
      if (!found?.origin) return nothing;
      const [kept, text] = [readLost(found), await readFileBeside(found.origin)];
      if (kept.kind === 'failed') return kept;
      if (typeof text !== 'string') return text;
      const name = basename(found.origin.path);
      return { kind: 'both', kept: { name: found.title, text: kept.work.text }, file: { name, text } };
    },
    async discard(token) {
      const kept = ofThisProcess.get(token);
      ofThisProcess.delete(token);
      if (kept) await kept.clear();
      else if (await one(token)) await recovery.discard(token);
    },
  };
}
