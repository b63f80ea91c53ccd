import { copyFile, readdir, rename, unlink } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { asFileProblem, codeOf, FileProblem } from './file-problem';
import { withRegularFile } from './file-stamp';
import { writeSafely } from './write-safely';

/**
 * What was found: `sound` (and kept as the good copy), `missing` (nothing was ever kept), `restored` from the good copy,
 * `reset` (damaged, and no good copy: start with defaults), or `unusable` (the disk refuses; `text` is what could be
 * read nevertheless). `text` is the JSON to use, null for defaults; `movedTo` is where the damaged file went.
 */
export type SettingsState =
  | { readonly kind: 'sound'; readonly text: string }
  | { readonly kind: 'missing'; readonly text: null }
  | { readonly kind: 'restored'; readonly text: string; readonly movedTo: string | null }
  | { readonly kind: 'reset'; readonly text: null; readonly movedTo: string }
  | { readonly kind: 'unusable'; readonly text: string | null; readonly code: string | null };

const largestSettings = 1024 * 1024;

/** Settings name files and people: nobody else on the computer needs to read them. */
const ownWrite = { expected: null, overwrite: true, newMode: 0o600 } as const;

/** Where the good copy of a settings file lives. */
export function goodCopyPath(path: string): string {
  return `${path}.good`;
}

async function readSettings(path: string): Promise<string | 'damaged' | null> {
  try {
    return await withRegularFile(path, async (handle) => {
      if ((await handle.stat()).size > largestSettings) return 'damaged';
      const text = await handle.readFile('utf8');
      return isSettings(text) ? text : 'damaged';
    });
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return null;
    if (isNoFile(error)) return 'damaged';
    throw error;
  }
}

function isNoFile(error: unknown): boolean {
  const { kind } = asFileProblem(error);
  return kind === 'not-a-file' || kind === 'link-loop';
}

/** Settings that can be used as they stand, or null. */
async function soundSettings(path: string): Promise<string | null> {
  const text = await readSettings(path).catch(() => null);
  return text === 'damaged' ? null : text;
}

function isSettings(text: string): boolean {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value);
  } catch {
    return false;
  }
}

/** Keeps the settings file as the good copy if it is sound, and answers whether it is; call it after settings were written. Never rejects. */
export async function keepGoodCopy(path: string): Promise<boolean> {
  const text = await soundSettings(path);
  if (text === null) return false;
  if (text !== (await soundSettings(goodCopyPath(path))))
    await writeSafely(goodCopyPath(path), text, ownWrite);
  return true;
}

/** Makes a JSON settings file readable before anything else opens it; a damaged one is kept aside, never deleted. Never rejects. */
export async function prepareSettings(path: string): Promise<SettingsState> {
  try {
    await sweepUnfinished(path);
    const text = await readSettings(path);
    if (text === null) return await restoreMissing(path);
    if (text === 'damaged') return await replaceDamaged(path);
    await keepGoodCopy(path);
    return { kind: 'sound', text };
  } catch (error) {
    return {
      kind: 'unusable',
      text: await soundSettings(goodCopyPath(path)),
      code: asFileProblem(error).code,
    };
  }
}

/** Removes what the writer of settings had begun when it was killed. */
async function sweepUnfinished(path: string): Promise<void> {
  const start = `${basename(path)}.tmp-`;
  const names = await readdir(dirname(path)).catch(() => []);
  for (const name of names)
    if (name.startsWith(start)) await unlink(join(dirname(path), name)).catch(() => undefined);
}

async function restore(path: string, text: string): Promise<void> {
  const result = await writeSafely(path, text, ownWrite);
  if (result.kind !== 'saved') throw new FileProblem('io-error', 'code' in result ? result.code : null);
}

async function restoreMissing(path: string): Promise<SettingsState> {
  const good = await soundSettings(goodCopyPath(path));
  if (good === null) return { kind: 'missing', text: null };
  await restore(path, good);
  return { kind: 'restored', text: good, movedTo: null };
}

/** The good copy takes the name at once, so that no moment is without settings; what is no file is moved out of its way. */
async function replaceDamaged(path: string): Promise<SettingsState> {
  const movedTo = `${path}.damaged`;
  const good = await soundSettings(goodCopyPath(path));
  const isFile = await withRegularFile(path, () => Promise.resolve(true)).catch(() => false);
  if (good === null || !isFile) await rename(path, movedTo);
  if (good === null) return { kind: 'reset', text: null, movedTo };
  // On a full disk there is no room for it; the settings matter more.
  if (isFile) await copyFile(path, movedTo).catch(() => undefined);
  await restore(path, good);
  return { kind: 'restored', text: good, movedTo };
}
