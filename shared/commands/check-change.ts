import type { Patch } from 'immer';
import type { z } from 'zod';
import { type Project, projectSchema } from '../model/project';
import { idPattern, largestNumber } from '../model/schema-tools';
import { en } from '../text/en';

/** The first number of a value that no file would be read with again; null where there is none. */
function tooLarge(value: unknown): number | null {
  if (typeof value === 'number') return Math.abs(value) > largestNumber ? value : null;
  if (typeof value !== 'object' || value === null) return null;
  for (const each of Object.values(value)) {
    const found = tooLarge(each);
    if (found !== null) return found;
  }
  return null;
}

function firstReason(schema: z.ZodType, value: unknown): string | null {
  const result = schema.safeParse(value);
  if (result.success) {
    const large = tooLarge(value);
    return large === null ? null : String(large);
  }
  const issue = result.error.issues[0];
  const field = issue?.path.join('.');
  return field ? `${field} ${issue?.message}` : (issue?.message ?? '');
}

function reasonAt(project: Project, table: keyof Project, id: string | undefined): string | null {
  const schema = projectSchema.shape[table];
  const value = project[table];
  if (id === undefined || !('valueType' in schema) || typeof value === 'string') {
    return firstReason(schema, value);
  }
  if (!Object.hasOwn(value, id)) return null;
  const rows: Readonly<Record<string, unknown>> = value;
  return idPattern.test(id) ? firstReason(schema.valueType, rows[id]) : id;
}

/** A sentence where a changed record would not pass the check of the file format, or null; only what the patches touch is checked. */
export function refuseInvalid(project: Project, patches: readonly Patch[]): string | null {
  const seen = new Set<string>();
  for (const { path } of patches) {
    const [table, id] = path.map(String);
    const key = `${table}/${id}`;
    if (table === undefined || !Object.hasOwn(projectSchema.shape, table) || seen.has(key)) continue;
    seen.add(key);
    const reason = reasonAt(project, table as keyof Project, id);
    if (reason !== null) return en.commands.refused.invalid(reason);
  }
  return null;
}
