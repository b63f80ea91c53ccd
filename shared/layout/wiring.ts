import type { MapGraph } from '../model/queries';
import { BoxIndex } from './box-index';
import { bottomOf, grown, rightOf } from './geometry';
import { haveCollision } from './collisions';
import { alongX, alongY, buildGrid, gapsBetween, type Ground, type QueueZone } from './grid';
import { hasQueue } from './has-queue';
import { type LabelSize, queueBefore, queueBoxes } from './labels';
import { nudge, type Shortage } from './nudge';
import { partPorts } from './port-shift';
import { standsFree } from './ranks';
import { reroute } from './reroute';
import { obstaclesFor, type Wire, wireOf } from './segments';
import { flowClearance, nodeSizes, roomForQueue } from './sizes';
import { planTrips, type Trip } from './trips';
import type { Box, Lane } from './types';
import { findWays, type Ways } from './ways';

/** How much nearer a flow may come to a queue than to a box. */
const queueTolerance = 4;
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
function queueZones(
  graph: MapGraph,
  trips: readonly Trip[],
  boxes: BoxIndex,
  only?: ReadonlySet<string>,
): Map<string, QueueZone> {
  const zones = new Map<string, QueueZone>();
  for (const { flow, kind, from, to, entries } of trips) {
    const entry = entries[0];
    if (kind !== 'forward' || !entry || zones.has(flow.to) || !hasQueue(graph, flow.to)) continue;
    if (to.x - rightOf(from) < roomForQueue || only?.has(flow.to) === false) continue;
    const [triangle, wait] = queueBoxes(queueBefore(to, entry)).map((box) => grown(box, -queueTolerance));
    if (!triangle || !wait) continue;
    const zone = { x: wait.x, y: triangle.y, width: to.x - wait.x, height: bottomOf(wait) - triangle.y };
    const channel = 2 * flowClearance;
    const beside = { ...zone, x: zone.x - channel, width: wait.width + channel };
    if (!boxes.hits(beside, 1)) zones.set(flow.to, { ...zone, line: entry.y });
  }
  return zones;
}

/** A queue as far as the middle of the box behind it, so that nothing is pushed in between. */
const upToMiddle = (zone: QueueZone): Box => ({ ...zone, width: zone.width + nodeSizes.step.width / 2 });

/** Most times that flows are moved apart again, because moving them along one axis brought them together along the other. */
const mostRepairs = 3;
/** The same where there are many flows, which cannot all be parted anyway. */
const repairsOfMany = 1;
const manyWires = 500;

function pushApart(
  wires: readonly Wire[],
  ground: Ground,
  lanes: readonly Lane[],
  ways: Ways,
): Pick<Wiring, 'shortages' | 'repair' | 'reroute'> {
  const { boxes: solid, stream, queues } = ground;
  const columns = gapsBetween(stream.map(alongX));
  const rows = gapsBetween(stream.map(alongY));
  const upright = [...obstaclesFor(solid, 1), ...obstaclesFor(queues.map(upToMiddle), 1, true)];
  const level = obstaclesFor(solid, 0);
  const first = lanes[0];
  const last = lanes.at(-1);
  if (first && last) {
    level.push({ low: -Infinity, high: Infinity, from: -Infinity, to: first.y, isSoft: false });
    level.push({ low: -Infinity, high: Infinity, from: last.y + last.height, to: Infinity, isSoft: false });
  }
  const settle = (): Shortage[] => {
    partPorts(wires, 1);
    const missing = nudge(wires, 1, upright, columns);
    partPorts(wires, 0);
    missing.push(...nudge(wires, 0, level, rows));
    return missing;
  };
  const shortages = settle();
  const repair = (): void => {
    const most = wires.length > manyWires ? repairsOfMany : mostRepairs;
    for (let count = 0; count < most; count += 1) {
      if (haveCollision(wires, 1)) nudge(wires, 1, upright, columns);
      else if (haveCollision(wires, 0)) nudge(wires, 0, level, rows);
      else break;
    }
  };
  const again = (): void => {
    repair();
    reroute(wires, ways, solid, () => {
      settle();
      repair();
    });
  };
  return { shortages, repair, reroute: again };
}

const isInStream = (graph: MapGraph, id: string): boolean => {
  const node = graph.node.get(id);
  return node !== undefined && !standsFree(node);
};

/** Flows between boxes, and which of them carry the queues. */
export interface Wiring {
  readonly wires: readonly Wire[];
  readonly carriers: ReadonlyMap<Wire, true>;
  readonly ways: Ways;
  /** Steps before which a place was kept free for the queue. */
  readonly kept: ReadonlySet<string>;
  /** Where room was missing. */
  readonly shortages: readonly Shortage[];
  /** Moves flows apart again that were brought together: not needed where room is made and all is routed anew. */
  readonly repair: () => void;
  /** Sends those that could not be moved apart another way. */
  readonly reroute: () => void;
}

/** What is to be wired. */
export interface Site {
  readonly graph: MapGraph;
  readonly boxes: ReadonlyMap<string, Box>;
  readonly lanes: readonly Lane[];
  readonly labelSize: LabelSize;
}

/** Finds the ways of flows and moves them apart. `closer` is the wiring of the same flows when boxes stood closer, `emptier` that when some boxes were not yet there. */
export function wireUp(
  site: Site,
  {
    only,
    closer,
    emptier,
  }: {
    only?: ReadonlySet<string> | undefined;
    closer?: Wiring | undefined;
    emptier?: Wiring | undefined;
  } = {},
): Wiring {
  const { graph, boxes, lanes, labelSize } = site;
  const trips = planTrips(graph, boxes).filter((trip) => !only || only.has(trip.flow.id));
  const index = new BoxIndex(boxes.values());
  const zones = queueZones(graph, trips, index, closer?.kept);
  const ground: Ground = {
    boxes: [...boxes.values()],
    stream: [...boxes].filter(([id]) => isInStream(graph, id)).map(([, box]) => box),
    queues: [...zones.values()],
  };
  const ways = findWays(trips, buildGrid(ground, trips), index, {
    closer: closer?.ways,
    emptier: emptier?.ways,
  });
  const wires = trips.flatMap((trip) => {
    const way = ways.of.get(trip.flow.id);
    return way ? [wireOf(trip, way, labelSize(trip.flow), ways.stiff.has(trip.flow.id))] : [];
  });
  const apart = pushApart(wires, ground, lanes, ways);
  return { wires, carriers: queueCarriers(graph, wires), ways, kept: new Set(zones.keys()), ...apart };
}
