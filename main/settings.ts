import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ipcMain } from 'electron';
import { keepGoodCopy, prepareSettings } from './files/last-good-copy';
import { type SettingKey, type Settings, settingsOver } from './settings-shape';

/** When the writer of settings is loaded, ms after they were read: it takes longer to load than everything else that a start needs. */
const writerAfter = 1_000;

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

/** Opens the settings in the user-data folder; a damaged file is replaced by its last good copy, and nothing stops the start. What is set in the first second reaches the disk at its end. */
export async function openSettings(folder: string): Promise<Settings> {
  const path = join(folder, 'settings.json');
  const complain = (error: unknown): void => console.error('settings:', error);
  const { kind } = await prepareSettings(path);
  if (kind === 'unusable') return settingsOver(null, complain);
  const isThere = kind === 'sound' || kind === 'restored';
  try {
    const kept = isThere ? await readKept(path) : new Map<string, unknown>();
    const writer = new Promise((resolve) => {
      setTimeout(resolve, writerAfter);
    }).then(() => openWriter(folder));
    writer.catch(complain);
    const keep = async (key: SettingKey, value: unknown): Promise<void> => {
      (await writer).set(key, value);
      await keepGoodCopy(path);
    };
    const write = (key: SettingKey, value: unknown): void => void keep(key, value).catch(complain);
    return settingsOver({ read: (key) => kept.get(key), write }, complain);
  } catch (error) {
    complain(error);
    return settingsOver(null, complain);
  }
}
