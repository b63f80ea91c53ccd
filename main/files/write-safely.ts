import type { Stats } from 'node:fs';
import { access, constants, type FileHandle, stat } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { placeNew, renameOver, syncFolder, writeAll } from './durable';
import { asFileProblem, codeOf, FileProblem, type FileProblemKind } from './file-problem';
import { digestOf, type FileStamp, sha256Of, stampOnDisk } from './file-stamp';
import { createQueues } from './in-turn';
import { type HeldVersion, holdVersion } from './held-version';
import { resolveTarget } from './real-path';
import { claimTemp, dropTemp, type TempFile } from './temp-file';

/** What the disk should hold before the write: `expected` null means nothing yet; `overwrite` is the user's own choice. */
export interface WriteOptions {
  readonly expected: FileStamp | null;
  readonly overwrite?: boolean;
  /** The rights of a file that is not there yet, before the umask; usually those of any document. */
  readonly newMode?: number;
}

/** The failures of a save that leave the file on disk as it was. */
export interface NotWritten {
  readonly kind: FileProblemKind;
  readonly code: string | null;
}

/**
 * The answer of a save. `saved`: the disk was flushed and read back equal; `separatedLinks` counts the hard links that
 * keep the older version. `conflict`: nothing was written, `found` is what is there (null: nothing). `unconfirmed`: the
 * whole new version took the name, but the disk failed afterwards; `found` is the stamp to expect at the next save.
 */
export type WriteResult =
  | {
      readonly kind: 'saved';
      readonly path: string;
      readonly stamp: FileStamp;
      readonly separatedLinks: number;
      /** What another program wrote into the old version at the very moment in which it was replaced. */
      readonly displaced?: Uint8Array;
    }
  | { readonly kind: 'conflict'; readonly path: string; readonly found: FileStamp | null }
  | {
      readonly kind: 'unconfirmed';
      readonly path: string;
      readonly found: FileStamp | null;
      readonly code: string | null;
    }
  | NotWritten;

const refusedWhileOpen = new Set(['EACCES', 'EPERM', 'EBUSY', 'ETXTBSY', 'EEXIST']);

const givenPathQueues = createQueues();
const realPathQueues = createQueues();

/**
 * Replaces or creates a file so that at every moment the disk holds all of the old version or all of the new one.
 * Never rejects for what a user can meet. Links are followed and stay; other hard links of the file are separated
 * (and counted), because keeping them would need a write in place, which a crash could tear.
 */
export async function writeSafely(
  path: string,
  content: string | Uint8Array,
  options: WriteOptions,
): Promise<WriteResult> {
  const bytes = typeof content === 'string' ? Buffer.from(content, 'utf8') : content;
  const wanted = { bytes, sha256: sha256Of(bytes) };
  try {
    return await givenPathQueues(resolve(path), async () => {
      const target = await resolveTarget(path);
      return await realPathQueues(target, () => replaceFile(target, wanted, options));
    });
  } catch (error) {
    const { kind, code } = asFileProblem(error);
    return { kind, code };
  }
}

interface Wanted {
  readonly bytes: Uint8Array;
  readonly sha256: string;
}

async function replaceFile(target: string, wanted: Wanted, options: WriteOptions): Promise<WriteResult> {
  const isNew = (await examine(target)) === null;
  const temp = await claimTemp(target, isNew ? (options.newMode ?? 0o666) : 0o600);
  let placed: Placed = { isPlaced: false, held: null };
  try {
    const before = await examine(target);
    const early = await findConflict(target, options);
    if (early !== null) return early;
    await fill(temp, wanted, before);
    try {
      placed = await place(temp, target, options);
    } catch (error) {
      return await examineFailedPlace(target, wanted, error);
    }
    if (!placed.isPlaced) return await conflictAt(target);
    const separatedLinks = before === null ? 0 : before.nlink - 1;
    return await confirm(target, wanted, { held: placed.held, separatedLinks });
  } finally {
    await placed.held?.release();
    if (!placed.isPlaced) await dropTemp(temp);
  }
}

async function conflictAt(target: string): Promise<WriteResult> {
  return { kind: 'conflict', path: target, found: await stampOnDisk(target) };
}

/** The file that will be replaced, or null; refuses what must not be: folders, devices, read-only files. */
async function examine(target: string): Promise<Stats | null> {
  let found: Stats;
  try {
    found = await stat(target);
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return null;
    throw error;
  }
  if (!found.isFile()) throw new FileProblem('not-a-file');
  const isWritable = (found.mode & 0o222) !== 0 && (await mayWrite(target));
  if (!isWritable) throw new FileProblem('read-only-file');
  return found;
}

