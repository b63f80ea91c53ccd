import {
  isBundled,
  orderOf,
  type Axis,
  type Obstacle,
  type Segment,
  segmentsOf,
  type Wire,
} from './segments';
import { flowSpacing } from './sizes';

/** Pieces of flows that lie on one line and move together. */
interface Track {
  readonly segments: Segment[];
  at: number;
  low: number;
  high: number;
  least: number;
  most: number;
  readonly isFixed: boolean;
  readonly isLabelled: boolean;
  readonly before: Track[];
  readonly after: Track[];
  /** Result of the first pass: as near to the least coordinate as the tracks before allow. */
  first: number;
  last: number;
}

/** Room that was missing for the flows between two boxes, pixels. */
export interface Shortage {
  readonly axis: Axis;
  /** Where it was missing: a coordinate across the axis. */
  readonly at: number;
  readonly pixels: number;
}

/** Distance of a line from the least coordinate that it may have. */
const inset: readonly [number, number] = [6, 16];
/** Distance between labelled lines along the rows: half a label and some air. */
const labelSpacing = 18;

const spaceBetween = (a: Track, b: Track, axis: Axis): number =>
  axis === 0 && (a.isLabelled || b.isLabelled) ? labelSpacing : flowSpacing;

const overlapAlong = (a: Track, b: Track, pad: number): boolean =>
  a.low < b.high + pad && b.low < a.high + pad;

function mayMeet(a: Track, b: Track): boolean {
  return a.segments.every((one) =>
    b.segments.every(
      (two) => isBundled(one, two) || one.low >= two.high - 0.02 || two.low >= one.high - 0.02,
    ),
  );
}

/** Groups pieces that share the way to a common target, then those from a common source. */
function tracksOf(segments: readonly Segment[]): Track[] {
  const tracks: Track[] = segments.map((segment) => ({
    segments: [segment],
    at: segment.at,
    low: segment.low,
    high: segment.high,
    least: segment.least,
    most: segment.most,
    isFixed: segment.isFixed,
    isLabelled: segment.wire.isLabelled && segment.high - segment.low > 100,
    before: [],
    after: [],
    first: 0,
    last: 0,
  }));
  const byLine = new Map<string, Track[]>();
  for (const track of tracks) {
    const segment = track.segments[0];
    if (!segment) continue;
    const line = Math.round(track.at * 8);
    for (const key of [`>${segment.wire.entry} ${line}`, `<${segment.wire.exit} ${line}`]) {
      const list = byLine.get(key);
      if (list) list.push(track);
      else byLine.set(key, [track]);
    }
  }
  const merged = new Map<Track, Track>();
  const rootOf = (track: Track): Track => {
    let root = track;
    for (let up = merged.get(root); up; up = merged.get(root)) root = up;
    return root;
  };
  for (const list of [...byLine]
    .sort(([a], [b]) => (a[0] === b[0] ? 0 : a[0] === '>' ? -1 : 1))
    .map(([, each]) => each))
    for (let i = 0; i < list.length; i += 1)
      for (let j = i + 1; j < list.length; j += 1) join(list[i], list[j], rootOf, merged);
  return tracks.filter((track) => !merged.has(track));
}

function join(
  one: Track | undefined,
  two: Track | undefined,
  rootOf: (track: Track) => Track,
  merged: Map<Track, Track>,
): void {
  const p = one?.segments[0];
  const q = two?.segments[0];
  if (!one || !two || !p || !q || !isBundled(p, q)) return;
  const a = rootOf(one);
  const b = rootOf(two);
  if (a === b || a.isFixed !== b.isFixed) return;
  const least = Math.max(a.least, b.least);
  const most = Math.min(a.most, b.most);
  if (least > most || !mayMeet(a, b)) return;
  a.segments.push(...b.segments);
  a.low = Math.min(a.low, b.low);
  a.high = Math.max(a.high, b.high);
  a.least = least;
  a.most = most;
  merged.set(b, a);
}

/** Whether all overlapping pieces of two tracks share their way. */
const areFriends = (a: Track, b: Track): boolean =>
  Math.abs(a.at - b.at) < 0.02 &&
  a.segments.some((p) => b.segments.some((q) => isBundled(p, q))) &&
  mayMeet(a, b);

function orderTracks(tracks: readonly Track[], axis: Axis): void {
  const sorted = [...tracks].sort((a, b) => a.low - b.low);
  for (let i = 0; i < sorted.length; i += 1) {
    const a = sorted[i] as Track;
    for (let j = i + 1; j < sorted.length; j += 1) {
      const b = sorted[j] as Track;
      if (b.low >= a.high + flowSpacing) break;
      if (a.isFixed && b.isFixed) continue;
      const space = spaceBetween(a, b, axis);
      if (a.least >= b.most + space || b.least >= a.most + space) continue;
      if (!overlapAlong(a, b, flowSpacing) || areFriends(a, b)) continue;
      const order = compare(a, b);
      const [less, more] = order <= 0 ? [a, b] : [b, a];
      less.after.push(more);
      more.before.push(less);
    }
  }
}

