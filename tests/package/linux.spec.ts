import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { carriedPlaces } from '../../scripts/package/files.mjs';
import { tell } from '../helpers/tell';
import {
  exportsAlike,
  filesBelow,
  ignoresEnvironment,
  importsForeignFiles,
  isUsable,
  opensFile,
  refusesSwitches,
} from './checks';
import { expect, made, root, system, test } from './ground';

const isRoot = process.getuid?.() === 0;
if (!isRoot)
  console.log('The Debian package is not installed: only root can do that. It is unpacked and looked at.');
const DEB = '-linux-amd64.deb';
const TAR = '-linux-x64.tar.gz';

/** Unpacks the archive below a folder; gives the folder of the program. */
function unpackTar(place: string): string {
  system('tar', '-xzf', made(TAR), '-C', place);
  const [name = ''] = system('ls', place).trim().split('\n');
  return path.join(place, name);
}

interface Asar {
  listPackage(file: string, options: { isPack: boolean }): string[];
}

function asar(): Asar {
  const fromBuilder = createRequire(createRequire(import.meta.url).resolve('electron-builder'));
  return createRequire(fromBuilder.resolve('app-builder-lib/package.json'))('@electron/asar') as Asar;
}

test.describe('the archive', () => {
  test('carries the bundles, what cannot be bundled, and the papers; nothing of the checkout', ({
    place,
  }) => {
    const folder = unpackTar(place);
    const beside = filesBelow(folder);
    for (const name of [
      'LICENSE.electron.txt',
      'LICENSE.streamwright.txt',
      'LICENSES.chromium.html',
      'THIRD-PARTY-NOTICES.txt',
      'sbom.cdx.json',
      'resources/icon.png',
    ])
      expect(beside).toContain(name);
    expect(beside.filter((name) => /default_app|app-update|\.(?:ts|map)$/.test(name))).toEqual([]);

    const archive = path.join(folder, 'resources', 'app.asar');
    const inside = asar().listPackage(archive, { isPack: false });
    const tops = new Set(inside.map((name) => name.split('/')[1]));
    expect([...tops].sort()).toEqual(['node_modules', 'out', 'package.json']);
    const carried = carriedPlaces();
    const packed = inside.filter(
      (name) => name.endsWith('/package.json') && name.startsWith('/node_modules/'),
    );
    const places = packed.map((name) => path.posix.dirname(name).slice(1));
    const roots = places.filter((each) => carried.some((known) => each === known));
    expect(roots.length).toBeGreaterThan(20);
    const strangers = places.filter((each) => !carried.some((known) => `${each}/`.startsWith(`${known}/`)));
    expect(strangers).toEqual([]);
    tell('S6', inside.length, 'entries in the archive, none of a package that is not meant to be there');
    expect(statSync(archive).size).toBeLessThan(40_000_000);
    const native = filesBelow(`${archive}.unpacked`);
    expect(native.filter((name) => name.endsWith('.node'))).toHaveLength(1);
    expect(native.every((name) => name.startsWith('node_modules/@resvg/resvg-js-'))).toBe(true);
  });

  test('names no path of the machine that made it', ({ place }) => {
    const folder = unpackTar(place);
    const found = filesBelow(folder)
      .filter((name) => !/^(?:streamwright|lib.*\.so.*|.*\.pak|LICENSES\.chromium\.html)$/.test(name))
      .filter((name) => readFileSync(path.join(folder, name)).includes(`${root}/`));
    expect(found).toEqual([]);
  });

  test('has the fuses of the settings', async ({ place }) => {
    const wire = await getCurrentFuseWire(path.join(unpackTar(place), 'streamwright'));
    const isOn = (fuse: FuseV1Options): boolean => Number(wire[fuse]) === '1'.charCodeAt(0);
    expect(isOn(FuseV1Options.RunAsNode)).toBe(false);
    expect(isOn(FuseV1Options.EnableNodeOptionsEnvironmentVariable)).toBe(false);
    expect(isOn(FuseV1Options.EnableNodeCliInspectArguments)).toBe(false);
    expect(isOn(FuseV1Options.GrantFileProtocolExtraPrivileges)).toBe(false);
    expect(isOn(FuseV1Options.LoadBrowserProcessSpecificV8Snapshot)).toBe(false);
    expect(isOn(FuseV1Options.OnlyLoadAppFromAsar)).toBe(true);
    // It acts on Windows and macOS alone.
    expect(isOn(FuseV1Options.EnableEmbeddedAsarIntegrityValidation)).toBe(true);
    expect(isOn(FuseV1Options.EnableCookieEncryption)).toBe(false);
    tell('S6', 8, 'fuses read back from the program');
  });

  test('opens a file in its sandbox for a user without rights', async ({ place, person }) => {
    await opensFile(path.join(unpackTar(place), 'streamwright'), person);
  });

  test('lets no debugger in, keeps its sandbox, and does not load what the environment names', async ({
    place,
    person,
  }) => {
    const exe = path.join(unpackTar(place), 'streamwright');
    await refusesSwitches(exe, person);
    await ignoresEnvironment(exe, person);
  });

  test('runs its archive alone: a folder of code in its place is not started', async ({ place, person }) => {
    const folder = unpackTar(place);
    const resources = path.join(folder, 'resources');
    renameSync(path.join(resources, 'app.asar'), path.join(resources, 'elsewhere.asar'));
    const mark = path.join(person.folder, 'ran');
    mkdirSync(path.join(resources, 'app'));
    writeFileSync(path.join(resources, 'app', 'package.json'), '{"main":"main.cjs"}');
    const code = `require('node:fs').writeFileSync(${JSON.stringify(mark)}, ''); process.exit(7)`;
    writeFileSync(path.join(resources, 'app', 'main.cjs'), code);
    const { child, ended } = person.start(path.join(folder, 'streamwright'), ['--disable-gpu']);
    // Without its archive it says so, in the terminal or in a window, and runs nothing.
    setTimeout(() => child.kill('SIGKILL'), 8_000);
    expect((await ended).code).not.toBe(7);
    expect(existsSync(mark)).toBe(false);
  });

  test('is named with its hash, beside the bill of materials', () => {
    const folder = path.dirname(made(TAR));
    const sums = readFileSync(path.join(folder, 'SHA256SUMS'), 'utf8').trim().split('\n');
    const named = sums.map((line) => line.split('  '));
    const packages = readdirSync(folder).filter((name) => /\.(?:deb|tar\.gz|json)$/.test(name));
    expect(named.map(([, name]) => name)).toEqual(expect.arrayContaining(packages));
    for (const [hash, name = ''] of named) {
      const bytes = readFileSync(path.join(folder, name));
      expect(createHash('sha256').update(bytes).digest('hex'), name).toBe(hash);
    }
    tell('S6', named.length, 'files with their hash in SHA256SUMS');
    const sbom = JSON.parse(readFileSync(path.join(folder, 'sbom.cdx.json'), 'utf8')) as {
      components: unknown[];
    };
    expect(sbom.components.length).toBeGreaterThan(20);
    tell('S6', sbom.components.length, 'parts in the bill of materials');
  });

  test('shows the map, exports it from its window, and tells the licences', async ({ place, person }) => {
    await isUsable(unpackTar(place), place, person);
  });

  test('exports every format and reads foreign files on its command line, without a display', async ({
    place,
    person,
  }) => {
    const exe = path.join(unpackTar(place), 'streamwright');
    await exportsAlike(exe, person);
    await importsForeignFiles(exe, person);
  });
});

