import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  linkSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { renameOver } from '../../../main/files/durable';
import { stampOnDisk } from '../../../main/files/file-stamp';
import { openFile } from '../../../main/files/open-file';
import { writeSafely } from '../../../main/files/write-safely';
import { isLeftover, useTempFolder } from './temp-folder';

const at = useTempFolder();
const isWindows = process.platform === 'win32';
const modeOf = (path: string) => statSync(path).mode & 0o777;

function leftovers(): readonly string[] {
  return readdirSync(at()).filter(isLeftover);
}

describe('a first save', () => {
  test('makes the file and answers with the stamp that opening finds', async () => {
    const result = await writeSafely(at('a.vsmap'), 'käse\n', { expected: null });
    expect(result).toMatchObject({ kind: 'saved', path: at('a.vsmap'), separatedLinks: 0 });
    const opened = await openFile(at('a.vsmap'));
    expect(opened).toMatchObject({ kind: 'opened', text: 'käse\n' });
    expect(result.kind === 'saved' && result.stamp).toEqual(opened.kind === 'opened' && opened.stamp);
    expect(leftovers()).toEqual([]);
  });

  test('never replaces a file that was there already', async () => {
    writeFileSync(at('a.vsmap'), 'theirs');
    const result = await writeSafely(at('a.vsmap'), 'mine', { expected: null });
    expect(result).toMatchObject({ kind: 'conflict', found: { size: 6 } });
    expect(readFileSync(at('a.vsmap'), 'utf8')).toBe('theirs');
    expect(leftovers()).toEqual([]);
  });

  test('replaces it when the user chose so', async () => {
    writeFileSync(at('a.vsmap'), 'theirs');
    const result = await writeSafely(at('a.vsmap'), 'mine', { expected: null, overwrite: true });
    expect(result.kind).toBe('saved');
    expect(readFileSync(at('a.vsmap'), 'utf8')).toBe('mine');
  });

  test('gives the rights that any new file gets', async () => {
    writeFileSync(at('plain'), '');
    await writeSafely(at('a.vsmap'), 'x', { expected: null });
    expect(modeOf(at('a.vsmap'))).toBe(modeOf(at('plain')));
    expect(statSync(at('a.vsmap')).nlink).toBe(1);
  });

  test('writes bytes as they are, none and many', async () => {
    const many = new Uint8Array(3_000_000).map((_, index) => index % 251);
    expect((await writeSafely(at('none'), '', { expected: null })).kind).toBe('saved');
    expect((await writeSafely(at('many'), many, { expected: null })).kind).toBe('saved');
    expect(readFileSync(at('none')).length).toBe(0);
    expect(readFileSync(at('many')).equals(many)).toBe(true);
  });
});

describe('a later save', () => {
  test('goes through when the disk holds what was opened, whatever its time says', async () => {
    writeFileSync(at('a.vsmap'), 'old');
    const expected = await stampOnDisk(at('a.vsmap'));
    utimesSync(at('a.vsmap'), 1000, 1000);
    expect((await writeSafely(at('a.vsmap'), 'new', { expected })).kind).toBe('saved');
  });

  test('meets a conflict when the content changed, also with equal size and time', async () => {
    writeFileSync(at('a.vsmap'), 'old');
    utimesSync(at('a.vsmap'), 1000, 1000);
    const expected = await stampOnDisk(at('a.vsmap'));
    writeFileSync(at('a.vsmap'), 'odd');
    utimesSync(at('a.vsmap'), 1000, 1000);
    const result = await writeSafely(at('a.vsmap'), 'new', { expected });
    expect(result).toMatchObject({ kind: 'conflict', found: { size: 3, mtimeMs: expected?.mtimeMs } });
    expect(readFileSync(at('a.vsmap'), 'utf8')).toBe('odd');
  });

  test('goes through after a conflict when the user accepts what was found', async () => {
    writeFileSync(at('a.vsmap'), 'theirs');
    const conflict = await writeSafely(at('a.vsmap'), 'mine', { expected: null });
    const expected = conflict.kind === 'conflict' ? conflict.found : null;
    expect((await writeSafely(at('a.vsmap'), 'mine', { expected })).kind).toBe('saved');
  });

  test('does not bring back a deleted file unasked', async () => {
    writeFileSync(at('a.vsmap'), 'old');
    const expected = await stampOnDisk(at('a.vsmap'));
    rmSync(at('a.vsmap'));
    const result = await writeSafely(at('a.vsmap'), 'new', { expected });
    expect(result).toEqual({ kind: 'conflict', path: at('a.vsmap'), found: null });
    expect(readdirSync(at())).toEqual([]);
  });

  test.skipIf(isWindows).each([0o600, 0o640, 0o666, 0o755])(
    'keeps the rights %o of the file',
    async (mode) => {
      writeFileSync(at('a.vsmap'), 'old');
      chmodSync(at('a.vsmap'), mode);
      const expected = await stampOnDisk(at('a.vsmap'));
      expect((await writeSafely(at('a.vsmap'), 'new', { expected })).kind).toBe('saved');
      expect(modeOf(at('a.vsmap'))).toBe(mode);
    },
  );

  test('refuses a read-only file, also for an administrator', async () => {
    writeFileSync(at('a.vsmap'), 'old');
    const expected = await stampOnDisk(at('a.vsmap'));
    chmodSync(at('a.vsmap'), 0o444);
    expect(await writeSafely(at('a.vsmap'), 'new', { expected })).toMatchObject({ kind: 'read-only-file' });
    expect(readFileSync(at('a.vsmap'), 'utf8')).toBe('old');
  });
});

