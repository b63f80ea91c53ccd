import { createHash } from 'node:crypto';
import { constants } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { codeOf, FileProblem } from './file-problem';

/** What a file was like when it was read or written: time in ms, size in bytes, SHA-256 of its bytes in hex. */
export interface FileStamp {
  readonly mtimeMs: number;
  readonly size: number;
  readonly sha256: string;
}

const chunkSize = 1 << 20;

// Opening a FIFO for reading would wait for its writer for ever; Windows has no such flag.
const readFlags = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0);

/** Opens a regular file for reading, lends it, closes it; throws FileProblem for anything but a file. */
export async function withRegularFile<T>(path: string, use: (handle: FileHandle) => Promise<T>): Promise<T> {
  const handle = await open(path, readFlags);
  try {
    if (!(await handle.stat()).isFile()) throw new FileProblem('not-a-file');
    return await use(handle);
  } finally {
    await handle.close();
  }
}

/** SHA-256 (hex) of bytes. */
export function sha256Of(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** SHA-256 (hex) and length of what an open file holds now, from its first byte to its end. */
export async function digestOf(handle: FileHandle): Promise<{ size: number; sha256: string }> {
  const hash = createHash('sha256');
  const chunk = Buffer.allocUnsafe(chunkSize);
  let size = 0;
  for (;;) {
    const { bytesRead } = await handle.read(chunk, 0, chunk.length, size);
    if (bytesRead === 0) return { size, sha256: hash.digest('hex') };
    hash.update(chunk.subarray(0, bytesRead));
    size += bytesRead;
  }
}

/** The stamp of a file as it is on disk now; null when there is no file. */
export async function stampOnDisk(path: string): Promise<FileStamp | null> {
  try {
    return await withRegularFile(path, async (handle) => {
      const digest = await digestOf(handle);
      return { mtimeMs: (await handle.stat()).mtimeMs, ...digest };
    });
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return null;
    throw error;
  }
}
