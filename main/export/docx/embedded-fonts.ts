import { hasGlyph } from '../../../shared/drawing/font-metrics';
import { fontFileFor } from '../font-files';
import { subset } from '../subset';
import { xml, xmlFile } from '../xml';
import type { ZipEntry } from '../zip';
import { fontName } from './font-table';
import { styledFont } from './static-font';

/** A font inside a document: its file is mixed with its key, as the standard wants it. */
interface EmbeddedFont {
  readonly element: 'embedRegular' | 'embedBold';
  /** Those that drawings have, and texts are measured in. */
  readonly weight: 400 | 650;
  readonly key: string;
}

/** Keys are any numbers; with the same ones the same document has the same bytes. */
const fonts: readonly EmbeddedFont[] = [
  { element: 'embedRegular', weight: 400, key: '5A1C0F37-8E42-4B6D-9C71-2D3E4F506172' },
  { element: 'embedBold', weight: 650, key: '7B2D1E48-9F53-4C7E-8D82-3E4F50617283' },
];

const mixedLength = 32;

function mixed(font: Uint8Array, key: string): Uint8Array {
  const numbers = (key.replaceAll('-', '').match(/../g) ?? [])
    .map((pair) => Number.parseInt(pair, 16))
    .reverse();
  return font.map((byte, at) => (at < mixedLength ? byte ^ (numbers[at % numbers.length] ?? 0) : byte));
}

/** What a document with fonts inside has more than others. */
export interface EmbeddedFonts {
  readonly entries: readonly ZipEntry[];
  /** Elements of the font's entry in the list of fonts. */
  readonly elements: string;
}

const relationTypes = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packageSpace = 'http://schemas.openxmlformats.org/package/2006/relationships';

/**
 * The bundled font in two weights with all letters of western Europe, so that the document looks the same
 * everywhere. Null where a text has letters that only another file of the font has: a document holds one file of a
 * style, and words must not be set in two fonts.
 */
export async function embeddedFonts(text: string): Promise<EmbeddedFonts | null> {
  const file = await fontFileFor('a');
  if (file === null) return null;
  const isOther = (letter: string): boolean =>
    /\p{L}/u.test(letter) && hasGlyph(letter) && !file.characters.has(letter.codePointAt(0) ?? 0);
  if ([...new Set(text)].some(isOther)) return null;
  const letters = String.fromCodePoint(...file.characters);
  const entries: ZipEntry[] = [];
  for (const [at, { weight, key }] of fonts.entries()) {
    const bytes = await subset(file.bytes, letters, {
      targetFormat: 'truetype',
      keepFeatures: ['ccmp', 'kern', 'mark', 'mkmk'],
      wght: weight,
    });
    const font = styledFont(bytes, { family: fontName, isBold: weight === 650 });
    entries.push({ path: `word/fonts/font${at + 1}.odttf`, content: mixed(font, key) });
  }
  const relations = fonts.map((_, at) =>
    xml('Relationship', {
      Id: `rId${at + 1}`,
      Type: `${relationTypes}/font`,
      Target: `fonts/font${at + 1}.odttf`,
    }),
  );
  const elements = fonts.map(({ element, key }, at) =>
    xml(`w:${element}`, { 'r:id': `rId${at + 1}`, 'w:fontKey': `{${key}}` }),
  );
  return {
    entries: [
      {
        path: 'word/_rels/fontTable.xml.rels',
        content: xmlFile(xml('Relationships', { xmlns: packageSpace }, ...relations)),
      },
      ...entries,
    ],
    elements: elements.join(''),
  };
}
