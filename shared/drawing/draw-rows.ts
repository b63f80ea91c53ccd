import { type Cut, cutsOf, foldRows, foldWithin, type Row, type Side } from '../layout/fold-rows';
import { standsFree } from '../layout/ranks';
import type { MapLayout, Size } from '../layout/types';
import { stepsOf } from '../model/queries';
import { drawingText } from '../text/drawing';
import type { DrawingContext } from './context';
import type { DisplayList, Group, Item } from './display-list';
import { arrowItems, drawFlowLabel, drawFlowQueue, flowStroke, spokenFlow } from './draw-flow';
import { titleOf } from './draw-header';
import { drawLanes, laneStripWidth } from './draw-lanes';
import { drawBareMap } from './draw-map';
import { drawNode } from './draw-node';
import {
  endsOf,
  type FilledRow,
  fillRow,
  type Folding,
  foldingOf,
  holds,
  middleOf,
  type RowEnds,
  signsOf,
} from './fill-rows';
import { drawSign, meetingPoint } from './row-ends';
import { face, line, part, textLine } from './shapes';

/** Room at both sides of a row for the signs with which its flows go on, pixels of the map. */
const gutter = 52;
/** Height of the line of text above a row. */
const captionHeight = 28;
/** Space beside the words above a row. */
const wordsMargin = 14;
const captionFace = face(14, 600);

/** Below this scale the small text of a map is smaller than 6 points on paper, 8 pixels on a screen. */
export const legibleScale = 0.73;

/** What a row is drawn with. */
interface Drawn {
  readonly folding: Folding;
  readonly filled: FilledRow;
  readonly ends: RowEnds;
}

function drawPieces({ folding: { context, layout }, filled, ends }: Drawn): Group[] {
  const { x: left, width } = filled.extent;
  const edges = { left, right: left + width };
  return filled.pieces.map(({ flow, fragment }): Group => {
    const route = layout.routes.get(flow.id);
    const stroke = route ? flowStroke(flow, route, context) : { ink: 'flow' as const, width: 1.8 };
    const points = [...fragment.points];
    const signs: Item[] = [];
    const goOn = (side: Side, isFirst: boolean): void => {
      const at = isFirst ? points[0] : points.at(-1);
      const end = side && at ? ends[side].get(`${flow.id} ${Math.round(at.y)}`) : undefined;
      if (!side || !at || !end) return;
      const more = [{ x: edges[side], y: at.y }, meetingPoint(edges[side], side, end)];
      if (isFirst) points.unshift(...[...more].reverse());
      else points.push(...more);
      signs.push(drawSign(edges[side], side, end, stroke));
    };
    goOn(fragment.enters, true);
    goOn(fragment.leaves, false);
    const drawn = fragment.leaves === null ? flow : { ...flow, kind: 'normal' as const };
    return {
      ...part(0, 0, [...arrowItems(drawn, points, stroke), ...signs]),
      about: flow.id,
      ...(fragment.enters === null && { role: 'flow', label: spokenFlow(flow, context) }),
    };
  });
}

/** What stands on the flows of a row, and its nodes. */
function drawThings({ folding: { context, layout }, filled: { row } }: Drawn): Item[] {
  const marks = context.graph.flows.flatMap((flow) => {
    const route = layout.routes.get(flow.id);
    if (!route) return [];
    return [
      ...(holds(row, route.label.x) ? drawFlowLabel(flow, route, context) : []),
      ...(route.queue && holds(row, route.queue.x) ? drawFlowQueue(flow, route, context) : []),
    ];
  });
  const nodes = context.graph.nodes.flatMap((node) => {
    const box = layout.boxes.get(node.id);
    return box && holds(row, middleOf(box)) ? [{ ...drawNode(node, context), x: box.x, y: box.y }] : [];
  });
  return [...marks, ...nodes];
}

interface Sheet {
  readonly width: number;
  /** Rows on all pages. */
  readonly all: number;
  readonly strip: number;
}

function caption(index: number, { width, all }: Sheet): Item[] {
  const words = drawingText.rows;
  const left = [words.place(index + 1, all), ...(index > 0 ? [words.from(index)] : [])].join(' · ');
  const half = width / 2 - wordsMargin;
  return [
    textLine(left, wordsMargin, 19, half, { face: captionFace, ink: 'text2' }),
    ...(index + 1 < all
      ? [
          textLine(words.to(index + 2), width - wordsMargin, 19, half, {
            face: captionFace,
            ink: 'text2',
            anchor: 'end',
          }),
        ]
      : []),
    line(0, captionHeight - 0.5, width, captionHeight - 0.5, 'border'),
  ];
}

