import { create, type Font } from 'fontkit';
import { describe, expect, it } from 'vitest';
import { embeddedFonts } from '../../../../main/export/docx/embedded-fonts';
import { toDocx } from '../../../../main/export/docx/to-docx';
import type { Report } from '../../../../shared/report/types';
import { elementsNamed, ooxmlProblems, openOoxml } from '../../../helpers/ooxml-check';
import { sampleReport } from '../../../helpers/sample-report';

const options = { theme: 'light', paper: 'a4', orientation: 'portrait', today: '2026-11-22' } as const;

const saying = (text: string): Report => ({
  ...sampleReport,
  sections: [{ name: 'findings', title: 'Findings', blocks: [{ kind: 'paragraph', text }] }],
});

/** As the standard says: the first 32 bytes are mixed with the key, read from its end. */
function unmixed(bytes: Uint8Array, key: string): Uint8Array {
  const numbers = Buffer.from(key.replaceAll(/[{}-]/g, ''), 'hex').reverse();
  return bytes.map((byte, at) => (at < 32 ? byte ^ (numbers[at % 16] ?? 0) : byte));
}

function openFont(bytes: Uint8Array): Font {
  const font = create(Buffer.from(bytes));
  if ('fonts' in font) throw new TypeError('one font');
  return font;
}

/** Sum of the words of a font, which the standard fixes. */
function wholeSum(bytes: Uint8Array): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  let sum = 0;
  for (let at = 0; at < bytes.length; at += 4) sum = (sum + view.getUint32(at)) >>> 0;
  return sum;
}

describe('the fonts in a Word document', () => {
  it('are the bundled family as regular and bold, with all letters of western Europe', async () => {
    const file = openOoxml(await toDocx(saying('Über naïve façades'), options));
    const [inter] = file.root('word/fontTable.xml').children;
    expect(inter?.attributes['w:name']).toBe('Inter');
    const fonts = ['w:embedRegular', 'w:embedBold'].map((name, at) => {
      const [font] = inter ? elementsNamed(inter, name) : [];
      return unmixed(file.bytes(`word/fonts/font${at + 1}.odttf`), font?.attributes['w:fontKey'] ?? '');
    });
    const opened = fonts.map(openFont);
    expect(opened.map(({ familyName, subfamilyName }) => [familyName, subfamilyName])).toEqual([
      ['Inter', 'Regular'],
      ['Inter', 'Bold'],
    ]);
    for (const font of opened)
      for (const letter of 'azAZ09ßñÅœ€–')
        expect(font.hasGlyphForCodePoint(letter.codePointAt(0) ?? 0)).toBe(true);
    const widths = opened.map((font) => font.layout('Lead time').advanceWidth);
    expect(widths[1]).toBeGreaterThan(widths[0] ?? 0);
    // The checksum of a whole TrueType font is this number by definition.
    expect(fonts.map(wholeSum)).toEqual([0xb1b0afba, 0xb1b0afba]);
  });

  it('are left out where a word would be set in two fonts, and kept where only signs are missing', async () => {
    expect(await embeddedFonts('Łódź')).toBeNull();
    expect(await embeddedFonts('Заявка')).toBeNull();
    expect(await embeddedFonts('申請 📞 → done')).not.toBeNull();
    const plain = await toDocx(saying('Заявка'), options);
    expect(ooxmlProblems(plain)).toEqual([]);
    expect(openOoxml(plain).paths.filter((path) => path.endsWith('.odttf'))).toEqual([]);
  });

  it('leave the package sound', async () => {
    expect(ooxmlProblems(await toDocx(saying('Lead time'), options))).toEqual([]);
  });
});
