import { z } from 'zod';
import { projectSchema } from '../model/project';
import type { TableName } from '../text/damage';

type RecordSchema = z.ZodObject<z.ZodRawShape>;

function recordOf(schema: unknown): RecordSchema | null {
  const inner: unknown = schema instanceof z.ZodDefault ? schema.def.innerType : schema;
  const value: unknown = inner instanceof z.ZodRecord ? inner.valueType : null;
  return value instanceof z.ZodObject ? value : null;
}

/** The schema of the records of each table, in the order of a canonical file. */
export const tableSchemas: ReadonlyMap<TableName, RecordSchema> = new Map(
  Object.entries(projectSchema.shape)
    .flatMap(([name, schema]): [TableName, RecordSchema][] => {
      const record = recordOf(schema);
      return record === null ? [] : [[name as TableName, record]];
    })
    .sort(([a], [b]) => (a < b ? -1 : 1)),
);

/** True where a field of a record may be left out. */
export function isOptional(schema: RecordSchema, field: string): boolean {
  const own: unknown = Object.hasOwn(schema.shape, field) ? schema.shape[field] : undefined;
  return own === undefined || own instanceof z.ZodExactOptional || own instanceof z.ZodOptional;
}
