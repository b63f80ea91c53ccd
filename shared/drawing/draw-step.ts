import { findActivity, findPractice } from '../catalogue/packs';
import { nodeSizes } from '../layout/sizes';
import { membersOf } from '../model/queries';
import type { ValueClass } from '../model/value-sets';
import { drawingText } from '../text/drawing';
import { shorterTimes, shortShare } from './amounts';
import type { DrawingContext, DrawnNode } from './context';
import type { Ink, Item } from './display-list';
import { measureText } from './font-metrics';
import { icon } from './icons';
import { box, face, line, lineOfText, textLine } from './shapes';
import { cardEdge, rememberedMark } from './stripes';
import { type Face, type Line, wrapText } from './wrap-text';

const { width, height } = nodeSizes.step;
/** Room at the left for the mark of the value class, and at the right. */
const left = 14;
const right = 8;
const radius = 8;
const ruleY = 71.5;
const edgeMark = rememberedMark(cardEdge(7, height, radius));

const nameFace = face(13, 650);
const figureFace = face(11.5, 650);
const smallFigureFace = face(10.5, 650);
const chipFace = face(9.5, 650);

const chipInks: Readonly<Record<ValueClass, { readonly text: Ink; readonly fill: Ink }>> = {
  VA: { text: 'vaText', fill: 'vaSoft' },
  NNVA: { text: 'nnvaText', fill: 'nnvaSoft' },
  NVA: { text: 'nvaText', fill: 'nvaSoft' },
};

/** The line below the name: the practice or the role, whichever the lanes do not show already; `more` counts further practices. */
function subtitleOf(
  node: DrawnNode,
  { graph, pack, view }: DrawingContext,
): { readonly text: string; readonly more: number } {
  const practices = membersOf(node.practices).map((id) => findPractice(pack, id)?.name ?? id);
  const role = node.role === undefined ? '' : (graph.roles.get(node.role)?.name ?? '');
  const people = [role, node.team ?? ''].find((text) => text !== '');
  const isPracticeShown = view.lanes === 'practice' && practices.length === 1;
  const [first = ''] = practices;
  if (first === '' || (isPracticeShown && people !== undefined)) return { text: people ?? first, more: 0 };
  return { text: first, more: practices.length - 1 };
}

const subtitleFace = face(11, 400);

/** The lines below the name; the count of further practices is never cut off. */
function subtitleLines(node: DrawnNode, context: DrawingContext, mostLines: number): readonly Line[] {
  const { text, more } = subtitleOf(node, context);
  const room = width - left - right;
  if (more === 0) return wrapText(text, room, subtitleFace, mostLines);
  const count = drawingText.more(more);
  const whole = `${text} ${count}`;
  const lines = wrapText(whole, room, subtitleFace, mostLines);
  if (lines.every((each) => each.full === undefined)) return lines;
  const short = wrapText(text, room - widthOf(` ${count}`, subtitleFace), subtitleFace, mostLines);
  return short.map((each, index) =>
    index === short.length - 1 ? { text: `${each.text} ${count}`, full: whole } : each,
  );
}

function heading(node: DrawnNode, { pack }: DrawingContext): Item[] {
  const activity = findActivity(pack, node.activity);
  const ink: Ink = activity?.ink ?? 'text3';
  const room = width - left - right - 16;
  return [
    icon(activity?.icon ?? 'CircleDashed', left, 7.5, 12, ink),
    textLine(activity?.name ?? drawingText.noActivity, left + 16, 17.5, room, { face: face(10.5, 600), ink }),
  ];
}

function names(node: DrawnNode, context: DrawingContext): Item[] {
  const fitted = wrapText(node.name, width - left - right, nameFace, 2);
  const isOneLine = fitted.length < 2;
  const below = subtitleLines(node, context, isOneLine ? 2 : 1);
  const isTight = below.length > 1;
  const first = !isOneLine ? 34.5 : isTight ? 36 : 39;
  const subtitleY = !isOneLine ? 64 : isTight ? 51 : 56;
  return [
    ...fitted.map((each, index) =>
      lineOfText(each, left, first + index * 15, { face: nameFace, ink: 'text' }),
    ),
    ...below.map((each, index) =>
      lineOfText(each, left, subtitleY + index * 13, { face: subtitleFace, ink: 'text2' }),
    ),
  ];
}

function classChip(value: ValueClass | undefined): { readonly items: Item[]; readonly width: number } {
  const text = value === undefined ? drawingText.unknown : drawingText.valueClass[value];
  const inks = value === undefined ? { text: 'text3' as const, fill: 'sunken' as const } : chipInks[value];
  const chipWidth = measureText(text, chipFace.size, chipFace.weight) + 8;
  const x = width - right - chipWidth + 1;
  return {
    width: chipWidth,
    items: [
      box(x, 77, chipWidth, 14, 4, { fill: inks.fill }),
      textLine(text, x + chipWidth / 2, 87.5, chipWidth, {
        face: chipFace,
        ink: inks.text,
        anchor: 'middle',
      }),
    ],
  };
}

const widthOf = (text: string, { size, weight }: Face): number => measureText(text, size, weight);

interface FittingTime {
  readonly text: string;
  /** Of the time and of the share beside it. */
  readonly face: Face;
}

/** The most exact text of a time that fits beside the share, in the usual size or a little smaller; `room` is that of both. */
function fittingTime(node: DrawnNode, share: string, room: number): FittingTime {
  const times = shorterTimes(node.processTime);
  const choices = [
    ...times.slice(0, 2).map((text) => ({ text, face: figureFace })),
    ...times.slice(1).map((text) => ({ text, face: smallFigureFace })),
  ];
  const fits = ({ text, face: used }: FittingTime): boolean =>
    widthOf(text, used) + widthOf(share, used) <= room;
  return choices.find(fits) ?? { text: times.at(-1) ?? '', face: smallFigureFace };
}

/** Process time, %C&A and value class; the time gives way where the three do not fit side by side. */
function figureRow(node: DrawnNode): Item[] {
  const share = shortShare(node.completeAccurate);
  const chip = classChip(node.value);
  const iconWidth = 13.5;
  const gap = 6;
  const room = width - left - right - chip.width - 2 * iconWidth - gap - 3;
  const time = fittingTime(node, share, room);
  const shareX = left + iconWidth + widthOf(time.text, time.face) + gap;
  const inkOf = (text: string): Ink => (text === drawingText.unknown ? 'text3' : 'text');
  return [
    line(7, ruleY, width - 1, ruleY, 'border'),
    icon('Timer', left, 78.5, 11, 'text3'),
    lineOfText({ text: time.text }, left + iconWidth, 88, { face: time.face, ink: inkOf(time.text) }),
    icon('CircleCheck', shareX, 78.5, 11, 'text3'),
    lineOfText({ text: share }, shareX + iconWidth, 88, { face: time.face, ink: inkOf(share) }),
    ...chip.items,
  ];
}

/** The card of a step. */
export function stepItems(node: DrawnNode, context: DrawingContext): Item[] {
  return [
    box(0, 1.5, width, height - 1.5, radius, { fill: 'shade' }),
    box(0.5, 0.5, width - 1, height - 2, radius - 0.5, { fill: 'raised' }),
    ...edgeMark(node.value),
    box(0.5, 0.5, width - 1, height - 1.5, radius - 0.5, { stroke: { ink: 'cardEdge', width: 1 } }),
    ...heading(node, context),
    ...names(node, context),
    ...figureRow(node),
  ];
}
