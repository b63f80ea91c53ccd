import type { Weight } from './display-list';
import { packedWidths, unitsPerEm } from './font-widths';

/** Name of the bundled font family, as style sheets and exports call it. */
export const fontFamily = 'Inter Variable';

const weights: readonly Weight[] = [400, 500, 600, 650];

/** Advance widths in em by code point, one map per weight. */
function unpackWidths(): ReadonlyMap<Weight, ReadonlyMap<number, number>> {
  const tables = new Map(weights.map((weight) => [weight, new Map<number, number>()]));
  for (const row of packedWidths.split(';')) {
    const [sizes = '', points = ''] = row.split(':');
    const ems = sizes.split(' ').map((size) => Number.parseInt(size, 36) / unitsPerEm);
    for (const run of points.split(' ')) {
      const [first = '', last = first] = run.split('-');
      for (let point = Number.parseInt(first, 36); point <= Number.parseInt(last, 36); point += 1) {
        weights.forEach((weight, index) => tables.get(weight)?.set(point, ems[index] ?? 1));
      }
    }
  }
  return tables;
}

const tables = unpackWidths();
const anyTable: ReadonlyMap<number, number> = tables.get(400) ?? new Map();

/** Characters that take no room: combining marks, joiners, variation selectors, direction marks. */
const weightless = /^[\p{Mn}\p{Me}\p{Cf}]$/u;
const pictograph = /^\p{Extended_Pictographic}$/u;

/** Widths of characters that the font lacks are guesses on the safe side: one em, emoji a third more. */
function missingWidth(character: string): number {
  if (weightless.test(character)) return 0;
  return pictograph.test(character) ? 4 / 3 : 1;
}

/** True where the bundled font has the character. */
export function hasGlyph(character: string): boolean {
  return anyTable.has(character.codePointAt(0) ?? -1);
}

/** The characters of a text that the bundled font lacks, each once; marks and joiners that take no room are not reported. */
export function missingCharacters(text: string): readonly string[] {
  const missing = [...text].filter(
    (character) => !hasGlyph(character) && !weightless.test(character) && character.trim() !== '',
  );
  return [...new Set(missing)];
}

/** Width of one character in em. */
export function characterWidth(character: string, weight: Weight): number {
  return tables.get(weight)?.get(character.codePointAt(0) ?? -1) ?? missingWidth(character);
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

/** Width of one line in pixels, without kerning (the drawing switches it off); exact for what the font has, never too small for the rest. */
export function measureText(text: string, size: number, weight: Weight): number {
  const ascii = asciiTables[weight];
  let ems = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code < asciiEnd) {
      ems += ascii[code] ?? 0;
      continue;
    }
    const character = String.fromCodePoint(text.codePointAt(at) ?? code);
    ems += characterWidth(character, weight);
    at += character.length - 1;
  }
  return ems * size;
}
