import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { PNG } from 'pngjs';
import { describe, expect, it } from 'vitest';
import { toDiagramPdf } from '../../../main/export/diagram-pdf';
import { makeExport } from '../../../main/export/make-export';
import { drawingOf } from '../../../shared/export/content';
import { embeddedFaces, staticFonts, textsOf } from '../../../main/export/fonts';
import { fittingScale, toPng } from '../../../main/export/png';
import type { DisplayList, Weight } from '../../../shared/drawing/display-list';
import type { ExportWish } from '../../../shared/export/formats';
import { light } from '../../../shared/drawing/theme';
import { exportWish } from '../../helpers/export-wish';
import { mockProject } from '../../shared/drawing/mock-map';

const more = { lanes: 'team', today: '2026-11-21' } as const;
const list = drawingOf(mockProject, exportWish('svg', more));
const exported = async (format: 'svg' | 'png' | 'pdf', scale: ExportWish['scale'] = 1): Promise<Uint8Array> =>
  (await makeExport(mockProject, exportWish(format, { ...more, scale }))).bytes;

/** A drawing of one word, black on white. */
const wordList = (text: string, weight: Weight, size = 40): DisplayList => ({
  width: 400,
  height: 80,
  title: text,
  description: text,
  items: [
    { kind: 'rect', x: 0, y: 0, width: 400, height: 80, fill: 'surface' },
    { kind: 'text', x: 10, y: 55, text, size, weight, ink: 'text' },
  ],
});

/** Share of the area that is not white. */
async function inkOf(drawing: DisplayList): Promise<number> {
  const { data } = PNG.sync.read(Buffer.from(await toPng(drawing, light, 2)));
  let ink = 0;
  for (let at = 0; at < data.length; at += 4) ink += 255 - (data[at] ?? 255);
  return ink / (255 * (data.length / 4));
}

describe('a diagram as PNG', () => {
  it.each([1, 2, 4] as const)('has %i pixels for each of the drawing', async (scale) => {
    const { width, height } = PNG.sync.read(Buffer.from(await exported('png', scale)));
    expect([width, height]).toEqual([list.width * scale, list.height * scale]);
  });

  it('shows the colours of the drawing in its places', async () => {
    const { width, data } = PNG.sync.read(Buffer.from(await exported('png')));
    const colours = new Set<string>();
    for (let at = 0; at < data.length; at += 4) {
      colours.add(
        `#${data
          .subarray(at, at + 3)
          .toString('hex')
          .toUpperCase()}`,
      );
    }
    for (const ink of ['canvas', 'surface', 'va', 'nnva', 'nva', 'kaizen', 'note', 'okSoft'] as const) {
      expect(colours, ink).toContain(light[ink]);
    }
    expect(data.subarray(0, 3).toString('hex').toUpperCase()).toBe(light.surface.slice(1));
    expect(width).toBe(list.width);
  });

  it('draws heavier weights heavier', async () => {
    const inks = [];
    for (const weight of [400, 500, 600, 650] as const) inks.push(await inkOf(wordList('Approve', weight)));
    expect(inks).toEqual([...inks].sort((a, b) => a - b));
    expect(inks[3]).toBeGreaterThan((inks[0] ?? 0) * 1.25);
  });

  it('draws letters of all scripts of the font', async () => {
    for (const text of ['Žluťoučký', 'Жук', 'Ωμέγα', 'tiếng Việt']) {
      expect(await inkOf(wordList(text, 400)), text).toBeGreaterThan(0.01);
    }
  });

  it('stays at a size that programs can show', () => {
    const long = { ...wordList('x', 400), width: 40_000, height: 1000 };
    expect(fittingScale(long, 1) * 40_000).toBeLessThanOrEqual(32_000);
    const large = { ...long, width: 12_000, height: 9_000 };
    expect(fittingScale(large, 4) ** 2 * 12_000 * 9_000).toBeLessThanOrEqual(120_000_001);
    expect(fittingScale(wordList('x', 400), 4)).toBe(4);
  });
});

