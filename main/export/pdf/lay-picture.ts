import { paperSize } from '../../../shared/drawing/paper-size';
import type { DisplayList, Item } from '../../../shared/drawing/display-list';
import { legibleScale } from '../../../shared/drawing/draw-rows';
import { measureText } from '../../../shared/drawing/font-metrics';
import type { ChartBlock, PictureBlock, Tile, TilesBlock } from '../../../shared/report/types';
import { type Flow, lineItem, linesOf, margin, mostLines, type Setting, settings } from './flow';
import { spaced, toneInks } from './lay-text';
import { type Orientation, type Tag, tagIn } from './sheet';

/** Points per pixel of a drawing at 100 %. */
const pointsPerPixel = 0.75;
/** Room that a picture leaves for the headings above it, points. */
const headRoom = 46;
const captionGap = settings.caption.before;

/** Which drawing of a picture goes on which paper, and how large. */
export interface Placing {
  readonly list: DisplayList;
  readonly orientation: Orientation;
  /** Points per pixel. */
  readonly scale: number;
  /** With its caption, points. */
  readonly height: number;
}

function captionHeight(text: string, width: number): number {
  return captionGap + linesOf(text, width, settings.caption, mostLines).length * settings.caption.line;
}

/** The first way in which a picture can be read: as it is, in rows, on the other side of the paper; else the largest. */
export function placingOf(flow: Flow, { drawing, folded, caption }: PictureBlock): Placing {
  const both: readonly Orientation[] = [flow.usual, flow.usual === 'portrait' ? 'landscape' : 'portrait'];
  const placings = both.flatMap((orientation) => {
    const { width, height } = paperSize(flow.paper, orientation);
    const room = { width: width - 2 * margin.side, height: height - margin.top - margin.bottom };
    const below = captionHeight(caption, room.width);
    return [drawing, ...(folded === undefined ? [] : [folded])].map((list): Placing => {
      const most = Math.min(room.width / list.width, (room.height - headRoom - below) / list.height);
      const scale = Math.min(pointsPerPixel, most);
      return { list, orientation, scale, height: list.height * scale + below };
    });
  });
  const legible = placings.find(({ scale }) => scale >= legibleScale * pointsPerPixel);
  return legible ?? placings.reduce((best, each) => (each.scale > best.scale * 1.05 ? each : best));
}

function placeDrawing(flow: Flow, tag: Tag, list: DisplayList, scale: number, isCentred = true): void {
  const [width, height] = [list.width * scale, list.height * scale];
  const x = flow.left + (isCentred ? Math.max(0, (flow.width - width) / 2) : 0);
  flow.sheet.marks.push({ tag, items: list.items, place: { x, y: flow.y, scale }, area: { width, height } });
  flow.mark(null, [
    { kind: 'rect', x, y: flow.y, width, height, radius: 4, stroke: { ink: 'border', width: 0.5 } },
  ]);
  flow.y += height;
}

function layCaption(flow: Flow, parent: Tag, text: string): void {
  const setting = settings.caption;
  const lines = linesOf(text, flow.width, setting, mostLines);
  flow.y += setting.before;
  const top = flow.y;
  const items = lines.map((line, index) => lineItem(line, flow.left, top + index * setting.line, setting));
  if (items.length > 0) flow.mark(tagIn(parent, 'P'), items);
  flow.y += lines.length * setting.line + setting.after;
}

/** A picture with its caption, on a page of the right orientation. */
export function layPicture(flow: Flow, parent: Tag, block: PictureBlock): void {
  const { list, orientation, scale, height } = placingOf(flow, block);
  const below = height - list.height * scale;
  const inRoom = Math.min(scale, (flow.room - below) / list.height);
  const isRightSide = flow.orientation === orientation;
  if (!isRightSide || (inRoom < scale * 0.85 && !flow.isFresh)) flow.open(orientation);
  const fitting = Math.min(scale, (flow.room - below) / list.height);
  placeDrawing(flow, tagIn(parent, 'Figure', { alt: block.alt }), list, fitting);
  layCaption(flow, parent, block.caption);
}

