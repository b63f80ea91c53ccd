import {
  AlignmentType,
  HeightRule,
  Paragraph,
  ShadingType,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlign,
  WidthType,
} from 'docx';
import type { ReportCell, ReportColumn, TableBlock, Tile, TilesBlock } from '../../../shared/report/types';
import { colour, type StyleId, toneInks } from './faces';
import { columnWidths, leastWidth } from './column-widths';
import { paragraphRow, plainRow, type Row, textHeight } from './measure';
import { runsOf } from './runs';
import { cellMargin } from './styles';

/** Thickness of the line below a row, points. */
const ruleWidth = 0.5;

/** Tables of so few rows stand on one page. */
const fewRows = 6;

/** True where a row stands on the page of the next one: in a small table, and before the last row, which never stands alone. */
function isKeptAt(row: number, rows: number): boolean {
  return rows <= fewRows ? row < rows - 1 : row === rows - 2;
}

function cellOf(
  style: StyleId,
  { text, tone, isStrong }: ReportCell,
  { align }: Pick<ReportColumn, 'align'>,
  { width, isKept }: { readonly width: number; readonly isKept: boolean },
): TableCell {
  const look = {
    ...(isStrong === true ? { bold: true } : {}),
    ...(tone === undefined ? {} : { color: colour(toneInks[tone]) }),
  };
  const place = {
    ...(align === 'end' ? { alignment: AlignmentType.END } : {}),
    ...(isKept ? { keepNext: true } : {}),
  };
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    children: [new Paragraph({ style, ...place, children: runsOf(text, look) })],
  });
}

/** A table with its caption above; its row of headings repeats on each page, no row breaks in two, and few rows stay together. `width` in twips. */
export function tableOf(block: TableBlock, width: number): (Paragraph | Table)[] {
  const { caption, columns, rows } = block;
  const widths = columnWidths(
    columns.map(({ share }, at) => ({ share, least: leastWidth(block, at) })),
    width,
  );
  const cellsOf = (style: StyleId, cells: readonly ReportCell[], isKept: boolean): TableCell[] =>
    columns.map((column, at) =>
      cellOf(style, cells[at] ?? { text: '' }, column, { width: widths[at] ?? 0, isKept }),
    );
  const headings = columns.map(({ title }) => ({ text: title }));
  return [
    new Paragraph({ style: 'TableCaption', children: runsOf(caption) }),
    new Table({
      style: 'ReportTable',
      layout: TableLayoutType.FIXED,
      width: { size: width, type: WidthType.DXA },
      columnWidths: widths,
      tableLook: {
        firstRow: true,
        lastRow: false,
        firstColumn: false,
        lastColumn: false,
        noHBand: true,
        noVBand: true,
      },
      rows: [
        new TableRow({
          tableHeader: true,
          cantSplit: true,
          children: cellsOf('TableHeading', headings, false),
        }),
        ...rows.map((row, at) => {
          const children = cellsOf('TableText', row, isKeptAt(at, rows.length));
          return new TableRow({ cantSplit: true, children });
        }),
      ],
    }),
    new Paragraph({ style: 'Gap' }),
  ];
}

/** What a table takes of its pages. `width` in twips. */
export function tableRows(block: TableBlock, width: number): Row[] {
  const { caption, columns, rows } = block;
  const widths = columnWidths(
    columns.map(({ share }, at) => ({ share, least: leastWidth(block, at) })),
    width,
  ).map((each) => (each - 2 * cellMargin.side) / 20);
  const heightOf = (style: StyleId, cells: readonly ReportCell[]): number =>
    Math.max(0, ...cells.map(({ text }, at) => textHeight(style, text, widths[at] ?? 0))) +
    (2 * cellMargin.upright) / 20 +
    ruleWidth;
  const headings = heightOf(
    'TableHeading',
    columns.map(({ title }) => ({ text: title })),
  );
  return [
    paragraphRow('TableCaption', caption, width / 20, { isKept: true }),
    { ...plainRow, height: headings, isKept: true },
    ...rows.map((row, at) => ({
      ...plainRow,
      height: heightOf('TableText', row),
      headings,
      isKept: isKeptAt(at, rows.length),
    })),
    paragraphRow('Gap', '', width / 20),
  ];
}

