import { constants } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { dirname } from 'node:path';
import { syncFolder } from './durable';
import { asFileProblem, codeOf } from './file-problem';
import { type FileStamp, stampOnDisk } from './file-stamp';

/** Whether a version that others wrote will stay on the disk: flushed like one of our own, or not; `other` where it is there no more. */
export type Confirmation = 'confirmed' | 'unconfirmed' | 'other';

const readFlags = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0);

/** Windows flushes only what is open for writing. */
async function openToFlush(path: string): Promise<FileHandle> {
  return await open(path, process.platform === 'win32' ? 'r+' : readFlags);
}

async function flush(path: string): Promise<void> {
  const handle = await openToFlush(path);
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
  await syncFolder(dirname(path));
}

/** Flushes a file that somebody else wrote, and its name, and reads it back: only then may its content be called saved. Never rejects for what a user can meet. */
export async function confirmOnDisk(path: string, { sha256 }: FileStamp): Promise<Confirmation> {
  try {
    await flush(path);
    const found = await stampOnDisk(path);
    return found?.sha256 === sha256 ? 'confirmed' : 'other';
  } catch (error) {
    asFileProblem(error);
    return codeOf(error) === 'ENOENT' ? 'other' : 'unconfirmed';
  }
}
