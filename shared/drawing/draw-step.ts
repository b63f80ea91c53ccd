import { findActivity, findPractice } from '../catalogue/packs';
import { nodeSizes } from '../layout/sizes';
import { membersOf } from '../model/queries';
import type { ValueClass } from '../model/value-sets';
import { drawingText } from '../text/drawing';
import { shortShare, shortTime } from './amounts';
import type { DrawingContext, DrawnNode } from './context';
import type { Ink, Item } from './display-list';
import { measureText } from './font-metrics';
import { icon } from './icons';
import { box, face, line, lineOfText, textLine } from './shapes';
import { cardEdge, valueMark } from './stripes';
import { fitText, wrapText } from './wrap-text';

const { width, height } = nodeSizes.step;
/** Room at the left for the mark of the value class, and at the right. */
const left = 14;
const right = 8;
const radius = 8;
const ruleY = 71.5;
const edge = cardEdge(7, height, radius);

const nameFace = face(13, 650);
const figureFace = face(11.5, 650);
const chipFace = face(9.5, 650);

const chipInks: Readonly<Record<ValueClass, { readonly text: Ink; readonly fill: Ink }>> = {
  VA: { text: 'vaText', fill: 'vaSoft' },
  NNVA: { text: 'nnvaText', fill: 'nnvaSoft' },
  NVA: { text: 'nvaText', fill: 'nvaSoft' },
};

/** The line below the name: the practice or the role, whichever the lanes do not show already. */
function subtitleOf(node: DrawnNode, { graph, pack, view }: DrawingContext): string {
  const practices = membersOf(node.practices).map((id) => findPractice(pack, id)?.name ?? id);
  const [first] = practices;
  const practice =
    first !== undefined && practices.length > 1
      ? drawingText.morePractices(first, practices.length - 1)
      : (first ?? '');
  const role = node.role === undefined ? '' : (graph.roles.get(node.role)?.name ?? '');
  const isPracticeShown = view.lanes === 'practice' && practices.length === 1;
  const choices = isPracticeShown ? [role, node.team, practice] : [practice, role, node.team];
  return choices.find((choice) => choice !== undefined && choice !== '') ?? '';
}

function heading(node: DrawnNode, { pack }: DrawingContext): Item[] {
  const activity = findActivity(pack, node.activity);
  const ink: Ink = activity?.ink ?? 'text3';
  const room = width - left - right - 16;
  return [
    icon(activity?.icon ?? 'CircleDashed', left, 8.5, 12, ink),
    textLine(activity?.name ?? drawingText.noActivity, left + 16, 18.5, room, { face: face(10.5, 600), ink }),
  ];
}

function names(node: DrawnNode, context: DrawingContext): Item[] {
  const room = width - left - right;
  const fitted = wrapText(node.name, room, nameFace, 2);
  const isOneLine = fitted.length < 2;
  const first = isOneLine ? 39 : 35;
  const lines = fitted.map((each, index) =>
    lineOfText(each, left, first + index * 15, { face: nameFace, ink: 'text' }),
  );
  const subtitle = textLine(subtitleOf(node, context), left, isOneLine ? 56 : 64.5, room, {
    face: face(11, 400),
    ink: 'text2',
  });
  return [...lines, subtitle];
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

/** Process time, %C&A and value class; the time gives way where the three do not fit side by side. */
function figureRow(node: DrawnNode): Item[] {
  const time = shortTime(node.processTime);
  const share = shortShare(node.completeAccurate);
  const chip = classChip(node.value);
  const iconWidth = 14;
  const widthOf = (text: string): number => measureText(text, figureFace.size, figureFace.weight);
  const room = width - left - right - chip.width - 2 * iconWidth - 12 - widthOf(share);
  const fitted = fitText(time, Math.max(room, 24), figureFace);
  const shareX = left + iconWidth + widthOf(fitted.text) + 7;
  const inkOf = (text: string): Ink => (text === drawingText.unknown ? 'text3' : 'text');
  return [
    line(7, ruleY, width - 1, ruleY, 'border'),
    icon('Timer', left, 78.5, 11, 'text3'),
    lineOfText(fitted, left + iconWidth, 88, { face: figureFace, ink: inkOf(time) }),
    icon('CircleCheck', shareX, 78.5, 11, 'text3'),
    textLine(share, shareX + iconWidth, 88, widthOf(share), { face: figureFace, ink: inkOf(share) }),
    ...chip.items,
  ];
}

/** The card of a step. */
export function stepItems(node: DrawnNode, context: DrawingContext): Item[] {
  return [
    box(0, 1.5, width, height - 1.5, radius, { fill: 'shade' }),
    box(0.5, 0.5, width - 1, height - 2, radius - 0.5, { fill: 'raised' }),
    ...valueMark(edge, node.value),
    box(0.5, 0.5, width - 1, height - 1.5, radius - 0.5, { stroke: { ink: 'cardEdge', width: 1 } }),
    ...heading(node, context),
    ...names(node, context),
    ...figureRow(node),
  ];
}
