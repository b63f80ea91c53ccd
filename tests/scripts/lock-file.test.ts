import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { tell } from '../helpers/tell';

interface Locked {
  readonly version?: string;
  readonly resolved?: string;
  readonly integrity?: string;
  readonly license?: string;
  readonly link?: boolean;
  readonly dev?: boolean;
  readonly optional?: boolean;
  readonly os?: readonly string[];
  readonly cpu?: readonly string[];
  readonly libc?: readonly string[];
  readonly hasInstallScript?: boolean;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

interface Lock {
  readonly lockfileVersion: number;
  readonly packages: Readonly<Record<string, Locked>>;
}

const root = path.resolve(import.meta.dirname, '..', '..');
const read = (name: string): string => readFileSync(path.join(root, name), 'utf8');

/** Packages that would run a program when they are installed, and why they may be in the lock file though none is run. */
const withScripts: Readonly<Record<string, string>> = {
  electron: 'would download the runtime, which our own set-up does against its checksum',
  'electron-33': 'the same, the old runtime that serves where the other cannot be had',
  'electron-winstaller': 'a part of electron-builder for a form of package that is not made here',
};

/** Licences under which code may be given away with the product or used to make it. */
const licences = new Set([
  '0BSD',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'BlueOak-1.0.0',
  'CC0-1.0',
  'ISC',
  'MIT',
  'MPL-2.0',
  'OFL-1.1',
  'Python-2.0',
  'Zlib',
]);

/** Packages that name another licence, or none, and why they may be used all the same. */
const licencesLookedAt: Readonly<Record<string, string>> = {
  'png-js':
    'names none in its package.json; its LICENSE file is that of MIT, as the notices of the product show',
  'truncate-utf8-bytes': 'WTFPL, which allows everything; a part of electron-builder, never of the product',
};

/** A checker of code for a system on which this lock file was never written: npm notes the hash of what it sees. */
function isToolOfAnotherSystem({
  dev,
  optional,
  os = ['linux'],
  cpu = ['x64'],
  libc = ['glibc'],
}: Locked): boolean {
  const isHere = os.includes('linux') && cpu.includes('x64') && libc.includes('glibc');
  return dev === true && optional === true && !isHere;
}

const nameOf = (place: string): string => place.slice(place.lastIndexOf('node_modules/') + 13);

function isFine(licence: string): boolean {
  const names = licence.replaceAll(/[()]/g, '').split(/ (?:AND|OR) /);
  const isChoice = / OR /.test(licence);
  return isChoice ? names.some((name) => licences.has(name)) : names.every((name) => licences.has(name));
}

/** What a lock file would let in that nobody has checked, one sentence each. */
function complaintsAbout(lock: Lock): string[] {
  const found: string[] = [];
  for (const [place, entry] of Object.entries(lock.packages)) {
    if (place === '') continue;
    const name = nameOf(place);
    const { integrity = '', resolved, link, license = '' } = entry;
    if (link === true) found.push(`${place} is a link to a folder`);
    if (!/^sha512-[\w+/]{86}==$/.test(integrity) && !(integrity === '' && isToolOfAnotherSystem(entry)))
      found.push(`${place} has no SHA-512`);
    // .npmrc has the addresses of the registry left out, so what is named is something else.
    if (resolved !== undefined) found.push(`${place} comes from ${resolved}`);
    const asked = Object.entries({ ...entry.dependencies, ...entry.optionalDependencies });
    for (const [needed, range] of asked)
      if (/^(?:git|https?|file|link|workspace)[:+]|\//.test(range.replace(/^npm:(?:@[\w.-]+\/)?/, '')))
        found.push(`${place} wants ${needed} from ${range}`);
    if (entry.hasInstallScript === true && !Object.hasOwn(withScripts, name))
      found.push(`${place} runs a program when it is installed`);
    if (!isFine(license) && !Object.hasOwn(licencesLookedAt, name))
      found.push(`${place} has the licence "${license}"`);
  }
  return found;
}

const lock = JSON.parse(read('package-lock.json')) as Lock;

describe('the lock file', () => {
  it('names nothing but packages of the registry, each with its hash, a licence that fits and no script', () => {
    expect(lock.lockfileVersion).toBe(3);
    expect(Object.keys(lock.packages).length).toBeGreaterThan(500);
    expect(complaintsAbout(lock)).toEqual([]);
    const entries = Object.entries(lock.packages).flatMap(([place, entry]) => (place === '' ? [] : [entry]));
    const hashed = entries.filter(({ integrity }) => integrity !== undefined).length;
    tell(
      'S6',
      hashed,
      'packages of the lock file with their SHA-512, from the registry alone, 0 with a program that is run',
    );
    tell('S6', entries.length - hashed, 'without a hash, all checkers of code for other systems');
  });

  it('is what package.json asks for, each version exactly', () => {
    const { dependencies, devDependencies } = JSON.parse(read('package.json')) as Record<
      string,
      Record<string, string>
    >;
    const asked = Object.entries({ ...dependencies, ...devDependencies });
    for (const [name, version] of asked) {
      const exact = version.replace(/^npm:(?:@[^@]+|[^@]+)@/, '');
      expect(exact, name).toMatch(/^\d+\.\d+\.\d+$/);
      expect(lock.packages[`node_modules/${name}`]?.version, name).toBe(exact);
    }
  });

  it('would be refused with a foreign address, a weak hash, a folder, a script, an odd licence', () => {
    const good = { version: '1.0.0', integrity: `sha512-${'a'.repeat(86)}==`, license: 'MIT' };
    const of = (entry: object) =>
      complaintsAbout({ lockfileVersion: 3, packages: { 'node_modules/x': { ...good, ...entry } } });
    expect(of({})).toEqual([]);
    for (const entry of [
      { resolved: 'git+ssh://git@example.org/x.git' },
      { resolved: 'https://example.org/x-1.0.0.tgz' },
      { integrity: 'sha1-2jmj7l5rSw0yVb/vlWAYkK/YBwk=' },
      { integrity: undefined },
      { integrity: undefined, dev: true, optional: true, os: ['linux'], cpu: ['x64'] },
      { integrity: undefined, optional: true, os: ['win32'] },
      { integrity: 'sha1-x', dev: true, optional: true, os: ['win32'] },
      { link: true },
      { dependencies: { y: 'github:somebody/y' } },
      { dependencies: { y: 'https://example.org/y.tgz' } },
      { dependencies: { y: 'file:../y' } },
      { hasInstallScript: true },
      { license: 'GPL-3.0' },
      { license: 'MIT AND GPL-3.0' },
      { license: undefined },
    ])
      expect(of(entry), JSON.stringify(entry)).toHaveLength(1);
  });

  it('is installed without running what packages bring along', () => {
    expect(read('.npmrc')).toMatch(/^ignore-scripts=true$/m);
    expect(read('scripts/setup/packages.mjs')).toContain("'--ignore-scripts'");
  });
});
