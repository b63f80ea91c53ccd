import type { Chance } from './random';

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

/** Values that have broken readers before. */
const oddValues: readonly Json[] = [
  null,
  true,
  false,
  0,
  -1,
  1,
  0.5,
  1e300,
  5e-324,
  2 ** 53,
  '',
  ' ',
  '0',
  'a',
  'constructor',
  '\ud800',
  '\u202e',
  '\0',
  'x'.repeat(300),
  [],
  {},
  [[]],
  [0],
  { likely: 5 },
  { likely: 3, low: 1, high: 9 },
];
const oddKeys = [
  'constructor',
  'toString',
  'hasOwnProperty',
  'prototype',
  'a',
  'id',
  '',
  'x'.repeat(70),
  '1',
];

interface Place {
  readonly holder: Json[] | { [key: string]: Json };
  readonly key: string | number;
}

function placesIn(value: Json, found: Place[] = []): Place[] {
  if (typeof value !== 'object' || value === null) return found;
  const keys = Array.isArray(value) ? value.keys() : Object.keys(value);
  for (const key of keys) {
    const place = { holder: value, key };
    found.push(place);
    placesIn(valueAt(place), found);
  }
  return found;
}

const valueAt = ({ holder, key }: Place): Json => (holder as { [key: string]: Json })[key] ?? null;

function put({ holder, key }: Place, value: Json): void {
  Object.defineProperty(holder, key, { value, writable: true, enumerable: true, configurable: true });
}

function drop({ holder, key }: Place): void {
  if (Array.isArray(holder)) holder.splice(Number(key), 1);
  else delete holder[key];
}

function parsed(text: string): Json | undefined {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return undefined;
  }
}

function changeOnce(
  places: readonly Place[],
  others: readonly Place[],
  words: readonly string[],
  chance: Chance,
): void {
  const place = chance.pick(places);
  const { holder } = place;
  const value = valueAt(place);
  switch (chance.below(8)) {
    case 0:
      return drop(place);
    case 1:
      return put(place, chance.pick(oddValues));
    case 2:
      return put(place, structuredClone(valueAt(chance.pick(places))));
    case 3:
      return others.length === 0 ? undefined : put(place, structuredClone(valueAt(chance.pick(others))));
    case 4:
      if (Array.isArray(holder)) return void holder.splice(Number(place.key), 0, structuredClone(value));
      return put(
        { holder, key: chance.oneIn(2) ? chance.pick(oddKeys) : `${place.key}2` },
        structuredClone(value),
      );
    case 5:
      if (typeof value === 'number')
        return put(place, chance.pick([-value, value * 1e6, value / 3, value + 1]));
      return words.length === 0 ? undefined : put(place, chance.pick(words));
    case 6: {
      if (Array.isArray(holder)) return;
      const other = chance.pick(others.length > 0 ? others : places);
      return put({ holder, key: String(other.key) }, structuredClone(valueAt(other)));
    }
    default:
      if (typeof value !== 'string' || words.length === 0) return;
      return put(place, chance.oneIn(2) ? value + chance.pick(words) : chance.pick(words) + value);
  }
}

/** A JSON text with one value, key or entry changed; null where it is none. */
export function mutateJson(
  text: string,
  other: string,
  words: readonly string[],
  chance: Chance,
): string | null {
  const value = parsed(text);
  if (value === undefined) return null;
  const places = placesIn(value);
  if (places.length === 0) return JSON.stringify(chance.pick(oddValues));
  changeOnce(places, placesIn(parsed(other) ?? null), words, chance);
  const made = JSON.stringify(value);
  // What an object inherits can only be changed by a text, never by a value.
  return chance.oneIn(60) ? made.replace(/"(\w+)":/, '"__proto__":') : made;
}
