import { type Axis, isBundled, type Segment, segmentsOf, type Wire } from './segments';
import type { Box } from './types';

/** How far a flow may be moved along the edge of its box, the nearest first. */
const shifts = [12, 20, 28, 36] as const;
const shiftsAlongBar = [8, 24, 32] as const;
/** Least distance of a port from a corner of its box. */
const fromCorner = 8;
/** Least distance from other flows. */
const leastDistance = 8;

/** Moves the port where a flow leaves its box, preferably towards where the flow goes, off all other flows. */
function shiftExit(wire: Wire, axis: Axis, others: readonly Segment[]): boolean {
  const [first, second, third] = wire.points;
  if (!first || !second || !third) return false;
  const box: Box = wire.trip.from;
  const isBar = (axis === 0 ? box.width : box.height) < 24;
  const towards = Math.sign(axis === 0 ? third.y - first.y : third.x - first.x) || 1;
  const edge =
    axis === 0 ? { low: box.y, high: box.y + box.height } : { low: box.x, high: box.x + box.width };
  const at = axis === 0 ? first.y : first.x;
  const to = (isBar ? shiftsAlongBar : shifts)
    .flatMap((distance) => [at + towards * distance, at - towards * distance])
    .find(
      (each) =>
        each >= edge.low + fromCorner &&
        each <= edge.high - fromCorner &&
        others.every((other) => Math.abs(other.at - each) >= leastDistance),
    );
  if (to === undefined) return false;
  for (const point of [first, second])
    if (axis === 0) point.y = to;
    else point.x = to;
  return true;
}

const isBeside = (a: Segment, b: Segment): boolean => a.low < b.high + 1 && b.low < a.high + 1;

/**
 * Where a flow leaves a box on the very line on which another enters the next box, and neither can turn off before
 * the other comes, the leaving one is moved a little along the edge of its box.
 */
export function partPorts(wires: readonly Wire[], axis: Axis): void {
  const fixed = segmentsOf(wires, axis, [], []).filter((segment) => segment.isFixed);
  const byLine = new Map<number, Segment[]>();
  const lineOf = (at: number): number => Math.floor(at / 64);
  for (const segment of fixed) {
    const line = lineOf(segment.at);
    byLine.set(line, [...(byLine.get(line) ?? []), segment]);
  }
  const moved = new Set<Wire>();
  for (const leaving of fixed) {
    if (leaving.index !== 0 || leaving.wire.points.length <= 2) continue;
    const line = lineOf(leaving.at);
    const beside = [line - 1, line, line + 1]
      .flatMap((each) => byLine.get(each) ?? [])
      .filter((other) => other.wire !== leaving.wire && !moved.has(other.wire) && isBeside(leaving, other));
    const isMet = beside.some(
      (other) =>
        other.index > 0 && Math.abs(other.at - leaving.at) < leastDistance && !isBundled(leaving, other),
    );
    if (isMet && shiftExit(leaving.wire, axis, beside)) moved.add(leaving.wire);
  }
}
