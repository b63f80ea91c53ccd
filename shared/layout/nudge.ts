import { type Axis, bowOf, type Obstacle, orderOf, segmentsOf, type Wire } from './segments';
import type { Span } from './grid';
import { flowSpacing } from './sizes';
import { areFriends, spaceBetween, type Track, tracksOf } from './tracks';

/** Room that was missing for the flows between two boxes, pixels. */
export interface Shortage {
  readonly axis: Axis;
  /** Where it was missing: a coordinate across the axis. */
  readonly at: number;
  readonly pixels: number;
}

/** Distance of a line from the least coordinate that it may have. */
const inset: readonly [number, number] = [6, 16];
/** What flows keep from each other where there is little room. */
const leastSpacing = 8;

const overlapAlong = (a: Track, b: Track, pad: number): boolean =>
  a.low < b.high + pad && b.low < a.high + pad;

/** Narrows the room of a track by a line that cannot be moved. */
function keepOff(track: Track, at: number, space: number, side: 1 | -1): void {
  for (const distance of [space, flowSpacing, leastSpacing]) {
    const edge = at + side * distance;
    if (side === 1 ? edge > track.most : edge < track.least) continue;
    if (side === 1) track.least = Math.max(track.least, edge);
    else track.most = Math.min(track.most, edge);
    return;
  }
}

function orderTracks(tracks: readonly Track[], axis: Axis): void {
  const sorted = [...tracks].sort((a, b) => a.low - b.low);
  for (let i = 0; i < sorted.length; i += 1) {
    const a = sorted[i] as Track;
    for (let j = i + 1; j < sorted.length; j += 1) {
      const b = sorted[j] as Track;
      if (b.low >= a.high + flowSpacing) break;
      if ((a.isFixed && b.isFixed) || a.segments[0]?.wire === b.segments[0]?.wire) continue;
      const space = spaceBetween(a, b, axis);
      if (a.least >= b.most + space || b.least >= a.most + space) continue;
      if (!overlapAlong(a, b, flowSpacing) || areFriends(a, b)) continue;
      const order = compare(a, b);
      const isPossible = order <= 0 ? a.least <= b.most : b.least <= a.most;
      const [less, more] = order <= 0 === isPossible ? [a, b] : [b, a];
      if (less.isFixed) keepOff(more, less.at, space, 1);
      else if (more.isFixed) keepOff(less, more.at, space, -1);
      else {
        less.after.push({ track: more, weight: Math.abs(order) });
        more.before.push({ track: less, weight: Math.abs(order) });
      }
    }
  }
}

/** Negative where the first track should have the lesser coordinate; the size says how much is lost otherwise. */
function compare(a: Track, b: Track): number {
  const isHeld = a.at < b.at ? b.least + flowSpacing > a.most : a.least + flowSpacing > b.most;
  if (isHeld && Math.abs(a.at - b.at) > 0.02) return Math.sign(a.at - b.at) * 1000;
  let sum = Math.abs(a.at - b.at) > 0.02 ? Math.sign(a.at - b.at) * 2 : 0;
  for (const p of a.segments)
    for (const q of b.segments) {
      const order = orderOf(p, q);
      sum += order * Math.abs(order);
    }
  if (sum !== 0) return sum;
  return (a.at - b.at || (a.segments[0]?.index ?? 0) - (b.segments[0]?.index ?? 0) || -1) / 1000;
}

/** What is lost when a track is placed before all that remain. */
const lossOf = (track: Track, done: ReadonlySet<Track>): number =>
  track.before.reduce((sum, rule) => sum + (done.has(rule.track) ? 0 : rule.weight), 0);