test.describe('the Debian package', () => {
  /** Where its files lie: installed where the tests may, else unpacked. */
  function unpackDeb(place: string): string {
    system('dpkg-deb', '-x', made(DEB), place);
    return place;
  }

  test('registers the app and its files with the desktop', ({ place }) => {
    const share = path.join(unpackDeb(place), 'usr', 'share');
    const entry = readFileSync(path.join(share, 'applications', 'streamwright.desktop'), 'utf8');
    for (const line of [
      'Name=Streamwright',
      'Exec=/opt/Streamwright/streamwright %F',
      'Icon=streamwright',
      'MimeType=application/x-vsmap;',
      'StartupWMClass=streamwright',
      'Categories=Office;',
    ])
      expect(entry.split('\n')).toContain(line);
    for (const size of ['16x16', '48x48', '256x256', '512x512']) {
      const icons = path.join(share, 'icons', 'hicolor', size);
      expect(existsSync(path.join(icons, 'apps', 'streamwright.png'))).toBe(true);
      expect(existsSync(path.join(icons, 'mimetypes', 'application-x-vsmap.png'))).toBe(true);
    }
    expect(existsSync(path.join(share, 'mime', 'packages', 'streamwright.xml'))).toBe(true);
    expect(existsSync(path.join(share, 'doc', 'streamwright', 'copyright'))).toBe(true);
  });

  test('names its needs, and gives nobody rights', () => {
    const fields = system('dpkg-deb', '--field', made(DEB));
    expect(fields).toMatch(/^Package: streamwright$/m);
    expect(fields).toMatch(
      /^Depends: libgtk-3-0 \| libgtk-3-0t64, libnss3, libasound2 \| libasound2t64, libgbm1$/m,
    );
    const listed = system('dpkg-deb', '--contents', made(DEB)).trim().split('\n');
    expect(listed.filter((line) => !/^[-dl][rwx-]{9} root\/root /.test(line))).toEqual([]);
  });

  test('is installed, used and removed without a trace', async ({ person }) => {
    test.skip(!isRoot, 'only root can install a package');
    const isThere = system('dpkg-query', '-W', '-f=${Package}\n').split('\n').includes('streamwright');
    expect(isThere, 'a package of this name is installed on this machine').toBe(false);
    system('dpkg', '--install', made(DEB));
    const installed = system('dpkg-query', '--listfiles', 'streamwright').trim().split('\n');
    try {
      await opensFile('/usr/bin/streamwright', person);
      await exportsAlike('/usr/bin/streamwright', person, ['pdf', 'png']);
    } finally {
      system('dpkg', '--purge', 'streamwright');
    }
    const own = installed.filter((name) => /streamwright|x-vsmap/i.test(name));
    expect(own.length).toBeGreaterThan(50);
    expect([...own, '/usr/bin/streamwright', '/etc/alternatives/streamwright'].filter(existsSync)).toEqual(
      [],
    );
  });
});
