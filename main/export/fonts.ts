import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { create, type Font } from 'fontkit';
import type { DisplayList, Item, Weight } from '../../shared/drawing/display-list';
import type { EmbeddedFace, Outliner } from '../../shared/drawing/svg';
import { subset } from './subset';

/** The bundled font comes in files for groups of scripts; the first that has a character gives it. */
const subsetNames = [
  'latin',
  'latin-ext',
  'cyrillic',
  'cyrillic-ext',
  'greek',
  'greek-ext',
  'vietnamese',
] as const;
type SubsetName = (typeof subsetNames)[number];

interface FontFile {
  readonly name: SubsetName;
  /** WOFF2 with the weight axis. */
  readonly bytes: Uint8Array;
  readonly characters: ReadonlySet<number>;
}

const packageName = '@fontsource-variable/inter';
const fromHere = createRequire(import.meta.url);

function openFont(bytes: Uint8Array): Font {
  const font = create(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  if ('fonts' in font) throw new TypeError('the bundled font is one font, not a collection');
  return font;
}

async function readFontFile(name: SubsetName): Promise<FontFile> {
  const bytes = await readFile(fromHere.resolve(`${packageName}/files/inter-${name}-wght-normal.woff2`));
  const characters = openFont(bytes).characterSet.filter((point) => point >= 0x20);
  return { name, bytes, characters: new Set(characters) };
}

let files: Promise<readonly FontFile[]> | undefined;

/** The files of the bundled font, read once from the package beside the program (checkout, built, or packaged). */
function fontFiles(): Promise<readonly FontFile[]> {
  files ??= Promise.all(subsetNames.map(readFontFile));
  return files;
}

/** The characters of a drawing by the weight that they are drawn in. */
export function charactersOf(list: DisplayList): ReadonlyMap<Weight, ReadonlySet<string>> {
  const found = new Map<Weight, Set<string>>();
  const visit = (items: readonly Item[]): void => {
    for (const item of items) {
      if (item.kind === 'group') visit(item.items);
      if (item.kind !== 'text') continue;
      const characters = found.get(item.weight) ?? new Set<string>();
      for (const character of item.text) characters.add(character);
      found.set(item.weight, characters);
    }
  };
  visit(list.items);
  return found;
}

function sortedText(characters: Iterable<string>): string {
  return [...characters].sort().join('');
}

/** The characters that each font file gives; those that no file has are left out. */
async function byFile(characters: Iterable<string>): Promise<ReadonlyMap<FontFile, string>> {
  const all = await fontFiles();
  const found = new Map<FontFile, string>();
  for (const character of sortedText(characters)) {
    const point = character.codePointAt(0) ?? 0;
    const file = all.find((each) => each.characters.has(point));
    if (file) found.set(file, (found.get(file) ?? '') + character);
  }
  return found;
}

/** The font reader looks ten bytes beyond an empty glyph, which may be the last of the file. */
const padding = 16;

function padded(bytes: Uint8Array): Uint8Array {
  const longer = new Uint8Array(bytes.length + padding);
  longer.set(bytes);
  return longer;
}

/** A font of one weight without axes, with the characters that were asked for. */
export interface StaticFont {
  readonly name: string;
  readonly weight: Weight;
  readonly characters: ReadonlySet<string>;
  /** TrueType. */
  readonly bytes: Uint8Array;
}

/** Fonts of fixed weight for everything that a drawing writes, without kerning, as the drawing measured it. */
export async function staticFonts(list: DisplayList): Promise<readonly StaticFont[]> {
  const fonts: StaticFont[] = [];
  for (const [weight, characters] of [...charactersOf(list)].sort(([a], [b]) => a - b)) {
    for (const [file, text] of await byFile(characters)) {
      const bytes = await subset(file.bytes, text, {
        targetFormat: 'truetype',
        keepFeatures: [],
        wght: weight,
      });
      const name = `${file.name}-${weight}`;
      fonts.push({ name, weight, characters: new Set(text), bytes: padded(bytes) });
    }
  }
  return fonts;
}

/** Outlines of every character that a drawing writes. */
export async function outlinerFor(list: DisplayList): Promise<Outliner> {
  const fonts = await staticFonts(list);
  const opened = fonts.map((font) => ({ ...font, font: openFont(font.bytes) }));
  return {
    unitsPerEm: opened[0]?.font.unitsPerEm ?? 2048,
    outline: (character, weight) => {
      const found = opened.find((each) => each.weight === weight && each.characters.has(character));
      if (!found) return null;
      const glyph = found.font.glyphForCodePoint(character.codePointAt(0) ?? 0);
      return glyph.path.scale(1, -1).toSVG();
    },
  };
}

/** The font files that an SVG carries: only the characters in use, with the weights of the drawing. */
export async function embeddedFaces(list: DisplayList): Promise<readonly EmbeddedFace[]> {
  const characters = [...charactersOf(list).values()].flatMap((each) => [...each]);
  const faces: EmbeddedFace[] = [];
  for (const [file, text] of await byFile(new Set(characters))) {
    const bytes = await subset(file.bytes, text, {
      targetFormat: 'woff2',
      keepFeatures: ['ccmp', 'mark', 'mkmk'],
      wght: { min: 400, max: 650 },
    });
    const points = [...text].map((character) => `U+${(character.codePointAt(0) ?? 0).toString(16)}`);
    faces.push({ base64: Buffer.from(bytes).toString('base64'), range: points.join(',') });
  }
  return faces;
}
