import type { Difference } from '../../../shared/analysis/map-changes';
import type { FrameworkPack } from '../../../shared/catalogue/types';
import type { DrawingContext } from '../../../shared/drawing/context';
import type { Group } from '../../../shared/drawing/display-list';
import { drawLanes } from '../../../shared/drawing/draw-lanes';
import { flowGroups, nodeGroups } from '../../../shared/drawing/draw-map';
import { differenceSign, type OverlayPart, overlayParts } from '../../../shared/drawing/draw-overlay';
import { labelSizeFor } from '../../../shared/drawing/flow-text';
import { computeFigures } from '../../../shared/figures/compute-figures';
import { centreOf } from '../../../shared/layout/geometry';
import { type KnownLayout, layoutAgain } from '../../../shared/layout/layout-again';
import type { LayoutOptions } from '../../../shared/layout/place-nodes';
import type { Box, LaneBy, MapLayout } from '../../../shared/layout/types';
import { usefulLanes } from '../../../shared/layout/useful-lanes';
import type { Position } from '../../../shared/model/project';
import type { MapGraph } from '../../../shared/model/queries';

/** A drawing in parts that can be pointed at; `id` is that of the comparison, null for lanes. */
export interface DrawnPart {
  readonly id: string | null;
  readonly kinds: OverlayPart['kinds'];
  readonly group: Group;
}

/** A drawing with the places of what stands on it, by the ids of the comparison. */
export interface DrawnMap {
  readonly parts: readonly DrawnPart[];
  readonly bounds: Box;
  readonly boxes: ReadonlyMap<string, Box>;
  /** Lines of flows as SVG path data. */
  readonly paths: ReadonlyMap<string, string>;
  /** The middle of a node, the label of a flow. */
  readonly spots: ReadonlyMap<string, Position>;
}

interface Laid {
  readonly context: DrawingContext;
  readonly layout: MapLayout;
}

const layouts = new Map<string, KnownLayout>();

/** The layout of a map, kept while nothing changes that it depends on. */
function layoutOf(slot: string, graph: MapGraph, options: LayoutOptions): MapLayout {
  const layout = layoutAgain(layouts.get(slot) ?? null, graph, options);
  layouts.set(slot, layout);
  return layout.layout;
}

function laidOut(
  slot: 'before' | 'after' | 'both',
  graph: MapGraph,
  pack: FrameworkPack,
  lanes: LaneBy,
): Laid {
  const laneBy = usefulLanes(graph, lanes);
  return {
    context: {
      graph,
      figures: slot === 'both' ? null : computeFigures(graph),
      badges: new Map(),
      pack,
      view: { lanes: laneBy },
    },
    layout: layoutOf(slot, graph, { laneBy, pack, labelSize: labelSizeFor(graph) }),
  };
}

function placesOf(
  layout: MapLayout,
  own: (id: string) => string,
): Pick<DrawnMap, 'bounds' | 'boxes' | 'paths' | 'spots'> {
  return {
    bounds: layout.bounds,
    boxes: new Map([...layout.boxes].map(([id, box]) => [own(id), box])),
    paths: new Map([...layout.routes].map(([id, route]) => [own(id), route.path])),
    spots: new Map([
      ...[...layout.routes].map(([id, route]) => [own(id), route.label] as const),
      ...[...layout.boxes].map(([id, box]) => [own(id), centreOf(box)] as const),
    ]),
  };
}

/** One of the two maps, drawn as everywhere, with a sign at what differs. */
export function drawOne(
  graph: MapGraph,
  pack: FrameworkPack,
  lanes: LaneBy,
  differences: readonly Difference[],
  end: 'before' | 'after',
): DrawnMap {
  const { context, layout } = laidOut(end, graph, pack, lanes);
  const there = new Map(differences.flatMap((each) => (each[end] === null ? [] : [[each[end], each]])));
  const own = (id: string): string => there.get(id)?.id ?? id;
  const signs = [...layout.boxes].flatMap(([id, box]): DrawnPart[] => {
    const difference = there.get(id);
    const group = difference ? differenceSign(difference) : null;
    if (!difference || !group) return [];
    return [{ id: difference.id, kinds: [], group: { ...group, x: group.x + box.x, y: group.y + box.y } }];
  });
  const partOf = (group: Group): DrawnPart => ({
    id: group.about === undefined || group.role === 'lane' ? null : own(group.about),
    kinds: [],
    group,
  });
  const drawn = [
    ...drawLanes(layout.lanes, layout.bounds),
    ...flowGroups(context, layout),
    ...nodeGroups(context, layout),
  ];
  return {
    parts: [...drawn.map(partOf), ...signs],
    ...placesOf(layout, own),
  };
}

/** Both maps in one drawing. */
export function drawBoth(
  graph: MapGraph,
  pack: FrameworkPack,
  lanes: LaneBy,
  differences: readonly Difference[],
): DrawnMap {
  const { context, layout } = laidOut('both', graph, pack, lanes);
  const { bounds, ...places } = placesOf(layout, (id) => id);
  // Notes below the lowest boxes reach out of the map.
  const roomier = { ...bounds, y: bounds.y - 8, height: bounds.height + 48 };
  return { parts: overlayParts(context, layout, differences), bounds: roomier, ...places };
}
