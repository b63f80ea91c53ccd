import type { BigIntStats } from 'node:fs';
import { constants, renameSync, statSync } from 'node:fs';
import { type FileHandle, open, stat } from 'node:fs/promises';
import { renameOver } from './durable';
import { codeOf, FileProblem } from './file-problem';
import { digestOf, type FileStamp } from './file-stamp';

/** The version that a save replaces, held open: what another program writes into it at the last moment is still there when it has lost its name. */
export interface HeldVersion {
  readonly stamp: FileStamp;
  /** False where the name leads to another file by now, or the file was written since its stamp was taken. */
  readonly isUntouched: () => Promise<boolean>;
  /** Gives the name to another file in one breath with a last look, so that next to nothing can come between; false where it was touched. A slow disk is asked in the usual way, which holds nobody up. */
  readonly yieldTo: (from: string) => Promise<boolean>;
  /** Call it once the version has lost its name: what it holds by now where that is no more what the stamp says; null where all is well or it cannot be read. */
  readonly lateBytes: () => Promise<Uint8Array | null>;
  readonly release: () => Promise<void>;
}

const readFlags = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0);
// Windows lets no file be replaced that is open.
const canStayOpen = process.platform !== 'win32';
/** A disk that answers within this time may be asked without letting anything else go on, ms; a busy computer is slow to hear the answer. */
const quickMs = 250;

function isUnchanged(a: BigIntStats, b: BigIntStats): boolean {
  return (
    a.dev === b.dev &&
    a.ino === b.ino &&
    a.size === b.size &&
    a.mtimeNs === b.mtimeNs &&
    a.ctimeNs === b.ctimeNs
  );
}

/** The last look and the rename with nothing of this process between them. */
function yieldNow(from: string, path: string, before: BigIntStats): boolean {
  const now = statSync(path, { bigint: true, throwIfNoEntry: false });
  if (now === undefined || !isUnchanged(before, now)) return false;
  renameSync(from, path);
  return true;
}

/** A server may forget a file that has no name any more, though it is open. */
async function isForgotten(handle: FileHandle): Promise<boolean> {
  return await handle.stat().then(
    () => false,
    (error: unknown) => codeOf(error) === 'ESTALE',
  );
}

async function readAgain(handle: FileHandle, before: FileStamp): Promise<Uint8Array | null> {
  if (await isForgotten(handle)) return null;
  if ((await digestOf(handle)).sha256 === before.sha256) return null;
  const { size } = await handle.stat();
  const bytes = Buffer.alloc(size);
  let length = 0;
  while (length < size) {
    const { bytesRead } = await handle.read(bytes, length, size - length, length);
    if (bytesRead === 0) break;
    length += bytesRead;
  }
  return bytes.subarray(0, length);
}

/** Holds the file of that name; null when there is none. */
export async function holdVersion(path: string): Promise<HeldVersion | null> {
  let handle: FileHandle;
  try {
    handle = await open(path, readFlags);
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return null;
    throw error;
  }
  try {
    const before = await handle.stat({ bigint: true });
    if (!before.isFile()) throw new FileProblem('not-a-file');
    const stamp = { mtimeMs: Number(before.mtimeNs / 1000n) / 1000, ...(await digestOf(handle)) };
    let isOpen = canStayOpen;
    if (!isOpen) await handle.close();
    let isQuick = false;
    const isUntouched = async (): Promise<boolean> => {
      const start = performance.now();
      const now = await stat(path, { bigint: true }).catch(() => null);
      isQuick = performance.now() - start < quickMs;
      return now !== null && isUnchanged(before, now);
    };
    return {
      stamp,
      isUntouched,
      yieldTo: async (from) => {
        if (isQuick && canStayOpen) return yieldNow(from, path, before);
        if (!(await isUntouched())) return false;
        await renameOver(from, path);
        return true;
      },
      lateBytes: async () => (isOpen ? await readAgain(handle, stamp) : null),
      release: async () => {
        if (!isOpen) return;
        isOpen = false;
        await handle.close().catch(() => undefined);
      },
    };
  } catch (error) {
    await handle.close().catch(() => undefined);
    throw error;
  }
}
