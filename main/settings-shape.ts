import { z } from 'zod';
import { analysisSettingsSchema, preferencesSchema } from '../shared/ipc/preferences';
import { defaultPreferences } from '../shared/ipc/default-preferences';

/** Where a window stood, in pixels of the desktop. */
export const boundsSchema = z.object({
  x: z.number().int(),
  y: z.number().int(),
  width: z.number().int().positive(),
  height: z.number().int().positive(),
});
export type Bounds = z.infer<typeof boundsSchema>;

/** What the settings file holds, key by key. */
export const settingsSchemas = {
  place: z.object({ bounds: boundsSchema, isMaximized: z.boolean() }).nullable(),
  recent: z.array(z.object({ path: z.string().min(1).max(4096), usedAt: z.iso.datetime() })).max(50),
  preferences: preferencesSchema,
  analysis: analysisSettingsSchema,
} as const;
export type SettingKey = keyof typeof settingsSchemas;
export type SettingValues = { [K in SettingKey]: z.infer<(typeof settingsSchemas)[K]> };

/** What holds where nothing is set. */
export const defaultSettings: SettingValues = {
  place: null,
  recent: [],
  preferences: defaultPreferences,
  analysis: { author: '', rules: [] },
};

/** The settings of this computer. Reading never fails; a value that cannot be kept lasts until the end of the app. */
export interface Settings {
  readonly get: <K extends SettingKey>(key: K) => SettingValues[K];
  readonly set: <K extends SettingKey>(key: K, value: SettingValues[K]) => void;
}

/** Where settings are kept; every function may throw. */
export interface SettingsKeeper {
  readonly read: (key: SettingKey) => unknown;
  readonly write: (key: SettingKey, value: unknown) => void;
}

/** Settings over a keeper that may fail (null: none at all): what does not fit is as if it were not set. */
export function settingsOver(keeper: SettingsKeeper | null, onProblem: (error: unknown) => void): Settings {
  const known = new Map<SettingKey, unknown>();
  function readKept<K extends SettingKey>(key: K): SettingValues[K] {
    try {
      const schema = settingsSchemas[key] as unknown as z.ZodType<SettingValues[K]>;
      return schema.safeParse(keeper?.read(key)).data ?? defaultSettings[key];
    } catch (error) {
      onProblem(error);
      return defaultSettings[key];
    }
  }
  return {
    get<K extends SettingKey>(key: K) {
      if (!known.has(key)) known.set(key, readKept(key));
      return known.get(key) as SettingValues[K];
    },
    set(key, value) {
      known.set(key, value);
      try {
        keeper?.write(key, value);
      } catch (error) {
        onProblem(error);
      }
    },
  };
}
