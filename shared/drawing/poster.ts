import type { DisplayList, Item } from './display-list';
import { measureText } from './font-metrics';
import { fitText } from './wrap-text';
import { sheetText } from '../text/sheets';
import type { Size } from './paper-size';

/** Edge of a sheet that every printer leaves free, points. */
export const edge = 36;
/** Strip that two sheets share, to glue them together, points. */
const overlap = 28;
/** Points per pixel at 100 %. */
const pointsPerPixel = 0.75;
/** A poster of more sheets than this is made smaller. */
const mostSheets = 60;
/** Drawings grow so far, to fill their sheets. */
const mostGrowth = 2.5;
/** They are made a little smaller where that saves sheets. */
const leastShrink = 0.85;

/** A poster: how large the drawing is, and how many sheets side by side and below each other carry it. */
export interface Tiling {
  /** Points per pixel. */
  readonly scale: number;
  readonly columns: number;
  readonly rows: number;
  /** What a sheet carries, points. */
  readonly tile: Size;
}

function countFor(length: number, tile: number): number {
  return Math.max(1, Math.ceil((length - overlap - 0.01) / (tile - overlap)));
}

function tilingAt(list: DisplayList, tile: Size, scale: number): Tiling {
  return {
    scale,
    tile,
    columns: countFor(list.width * scale, tile.width),
    rows: countFor(list.height * scale, tile.height),
  };
}

/** As large as the same sheets can hold. */
function filled(list: DisplayList, { columns, rows, tile, scale }: Tiling): Tiling {
  const width = columns * (tile.width - overlap) + overlap;
  const height = rows * (tile.height - overlap) + overlap;
  const most = Math.min(width / list.width, height / list.height, pointsPerPixel * mostGrowth);
  return tilingAt(list, tile, Math.max(scale, most));
}

/** The tiling of a drawing over sheets of a size: at about 100 %, and as large as the sheets that this takes can hold. */
export function tilingOf(list: DisplayList, sheet: Size): Tiling {
  const tile = { width: sheet.width - 2 * edge, height: sheet.height - 2 * edge };
  const two = Math.max(
    Math.min((2 * tile.width - overlap) / list.width, tile.height / list.height),
    Math.min(tile.width / list.width, (2 * tile.height - overlap) / list.height),
  );
  let scale = Math.max(pointsPerPixel * leastShrink, Math.min(two, pointsPerPixel * mostGrowth));
  let tiling = tilingAt(list, tile, scale);
  while (tiling.columns * tiling.rows > mostSheets) {
    scale *= 0.97;
    tiling = tilingAt(list, tile, scale);
  }
  return filled(list, tiling);
}

interface Box extends Size {
  readonly x: number;
  readonly y: number;
}

/** What of a drawing can be seen in a box, pixels: texts and areas outside are left out, so that no page holds words that it does not show. */
export function itemsWithin(items: readonly Item[], box: Box): readonly Item[] {
  const isSeen = (x: number, y: number, width: number, height: number): boolean =>
    x < box.x + box.width && x + width > box.x && y < box.y + box.height && y + height > box.y;
  return items
    .filter((item) => item.kind !== 'group' || item.items.length > 0)
    .flatMap((item): Item[] => {
      if (item.kind === 'path') return [item];
      if (item.kind === 'rect') return isSeen(item.x, item.y, item.width, item.height) ? [item] : [];
      if (item.kind === 'text') {
        const width = measureText(item.text, item.size, item.weight);
        const start = item.anchor === 'middle' ? width / 2 : item.anchor === 'end' ? width : 0;
        const isLevel = item.rotate === undefined;
        const seen = isLevel
          ? isSeen(item.x - start, item.y - item.size, width, item.size * 1.3)
          : isSeen(item.x - width, item.y - width, 2 * width, 2 * width);
        return seen ? [item] : [];
      }
      const inside = itemsWithin(item.items, { ...box, x: box.x - item.x, y: box.y - item.y });
      return inside.length === 0 ? [] : [{ ...item, items: inside }];
    });
}

/** The part of the drawing on a sheet, pixels. */
export function partOn({ scale, tile }: Tiling, column: number, row: number): Box {
  return {
    x: (column * (tile.width - overlap)) / scale,
    y: (row * (tile.height - overlap)) / scale,
    width: tile.width / scale,
    height: tile.height / scale,
  };
}

/** Marks at the corners of what a sheet carries, outside of it. */
function cuttingMarks({ tile }: Tiling): Item[] {
  const [left, top, right, bottom] = [edge, edge, edge + tile.width, edge + tile.height];
  const d = [left, right]
    .flatMap((x) => [`M${x} ${top - 4}V${top - 16}`, `M${x} ${bottom + 4}V${bottom + 16}`])
    .concat(
      [top, bottom].flatMap((y) => [`M${left - 4} ${y}H${left - 16}`, `M${right + 4} ${y}H${right + 16}`]),
    )
    .join('');
  return [{ kind: 'path', d, stroke: { ink: 'text2', width: 0.6 } }];
}

/** A small picture of all sheets with this one filled, in the lower right corner. */
function overview({ columns, rows, tile }: Tiling, column: number, row: number): Item[] {
  const height = Math.min(18 / rows, 12);
  const width = Math.min(height * (tile.width / tile.height), 60 / columns);
  const left = edge + tile.width - 10 - columns * width;
  const top = edge + tile.height + 9;
  const items: Item[] = [];
  for (let y = 0; y < rows; y += 1) {
    for (let x = 0; x < columns; x += 1) {
      const isThis = x === column && y === row;
      items.push({
        kind: 'rect',
        x: left + x * width,
        y: top + y * height,
        width,
        height,
        fill: isThis ? 'accent' : 'surface',
        stroke: { ink: 'borderStrong', width: 0.4 },
      });
    }
  }
  return items;
}

function cuttingText(column: number, row: number): string {
  if (column > 0 && row > 0) return sheetText.cutBoth;
  if (column > 0) return sheetText.cutLeft;
  return row > 0 ? sheetText.cutTop : '';
}

/** What stands in the edge of a sheet of a poster: marks for cutting, its place, and where it belongs. Points. */
export function sheetFurniture(tiling: Tiling, column: number, row: number, title: string): readonly Item[] {
  const { columns, rows, tile } = tiling;
  const place = sheetText.place({ row: row + 1, rows, column: column + 1, columns });
  const cut = cuttingText(column, row);
  const face = { size: 8, weight: 400 } as const;
  const said = [place, cut, title].filter((text) => text !== '').join('  ·  ');
  const { text } = fitText(said, tile.width - 110, face);
  return [
    ...cuttingMarks(tiling),
    { kind: 'text', x: edge + 22, y: edge + tile.height + 17, text, ink: 'text2', ...face },
    ...overview(tiling, column, row),
  ];
}
