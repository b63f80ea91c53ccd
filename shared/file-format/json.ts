import { largestNumber } from '../model/schema-tools';

/** What JSON can hold. */
export type JsonValue = null | boolean | number | string | readonly JsonValue[] | JsonObject;
export interface JsonObject {
  readonly [key: string]: JsonValue;
}

/** Our documents are some six levels deep; fields of others may be deeper, within reason. */
const deepest = 40;

export type ParsedJson =
  | { readonly kind: 'parsed'; readonly value: JsonValue }
  | { readonly kind: 'empty' | 'not-json' | 'too-deep' | 'too-many' }
  /** A number beyond anything that is counted, or a name that changes what an object inherits. */
  | { readonly kind: 'unsafe'; readonly path: string; readonly what: 'number' | 'name' };

/** The most values of one text: twice those of a map of the largest size. More would not fit into the memory. */
const mostValues = 8_000_000;

/** Whether brackets are nested deeper than in any document of ours, or there are more values than `most`; reads strings as JSON does. */
function beyond(text: string, most: number): 'deep' | 'many' | null {
  let depth = 0;
  let values = 1;
  let isString = false;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (isString) {
      if (code === 0x5c) at += 1;
      else if (code === 0x22) isString = false;
    } else if (code === 0x22) isString = true;
    else if (code === 0x7b || code === 0x5b) {
      depth += 1;
      values += 1;
      if (depth > deepest) return 'deep';
    } else if (code === 0x7d || code === 0x5d) depth -= 1;
    else if (code === 0x2c) values += 1;
    if (values > most) return 'many';
  }
  return null;
}

/** True where a text of JSON holds more than so many values; where it breaks off or is too deep, that is found by reading it. */
export function hasMoreValues(text: string, most: number): boolean {
  return beyond(text, most) === 'many';
}

export function isObject(value: JsonValue | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function isList(value: JsonValue | undefined): value is readonly JsonValue[] {
  return Array.isArray(value);
}

interface Unsafe {
  /** Where it is, from the outside in. */
  readonly path: readonly string[];
  readonly what: 'number' | 'name';
}

/** Names of places are made only for what is found: a list may be so long that they would not fit into the memory. */
function findUnsafe(value: JsonValue): Unsafe | null {
  if (typeof value === 'number')
    return Math.abs(value) <= largestNumber ? null : { path: [], what: 'number' };
  if (typeof value !== 'object' || value === null) return null;
  if (isList(value)) {
    for (let at = 0; at < value.length; at += 1) {
      const unsafe = findUnsafe(value[at] ?? null);
      if (unsafe !== null) return { ...unsafe, path: [String(at), ...unsafe.path] };
    }
    return null;
  }
  for (const key of Object.keys(value)) {
    if (key === '__proto__') return { path: [key], what: 'name' };
    const unsafe = findUnsafe(value[key] ?? null);
    if (unsafe !== null) return { ...unsafe, path: [key, ...unsafe.path] };
  }
  return null;
}

function valueOf(text: string): JsonValue | undefined {
  try {
    return JSON.parse(text) as JsonValue;
  } catch {
    return undefined;
  }
}

/** JSON from a text of any origin; never throws, whatever the depth, the numbers or the names. */
export function parseJson(text: string): ParsedJson {
  const body = text.startsWith('\ufeff') ? text.slice(1) : text;
  if (body.trim() === '') return { kind: 'empty' };
  const found = beyond(body, mostValues);
  if (found !== null) return { kind: found === 'deep' ? 'too-deep' : 'too-many' };
  const value = valueOf(body);
  if (value === undefined) return { kind: 'not-json' };
  const unsafe = findUnsafe(value);
  return unsafe === null
    ? { kind: 'parsed', value }
    : { kind: 'unsafe', path: unsafe.path.join('.'), what: unsafe.what };
}