/** Space between tiles, twips. */
const gap = 140;

/** Space above, between and below the lines of a tile, points. */
const tilePadding = 15;

/** How many tiles stand side by side. */
function tilesInRow(count: number): number {
  if (count <= 4) return Math.max(count, 1);
  return count === 5 || count === 6 || count === 9 ? 3 : 4;
}

interface TileGrid {
  /** Width of a tile, and those of tiles and the gaps between them, twips. */
  readonly own: number;
  readonly widths: readonly number[];
  readonly lines: readonly (readonly Tile[])[];
}

function tileGrid(tiles: readonly Tile[], width: number): TileGrid {
  const count = tilesInRow(tiles.length);
  const own = Math.floor((width - gap * (count - 1)) / count);
  return {
    own,
    widths: Array.from({ length: 2 * count - 1 }, (_, at) => (at % 2 === 0 ? own : gap)),
    lines: Array.from({ length: Math.ceil(tiles.length / count) }, (_, row) =>
      tiles.slice(row * count, (row + 1) * count),
    ),
  };
}

function tileCell({ name, value, detail, tone }: Tile, width: number): TableCell {
  const look = tone === undefined ? {} : { color: colour(toneInks[tone]) };
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    shading: { type: ShadingType.CLEAR, color: 'auto', fill: colour('canvas') },
    verticalAlign: VerticalAlign.TOP,
    children: [
      new Paragraph({ style: 'TileName', children: runsOf(name) }),
      new Paragraph({ style: 'TileValue', children: runsOf(value, look) }),
      new Paragraph({ style: 'TileDetail', children: runsOf(detail) }),
    ],
  });
}

function emptyCell(width: number): TableCell {
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    margins: { left: 0, right: 0, marginUnitType: WidthType.DXA },
    children: [new Paragraph({ style: 'Gap' })],
  });
}

/** What tiles take of their page. `width` in twips. */
export function tilesRows({ tiles }: TilesBlock, width: number): Row[] {
  const { own, lines } = tileGrid(tiles, width);
  const inner = (own - 300) / 20;
  const heightOf = ({ name, value, detail }: Tile): number =>
    textHeight('TileName', name, inner) +
    textHeight('TileValue', value, inner) +
    textHeight('TileDetail', detail, inner) +
    tilePadding;
  return [
    ...lines.map((row, at) => ({
      ...plainRow,
      height: Math.max(...row.map(heightOf)) + (at === 0 ? 0 : gap / 20),
    })),
    paragraphRow('Gap', '', width / 20),
  ];
}

/** Rows of large figures side by side. `width` in twips. */
export function tilesOf({ tiles }: TilesBlock, width: number): (Paragraph | Table)[] {
  const { widths, lines } = tileGrid(tiles, width);
  const rowOf = (row: readonly Tile[]): TableRow =>
    new TableRow({
      cantSplit: true,
      children: widths.map((each, at) => {
        const tile = at % 2 === 0 ? row[at / 2] : undefined;
        return tile === undefined ? emptyCell(each) : tileCell(tile, each);
      }),
    });
  const spacer = (): TableRow =>
    new TableRow({
      cantSplit: true,
      height: { value: gap, rule: HeightRule.EXACT },
      children: widths.map(emptyCell),
    });
  return [
    new Table({
      style: 'TileTable',
      layout: TableLayoutType.FIXED,
      width: { size: widths.reduce((sum, each) => sum + each, 0), type: WidthType.DXA },
      columnWidths: widths,
      rows: lines.flatMap((row, at) => (at === 0 ? [rowOf(row)] : [spacer(), rowOf(row)])),
    }),
    new Paragraph({ style: 'Gap' }),
  ];
}
