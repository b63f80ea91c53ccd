/** A point, pixels. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Numbers of a drawing are kept to a hundredth of a pixel: small files, the same on every machine. */
export function rounded(value: number): number {
  const cut = Math.round(value * 100) / 100;
  return cut === 0 ? 0 : cut;
}

/** Path data of straight lines through the points. */
export function polyline(points: readonly Point[]): string {
  return points.map(({ x, y }, index) => `${index === 0 ? 'M' : 'L'}${rounded(x)} ${rounded(y)}`).join('');
}

/** Path data of a closed outline through the points. */
export function polygon(points: readonly Point[]): string {
  return points.length === 0 ? '' : `${polyline(points)}Z`;
}

function towards(from: Point, to: Point, distance: number): Point {
  const length = Math.hypot(to.x - from.x, to.y - from.y) || 1;
  return {
    x: from.x + ((to.x - from.x) / length) * distance,
    y: from.y + ((to.y - from.y) / length) * distance,
  };
}

/** The last points of a line, shortened so that it ends `by` pixels earlier; a last piece that is too short stays. */
export function shortenedEnd(points: readonly Point[], by: number): readonly Point[] {
  const last = points.at(-1);
  const before = points.at(-2);
  if (!last || !before || Math.hypot(last.x - before.x, last.y - before.y) <= by) return points;
  return [...points.slice(0, -1), towards(last, before, by)];
}

const argumentCount: Readonly<Record<string, number>> = {
  m: 2,
  l: 2,
  h: 1,
  v: 1,
  c: 6,
  s: 4,
  q: 4,
  t: 2,
  a: 7,
  z: 0,
};
const numberAt = /[\s,]*([+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?)/iy;
const flagAt = /[\s,]*([01])/y;

/** The numbers after a command of path data, as many sets of them as there are; flags of arcs may stand close together. */
export function readArguments(text: string, command: string): number[] {
  const count = argumentCount[command.toLowerCase()] ?? 0;
  const values: number[] = [];
  let at = 0;
  while (count > 0) {
    const place = values.length % count;
    const pattern = command.toLowerCase() === 'a' && (place === 3 || place === 4) ? flagAt : numberAt;
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    if (!match) break;
    values.push(Number(match[1]));
    at = pattern.lastIndex;
  }
  return values;
}

/** Path data made larger or smaller around its origin; it begins with an absolute place, so that it may follow other path data. */
export function scaledPath(d: string, factor: number): string {
  let isFirst = true;
  return d.replace(/([a-z])([^a-df-z]*)/gi, (_, command: string, rest: string) => {
    const count = argumentCount[command.toLowerCase()] ?? 0;
    const values = readArguments(rest, command).map((value, index) => {
      const isAngleOrFlag = command.toLowerCase() === 'a' && [2, 3, 4].includes(index % count);
      return isAngleOrFlag ? value : Math.round(value * factor * 1000) / 1000;
    });
    if (!isFirst || command !== 'm') {
      isFirst = false;
      return command + values.join(' ');
    }
    isFirst = false;
    const more = values.slice(2);
    return `M${values.slice(0, 2).join(' ')}${more.length > 0 ? `l${more.join(' ')}` : ''}`;
  });
}
