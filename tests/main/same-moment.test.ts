import { closeSync, fstatSync, openSync, readdirSync, readFileSync, writeSync } from 'node:fs';
import { setImmediate } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { mapOf, useShownFile } from '../helpers/shown-file';
import { useTempFolder } from './files/temp-folder';

const at = useTempFolder();
const shown = useShownFile(at);

/** Writes into a file that is open here as soon as its name was given to another. */
async function writeOnceReplaced(file: number, text: string): Promise<void> {
  while (fstatSync(file).nlink > 0) await setImmediate();
  writeSync(file, text, 0);
}

// Windows replaces no file that another program has open.
describe.skipIf(process.platform === 'win32')('what another program writes in the moment of a save', () => {
  test('is put beside the file under a name of its own, and told', async () => {
    const app = shown.app();
    const { save } = await shown.shows(app, true);
    const theirs = mapOf('theirs');
    const file = openSync(shown.file(), 'r+');
    const [saved] = await Promise.all([save(mapOf('mine')), writeOnceReplaced(file, theirs)]);
    closeSync(file);
    const [beside, ...more] = readdirSync(at('docs')).filter((name) => name !== 'map.vsmap');
    expect(more).toEqual([]);
    expect(beside).toMatch(/^map \(other version .+\)\.vsmap$/);
    expect(readFileSync(at('docs', beside ?? ''), 'utf8')).toBe(theirs);
    expect(readFileSync(shown.file(), 'utf8')).toBe(mapOf('mine'));
    expect(saved.kind === 'saved' && saved.warning).toContain(`is kept beside it as “${beside ?? ''}”`);
  });
});
