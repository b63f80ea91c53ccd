import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ipcMain } from 'electron';
import { keepGoodCopy, prepareSettings } from './files/last-good-copy';
import { type SettingKey, type Settings, settingsOver } from './settings-shape';

/** When the writer of settings is loaded, ms after they were read: it takes longer to load than everything else that a start needs. */
const writerAfter = 1_000;

/** Settings on a disk. */
export interface KeptSettings extends Settings {
  /** Ends when all that was set is on the disk; null where it is already. */
  readonly flush: () => Promise<unknown> | null;
}

interface Writer {
  readonly set: (key: SettingKey, value: unknown) => void;
}

async function openWriter(folder: string): Promise<Writer> {
  const { default: Store } = await import('electron-store');
  const store = new Store<Partial<Record<SettingKey, unknown>>>({
    name: 'settings',
    cwd: folder,
    accessPropertiesByDotNotation: false,
    configFileMode: 0o600,
  });
  // It opens a door to the pages that nobody here needs.
  ipcMain.removeAllListeners('electron-store-get-data');
  return { set: (key, value) => store.set(key, value) };
}

async function readKept(path: string): Promise<Map<string, unknown>> {
  const kept: unknown = JSON.parse(await readFile(path, 'utf8'));
  return new Map(Object.entries(kept ?? {}));
}

/** Opens the settings in the user-data folder; a damaged file is replaced by its last good copy, and nothing stops the start. What is set in the first second reaches the disk at its end, or when `flush` asks for it. */
export async function openSettings(folder: string): Promise<KeptSettings> {
  const path = join(folder, 'settings.json');
  const complain = (error: unknown): void => console.error('settings:', error);
  const { kind } = await prepareSettings(path);
  const none = (): KeptSettings => ({ ...settingsOver(null, complain), flush: () => null });
  if (kind === 'unusable') return none();
  const isThere = kind === 'sound' || kind === 'restored';
  try {
    const kept = isThere ? await readKept(path) : new Map<string, unknown>();
    let hurry = (): void => undefined;
    const writer = new Promise<void>((resolve) => {
      hurry = resolve;
      setTimeout(resolve, writerAfter);
    }).then(() => openWriter(folder));
    writer.catch(complain);
    const underway = new Set<Promise<void>>();
    const keep = async (key: SettingKey, value: unknown): Promise<void> => {
      (await writer).set(key, value);
      await keepGoodCopy(path);
    };
    const write = (key: SettingKey, value: unknown): void => {
      const writing = keep(key, value)
        .catch(complain)
        .finally(() => underway.delete(writing));
      underway.add(writing);
    };
    const flush = (): Promise<unknown> | null => {
      hurry();
      return underway.size === 0 ? null : Promise.all(underway);
    };
    return { ...settingsOver({ read: (key) => kept.get(key), write }, complain), flush };
  } catch (error) {
    complain(error);
    return none();
  }
}
