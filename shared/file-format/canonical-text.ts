import type { JsonValue } from './json';

function byCodeUnits(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function write(value: unknown, indent: string): string {
  if (typeof value === 'number' && !Number.isFinite(value))
    throw new RangeError('A number that is not finite cannot be written.');
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const below = `${indent}  `;
  const [open, close] = Array.isArray(value) ? ['[', ']'] : ['{', '}'];
  const rows = Array.isArray(value)
    ? value.map((each) => below + write(each, below))
    : Object.entries(value)
        .filter(([, each]) => each !== undefined)
        .sort(([a], [b]) => byCodeUnits(a, b))
        .map(([key, each]) => `${below}${JSON.stringify(key)}: ${write(each, below)}`);
  return rows.length === 0 ? open + close : `${open}\n${rows.join(',\n')}\n${indent}${close}`;
}

/** The one text of a value: keys sorted by code units, two spaces a level, numbers as short as they read back, a newline at the end. Throws on a number that is not finite. */
export function canonicalText(value: JsonValue | object): string {
  return `${write(value, '')}\n`;
}
