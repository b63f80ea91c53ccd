import { rename } from 'node:fs/promises';
import { asFileProblem, codeOf } from './file-problem';
import { withRegularFile } from './file-stamp';
import { writeSafely } from './write-safely';

/**
 * What was found at the start: `sound` (and kept as the good copy), `missing`, `restored` from the good copy, `reset`
 * (damaged, and no good copy: start with defaults), or `unusable` (the disk refuses: keep settings in memory only).
 */
export type SettingsState =
  | { readonly kind: 'sound' | 'missing' }
  | { readonly kind: 'restored' | 'reset'; readonly movedTo: string }
  | { readonly kind: 'unusable'; readonly code: string | null };

const largestSettings = 1024 * 1024;

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
    throw error;
  }
}

function isSettings(text: string): boolean {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value);
  } catch {
    return false;
  }
}

/** Keeps the settings file as the good copy if it is sound; call it after settings were written. Never rejects. */
export async function keepGoodCopy(path: string): Promise<void> {
  const text = await readSettings(path).catch(() => null);
  const kept = await readSettings(goodCopyPath(path)).catch(() => null);
  if (text === null || text === 'damaged' || text === kept) return;
  await writeSafely(goodCopyPath(path), text, { expected: null, overwrite: true });
}

/** Makes a JSON settings file readable before anything else opens it; a damaged one is moved aside, never deleted. */
export async function prepareSettings(path: string): Promise<SettingsState> {
  try {
    const text = await readSettings(path);
    if (text === null) return { kind: 'missing' };
    if (text !== 'damaged') {
      await keepGoodCopy(path);
      return { kind: 'sound' };
    }
    return await replaceDamaged(path);
  } catch (error) {
    return { kind: 'unusable', code: asFileProblem(error).code };
  }
}

async function replaceDamaged(path: string): Promise<SettingsState> {
  const movedTo = `${path}.damaged`;
  await rename(path, movedTo);
  const good = await readSettings(goodCopyPath(path)).catch(() => null);
  if (good === null || good === 'damaged') return { kind: 'reset', movedTo };
  const { kind } = await writeSafely(path, good, { expected: null });
  return { kind: kind === 'saved' ? 'restored' : 'reset', movedTo };
}
