import { bottomOf, rightOf } from './geometry';
import type { Span } from './grid';
import type { Way } from './corners';
import { cornerRadius, flowClearance } from './sizes';
import type { Trip } from './trips';
import type { Box, Size } from './types';

/** A flow on its way, with corners that may still be moved. */
export interface Wire {
  readonly trip: Trip;
  exit: string;
  entry: string;
  /** Pieces run along the rows and along the columns by turns. */
  points: { x: number; y: number }[];
  /** The axis of the first piece. */
  firstAxis: Axis;
  /** Room for the label that will stand on it, or null. */
  readonly label: Size | null;
  /** True where no way past the boxes was found: it stays as it is. */
  readonly isStiff: boolean;
}

/** 0 runs along the rows (moves up and down), 1 runs along the columns (moves left and right). */
export type Axis = 0 | 1;

/** A straight piece of a wire. */
export interface Segment {
  readonly wire: Wire;
  /** It runs from corner `index` to the next. */
  readonly index: number;
  readonly axis: Axis;
  /** Where it lies: y along the rows, x along the columns. */
  readonly at: number;
  /** Its extent, low to high. */
  readonly low: number;
  readonly high: number;
  /** How far it may be moved. */
  readonly least: number;
  readonly most: number;
  /** What its room lacks for the usual distance from boxes. */
  readonly missing: number;
  readonly isFixed: boolean;
  /** True where a label will stand on it. */
  readonly isLabelled: boolean;
}

/** What a wire takes from its way. */
export const courseOf = (way: Way): Pick<Wire, 'exit' | 'entry' | 'points' | 'firstAxis'> => ({
  exit: way.exit.slot,
  entry: way.entry.slot,
  points: way.points.map((point) => ({ ...point })),
  firstAxis: way.exit.heading % 2 === 0 ? 0 : 1,
});

/** Makes a wire of a way. */
export const wireOf = (trip: Trip, way: Way, label: Size | null, isStiff: boolean): Wire => ({
  trip,
  ...courseOf(way),
  label,
  isStiff,
});

const along = (point: { x: number; y: number }, axis: Axis): number => (axis === 0 ? point.x : point.y);
const across = (point: { x: number; y: number }, axis: Axis): number => (axis === 0 ? point.y : point.x);

/** Half the height of a label with some air: a labelled flow along the rows keeps this from boxes. */
const labelClearance = 15;
/** Least length of the last piece of a flow: the arrow head and a rounded corner. */
const arrowRoom = 12 + cornerRadius;

/** How far a piece may be moved out of its gap between columns or rows. */
const reachOutside = 200;

/** A box as seen by pieces of one axis. */
export interface Obstacle {
  /** Extent along the axis. */
  readonly low: number;
  readonly high: number;
  /** Extent across it. */
  readonly from: number;
  readonly to: number;
  /** A queue: passed over where there is no other room. */
  readonly isSoft: boolean;
}

/** Boxes as obstacles for segments of an axis. */
export function obstaclesFor(boxes: Iterable<Box>, axis: Axis, isSoft = false): Obstacle[] {
  return [...boxes].map((box) =>
    axis === 0
      ? { low: box.x, high: rightOf(box), from: box.y, to: bottomOf(box), isSoft }
      : { low: box.y, high: bottomOf(box), from: box.x, to: rightOf(box), isSoft },
  );
}

/** Obstacles in strips across the axis, so that only near ones are looked at. */
type Strips = (at: number) => readonly Obstacle[];

/** Width of a strip; no piece is moved farther than this. */
const strip = 256;

function stripsOf(obstacles: readonly Obstacle[]): Strips {
  const strips = new Map<number, Obstacle[]>();
  const everywhere: Obstacle[] = [];
  for (const obstacle of obstacles) {
    if (obstacle.to - obstacle.from > 1e6) {
      everywhere.push(obstacle);
      continue;
    }
    for (let at = Math.floor(obstacle.from / strip) - 1; at <= Math.floor(obstacle.to / strip) + 1; at += 1) {
      const list = strips.get(at);
      if (list) list.push(obstacle);
      else strips.set(at, [obstacle]);
    }
  }
  for (const list of strips.values()) list.push(...everywhere);
  return (at) => strips.get(Math.floor(at / strip)) ?? everywhere;
}

