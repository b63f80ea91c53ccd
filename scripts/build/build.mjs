import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { withLock } from '../setup/lock.mjs';
import { root } from '../setup/paths.mjs';
import { say, SetupError } from '../setup/say.mjs';
import { parts, testParts } from './parts.mjs';
import { inputDigest, listOutputs } from './stamp.mjs';

const out = path.join(root, 'out');
const stampFolder = path.join(out, '.build');

function stampFile(name) {
  return path.join(stampFolder, `${name}.json`);
}

function isFresh(part, digest) {
  try {
    const stamp = JSON.parse(readFileSync(stampFile(part.name), 'utf8'));
    const built = listOutputs(path.join(out, part.name));
    return stamp.digest === digest && JSON.stringify(stamp.outputs) === JSON.stringify(built);
  } catch {
    return false;
  }
}

/** Makes a part count as stale: something else writes to its output. */
export function forgetBuild(name) {
  rmSync(stampFile(name), { force: true });
}

/** Builds beside the old output and swaps, so that a failed or broken-off build leaves the old one whole. */
async function buildPart(part, digest) {
  const { build } = await import('vite');
  const work = path.join(stampFolder, `new-${part.name}`);
  const started = performance.now();
  rmSync(work, { recursive: true, force: true });
  try {
    await build(await part.config(work));
  } catch (error) {
    throw new SetupError(`${part.name} cannot be built:\n${error.message}`);
  }
  if (!existsSync(path.join(work, part.output))) throw new SetupError(`${part.name} gave no ${part.output}`);
  const place = path.join(out, part.name);
  forgetBuild(part.name);
  rmSync(place, { recursive: true, force: true });
  renameSync(work, place);
  writeFileSync(stampFile(part.name), JSON.stringify({ digest, outputs: listOutputs(place) }));
  say(`Built ${part.name} in ${((performance.now() - started) / 1000).toFixed(1)} s.`);
}

/** Builds those of the named parts (all, when none is named) whose inputs have changed since they were built. */
export async function buildStale(names = parts.map(({ name }) => name)) {
  const wanted = [...parts, ...testParts].filter(({ name }) => names.includes(name));
  if (wanted.every((part) => isFresh(part, inputDigest(part)))) return;
  mkdirSync(stampFolder, { recursive: true });
  await withLock(path.join(stampFolder, 'build'), 'building', async () => {
    for (const part of wanted) {
      const digest = inputDigest(part);
      if (!isFresh(part, digest)) await buildPart(part, digest);
    }
  });
}
