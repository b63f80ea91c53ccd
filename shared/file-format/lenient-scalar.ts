import type { JsonValue } from './json';

/** Where the string that begins at `at` ends, behind its closing quote; -1 where it breaks off. Line ends are never part of a string of ours. */
export function endOfString(text: string, at: number): number {
  for (let next = at + 1; next < text.length; next += 1) {
    const code = text.charCodeAt(next);
    if (code === 0x22) return next + 1;
    if (code < 0x20) return -1;
    if (code === 0x5c) next += 1;
  }
  return -1;
}

/** The value of a complete JSON text that holds no fields of its own: text, finite number, true, false, null, `{}` or `[]`; undefined for anything else. */
export function scalarOf(text: string): JsonValue | undefined {
  if (text === '{}') return {};
  if (text === '[]') return [];
  if (text.startsWith('{') || text.startsWith('[')) return undefined;
  try {
    const value = JSON.parse(text) as JsonValue;
    return typeof value === 'number' && !Number.isFinite(value) ? undefined : value;
  } catch {
    return undefined;
  }
}
