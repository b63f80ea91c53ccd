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
  | { readonly kind: 'empty' | 'not-json' | 'too-deep' }
  /** A number beyond anything that is counted, or a name that changes what an object inherits. */
  | { readonly kind: 'unsafe'; readonly path: string; readonly what: 'number' | 'name' };

/** True where brackets are nested deeper than any document of ours; reads strings as JSON does. */
function isTooDeep(text: string): boolean {
  let depth = 0;
  let isString = false;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (isString) {
      if (code === 0x5c) at += 1;
      else if (code === 0x22) isString = false;
    } else if (code === 0x22) isString = true;
    else if (code === 0x7b || code === 0x5b) {
      depth += 1;
      if (depth > deepest) return true;
    } else if (code === 0x7d || code === 0x5d) depth -= 1;
  }
  return false;
}

export function isObject(value: JsonValue | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function isList(value: JsonValue | undefined): value is readonly JsonValue[] {
  return Array.isArray(value);
}

function findUnsafe(value: JsonValue, path: string): { path: string; what: 'number' | 'name' } | null {
  if (typeof value === 'number') return Math.abs(value) <= largestNumber ? null : { path, what: 'number' };
  if (typeof value !== 'object' || value === null) return null;
  for (const [key, each] of Object.entries(value)) {
    const below = path === '' ? key : `${path}.${key}`;
    if (key === '__proto__') return { path: below, what: 'name' };
    const unsafe = findUnsafe(each, below);
    if (unsafe !== null) return unsafe;
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
  if (isTooDeep(body)) return { kind: 'too-deep' };
  const value = valueOf(body);
  if (value === undefined) return { kind: 'not-json' };
  const unsafe = findUnsafe(value, '');
  return unsafe === null ? { kind: 'parsed', value } : { kind: 'unsafe', ...unsafe };
}
