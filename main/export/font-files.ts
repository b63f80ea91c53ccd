import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { create, type Font } from 'fontkit';
import { fontFamilies, hasGlyph, isWeightless } from '../../shared/drawing/font-metrics';
import { missingCharacters } from '../../shared/drawing/missing-characters';
import { isSingle } from '../../shared/drawing/text-units';

/** A file of a bundled font. */
export interface FontFile {
  /** Unique among the files; letters, digits and hyphens. */
  readonly name: string;
  readonly family: (typeof fontFamilies)[number];
  /** Whether it has all weights; else it has one. */
  readonly hasAxis: boolean;
  /** WOFF2. */
  readonly bytes: Uint8Array;
  readonly characters: ReadonlySet<number>;
}

const [interFamily, japaneseFamily, emojiFamily] = fontFamilies;
const interPackage = '@fontsource-variable/inter';
const japanesePackage = '@fontsource-variable/noto-sans-jp';
const emojiPath = '@fontsource/noto-emoji/files/noto-emoji-emoji-400-normal.woff2';
/** Inter comes in files for groups of scripts; the first that has a character gives it. */
const interSubsets = ['latin', 'latin-ext', 'cyrillic', 'cyrillic-ext', 'greek', 'greek-ext', 'vietnamese'];
const fromHere = createRequire(import.meta.url);

/** Reads a font; throws `TypeError` for a collection of fonts. */
export function openFont(bytes: Uint8Array): Font {
  const font = create(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  if ('fonts' in font) throw new TypeError('a bundled font is one font, not a collection');
  return font;
}

const opened = new Map<string, Promise<FontFile>>();

/** A font file, read once from the package beside the program (checkout, built, or packaged). */
function fileAt(place: string, about: Omit<FontFile, 'bytes' | 'characters'>): Promise<FontFile> {
  const open = async (): Promise<FontFile> => {
    const bytes = await readFile(fromHere.resolve(place));
    const characters = openFont(bytes).characterSet.filter((point) => point >= 0x20);
    return { ...about, bytes, characters: new Set(characters) };
  };
  const found = opened.get(place) ?? open();
  opened.set(place, found);
  return found;
}

async function interFileFor(point: number): Promise<FontFile | null> {
  for (const name of interSubsets) {
    const place = `${interPackage}/files/inter-${name}-wght-normal.woff2`;
    const file = await fileAt(place, { name, family: interFamily, hasAxis: true });
    if (file.characters.has(point)) return file;
  }
  return null;
}

/** First and last code point of each piece of a CSS unicode-range: `U+3042,U+4e00-4e10,U+1f??`. */
function rangesOf(text: string): readonly (readonly [number, number])[] {
  return text.split(',').map((piece) => {
    const [first = '', last = first] = piece.trim().slice(2).split('-');
    return [
      Number.parseInt(first.replaceAll('?', '0'), 16),
      Number.parseInt(last.replaceAll('?', 'f'), 16),
    ] as const;
  });
}

/** Names of the files of the Japanese font with the characters that each has. */
let japaneseIndex: Promise<ReadonlyMap<string, readonly (readonly [number, number])[]>> | undefined;

async function readJapaneseIndex(): Promise<ReadonlyMap<string, readonly (readonly [number, number])[]>> {
  const text = await readFile(fromHere.resolve(`${japanesePackage}/unicode.json`), 'utf8');
  const index: unknown = JSON.parse(text);
  return new Map(
    Object.entries(index ?? {}).map(([key, ranges]) => [
      key.replaceAll(/[[\]]/g, ''),
      rangesOf(String(ranges)),
    ]),
  );
}

async function japaneseFileFor(point: number): Promise<FontFile | null> {
  japaneseIndex ??= readJapaneseIndex();
  for (const [name, ranges] of await japaneseIndex) {
    if (!ranges.some(([first, last]) => point >= first && point <= last)) continue;
    const place = `${japanesePackage}/files/noto-sans-jp-${name}-wght-normal.woff2`;
    const file = await fileAt(place, { name: `jp-${name}`, family: japaneseFamily, hasAxis: true });
    if (file.characters.has(point)) return file;
  }
  return null;
}

async function emojiFileFor(points: readonly number[]): Promise<FontFile | null> {
  const file = await fileAt(emojiPath, { name: 'emoji', family: emojiFamily, hasAxis: false });
  return points.every((point) => file.characters.has(point)) ? file : null;
}

/** The font file that has a piece of a text as `unitsOf` gives it; null where none has it. Reads only what it must. */
export async function fontFileFor(unit: string): Promise<FontFile | null> {
  const point = unit.codePointAt(0) ?? 0;
  if (isSingle(unit)) {
    if (hasGlyph(unit)) return await interFileFor(point);
    if (!isWeightless(unit) && missingCharacters(unit).length > 0) return null;
    return (await japaneseFileFor(point)) ?? (await emojiFileFor([point]));
  }
  const shown = [...unit].filter((character) => !isWeightless(character));
  return await emojiFileFor(shown.map((character) => character.codePointAt(0) ?? 0));
}
