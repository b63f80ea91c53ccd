import { type Axis, isBundled, type Segment, type Wire } from './segments';
import { flowSpacing } from './sizes';

/** A neighbour on one side, and what is lost where it lies on the other: 2 for flows that run over each other, 1 for a crossing. */
export interface Rule {
  readonly track: Track;
  readonly weight: number;
}

/** Pieces of flows that lie on one line and move together. */
export interface Track {
  readonly segments: Segment[];
  at: number;
  low: number;
  high: number;
  least: number;
  most: number;
  missing: number;
  readonly isFixed: boolean;
  readonly isLabelled: boolean;
  /** Tracks that have to lie at lesser coordinates, with how much speaks for it. */
  before: Rule[];
  after: Rule[];
  /** The least and the greatest coordinate that its neighbours leave it. */
  first: number;
  last: number;
}

/** Distance between labelled lines along the rows: half a label and some air. */
const labelSpacing = 18;

/** How far two tracks have to be apart. */
export const spaceBetween = (a: Track, b: Track, axis: Axis): number =>
  axis === 0 && (a.isLabelled || b.isLabelled) ? labelSpacing : flowSpacing;

/** Whether two tracks may lie on one line: wherever they overlap their flows share the way. */
function mayMeet(a: Track, b: Track): boolean {
  return a.segments.every((one) =>
    b.segments.every(
      (two) => isBundled(one, two) || one.low >= two.high - 0.02 || two.low >= one.high - 0.02,
    ),
  );
}

/** Pieces by line and common port; first those with a common target. Only ports that several flows use count. */
function linesOf(tracks: readonly Track[]): Track[][] {
  const users = new Map<string, Set<Wire>>();
  const wires = new Set(tracks.map((track) => track.segments[0]?.wire).filter((wire) => wire !== undefined));
  for (const wire of wires)
    for (const slot of [wire.entry, wire.exit]) {
      const set = users.get(slot);
      if (set) set.add(wire);
      else users.set(slot, new Set([wire]));
    }
  const lines: [Map<string, Track[]>, Map<string, Track[]>] = [
    new Map<string, Track[]>(),
    new Map<string, Track[]>(),
  ];
  for (const track of tracks) {
    const wire = track.segments[0]?.wire;
    if (!wire) continue;
    [wire.entry, wire.exit].forEach((slot, end) => {
      if ((users.get(slot)?.size ?? 0) < 2) return;
      const key = `${slot} ${Math.round(track.at * 8)}`;
      const list = lines[end]?.get(key);
      if (list) list.push(track);
      else lines[end]?.set(key, [track]);
    });
  }
  return lines.flatMap((each) => [...each.values()]);
}

/** Groups pieces that share the way to a common target, then those from a common source. */
export function tracksOf(segments: readonly Segment[]): Track[] {
  const tracks: Track[] = segments.map((segment) => ({
    segments: [segment],
    at: segment.at,
    low: segment.low,
    high: segment.high,
    least: segment.least,
    most: segment.most,
    missing: segment.missing,
    isFixed: segment.isFixed,
    isLabelled: segment.isLabelled,
    before: [],
    after: [],
    first: 0,
    last: 0,
  }));
  const byLine = linesOf(tracks);
  const merged = new Map<Track, Track>();
  const rootOf = (track: Track): Track => {
    let root = track;
    for (let up = merged.get(root); up; up = merged.get(root)) root = up;
    return root;
  };
  for (const list of byLine)
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
  a.missing = Math.max(a.missing, b.missing);
  merged.set(b, a);
}

/** Whether all overlapping pieces of two tracks share their way. */
export const areFriends = (a: Track, b: Track): boolean =>
  Math.abs(a.at - b.at) < 0.02 &&
  a.segments.some((p) => b.segments.some((q) => isBundled(p, q))) &&
  mayMeet(a, b);
