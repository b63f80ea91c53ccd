import { orderOf } from './segments';
import type { Axis } from './segments';
import { flowSpacing, leastSpacing } from './sizes';
import { areFriends, spaceBetween, type Track } from './tracks';

const overlapAlong = (a: Track, b: Track, pad: number): boolean =>
  a.low < b.high + pad && b.low < a.high + pad;

/** A line that cannot be moved, as a movable one sees it: a negative order wants the movable one at lesser coordinates. */
interface Fixed {
  readonly at: number;
  readonly order: number;
  readonly space: number;
}

/** Narrows the room of a track by lines that cannot be moved; those that leave no room between them count as one. */
function keepOff(track: Track, fixed: readonly Fixed[]): void {
  const sorted = [...fixed].sort((a, b) => a.at - b.at);
  let from = 0;
  while (from < sorted.length) {
    let to = from;
    while (to + 1 < sorted.length && (sorted[to + 1]?.at ?? 0) - (sorted[to]?.at ?? 0) < 2 * leastSpacing)
      to += 1;
    const group = sorted.slice(from, to + 1);
    const order = group.reduce((sum, each) => sum + each.order, 0);
    const space = Math.max(...group.map((each) => each.space));
    const low = sorted[from]?.at ?? 0;
    const high = sorted[to]?.at ?? 0;
    const sides =
      sideOf(order, low - track.least, track.most - high) < 0 ? ([-1, 1] as const) : ([1, -1] as const);
    sides.some((side) => narrow(track, side < 0 ? low : high, space, side));
    from = to + 1;
  }
}

/** Room on one side of a line below which the other side is taken where it has twice as much. */
const scarce = 40;

/** The side to keep to: the one of the order, unless little speaks for it and there is little room. */
function sideOf(order: number, before: number, after: number): number {
  const [own, other] = order < 0 ? [before, after] : [after, before];
  return Math.abs(order) < 4 && own < scarce && other > 2 * own ? -order || 1 : order;
}

/** Keeps a track to one side of a line; false where it has no room there. */
function narrow(track: Track, at: number, space: number, side: 1 | -1): boolean {
  for (const distance of [space, flowSpacing, leastSpacing]) {
    const edge = at + side * distance;
    if (side === 1 ? edge > track.most : edge < track.least) continue;
    if (side === 1) track.least = Math.max(track.least, edge);
    else track.most = Math.min(track.most, edge);
    return true;
  }
  return false;
}

/** Decides for all tracks that may come near each other which lies at lesser coordinates. */
export function orderTracks(tracks: readonly Track[], axis: Axis): void {
  const sorted = [...tracks].sort((a, b) => a.at - b.at);
  let reach = 0;
  for (const track of tracks)
    if (!track.isFixed)
      reach = Math.max(reach, finite(track.most - track.at), finite(track.at - track.least));
  const pairs: [Track, Track][] = [];
  const fixed = new Map<Track, Fixed[]>();
  for (let i = 0; i < sorted.length; i += 1) {
    const a = sorted[i] as Track;
    for (let j = i + 1; j < sorted.length; j += 1) {
      const b = sorted[j] as Track;
      if (b.at - a.at > 2 * reach + 2 * flowSpacing) break;
      if ((a.isFixed && b.isFixed) || !overlapAlong(a, b, flowSpacing)) continue;
      const space = spaceBetween(a, b, axis);
      if (a.least >= b.most + space || b.least >= a.most + space) continue;
      if (a.segments[0]?.wire === b.segments[0]?.wire) continue;
      if (areFriends(a, b)) {
        hold(a, b);
        continue;
      }
      if (!a.isFixed && !b.isFixed) {
        pairs.push([a, b]);
        continue;
      }
      const [track, line] = a.isFixed ? [b, a] : [a, b];
      const list = fixed.get(track) ?? [];
      list.push({ at: line.at, order: compare(track, line), space });
      fixed.set(track, list);
    }
  }
  for (const [track, lines] of fixed) keepOff(track, lines);
  for (const [a, b] of pairs) setInOrder(a, b);
}

/** Keeps a track on the fixed line with which it shares its way. */
function hold(a: Track, b: Track): void {
  if (a.isFixed === b.isFixed) return;
  const [track, line] = a.isFixed ? [b, a] : [a, b];
  track.least = line.at;
  track.most = line.at;
}

const finite = (value: number): number => (Number.isFinite(value) ? value : 0);

function setInOrder(a: Track, b: Track): void {
  const order = compare(a, b);
  const isPossible = order <= 0 ? a.least <= b.most : b.least <= a.most;
  const [less, more] = order <= 0 === isPossible ? [a, b] : [b, a];
  less.after.push({ track: more, weight: Math.abs(order) });
  more.before.push({ track: less, weight: Math.abs(order) });
}

/** Turns the order of two tracks round. */
export function swapOrder(less: Track, more: Track): void {
  const weight = less.after.find((rule) => rule.track === more)?.weight ?? 0;
  less.after = less.after.filter((rule) => rule.track !== more);
  more.before = more.before.filter((rule) => rule.track !== less);
  more.after = [...more.after, { track: less, weight }];
  less.before = [...less.before, { track: more, weight }];
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

/** The tracks so that each comes after those before it; a knot is cut where least is lost, and its rules turned round. */
export function inOrder(tracks: readonly Track[]): Track[] {
  const waiting = new Map(tracks.map((track) => [track, track.before.length]));
  const loss = new Map(
    tracks.map((track) => [track, track.before.reduce((sum, rule) => sum + rule.weight, 0)]),
  );
  const ready = tracks.filter((track) => track.before.length === 0).sort((a, b) => a.at - b.at);
  const done = new Set<Track>();
  let held = [...tracks];
  let next = 0;
  while (done.size < tracks.length) {
    let track = ready[next];
    if (track) next += 1;
    if (track && done.has(track)) continue;
    if (!track) {
      held = held.filter((each) => !done.has(each));
      let least = Infinity;
      for (const each of held) {
        const own = loss.get(each) ?? 0;
        if (own < least) [track, least] = [each, own];
      }
    }
    if (!track) break;
    done.add(track);
    for (const { track: after, weight } of track.after) {
      const left = (waiting.get(after) ?? 0) - 1;
      waiting.set(after, left);
      loss.set(after, (loss.get(after) ?? 0) - weight);
      if (left === 0) ready.push(after);
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
