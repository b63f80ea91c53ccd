import type { MapGraph } from '../model/queries';
import { BoxIndex } from './box-index';
import { bottomOf, boxRound, centreOf, grown } from './geometry';
import { alongX, alongY, buildGrid, gapsBetween, isClear, type QueueZone } from './grid';
import {
  hasQueue,
  type LabelSize,
  lineBoxes,
  middleOf,
  placeLabel,
  placeQueue,
  queueBefore,
  queueBoxes,
  type QueueSpot,
  usualLabelSize,
} from './labels';
import { nudge, type Shortage } from './nudge';
import { partPorts } from './port-shift';
import { roundPath, withoutIdlePoints } from './round-path';
import { findWay, occupy, openSearch, type Search, type Way } from './search';
import { obstaclesFor, type Wire, wireOf } from './segments';
import { flowClearance, nodeSizes } from './sizes';
import { heading, planTrips, type Port, type Trip } from './trips';
import type { Box, FlowRoute, Lane } from './types';

/** What to route, and how large labels are. */
export interface RouteOptions {
  /** Only these flows, for instance those of a node that is being dragged. */
  readonly only?: ReadonlySet<string> | undefined;
  readonly labelSize?: LabelSize | undefined;
}

/** Greatest difference in height that a straight line evens out. */
const nearlyLevel = 4;
/** How much nearer a flow may come to a queue than to a box. */
const queueTolerance = 4;
/** Height of a loop above its box. */
const loopHeight = 26;

function straightWay(trip: Trip, boxes: BoxIndex): Way | null {
  if (trip.kind !== 'forward') return null;
  for (const exit of trip.exits)
    for (const entry of trip.entries) {
      if (exit.heading !== heading.right || entry.heading !== heading.right) continue;
      if (Math.abs(exit.y - entry.y) > nearlyLevel) continue;
      const sight = {
        x: exit.x,
        y: entry.y - flowClearance,
        width: entry.x - exit.x,
        height: 2 * flowClearance,
      };
      if (!isClear(boxes.near(sight), trip.from, trip.to, entry.y)) continue;
      const from: Port = { ...exit, y: entry.y };
      return { exit: from, entry, points: [from, entry] };
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
  };
}

/** Where no way past the boxes exists (boxes that overlap): straight over them. */
function anyWay(trip: Trip): Way {
  const exit = trip.exits[0];
  const entry = trip.entries[0];
  if (!exit || !entry) return loopWay(trip);
  if (exit.heading % 2 === 0) {
    const x = (exit.x + entry.x) / 2;
    return { exit, entry, points: withoutIdlePoints([exit, { x, y: exit.y }, { x, y: entry.y }, entry]) };
  }
  const y = exit.heading === heading.down ? Math.max(exit.y, entry.y) + 24 : Math.min(exit.y, entry.y) - 24;
  return { exit, entry, points: withoutIdlePoints([exit, { x: exit.x, y }, { x: entry.x, y }, entry]) };
}

const distance = (trip: Trip): number =>
  Math.abs(centreOf(trip.from).x - centreOf(trip.to).x) +
  Math.abs(centreOf(trip.from).y - centreOf(trip.to).y);

const turn = { forward: 0, beside: 1, back: 2, information: 3, self: 4 } as const satisfies Record<
  Trip['kind'],
  number
>;

/** Ways of all trips; `stiff` collects those for which there is none past the boxes. */
export function findWays(
  trips: readonly Trip[],
  search: Search,
  index: BoxIndex,
  stiff: Set<Trip>,
): Map<Trip, Way> {
  const ways = new Map<Trip, Way>();
  for (const trip of trips) {
    const way = trip.kind === 'self' ? loopWay(trip) : straightWay(trip, index);
    if (!way) continue;
    ways.set(trip, way);
    if (trip.kind !== 'self') occupy(search, way);
  }
  const others = trips
    .filter((trip) => !ways.has(trip))
    .map((trip, order) => ({ trip, order, length: distance(trip) }))
    .sort((a, b) => turn[a.trip.kind] - turn[b.trip.kind] || a.length - b.length || a.order - b.order);
  for (const { trip } of others) {
    const way = findWay(search, trip);
    ways.set(trip, way ?? anyWay(trip));
    if (way) occupy(search, way);
    else stiff.add(trip);
  }
  return ways;
}

/** The queue before each step that has one: on the first flow into it that enters at its left. */
function queueCarriers(graph: MapGraph, wires: readonly Wire[]): Map<Wire, true> {
  const carriers = new Map<Wire, true>();
  const byTarget = new Map<string, Wire[]>();
  for (const wire of wires) {
    const list = byTarget.get(wire.trip.flow.to);
    if (list) list.push(wire);
    else byTarget.set(wire.trip.flow.to, [wire]);
  }
  for (const [id, into] of byTarget) {
    if (!hasQueue(graph, id)) continue;
    const able = into.filter((wire) => wire.trip.kind !== 'information' && wire.trip.kind !== 'self');
    const first = able.find((wire) => wire.trip.kind === 'forward') ?? able[0];
    if (first) carriers.set(first, true);
  }
  return carriers;
}

