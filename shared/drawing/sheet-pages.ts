import type { ExportWish } from '../export/formats';
import type { DisplayList, Item } from './display-list';
import { paperSize, type Size } from './paper-size';
import { edge, itemsWithin, partOn, sheetFurniture, tilingOf } from './poster';

/** Points per pixel at 100 %. */
const pointsPerPixel = 0.75;
/** The longest side of a page that readers of PDF open, points. */
const longestSide = 14_400;
/** A small drawing on one sheet grows so far. */
const mostGrowth = 1.5;

/** How a drawing is put on pages. */
export type Paging = Pick<ExportWish, 'pages' | 'paper' | 'orientation'>;

/** A page with its items, each list of them at its own place and scale. */
export interface Page {
  readonly size: Size;
  readonly parts: readonly {
    readonly items: readonly Item[];
    readonly x: number;
    readonly y: number;
    readonly scale: number;
    /** Points; what is outside is not shown. */
    readonly clip?: { readonly x: number; readonly y: number } & Size;
  }[];
}

const background = ({ width, height }: Size): Item => ({
  kind: 'rect',
  x: 0,
  y: 0,
  width,
  height,
  fill: 'surface',
});

/** One page as large as the drawing. */
function ownPage(list: DisplayList): Page {
  const scale = Math.min(pointsPerPixel, longestSide / Math.max(list.width, list.height));
  const size = { width: list.width * scale, height: list.height * scale };
  return { size, parts: [{ items: list.items, x: 0, y: 0, scale }] };
}

/** The whole drawing on one sheet, in its middle. */
function fittedPage(list: DisplayList, size: Size): Page {
  const room = { width: size.width - 2 * edge, height: size.height - 2 * edge };
  const most = pointsPerPixel * mostGrowth;
  const scale = Math.min(room.width / list.width, room.height / list.height, most);
  const x = (size.width - list.width * scale) / 2;
  const y = (size.height - list.height * scale) / 2;
  return {
    size,
    parts: [
      { items: [background(size)], x: 0, y: 0, scale: 1 },
      { items: list.items, x, y, scale },
    ],
  };
}

/** The drawing over many sheets, from the upper left one row by row. */
function posterPages(list: DisplayList, size: Size): readonly Page[] {
  const tiling = tilingOf(list, size);
  const { scale, tile } = tiling;
  const clip = { x: edge, y: edge, width: tile.width, height: tile.height };
  return Array.from({ length: tiling.columns * tiling.rows }, (_, index): Page => {
    const [column, row] = [index % tiling.columns, Math.floor(index / tiling.columns)];
    const part = partOn(tiling, column, row);
    const items = itemsWithin(list.items, part);
    return {
      size,
      parts: [
        { items: [background(size)], x: 0, y: 0, scale: 1 },
        { items, x: edge - part.x * scale, y: edge - part.y * scale, scale, clip },
        { items: sheetFurniture(tiling, column, row, list.title), x: 0, y: 0, scale: 1 },
      ],
    };
  });
}

/** The pages that a drawing is put on, in their order. */
export function pagesOf(list: DisplayList, { pages, paper, orientation }: Paging): readonly Page[] {
  const sheet = paperSize(paper, orientation);
  if (pages === 'one') return [fittedPage(list, sheet)];
  return pages === 'poster' ? posterPages(list, sheet) : [ownPage(list)];
}
