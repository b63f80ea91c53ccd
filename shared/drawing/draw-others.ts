import { nodeSizes } from '../layout/sizes';
import { drawingText } from '../text/drawing';
import { shortCount, shortMinutes } from './amounts';
import type { DrawingContext, DrawnNode } from './context';
import type { Ink, Item } from './display-list';
import { type Point, polygon } from './path-data';
import { box, face, line, lineOfText, shape, textLine, textLines } from './shapes';
import { type Face, type Line, wrapText } from './wrap-text';

const nameFace = face(12, 600);
const smallFace = face(10.5, 500);

interface Fitting {
  readonly width: number;
  readonly face: Face;
  readonly mostLines: number;
  readonly lineHeight: number;
}

/** The first way to set a text that cuts nothing off, else the last one. */
function fitBlock(text: string, ways: readonly Fitting[]): Fitting & { readonly lines: readonly Line[] } {
  const tried = ways.map((way) => ({ ...way, lines: wrapText(text, way.width, way.face, way.mostLines) }));
  const found = tried.find(({ lines }) => lines.every((each) => each.full === undefined)) ?? tried.at(-1);
  return found ?? { width: 0, face: nameFace, mostLines: 0, lineHeight: 0, lines: [] };
}

/** Centred lines with a smaller line below them, around the height `middle`. */
function nameWithLine(name: ReturnType<typeof fitBlock>, below: string, x: number, middle: number): Item[] {
  const { lines, lineHeight, face: used, width } = name;
  const belowHeight = below === '' ? 0 : 13;
  const first = middle - ((lines.length - 1) * lineHeight + belowHeight) / 2 + used.size * 0.36;
  const items: Item[] = lines.map((each, index) =>
    lineOfText(each, x, first + index * lineHeight, { face: used, ink: 'text', anchor: 'middle' }),
  );
  if (below === '') return items;
  const y = first + Math.max(lines.length - 1, 0) * lineHeight + (lines.length === 0 ? 0 : belowHeight);
  return [...items, textLine(below, x, y, width, { face: smallFace, ink: 'text2', anchor: 'middle' })];
}

/** A factory with a saw-tooth roof: where demand comes from. */
export function startItems(node: DrawnNode, { graph }: DrawingContext): Item[] {
  const { width, height } = nodeSizes.start;
  const roof = 'V28L36 9V28L72 9V28L111.25 4';
  const { demandPerMonth } = graph.stream;
  const below = demandPerMonth === undefined ? '' : drawingText.perMonth(shortCount(demandPerMonth));
  const name = fitBlock(node.name, [
    { width: width - 14, face: nameFace, mostLines: 2, lineHeight: 14 },
    { width: width - 10, face: face(10.5, 600), mostLines: below === '' ? 4 : 3, lineHeight: 11.5 },
  ]);
  return [
    shape(`M0.75 ${height - 0.75}${roof}V${height - 0.75}Z`, {
      fill: 'surface',
      stroke: { ink: 'text2', width: 1.5 },
    }),
    ...nameWithLine(name, below, width / 2, 54),
  ];
}

/** An arrow pentagon: the value that comes out. */
export function endItems(node: DrawnNode, { graph }: DrawingContext): Item[] {
  const { width, height } = nodeSizes.end;
  const target = graph.stream.targetLeadTime;
  const below = target === undefined ? '' : drawingText.target(shortMinutes(target));
  const name = fitBlock(node.name, [
    { width: width - 34, face: nameFace, mostLines: 2, lineHeight: 15 },
    { width: width - 38, face: face(10.5, 600), mostLines: 3, lineHeight: 12 },
  ]);
  const middle = height / 2;
  const outline = `M0.75 0.75H${width - 22}L${width - 0.75} ${middle}L${width - 22} ${height - 0.75}H0.75Z`;
  return [
    shape(outline, { fill: 'okSoft', stroke: { ink: 'ok', width: 1.5 } }),
    ...nameWithLine(name, below, (width - 16) / 2, middle),
  ];
}

/** A diamond: a choice that takes no time. */
export function decisionItems(node: DrawnNode): Item[] {
  const { width, height } = nodeSizes.decision;
  const x = width / 2;
  const y = height / 2;
  const outline = `M${x} 0.75L${width - 0.75} ${y}L${x} ${height - 0.75}L0.75 ${y}Z`;
  return [
    shape(outline, { fill: 'surface', stroke: { ink: 'text2', width: 1.5 } }),
    ...centred(node.name, x, y, decisionWays, 'text'),
  ];
}

