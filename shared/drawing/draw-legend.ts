import { type ValueClass, valueClasses } from '../model/value-sets';
import { drawingSentences, drawingText } from '../text/drawing';
import type { Group, Item } from './display-list';
import { measureText } from './font-metrics';
import { face, part, shape, textLine } from './shapes';
import { rectOutline, valueMark } from './stripes';

/** Height of the legend below an exported map. */
export const legendHeight = 44;
const padding = 24;
const textFace = face(11, 400);

interface Entry {
  readonly text: string;
  readonly sign: readonly Item[];
}

function classEntry(value: ValueClass | undefined): Entry {
  const sign = valueMark(rectOutline(0, -6, 14, 12), value);
  if (value === undefined) return { text: drawingText.valueClassName.unknown, sign };
  return { text: `${drawingText.valueClass[value]}  ${drawingText.valueClassName[value]}`, sign };
}

function queueEntry(text: string, isHot: boolean): Entry {
  const look = isHot
    ? ({ fill: 'nvaSoft', stroke: { ink: 'nva', width: 1.2 } } as const)
    : ({ fill: 'surface', stroke: { ink: 'text2', width: 1.2 } } as const);
  return { text, sign: [shape('M7 -6L14 6H0Z', look)] };
}

/** The signs of the drawing with their meaning. */
export function drawLegend(y: number, width: number): Group {
  const entries = [
    ...valueClasses.map(classEntry),
    classEntry(undefined),
    queueEntry(drawingText.waiting, false),
    queueEntry(drawingText.dominantWait, true),
  ];
  const items: Item[] = [];
  let x = padding;
  for (const { text, sign } of entries) {
    const textWidth = measureText(text, textFace.size, textFace.weight);
    if (x + 22 + textWidth > width - padding) break;
    items.push(part(x, legendHeight / 2, sign));
    items.push(textLine(text, x + 22, legendHeight / 2 + 4, textWidth + 1, { face: textFace, ink: 'text2' }));
    x += 22 + textWidth + 24;
  }
  return { ...part(0, y, items), label: drawingSentences.legend };
}
