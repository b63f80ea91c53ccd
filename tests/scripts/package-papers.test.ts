import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { PNG } from 'pngjs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { collectNotices, noticesText } from '../../scripts/build/licences.mjs';
import { lockedPackages } from '../../scripts/build/locked-packages.mjs';
import { standardLicence } from '../../scripts/build/standard-licences.mjs';
import { controlText, makeDeb, readArguments } from '../../scripts/package/fpm-deb.mjs';
import { iconFiles } from '../../scripts/package/icons.mjs';
import { makeSbom } from '../../scripts/package/sbom.mjs';
import { hasProgram } from '../../scripts/setup/run.mjs';
import { tell } from '../helpers/tell';

interface Component {
  readonly 'bom-ref': string;
  readonly name: string;
  readonly purl: string;
  readonly hashes: readonly { readonly content: string }[];
}

interface Sbom {
  readonly serialNumber: string;
  readonly metadata: { readonly component: Component };
  readonly components: readonly Component[];
  readonly dependencies: readonly { readonly ref: string; readonly dependsOn: readonly string[] }[];
}

interface Lock {
  readonly packages: Readonly<Record<string, { readonly integrity: string }>>;
}

const root = path.resolve(import.meta.dirname, '..', '..');

describe('the packages of the lock file', () => {
  const lock = {
    packages: {
      '': { dependencies: { a: '1' }, devDependencies: { tool: '1' } },
      'node_modules/a': { version: '1.0.0', license: 'MIT', dependencies: { b: '1', '@types/b': '1' } },
      'node_modules/a/node_modules/b': { version: '1.5.0', license: 'ISC' },
      'node_modules/b': { version: '2.0.0', license: 'MIT' },
      'node_modules/tool': { version: '9.0.0', dependencies: { b: '2' } },
      'node_modules/@types/b': { version: '1.0.0' },
    },
  };

  it('are those that the product needs, each the copy that its user finds first', () => {
    expect(lockedPackages(undefined, lock).map(({ place, version }) => `${place} ${version}`)).toEqual([
      'node_modules/a 1.0.0',
      'node_modules/a/node_modules/b 1.5.0',
    ]);
  });

  it('of a tool are found when it is asked for', () => {
    expect(lockedPackages(['tool'], lock).map(({ place }) => place)).toEqual([
      'node_modules/b',
      'node_modules/tool',
    ]);
  });
});

describe('the licence notices', () => {
  const notices = collectNotices();

  it('tell a text for every package and typeface that the product is made of', () => {
    const told = new Set(notices.map(({ name, version }) => `${name} ${version}`));
    const missing = lockedPackages().filter(({ name, version }) => !told.has(`${name} ${version}`));
    expect(missing).toEqual([]);
    for (const { name, text } of notices) expect(text.length, name).toBeGreaterThan(500);
    const textOf = (wanted: string) => notices.find(({ name }) => name === wanted)?.text ?? '';
    expect(textOf('@fontsource-variable/inter')).toContain('SIL OPEN FONT LICENSE');
    expect(textOf('@resvg/resvg-js')).toContain('Mozilla Public License');
    expect(textOf('electron')).toContain('Electron contributors');
  });

  it('hold only licences under which the product may be given away', () => {
    const fine =
      /^(MIT|ISC|0BSD|Apache-2\.0|BSD-[23]-Clause|BlueOak-1\.0\.0|OFL-1\.1|MPL-2\.0|Python-2\.0|Zlib|CC0-1\.0)$/;
    const isFine = (licence: string) => {
      const names = licence.replaceAll(/[()]/g, '').split(/ (?:AND|OR) /);
      return / OR /.test(licence)
        ? names.some((each) => fine.test(each))
        : names.every((each) => fine.test(each));
    };
    expect(notices.filter(({ licence }) => !isFine(licence))).toEqual([]);
  });

  it('become one text with each licence once', () => {
    const text = noticesText(notices);
    expect(text.split('Copyright (c) 2019 Material-UI SAS')).toHaveLength(2);
    for (const { name, version } of notices) expect(text).toContain(`${name} ${version} (`);
  });

  it('are the standard text with its holder where a package carries no copy, and nothing for unusual licences', () => {
    expect(standardLicence('ISC', 'Ada')).toMatch(/^ISC License\n\nCopyright \(c\) Ada\n\nPermission to use/);
    expect(standardLicence('LGPL-3.0', 'Ada')).toBeNull();
  });
});