/** Bold lines around the middle of a shape, as large as fits of the ways to set them. */
function centred(text: string, x: number, y: number, ways: readonly Fitting[], ink: Ink): Item[] {
  const { lines, lineHeight, face: used } = fitBlock(text, ways);
  const first = y - ((lines.length - 1) * lineHeight) / 2 + used.size * 0.36;
  return lines.map((each, index) =>
    lineOfText(each, x, first + index * lineHeight, { face: used, ink, anchor: 'middle' }),
  );
}

/** Ways to set a text in the middle of a shape: the room of one, two, three lines, and of three smaller ones. */
function waysInside(widths: readonly number[], small: number): readonly Fitting[] {
  const usual = widths.map((width, index) => ({
    width,
    face: face(10.5, 650),
    mostLines: index + 1,
    lineHeight: 13,
  }));
  return [...usual, { width: small, face: face(9.5, 650), mostLines: 3, lineHeight: 11 }];
}

const decisionWays = waysInside([108, 84, 64], 72);
const burstWays = waysInside([110, 104, 92], 98);

/** A bar: parallel work begins or ends. */
export function barItems(): Item[] {
  const { width, height } = nodeSizes.fork;
  return [box((width - 8) / 2, 0, 8, height, 3, { fill: 'text2' })];
}

/** A box with a heading: planning, dispatch, or an information system. */
export function controlItems(node: DrawnNode): Item[] {
  const { width, height } = nodeSizes.control;
  const name = fitBlock(node.name, [
    { width: width - 16, face: nameFace, mostLines: 2, lineHeight: 14 },
    { width: width - 12, face: face(10.5, 600), mostLines: 3, lineHeight: 12.5 },
  ]);
  return [
    box(0.75, 0.75, width - 1.5, height - 1.5, 6, {
      fill: 'surface',
      stroke: { ink: 'text2', width: 1.5 },
    }),
    line(0.75, 20, width - 0.75, 20, 'text2'),
    textLine(drawingText.control, width / 2, 14.5, width - 16, {
      face: smallFace,
      ink: 'text2',
      anchor: 'middle',
    }),
    ...nameWithLine(name, '', width / 2, 41.5),
  ];
}

/** A sheet of paper with a turned corner. */
export function noteItems(node: DrawnNode): Item[] {
  const { width, height } = nodeSizes.note;
  const fold = 14;
  const room = width - 20;
  const text = textLines(node.name, 10, 20, {
    face: face(11.5, 400),
    ink: 'onNote',
    width: room,
    mostLines: node.note === undefined ? 5 : 3,
    lineHeight: 15.5,
  });
  const small = textLines(node.note ?? '', 10, 20 + text.length * 15.5 + 2, {
    face: face(10, 400),
    ink: 'onNote',
    width: room,
    mostLines: 5 - Math.max(text.length, 1) - (text.length > 2 ? 0 : 1),
    lineHeight: 13,
  });
  const right = width - 0.5;
  const bottom = height - 0.5;
  const stroke = { ink: 'noteEdge', width: 1 } as const;
  return [
    shape(`M0.5 0.5H${right}V${bottom - fold}L${right - fold} ${bottom}H0.5Z`, { fill: 'note', stroke }),
    shape(`M${right} ${bottom - fold}H${right - fold}V${bottom}Z`, { fill: 'noteEdge', stroke }),
    ...text,
    ...small,
  ];
}

const burstPoints = 12;

function burstOutline(width: number, height: number): readonly Point[] {
  return Array.from({ length: burstPoints * 2 }, (_, index): Point => {
    const angle = (Math.PI * index) / burstPoints - Math.PI / 2;
    const reach = index % 2 === 1 ? 0.7 : index % 4 === 0 ? 1 : 0.93;
    return {
      x: width / 2 + (width / 2 - 1) * reach * Math.cos(angle),
      y: height / 2 + (height / 2 - 1) * reach * Math.sin(angle),
    };
  });
}

/** A kaizen burst: an idea for improvement. */
export function burstItems(node: DrawnNode): Item[] {
  const { width, height } = nodeSizes.burst;
  return [
    shape(polygon(burstOutline(width, height)), {
      fill: 'kaizen',
      stroke: { ink: 'kaizenEdge', width: 1.5 },
    }),
    ...centred(node.name, width / 2, height / 2, burstWays, 'onKaizen'),
  ];
}