/** Where queues will stand, unless something is in the way. */
function queueZones(graph: MapGraph, trips: readonly Trip[], boxes: BoxIndex): QueueZone[] {
  const zones = new Map<string, QueueZone>();
  for (const { flow, kind, to, entries } of trips) {
    const entry = entries[0];
    if (kind !== 'forward' || !entry || zones.has(flow.to) || !hasQueue(graph, flow.to)) continue;
    const [triangle, wait] = queueBoxes(queueBefore(to, entry)).map((box) => grown(box, -queueTolerance));
    if (!triangle || !wait) continue;
    const zone = { x: wait.x, y: triangle.y, width: to.x - wait.x, height: bottomOf(wait) - triangle.y };
    if (!boxes.hits({ ...zone, width: wait.width }, flowClearance))
      zones.set(flow.to, { ...zone, line: entry.y });
  }
  return [...zones.values()];
}

/** A queue as far as the middle of the box behind it, so that nothing is pushed in between. */
const upToMiddle = (zone: QueueZone): Box => ({ ...zone, width: zone.width + nodeSizes.step.width / 2 });

function pushApart(
  wires: readonly Wire[],
  boxes: Iterable<Box>,
  queues: readonly QueueZone[],
  lanes: readonly Lane[],
): Shortage[] {
  const solid = [...boxes];
  partPorts(wires, 1);
  const upright = nudge(
    wires,
    1,
    obstaclesFor([...solid, ...queues.map(upToMiddle)], 1),
    gapsBetween(solid.map(alongX)),
  );
  partPorts(wires, 0);
  const level = obstaclesFor(solid, 0);
  const first = lanes[0];
  const last = lanes.at(-1);
  if (first && last) {
    level.push({ low: -Infinity, high: Infinity, from: -Infinity, to: first.y });
    level.push({ low: -Infinity, high: Infinity, from: last.y + last.height, to: Infinity });
  }
  return [...upright, ...nudge(wires, 0, level, gapsBetween(solid.map(alongY)))];
}

interface Wiring {
  readonly graph: MapGraph;
  readonly lanes: readonly Lane[];
  readonly labelSize: LabelSize;
  readonly wires: readonly Wire[];
  readonly carriers: ReadonlyMap<Wire, true>;
  readonly shortages: readonly Shortage[];
}

function wireUp(
  graph: MapGraph,
  boxes: ReadonlyMap<string, Box>,
  lanes: readonly Lane[],
  options: RouteOptions,
): Wiring {
  const { only, labelSize = usualLabelSize } = options;
  const trips = planTrips(graph, boxes).filter((trip) => !only || only.has(trip.flow.id));
  const queues = queueZones(graph, trips, new BoxIndex(boxes.values()));
  const search = openSearch(buildGrid(boxes.values(), trips, queues));
  const stiff = new Set<Trip>();
  const ways = findWays(trips, search, new BoxIndex(boxes.values()), stiff);
  const wires = trips.flatMap((trip) => {
    const way = ways.get(trip);
    return way ? [wireOf(trip, way, labelSize(trip.flow), stiff.has(trip))] : [];
  });
  const carriers = queueCarriers(graph, wires);
  const shortages = pushApart(wires, boxes.values(), queues, lanes);
  return { graph, lanes, labelSize, wires, carriers, shortages };
}

const known = new WeakMap<ReadonlyMap<string, Box>, Wiring>();

/** The wiring of all flows between boxes; the last one for each set of boxes is kept. */
function wiringOf(
  graph: MapGraph,
  boxes: ReadonlyMap<string, Box>,
  lanes: readonly Lane[],
  options: RouteOptions,
): Wiring {
  if (options.only) return wireUp(graph, boxes, lanes, options);
  const last = known.get(boxes);
  if (
    last &&
    last.graph === graph &&
    last.lanes === lanes &&
    last.labelSize === (options.labelSize ?? usualLabelSize)
  )
    return last;
  const wiring = wireUp(graph, boxes, lanes, options);
  known.set(boxes, wiring);
  return wiring;
}

/** Where room is missing for the flows between boxes. */
export function shortagesOf(
  graph: MapGraph,
  boxes: ReadonlyMap<string, Box>,
  lanes: readonly Lane[],
  options: RouteOptions = {},
): readonly Shortage[] {
  return wiringOf(graph, boxes, lanes, options).shortages;
}

function finish({ wires, carriers }: Wiring, taken: BoxIndex): Map<string, FlowRoute> {
  const queues = new Map<Wire, QueueSpot>();
  for (const wire of carriers.keys()) {
    const spot = placeQueue(wire, taken);
    queues.set(wire, spot);
    for (const box of queueBoxes(spot)) taken.add(box);
  }
  const lines = lineBoxes(wires);
  const routes = new Map<string, FlowRoute>();
  for (const wire of wires) {
    const { label: size } = wire;
    const label = size ? placeLabel(wire, size, taken, lines) : middleOf(wire);
    if (size) taken.add(boxRound(label, size));
    const points = withoutIdlePoints(wire.points);
    const queue = queues.get(wire);
    routes.set(wire.trip.flow.id, {
      points,
      path: roundPath(points),
      label,
      queue: queue?.queue ?? null,
      wait: queue?.wait ?? null,
    });
  }
  return routes;
}

/** Routes for the flows between boxes: orthogonal, past every box, with labels and queues on free spots. */
export function routeFlows(
  graph: MapGraph,
  boxes: ReadonlyMap<string, Box>,
  lanes: readonly Lane[],
  options: RouteOptions = {},
): ReadonlyMap<string, FlowRoute> {
  return finish(wiringOf(graph, boxes, lanes, options), new BoxIndex(boxes.values()));
}
