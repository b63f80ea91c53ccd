import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { makeCacheFolder, root } from '../setup/paths.mjs';
import { runQuiet } from '../setup/run.mjs';
import { say } from '../setup/say.mjs';

const DAY_MS = 86_400_000;
const DOWNLOAD_LIMIT_MS = 300_000;
const PROBE_LIMIT_MS = 8_000;
const PROBE_URL = 'https://github.com/electron/electron/releases';

const packageFolder = path.join(root, 'node_modules', 'electron');

function packageVersion() {
  return JSON.parse(readFileSync(path.join(packageFolder, 'package.json'), 'utf8')).version;
}

function installed(version) {
  try {
    const dist = path.join(packageFolder, 'dist');
    if (readFileSync(path.join(dist, 'version'), 'utf8').trim().replace(/^v/, '') !== version) return null;
    const exe = path.join(dist, readFileSync(path.join(packageFolder, 'path.txt'), 'utf8').trim());
    return existsSync(exe) ? { exe, dist, version, source: 'official' } : null;
  } catch {
    return null;
  }
}

/** True when the download's host answers; behind a proxy or a mirror only the download itself can tell. */
async function isReachable() {
  const { env } = process;
  if (env.ELECTRON_MIRROR || env.HTTPS_PROXY || env.https_proxy || env.npm_config_electron_mirror)
    return true;
  try {
    await fetch(PROBE_URL, {
      method: 'HEAD',
      redirect: 'manual',
      signal: AbortSignal.timeout(PROBE_LIMIT_MS),
    });
    return true;
  } catch {
    return false;
  }
}

async function download() {
  if (!(await isReachable())) return 'its host cannot be reached';
  say('Downloading the official Electron runtime ...');
  const script = path.join(packageFolder, 'install.js');
  const done = await runQuiet(process.execPath, [script], { timeout: DOWNLOAD_LIMIT_MS });
  return done.code === 0 ? null : done.err.trim().split('\n')[0] || 'it took too long';
}

/** A failed try is remembered for a day, so that starting again is fast. */
function triedLately(noteFile, version) {
  try {
    const note = JSON.parse(readFileSync(noteFile, 'utf8'));
    const age = Date.now() - note.at;
    return note.version === version && age >= 0 && age < DAY_MS;
  } catch {
    return false;
  }
}

/** The official runtime of node_modules/electron, downloaded where that is possible; else null. */
export async function officialRuntime() {
  const version = packageVersion();
  const there = installed(version);
  if (there || process.env.ELECTRON_RUNTIME_OFFLINE) return there;
  const noteFile = path.join(makeCacheFolder(), 'official-download-failed.json');
  if (triedLately(noteFile, version)) return null;
  const failure = await download();
  if (failure === null) {
    rmSync(noteFile, { force: true });
    return installed(version);
  }
  say(`The official Electron ${version} was not downloaded (${failure}); not tried again for a day.`);
  writeFileSync(noteFile, `${JSON.stringify({ version, at: Date.now(), failure })}\n`);
  return null;
}