/** The tracks so that each comes after those before it; a knot is cut where least is lost, and its rules turned round. */
function inOrder(tracks: readonly Track[]): Track[] {
  const waiting = new Map(tracks.map((track) => [track, track.before.length]));
  const ready = tracks.filter((track) => track.before.length === 0).sort((a, b) => a.at - b.at);
  const done = new Set<Track>();
  while (done.size < tracks.length) {
    let track = ready.shift();
    if (track && done.has(track)) continue;
    if (!track) {
      let least = Infinity;
      for (const each of tracks) {
        const loss = done.has(each) ? Infinity : lossOf(each, done);
        if (loss < least) [track, least] = [each, loss];
      }
    }
    if (!track) break;
    done.add(track);
    for (const { track: next } of track.after) {
      const left = (waiting.get(next) ?? 0) - 1;
      waiting.set(next, left);
      if (left === 0) ready.push(next);
    }
  }
  const ordered = [...done];
  const place = new Map(ordered.map((track, index) => [track, index]));
  for (const track of ordered) {
    const all = [...track.before, ...track.after];
    const own = place.get(track) ?? 0;
    track.before = all.filter((rule) => (place.get(rule.track) ?? 0) < own);
    track.after = all.filter((rule) => (place.get(rule.track) ?? 0) > own);
  }
  return ordered;
}

/** Where a track would lie if it were alone: flows that dip close under the boxes that they pass, flows that rise close above. */
function wish(track: Track, axis: Axis): number {
  const { least, most } = track;
  const near = Math.min(least + inset[axis], (least + most) / 2);
  const far = Math.max(most - inset[axis], (least + most) / 2);
  const bow = track.segments[0] ? bowOf(track.segments[0]) : 0;
  if (bow < 0 && most < Infinity) return far;
  if (least > -Infinity && (bow > 0 || axis === 1 || track.at - least < 80)) return near;
  return Math.max(least, Math.min(most, track.at));
}

/** Shares of the usual space that are tried. */
const shares = [1, 0.75, 0.5, 0.35];

/** Less space where there is little room: first down to the least that looks apart, then below. */
const squeezed = (space: number, share: number): number =>
  share >= 0.5 ? leastSpacing + (space - leastSpacing) * (share - 0.5) * 2 : leastSpacing * share * 2;

/** Places tracks beside each other with the given share of the usual space; false where it does not fit. */
function place(ordered: readonly Track[], axis: Axis, share: number): boolean {
  const placed = new Set<Track>();
  let fits = true;
  for (const track of ordered) {
    track.first = Math.max(track.least, -1e9);
    for (const { track: each } of track.before)
      if (placed.has(each))
        track.first = Math.max(track.first, each.first + squeezed(spaceBetween(each, track, axis), share));
    placed.add(track);
  }
  placed.clear();
  for (const track of [...ordered].reverse()) {
    track.last = track.most;
    for (const { track: each } of track.after)
      if (placed.has(each))
        track.last = Math.min(track.last, each.last - squeezed(spaceBetween(track, each, axis), share));
    if (track.first > track.last + 0.01) fits = false;
    placed.add(track);
  }
  return fits;
}

function settle(ordered: readonly Track[], axis: Axis, share: number): void {
  const placed = new Set<Track>();
  for (const track of ordered) {
    let at = wish(track, axis);
    for (const { track: each } of track.before)
      if (placed.has(each)) at = Math.max(at, each.at + squeezed(spaceBetween(each, track, axis), share));
    const near = Math.max(Math.min(at, track.last), Math.min(track.first, track.last));
    track.at = Math.max(track.least, Math.min(track.most, near));
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
      for (const { track: next } of [...track.before, ...track.after])
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
    for (const { track: each } of track.before)
      at = Math.max(at, (wanted.get(each) ?? -Infinity) + spaceBetween(each, track, axis));
    wanted.set(track, at);
    if (at > track.most + 0.01) shortages.push({ axis, at: track.most, pixels: at - track.most });
  }
  return shortages;
}

/** Moves the pieces of all wires along an axis apart, into the middle of their room, crossing as little as they can. */
export function nudge(
  wires: readonly Wire[],
  axis: Axis,
  obstacles: readonly Obstacle[],
  gaps: readonly Span[],
): Shortage[] {
  const tracks = tracksOf(segmentsOf(wires, axis, obstacles, gaps));
  orderTracks(tracks, axis);
  const shortages: Shortage[] = [];
  for (const group of clusters(tracks.filter((track) => !track.isFixed))) {
    const ordered = inOrder(group);
    shortages.push(...shortagesOf(ordered, axis));
    const share = shares.find((each) => place(ordered, axis, each)) ?? 0.5;
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
