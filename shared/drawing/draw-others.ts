import { nodeSizes } from '../layout/sizes';
import { drawingText } from '../text/drawing';
import { shortCount, shortMinutes } from './amounts';
import type { DrawingContext, DrawnNode } from './context';
import type { Item } from './display-list';
import { type Point, polygon } from './path-data';
import { box, face, line, lineOfText, shape, textLine, textLines } from './shapes';
import { wrapText } from './wrap-text';

const nameFace = face(12, 600);
const smallFace = face(10.5, 500);

/** A factory with a saw-tooth roof: where demand comes from. */
export function startItems(node: DrawnNode, { graph }: DrawingContext): Item[] {
  const { width, height } = nodeSizes.start;
  const roof = 'V28L36 9V28L72 9V28L111.25 4';
  const demand = graph.stream.demandPerMonth;
  const fitted = wrapText(node.name, width - 14, nameFace, demand === undefined ? 3 : 2);
  const rows = fitted.length + (demand === undefined ? 0 : 1);
  const first = 54 - (rows - 1) * 7 + 4;
  const middle = { anchor: 'middle' } as const;
  const items: Item[] = [
    shape(`M0.75 ${height - 0.75}${roof}V${height - 0.75}Z`, {
      fill: 'surface',
      stroke: { ink: 'text2', width: 1.5 },
    }),
    ...fitted.map((each, index) =>
      lineOfText(each, width / 2, first + index * 14, { face: nameFace, ink: 'text', ...middle }),
    ),
  ];
  if (demand === undefined) return items;
  const text = drawingText.perMonth(shortCount(demand));
  const y = first + fitted.length * 14;
  return [...items, textLine(text, width / 2, y, width - 14, { face: smallFace, ink: 'text2', ...middle })];
}

/** An arrow pentagon: the value that comes out. */
export function endItems(node: DrawnNode, { graph }: DrawingContext): Item[] {
  const { width, height } = nodeSizes.end;
  const target = graph.stream.targetLeadTime;
  const middle = height / 2;
  const fitted = wrapText(node.name, width - 34, nameFace, target === undefined ? 3 : 2);
  const rows = fitted.length + (target === undefined ? 0 : 1);
  const first = middle - ((rows - 1) * 15) / 2 + 4;
  const x = (width - 16) / 2;
  const outline = `M0.75 0.75H${width - 22}L${width - 0.75} ${middle}L${width - 22} ${height - 0.75}H0.75Z`;
  const items: Item[] = [
    shape(outline, { fill: 'okSoft', stroke: { ink: 'ok', width: 1.5 } }),
    ...fitted.map((each, index) =>
      lineOfText(each, x, first + index * 15, { face: nameFace, ink: 'text', anchor: 'middle' }),
    ),
  ];
  if (target === undefined) return items;
  const text = drawingText.target(shortMinutes(target));
  const y = first + fitted.length * 15;
  return [...items, textLine(text, x, y, width - 34, { face: smallFace, ink: 'text2', anchor: 'middle' })];
}

/** A diamond: a choice that takes no time. */
export function decisionItems(node: DrawnNode): Item[] {
  const { width, height } = nodeSizes.decision;
  const x = width / 2;
  const y = height / 2;
  const outline = `M${x} 0.75L${width - 0.75} ${y}L${x} ${height - 0.75}L0.75 ${y}Z`;
  return [
    shape(outline, { fill: 'surface', stroke: { ink: 'text2', width: 1.5 } }),
    ...centred(node.name, x, y, [96, 72, 62]),
  ];
}

/** Centred lines of small bold text; `widths` is the room of one, two and three lines. */
function centred(text: string, x: number, y: number, widths: readonly number[], ink?: 'onKaizen'): Item[] {
  const textFace = face(10.5, 650);
  const lineHeight = 13;
  const tried = widths.map((width, index) => wrapText(text, width, textFace, index + 1));
  const fitted = tried.find((lines) => lines.every((each) => each.full === undefined)) ?? tried.at(-1) ?? [];
  const first = y - ((fitted.length - 1) * lineHeight) / 2 + 3.75;
  return fitted.map((each, index) =>
    lineOfText(each, x, first + index * lineHeight, { face: textFace, ink: ink ?? 'text', anchor: 'middle' }),
  );
}

/** A bar: parallel work begins or ends. */
export function barItems(): Item[] {
  const { width, height } = nodeSizes.fork;
  return [box((width - 8) / 2, 0, 8, height, 3, { fill: 'text2' })];
}

/** A box with a heading: planning, dispatch, or an information system. */
export function controlItems(node: DrawnNode): Item[] {
  const { width, height } = nodeSizes.control;
  const fitted = wrapText(node.name, width - 16, nameFace, 2);
  const first = 41 - (fitted.length - 1) * 7 + 4;
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
    ...fitted.map((each, index) =>
      lineOfText(each, width / 2, first + index * 14, { face: nameFace, ink: 'text', anchor: 'middle' }),
    ),
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
    ...centred(node.name, width / 2, height / 2, [96, 94, 88], 'onKaizen'),
  ];
}
