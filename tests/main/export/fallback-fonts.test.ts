import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { PNG } from 'pngjs';
import { describe, expect, it } from 'vitest';
import { toDiagramPdf } from '../../../main/export/diagram-pdf';
import { fontFileFor } from '../../../main/export/font-files';
import { embeddedFaces, outlinerFor } from '../../../main/export/fonts';
import { toPng } from '../../../main/export/png';
import { toSvgFile } from '../../../main/export/svg';
import type { DisplayList } from '../../../shared/drawing/display-list';
import { measureText } from '../../../shared/drawing/font-metrics';
import { light } from '../../../shared/drawing/theme';

/** A drawing of some words, one below the other. */
const wordList = (...words: string[]): DisplayList => ({
  width: 400,
  height: 40 * words.length + 20,
  title: 'Words',
  description: 'Words',
  items: words.map((text, index) => ({
    kind: 'text',
    x: 10,
    y: 40 * index + 40,
    text,
    size: 24,
    weight: 500,
    ink: 'text',
  })),
});

const pictures = ['👩‍👩‍👧‍👦', '🇯🇵', '👍🏽', '🛠️', '📞', '1️⃣'];

describe('the bundled fonts', () => {
  it.each([
    ['A', 'latin'],
    ['Ж', 'cyrillic'],
    ['申', /^jp-\d+$/],
    ['ｱ', /^jp-\d+$/],
    ['📞', 'emoji'],
    ['🇯🇵', 'emoji'],
    ['👩‍👩‍👧‍👦', 'emoji'],
  ])('give %s from the right file', async (unit, name) => {
    expect((await fontFileFor(unit))?.name).toMatch(name);
  });

  it.each(['한', 'ไ', 'م', '\ud800'])('say that they lack %j', async (unit) => {
    expect(await fontFileFor(unit)).toBeNull();
  });

  it('draw an emoji of several characters as one picture', async () => {
    const outliner = await outlinerFor(wordList(...pictures));
    const single = outliner.outline('📞', 500);
    for (const picture of ['👩‍👩‍👧‍👦', '🇯🇵', '👍🏽', '1️⃣']) {
      const outline = outliner.outline(picture, 500);
      expect(outline, picture).toMatch(/^M[\d.-]/);
      expect(outline, picture).not.toBe(single);
    }
  });
});

describe('Japanese and emoji', () => {
  it('are carried by an SVG in fonts of their own, behind Inter', async () => {
    const svg = new TextDecoder().decode(await toSvgFile(wordList('申請 A', ...pictures), light));
    expect(new Set(svg.match(/@font-face\{font-family:'[^']+'/g))).toEqual(
      new Set([
        "@font-face{font-family:'Inter Variable'",
        "@font-face{font-family:'Noto Emoji'",
        "@font-face{font-family:'Noto Sans JP Variable'",
      ]),
    );
    expect(svg).toContain(
      'font-family="&#39;Inter Variable&#39;, &#39;Noto Sans JP Variable&#39;, &#39;Noto Emoji&#39;,',
    );
    expect(svg.length).toBeLessThan(60_000);
  });

  it('are outlined in an SVG that asks for it, so that no text needs a font', async () => {
    const svg = new TextDecoder().decode(await toSvgFile(wordList('申請 A', ...pictures), light, 'outlined'));
    expect(svg).not.toContain('<text');
    expect(svg).not.toContain('@font-face');
    for (const picture of ['申請 A', ...pictures]) expect(svg).toContain(`aria-label="${picture}"`);
  });

  it('are drawn in a PNG within the room that was measured', async () => {
    for (const text of ['申請を承認する', ...pictures]) {
      const { width, data } = PNG.sync.read(Buffer.from(await toPng(wordList(text), light, 1)));
      const columns = new Set<number>();
      for (let at = 0; at < data.length; at += 4) if ((data[at + 3] ?? 0) > 40) columns.add((at / 4) % width);
      const right = 10 + measureText(text, 24, 500);
      expect(columns.size, text).toBeGreaterThan(8);
      expect(Math.max(...columns), text).toBeLessThanOrEqual(Math.ceil(right));
    }
  });

  it('can be read back from a PDF', async () => {
    const words = ['申請を承認する', 'Call 📞 the desk', '✅ Заявка Αίτημα'];
    const data = new Uint8Array(await toDiagramPdf(wordList(...words), light));
    const pdf = await getDocument({ data, verbosity: 0 }).promise;
    const { items } = await (await pdf.getPage(1)).getTextContent();
    const text = items.map((item) => ('str' in item ? item.str : '')).join('');
    for (const word of ['申請を承認する', '📞', '✅', 'Заявка', 'Αίτημα']) expect(text).toContain(word);
  });

  it('keep the numbers of keycaps out of the way of other numbers', async () => {
    const faces = await embeddedFaces(['12 1️⃣']);
    const [inter, emoji] = ['Inter Variable', 'Noto Emoji'].map((family) =>
      faces.find((face) => face.family === family),
    );
    expect(inter?.range.split(',')).toContain('U+31');
    expect(emoji?.range.split(',')).toEqual(expect.arrayContaining(['U+20e3', 'U+31']));
  });
});
