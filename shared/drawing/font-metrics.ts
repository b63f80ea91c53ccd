import type { Weight } from './display-list';
import { fallbackUnits, packedFallbackWidths } from './fallback-widths';
import { packedWidths, unitsPerEm } from './font-widths';
import { hasSequences, isSingle, unitsOf } from './text-units';

/** Names of the bundled font families, as style sheets and exports call them: the first that has a character gives it. */
export const fontFamilies = ['Inter Variable', 'Noto Sans JP Variable', 'Noto Emoji'] as const;

const weights: readonly Weight[] = [400, 500, 600, 650];

type Widths = ReadonlyMap<Weight, ReadonlyMap<number, number>>;

/** Advance widths in em by code point, one map per weight. */
function unpackWidths(packed: string, unitsPerEmOfThem: number): Widths {
  const unpacked = new Map(weights.map((weight) => [weight, new Map<number, number>()]));
  for (const row of packed.split(';')) {
    const [sizes = '', points = ''] = row.split(':');
    const ems = sizes.split(' ').map((size) => Number.parseInt(size, 36) / unitsPerEmOfThem);
    for (const run of points.split(' ')) {
      const [first = '', last = first] = run.split('-');
      for (let point = Number.parseInt(first, 36); point <= Number.parseInt(last, 36); point += 1) {
        weights.forEach((weight, index) => unpacked.get(weight)?.set(point, ems[index] ?? 1));
      }
    }
  }
  return unpacked;
}

const tables = unpackWidths(packedWidths, unitsPerEm);
const anyTable: ReadonlyMap<number, number> = tables.get(400) ?? new Map();
let fallbackTables: Widths | undefined;

/** Characters that take no room: combining marks, joiners, variation selectors, direction marks. */
const weightless = /^[\p{Mn}\p{Me}\p{Cf}]$/u;
const pictograph = /^\p{Extended_Pictographic}$/u;
/** Every picture of the bundled emoji font is as wide, em. */
const emojiWidth = 2600 / 2048;

/** True for a character that takes no room beside the one that it belongs to. */
export function isWeightless(character: string): boolean {
  return weightless.test(character);
}

/** Width of a character that Inter lacks: of the bundled fonts for Japanese and emoji, or a guess on the safe side where they lack it too. */
function fallbackWidth(character: string, weight: Weight): number {
  fallbackTables ??= unpackWidths(packedFallbackWidths, fallbackUnits);
  const width = fallbackTables.get(weight)?.get(character.codePointAt(0) ?? -1);
  if (width !== undefined) return width;
  if (isWeightless(character)) return 0;
  return pictograph.test(character) ? 4 / 3 : 1;
}

/** True where Inter has the character. */
export function hasGlyph(character: string): boolean {
  return anyTable.has(character.codePointAt(0) ?? -1);
}

/** Width of one character in em. */
function characterWidth(character: string, weight: Weight): number {
  return tables.get(weight)?.get(character.codePointAt(0) ?? -1) ?? fallbackWidth(character, weight);
}

/** Width in em of a piece of a text as `unitsOf` gives it. */
export function unitWidth(unit: string, weight: Weight): number {
  return isSingle(unit) ? characterWidth(unit, weight) : emojiWidth;
}

const asciiEnd = 0x7f;

/** Widths of the ASCII characters in em, by code: most names have no others. */
const asciiTables: Readonly<Record<Weight, Float64Array>> = {
  400: asciiTable(400),
  500: asciiTable(500),
  600: asciiTable(600),
  650: asciiTable(650),
};

function asciiTable(weight: Weight): Float64Array {
  return Float64Array.from({ length: asciiEnd }, (_, code) =>
    characterWidth(String.fromCharCode(code), weight),
  );
}

/** The first character that can join others to one picture. */
const firstJoiner = 0x200d;

function measureUnits(text: string, size: number, weight: Weight): number {
  return unitsOf(text).reduce((ems, unit) => ems + unitWidth(unit, weight), 0) * size;
}

/** Width of one line in pixels, without kerning (the drawing switches it off); exact for what the bundled fonts have, never too small for the rest. */
export function measureText(text: string, size: number, weight: Weight): number {
  const ascii = asciiTables[weight];
  let ems = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code < asciiEnd) {
      ems += ascii[code] ?? 0;
      continue;
    }
    if (code >= firstJoiner && hasSequences(text)) return measureUnits(text, size, weight);
    const character = String.fromCodePoint(text.codePointAt(at) ?? code);
    ems += characterWidth(character, weight);
    at += character.length - 1;
  }
  return ems * size;
}
