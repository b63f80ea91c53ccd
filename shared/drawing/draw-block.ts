import { nodeSizes } from '../layout/sizes';
import { formatShare } from '../model/units-format';
import { drawingText } from '../text/drawing';
import { groupsText } from '../text/groups';
import { shortMinutes } from './amounts';
import type { Ink, Item } from './display-list';
import type { Block } from './fold-map';
import { measureText } from './font-metrics';
import { icon } from './icons';
import { box, face, line, lineOfText, textLine } from './shapes';
import { wrapText } from './wrap-text';

const { width, height } = nodeSizes.step;
const left = 12;
const right = 10;
const nameFace = face(13, 650);
const figureFace = face(11.5, 650);
const smallFace = face(10.5, 500);
/** How far the sheets behind the block stick out below, pixels. */
const sheet = 3;

const shareText = (share: number | null): string =>
  share === null ? drawingText.unknown : formatShare(share, 0).replace(/\s/g, '');

const inkOf = (text: string): Ink => (text === drawingText.unknown ? 'text3' : 'text');

/** Process time and rolled %C&A side by side. */
function figureRow({ figures }: Block): Item[] {
  const work = figures.processTime === null ? drawingText.unknown : shortMinutes(figures.processTime);
  const rolled = shareText(figures.rolledCompleteAccurate);
  const rolledX = left + 15 + measureText(work, figureFace.size, figureFace.weight) + 9;
  return [
    line(1, 68.5, width - 1, 68.5, 'border'),
    icon('Timer', left, 74.5, 11, 'text3'),
    lineOfText({ text: work }, left + 14, 84, { face: figureFace, ink: inkOf(work) }),
    icon('CircleCheck', rolledX, 74.5, 11, 'text3'),
    lineOfText({ text: rolled }, rolledX + 14, 84, { face: figureFace, ink: inkOf(rolled) }),
  ];
}

/** The wait, and the part of the lead time where it can be said. */
function linesBelow({ figures }: Block): string[] {
  const wait = figures.wait === null ? drawingText.unknown : shortMinutes(figures.wait);
  const share = figures.leadTimeShare === null ? drawingText.unknown : formatShare(figures.leadTimeShare, 0);
  return [groupsText.block.wait(wait), groupsText.block.ofLeadTime(share)];
}

/** A folded group: a card on a pile of sheets, with what is said of its steps together. */
export function blockItems(block: Block): Item[] {
  const name = wrapText(block.group.name || groupsText.untitled, width - left - right, nameFace, 1);
  const card = height - 2 * sheet;
  return [
    box(2 * sheet + 0.5, 2 * sheet + 0.5, width - 4 * sheet - 1, height - 2 * sheet - 1, 7, {
      fill: 'surface',
      stroke: { ink: 'cardEdge', width: 1 },
    }),
    box(sheet + 0.5, sheet + 0.5, width - 2 * sheet - 1, height - 2 * sheet - 1, 7, {
      fill: 'surface',
      stroke: { ink: 'cardEdge', width: 1 },
    }),
    box(0.5, 0.5, width - 1, card - 1, 7.5, { fill: 'raised', stroke: { ink: 'text3', width: 1.5 } }),
    icon('Layers', left, 8, 12, 'text2'),
    textLine(groupsText.steps(block.figures.steps), left + 17, 18, width - left - right - 40, {
      face: face(10.5, 600),
      ink: 'text2',
    }),
    ...name.map((each) => lineOfText(each, left, 36, { face: nameFace, ink: 'text' })),
    ...linesBelow(block).map((text, index) =>
      textLine(text, left, 50 + index * 12.5, width - left - right, { face: smallFace, ink: 'text2' }),
    ),
    ...figureRow(block),
  ];
}