describe('two writers at once', () => {
  test('of the same opened version: one saves, the other meets a conflict', async () => {
    writeFileSync(at('a.vsmap'), 'old');
    const expected = await stampOnDisk(at('a.vsmap'));
    const results = await Promise.all(
      ['one', 'two'].map((text) => writeSafely(at('a.vsmap'), text, { expected })),
    );
    expect(results.map(({ kind }) => kind)).toEqual(['saved', 'conflict']);
    expect(readFileSync(at('a.vsmap'), 'utf8')).toBe('one');
  });

  test('of the same new name: one of ten makes it', async () => {
    const results = await Promise.all(
      Array.from({ length: 10 }, (_, n) => writeSafely(at('a.vsmap'), `${n}`, { expected: null })),
    );
    expect(results.map(({ kind }) => kind)).toEqual(['saved', ...Array(9).fill('conflict')]);
  });

  test.skipIf(isWindows)('through a link and by the real name: still in turn', async () => {
    writeFileSync(at('a.vsmap'), 'old');
    symlinkSync('a.vsmap', at('link.vsmap'));
    const expected = await stampOnDisk(at('a.vsmap'));
    const results = await Promise.all(
      ['a.vsmap', 'link.vsmap'].map((name) => writeSafely(at(name), name, { expected })),
    );
    expect(results.map(({ kind }) => kind).sort()).toEqual(['conflict', 'saved']);
  });
});

describe.skipIf(isWindows)('links', () => {
  test('a link stays a link and its target gets the new version', async () => {
    mkdirSync(at('real'));
    writeFileSync(at('real', 'a.vsmap'), 'old');
    symlinkSync('real/a.vsmap', at('link.vsmap'));
    const expected = await stampOnDisk(at('link.vsmap'));
    const result = await writeSafely(at('link.vsmap'), 'new', { expected });
    expect(result).toMatchObject({ kind: 'saved', path: at('real', 'a.vsmap') });
    expect(readlinkSync(at('link.vsmap'))).toBe('real/a.vsmap');
    expect(readFileSync(at('real', 'a.vsmap'), 'utf8')).toBe('new');
  });

  test('a link to nothing yet makes its target', async () => {
    mkdirSync(at('real'));
    symlinkSync('second.vsmap', at('first.vsmap'));
    symlinkSync('real/a.vsmap', at('second.vsmap'));
    const result = await writeSafely(at('first.vsmap'), 'new', { expected: null });
    expect(result).toMatchObject({ kind: 'saved', path: at('real', 'a.vsmap') });
    expect(lstatSync(at('first.vsmap')).isSymbolicLink()).toBe(true);
    expect(lstatSync(at('second.vsmap')).isSymbolicLink()).toBe(true);
  });

  test('links in a circle are refused', async () => {
    symlinkSync('b', at('a'));
    symlinkSync('a', at('b'));
    expect(await writeSafely(at('a'), 'new', { expected: null })).toMatchObject({ kind: 'link-loop' });
  });

  test('a second hard link keeps the older version, and the answer counts it', async () => {
    writeFileSync(at('a.vsmap'), 'old');
    linkSync(at('a.vsmap'), at('b.vsmap'));
    const expected = await stampOnDisk(at('a.vsmap'));
    const result = await writeSafely(at('a.vsmap'), 'new', { expected });
    expect(result).toMatchObject({ kind: 'saved', separatedLinks: 1 });
    expect(readFileSync(at('a.vsmap'), 'utf8')).toBe('new');
    expect(readFileSync(at('b.vsmap'), 'utf8')).toBe('old');
  });
});

