// `npm run package`: makes the packages for the system that it runs on, in dist/; see docs/packaging.md.
import { createHash } from 'node:crypto';
import {
  chmodSync,
  copyFileSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { buildStale } from './build/build.mjs';
import { noticesText } from './build/licences.mjs';
import { ensureNatives } from './package/natives.mjs';
import { makeSbom } from './package/sbom.mjs';
import { resolveRuntime } from './runtime/resolve.mjs';
import { checkNodeVersion } from './setup/node-version.mjs';
import { ensurePackages } from './setup/packages.mjs';
import { root } from './setup/paths.mjs';
import { hasProgram, runThrough } from './setup/run.mjs';
import { runMain, say, SetupError } from './setup/say.mjs';

const OF_PLATFORM = {
  linux: { option: '--linux', processors: ['x64'] },
  win32: { option: '--win', processors: ['x64'] },
  darwin: { option: '--mac', processors: ['x64', 'arm64'] },
};
/** What can be made of a test runtime, without anything that electron-builder would fetch. */
const WITHOUT_DOWNLOADS = ['deb', 'tar.gz'];

/** Papers that go beside the program. */
function writePapers(testVersion) {
  const folder = path.join(root, 'out', 'package');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, 'THIRD-PARTY-NOTICES.txt'), noticesText());
  writeFileSync(path.join(folder, 'sbom.cdx.json'), makeSbom({ testVersion }));
}

/** Names each package with its hash in SHA256SUMS, as `sha256sum --check` reads it, and lays the bill of materials beside. */
function writeSums(folder) {
  copyFileSync(path.join(root, 'out', 'package', 'sbom.cdx.json'), path.join(folder, 'sbom.cdx.json'));
  const lines = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isFile() && !/\.ya?ml$|^SHA256SUMS$/.test(entry.name))
    .map(({ name }) => name)
    .sort()
    .map((name) => {
      const hash = createHash('sha256').update(readFileSync(path.join(folder, name)));
      return `${hash.digest('hex')}  ${name}\n`;
    });
  writeFileSync(path.join(folder, 'SHA256SUMS'), lines.join(''));
}

/** For a test of the packages: they need not be small. */
const isQuick = process.env.STREAMWRIGHT_QUICK_PACKAGES === '1';

/** Own tools in place of electron-builder's downloads, where this machine has them. */
async function toolEnvironment() {
  const { default: sevenZip } = await import('7zip-bin');
  if (process.platform !== 'win32') chmodSync(sevenZip.path7za, 0o755);
  const fpm = path.join(root, 'scripts', 'package', 'fpm-deb.mjs');
  return {
    ...process.env,
    SOURCE_DATE_EPOCH: process.env.SOURCE_DATE_EPOCH ?? '0',
    ELECTRON_BUILDER_7ZIP_PATH: sevenZip.path7za,
    ...(isQuick && { ELECTRON_BUILDER_COMPRESSION_LEVEL: '1', STREAMWRIGHT_DEB_LEVEL: '1' }),
    ...(hasProgram('dpkg-deb') && { CUSTOM_FPM_PATH: fpm }),
  };
}

/** electron-builder's arguments: with the pinned Electron every target of the settings, else what a test runtime can. */
function builderArguments({ option }, runtime, output) {
  const common = ['--publish', 'never', `-c.directories.output=${output}`];
  if (runtime.source === 'official') return [option, ...common];
  const version = runtime.version ?? process.env.ELECTRON_VERSION;
  if (!version) throw new SetupError('ELECTRON_RUNTIME is set: say its version in ELECTRON_VERSION.');
  if (process.platform !== 'linux')
    throw new SetupError('Without the pinned Electron only Linux packages are made.');
  say(`This is a TEST package with Electron ${version}: the pinned Electron cannot be downloaded here.`);
  say('Packages for users are made on a machine that can; AppImage as well.');
  const quick = isQuick ? ['-c.deb.compression=gz'] : [];
  const electron = [`-c.electronDist=${runtime.dist}`, `-c.electronVersion=${version}`];
  return [option, ...WITHOUT_DOWNLOADS, ...common, ...quick, ...electron];
}

await runMain(async () => {
  checkNodeVersion();
  await ensurePackages();
  const wanted = OF_PLATFORM[process.platform];
  if (!wanted) throw new SetupError(`There are no packages for ${process.platform}.`);
  const runtime = await resolveRuntime();
  const output = process.env.STREAMWRIGHT_PACKAGES ?? 'dist';
  const args = builderArguments(wanted, runtime, output);
  await buildStale();
  writePapers(runtime.source === 'official' ? null : (runtime.version ?? process.env.ELECTRON_VERSION));
  await ensureNatives(process.platform, wanted.processors);
  rmSync(path.resolve(root, output), { recursive: true, force: true });
  const cli = path.join(root, 'node_modules', 'electron-builder', 'cli.js');
  const code = await runThrough(process.execPath, [cli, ...args], {
    cwd: root,
    env: await toolEnvironment(),
  });
  if (code === 0) writeSums(path.resolve(root, output));
  return code;
});