/** Charts take the width of the page, as long as they do not look larger than the text. */
function chartScale(flow: Flow, drawing: DisplayList): number {
  return Math.min(pointsPerPixel * 1.1, flow.width / drawing.width);
}

/** A chart as its drawing, with its title above. */
export function layChart(flow: Flow, parent: Tag, { title, alt, drawing }: ChartBlock): void {
  const setting = settings.tableCaption;
  const lines = linesOf(title, flow.width, setting, mostLines);
  const above = setting.before + lines.length * setting.line + setting.after;
  const wanted = chartScale(flow, drawing);
  flow.need(above + drawing.height * wanted);
  const scale = Math.min(wanted, (flow.wholeRoom - above) / drawing.height);
  flow.gap(setting.before);
  const top = flow.y;
  const items = lines.map((line, index) => lineItem(line, flow.left, top + index * setting.line, setting));
  if (items.length > 0) flow.mark(tagIn(parent, 'P'), items);
  flow.y += lines.length * setting.line + setting.after;
  placeDrawing(flow, tagIn(parent, 'Figure', { alt }), drawing, scale, false);
  flow.y += 14;
}

/** Height of a chart with its title, points. */
export function chartHeight(flow: Flow, { drawing }: ChartBlock): number {
  return 30 + drawing.height * chartScale(flow, drawing);
}

const tile = { gap: 10, padding: 11, leastWidth: 136 } as const;

/** The largest setting in which a value fits on one line; the smallest where it takes more. */
function valueSetting(value: string, width: number): Setting {
  const sizes = [20, 17, 14, 12].map((size) => ({ ...settings.tileValue, size, line: size * 1.3 }));
  const fitting = sizes.find(({ size, weight }) => measureText(value, size, weight) <= width);
  return fitting ?? { ...settings.tileValue, size: 12, line: 15.6 };
}

/** Lines of a tile with their settings, from top to bottom. */
function tileLines({ name, value, detail, tone }: Tile, width: number): readonly [string, Setting][] {
  const valueLook = {
    ...valueSetting(value, width),
    ink: tone === undefined ? 'text' : toneInks[tone],
  } as const;
  const all: readonly (readonly [string, Setting])[] = [
    [name, settings.tileName],
    [value, valueLook],
    [detail, settings.tileDetail],
  ];
  return all.flatMap(([text, setting]) =>
    linesOf(text, width, setting, mostLines).map((line): [string, Setting] => [line, setting]),
  );
}

const linesHeight = (lines: readonly [string, Setting][]): number =>
  lines.reduce((sum, [, { line }]) => sum + line, 0);

function tileRow(flow: Flow, parent: Tag, row: readonly Tile[], width: number): void {
  const laid = row.map((each) => tileLines(each, width - 2 * tile.padding));
  const height = Math.max(...laid.map(linesHeight)) + 2 * tile.padding;
  flow.need(height);
  laid.forEach((lines, index) => {
    const x = flow.left + index * (width + tile.gap);
    flow.mark(null, [{ kind: 'rect', x, y: flow.y, width, height, radius: 6, fill: 'sunken' }]);
    let top = flow.y + tile.padding;
    const items = lines.map(([text, setting], at): Item => {
      const item = lineItem(spaced(text, at, lines), x + tile.padding, top, setting);
      top += setting.line;
      return item;
    });
    flow.mark(tagIn(parent, 'P'), items);
  });
  flow.y += height + tile.gap;
}

/** Figures in large type, side by side. */
export function layTiles(flow: Flow, parent: Tag, { tiles }: TilesBlock): void {
  if (tiles.length === 0) return;
  const most = Math.max(1, Math.floor((flow.width + tile.gap) / (tile.leastWidth + tile.gap)));
  const perRow = Math.ceil(tiles.length / Math.ceil(tiles.length / most));
  const width = (flow.width - (perRow - 1) * tile.gap) / perRow;
  for (let at = 0; at < tiles.length; at += perRow) {
    tileRow(flow, parent, tiles.slice(at, at + perRow), width);
  }
  flow.y += 8;
}
