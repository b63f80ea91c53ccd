import { readlink, realpath } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { codeOf, FileProblem } from './file-problem';

const mostLinks = 40;

async function realFolder(folder: string): Promise<string> {
  try {
    return await realpath(folder);
  } catch (error) {
    if (codeOf(error) === 'ENOENT') throw new FileProblem('folder-missing', 'ENOENT');
    throw error;
  }
}

async function linkTarget(path: string): Promise<string | null> {
  try {
    return await readlink(path);
  } catch (error) {
    const code = codeOf(error);
    if (code === 'ENOENT' || code === 'EINVAL' || code === 'UNKNOWN') return null;
    throw error;
  }
}

/** Where a write to this path really lands, through all links, also when the last one points to nothing yet. */
export async function resolveTarget(path: string): Promise<string> {
  let current = resolve(path);
  for (let links = 0; links < mostLinks; links += 1) {
    try {
      return await realpath(current);
    } catch (error) {
      if (codeOf(error) !== 'ENOENT') throw error;
    }
    const folder = await realFolder(dirname(current));
    const whole = join(folder, basename(current));
    const target = await linkTarget(whole);
    if (target === null) return whole;
    current = resolve(folder, target);
  }
  throw new FileProblem('link-loop', 'ELOOP');
}
