import type { Group, Ink, Item, Path, Rect, Stroke, Text, Weight } from './display-list';
import { polyline } from './path-data';
import { type Face, fitText, type Line, wrapText } from './wrap-text';

/** A size and weight of text. */
export function face(size: number, weight: Weight): Face {
  return { size, weight };
}

interface Look {
  readonly fill?: Ink;
  readonly stroke?: Stroke;
}

/** A rectangle with rounded corners. */
export function box(x: number, y: number, width: number, height: number, radius: number, look: Look): Rect {
  return { kind: 'rect', x, y, width, height, radius, ...look };
}

/** A path. */
export function shape(d: string, look: Look): Path {
  return { kind: 'path', d, ...look };
}

/** A straight line. */
export function line(x1: number, y1: number, x2: number, y2: number, ink: Ink, width = 1): Path {
  return shape(
    polyline([
      { x: x1, y: y1 },
      { x: x2, y: y2 },
    ]),
    { stroke: { ink, width } },
  );
}

interface Placing {
  readonly face: Face;
  readonly ink: Ink;
  readonly anchor?: 'start' | 'middle' | 'end';
  readonly rotate?: number;
}

/** A line of text that was fitted before. */
export function lineOfText(fitted: Line, x: number, y: number, placing: Placing): Text {
  const { face: used, ...rest } = placing;
  return { kind: 'text', x, y, ...fitted, ...used, ...rest };
}

/** One line of text, shortened to `width` pixels; y is its baseline. */
export function textLine(text: string, x: number, y: number, width: number, placing: Placing): Text {
  return lineOfText(fitText(text, width, placing.face), x, y, placing);
}

interface Block extends Placing {
  readonly width: number;
  readonly mostLines: number;
  readonly lineHeight: number;
}

/** Lines of text from the first baseline on. */
export function textLines(text: string, x: number, y: number, block: Block): Text[] {
  const { width, mostLines, lineHeight, ...placing } = block;
  return wrapText(text, width, placing.face, mostLines).map((fitted, index) =>
    lineOfText(fitted, x, y + index * lineHeight, placing),
  );
}

/** A group at x, y whose items are in its own coordinates. */
export function part(x: number, y: number, items: readonly Item[], role: Group['role'] = 'part'): Group {
  return { kind: 'group', role, x, y, items };
}
