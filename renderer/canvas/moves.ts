import { labelSizeFor } from '../../shared/drawing/flow-text';
import { boxRound, boxRoundAll, grown, overlaps } from '../../shared/layout/geometry';
import { roundPath } from '../../shared/layout/round-path';
import { routeFlows } from '../../shared/layout/route-flows';
import type { Box, FlowRoute, MapLayout } from '../../shared/layout/types';
import type { Flow, Position } from '../../shared/model/project';
import type { MapGraph, WithId } from '../../shared/model/queries';

/** On a map of more nodes the flows of what is dragged are led only past what is near, until it is dropped. */
const manyNodes = 60;
/** How far a flow may go round something, pixels. */
const roundabout = 320;
/** Moves that differ by less are the same, pixels. */
const sameMove = 0.01;

/** The flows that begin or end at some nodes. */
export function flowsAt(
  graph: MapGraph,
  ids: { readonly has: (id: string) => boolean },
): readonly WithId<Flow>[] {
  return graph.flows.filter((flow) => ids.has(flow.from) || ids.has(flow.to));
}

/** The part of a large map that the flows of moved nodes may meet: all flows at their ends, and the nodes near these. */
function partRound(
  graph: MapGraph,
  boxes: ReadonlyMap<string, Box>,
  touched: readonly WithId<Flow>[],
): { graph: MapGraph; boxes: ReadonlyMap<string, Box> } {
  if (graph.nodes.length <= manyNodes) return { graph, boxes };
  const ends = new Set(touched.flatMap(({ from, to }) => [from, to]));
  const area = grown(boxRoundAll([...ends].flatMap((id) => boxes.get(id) ?? [])), roundabout);
  const flows = flowsAt(graph, ends);
  const all = new Set(flows.flatMap(({ from, to }) => [from, to]));
  const near = new Map([...boxes].filter(([id, box]) => all.has(id) || overlaps(box, area)));
  return { graph: { ...graph, nodes: graph.nodes.filter(({ id }) => near.has(id)), flows }, boxes: near };
}

/** How far the nodes at both ends of a flow were moved, where that is the same; null where it is not. */
function commonMove(
  flow: Flow,
  before: ReadonlyMap<string, Box>,
  now: ReadonlyMap<string, Box>,
): Position | null {
  const moveOf = (id: string): Position | null => {
    const [from, to] = [before.get(id), now.get(id)];
    return from && to ? { x: to.x - from.x, y: to.y - from.y } : null;
  };
  const [one, other] = [moveOf(flow.from), moveOf(flow.to)];
  if (!one || !other) return null;
  return Math.hypot(one.x - other.x, one.y - other.y) < sameMove ? one : null;
}

/** A route elsewhere, in the same shape. */
function shifted(route: FlowRoute, by: Position): FlowRoute {
  const at = (point: Position): Position => ({ x: point.x + by.x, y: point.y + by.y });
  const points = route.points.map(at);
  return {
    points,
    path: roundPath(points),
    label: at(route.label),
    queue: route.queue && at(route.queue),
    wait: route.wait && at(route.wait),
  };
}

/** Routes of flows whose both ends were moved alike, in the shape that they have: on a large map, until they are dropped. */
function carriedRoutes(
  graph: MapGraph,
  layout: MapLayout,
  boxes: ReadonlyMap<string, Box>,
  touched: readonly WithId<Flow>[],
): ReadonlyMap<string, FlowRoute> {
  if (graph.nodes.length <= manyNodes) return new Map();
  return new Map(
    touched.flatMap((flow) => {
      const route = layout.routes.get(flow.id);
      const by = route && commonMove(flow, layout.boxes, boxes);
      return by ? [[flow.id, shifted(route, by)] as const] : [];
    }),
  );
}

/** A layout with some nodes elsewhere, given by their centres: their flows are routed again, all others stay. On a large map a flow between moved nodes goes along in its shape. */
export function layoutWithMoves(
  graph: MapGraph,
  layout: MapLayout,
  moved: ReadonlyMap<string, Position>,
): MapLayout {
  const boxes = new Map<string, Box>(layout.boxes);
  for (const [id, centre] of moved) {
    const box = boxes.get(id);
    if (box) boxes.set(id, boxRound(centre, box));
  }
  const touched = flowsAt(graph, moved);
  if (touched.length === 0) return { ...layout, boxes };
  const carried = carriedRoutes(graph, layout, boxes, touched);
  const led = touched.filter((flow) => !carried.has(flow.id));
  const routes = new Map([...layout.routes, ...carried]);
  if (led.length === 0) return { ...layout, boxes, routes };
  const part = partRound(graph, boxes, led);
  const only = new Set(led.map((flow) => flow.id));
  const options = { only, labelSize: labelSizeFor(graph) };
  for (const [id, route] of routeFlows(part.graph, part.boxes, layout.lanes, options)) routes.set(id, route);
  return { ...layout, boxes, routes };
}