/** Room between obstacles, with what is missing for the distance that the piece should keep from them. */
interface Room {
  readonly least: number;
  readonly most: number;
  readonly missing: number;
}

function freeRoom(
  segment: Pick<Segment, 'at' | 'low' | 'high' | 'axis'>,
  isLabelled: boolean,
  obstacles: readonly Obstacle[],
): Room {
  const low = segment.low - flowClearance + 1;
  const high = segment.high + flowClearance - 1;
  const hard = { least: -Infinity, most: Infinity };
  const soft = { least: -Infinity, most: Infinity };
  for (const obstacle of obstacles) {
    if (obstacle.high <= low || obstacle.low >= high) continue;
    const isBefore =
      obstacle.to <= segment.at ||
      (obstacle.from < segment.at && segment.at - obstacle.from >= obstacle.to - segment.at);
    const room = obstacle.isSoft ? soft : hard;
    if (isBefore) room.least = Math.max(room.least, obstacle.to);
    else room.most = Math.min(room.most, obstacle.from);
  }
  const both = { least: Math.max(hard.least, soft.least), most: Math.min(hard.most, soft.most) };
  const { least, most } = both.most - both.least < 2 * flowClearance ? hard : both;
  const wanted = segment.axis === 0 && isLabelled ? labelClearance : flowClearance;
  const clear = Math.max(0, Math.min(wanted, (most - least) / 2));
  return { least: least + clear, most: most - clear, missing: 2 * (wanted - clear) };
}

/** The straight pieces of all wires along an axis, with the room in which each may be moved. */
export function segmentsOf(
  wires: readonly Wire[],
  axis: Axis,
  obstacles: readonly Obstacle[],
  gaps: readonly Span[],
): Segment[] {
  const segments: Segment[] = [];
  const near = stripsOf(obstacles);
  for (const wire of wires) {
    const { points } = wire;
    const last = points.length - 2;
    for (let index = 0; index <= last; index += 1) {
      const a = points[index];
      const b = points[index + 1];
      if (!a || !b || (wire.firstAxis + index) % 2 !== axis) continue;
      const low = Math.min(along(a, axis), along(b, axis));
      const high = Math.max(along(a, axis), along(b, axis));
      const at = across(a, axis);
      const isFixed = wire.isStiff || index === 0 || index === last;
      const isLabelled = wire.label !== null && high - low >= wire.label.width;
      const room = isFixed
        ? { least: at, most: at, missing: 0 }
        : withinEnds(
            wire,
            index,
            axis,
            at,
            withinGap(at, freeRoom({ at, low, high, axis }, isLabelled, near(at)), gaps),
          );
      segments.push({ wire, index, axis, at, low, high, ...room, isFixed, isLabelled });
    }
  }
  return segments;
}

/** Keeps a piece in the gap between two columns or rows in which it lies, or near to where it is. */
function withinGap(at: number, room: Room, gaps: readonly Span[]): Room {
  const gap = gaps.find((each) => each.low <= at && at <= each.high);
  return {
    missing: room.missing,
    least: Math.max(room.least, Math.min(gap?.low ?? at, at - reachOutside)),
    most: Math.min(room.most, Math.max(gap?.high ?? at, at + reachOutside)),
  };
}

/** Leaves room for the arrow head before the box that the next piece enters, and for a corner after the box that the piece before leaves. */
function withinEnds(wire: Wire, index: number, axis: Axis, at: number, room: Room): Room {
  let { least, most } = room;
  const { points } = wire;
  const narrow = (end: { x: number; y: number } | undefined, distance: number): void => {
    if (!end) return;
    const edge = across(end, axis);
    if (edge > at) most = Math.min(most, Math.max(edge - distance, (edge + least) / 2));
    else least = Math.max(least, Math.min(edge + distance, (edge + most) / 2));
  };
  if (index === points.length - 3) narrow(points.at(-1), arrowRoom);
  if (index === 1) narrow(points[0], cornerRadius);
  return { least, most, missing: room.missing };
}

