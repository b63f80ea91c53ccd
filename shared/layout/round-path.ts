import type { Position } from '../model/project';
import { cornerRadius } from './sizes';

const round = (value: number): number => Math.round(value * 100) / 100;

const towards = (from: Position, to: Position, distance: number): Position => {
  const length = Math.hypot(to.x - from.x, to.y - from.y) || 1;
  return {
    x: from.x + ((to.x - from.x) * distance) / length,
    y: from.y + ((to.y - from.y) * distance) / length,
  };
};

/** SVG path data through the points, with rounded corners. */
export function roundPath(points: readonly Position[], radius: number = cornerRadius): string {
  const [first, ...rest] = points;
  if (!first) return '';
  const parts = [`M${round(first.x)} ${round(first.y)}`];
  let before = first;
  rest.forEach((point, index) => {
    const after = rest[index + 1];
    if (!after) {
      parts.push(`L${round(point.x)} ${round(point.y)}`);
      return;
    }
    const reach = Math.min(
      radius,
      Math.hypot(point.x - before.x, point.y - before.y) / 2,
      Math.hypot(after.x - point.x, after.y - point.y) / 2,
    );
    const a = towards(point, before, reach);
    const b = towards(point, after, reach);
    parts.push(
      `L${round(a.x)} ${round(a.y)}`,
      `Q${round(point.x)} ${round(point.y)} ${round(b.x)} ${round(b.y)}`,
    );
    before = point;
  });
  return parts.join(' ');
}

/** The points without those that do not change the direction, and without repeated ones. */
export function withoutIdlePoints(points: readonly Position[]): Position[] {
  const kept: Position[] = [];
  for (const point of points) {
    const last = kept.at(-1);
    const before = kept.at(-2);
    if (last && Math.abs(last.x - point.x) < 0.02 && Math.abs(last.y - point.y) < 0.02) continue;
    const isStraight =
      last &&
      before &&
      ((Math.abs(before.x - last.x) < 0.02 && Math.abs(last.x - point.x) < 0.02) ||
        (Math.abs(before.y - last.y) < 0.02 && Math.abs(last.y - point.y) < 0.02));
    if (isStraight) kept.pop();
    kept.push({ x: point.x, y: point.y });
  }
  return kept;
}
