import { z } from 'zod';
import { type Project, projectSchema } from '../../shared/model/project';

interface JsonSchema {
  readonly type?: string;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly JsonSchema[];
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly additionalProperties?: JsonSchema;
  readonly propertyNames?: JsonSchema;
  readonly prefixItems?: readonly JsonSchema[];
  readonly pattern?: string;
  readonly format?: string;
  readonly maximum?: number;
}

/** Ids that the format allows and that objects already have a property of. */
export const hostileIds = [
  'constructor',
  'toString',
  'hasOwnProperty',
  'valueOf',
  'isPrototypeOf',
  'prototype',
  '0',
] as const;

/** Texts that somebody would let loose on screens, files and other programs. */
export const hostileTexts = [
  '<img src=x onerror=alert(1)>',
  '"><script>alert(1)</script>',
  'a\u0000b\u0007c\u001b[31m\u009f',
  'a\ud800b\udc00\uffff',
  '\u202efdp.exe\u2066\u200b\u200f',
  '=cmd|\u0027/C calc\u0027!A0',
  '{{7*7}} ${x} %s \\u0041 ]]>&amp;',
  '__proto__',
  '\r\n\t\u2028\u2029',
  `${'wide '.repeat(400)}end`,
] as const;

/** Fills every field that a schema knows, so that fields of tomorrow are filled too. */
function filler(): (schema: JsonSchema) => unknown {
  let count = 0;
  const next = <T>(values: readonly T[]): T => values[(count += 1) % values.length] as T;
  function textOf({ pattern, format }: JsonSchema): string {
    if (format === 'date') return next(['2026-11-21', '2026-11-22']);
    return pattern === undefined ? next<string>(hostileTexts) : next<string>(hostileIds);
  }
  function fill(schema: JsonSchema): unknown {
    if (schema.const !== undefined) return schema.const;
    if (schema.enum !== undefined) return next(schema.enum);
    if (schema.anyOf !== undefined) return fill(next(schema.anyOf));
    if (schema.prefixItems !== undefined) return schema.prefixItems.map(fill);
    if (schema.properties !== undefined)
      return Object.fromEntries(
        Object.entries(schema.properties).map(([name, inner]) => [name, fill(inner)]),
      );
    const { additionalProperties: rows, propertyNames: keys } = schema;
    if (rows !== undefined) {
      const isOfIds = keys?.pattern !== undefined && keys.format === undefined;
      const names = isOfIds ? hostileIds : [textOf(keys ?? {})];
      return Object.fromEntries(names.map((name) => [name, fill(rows)]));
    }
    switch (schema.type) {
      case 'string':
        return textOf(schema);
      case 'boolean':
        return next([true, false]);
      case 'integer':
        return 1;
      default:
        // One value for all three of a range, and a share of everything.
        return schema.maximum === undefined || schema.maximum >= 0.5 ? 0.5 : schema.maximum;
    }
  }
  return fill;
}

/** A project in which every field of every record holds something, with hostile ids and texts in each place that takes any; all elements stand on one map, so that flows have their ends. */
export function filledProject(): Project {
  const filled = filler()(z.toJSONSchema(projectSchema, { io: 'output' }) as JsonSchema) as Project;
  const [map] = hostileIds;
  const ids: readonly string[] = hostileIds;
  const nodes = Object.entries(filled.nodes).map(([id, node], at) => [
    id,
    { ...node, map, order: at, type: at === 0 ? 'start' : at === ids.length - 1 ? 'end' : 'step' },
  ]);
  const flows = Object.entries(filled.flows).map(([id, flow], at) => [
    id,
    {
      ...flow,
      map,
      from: ids[at] ?? map,
      to: ids[at + 1] ?? ids[1],
      kind: at === ids.length - 1 ? 'rework' : 'normal',
    },
  ]);
  return projectSchema.parse({
    ...filled,
    nodes: Object.fromEntries(nodes),
    flows: Object.fromEntries(flows),
  });
}
