import { execFileSync } from 'node:child_process';
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { openFile } from '../../../main/files/open-file';
import { saySaved, sayNotOpened } from '../../../main/files/say-outcome';
import { useTempFolder } from './temp-folder';

const at = useTempFolder();
const isWindows = process.platform === 'win32';

describe('opening', () => {
  test('gives text, real path and stamp', async () => {
    writeFileSync(at('a.vsmap'), 'abc');
    // SHA-256 of "abc" from FIPS 180-2, appendix B.1.
    const sha256 = 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad';
    expect(await openFile(at('a.vsmap'))).toMatchObject({
      kind: 'opened',
      path: at('a.vsmap'),
      text: 'abc',
      stamp: { size: 3, sha256 },
    });
  });

  test('tolerates a byte order mark, which the stamp counts and the text does not hold', async () => {
    writeFileSync(at('a.vsmap'), '\ufeff{}');
    expect(await openFile(at('a.vsmap'))).toMatchObject({ kind: 'opened', text: '{}', stamp: { size: 5 } });
  });

  test('takes an empty file for what it is', async () => {
    writeFileSync(at('a.vsmap'), '');
    expect(await openFile(at('a.vsmap'))).toMatchObject({ kind: 'opened', text: '', stamp: { size: 0 } });
  });

  test.each([
    ['a lone continuation byte', [0x61, 0x80]],
    ['a cut character', [0x61, 0xe2, 0x82]],
    ['an overlong slash', [0xc0, 0xaf]],
    ['UTF-16 with its mark', [0xff, 0xfe, 0x7b, 0x00]],
  ])('refuses %s', async (_, bytes) => {
    writeFileSync(at('a.vsmap'), Buffer.from(bytes));
    expect(await openFile(at('a.vsmap'))).toMatchObject({ kind: 'not-text' });
  });

  test('refuses a file over the limit and takes one at it', async () => {
    writeFileSync(at('a.vsmap'), 'x'.repeat(100));
    expect(await openFile(at('a.vsmap'), 99)).toEqual({ kind: 'too-large', size: 100 });
    expect(await openFile(at('a.vsmap'), 100)).toMatchObject({ kind: 'opened' });
  });

  test.skipIf(process.platform !== 'linux')(
    'reads no more than the limit of a file that tells no size',
    async () => {
      expect(await openFile('/proc/kallsyms', 10)).toMatchObject({ kind: 'too-large' });
    },
  );

  test.skipIf(isWindows)('follows a link and answers the real path', async () => {
    writeFileSync(at('a.vsmap'), 'abc');
    symlinkSync('a.vsmap', at('link'));
    expect(await openFile(at('link'))).toMatchObject({ kind: 'opened', path: at('a.vsmap') });
  });

  test('names what is missing or no file', async () => {
    mkdirSync(at('folder'));
    expect(await openFile(at('gone.vsmap'))).toMatchObject({ kind: 'missing' });
    expect(await openFile(at('lost', 'gone.vsmap'))).toMatchObject({ kind: 'folder-missing' });
    expect(await openFile(at('folder'))).toMatchObject({ kind: 'not-a-file' });
    expect(await openFile(at('n'.repeat(256)))).toMatchObject({ kind: 'name-too-long' });
    expect(await openFile(at('a\0b'))).toMatchObject({ kind: 'bad-name' });
  });

  test.skipIf(isWindows)('does not wait for a named pipe', { timeout: 2000 }, async () => {
    execFileSync('mkfifo', [at('pipe')]);
    expect(await openFile(at('pipe'))).toMatchObject({ kind: 'not-a-file' });
  });
});

describe('the sentences', () => {
  test('of opening name the file and the size', () => {
    const tooLarge = sayNotOpened({ kind: 'too-large', size: 150 * 1024 * 1024 + 1 }, 'Big.vsmap');
    expect(tooLarge).toBe(
      '“Big.vsmap” is too large to open: it has 151 MB, and 100 MB is the most. A map is far smaller: is it the right file?',
    );
    expect(sayNotOpened({ kind: 'io-error', code: 'EIO' }, 'a')).toContain('(EIO)');
  });

  test('of saving tell the conflicts apart and are silent about a plain success', () => {
    const stamp = { mtimeMs: 0, size: 1, sha256: 'a' };
    const conflict = { kind: 'conflict', path: '/a', found: stamp } as const;
    expect(saySaved(conflict, 'a', { expected: null })).toContain('made a file of that name');
    expect(saySaved(conflict, 'a', { expected: stamp })).toContain('another program changed that file');
    expect(saySaved({ ...conflict, found: null }, 'a', { expected: stamp })).toContain('deleted');
    const saved = { kind: 'saved', path: '/a', stamp, separatedLinks: 0 } as const;
    expect(saySaved(saved, 'a', { expected: null })).toBeNull();
    expect(saySaved({ ...saved, separatedLinks: 1 }, 'a', { expected: null })).toContain('hard link');
    expect(saySaved({ kind: 'disk-full', code: 'ENOSPC' }, 'a', { expected: null })).toContain(
      'no room left on the disk',
    );
  });
});
