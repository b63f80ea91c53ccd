import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { lockedPackages } from '../../scripts/build/locked-packages.mjs';
import { notBundled } from '../../scripts/build/parts.mjs';
import { carriedPlaces } from '../../scripts/package/files.mjs';
import { tell } from '../helpers/tell';
import { missingNatives } from '../../scripts/package/natives.mjs';

const root = path.resolve(import.meta.dirname, '..', '..');

interface Settings {
  readonly [name: string]: unknown;
  readonly files: readonly { readonly filter: readonly string[] }[];
  readonly electronFuses: Readonly<Record<string, boolean>>;
  readonly linux: Readonly<Record<string, unknown>>;
  readonly deb: Readonly<Record<string, unknown>>;
}

interface Checker {
  getConfig(folder: string, file: string | null, more: object): Promise<Settings>;
  validateConfiguration(settings: Settings, log: { isEnabled: boolean }): Promise<void>;
}

/** electron-builder's own reader of its settings and its own check against its schema. */
function builder(): Checker {
  const fromBuilder = createRequire(createRequire(import.meta.url).resolve('electron-builder'));
  return fromBuilder('app-builder-lib/out/util/config/config.js') as Checker;
}

let settings: Settings;
beforeAll(async () => {
  settings = await builder().getConfig(root, 'electron-builder.yml', {});
});

function targetsOf(platform: string): unknown[] {
  const { target } = settings[platform] as { target: { target: string; arch: string[] }[] };
  return target.map(({ target: name, arch }) => [name, ...arch].join(' '));
}

describe('the settings of electron-builder', () => {
  it('keep to its schema, for Windows and macOS too, which are not built here', async () => {
    await expect(builder().validateConfiguration(settings, { isEnabled: false })).resolves.toBeUndefined();
    const wrong = { ...settings, nsis: { oneClik: true } };
    await expect(builder().validateConfiguration(wrong, { isEnabled: false })).rejects.toThrow(
      'configuration.nsis',
    );
  });

  it('name an installer and a portable program, a universal image, and three forms for Linux', () => {
    expect(targetsOf('win')).toEqual(['nsis x64', 'portable x64']);
    expect(targetsOf('mac')).toEqual(['dmg universal', 'zip universal']);
    expect(targetsOf('linux')).toEqual(['AppImage x64', 'deb x64', 'tar.gz x64']);
  });

  it('close every door that a fuse can close', () => {
    expect(settings.electronFuses).toEqual({
      runAsNode: false,
      enableNodeOptionsEnvironmentVariable: false,
      enableNodeCliInspectArguments: false,
      onlyLoadAppFromAsar: true,
      enableEmbeddedAsarIntegrityValidation: true,
      loadBrowserProcessSpecificV8Snapshot: false,
      grantFileProtocolExtraPrivileges: false,
      enableCookieEncryption: false,
    });
    tell('S6', Object.keys(settings.electronFuses).length, 'fuses named in the settings of the package');
  });

  it('name only icons and papers that are there', () => {
    const named = JSON.stringify(settings).match(/build\/[\w./-]+/g) ?? [];
    expect(named.length).toBeGreaterThan(6);
    expect(named.filter((file) => !existsSync(path.join(root, file)))).toEqual([]);
  });

  it('open .vsmap files by a double click on every system', () => {
    for (const platform of ['win', 'mac']) {
      const { fileAssociations } = settings[platform] as { fileAssociations: { ext: string }[] };
      expect(fileAssociations.map(({ ext }) => ext)).toEqual(['vsmap']);
    }
    // A %U would hand over addresses (file:///...) where the app expects paths.
    expect(settings.linux).toMatchObject({ executableArgs: ['%F'], mimeTypes: ['application/x-vsmap'] });
    const described = readFileSync(path.join(root, 'build/linux/application-x-vsmap.xml'), 'utf8');
    expect(described).toContain('<glob pattern="*.vsmap"/>');
  });

  it('hold no path of a machine and nobody to publish to', () => {
    const text = readFileSync(path.join(root, 'electron-builder.yml'), 'utf8');
    expect(text).not.toMatch(/(?:^|[\s"'])\/(?:home|root|work|Users|tmp)\//);
    expect(settings['publish']).toBeNull();
  });
});

describe('what a package carries of node_modules', () => {
  it('is what is not bundled with all it needs, and the fonts; nothing else', () => {
    const places = carriedPlaces();
    const names = notBundled.filter((name) => name !== 'electron');
    for (const name of names) expect(places).toContain(`node_modules/${name}`);
    // Of pdfkit's own dependencies, as its package.json names them.
    expect(places).toEqual(expect.arrayContaining(['node_modules/linebreak', 'node_modules/png-js']));
    expect(places).toContain('node_modules/@fontsource-variable/inter');
    const native = carriedPlaces('darwin').filter((place) => place.includes('resvg-js-'));
    expect(native).toEqual([
      'node_modules/@resvg/resvg-js-darwin-arm64',
      'node_modules/@resvg/resvg-js-darwin-x64',
    ]);
    for (const bundled of ['react', 'zod', 'lucide', '@xyflow/react', 'electron', 'vite'])
      expect(places).not.toContain(`node_modules/${bundled}`);
  });

  it('begins with nothing, so that a new dependency goes in only when something needs it at run time', () => {
    const patterns = settings.files.flatMap((each) => each.filter);
    expect(patterns.slice(0, 2)).toEqual(['package.json', '!node_modules/**']);
    expect(patterns).toContain('node_modules/@resvg/resvg-js/**');
    // A platform's own `files` would make electron-builder take in the whole checkout.
    for (const platform of ['win', 'mac', 'linux']) expect(settings[platform]).not.toHaveProperty('files');
  });
});

describe('the native code of another system', () => {
  it('is what its processors need and what is not there yet', () => {
    const names = (platform: string, processors: string[]) =>
      missingNatives(platform, processors, () => false).map(({ name }) => name);
    expect(names('darwin', ['x64', 'arm64'])).toEqual([
      '@resvg/resvg-js-darwin-arm64',
      '@resvg/resvg-js-darwin-x64',
    ]);
    expect(names('win32', ['x64'])).toEqual(['@resvg/resvg-js-win32-x64-msvc']);
    expect(names('linux', ['x64'])).toEqual(['@resvg/resvg-js-linux-x64-gnu']);
    expect(missingNatives('linux', ['x64'], () => true)).toEqual([]);
  });

  it('is pinned in the lock file by its hash', () => {
    const native = lockedPackages().filter(({ name }) => name.startsWith('@resvg/resvg-js-'));
    expect(native.length).toBeGreaterThan(8);
    for (const { integrity } of native) expect(integrity).toMatch(/^sha512-/);
  });
});
