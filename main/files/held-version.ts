import type { BigIntStats } from 'node:fs';
import { constants } from 'node:fs';
import { type FileHandle, open, stat } from 'node:fs/promises';
import { codeOf, FileProblem } from './file-problem';
import { digestOf, type FileStamp } from './file-stamp';

/** The version that a save replaces, held open: what another program writes into it at the last moment is still there when it has lost its name. */
export interface HeldVersion {
  readonly stamp: FileStamp;
  /** False where the name leads to another file by now, or the file was written since its stamp was taken. */
  readonly isUntouched: () => Promise<boolean>;
  /** Call it once the version has lost its name: what it holds by now where that is no more what the stamp says; null where all is well or it cannot be read. */
  readonly lateBytes: () => Promise<Uint8Array | null>;
  readonly release: () => Promise<void>;
}

const readFlags = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0);
// Windows lets no file be replaced that is open.
const canStayOpen = process.platform !== 'win32';

function isUnchanged(a: BigIntStats, b: BigIntStats): boolean {
  return (
    a.dev === b.dev &&
    a.ino === b.ino &&
    a.size === b.size &&
    a.mtimeNs === b.mtimeNs &&
    a.ctimeNs === b.ctimeNs
  );
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
    return {
      stamp,
      isUntouched: async () => {
        const now = await stat(path, { bigint: true }).catch(() => null);
        return now !== null && isUnchanged(before, now);
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
