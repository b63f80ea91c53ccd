import type { BoxIndex } from './box-index';
import { boxBetween, centreOf } from './geometry';
import { type Grid, hasSameShape } from './grid';
import { withoutIdlePoints } from './round-path';
import { type Way, wayAgain } from './corners';
import { keptWay } from './kept-ways';
import { findWay } from './search';
import { occupy, openSearch } from './search-room';
import { shortWay } from './short-ways';
import { flowClearance } from './sizes';
import { heading, type Port, throughAnySide, type Trip } from './trips';

/** Greatest difference in height that a straight line evens out. */
const nearlyLevel = 12;
/** Height of a loop above its box. */
const loopHeight = 26;

/** A straight way between two ports that face each other; the exit is moved a little where they are nearly level. */
function straightBetween(trip: Trip, exit: Port, entry: Port, boxes: BoxIndex): Way | null {
  if (exit.heading !== entry.heading) return null;
  const isLevel = exit.heading % 2 === 0;
  if (Math.abs(isLevel ? exit.y - entry.y : exit.x - entry.x) > nearlyLevel) return null;
  const from: Port = isLevel ? { ...exit, y: entry.y } : { ...exit, x: entry.x };
  const line = boxBetween(from, entry);
  const sight = isLevel
    ? { ...line, y: line.y - flowClearance, height: 2 * flowClearance }
    : { ...line, x: line.x - flowClearance, width: 2 * flowClearance };
  for (const box of boxes.near(sight)) if (box !== trip.from && box !== trip.to) return null;
  return { exit: from, entry, points: [from, entry], corners: [] };
}

function straightWay(trip: Trip, boxes: BoxIndex): Way | null {
  if (trip.kind !== 'forward' && trip.kind !== 'beside') return null;
  for (const exit of trip.exits)
    for (const entry of trip.entries) {
      const way = straightBetween(trip, exit, entry, boxes);
      if (way) return way;
    }
  return null;
}

function loopWay(trip: Trip): Way {
  const { from } = trip;
  const reach = Math.min(44, from.width / 3);
  const x = centreOf(from).x;
  const top = from.y;
  const port = (dx: number, direction: Port['heading']): Port => ({
    x: x + dx,
    y: top,
    heading: direction,
    cost: 0,
    slot: `${trip.flow.id}:${dx}`,
  });
  return {
    exit: port(reach, heading.up),
    entry: port(-reach, heading.down),
    points: [
      { x: x + reach, y: top },
      { x: x + reach, y: top - loopHeight },
      { x: x - reach, y: top - loopHeight },
      { x: x - reach, y: top },
    ],
    corners: [],
  };
}

/** Where no way past the boxes exists (boxes that overlap): straight over them. */
function anyWay(trip: Trip): Way {
  const exit = trip.exits[0];
  const entry = trip.entries[0];
  if (!exit || !entry) return loopWay(trip);
  if (exit.heading % 2 === 0) {
    const x = (exit.x + entry.x) / 2;
    return {
      exit,
      entry,
      points: withoutIdlePoints([exit, { x, y: exit.y }, { x, y: entry.y }, entry]),
      corners: [],
    };
  }
  const y = exit.heading === heading.down ? Math.max(exit.y, entry.y) + 24 : Math.min(exit.y, entry.y) - 24;
  return {
    exit,
    entry,
    points: withoutIdlePoints([exit, { x: exit.x, y }, { x: entry.x, y }, entry]),
    corners: [],
  };
}

const distance = (trip: Trip): number =>
  Math.abs(centreOf(trip.from).x - centreOf(trip.to).x) +
  Math.abs(centreOf(trip.from).y - centreOf(trip.to).y);

const turn = { forward: 0, beside: 1, back: 2, information: 3, self: 4 } as const satisfies Record<
  Trip['kind'],
  number
>;

/** Ways of all trips on a grid. */
export interface Ways {
  readonly grid: Grid;
  readonly of: ReadonlyMap<string, Way>;
  /** Flows for which there is no way past the boxes. */
  readonly stiff: ReadonlySet<string>;
}

/** The ways found before, where only the distances have changed since; null where they no longer fit. */
function waysAgain(trips: readonly Trip[], grid: Grid, boxes: BoxIndex, before: Ways): Ways | null {
  if (!hasSameShape(grid, before.grid)) return null;
  const of = new Map<string, Way>();
  for (const trip of trips) {
    const last = before.of.get(trip.flow.id);
    const isSimple = trip.kind === 'self' || last?.corners.length === 0;
    const way = isSimple ? simpleWay(trip, boxes) : last ? wayAgain(grid, trip, last) : null;
    if (!way || before.stiff.has(trip.flow.id)) return null;
    of.set(trip.flow.id, way);
  }
  return { grid, of, stiff: before.stiff };
}

const simpleWay = (trip: Trip, boxes: BoxIndex): Way | null =>
  trip.kind === 'self' ? loopWay(trip) : straightWay(trip, boxes);

/** Ways that are known already. */
export interface KnownWays {
  /** Those found when boxes stood closer. */
  readonly closer?: Ways | undefined;
  /** Those found when some of the boxes were not yet there and the others stood where they stand. */
  readonly emptier?: Ways | undefined;
}

/** Finds the ways of all trips: loops and straight lines first, then short ones before long ones, those that run back last. */
export function findWays(
  trips: readonly Trip[],
  grid: Grid,
  boxes: BoxIndex,
  { closer, emptier }: KnownWays = {},
): Ways {
  const again = closer && waysAgain(trips, grid, boxes, closer);
  if (again) return again;
  const search = openSearch(grid, trips.length);
  const of = new Map<string, Way>();
  const stiff = new Set<string>();
  for (const trip of trips) {
    const known = emptier?.stiff.has(trip.flow.id) === false ? emptier.of.get(trip.flow.id) : undefined;
    const way = simpleWay(trip, boxes) ?? (known ? keptWay(grid, trip, known) : null);
    if (!way) continue;
    of.set(trip.flow.id, way);
    if (trip.kind !== 'self') occupy(search, way);
  }
  const others = trips
    .filter((trip) => !of.has(trip.flow.id))
    .map((trip, order) => ({ trip, order, length: distance(trip) }))
    .sort((a, b) => turn[a.trip.kind] - turn[b.trip.kind] || a.length - b.length || a.order - b.order);
  for (const { trip } of others) {
    const way = shortWay(search, trip) ?? findWay(search, trip) ?? findWay(search, throughAnySide(trip));
    of.set(trip.flow.id, way ?? anyWay(trip));
    if (way) occupy(search, way);
    else stiff.add(trip.flow.id);
  }
  return { grid, of, stiff };
}