describe('the bill of materials', () => {
  const text = makeSbom();
  const sbom = JSON.parse(text) as Sbom;

  it('has the same bytes each time, and others for another Electron', () => {
    expect(makeSbom()).toBe(text);
    const other = JSON.parse(makeSbom({ testVersion: '33.2.1' })) as Sbom;
    expect(other.serialNumber).not.toBe(sbom.serialNumber);
    expect(other.components.map(({ purl }) => purl)).toContain('pkg:npm/electron@33.2.1');
  });

  it('names every package once, with its hash', () => {
    const refs = sbom.components.map((each) => each['bom-ref']);
    expect(new Set(refs).size).toBe(refs.length);
    tell('S6', refs.length, 'parts in the bill of materials');
    const react = sbom.components.find(({ purl }) => purl.startsWith('pkg:npm/react@'));
    const lock = JSON.parse(readFileSync(path.join(root, 'package-lock.json'), 'utf8')) as Lock;
    const hash = Buffer.from(react?.hashes[0]?.content ?? '', 'hex').toString('base64');
    expect(`sha512-${hash}`).toBe(lock.packages['node_modules/react']?.integrity);
    expect(refs).toContain('pkg:npm/%40resvg/resvg-js-win32-x64-msvc@2.6.2');
  });

  it('says who needs whom, among what it names', () => {
    const refs = new Set([
      sbom.metadata.component['bom-ref'],
      ...sbom.components.map((each) => each['bom-ref']),
    ]);
    for (const { ref, dependsOn } of sbom.dependencies)
      for (const each of [ref, ...dependsOn]) expect(refs).toContain(each);
    const ofApp = sbom.dependencies.find(({ ref }) => ref.startsWith('pkg:npm/streamwright@'));
    expect(ofApp?.dependsOn.some((ref) => ref.startsWith('pkg:npm/electron@'))).toBe(true);
  });
});

describe('the icons', () => {
  const committed = (name: string) => readFileSync(path.join(root, 'build', name));
  const files = iconFiles();

  it('are what the drawings give', () => {
    for (const [name, bytes] of files) {
      if (!name.endsWith('.png')) continue;
      const [made, kept] = [PNG.sync.read(bytes), PNG.sync.read(committed(name))];
      expect([made.width, made.height], name).toEqual([kept.width, kept.height]);
      const worst = made.data.reduce(
        (most, value, at) => Math.max(most, Math.abs(value - (kept.data[at] ?? 0))),
        0,
      );
      expect(worst, name).toBeLessThanOrEqual(4);
    }
  });

  it('of Windows hold seven sizes up to 256 pixels', () => {
    for (const name of ['icon.ico', 'vsmap.ico']) {
      const bytes = committed(name);
      expect([bytes.readUInt16LE(0), bytes.readUInt16LE(2), bytes.readUInt16LE(4)]).toEqual([0, 1, 7]);
      const sizes = [0, 1, 2, 3, 4, 5, 6].map((index) => bytes[6 + 16 * index] || 256);
      expect(sizes).toEqual([16, 24, 32, 48, 64, 128, 256]);
      const last = bytes.subarray(bytes.readUInt32LE(6 + 16 * 6 + 12));
      expect(PNG.sync.read(last).width).toBe(256);
    }
  });

  it('of macOS hold pictures up to 1024 pixels', () => {
    for (const name of ['icon.icns', 'vsmap.icns']) {
      const bytes = committed(name);
      expect([bytes.toString('latin1', 0, 4), bytes.readUInt32BE(4)]).toEqual(['icns', bytes.length]);
      const sizes: number[] = [];
      for (let at = 8; at < bytes.length; at += bytes.readUInt32BE(at + 4))
        sizes.push(PNG.sync.read(bytes.subarray(at + 8, at + bytes.readUInt32BE(at + 4))).width);
      expect(sizes.toSorted((a, b) => a - b)).toEqual([32, 64, 128, 256, 256, 512, 512, 1024]);
    }
  });
});

describe('a Debian package', () => {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(path.join(os.tmpdir(), 'streamwright-deb-test-'));
  });
  afterEach(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  it('is described by what electron-builder says, without an address that is none', () => {
    const given = ['-s', 'dir', '--force', '-t', 'deb', '-d', 'libnss3', '-d', 'a | b', '--name', 'thing'];
    const more = [
      '--version',
      '1.0.0-rc.1',
      '--architecture=amd64',
      '--maintainer',
      'Ada',
      '--url',
      'urn:thing',
    ];
    const { options, pairs } = readArguments([
      ...given,
      ...more,
      '--description',
      'Draws\n in lines\n\n of text',
      'from/=/opt/Thing',
    ]);
    expect(pairs).toEqual([{ from: 'from/', to: '/opt/Thing' }]);
    expect(controlText(options, 12)).toBe(
      'Package: thing\nVersion: 1.0.0~rc.1\nArchitecture: amd64\nMaintainer: Ada\nInstalled-Size: 12\n' +
        'Depends: libnss3, a | b\nSection: utils\nPriority: optional\nDescription: Draws\n in lines\n .\n of text\n',
    );
  });

  it.skipIf(!hasProgram('dpkg-deb'))('has the same bytes each time and belongs to root', () => {
    const content = path.join(folder, 'content');
    mkdirSync(content);
    writeFileSync(path.join(content, 'run'), 'true', { mode: 0o700 });
    const make = (name: string) => {
      const file = path.join(folder, name);
      const what = ['--name', 'thing', '--version', '1', '--architecture', 'all', '--maintainer', 'Ada'];
      makeDeb([
        '-s',
        'dir',
        '-t',
        'deb',
        ...what,
        '--description',
        'x',
        '--package',
        file,
        `${content}/=/opt/T`,
      ]);
      return file;
    };
    const first = make('a.deb');
    expect(readFileSync(make('b.deb')).equals(readFileSync(first))).toBe(true);
    const listed = execFileSync('dpkg-deb', ['--contents', first], { encoding: 'utf8' });
    expect(listed).toMatch(/^-rwxr-xr-x root\/root +4 .* \.\/opt\/T\/run$/m);
  });
});
