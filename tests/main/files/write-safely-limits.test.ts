import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { stampOnDisk } from '../../../main/files/file-stamp';
import { writeSafely } from '../../../main/files/write-safely';
import { bundleForNode } from '../../fault-shim/bundle';
import { Saver } from '../../fault-shim/saver';
import { useTempFolder } from './temp-folder';

const at = useTempFolder();
const isWindows = process.platform === 'win32';
const isRoot = process.getuid?.() === 0;
const nobody = 65_534;

let home = '';
let script = '';

beforeAll(async () => {
  home = realpathSync(mkdtempSync(join(tmpdir(), 'streamwright-limits-')));
  chmodSync(home, 0o755);
  script = await bundleForNode(join(import.meta.dirname, '../../fault-shim/save-child.ts'), home);
});

afterAll(() => rmSync(home, { recursive: true, force: true }));

const rightsImpossible = isWindows ? 'Windows has other rights' : null;
if (rightsImpossible !== null) console.log(`Tests of missing rights are left out: ${rightsImpossible}.`);

// Root may write everywhere: the save runs as a user without rights.
describe.skipIf(rightsImpossible !== null)('without the right to write', () => {
  function saverWithoutRights(): Saver {
    if (isRoot) chownSync(at(), nobody, nobody);
    return new Saver(isRoot ? { script, uid: nobody } : { script });
  }

  function fileOfTheSaver(path: string, mode: number): void {
    writeFileSync(path, 'old');
    if (isRoot) chownSync(path, nobody, nobody);
    chmodSync(path, mode);
  }

  test('in the folder: nothing changes, and the answer says so', async () => {
    const saver = saverWithoutRights();
    fileOfTheSaver(at('map.vsmap'), 0o644);
    const options = { expected: await stampOnDisk(at('map.vsmap')) };
    chmodSync(at(), 0o555);
    const replaced = await saver.save({ path: at('map.vsmap'), content: 'new', options });
    const created = await saver.save({ path: at('new.vsmap'), content: 'new', options: { expected: null } });
    await saver.end();
    chmodSync(at(), 0o755);
    expect(replaced).toMatchObject({ kind: 'no-permission', code: 'EACCES' });
    expect(created).toMatchObject({ kind: 'no-permission', code: 'EACCES' });
    expect(readFileSync(at('map.vsmap'), 'utf8')).toBe('old');
    expect(readdirSync(at())).toEqual(['map.vsmap']);
  });

  test('of the file: it is called read-only and stays', async () => {
    const saver = saverWithoutRights();
    fileOfTheSaver(at('map.vsmap'), 0o444);
    const options = { expected: await stampOnDisk(at('map.vsmap')) };
    const result = await saver.save({ path: at('map.vsmap'), content: 'new', options });
    await saver.end();
    expect(result).toMatchObject({ kind: 'read-only-file' });
    expect(readFileSync(at('map.vsmap'), 'utf8')).toBe('old');
  });

  test('to enter the folder: the path is refused, also for reading', async () => {
    const saver = saverWithoutRights();
    mkdirSync(at('closed'));
    writeFileSync(at('closed', 'map.vsmap'), 'old');
    chmodSync(at('closed'), 0o000);
    const result = await saver.save({
      path: at('closed', 'map.vsmap'),
      content: 'new',
      options: { expected: null, overwrite: true },
    });
    await saver.end();
    chmodSync(at('closed'), 0o755);
    expect(result).toMatchObject({ kind: 'no-permission' });
  });

  test.skipIf(!isRoot)('a group that cannot be kept does not hand its rights to another', async () => {
    const saver = saverWithoutRights();
    writeFileSync(at('map.vsmap'), 'old');
    chownSync(at('map.vsmap'), nobody, 0);
    chmodSync(at('map.vsmap'), 0o664);
    const options = { expected: await stampOnDisk(at('map.vsmap')) };
    const result = await saver.save({ path: at('map.vsmap'), content: 'new', options });
    await saver.end();
    expect(result).toMatchObject({ kind: 'saved' });
    expect(statSync(at('map.vsmap')).mode & 0o777).toBe(0o644);
  });
});

function smallDisk(folder: string): string | null {
  if (isWindows || !isRoot) return 'only root may mount a small disk';
  try {
    mkdirSync(folder, { recursive: true });
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', folder], { stdio: 'ignore' });
    execFileSync('umount', [folder], { stdio: 'ignore' });
    return null;
  } catch {
    return 'this machine does not let a small disk be mounted';
  }
}

const probe = mkdtempSync(join(tmpdir(), 'streamwright-disk-'));
const diskImpossible = smallDisk(join(probe, 'disk'));
rmSync(probe, { recursive: true, force: true });
if (diskImpossible !== null) console.log(`Tests on a full disk are left out: ${diskImpossible}.`);

describe.skipIf(diskImpossible !== null)('on a disk of one megabyte', () => {
  test('a save that does not fit says so and keeps the old version; one that fits goes through', async () => {
    const disk = at('disk');
    mkdirSync(disk);
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', disk]);
    try {
      const path = join(disk, 'map.vsmap');
      const old = 'o'.repeat(400_000);
      expect((await writeSafely(path, old, { expected: null })).kind).toBe('saved');
      const expected = await stampOnDisk(path);
      const tooLarge = await writeSafely(path, 'n'.repeat(1_200_000), { expected });
      expect(tooLarge).toEqual({ kind: 'disk-full', code: 'ENOSPC' });
      expect(readFileSync(path, 'utf8') === old).toBe(true);
      const another = await writeSafely(join(disk, 'b'), 'n'.repeat(1_200_000), { expected: null });
      expect(another).toEqual({ kind: 'disk-full', code: 'ENOSPC' });
      expect(readdirSync(disk)).toEqual(['map.vsmap']);
      const fitting = await writeSafely(path, 'n'.repeat(500_000), { expected });
      expect(fitting.kind).toBe('saved');
    } finally {
      execFileSync('umount', ['-l', disk]);
    }
  });
});
