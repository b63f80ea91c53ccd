import type { MapGraph } from '../model/queries';
import { BoxIndex } from './box-index';
import { boxRound } from './geometry';
import {
  type LabelSize,
  lineBoxes,
  middleOf,
  placeLabel,
  placeQueue,
  queueBoxes,
  type QueueSpot,
  usualLabelSize,
} from './labels';
import { roundPath, withoutIdlePoints } from './round-path';
import type { Wire } from './segments';
import type { Box, FlowRoute, Lane } from './types';
import { type Site, wireUp, type Wiring } from './wiring';

/** What to route, and how large labels are. */
export interface RouteOptions {
  /** Only these flows, for instance those of a node that is being dragged. */
  readonly only?: ReadonlySet<string> | undefined;
  readonly labelSize?: LabelSize | undefined;
}

/** Routes with labels and queues on free spots. */
export function finishRoutes({ wires, carriers, repair }: Wiring, taken: BoxIndex): Map<string, FlowRoute> {
  repair();
  const lines = lineBoxes(wires);
  const queues = new Map<Wire, QueueSpot>();
  for (const wire of carriers.keys()) {
    const spot = placeQueue(wire, taken, lines);
    queues.set(wire, spot);
    for (const box of queueBoxes(spot)) taken.add(box);
  }
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
  const site: Site = { graph, boxes, lanes, labelSize: options.labelSize ?? usualLabelSize };
  return finishRoutes(wireUp(site, { only: options.only }), new BoxIndex(boxes.values()));
}