async function mayWrite(target: string): Promise<boolean> {
  try {
    await access(target, constants.W_OK);
    return true;
  } catch (error) {
    if (codeOf(error) === 'EACCES' || codeOf(error) === 'EPERM') return false;
    throw error;
  }
}

async function findConflict(
  target: string,
  { expected, overwrite = false }: WriteOptions,
): Promise<WriteResult | null> {
  if (overwrite) return null;
  const found = await stampOnDisk(target);
  return found?.sha256 === expected?.sha256 ? null : { kind: 'conflict', path: target, found };
}

async function fill({ handle }: TempFile, wanted: Wanted, before: Stats | null): Promise<void> {
  if (before !== null) await keepOwnerAndMode(handle, before);
  await writeAll(handle, wanted.bytes);
  await handle.sync();
  const { size } = await handle.stat();
  if (size !== wanted.bytes.length) throw new FileProblem('io-error', 'EIO');
  const written = await digestOf(handle);
  if (written.sha256 !== wanted.sha256) throw new FileProblem('io-error', 'EIO');
  await handle.close();
}

async function keepOwnerAndMode(handle: FileHandle, { uid, gid, mode }: Stats): Promise<void> {
  const own = await handle.stat();
  let kept = mode & 0o777;
  if (own.uid !== uid || own.gid !== gid) {
    const isGiven = await handle.chown(uid, gid).then(
      () => true,
      () => false,
    );
    // Another group must not gain what only the file's own group was given.
    if (!isGiven && own.gid !== gid) kept = (kept & 0o707) | ((kept & 0o007) << 3);
  }
  await handle.chmod(kept);
}

/** What gave its name away, still open; null where nothing did. */
interface Placed {
  readonly isPlaced: boolean;
  readonly held: HeldVersion | null;
}

const quietTries = 5;

/** Gives the finished file its name, where that is still held by what is expected. */
async function place({ path }: TempFile, target: string, options: WriteOptions): Promise<Placed> {
  if (options.overwrite === true) {
    await renameOver(path, target);
    return { isPlaced: true, held: null };
  }
  if (options.expected === null) return { isPlaced: await placeNew(path, target), held: null };
  for (let attempt = 0; attempt < quietTries; attempt += 1) {
    const held = await holdVersion(target);
    if (held === null) return { isPlaced: false, held: null };
    const isExpected = held.stamp.sha256 === options.expected.sha256;
    if (isExpected && (await takeOrRelease(path, target, held))) return { isPlaced: true, held };
    await held.release();
    if (!isExpected) return { isPlaced: false, held: null };
  }
  // Touched all the time, though never changed.
  throw new FileProblem('busy');
}

async function takeOrRelease(from: string, target: string, held: HeldVersion): Promise<boolean> {
  try {
    return await takeName(from, target, held);
  } catch (error) {
    await held.release();
    throw error;
  }
}

/** Takes the name from the version that holds it; false where that was touched since it was read. */
async function takeName(from: string, target: string, held: HeldVersion): Promise<boolean> {
  if (!(await held.isUntouched())) return false;
  try {
    return await held.yieldTo(from);
  } catch (error) {
    if (!refusedWhileOpen.has(codeOf(error) ?? '')) throw error;
    // Some shares let no file be replaced that is open, by whomever.
    await held.release();
    if (!(await held.isUntouched())) return false;
    await renameOver(from, target);
    return true;
  }
}

/** A disk or network may report an error for a rename that it did: then the new version is there, though unconfirmed. */
async function examineFailedPlace(target: string, wanted: Wanted, error: unknown): Promise<WriteResult> {
  const { kind, code } = asFileProblem(error);
  const found = await stampOnDisk(target).catch(() => null);
  return found?.sha256 === wanted.sha256
    ? { kind: 'unconfirmed', path: target, found, code }
    : { kind, code };
}

interface Replaced {
  readonly held: HeldVersion | null;
  readonly separatedLinks: number;
}

/** Flushes the folder and reads the file back: only an equal file is called saved. */
async function confirm(
  target: string,
  wanted: Wanted,
  { held, separatedLinks }: Replaced,
): Promise<WriteResult> {
  let code: string | null = null;
  try {
    await syncFolder(dirname(target));
    const stamp = await stampOnDisk(target);
    if (stamp?.sha256 === wanted.sha256) {
      const displaced = (await held?.lateBytes()) ?? null;
      const saved = { kind: 'saved' as const, path: target, stamp, separatedLinks };
      return displaced === null ? saved : { ...saved, displaced };
    }
  } catch (error) {
    code = asFileProblem(error).code;
  }
  // Where not even that can be read, what was put there is what the next save shall expect.
  const placed = { mtimeMs: 0, size: wanted.bytes.length, sha256: wanted.sha256 };
  const found = await stampOnDisk(target).catch(() => placed);
  return { kind: 'unconfirmed', path: target, found, code };
}
