import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { lockedPackages } from '../build/locked-packages.mjs';
import { root } from '../setup/paths.mjs';
import { npmCommand, runQuiet } from '../setup/run.mjs';
import { say, SetupError } from '../setup/say.mjs';

/** The native packages that a package for these processors needs and that lie in no folder yet (a universal app needs two). */
export function missingNatives(
  platform,
  processors,
  isThere = (place) => existsSync(path.join(root, place)),
) {
  return lockedPackages().filter(
    ({ place, isOptional, os, cpu, libc }) =>
      isOptional &&
      os?.includes(platform) &&
      (cpu === null || processors.some((each) => cpu.includes(each))) &&
      (libc === null ? !place.endsWith('-musl') : libc.includes('glibc')) &&
      !isThere(place),
  );
}

async function must(command, args, cwd) {
  const done = await runQuiet(command, args, { cwd });
  if (done.code !== 0) throw new SetupError(`${command} ${args[0]} failed: ${done.err.trim()}`);
}

/** Fetches one package, checks it against the lock file and puts it in its place. */
async function fetchNative({ place, name, version, integrity }) {
  say(`Fetching ${name} ${version} for the package ...`);
  mkdirSync(path.join(root, 'out'), { recursive: true });
  const work = mkdtempSync(path.join(root, 'out', 'native-'));
  try {
    const [npm, ...first] = npmCommand();
    await must(npm, [...first, 'pack', `${name}@${version}`, '--ignore-scripts', '--silent'], work);
    const tarball = path.join(work, readdirSync(work)[0]);
    const hash = `sha512-${createHash('sha512').update(readFileSync(tarball)).digest('base64')}`;
    if (hash !== integrity)
      throw new SetupError(`${name} ${version} is not what the lock file names: not used.`);
    await must('tar', ['-xzf', tarball], work);
    mkdirSync(path.dirname(path.join(root, place)), { recursive: true });
    renameSync(path.join(work, 'package'), path.join(root, place));
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

/** Sees to it that the native code for a platform and its processors is there. */
export async function ensureNatives(platform, processors) {
  for (const each of missingNatives(platform, processors)) await fetchNative(each);
}
