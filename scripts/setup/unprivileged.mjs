import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  copyFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { cacheFolder, isRoot, root } from './paths.mjs';
import { runQuiet } from './run.mjs';
import { say, SetupError } from './say.mjs';

const FIRST_UID = 64_700;

/** The first user id from 64700 on that no account has. */
export function unusedUid(passwd = readFileSync('/etc/passwd', 'utf8')) {
  const taken = new Set(passwd.split('\n').map((line) => Number(line.split(':')[2])));
  let uid = FIRST_UID;
  while (taken.has(uid)) uid += 1;
  return uid;
}

function dropArguments(uid) {
  return [`--reuid=${uid}`, `--regid=${uid}`, '--clear-groups', '--inh-caps=-all'];
}

async function canRead(uid, folder) {
  const test =
    'test -r package.json && test -x . && test -r out/main/app.js && test -r node_modules/electron/package.json';
  const asUser = [...dropArguments(uid), 'sh', '-c', `cd "$1" && ${test}`, 'sh', folder];
  return (await runQuiet('setpriv', asUser)).code === 0;
}

/** Copies the checkout to a place that the user id can read; by hard links where they serve. */
async function mirror(uid) {
  const name = createHash('sha256').update(root).digest('hex').slice(0, 12);
  const to = path.join(cacheFolder(), `workspace-${name}`);
  for (const how of [['-al'], ['-a']]) {
    rmSync(to, { recursive: true, force: true });
    mkdirSync(to, { recursive: true, mode: 0o755 });
    const parts = `find "$1" -mindepth 1 -maxdepth 1 ! -name .git -exec cp ${how[0]} -t "$2" {} +`;
    const copied = await runQuiet('sh', ['-c', parts, 'sh', root, to]);
    if (how[0] === '-a') await runQuiet('chmod', ['-R', 'go+rX', to]);
    if (copied.code === 0 && (await canRead(uid, to))) return to;
  }
  throw new SetupError(
    `User id ${uid}, as which the app runs, can read neither ${root} nor a copy in ${to}.`,
  );
}

/** Checks that the user id can be taken at all (a container may map few ids). */
async function checkDrop(uid) {
  const tried = await runQuiet('setpriv', [...dropArguments(uid), 'true']);
  if (tried.code === 0) return;
  const words = `Electron's sandbox does not run as root, and taking user id ${uid} failed: ${tried.err.trim()}`;
  throw new SetupError(`${words}\nStart Streamwright as an ordinary user.`);
}

/** A folder of its own for the run, with home, cache and temporary files inside. */
function privateFolders(home, owner) {
  const folders = { HOME: home, XDG_CACHE_HOME: 'cache', XDG_CONFIG_HOME: 'config', XDG_DATA_HOME: 'data' };
  const more = { XDG_RUNTIME_DIR: 'run', TMPDIR: 'tmp' };
  const env = {};
  for (const [name, relative] of Object.entries({ ...folders, ...more })) {
    env[name] = path.resolve(home, relative);
    mkdirSync(env[name], { recursive: true, mode: 0o700 });
    if (owner !== null) chownSync(env[name], owner, owner);
  }
  return env;
}

/**
 * How to run something that must not be root: `prefix` goes before the command, `folder` is a checkout it can read,
 * `env` its home. For an ordinary user (or another system) nothing changes but what `isPrivate` asks for.
 * `keep` names a lasting home; without it the home is temporary and `end` removes it.
 */
export async function unprivileged({ keep = null, isPrivate = true } = {}) {
  if (!isRoot && !isPrivate) return { prefix: [], uid: null, folder: root, env: {}, end: () => {} };
  const home = keep ?? mkdtempSync(path.join(isRoot ? '/tmp' : os.tmpdir(), 'streamwright-'));
  const end = () => (keep === null ? rmSync(home, { recursive: true, force: true }) : undefined);
  if (!isRoot) return { prefix: [], uid: null, folder: root, env: privateFolders(home, null), end };
  const uid = unusedUid();
  await checkDrop(uid);
  const env = privateFolders(home, uid);
  const folder = (await canRead(uid, root)) ? root : await mirror(uid);
  const prefix = ['setpriv', ...dropArguments(uid)];
  if (folder !== root) say(`${root} is closed to other users; running from a copy in ${folder}.`);
  return { prefix, uid, folder, env: { ...env, USER: 'streamwright', LOGNAME: 'streamwright' }, end };
}

/** Makes a folder of results (relative to the checkout) that the run can write to. */
export function openForResults(run, relative) {
  const folder = path.join(run.folder, relative);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  if (run.uid !== null) chownSync(folder, run.uid, run.uid);
  return folder;
}

/** Brings results from the copy of a closed checkout home. */
export function bringHome(run, relative) {
  if (run.folder === root) return;
  rmSync(path.join(root, relative), { recursive: true, force: true });
  cpSync(path.join(run.folder, relative), path.join(root, relative), { recursive: true });
}

/** A Node that the run's user can execute: this one, or a copy of it where its folder is closed. */
export function nodeFor(run) {
  if (run.uid === null) return process.execPath;
  const [command, ...args] = [...run.prefix, process.execPath, '--version'];
  if (spawnSync(command, args).status === 0) return process.execPath;
  const copy = path.join(cacheFolder(), `node-${process.versions.node}`);
  if (!existsSync(copy)) {
    copyFileSync(process.execPath, `${copy}.new`);
    chmodSync(`${copy}.new`, 0o755);
    renameSync(`${copy}.new`, copy);
  }
  return copy;
}

/** Gives the run's user root's key to the display, where there is one. */
export function takeAlong(run) {
  const key = process.env.XAUTHORITY ?? path.join(os.homedir(), '.Xauthority');
  if (run.uid === null || !existsSync(key)) return {};
  const copy = path.join(run.env.XDG_RUNTIME_DIR, 'Xauthority');
  copyFileSync(key, copy);
  chownSync(copy, run.uid, run.uid);
  return { XAUTHORITY: copy };
}
