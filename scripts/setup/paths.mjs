import { accessSync, constants, mkdirSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

/** The checkout. */
export const root = path.resolve(import.meta.dirname, '..', '..');

/** True where Electron's sandbox refuses the user: Linux, as root. */
export const isRoot = process.platform === 'linux' && process.getuid?.() === 0;

// What root fetches and builds must be readable for the user id that the app runs as.
if (isRoot) process.umask(0o022);

/** Where downloaded things are kept between runs; for root a folder that other users can read. */
export function cacheFolder() {
  const given = process.env.STREAMWRIGHT_CACHE;
  if (given) return path.resolve(given);
  if (isRoot) return '/var/cache/streamwright';
  if (process.env.XDG_CACHE_HOME) return path.join(process.env.XDG_CACHE_HOME, 'streamwright');
  return path.join(os.homedir(), '.cache', 'streamwright');
}

/** Makes the cache folder, readable for all when root makes it, and gives its path. */
export function makeCacheFolder() {
  const folder = cacheFolder();
  mkdirSync(folder, { recursive: true, mode: 0o755 });
  accessSync(folder, constants.W_OK);
  return folder;
}

/** The folder in which the person typed the command (npm changes into the package's). */
export const startedIn = process.env.INIT_CWD ?? process.cwd();