function compare(a: Track, b: Track): number {
  if (Math.abs(a.at - b.at) > 0.02) return a.at - b.at;
  let best = 0;
  for (const p of a.segments)
    for (const q of b.segments) {
      const order = orderOf(p, q);
      if (Math.abs(order) > Math.abs(best)) best = order;
    }
  if (best !== 0) return best;
  return (a.segments[0]?.index ?? 0) - (b.segments[0]?.index ?? 0) || -1;
}

/** The tracks so that each comes after those before it; a knot is cut at the least coordinate. */
function inOrder(tracks: readonly Track[]): Track[] {
  const waiting = new Map(tracks.map((track) => [track, track.before.length]));
  const ready = tracks.filter((track) => track.before.length === 0).sort((a, b) => a.at - b.at);
  const rest = [...tracks].sort((a, b) => a.at - b.at || a.low - b.low);
  const done = new Set<Track>();
  while (done.size < tracks.length) {
    const track = ready.shift() ?? rest.find((each) => !done.has(each));
    if (!track) break;
    if (done.has(track)) continue;
    done.add(track);
    for (const next of track.after) {
      const left = (waiting.get(next) ?? 0) - 1;
      waiting.set(next, left);
      if (left === 0) ready.push(next);
    }
  }
  return [...done];
}

function wish(track: Track, axis: Axis): number {
  if (track.isFixed) return track.at;
  const { least, most } = track;
  if (least === -Infinity) return most === Infinity ? track.at : most - inset[axis];
  if (most === Infinity) return least + inset[axis];
  return Math.min(least + inset[axis], (least + most) / 2);
}

/** Places tracks beside each other with the given share of the usual space; false where it does not fit. */
function place(ordered: readonly Track[], axis: Axis, share: number): boolean {
  const placed = new Set<Track>();
  let fits = true;
  for (const track of ordered) {
    track.first = track.isFixed ? track.at : Math.max(track.least, -1e9);
    for (const each of track.before)
      if (placed.has(each) && !track.isFixed)
        track.first = Math.max(track.first, each.first + spaceBetween(each, track, axis) * share);
    placed.add(track);
  }
  placed.clear();
  for (const track of [...ordered].reverse()) {
    track.last = track.isFixed ? track.at : track.most;
    for (const each of track.after)
      if (placed.has(each) && !track.isFixed)
        track.last = Math.min(track.last, each.last - spaceBetween(track, each, axis) * share);
    if (track.first > track.last + 0.01) fits = false;
    placed.add(track);
  }
  return fits;
}

function settle(ordered: readonly Track[], axis: Axis, share: number): void {
  const placed = new Set<Track>();
  for (const track of ordered) {
    let at = wish(track, axis);
    for (const each of track.before)
      if (placed.has(each)) at = Math.max(at, each.at + spaceBetween(each, track, axis) * share);
    if (!track.isFixed) track.at = Math.max(Math.min(at, track.last), Math.min(track.first, track.last));
    placed.add(track);
  }
}

/** Sets of tracks that push each other. */
function clusters(tracks: readonly Track[]): Track[][] {
  const seen = new Set<Track>();
  const groups: Track[][] = [];
  for (const first of tracks) {
    if (seen.has(first)) continue;
    const group: Track[] = [];
    const open = [first];
    seen.add(first);
    for (let track = open.pop(); track; track = open.pop()) {
      group.push(track);
      for (const next of [...track.before, ...track.after])
        if (!seen.has(next)) {
          seen.add(next);
          open.push(next);
        }
    }
    groups.push(group);
  }
  return groups;
}

function shortagesOf(ordered: readonly Track[], axis: Axis): Shortage[] {
  const shortages: Shortage[] = [];
  const wanted = new Map<Track, number>();
  for (const track of ordered) {
    let at = wish(track, axis);
    for (const each of track.before)
      at = Math.max(at, (wanted.get(each) ?? -Infinity) + spaceBetween(each, track, axis));
    wanted.set(track, at);
    if (!track.isFixed && at > track.most + 0.01)
      shortages.push({ axis, at: track.at, pixels: at - track.most });
  }
  return shortages;
}

/** Moves the pieces of all wires along an axis apart, into the middle of their room, crossing as little as they can. */
export function nudge(wires: readonly Wire[], axis: Axis, obstacles: readonly Obstacle[]): Shortage[] {
  const tracks = tracksOf(segmentsOf(wires, axis, obstacles));
  orderTracks(tracks, axis);
  const shortages: Shortage[] = [];
  for (const group of clusters(tracks)) {
    if (group.every((track) => track.isFixed)) continue;
    const ordered = inOrder(group);
    shortages.push(...shortagesOf(ordered, axis));
    const share = [1, 0.8, 0.6, 0.4, 0.2, 0].find((each) => place(ordered, axis, each)) ?? 0;
    settle(ordered, axis, share);
  }
  for (const track of tracks) {
    if (track.isFixed) continue;
    for (const { wire, index } of track.segments)
      for (const point of [wire.points[index], wire.points[index + 1]]) {
        if (!point) continue;
        if (axis === 0) point.y = track.at;
        else point.x = track.at;
      }
  }
  return shortages;
}
