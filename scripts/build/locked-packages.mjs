import { readFileSync } from 'node:fs';
import path from 'node:path';
import { root } from '../setup/paths.mjs';

/**
 * What the lock file says.
 * @returns {{ packages: Record<string, any> }}
 */
export function readLock() {
  return JSON.parse(readFileSync(path.join(root, 'package-lock.json'), 'utf8'));
}

/** Packages that hold types alone: nothing of them reaches the product. */
function isTypesOnly(name) {
  return name.startsWith('@types/') || name === 'undici-types';
}

/** The name of a package from its place in the lock file (`node_modules/a/node_modules/b` is `b`). */
function nameAt(place) {
  return place.slice(place.lastIndexOf('node_modules/') + 'node_modules/'.length);
}

/** Where a package that is asked for at `place` lies: the nearest folder node_modules that has it; null where none has. */
function resolveFrom(packages, place, name) {
  for (let folder = place; ; ) {
    const candidate = `${folder === '' ? '' : `${folder}/`}node_modules/${name}`;
    if (packages[candidate]) return candidate;
    if (folder === '') return null;
    const at = folder.lastIndexOf('/node_modules/');
    folder = at < 0 ? '' : folder.slice(0, at);
  }
}

/**
 * The named packages with everything that they need, as the lock file places them, in the order of places; without
 * packages of types alone. `names` are those of package.json's `dependencies` when absent.
 * @returns {{ place: string, name: string, version: string, licence: string | null, integrity: string | null,
 *   isOptional: boolean, os: string[] | null, cpu: string[] | null, libc: string[] | null, needs: string[] }[]}
 */
export function lockedPackages(names = undefined, lock = readLock()) {
  const { packages } = lock;
  const found = new Map();
  const waiting = (names ?? Object.keys(packages[''].dependencies ?? {})).map((name) => ['', name]);
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const place = resolveFrom(packages, ...next);
    if (place === null || found.has(place) || isTypesOnly(nameAt(place))) continue;
    const { version, license, integrity, optional, os, cpu, libc, dependencies, optionalDependencies } =
      packages[place];
    const wanted = Object.keys({ ...dependencies, ...optionalDependencies });
    const needs = wanted.map((name) => resolveFrom(packages, place, name)).filter((each) => each !== null);
    found.set(place, {
      place,
      name: nameAt(place),
      version,
      licence: license ?? null,
      integrity: integrity ?? null,
      isOptional: optional === true,
      os: os ?? null,
      cpu: cpu ?? null,
      libc: libc ?? null,
      needs: needs.filter((each) => !isTypesOnly(nameAt(each))).sort(),
    });
    waiting.push(...wanted.map((name) => [place, name]));
  }
  return [...found.values()].sort((a, b) => (a.place < b.place ? -1 : 1));
}
