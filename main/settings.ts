import { join } from 'node:path';
import Store from 'electron-store';
import { keepGoodCopy, prepareSettings } from './files/last-good-copy';
import { type SettingKey, type Settings, settingsOver } from './settings-shape';

/** Opens the settings in the user-data folder; a damaged file is replaced by its last good copy, and nothing stops the start. */
export async function openSettings(folder: string): Promise<Settings> {
  const path = join(folder, 'settings.json');
  const complain = (error: unknown): void => console.error('settings:', error);
  const { kind } = await prepareSettings(path);
  if (kind === 'unusable') return settingsOver(null, complain);
  try {
    const store = new Store<Partial<Record<SettingKey, unknown>>>({
      name: 'settings',
      cwd: folder,
      accessPropertiesByDotNotation: false,
      configFileMode: 0o600,
    });
    const write = (key: SettingKey, value: unknown): void => {
      store.set(key, value);
      void keepGoodCopy(path);
    };
    return settingsOver({ read: (key) => store.get(key), write }, complain);
  } catch (error) {
    complain(error);
    return settingsOver(null, complain);
  }
}
