import { readFileSync } from 'node:fs';
import { isRoot } from './paths.mjs';
import { hasProgram, runQuiet, runThrough } from './run.mjs';
import { say, SetupError } from './say.mjs';

/** Debian's names; newer releases append t64 to some of them. */
const LIBRARIES = ['libgtk-3-0', 'libnss3', 'libasound2', 'libgbm1'];
const PROGRAMS = { Xvfb: 'xvfb', gcc: 'gcc', setpriv: 'util-linux' };
/** gcc alone brings no headers of the C library without recommended packages. */
const COMPANIONS = { gcc: ['libc6-dev'] };

function isDebianLike() {
  try {
    return /^ID(_LIKE)?=.*(debian|ubuntu)/m.test(readFileSync('/etc/os-release', 'utf8'));
  } catch {
    return false;
  }
}

/** The shared libraries that the executable asks for and this machine lacks. */
async function missingLibraries(exe) {
  const { out } = await runQuiet('ldd', [exe]);
  return out
    .split('\n')
    .filter((line) => line.includes('not found'))
    .map((line) => line.trim().split(' ')[0]);
}

async function nameHere(name) {
  const newer = await runQuiet('apt-cache', ['show', '--no-all-versions', `${name}t64`]);
  return newer.code === 0 && newer.out.includes('Package:') ? `${name}t64` : name;
}

async function aptInstall(names) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const run = async (args) => {
    say(`$ apt-get ${args.join(' ')}`);
    const quiet = ['-q', '-o', 'Dpkg::Use-Pty=0', ...args];
    const done = await runQuiet('apt-get', quiet, { env });
    if (done.code !== 0) throw new SetupError(`apt-get failed:\n${(done.err || done.out).trim()}`);
  };
  await run(['update']);
  const packages = await Promise.all(names.map((name) => (LIBRARIES.includes(name) ? nameHere(name) : name)));
  await run(['install', '-y', '--no-install-recommends', ...packages]);
}

async function provide(names, why) {
  if (isDebianLike() && hasProgram('apt-get')) {
    if (isRoot) return aptInstall(names);
    const packages = await Promise.all(
      names.map((name) => (LIBRARIES.includes(name) ? nameHere(name) : name)),
    );
    const command = `sudo apt-get update && sudo apt-get install -y --no-install-recommends ${packages.join(' ')}`;
    throw new SetupError(`${why} Install what is missing, then start again:\n\n  ${command}\n`);
  }
  throw new SetupError(`${why} Install what your system calls: ${names.join(', ')}; then start again.`);
}

/**
 * Sees to the system libraries of the Electron executable and to the programs asked for (names on the PATH).
 * Linux only; installs on Debian and Ubuntu when root, otherwise says what to install and stops.
 */
export async function ensureSystem(exe, programs = []) {
  if (process.platform !== 'linux') return;
  const absent = programs.filter((name) => !hasProgram(name));
  const libraries = await missingLibraries(exe);
  if (absent.length === 0 && libraries.length === 0) return;
  const named = absent.flatMap((name) => [PROGRAMS[name], ...(COMPANIONS[name] ?? [])]);
  const names = [...(libraries.length > 0 ? LIBRARIES : []), ...named];
  const lacking = [...libraries, ...absent].join(', ');
  await provide(names, `This machine lacks ${lacking}.`);
  const still = await missingLibraries(exe);
  if (still.length > 0) throw new SetupError(`Still missing after the installation: ${still.join(', ')}.`);
}

/** Makes the folder of X sockets, which only root can make and a virtual display needs. */
export async function ensureSocketFolder() {
  if (!isRoot) return;
  await runThrough('mkdir', ['-p', '-m', '1777', '/tmp/.X11-unix']);
}
