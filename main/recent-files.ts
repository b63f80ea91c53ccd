import { access } from 'node:fs/promises';
import { basename, dirname, sep } from 'node:path';
import type { RecentFile } from '../shared/ipc/results';
import type { Settings } from './settings-shape';

/** The files that were used last; the page knows them by tokens. */
export interface RecentFiles {
  /** Puts a file (its real path) at the top of the list. */
  readonly note: (path: string) => void;
  readonly list: () => Promise<readonly RecentFile[]>;
  readonly pathOf: (token: string) => string | null;
  readonly forget: (token: string) => void;
}

/** What the list takes from outside; `now` in ms of the wall clock, `home` is shortened to `~`. */
export interface RecentSetting {
  readonly settings: Settings;
  readonly makeToken: () => string;
  readonly now: () => number;
  readonly home: string;
}

const most = 15;

/** A folder as it is shown: `~` for the home folder. */
export function shortFolder(folder: string, home: string): string {
  if (folder === home) return '~';
  return folder.startsWith(home + sep) ? `~${folder.slice(home.length)}` : folder;
}

/** The list of recent files over the settings. */
export function createRecentFiles({ settings, makeToken, now, home }: RecentSetting): RecentFiles {
  const tokens = new Map<string, string>();
  const tokenOf = (path: string): string => {
    const token = tokens.get(path) ?? makeToken();
    tokens.set(path, token);
    return token;
  };
  /** A file that left the list is no longer to be had by its token. */
  const pathOf = (token: string): string | null =>
    settings.get('recent').find(({ path }) => tokens.get(path) === token)?.path ?? null;
  const without = (path: string | null) => settings.get('recent').filter((file) => file.path !== path);
  return {
    note(path) {
      const usedAt = new Date(now()).toISOString();
      settings.set('recent', [{ path, usedAt }, ...without(path)].slice(0, most));
    },
    list: () =>
      Promise.all(
        settings.get('recent').map(async ({ path, usedAt }) => ({
          token: tokenOf(path),
          name: basename(path),
          folder: shortFolder(dirname(path), home),
          usedAt,
          exists: await access(path).then(
            () => true,
            () => false,
          ),
        })),
      ),
    pathOf,
    forget: (token) => settings.set('recent', without(pathOf(token))),
  };
}
