import { constants } from 'node:fs';
import { access } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { ipcMain } from 'electron';
import { keepGoodCopy, prepareSettings } from './files/last-good-copy';
import { type SettingKey, type Settings, settingsOver } from './settings-shape';

/** When the writer of settings is loaded, ms after they were read: it takes longer to load than everything else that a start needs. */
const writerAfter = 1_000;

/** Settings on a disk. */
export interface KeptSettings extends Settings {
  /** Ends when all that was set is on the disk, or was tried; null where nothing waits. */
  readonly flush: () => Promise<void> | null;
}

interface Writer {
  readonly set: (values: Record<string, unknown>) => void;
}

async function openWriter(folder: string): Promise<Writer> {
  const { default: Store } = await import('electron-store');
  const store = new Store<Record<string, unknown>>({
    name: 'settings',
    cwd: folder,
    accessPropertiesByDotNotation: false,
    configFileMode: 0o600,
  });
  // It opens a door to the pages that nobody here needs.
  ipcMain.removeAllListeners('electron-store-get-data');
  return { set: (values) => store.set(values) };
}

/** Writes values, and what could not be written before, to the settings file; throws where the disk did not take them. */
async function writeValues(path: string, values: ReadonlyMap<SettingKey, unknown>): Promise<void> {
  // The library would try for a second, and the whole app wait for it.
  await access(dirname(path), constants.W_OK);
  await prepareSettings(path);
  (await openWriter(dirname(path))).set(Object.fromEntries(values));
  if (await keepGoodCopy(path)) return;
  // A full disk: the library takes half a file for a whole one.
  await prepareSettings(path);
  throw new Error('the settings were not kept');
}

function entriesOf(text: string | null): ReadonlyMap<string, unknown> {
  const kept: unknown = text === null ? {} : JSON.parse(text);
  return new Map(Object.entries(kept ?? {}));
}

/** Opens the settings in the user-data folder; a damaged file is replaced by its last good copy, and nothing stops the start. `onRefused` hears that the disk took nothing. What is set in the first second reaches the disk at its end, or when `flush` asks for it. */
export async function openSettings(
  folder: string,
  complain: (error: unknown) => void,
  onRefused: () => void,
): Promise<KeptSettings> {
  const path = join(folder, 'settings.json');
  const prepared = await prepareSettings(path);
  if (prepared.kind === 'unusable') complain(prepared.code);
  const kept = entriesOf(prepared.text);
  const waiting = new Map<SettingKey, unknown>();
  let hurry = (): void => undefined;
  const started = new Promise<void>((resolve) => {
    hurry = resolve;
    setTimeout(resolve, writerAfter);
  });
  let writing: Promise<void> | null = null;
  const isAllOf = (values: ReadonlyMap<SettingKey, unknown>): boolean =>
    [...waiting].every(([key, value]) => values.get(key) === value);
  const writeWaiting = async (): Promise<void> => {
    try {
      await started;
      while (waiting.size > 0) {
        const values = new Map(waiting);
        const problem = await writeValues(path, values).then(
          () => null,
          (error: unknown) => ({ error }),
        );
        if (problem === null) {
          for (const [key, value] of values) if (waiting.get(key) === value) waiting.delete(key);
          continue;
        }
        complain(problem.error);
        onRefused();
        // What the disk refuses waits for the next try, which is what was set meanwhile.
        if (isAllOf(values)) return;
      }
    } finally {
      writing = null;
    }
  };
  const write = (key: SettingKey, value: unknown): void => {
    waiting.set(key, value);
    writing ??= writeWaiting();
  };
  const flush = (): Promise<void> | null => {
    hurry();
    if (waiting.size === 0) return null;
    writing ??= writeWaiting();
    return writing;
  };
  return { ...settingsOver({ read: (key) => kept.get(key), write }, complain), flush };
}
