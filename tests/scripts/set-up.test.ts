import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { deflateRawSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { inputDigest, listOutputs } from '../../scripts/build/stamp.mjs';
import { setFuses } from '../../scripts/runtime/fuses.mjs';
import { unzip } from '../../scripts/runtime/unzip.mjs';
import { withLock } from '../../scripts/setup/lock.mjs';
import { checkNodeVersion } from '../../scripts/setup/node-version.mjs';
import { runQuiet } from '../../scripts/setup/run.mjs';
import { unusedUid } from '../../scripts/setup/unprivileged.mjs';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'streamwright-set-up-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

describe('the Node version', () => {
  it('is refused in words when it is older than package.json asks for', () => {
    expect(() => checkNodeVersion('20.18.9')).toThrow('needs Node 20.19 or newer; this is 20.18.9');
    expect(() => checkNodeVersion('18.99.0')).toThrow('needs Node 20.19');
  });

  it('is taken when it is that one or newer', () => {
    expect(() => checkNodeVersion('20.19.0')).not.toThrow();
    expect(() => checkNodeVersion('22.0.0')).not.toThrow();
  });
});

describe('the user id that root drops to', () => {
  it('is one that no account has', () => {
    expect(unusedUid('root:x:0:0::/root:/bin/sh\n')).toBe(64_700);
    expect(unusedUid('a:x:64700:1::/:/bin/sh\nb:x:64701:1::/:/bin/sh\n')).toBe(64_702);
  });
});

describe('a command that is not there', () => {
  it('gives code 127 rather than an exception', async () => {
    expect((await runQuiet('streamwright-no-such-command', [])).code).toBe(127);
  });
});

describe('a lock', () => {
  it('lets only one in at a time', async () => {
    const target = path.join(folder, 'thing');
    const seen: string[] = [];
    const work = (name: string) =>
      withLock(target, 'testing', async () => {
        seen.push(`${name} in`);
        await new Promise(setImmediate);
        seen.push(`${name} out`);
      });
    await Promise.all([work('a'), work('b')]);
    expect([seen[1], seen[3]]).toEqual([seen[0]?.replace('in', 'out'), seen[2]?.replace('in', 'out')]);
  });

  it('of a dead process is broken', async () => {
    const target = path.join(folder, 'thing');
    const dead = await runQuiet(process.execPath, ['-p', 'process.pid']);
    mkdirSync(`${target}.lock`);
    writeFileSync(path.join(`${target}.lock`, 'pid'), dead.out.trim());
    expect(await withLock(target, 'testing', () => Promise.resolve('in'))).toBe('in');
  });

  it('is given back when the work fails', async () => {
    const target = path.join(folder, 'thing');
    const fail = () => Promise.reject(new Error('broken off'));
    await expect(withLock(target, 'testing', fail)).rejects.toThrow('broken off');
    expect(await withLock(target, 'testing', () => Promise.resolve('in'))).toBe('in');
  });
});

describe('the stamp of a build', () => {
  const digest = () => inputDigest({ inputs: [folder] });

  it('changes with the content and with the names of the inputs, and not otherwise', () => {
    writeFileSync(path.join(folder, 'a.ts'), 'one');
    const before = digest();
    expect(digest()).toBe(before);
    writeFileSync(path.join(folder, 'a.ts'), 'two');
    const changed = digest();
    expect(changed).not.toBe(before);
    writeFileSync(path.join(folder, 'b.ts'), '');
    expect(digest()).not.toBe(changed);
  });

  it('knows the size of each file that was built', () => {
    mkdirSync(path.join(folder, 'assets'));
    writeFileSync(path.join(folder, 'assets', 'a.js'), 'abc');
    expect(listOutputs(folder)).toEqual({ [path.join('assets', 'a.js')]: 3 });
  });
});

/** A zip with one deflated file, after the format's published layout. */
function zipOf(name: string, content: string): Buffer {
  const packed = deflateRawSync(Buffer.from(content));
  const local = Buffer.alloc(30);
  local.writeUInt32LE(0x04034b50, 0);
  local.writeUInt16LE(name.length, 26);
  const central = Buffer.alloc(46);
  central.writeUInt32LE(0x02014b50, 0);
  central.writeUInt16LE(8, 10);
  central.writeUInt32LE(packed.length, 20);
  central.writeUInt32LE(content.length, 24);
  central.writeUInt16LE(name.length, 28);
  central.writeUInt32LE(0o100755 * 0x10000, 38);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt32LE(46 + name.length, 12);
  end.writeUInt32LE(30 + name.length + packed.length, 16);
  return Buffer.concat([local, Buffer.from(name), packed, central, Buffer.from(name), end]);
}

describe('the unpacking of the runtime', () => {
  it('gives each file with its mode and content', () => {
    const file = path.join(folder, 'a.zip');
    writeFileSync(file, zipOf('dir/tool', 'hello hello hello'));
    const found: unknown[] = [];
    unzip(file, (name: string, mode: number, read: () => Buffer) => {
      found.push([name, mode & 0o777, read().toString()]);
    });
    expect(found).toEqual([['dir/tool', 0o755, 'hello hello hello']]);
  });

  it('refuses a file that is cut short', () => {
    const file = path.join(folder, 'a.zip');
    writeFileSync(file, zipOf('tool', 'hello').subarray(0, 40));
    expect(() => unzip(file, () => undefined)).toThrow('zip');
  });

  it('refuses an entry that is larger than it says', () => {
    const bytes = zipOf('tool', 'hello hello hello');
    bytes.writeUInt32LE(3, bytes.indexOf(Buffer.from('PK\x01\x02', 'latin1')) + 24);
    const file = path.join(folder, 'a.zip');
    writeFileSync(file, bytes);
    expect(() => unzip(file, (_name: string, _mode: number, read: () => Buffer) => read())).toThrow(
      /larger|length|size/,
    );
  });
});

describe('the fuses of an executable', () => {
  const wire = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX';
  const executable = () => Buffer.from(`....${wire}\x01\x040110....`, 'latin1');

  it('are set at their places and nowhere else', () => {
    const bytes = executable();
    setFuses(bytes, { 0: true, 1: false });
    expect(bytes.toString('latin1')).toBe(`....${wire}\x01\x041010....`);
  });

  it('are refused where the wire is missing or stands twice', () => {
    expect(() => setFuses(Buffer.from('nothing'), {})).toThrow('not found exactly once');
    expect(() => setFuses(Buffer.concat([executable(), executable()]), {})).toThrow('not found exactly once');
  });
});

interface LockedPackage {
  readonly integrity?: string;
  readonly resolved?: string;
  readonly dev?: boolean;
  readonly optional?: boolean;
  readonly os?: readonly string[];
  readonly libc?: readonly string[];
}

/** A development tool's native part for another system than this one (glibc on Linux). */
function isForElsewhere({ dev, optional, os: systems, libc }: LockedPackage): boolean {
  const isHere = systems?.includes('linux') && !libc?.includes('musl');
  return dev === true && optional === true && systems !== undefined && !isHere;
}

describe('the lock file', () => {
  const lock = JSON.parse(readFileSync(path.resolve('package-lock.json'), 'utf8')) as {
    readonly packages: Readonly<Record<string, LockedPackage>>;
  };
  const entries = Object.entries(lock.packages).filter(([name]) => name !== '');

  it('pins each package by its hash; tools of other systems by their version', () => {
    const loose = entries.filter(([, entry]) => !entry.integrity?.startsWith('sha512-'));
    expect(entries.length).toBeGreaterThan(100);
    expect(
      loose.filter(([name, entry]) => !isForElsewhere(entry) && !/linux-(arm|ppc|riscv|s390x)/.test(name)),
    ).toEqual([]);
  });

  it('names no host', () => {
    expect(entries.filter(([, entry]) => entry.resolved !== undefined).map(([name]) => name)).toEqual([]);
  });
});
