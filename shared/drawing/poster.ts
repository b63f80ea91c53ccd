import type { DisplayList, Item, Text } from './display-list';
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
/** Points between a card and the seam beside it. */
const seamMargin = 4;

/** A poster: how large the drawing is, and how many sheets side by side and below each other carry it. */
export interface Tiling {
  /** Points per pixel. */
  readonly scale: number;
  readonly columns: number;
  readonly rows: number;
  /** What a sheet carries, points. */
  readonly tile: Size;
  /** Where the sheets of each column and of each row begin, points of the drawing. */
  readonly lefts: readonly number[];
  readonly tops: readonly number[];
}

/** How many sheets a drawing takes at a scale, before it is said where these begin. */
type Count = Omit<Tiling, 'lefts' | 'tops'>;

function countFor(length: number, tile: number): number {
  return Math.max(1, Math.ceil((length - overlap - 0.01) / (tile - overlap)));
}

function tilingAt(list: DisplayList, tile: Size, scale: number): Count {
  return {
    scale,
    tile,
    columns: countFor(list.width * scale, tile.width),
    rows: countFor(list.height * scale, tile.height),
  };
}

/** As large as the same sheets can hold. */
function filled(list: DisplayList, { columns, rows, tile, scale }: Count): Count {
  const width = columns * (tile.width - overlap) + overlap;
  const height = rows * (tile.height - overlap) + overlap;
  const most = Math.min(width / list.width, height / list.height, pointsPerPixel * mostGrowth);
  return tilingAt(list, tile, Math.max(scale, most));
}

interface Box extends Size {
  readonly x: number;
  readonly y: number;
}

interface Span {
  readonly from: number;
  readonly to: number;
}

/** Where a text of a width begins. */
function startOf({ x, anchor }: Text, width: number): number {
  if (anchor === 'middle') return x - width / 2;
  return anchor === 'end' ? x - width : x;
}

/** The boxes of the cards of a drawing, pixels. */
function cardsOf(items: readonly Item[], left = 0, top = 0): Box[] {
  return items.flatMap((item): Box[] => {
    if (item.kind !== 'group') return [];
    const [x, y] = [left + item.x, top + item.y];
    if (item.role !== 'node') return cardsOf(item.items, x, y);
    return item.items.flatMap((each) => {
      if (each.kind === 'rect') return [{ ...each, x: x + each.x, y: y + each.y }];
      if (each.kind !== 'text' || each.rotate !== undefined) return [];
      const width = measureText(each.text, each.size, each.weight);
      return [{ x: x + startOf(each, width), y: y + each.y - each.size, width, height: each.size * 1.3 }];
    });
  });
}

/** Cards that a seam parts. */
const cutBy = (seam: number, cards: readonly Span[]): number =>
  cards.filter(({ from, to }) => from < seam && to > seam).length;

/** Where sheets begin that share at least the overlap: each seam lies in a gap between the cards, or parts as few as can be, as far as the room that is left allows. */
function beginnings(count: number, tile: number, length: number, cards: readonly Span[]): number[] {
  const starts = [0];
  for (let at = 1; at < count; at += 1) {
    const before = starts[at - 1] ?? 0;
    const latest = before + tile - overlap;
    const earliest = Math.max(before + tile / 2, length - (count - at) * (tile - overlap) - overlap);
    const choices = cards
      .flatMap(({ from, to }) => [from - seamMargin, to + seamMargin])
      .filter((start) => start >= earliest && start <= latest);
    const best = choices.reduce((found, start) => {
      const fewer = cutBy(found, cards) - cutBy(start, cards);
      return fewer > 0 || (fewer === 0 && start > found) ? start : found;
    }, latest);
    starts.push(best);
  }
  return starts;
}

/** The tiling on the same sheets whose seams part the fewest cards: the larger of two, and never much smaller than it can be. */
function leastCut(list: DisplayList, full: Count): Tiling {
  const boxes = cardsOf(list.items);
  const at = (scale: number): Tiling & { readonly cuts: number } => {
    const across = boxes.map(({ x, width }) => ({ from: x * scale, to: (x + width) * scale }));
    const down = boxes.map(({ y, height }) => ({ from: y * scale, to: (y + height) * scale }));
    const { columns, rows, tile } = full;
    const lefts = beginnings(columns, tile.width, list.width * scale, across);
    const tops = beginnings(rows, tile.height, list.height * scale, down);
    const cuts =
      lefts.slice(1).reduce((sum, seam) => sum + cutBy(seam, across), 0) +
      tops.slice(1).reduce((sum, seam) => sum + cutBy(seam, down), 0);
    return { ...full, scale, lefts, tops, cuts };
  };
  const least = Math.max(full.scale * leastShrink, Math.min(full.scale, pointsPerPixel * leastShrink));
  let best = at(full.scale);
  for (let scale = full.scale * 0.98; scale >= least && best.cuts > 0; scale *= 0.98) {
    const { columns, rows } = tilingAt(list, full.tile, scale);
    const trial = at(scale);
    if (columns === full.columns && rows === full.rows && trial.cuts < best.cuts) best = trial;
  }
  const { cuts: _, ...tiling } = best;
  return tiling;
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
  return leastCut(list, filled(list, tiling));
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
        const isLevel = item.rotate === undefined;
        const seen = isLevel
          ? isSeen(startOf(item, width), item.y - item.size, width, item.size * 1.3)
          : isSeen(item.x - width, item.y - width, 2 * width, 2 * width);
        return seen ? [item] : [];
      }
      const inside = itemsWithin(item.items, { ...box, x: box.x - item.x, y: box.y - item.y });
      return inside.length === 0 ? [] : [{ ...item, items: inside }];
    });
}

/** The part of the drawing on a sheet, pixels. */
export function partOn({ scale, tile, lefts, tops }: Tiling, column: number, row: number): Box {
  return {
    x: (lefts[column] ?? 0) / scale,
    y: (tops[row] ?? 0) / scale,
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
