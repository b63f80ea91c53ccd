import { createHash } from 'node:crypto';
import { readlinkSync } from 'node:fs';
import { type FileHandle, open, readdir, stat, unlink } from 'node:fs/promises';
import { hostname } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { codeOf, FileProblem } from './file-problem';
import { isProcessAlive } from './process-alive';

/** A file beside the target, open for reading and writing, that nobody else writes. */
export interface TempFile {
  readonly path: string;
  readonly handle: FileHandle;
}

const pattern = /^\.~([0-9a-f]{8})([0-9a-f]{4})-([0-9a-z]{1,7})$/;
const untouchedIsAbandonedMs = 24 * 60 * 60 * 1000;
const untouchedIsIdleMs = 60 * 1000;
const patienceMs = 5000;

function shortHash(text: string, length: number): string {
  return createHash('sha256').update(text).digest('hex').slice(0, length);
}

function processSpace(): string {
  try {
    return readlinkSync('/proc/self/ns/pid');
  } catch {
    return '';
  }
}

// A process number means something only on the machine (and in the container) that gave it.
const hostTag = shortHash(`${hostname()} ${processSpace()}`, 4);

function targetTag(target: string): string {
  return shortHash(basename(target).normalize('NFC').toLowerCase(), 8);
}

function tempPathFor(target: string): string {
  return join(dirname(target), `.~${targetTag(target)}${hostTag}-${process.pid.toString(36)}`);
}

interface Leftover {
  readonly path: string;
  readonly target: string;
  readonly isOwnerDead: boolean;
}

async function othersIn(folder: string): Promise<readonly Leftover[]> {
  // A folder that may be written but not listed has no sweeping; saving still works.
  const names = await readdir(folder).catch(() => []);
  return names.flatMap((name) => {
    const [, target, host, pid] = pattern.exec(name) ?? [];
    if (target === undefined || host === undefined || pid === undefined) return [];
    const owner = Number.parseInt(pid, 36);
    if (host === hostTag && owner === process.pid) return [];
    return [{ path: join(folder, name), target, isOwnerDead: host === hostTag && !isProcessAlive(owner) }];
  });
}

async function idleMs(path: string, nowMs: number): Promise<number | null> {
  try {
    return Math.abs(nowMs - (await stat(path)).mtimeMs);
  } catch {
    return null;
  }
}

async function sweep(folder: string, nowMs: number): Promise<readonly string[]> {
  const targetsInWork: string[] = [];
  for (const other of await othersIn(folder)) {
    const idle = await idleMs(other.path, nowMs);
    if (idle === null) continue;
    if (other.isOwnerDead || idle > untouchedIsAbandonedMs) await unlink(other.path).catch(() => undefined);
    else if (idle < untouchedIsIdleMs) targetsInWork.push(other.target);
  }
  return targetsInWork;
}

/** Removes the temporary files that dead processes of Streamwright left in a folder; never fails. */
export async function sweepLeftovers(folder: string, nowMs: number): Promise<void> {
  await sweep(folder, nowMs);
}

async function openExclusively(path: string, mode: number): Promise<FileHandle> {
  try {
    return await open(path, 'wx+', mode);
  } catch (error) {
    if (codeOf(error) === 'ENOENT') throw new FileProblem('folder-missing', 'ENOENT');
    if (codeOf(error) !== 'EEXIST') throw error;
  }
  // The name carries this process and this target, and saves of one target wait in a queue: it is a leftover.
  await unlink(path);
  return await open(path, 'wx+', mode);
}

/** Closes and removes a temporary file; what cannot be removed now is swept later. */
export async function dropTemp(temp: TempFile): Promise<void> {
  await temp.handle.close().catch(() => undefined);
  await unlink(temp.path).catch(() => undefined);
}

/**
 * Creates the temporary file of a target, which is also the claim to write it: two processes that see each other's
 * claim both withdraw and try again later, so what is compared under a claim stays true until the rename. The age of a
 * rival is measured by the file server's clock (the claim's own time), and after a minute without a write it counts no more.
 */
export async function claimTemp(target: string, mode: number): Promise<TempFile> {
  const path = tempPathFor(target);
  const lastTry = performance.now() + patienceMs;
  for (;;) {
    const temp = { path, handle: await openExclusively(path, mode) };
    try {
      const inWork = await sweep(dirname(target), (await temp.handle.stat()).mtimeMs);
      if (!inWork.includes(targetTag(target))) return temp;
    } catch (error) {
      await dropTemp(temp);
      throw error;
    }
    await dropTemp(temp);
    if (performance.now() > lastTry) throw new FileProblem('busy');
    await wait(5 + Math.random() * 40);
  }
}