const turnOf = (segment: Segment, sign: 1 | -1): { point: number; step: 1 | -1 } => {
  const a = segment.wire.points[segment.index];
  const b = segment.wire.points[segment.index + 1];
  const isUpwards = a !== undefined && b !== undefined && along(a, segment.axis) <= along(b, segment.axis);
  return isUpwards === (sign === 1)
    ? { point: segment.index + 1, step: 1 }
    : { point: segment.index, step: -1 };
};

/**
 * Walks along two flows that share a line until they part. Positive where the first has to keep to the side of
 * greater coordinates so as not to cross there, negative for the other side, 2 or -2 where they would even run
 * over each other, 0 where they end together.
 */
export function sideAhead(a: Segment, b: Segment, sign: 1 | -1): number {
  let first = turnOf(a, sign);
  let second = turnOf(b, sign);
  let axis = a.axis;
  let heading = sign;
  /** Whether the right hand of the heading at the moment is that of the beginning. */
  let hand = 1;
  for (let guard = 0; guard < 32; guard += 1) {
    const p = a.wire.points[first.point];
    const q = b.wire.points[second.point];
    const pNext = a.wire.points[first.point + first.step];
    const qNext = b.wire.points[second.point + second.step];
    if (!p || !q) return 0;
    const ahead = (along(p, axis) - along(q, axis)) * heading;
    const turnP = pNext ? Math.sign(across(pNext, axis) - across(p, axis)) : 0;
    const turnQ = qNext ? Math.sign(across(qNext, axis) - across(q, axis)) : 0;
    if (ahead < -0.02) return turnP * hand;
    if (ahead > 0.02) return -turnQ * hand;
    if (turnP !== turnQ) return turnP === 0 ? -turnQ * hand : turnQ === 0 ? turnP * hand : 2 * turnP * hand;
    if (turnP === 0) return 0;
    hand *= -heading * turnP;
    heading = turnP as 1 | -1;
    axis = axis === 0 ? 1 : 0;
    first = { ...first, point: first.point + first.step };
    second = { ...second, point: second.point + second.step };
  }
  return 0;
}

/** Whether two flows have the same way from their common source, or to their common target, over these pieces. */
export function isBundled(a: Segment, b: Segment): boolean {
  if (a.axis !== b.axis || Math.abs(a.at - b.at) > 0.02) return false;
  const same = (i: number, j: number): boolean => {
    const p = a.wire.points[i];
    const q = b.wire.points[j];
    return p !== undefined && q !== undefined && Math.abs(p.x - q.x) < 0.02 && Math.abs(p.y - q.y) < 0.02;
  };
  if (a.wire.exit === b.wire.exit && a.index === b.index) {
    let index = 0;
    while (index <= a.index && same(index, index)) index += 1;
    if (index > a.index) return true;
  }
  const restA = a.wire.points.length - 1 - a.index;
  const restB = b.wire.points.length - 1 - b.index;
  if (a.wire.entry !== b.wire.entry || restA !== restB) return false;
  for (let rest = 0; rest < restA; rest += 1)
    if (!same(a.wire.points.length - 1 - rest, b.wire.points.length - 1 - rest)) return false;
  return true;
}

/** Negative where the first segment should have the lesser coordinate, so that flows cross as little as they can. */
export function orderOf(a: Segment, b: Segment): number {
  const forward = sideAhead(a, b, 1);
  const backward = sideAhead(a, b, -1);
  if (Math.abs(backward) > Math.abs(forward)) return backward;
  return forward !== 0 ? forward : backward;
}

/** 1 where a piece lies at greater coordinates than both its neighbours come from, -1 at lesser ones, 0 between them. */
export function bowOf(segment: Segment): -1 | 0 | 1 {
  const before = segment.wire.points[segment.index - 1];
  const after = segment.wire.points[segment.index + 2];
  if (!before || !after) return 0;
  const from = across(before, segment.axis);
  const to = across(after, segment.axis);
  if (from < segment.at && to < segment.at) return 1;
  return from > segment.at && to > segment.at ? -1 : 0;
}
