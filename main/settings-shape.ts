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

function isTable(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function readableFields(schema: z.ZodObject, value: Record<string, unknown>, usual: unknown): unknown {
  const instead = isTable(usual) ? usual : {};
  const fields = Object.entries(schema.shape).map(([name, field]) => {
    const own = Object.hasOwn(value, name) ? value[name] : undefined;
    return [name, readable(field as z.ZodType, own, instead[name])] as const;
  });
  return Object.fromEntries(fields.filter(([, field]) => field !== undefined));
}

const wrappers = [z.ZodDefault, z.ZodNullable, z.ZodOptional, z.ZodExactOptional];

/** What of a value can be read: fields and entries that do not fit are as if they were not set, the others survive. */
function readable(schema: z.ZodType, value: unknown, usual: unknown): unknown {
  const whole = schema.safeParse(value);
  if (whole.success) return whole.data;
  let part: unknown = usual;
  if (wrappers.some((wrapper) => schema instanceof wrapper))
    part = readable((schema as z.ZodNullable<z.ZodType>).unwrap(), value, usual);
  else if (schema instanceof z.ZodObject && isTable(value)) part = readableFields(schema, value, usual);
  else if (schema instanceof z.ZodRecord && isTable(value))
    part = Object.fromEntries(
      Object.entries(value).filter(([name, each]) => schema.safeParse({ [name]: each }).success),
    );
  else if (schema instanceof z.ZodArray && Array.isArray(value))
    part = value
      .map((each) => readable(schema.element as z.ZodType, each, undefined))
      .filter((each) => each !== undefined);
  const again = schema.safeParse(part);
  return again.success ? again.data : usual;
}

/** Settings over a keeper that may fail (null: none at all): what does not fit is as if it were not set. */
export function settingsOver(keeper: SettingsKeeper | null, onProblem: (error: unknown) => void): Settings {
  const known = new Map<SettingKey, unknown>();
  function readKept<K extends SettingKey>(key: K): SettingValues[K] {
    try {
      return readable(settingsSchemas[key], keeper?.read(key), defaultSettings[key]) as SettingValues[K];
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
