import type { Example } from '../analysis/example';
import { type MarkedTargets, drawExample } from './draw-example';
import type { DisplayList, Ink, Item } from './display-list';
import { box, face, part, textLine, textLines } from './shapes';

/** One example of a rule as its picture shows it. */
export interface ExamplePanel {
  readonly example: Example;
  /** What the rule finds there; absent where it finds nothing. */
  readonly marked?: MarkedTargets;
  /** Above the stream: what the example shows. */
  readonly caption: string;
  /** Below the caption: what the rule says, where it says something. */
  readonly sentence: string | null;
}

const margin = 20;
const leastWidth = 560;
const captionFace = face(13, 650);
const sentenceFace = face(12, 400);
const lineHeight = 17;
const gap = 28;

interface Drawn {
  readonly items: readonly Item[];
  readonly height: number;
}

function panelAt(panel: ExamplePanel, map: DisplayList, y: number, width: number): Drawn {
  const ink: Ink = panel.marked === undefined ? 'ok' : panel.marked.worst;
  const top = y + 14;
  const block = { face: sentenceFace, ink: 'text2' as const, width, mostLines: 3, lineHeight };
  const said = panel.sentence === null ? [] : textLines(panel.sentence, margin + 16, top + 19, block);
  const mapTop = top + 16 + said.length * lineHeight;
  return {
    items: [
      box(margin, top - 10, 10, 10, 5, { fill: ink }),
      textLine(panel.caption, margin + 16, top, width, { face: captionFace, ink: 'text' }),
      ...said,
      part(margin, mapTop, map.items),
    ],
    height: mapTop + map.height - y,
  };
}

/** The picture of a rule: its examples one below the other, each with its caption and a badge on what is found there. */
export function drawRule(title: string, description: string, panels: readonly ExamplePanel[]): DisplayList {
  const maps = panels.flatMap((panel) => {
    const map = drawExample(panel.example, panel.marked);
    return map === null ? [] : [{ panel, map }];
  });
  const inside = Math.max(leastWidth, ...maps.map(({ map }) => map.width));
  const items: Item[] = [];
  let y = margin;
  for (const { panel, map } of maps) {
    const drawn = panelAt(panel, map, y, inside - 16);
    items.push(...drawn.items);
    y += drawn.height + gap;
  }
  const size = { width: Math.ceil(inside + 2 * margin), height: Math.ceil(y - gap + margin) };
  return {
    ...size,
    title,
    description,
    items: [box(0, 0, size.width, size.height, 0, { fill: 'canvas' }), ...items],
  };
}
