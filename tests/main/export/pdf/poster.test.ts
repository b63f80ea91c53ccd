import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { describe, expect, it } from 'vitest';
import { toDiagramPdf } from '../../../../main/export/diagram-pdf';
import { partOn, tilingOf } from '../../../../shared/drawing/poster';
import { paperSize } from '../../../../shared/drawing/paper-size';
import type { DisplayList } from '../../../../shared/drawing/display-list';
import { light } from '../../../../shared/drawing/theme';
import { textsOf } from '../../../../main/export/fonts';
import { samplePicture } from '../../../helpers/sample-report';

const map = samplePicture.drawing;
const blank = (width: number, height: number): DisplayList => ({
  width,
  height,
  title: 'Blank',
  description: 'Blank',
  items: [],
});

async function pagesOf(bytes: Uint8Array): Promise<{ size: readonly number[]; words: string[] }[]> {
  const pdf = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise;
  const pages = [];
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const page = await pdf.getPage(number);
    const { items } = await page.getTextContent();
    pages.push({
      size: page.view.slice(2).map(Math.round),
      words: items.flatMap((item) => ('str' in item && item.str.trim() !== '' ? [item.str] : [])),
    });
  }
  return pages;
}

const plain = (words: readonly string[]): string => words.join('').replaceAll(/\s/g, '');

describe('a poster', () => {
  it.each([
    [2000, 700],
    [9000, 1200],
    [300, 200],
    [500, 6000],
    [60_000, 4000],
  ])('of a drawing of %i by %i pixels covers all of it, with strips to glue', (width, height) => {
    for (const paper of ['a4', 'a3', 'letter'] as const) {
      for (const orientation of ['portrait', 'landscape'] as const) {
        const tiling = tilingOf(blank(width, height), paperSize(paper, orientation));
        const { columns, rows, scale } = tiling;
        const last = partOn(tiling, columns - 1, rows - 1);
        expect(partOn(tiling, 0, 0)).toMatchObject({ x: 0, y: 0 });
        expect(last.x + last.width).toBeGreaterThanOrEqual(width - 0.1);
        expect(last.y + last.height).toBeGreaterThanOrEqual(height - 0.1);
        // No sheet is empty, and two neighbours share 28 points, some 10 mm.
        expect(last.x).toBeLessThan(width);
        expect(last.y).toBeLessThan(height);
        for (let column = 1; column < columns; column += 1) {
          const [one, two] = [partOn(tiling, column - 1, 0), partOn(tiling, column, 0)];
          expect((one.x + one.width - two.x) * scale).toBeCloseTo(28, 3);
        }
        expect(columns * rows).toBeLessThanOrEqual(60);
      }
    }
  });

  it.each(['portrait', 'landscape'] as const)(
    'has its seams beside the cards where there is room, each card whole on a sheet: %s',
    (orientation) => {
      const places = Array.from({ length: 36 }, (_, at) => ({
        x: 10 + (at % 12) * 210,
        y: 60 + Math.floor(at / 12) * 170,
      }));
      const cards: DisplayList = {
        ...blank(2600, 560),
        items: places.map((place) => ({
          kind: 'group',
          role: 'node',
          ...place,
          items: [{ kind: 'rect', x: 0, y: 0, width: 150, height: 100, fill: 'surface' }],
        })),
      };
      const tiling = tilingOf(cards, paperSize('a4', orientation));
      const { columns, rows } = tiling;
      expect(columns).toBeGreaterThan(1);
      const sheets = Array.from({ length: columns * rows }, (_, at) =>
        partOn(tiling, at % columns, Math.floor(at / columns)),
      );
      for (const { x, y } of places) {
        expect(sheets.filter((sheet) => sheet.x > x && sheet.x < x + 150)).toEqual([]);
        expect(sheets.filter((sheet) => sheet.y > y && sheet.y < y + 100)).toEqual([]);
        expect(
          sheets.some(
            (sheet) =>
              sheet.x <= x &&
              sheet.y <= y &&
              sheet.x + sheet.width >= x + 150 &&
              sheet.y + sheet.height >= y + 100,
          ),
        ).toBe(true);
      }
      const last = partOn(tiling, columns - 1, rows - 1);
      expect(last.x + last.width).toBeGreaterThanOrEqual(2600 - 0.1);
      expect(last.y + last.height).toBeGreaterThanOrEqual(560 - 0.1);
      sheets.slice(1, columns).forEach((sheet, at) => {
        const before = sheets[at];
        const shared = before === undefined ? 0 : (before.x + before.width - sheet.x) * tiling.scale;
        expect(shared).toBeGreaterThanOrEqual(28 - 1e-6);
      });
    },
  );

  it('shows every word of the map on some sheet, and tells the place of each sheet', async () => {
    const paging = { pages: 'poster', paper: 'a4', orientation: 'portrait' } as const;
    const pages = await pagesOf(await toDiagramPdf(map, light, paging));
    const { columns, rows } = tilingOf(map, paperSize('a4', 'portrait'));
    expect(pages).toHaveLength(columns * rows);
    expect(columns).toBeGreaterThan(1);
    const all = plain(pages.flatMap(({ words }) => words));
    for (const { text } of textsOf(map)) expect(all).toContain(plain([text]));
    pages.forEach(({ size, words }, index) => {
      expect(size).toEqual([595, 842]);
      const [row, column] = [Math.floor(index / columns) + 1, (index % columns) + 1];
      expect(words.join('')).toContain(`Row ${row} of ${rows}, column ${column} of ${columns}`);
    });
    expect(pages[1]?.words.join('')).toContain('Cut at the marks on the left');
  });

  it('holds on each sheet only what can be seen there', async () => {
    const words: DisplayList = {
      ...blank(4000, 500),
      items: ['Left', 'Right'].map((text, index) => ({
        kind: 'group',
        role: 'part',
        x: index * 3900,
        y: 0,
        items: [{ kind: 'text', x: 4, y: 100, text, size: 13, weight: 400, ink: 'text' }],
      })),
    };
    const paging = { pages: 'poster', paper: 'a4', orientation: 'landscape' } as const;
    const pages = await pagesOf(await toDiagramPdf(words, light, paging));
    expect(pages.length).toBeGreaterThan(2);
    expect(pages.filter((page) => page.words.includes('Left'))).toHaveLength(1);
    expect(pages[0]?.words).toContain('Left');
    expect(pages[0]?.words).not.toContain('Right');
  });
});

describe('a drawing on one sheet', () => {
  it.each([
    ['a4', 'landscape', [842, 595]],
    ['letter', 'portrait', [612, 792]],
    ['a3', 'landscape', [1191, 842]],
  ] as const)('is whole on %s %s', async (paper, orientation, size) => {
    const bytes = await toDiagramPdf(map, light, { pages: 'one', paper, orientation });
    const pages = await pagesOf(bytes);
    expect(pages.map((page) => page.size)).toEqual([size]);
    const all = plain(pages[0]?.words ?? []);
    for (const { text } of textsOf(map)) expect(all).toContain(plain([text]));
  });
});