describe('places that are no file', () => {
  test('a folder', async () => {
    mkdirSync(at('folder'));
    expect(await writeSafely(at('folder'), 'x', { expected: null })).toMatchObject({ kind: 'not-a-file' });
    const overwritten = await writeSafely(at('folder'), 'x', { expected: null, overwrite: true });
    expect(overwritten).toMatchObject({ kind: 'not-a-file' });
  });

  test.skipIf(isWindows)('a named pipe, which stays one', async () => {
    execFileSync('mkfifo', [at('pipe')]);
    const result = await writeSafely(at('pipe'), 'x', { expected: null, overwrite: true });
    expect(result).toMatchObject({ kind: 'not-a-file' });
    expect(lstatSync(at('pipe')).isFIFO()).toBe(true);
  });

  test.skipIf(isWindows)('a device, which stays one', async () => {
    // Root could replace that of the machine by mistake, and makes one of its own.
    const device = process.getuid?.() === 0 ? at('device') : '/dev/null';
    if (device !== '/dev/null') execFileSync('mknod', [device, 'c', '1', '3']);
    const result = await writeSafely(device, 'x', { expected: null, overwrite: true });
    expect(result).toMatchObject({ kind: 'not-a-file' });
    expect(lstatSync(device).isCharacterDevice()).toBe(true);
  });

  test('a folder that does not exist, and one that is a file', async () => {
    writeFileSync(at('file'), '');
    const lost = await writeSafely(at('lost', 'a.vsmap'), 'x', { expected: null });
    expect(lost).toMatchObject({ kind: 'folder-missing' });
    const inFile = await writeSafely(at('file', 'a.vsmap'), 'x', { expected: null });
    expect(inFile).toMatchObject({ kind: 'folder-missing' });
  });
});

describe('names', () => {
  test.each([
    'Wertstrom für Prüfungen.vsmap',
    '価値の流れ.vsmap',
    'e\u0301te\u0301.vsmap',
    '🛠 fix & run; $(x) %41.vsmap',
    ' leading and trailing ',
    '.hidden',
    `${'n'.repeat(245)}.vsmap`,
    'n'.repeat(255),
  ])('%s', async (name) => {
    expect((await writeSafely(at(name), 'one', { expected: null })).kind).toBe('saved');
    const expected = await stampOnDisk(at(name));
    expect((await writeSafely(at(name), 'two', { expected })).kind).toBe('saved');
    expect(readdirSync(at())).toEqual([name]);
    expect(readFileSync(at(name), 'utf8')).toBe('two');
  });

  test('a path longer than 260 letters', async () => {
    const folder = at(...Array.from({ length: 6 }, (_, level) => `${level}${'x'.repeat(60)}`));
    mkdirSync(folder, { recursive: true });
    const path = join(folder, 'map.vsmap');
    expect(path.length).toBeGreaterThan(260);
    expect((await writeSafely(path, 'one', { expected: null })).kind).toBe('saved');
    expect((await writeSafely(path, 'two', { expected: await stampOnDisk(path) })).kind).toBe('saved');
    expect(readFileSync(path, 'utf8')).toBe('two');
  });

  test('one letter too long, and one that no disk takes', async () => {
    const tooLong = await writeSafely(at('n'.repeat(256)), 'x', { expected: null });
    expect(tooLong).toMatchObject({ kind: 'name-too-long' });
    expect(await writeSafely(at('a\0b'), 'x', { expected: null })).toMatchObject({ kind: 'bad-name' });
    expect(existsSync(at('a'))).toBe(false);
  });
});

describe('a rename while another program holds the file', () => {
  const heldFor = (times: number) => {
    let tries = 0;
    const move = async () => {
      tries += 1;
      if (tries <= times) throw Object.assign(new Error('held'), { code: 'EPERM' });
    };
    return { move, tries: () => tries };
  };

  test('waits for it on Windows', async () => {
    const { move, tries } = heldFor(9);
    await renameOver('a', 'b', { platform: 'win32', pauseMs: 0, move });
    expect(tries()).toBe(10);
  });

  test('gives up after ten tries and says that it is busy', async () => {
    const { move, tries } = heldFor(100);
    await expect(renameOver('a', 'b', { platform: 'win32', pauseMs: 0, move })).rejects.toMatchObject({
      kind: 'busy',
    });
    expect(tries()).toBe(10);
  });

  test('does not wait elsewhere, where it means no permission', async () => {
    const { move, tries } = heldFor(100);
    await expect(renameOver('a', 'b', { platform: 'linux', move })).rejects.toMatchObject({ code: 'EPERM' });
    expect(tries()).toBe(1);
  });
});
