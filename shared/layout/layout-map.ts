import type { MapGraph } from '../model/queries';
import { bottomOf, boxRound, boxRoundAll, grown } from './geometry';
import { usualLabelSize } from './labels';
import { type LayoutOptions, placeAndWire } from './place-nodes';
import { finishRoutes } from './route-flows';
import { BoxIndex } from './box-index';
import { boundsMargin, laneStrip, queueSize, waitSize } from './sizes';
import type { Box, FlowRoute, Lane, MapLayout } from './types';

function boundsOf(
  graph: MapGraph,
  boxes: ReadonlyMap<string, Box>,
  lanes: readonly Lane[],
  routes: ReadonlyMap<string, FlowRoute>,
  options: LayoutOptions,
): Box {
  const labelSize = options.labelSize ?? usualLabelSize;
  const parts: Box[] = [...boxes.values()];
  for (const flow of graph.flows) {
    const route = routes.get(flow.id);
    if (!route) continue;
    for (const point of route.points) parts.push({ ...point, width: 0, height: 0 });
    const size = labelSize(flow);
    if (size) parts.push(boxRound(route.label, size));
    if (route.queue) parts.push(boxRound(route.queue, queueSize));
    if (route.wait) parts.push(boxRound(route.wait, waitSize));
  }
  const inner = boxRoundAll(parts);
  const first = lanes[0];
  const last = lanes.at(-1);
  if (!first || !last) return grown(inner, boundsMargin);
  const left = inner.x - boundsMargin - laneStrip;
  const top = Math.min(first.y, inner.y - boundsMargin);
  const bottom = Math.max(last.y + last.height, bottomOf(inner) + boundsMargin);
  const isInside = inner.y >= first.y && bottomOf(inner) <= last.y + last.height;
  return {
    x: left,
    y: isInside ? first.y : top,
    width: inner.x + inner.width + boundsMargin - left,
    height: isInside ? last.y + last.height - first.y : bottom - top,
  };
}

/** Room between demand and value while nothing stands there, pixels. */
const emptyStretch = 640;

/** On a map that holds nothing but its beginning and its end, room for what comes between them. */
function spreadOut(graph: MapGraph, boxes: ReadonlyMap<string, Box>): ReadonlyMap<string, Box> {
  const isBare =
    graph.flows.length === 0 && graph.nodes.every(({ type }) => type === 'start' || type === 'end');
  if (!isBare || !graph.nodes.some(({ type }) => type === 'start')) return boxes;
  return new Map(
    [...boxes].map(([id, box]) => {
      const node = graph.node.get(id);
      const isLoose = node?.type === 'end' && node.position === undefined;
      return [id, isLoose ? { ...box, x: box.x + emptyStretch } : box];
    }),
  );
}

function compute(graph: MapGraph, options: LayoutOptions): MapLayout {
  const { site, wiring } = placeAndWire(graph, options);
  const { lanes } = site;
  const boxes = spreadOut(graph, site.boxes);
  wiring.reroute();
  const routes = finishRoutes(wiring, new BoxIndex(boxes.values()));
  return { boxes, lanes, routes, bounds: boundsOf(graph, boxes, lanes, routes, options) };
}

interface Known {
  readonly options: LayoutOptions;
  readonly layout: MapLayout;
}

const layouts = new WeakMap<MapGraph, Known[]>();

const isSame = (a: LayoutOptions, b: LayoutOptions): boolean =>
  a.laneBy === b.laneBy && a.pack === b.pack && a.laneNames === b.laneNames && a.labelSize === b.labelSize;

/** Positions of everything on a map; computed once per graph and options. */
export function layoutMap(graph: MapGraph, options: LayoutOptions): MapLayout {
  const known = layouts.get(graph) ?? [];
  const found = known.find((each) => isSame(each.options, options));
  if (found) return found.layout;
  const layout = compute(graph, options);
  layouts.set(graph, [...known, { options, layout }]);
  return layout;
}
