import { copyFileSync, mkdirSync, mkdtempSync, rmdirSync } from 'node:fs';
import { join } from 'node:path';
import { goodCopyPath } from './files/last-good-copy';

/** Where settings, history and safety copies go: `isLasting` is false for a folder that stands in until the app ends. */
export interface ProfileFolder {
  readonly path: string;
  readonly isLasting: boolean;
}

function canWrite(folder: string): boolean {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    rmdirSync(mkdtempSync(join(folder, 'trial-')));
    return true;
  } catch {
    return false;
  }
}

/** The profile itself where it can be written; else a new folder among the temporary ones, with the settings that can be read. Chromium does not start without a folder of its own. */
export function profileFolder(wanted: string, temporary: string): ProfileFolder {
  if (canWrite(wanted)) return { path: wanted, isLasting: true };
  const path = mkdtempSync(join(temporary, 'streamwright-'));
  for (const name of ['settings.json', goodCopyPath('settings.json')])
    try {
      copyFileSync(join(wanted, name), join(path, name));
    } catch {
      // It starts with the usual settings.
    }
  return { path, isLasting: false };
}