/** A row with its line of text; y begins at 0. */
function drawRow(drawn: Drawn, index: number, sheet: Sheet): Item[] {
  const { folding, filled } = drawn;
  const { extent, lanes } = filled;
  const shift = sheet.strip + gutter - extent.x;
  const bounds = { ...extent, x: -shift, width: sheet.width };
  const kept = drawLanes(folding.layout.lanes, bounds).filter(({ about }) =>
    lanes.some((lane) => lane.id === about),
  );
  const map = part(shift, captionHeight - extent.y, [...kept, ...drawPieces(drawn), ...drawThings(drawn)]);
  return [...caption(index, sheet), map];
}

/** Rows that stand on one page, with their heights on it. */
interface Stacked {
  readonly height: number;
  readonly rows: { readonly index: number; readonly y: number }[];
}

function stack(rows: readonly FilledRow[], most: number): Stacked[] {
  const pages: { height: number; rows: { index: number; y: number }[] }[] = [];
  rows.forEach(({ extent }, index) => {
    const height = captionHeight + extent.height;
    let page = pages.at(-1);
    if (!page || (page.rows.length > 0 && page.height + height > most))
      pages.push((page = { height: 0, rows: [] }));
    page.rows.push({ index, y: page.height });
    page.height += height;
  });
  return pages;
}

function drawPages(folding: Folding, rows: readonly Row[], most: number): DisplayList[] {
  const { context, layout } = folding;
  const filled = rows.map((row) => fillRow(folding, row));
  const signs = signsOf(filled);
  const strip = layout.lanes.length > 0 ? laneStripWidth : 0;
  const width = Math.ceil(Math.max(...filled.map(({ extent }) => extent.width)) + 2 * gutter + strip);
  const sheet: Sheet = { width, all: rows.length, strip };
  const title = titleOf(context);
  return stack(filled, most).map((page) => ({
    width,
    height: Math.ceil(page.height),
    title,
    description: drawingText.description(stepsOf(context.folded?.whole ?? context.graph).length, title),
    items: page.rows.flatMap(({ index, y }) => {
      const own = filled[index];
      if (!own) return [];
      return [part(0, y, drawRow({ folding, filled: own, ends: endsOf(own, index, signs) }, index, sheet))];
    }),
  }));
}

const scaleIn = (list: Size, room: Size): number =>
  Math.min(1, room.width / list.width, room.height / list.height);

/** Where a map may be cut. */
const cutsOfMap = ({ context, layout, labels }: Folding): Cut[] =>
  cutsOf(layout, {
    labels: [...labels.values()],
    nodes: new Set(context.graph.nodes.filter(standsFree).map(({ id }) => id)),
  });

/** By how much larger a folded map has to be drawn. */
const worthwhile = 1.1;

/** A drawing with the scale at which it goes into the room that it was made for, at most 1. */
interface FittedDrawing {
  readonly list: DisplayList;
  readonly scale: number;
  /** How many rows are drawn; 1 for a map that is not folded. */
  readonly rows: number;
}

/**
 * A map alone, for a room of this size: in one row where it is drawn at least at this scale, else folded into the rows
 * in which it is drawn largest. Folded groups are drawn as their blocks, without frames.
 */
export function drawMapInRoom(
  context: DrawingContext,
  layout: MapLayout,
  room: Size,
  least = legibleScale,
): FittedDrawing {
  const bare = drawBareMap(context, layout);
  const scale = scaleIn(bare, room);
  if (scale >= least) return { list: bare, scale, rows: 1 };
  const folding = foldingOf(context, layout);
  const known = new Map<string, number>();
  const heightOf = (row: Row): number => {
    const key = `${row.from} ${row.to}`;
    let height = known.get(key);
    if (height === undefined) known.set(key, (height = fillRow(folding, row).extent.height));
    return height;
  };
  const page = { ...room, gutter: 2 * gutter + laneStripWidth, gap: captionHeight };
  const rows = foldRows(layout, page, cutsOfMap(folding), heightOf);
  const [list] = rows.length < 2 ? [] : drawPages(folding, rows, Infinity);
  const own = list ? scaleIn(list, room) : 0;
  return list && own > scale * worthwhile
    ? { list, scale: own, rows: rows.length }
    : { list: bare, scale, rows: 1 };
}

/** A map alone on as many pages of this size as it takes at a scale at which its small text is legible. */
export function drawMapOnPages(
  context: DrawingContext,
  layout: MapLayout,
  page: Size,
): readonly DisplayList[] {
  const folding = foldingOf(context, layout);
  const width = page.width / legibleScale - 2 * gutter - laneStripWidth;
  const rows = foldWithin(layout, width, cutsOfMap(folding));
  return drawPages(folding, rows, page.height / legibleScale);
}