describe('a diagram as PDF', () => {
  const read = async (bytes: Uint8Array) =>
    getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise;

  it('has one page of the size of the drawing, and its words', async () => {
    const pdf = await read(await exported('pdf'));
    expect(pdf.numPages).toBe(1);
    const page = await pdf.getPage(1);
    const [, , width = 0, height = 0] = page.view;
    expect(width).toBeCloseTo(list.width * 0.75, 1);
    expect(height).toBeCloseTo(list.height * 0.75, 1);
    const { items } = await page.getTextContent();
    const words = items.map((item) => ('str' in item ? item.str : ''));
    for (const text of ['Approve escalation', 'Change enablement', 'Service restored', '4h 20m', 'Waiting']) {
      expect(words, text).toContain(text);
    }
  });

  it('has a title, no date and no name of a person', async () => {
    const { info } = await (await read(await exported('pdf'))).getMetadata();
    expect(info).toMatchObject({ Title: 'Major incident to restored service', Creator: 'Streamwright' });
    expect(info).not.toHaveProperty('CreationDate');
    expect(info).not.toHaveProperty('Author');
  });

  it('carries one font for each weight', async () => {
    const text = Buffer.from(await exported('pdf')).toString('latin1');
    const fonts = await staticFonts(textsOf(list));
    expect(text.match(/\/FontFile2/g)).toHaveLength(fonts.length);
    expect(new Set(fonts.map((font) => font.weight))).toEqual(new Set([400, 500, 600, 650]));
  });

  it('has no pictures: everything is drawn', async () => {
    expect(Buffer.from(await exported('pdf')).toString('latin1')).not.toContain('/Subtype /Image');
  });

  it('stays within the largest page that readers open', async () => {
    const pdf = await read(await toDiagramPdf({ ...wordList('x', 400), width: 50_000 }, light));
    const [, , width = 0] = (await pdf.getPage(1)).view;
    expect(width).toBeLessThanOrEqual(14_400);
  });

  it.each(['Approve 12345 &', ' ', 'a b', 'A ~', '0 1'])(
    'writes %j, wherever the space lies in the font',
    async (text) => {
      for (const weight of [400, 650] as const) {
        const pdf = await read(await toDiagramPdf(wordList(text, weight), light));
        expect(pdf.numPages).toBe(1);
      }
    },
  );

  it('frames what the font lacks instead of failing', async () => {
    const pdf = await read(await toDiagramPdf(wordList('A 한 B ไทย', 400), light));
    const { items } = await (await pdf.getPage(1)).getTextContent();
    const words = items.map((item) => ('str' in item ? item.str : '')).join('');
    expect(words).toContain('A');
    expect(words).toContain('B');
  });
});

describe('a diagram as SVG', () => {
  it('carries the font with the weights that it uses and nothing else', async () => {
    const svg = new TextDecoder().decode(await exported('svg'));
    expect(svg).toContain("font-family:'Inter Variable';font-weight:400 650;src:url(data:font/woff2;base64,");
    expect(svg).toContain('Approve escalation</text>');
    expect(svg.length).toBeLessThan(120_000);
  });

  it('takes a font file for each script in use', async () => {
    const faces = await embeddedFaces(['Ab Жы', 'Ωμ']);
    expect(faces).toHaveLength(3);
    const ranges = faces.map((face) => face.range).join(',');
    for (const character of 'AbЖыΩμ') {
      expect(ranges.split(',')).toContain(`U+${character.codePointAt(0)?.toString(16)}`);
    }
  });
});

describe('every format', () => {
  it.each(['svg', 'png', 'pdf'] as const)('gives the same bytes each time: %s', async (format) => {
    const [one, other] = [await exported(format), await exported(format)];
    expect(Buffer.compare(one, other)).toBe(0);
  });

  it.each(['svg', 'png', 'pdf'] as const)('survives names of every kind: %s', async (format) => {
    const names = ['', '漢字の名前', '👩‍👩‍👧‍👦 team', '</svg>', 'مرحبا', 'x'.repeat(3000), '\u0000\ud800'];
    const nodes = { ...mockProject.nodes };
    Object.keys(nodes).forEach((id, index) => {
      const node = nodes[id];
      if (node) nodes[id] = { ...node, name: names[index % names.length] ?? '' };
    });
    const { bytes } = await makeExport({ ...mockProject, nodes }, exportWish(format, more));
    expect(bytes.length).toBeGreaterThan(5000);
  });

  it('follows the view: dark colours, and no ladder where it is hidden', () => {
    expect(drawingOf(mockProject, exportWish('svg', { ...more, ladder: false })).height).toBeLessThan(
      list.height,
    );
    expect(new Set(textsOf(list).map(({ weight }) => weight))).toEqual(new Set([400, 500, 600, 650]));
  });
});
