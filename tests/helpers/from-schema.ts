import fc from 'fast-check';
import { z } from 'zod';

/** As much of JSON Schema as the schemas of this project give. */
export interface JsonSchema {
  readonly type?: string;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly JsonSchema[];
  readonly oneOf?: readonly JsonSchema[];
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: JsonSchema | boolean;
  readonly propertyNames?: JsonSchema;
  readonly prefixItems?: readonly JsonSchema[];
  readonly items?: JsonSchema | boolean;
  readonly maxItems?: number;
  readonly pattern?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly exclusiveMinimum?: number;
  readonly exclusiveMaximum?: number;
}

/** A schema of this project as JSON Schema, which another program can judge by. */
export function jsonSchemaOf(schema: z.core.$ZodType): JsonSchema {
  return z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as JsonSchema;
}

function stringsOf({ pattern, minLength = 0, maxLength = 60 }: JsonSchema): fc.Arbitrary<string> {
  if (pattern !== undefined) return fc.stringMatching(new RegExp(pattern));
  return fc.string({ minLength, maxLength: Math.min(maxLength, 60) });
}

function objectsOf(schema: JsonSchema): fc.Arbitrary<unknown> {
  const { properties, required = [], additionalProperties, propertyNames } = schema;
  if (properties === undefined && typeof additionalProperties === 'object')
    return fc.dictionary(stringsOf(propertyNames ?? {}), valuesOf(additionalProperties), { maxKeys: 4 });
  const values = Object.entries(properties ?? {}).map(([name, inner]) => [name, valuesOf(inner)] as const);
  return fc.record(Object.fromEntries(values), { requiredKeys: [...required], noNullPrototype: true });
}

function arraysOf({ prefixItems, items, maxItems = 4 }: JsonSchema): fc.Arbitrary<unknown> {
  if (prefixItems !== undefined) return fc.tuple(...prefixItems.map(valuesOf));
  return fc.array(typeof items === 'object' ? valuesOf(items) : fc.anything(), {
    maxLength: Math.min(maxItems, 4),
  });
}

function numbersOf(schema: JsonSchema): fc.Arbitrary<number> {
  const { type, exclusiveMinimum, exclusiveMaximum } = schema;
  const { minimum = exclusiveMinimum ?? -1e6, maximum = exclusiveMaximum ?? Math.max(1e6, minimum) } = schema;
  const isAllowed = (value: number): boolean => value !== exclusiveMinimum && value !== exclusiveMaximum;
  if (type === 'integer')
    return fc.integer({ min: Math.ceil(minimum), max: Math.floor(maximum) }).filter(isAllowed);
  return fc.double({ min: minimum, max: maximum, noNaN: true, noDefaultInfinity: true }).filter(isAllowed);
}

/** Values that fit a schema. */
export function valuesOf(schema: JsonSchema): fc.Arbitrary<unknown> {
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices !== undefined) return fc.oneof(...choices.map(valuesOf));
  if (schema.const !== undefined) return fc.constant(schema.const);
  if (schema.enum !== undefined) return fc.constantFrom(...schema.enum);
  switch (schema.type) {
    case 'string':
      return stringsOf(schema);
    case 'boolean':
      return fc.boolean();
    case 'null':
      return fc.constant(null);
    case 'array':
      return arraysOf(schema);
    case 'object':
      return objectsOf(schema);
    case 'number':
    case 'integer':
      return numbersOf(schema);
    default:
      throw new Error(`No values are known for ${JSON.stringify(schema)}`);
  }
}

/** What somebody sends who wants a path read, a limit passed or a prototype changed. */
const hostileValues: readonly unknown[] = [
  '/etc/passwd',
  '../../../../etc/passwd',
  'file:///etc/passwd',
  'C:\\Windows\\win.ini',
  '\\\\host\\share\\x',
  '0'.repeat(32),
  'F'.repeat(32),
  `${'0'.repeat(32)}\n`,
  '',
  'a'.repeat(5_000),
  '\0',
  '\ud800',
  '__proto__',
  'constructor',
  Number.NaN,
  Number.POSITIVE_INFINITY,
  -1,
  1e308,
  10n,
  new Date(0),
  new Map([['document', null]]),
  new Uint8Array(8),
  { length: 1e9 },
  { toString: 'x', valueOf: 1 },
  JSON.parse('{"__proto__": {"polluted": true}}') as unknown,
  undefined,
  null,
];

/** Anything at all, and above all what somebody would send who means harm. */
export const hostileValue: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom(...hostileValues),
  fc.anything({ withDate: true, withMap: true, withSet: true, withTypedArray: true, withBigInt: true }),
);

const isContainer = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && (Array.isArray(value) || value.constructor === Object);

/** Every place below a value, as container and key. */
function placesIn(value: unknown): [Record<string, unknown>, string][] {
  if (!isContainer(value)) return [];
  return Object.keys(value).flatMap((key) => [
    [value, key] as [Record<string, unknown>, string],
    ...placesIn(value[key]),
  ]);
}

const ways = ['replace', 'remove', 'surplus', 'prototype', 'longer', 'wrap'] as const;

function change(
  copy: unknown[],
  way: (typeof ways)[number],
  at: number,
  hostile: unknown,
): readonly unknown[] {
  const places = placesIn(copy);
  const place = places[at % Math.max(places.length, 1)];
  if (place === undefined) return [hostile];
  const [holder, key] = place;
  const value = holder[key];
  if (way === 'replace') holder[key] = hostile;
  else if (way === 'remove') Reflect.deleteProperty(holder, key);
  else if (way === 'longer') holder[key] = typeof value === 'string' ? value + value + '!' : hostile;
  else if (way === 'wrap') holder[key] = [value];
  else if (way === 'prototype') Object.setPrototypeOf(holder, { path: hostile });
  else if (Array.isArray(holder)) holder.push(hostile);
  else holder[`${key}2`] = hostile;
  return copy;
}

/** Arguments that are almost right: one thing in them is changed, missing, too much or too long. */
export function nearly(args: fc.Arbitrary<unknown>): fc.Arbitrary<readonly unknown[]> {
  return fc
    .tuple(args, fc.constantFrom(...ways), fc.nat(), hostileValue)
    .map(([right, way, at, hostile]) => change(structuredClone(right) as unknown[], way, at, hostile));
}
