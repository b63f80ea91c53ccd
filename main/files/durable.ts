import { constants } from 'node:fs';
import { access, type FileHandle, link, open, rename, unlink } from 'node:fs/promises';
import { setTimeout as wait } from 'node:timers/promises';
import { codeOf, FileProblem } from './file-problem';

/** Writes every byte at the handle's position; a short count (disk filling up) is followed by another try, never believed. */
export async function writeAll(handle: FileHandle, bytes: Uint8Array): Promise<void> {
  let done = 0;
  while (done < bytes.length) {
    const { bytesWritten } = await handle.write(bytes, done, bytes.length - done, null);
    if (bytesWritten === 0) throw new FileProblem('io-error', 'EIO');
    done += bytesWritten;
  }
}

const folderCannotSync = new Set(['EINVAL', 'ENOTSUP', 'EOPNOTSUPP', 'EPERM', 'EISDIR']);

/** Makes names in a folder survive a power cut; file systems and Windows that cannot do it are passed over. */
export async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, constants.O_RDONLY);
  try {
    await handle.sync();
  } catch (error) {
    if (!folderCannotSync.has(codeOf(error) ?? '')) throw error;
  } finally {
    await handle.close();
  }
}

const heldByOthers = new Set(['EPERM', 'EACCES', 'EBUSY']);
const renameTries = 10;

/** Rename that waits while a virus scanner or indexer holds the file (Windows: ten tries in 5 s); elsewhere one try. */
export async function renameOver(
  from: string,
  to: string,
  { platform = process.platform, pauseMs = 100, move = rename } = {},
): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await move(from, to);
    } catch (error) {
      const isHeld = platform === 'win32' && heldByOthers.has(codeOf(error) ?? '');
      if (!isHeld) throw error;
      if (attempt === renameTries) throw new FileProblem('busy', codeOf(error));
      await wait(pauseMs * attempt);
    }
  }
}

const linksUnknown = new Set(['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK', 'UNKNOWN']);

/** Gives a finished file a name that must be free; false when it is taken. A link cannot overwrite, a rename could. */
export async function placeNew(from: string, to: string): Promise<boolean> {
  try {
    await link(from, to);
  } catch (error) {
    const code = codeOf(error);
    if (code === 'EEXIST') return false;
    if (!linksUnknown.has(code ?? '')) throw error;
    return await placeWithoutLinks(from, to);
  }
  // The file is in place under its own name; a temporary name that stays is swept by the next save.
  await unlink(from).catch(() => undefined);
  return true;
}

async function placeWithoutLinks(from: string, to: string): Promise<boolean> {
  const isTaken = await access(to).then(
    () => true,
    () => false,
  );
  if (isTaken) return false;
  await renameOver(from, to);
  return true;
}
