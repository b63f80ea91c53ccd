import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach } from 'vitest';

/** A fresh folder for each test of the file, removed afterwards; the answer gives paths inside it. */
export function useTempFolder(): (...names: string[]) => string {
  let folder = '';
  beforeEach(() => {
    folder = realpathSync(mkdtempSync(join(tmpdir(), 'streamwright-')));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));
  return (...names) => join(folder, ...names);
}

/** Names in a folder that look like temporary files of a save. */
export function isLeftover(name: string): boolean {
  return name.startsWith('.~');
}
