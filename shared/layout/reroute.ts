import { BoxIndex } from './box-index';
import { collisionsAlong } from './collisions';
import type { Way } from './corners';
import { boxBetween } from './geometry';
import { findWay } from './search';
import { crowd, occupy, openSearch } from './search-room';
import { courseOf, type Segment, type Wire } from './segments';
import { type Port, throughAnySide, type Trip } from './trips';
import type { Box } from './types';
import type { Ways } from './ways';

/** Most times that flows which run too near to each other look for other ways. */
const mostRounds = 16;
/** So many pairs may be too near to each other for it to be tried at all: more cannot be parted in time. */
const mostCrowded = 160;
/** Rounds without a gain after which it is left at that. */
const patience = 5;
/** From this round on flows may take sides of their boxes that they usually do not, and what that costs. */
const wideRound = 3;
const otherSideCost = 120;
/** What it costs to run where flows were too near to each other, for each piece of the grid and each time. */
const crowdCost = 70;

type Pair = readonly [Segment, Segment];

const crowdedPairs = (wires: readonly Wire[]): Pair[] =>
  ([0, 1] as const).flatMap((axis) => [...collisionsAlong(wires, axis)]);

/** As few flows as there have to be for one of each pair to move: those first that are too near to most others. */
function moversOf(pairs: readonly Pair[]): Set<Wire> {
  const movers = new Set<Wire>();
  let left = pairs.filter((pair) => pair.some(({ wire }) => canMove(wire)));
  while (left.length > 0) {
    const counts = new Map<Wire, number>();
    for (const pair of left)
      for (const { wire } of pair) if (canMove(wire)) counts.set(wire, (counts.get(wire) ?? 0) + 1);
    const [[most] = []] = [...counts].sort((a, b) => b[1] - a[1]);
    if (!most) break;
    movers.add(most);
    left = left.filter((pair) => pair.every(({ wire }) => wire !== most));
  }
  return movers;
}

const canMove = (wire: Wire): boolean => !wire.isStiff && wire.trip.kind !== 'self';

/** Least distance of a flow from a box that it passes. */
const leastClearance = 6;

/** A piece of a wire, from one corner to the next. */
type Place = Pick<Segment, 'wire' | 'index'>;

/** The pieces of wires that run through a box or too near past one. */
function piecesNearBoxes(wires: readonly Wire[], boxes: BoxIndex): Place[] {
  return wires.flatMap((wire) => {
    const { points, trip } = wire;
    return points.slice(1).flatMap((b, index) => {
      const near = [...boxes.near(boxBetween(points[index] ?? b, b), leastClearance)];
      const isOwn = (box: Box): boolean =>
        (index === 0 && box === trip.from) || (index === points.length - 2 && box === trip.to);
      return near.every(isOwn) ? [] : [{ wire, index }];
    });
  });
}

/** A trip that may also take the sides of its boxes that it usually does not. */
function throughMoreSides(trip: Trip): Trip {
  const more = throughAnySide(trip);
  const add = (own: readonly Port[], others: readonly Port[]): Port[] => [
    ...own,
    ...others
      .filter(({ slot }) => !own.some((port) => port.slot === slot))
      .map((port) => ({ ...port, cost: port.cost + otherSideCost })),
  ];
  return { ...trip, exits: add(trip.exits, more.exits), entries: add(trip.entries, more.entries) };
}

/** Other ways for flows, in turn, past places that are crowded; the others keep theirs. */
function otherWays(
  wires: readonly Wire[],
  ways: Ways,
  flows: ReadonlySet<string>,
  crowded: readonly CrowdedPiece[],
  isWide: boolean,
): Ways {
  const search = openSearch(ways.grid, wires.length);
  const of = new Map(ways.of);
  for (const { trip } of wires) {
    const way = of.get(trip.flow.id);
    if (way && trip.kind !== 'self' && !ways.stiff.has(trip.flow.id) && !flows.has(trip.flow.id))
      occupy(search, way);
  }
  for (const { way, index } of crowded) crowd(search, way, index, crowdCost);
  for (const { trip } of wires) {
    if (!flows.has(trip.flow.id)) continue;
    const way = findWay(search, isWide ? throughMoreSides(trip) : trip) ?? of.get(trip.flow.id);
    if (!way) continue;
    of.set(trip.flow.id, way);
    occupy(search, way);
  }
  return { ...ways, of };
}

/** A piece of a way on which flows were too near to each other. */
interface CrowdedPiece {
  readonly way: Way;
  readonly index: number;
}

/**
 * Looks for other ways for flows that could not be moved apart, and keeps them where fewer flows are then too near to
 * each other and none is nearer to a box. `settle` moves wires apart that were laid along their ways anew.
 */
export function reroute(
  wires: readonly Wire[],
  found: Ways,
  solid: readonly Box[],
  settle: () => void,
): void {
  let best = crowdedPairs(wires);
  if (best.length === 0 || best.length > mostCrowded) return;
  const boxes = new BoxIndex(solid);
  let near = piecesNearBoxes(wires, boxes);
  const mostNear = near.length;
  let courses = wires.map((wire) => ({ ...wire }));
  let [ways, pairs, idle] = [found, best, 0];
  const crowded: CrowdedPiece[] = [];
  for (let round = 0; round < mostRounds && idle < patience; round += 1) {
    const movers = moversOf(pairs);
    for (const { wire } of near) if (canMove(wire)) movers.add(wire);
    if (movers.size === 0 || pairs.length > mostCrowded) break;
    for (const { wire, index } of [...pairs.flat(), ...near]) {
      const way = ways.of.get(wire.trip.flow.id);
      if (way && canMove(wire)) crowded.push({ way, index });
    }
    const flows = new Set([...movers].map(({ trip }) => trip.flow.id));
    ways = otherWays(wires, ways, flows, crowded, round >= wideRound);
    for (const wire of wires) {
      const way = ways.of.get(wire.trip.flow.id);
      if (way) Object.assign(wire, courseOf(way));
    }
    settle();
    pairs = crowdedPairs(wires);
    near = piecesNearBoxes(wires, boxes);
    const isBetter = pairs.length < best.length && near.length <= mostNear;
    idle = isBetter ? 0 : idle + 1;
    if (!isBetter) continue;
    [best, courses] = [pairs, wires.map((wire) => ({ ...wire }))];
  }
  wires.forEach((wire, index) => Object.assign(wire, courses[index]));
}
