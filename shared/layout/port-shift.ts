import { type Axis, isBundled, type Segment, segmentsOf, type Wire } from './segments';
import type { Box } from './types';

/** How far a flow may be moved along the edge of its box, the nearest first. */
const shifts = [12, 20, 28, 36] as const;
const shiftsAlongBar = [8, 24, 32] as const;
const farthestShift = 36;
/** Least distance of a port from a corner of its box. */
const fromCorner = 8;
/** Least distance from other flows. */
const leastDistance = 8;

/** Moves the port at an end of a flow along the edge of its box, preferably towards where the flow turns, off all other flows; null where it stays. */
function shiftEnd(end: Segment, axis: Axis, others: readonly number[]): number | null {
  const { points, trip } = end.wire;
  const isExit = end.index === 0;
  const [first, second, third] = isExit ? points : [...points].reverse();
  if (!first || !second || !third) return null;
  const box: Box = isExit ? trip.from : trip.to;
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
        others.every((other) => Math.abs(other - each) >= leastDistance),
    );
  if (to === undefined) return null;
  for (const point of [first, second])
    if (axis === 0) point.y = to;
    else point.x = to;
  return to;
}

/** Whether a segment ends at a port that may be moved: where a flow leaves, and either end of an information flow. */
const canShift = (segment: Segment): boolean =>
  segment.wire.points.length > 2 && (segment.index === 0 || segment.wire.trip.kind === 'information');

/** Whether both are first pieces of flows out of one box: these part by themselves. */
const leaveTogether = (a: Segment, b: Segment): boolean =>
  a.index === 0 && b.index === 0 && a.wire.trip.flow.from === b.wire.trip.flow.from;

const isBeside = (a: Segment, b: Segment): boolean => a.low < b.high + 1 && b.low < a.high + 1;

/**
 * Where a flow leaves a box on the very line on which another enters the next box, and neither can turn off before
 * the other comes, the leaving one is moved a little along the edge of its box.
 */
export function partPorts(wires: readonly Wire[], axis: Axis): void {
  const fixed = segmentsOf(wires, axis, [], [])
    .filter((segment) => segment.isFixed)
    .sort((a, b) => a.at - b.at);
  const moved = new Map<Wire, MovedEnd>();
  fixed.forEach((leaving, index) => {
    if (!canShift(leaving)) return;
    const isOther = (other: Segment): boolean =>
      other.wire !== leaving.wire &&
      !(moved.has(other.wire) && other.index === 0) &&
      isBeside(leaving, other);
    const isMet = within(fixed, index, leastDistance - 0.01).some(
      (other) => isOther(other) && !leaveTogether(leaving, other) && !isBundled(leaving, other),
    );
    if (!isMet) return;
    const others = [
      ...within(fixed, index, farthestShift + leastDistance)
        .filter(isOther)
        .map((other) => other.at),
      ...besideOthers(leaving, moved),
    ];
    const at = shiftEnd(leaving, axis, others);
    if (at !== null) moved.set(leaving.wire, { slot: slotOf(leaving), from: leaving.at, at });
  });
}

/** An end of a flow that was moved along the edge of its box. */
interface MovedEnd {
  readonly slot: string;
  readonly from: number;
  readonly at: number;
}

const slotOf = ({ index, wire }: Segment): string => (index === 0 ? wire.exit : wire.entry);

/** Where ends were moved to beside this one; those through the same port stay with it. */
function besideOthers(end: Segment, moved: ReadonlyMap<Wire, MovedEnd>): number[] {
  return [...moved.values()]
    .filter((other) => other.slot !== slotOf(end) && Math.abs(other.from - end.at) <= 2 * farthestShift)
    .map((other) => other.at);
}

/** The segments whose lines are at most so far from that of the one at an index; sorted by their lines. */
function within(sorted: readonly Segment[], index: number, distance: number): readonly Segment[] {
  const at = sorted[index]?.at ?? 0;
  let from = index;
  let to = index + 1;
  while (from > 0 && at - (sorted[from - 1]?.at ?? 0) <= distance) from -= 1;
  while (to < sorted.length && (sorted[to]?.at ?? 0) - at <= distance) to += 1;
  return sorted.slice(from, to);
}
