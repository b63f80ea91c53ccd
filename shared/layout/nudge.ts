import { type Axis, bowOf, type Obstacle, segmentsOf, type Wire } from './segments';
import type { Span } from './grid';
import { leastSpacing } from './sizes';
import { inOrder, orderTracks, swapOrder } from './order-tracks';
import { spaceBetween, type Track, tracksOf } from './tracks';

/** Room that was missing for the flows between two boxes, pixels. */
export interface Shortage {
  readonly axis: Axis;
  /** Where it was missing: a coordinate across the axis. */
  readonly at: number;
  readonly pixels: number;
}

/** Distance of a line from the least coordinate that it may have. */
const inset: readonly [number, number] = [6, 16];
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
    const near = track.first <= track.last ? Math.max(track.first, Math.min(at, track.last)) : at;
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
      for (const rules of [track.before, track.after])
        for (const { track: next } of rules)
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
    let at = Number.isFinite(track.least) ? track.least : wish(track, axis);
    for (const { track: each } of track.before)
      at = Math.max(at, (wanted.get(each) ?? -Infinity) + spaceBetween(each, track, axis));
    wanted.set(track, at);
    const pixels = Math.max(0, at - track.most) + track.missing;
    if (pixels > 0.01) shortages.push({ axis, at: track.most, pixels });
  }
  return shortages;
}

/** Most orders that are turned round in one set of tracks, and in a large one. */
const mostSwaps = 16;
const mostSwapsOfMany = 2;
const manyTracks = 200;

/** Tracks in order; where a chain of rules asks for more room than there is, its weakest rule is turned round. */
function untangled(group: readonly Track[], axis: Axis): Track[] {
  let ordered = inOrder(group);
  const most = group.length > manyTracks ? mostSwapsOfMany : mostSwaps;
  for (let swap = 0; swap < most && !place(ordered, axis, 0.5); swap += 1) {
    const weak = weakestRule(
      ordered.find((track) => track.first > track.most + 0.01),
      axis,
    );
    if (!weak) break;
    swapOrder(weak.less, weak.more);
    ordered = inOrder(group);
  }
  return ordered;
}

/** Of the rules that push a track beyond its room the weakest that can be turned round. */
function weakestRule(pushed: Track | undefined, axis: Axis): { less: Track; more: Track } | null {
  let best: { less: Track; more: Track } | null = null;
  let least = 100;
  const seen = new Set<Track>();
  for (let track = pushed; track && !seen.has(track); ) {
    seen.add(track);
    let by: Track | undefined;
    for (const { track: each, weight } of track.before) {
      const space = squeezed(spaceBetween(each, track, axis), 0.5);
      if (Math.abs(each.first + space - track.first) > 0.01 || track.first <= track.least) continue;
      by = each;
      if (weight < least && track.least + space <= each.most) {
        least = weight;
        best = { less: each, more: track };
      }
    }
    track = by;
  }
  return best;
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
    const ordered = untangled(group, axis);
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
