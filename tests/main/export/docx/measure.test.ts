import { describe, expect, it } from 'vitest';
import { columnWidths } from '../../../../main/export/docx/column-widths';
import { type Row, pagesOfEntries, plainRow } from '../../../../main/export/docx/measure';
import { placeDrawing } from '../../../../main/export/docx/picture';
import type { DisplayList } from '../../../../shared/drawing/display-list';

const text = (height: number, more: Partial<Row> = {}): Row => ({ ...plainRow, height, ...more });
const heading = (entry: number, more: Partial<Row> = {}): Row => text(20, { isKept: true, entry, ...more });

/** The pages of the entries 0, 1, ... */
const pagesOf = (height: number, ...sections: Row[][]): (number | undefined)[] => {
  const found = pagesOfEntries(sections.map((rows) => ({ height, rows })));
  return [...found.keys()].sort((a, b) => a - b).map((entry) => found.get(entry));
};

describe('the pages that the contents name', () => {
  it('go on where a page is full', () => {
    expect(pagesOf(100, [heading(0), text(80), heading(1), text(30), heading(2), text(60)])).toEqual([
      1, 2, 3,
    ]);
  });

  it('begin with each heading that begins a page, and with each section of other sheets', () => {
    expect(pagesOf(100, [heading(0), text(10), heading(1, { breaksPage: true }), text(10)])).toEqual([1, 2]);
    expect(pagesOf(100, [heading(0), text(10)], [heading(1), text(10)])).toEqual([1, 2]);
  });

  it('keep a heading with what follows it', () => {
    expect(pagesOf(100, [text(70), heading(0), text(20)])).toEqual([2]);
    expect(pagesOf(100, [text(60), heading(0), text(20)])).toEqual([1]);
  });

  it('count the larger of two spaces between rows, and the space at the top of a page that was not full', () => {
    const spaced = (height: number): Row => text(height, { before: 10, after: 6 });
    expect(pagesOf(100, [spaced(40), spaced(39), heading(0), text(0)])).toEqual([2]);
    expect(pagesOf(100, [spaced(30), spaced(23), heading(0, { height: 21 }), text(0)])).toEqual([1]);
    expect(pagesOf(100, [spaced(30), spaced(24), heading(0, { height: 21 }), text(0)])).toEqual([2]);
  });

  it('count the headings of a table again on each page that it goes on to', () => {
    const rows = (headings: number): Row[] => [text(30, { headings }), text(50, { headings })];
    expect(pagesOf(100, [text(60), ...rows(0), heading(0), text(0)])).toEqual([2]);
    expect(pagesOf(100, [text(60), ...rows(40), heading(0), text(0)])).toEqual([3]);
  });
});

describe('the columns of a table', () => {
  it('share the width as they wish, to the last twip', () => {
    const thirds = columnWidths(
      [1, 1, 1].map((share) => ({ share, least: 0 })),
      1000,
    );
    expect(thirds).toEqual([333, 334, 333]);
  });

  it('are never narrower than their longest word where there is room, at the cost of the others', () => {
    expect(
      columnWidths(
        [
          { share: 0.1, least: 200 },
          { share: 0.6, least: 100 },
          { share: 0.3, least: 100 },
        ],
        1100,
      ),
    ).toEqual([200, 600, 300]);
  });

  it('share what there is where even the least is too much', () => {
    expect(
      columnWidths(
        [
          { share: 0.5, least: 900 },
          { share: 0.5, least: 900 },
        ],
        1000,
      ),
    ).toEqual([500, 500]);
  });
});

describe('a drawing on paper', () => {
  const drawing = (width: number, height: number): DisplayList => ({
    width,
    height,
    title: '',
    description: '',
    items: [],
  });
  const place = (whole: DisplayList, folded?: DisplayList): readonly [string, number, boolean] => {
    const made = placeDrawing({ whole, folded, besides: 0 }, { paper: 'a4', orientation: 'portrait' });
    return [made.orientation, Math.round(made.scale * 100) / 100, made.drawing === folded];
  };

  // A4 less margins of 20 mm at the sides, 24 mm above and 22 mm below: 170 × 251 mm, that is 642 × 949 pixels.
  it('stays upright and at its size where it fits', () => {
    expect(place(drawing(600, 300))).toEqual(['portrait', 1, false]);
    expect(place(drawing(1285, 1800))).toEqual(['portrait', 0.5, false]);
  });

  // On its side the same sheet has room for 257 × 164 mm, that is 971 × 620 pixels.
  it('has its sheet turned where that makes it much larger', () => {
    expect(place(drawing(1942, 800))).toEqual(['landscape', 0.5, false]);
  });

  it('is set in rows where it would be too small to read in one', () => {
    expect(place(drawing(6000, 600), drawing(900, 900))).toEqual(['portrait', 0.71, true]);
    expect(place(drawing(1200, 600), drawing(600, 600))).toEqual(['landscape', 0.81, false]);
  });
});
