import type { z } from 'zod';
import type { Branch, Leaf } from './lenient-types';
import { isOptional } from './table-schemas';

/** A record as the schema wants it, with the fields that had to go; null where it cannot be kept. */
export interface SalvagedRecord {
  readonly record: Branch | null;
  readonly removed: readonly string[];
}

export function isBranch(value: Leaf | undefined): value is Branch {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Rounds of removing what is invalid: a part of a field, then the field. */
const mostRounds = 6;

/** A copy without the part at the end of a way; the same where there is no such part. */
function without(branch: Branch, [key = '', ...rest]: readonly string[]): Branch {
  if (!Object.hasOwn(branch, key)) return branch;
  const { [key]: value, ...others } = branch;
  if (rest.length === 0) return others;
  return isBranch(value) ? { ...branch, [key]: without(value, rest) } : others;
}

/** True where nothing but the inside of a field is wrong that can do without that part: the low of a range. */
function isPart(branch: Branch, way: readonly string[]): boolean {
  const parent = way
    .slice(0, -1)
    .reduce<Leaf | undefined>((at, key) => (isBranch(at) ? at[key] : undefined), branch);
  return way.length > 1 && isBranch(parent) && Object.hasOwn(parent, way.at(-1) ?? '');
}

/**
 * A record without its invalid optional fields. `fallbacks` stand in for required fields that were lost; a record that
 * lacks another one is given up.
 */
export function salvageRecord(
  schema: z.ZodObject<z.ZodRawShape>,
  value: Leaf,
  fallbacks: Readonly<Record<string, Leaf>>,
): SalvagedRecord {
  if (!isBranch(value)) return { record: null, removed: [] };
  let record: Branch = value;
  const removed = new Set<string>();
  for (let round = 0; round < mostRounds; round += 1) {
    const checked = schema.safeParse(record);
    if (checked.success) return { record, removed: [...removed] };
    for (const issue of checked.error.issues) {
      const way = issue.path.map(String);
      const [field = ''] = way;
      removed.add(field);
      if (round < 2 && isPart(record, way)) record = without(record, way);
      else if (Object.hasOwn(fallbacks, field)) record = { ...record, [field]: fallbacks[field] ?? null };
      else if (isOptional(schema, field) && Object.hasOwn(record, field)) record = without(record, [field]);
      else return { record: null, removed: [] };
    }
  }
  return { record: null, removed: [] };
}
