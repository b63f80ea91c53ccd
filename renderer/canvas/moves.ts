import { labelSizeFor } from '../../shared/drawing/flow-text';
import { boxRound, boxRoundAll, grown, overlaps } from '../../shared/layout/geometry';
import { routeFlows } from '../../shared/layout/route-flows';
import type { Box, MapLayout } from '../../shared/layout/types';
import type { Flow, Position } from '../../shared/model/project';
import type { MapGraph, WithId } from '../../shared/model/queries';

/** On a map of more nodes the flows of what is dragged are led only past what is near, until it is dropped. */
const manyNodes = 60;
/** How far a flow may go round something, pixels. */
const roundabout = 320;

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

/** A layout with some nodes elsewhere, given by their centres: their flows are routed again, all others stay. */
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
  const part = partRound(graph, boxes, touched);
  const only = new Set(touched.map((flow) => flow.id));
  const routes = new Map([
    ...layout.routes,
    ...routeFlows(part.graph, part.boxes, layout.lanes, { only, labelSize: labelSizeFor(graph) }),
  ]);
  return { ...layout, boxes, routes };
}
