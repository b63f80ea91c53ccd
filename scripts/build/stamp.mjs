import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { root } from '../setup/paths.mjs';

const ALWAYS = ['package-lock.json', 'package.json', 'tsconfig.base.json', 'scripts/build'];

function filesBelow(place) {
  if (!existsSync(place)) return [];
  if (!statSync(place).isDirectory()) return [place];
  return readdirSync(place, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name));
}

/** A digest of everything that a part is built from: names and contents. */
export function inputDigest(part) {
  const hash = createHash('sha256');
  const places = [...ALWAYS, ...part.inputs].map((place) => path.resolve(root, place));
  for (const file of places.flatMap(filesBelow).sort()) {
    const content = readFileSync(file);
    hash.update(`${path.relative(root, file)}\0${content.length}\0`).update(content);
  }
  return hash.digest('hex');
}

/** The files of a built part with their sizes, so that a missing or cut one is noticed. */
export function listOutputs(folder) {
  return Object.fromEntries(
    filesBelow(folder)
      .sort()
      .map((file) => [path.relative(folder, file), statSync(file).size]),
  );
}
