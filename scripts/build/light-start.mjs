import path from 'node:path';

/** The way of static imports from a module to the first one that `isHeavy` tells of, nearest first; null where there is none. */
export function wayToHeavy(entry, importsOf, isHeavy) {
  const cameFrom = new Map([[entry, null]]);
  for (const id of cameFrom.keys()) {
    if (isHeavy(id)) {
      const way = [];
      for (let at = id; at !== null; at = cameFrom.get(at)) way.unshift(at);
      return way;
    }
    for (const next of importsOf(id)) if (!cameFrom.has(next)) cameFrom.set(next, id);
  }
  return null;
}

/**
 * Refuses a build in which what is loaded before the first frame reaches something that this frame does not need.
 * @returns {import('vite').Plugin}
 */
export function lightStart(root, entry, heavy) {
  const nameOf = (id) => path.relative(root, id).split(path.sep).join('/');
  return {
    name: 'light-start',
    buildEnd(error) {
      if (error) return;
      const way = wayToHeavy(
        path.join(root, entry),
        (id) => this.getModuleInfo(id)?.importedIds ?? [],
        (id) => heavy.some((folder) => nameOf(id).startsWith(`${folder}/`)),
      );
      if (way) this.error(`The start would wait for ${nameOf(way.at(-1))}: ${way.map(nameOf).join(' > ')}`);
    },
  };
}
