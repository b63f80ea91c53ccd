import type { DisplayList, Item, Weight } from '../../shared/drawing/display-list';
import { unitWidth } from '../../shared/drawing/font-metrics';
import type { EmbeddedFace, Outliner } from '../../shared/drawing/svg';
import { isSingle, unitsOf } from '../../shared/drawing/text-units';
import { type FontFile, fontFileFor, openFont } from './font-files';
import { subset } from './subset';

/** A text and the weight that it is set in. */
export interface WeighedText {
  readonly text: string;
  readonly weight: Weight;
}

/** Every text of a drawing. */
export function textsOf(list: DisplayList): readonly WeighedText[] {
  const found: WeighedText[] = [];
  const visit = (items: readonly Item[]): void => {
    for (const item of items) {
      if (item.kind === 'group') visit(item.items);
      else if (item.kind === 'text') found.push(item);
    }
  };
  visit(list.items);
  return found;
}

/** The pieces of texts that each font file gives, in a fixed order; those that no file has are left out. */
async function byFile(texts: Iterable<string>): Promise<ReadonlyMap<FontFile, readonly string[]>> {
  const units = new Set<string>();
  for (const text of texts) for (const unit of unitsOf(text)) units.add(unit);
  const found = new Map<FontFile, string[]>();
  for (const unit of [...units].sort()) {
    const file = await fontFileFor(unit);
    if (!file) continue;
    const known = found.get(file);
    if (known) known.push(unit);
    else found.set(file, [unit]);
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

/** A font of one weight without axes, with the pieces of texts that were asked for. */
export interface StaticFont {
  readonly name: string;
  /** Null for a font that has one weight for all. */
  readonly weight: Weight | null;
  readonly units: ReadonlySet<string>;
  /** TrueType. */
  readonly bytes: Uint8Array;
}

async function staticFont(
  file: FontFile,
  units: readonly string[],
  weight: Weight | null,
): Promise<StaticFont> {
  const bytes = await subset(file.bytes, units.join(''), {
    targetFormat: 'truetype',
    keepFeatures: file.hasAxis ? [] : ['ccmp'],
    ...(weight === null ? {} : { wght: weight }),
  });
  const name = weight === null ? file.name : `${file.name}-${weight}`;
  return { name, weight, units: new Set(units), bytes: padded(bytes) };
}

/** Fonts of fixed weight for all texts, without kerning, as drawings measure them. */
export async function staticFonts(texts: readonly WeighedText[]): Promise<readonly StaticFont[]> {
  const fonts: StaticFont[] = [];
  const ofOneWeight = new Map<FontFile, Set<string>>();
  for (const weight of [...new Set(texts.map((each) => each.weight))].sort((a, b) => a - b)) {
    const ofWeight = texts.filter((each) => each.weight === weight).map(({ text }) => text);
    for (const [file, units] of await byFile(ofWeight)) {
      if (file.hasAxis) fonts.push(await staticFont(file, units, weight));
      else ofOneWeight.set(file, new Set([...(ofOneWeight.get(file) ?? []), ...units]));
    }
  }
  for (const [file, units] of ofOneWeight) fonts.push(await staticFont(file, [...units].sort(), null));
  return fonts;
}

/** The font that has a piece of a text in a weight. */
export function fontOf(fonts: readonly StaticFont[], unit: string, weight: Weight): StaticFont | null {
  const has = (font: StaticFont): boolean =>
    (font.weight === null || font.weight === weight) && font.units.has(unit);
  return fonts.find(has) ?? null;
}

const unitsPerEm = 2048;
type Opened = ReturnType<typeof openFont>;

/** The outline of an emoji of several characters: one glyph, or several side by side in the room of one. */
function sequenceOutline(font: Opened, unit: string, weight: Weight): string {
  const { glyphs, advanceWidth } = font.layout(unit);
  const scale = unitsPerEm / font.unitsPerEm;
  const squeeze = Math.min(1, (unitWidth(unit, weight) * font.unitsPerEm) / advanceWidth);
  let at = 0;
  const paths = glyphs.map((glyph) => {
    const { path } = glyph;
    const d = path.transform(scale * squeeze, 0, 0, -scale, at * scale * squeeze, 0).toSVG();
    at += glyph.advanceWidth;
    return d;
  });
  return paths.join('');
}

/** Outlines of everything that a drawing writes. */
export async function outlinerFor(list: DisplayList): Promise<Outliner> {
  const fonts = await staticFonts(textsOf(list));
  const opened = new Map(fonts.map((font) => [font, openFont(font.bytes)]));
  return {
    unitsPerEm,
    outline: (unit, weight) => {
      const found = fontOf(fonts, unit, weight);
      const font = found && opened.get(found);
      if (!font) return null;
      if (!isSingle(unit)) return sequenceOutline(font, unit, weight);
      const scale = unitsPerEm / font.unitsPerEm;
      return font
        .glyphForCodePoint(unit.codePointAt(0) ?? 0)
        .path.scale(scale, -scale)
        .toSVG();
    },
  };
}

/** The font files that an SVG or a page carries for its texts: only the characters in use, with the weights of drawings. */
export async function embeddedFaces(texts: Iterable<string>): Promise<readonly EmbeddedFace[]> {
  const faces: EmbeddedFace[] = [];
  for (const [file, units] of await byFile(texts)) {
    const characters = [...new Set(units.join(''))].sort();
    const bytes = await subset(file.bytes, characters.join(''), {
      targetFormat: 'woff2',
      keepFeatures: ['ccmp', 'mark', 'mkmk', 'tnum'],
      ...(file.hasAxis ? { wght: { min: 400, max: 650 } } : {}),
    });
    const range = characters
      .map((character) => `U+${(character.codePointAt(0) ?? 0).toString(16)}`)
      .join(',');
    faces.push({ family: file.family, base64: Buffer.from(bytes).toString('base64'), range });
  }
  return faces;
}
