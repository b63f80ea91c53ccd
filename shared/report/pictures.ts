import { mapChanges } from '../analysis/map-changes';
import { overlayMap } from '../analysis/overlay-map';
import type { DrawingContext } from '../drawing/context';
import type { DisplayList } from '../drawing/display-list';
import { drawMap } from '../drawing/draw-map';
import { drawOverlay } from '../drawing/draw-overlay';
import { drawMapInRoom, drawMapOnPages, legibleScale } from '../drawing/draw-rows';
import { labelSizeFor } from '../drawing/flow-text';
import { foldMap } from '../drawing/fold-map';
import { computeFigures } from '../figures/compute-figures';
import { layoutMap } from '../layout/layout-map';
import type { LaneBy, MapLayout } from '../layout/types';
import { usefulLanes } from '../layout/useful-lanes';
import type { Project } from '../model/project';
import type { MapGraph } from '../model/queries';
import { reportText } from '../text/report';
import { blockId } from './blocks';
import type { MapPart, ReportWish } from './context';
import type { PictureBlock } from './types';

/** What a sheet of A4 on its side holds of a drawing at 100 %, pixels. */
const sheet = { width: 1010, height: 600 };

/** What a slide holds of a drawing whose smallest letters (9 pixels) are seven points on it, pixels. */
const slide = { width: 1170, height: 512 };

type View = Pick<ReportWish, 'lanes' | 'ladder'>;

function isTooSmall({ width, height }: DisplayList): boolean {
  return Math.min(sheet.width / width, sheet.height / height) < legibleScale;
}

/** A map in rows on sheets as large as slides; none where it goes on one slide as it is. */
function slidesOf({ context, layout }: Drawn): readonly DisplayList[] {
  const { width, height } = layout.bounds;
  if (width <= slide.width && height <= slide.height) return [];
  const page = { width: slide.width * legibleScale, height: slide.height * legibleScale };
  return drawMapOnPages(context, layout, page);
}

/** The graph of a map with only some of its nodes, and the flows between them. */
function onlyNodes(graph: MapGraph, nodes: readonly string[]): MapGraph {
  const kept = new Set(nodes);
  const between = ({ from, to }: { from: string; to: string }): boolean => kept.has(from) && kept.has(to);
  const within = <T extends { from: string; to: string }>(
    by: ReadonlyMap<string, readonly T[]>,
  ): ReadonlyMap<string, readonly T[]> =>
    new Map([...by].map(([id, flows]) => [id, flows.filter(between)] as const));
  return {
    ...graph,
    nodes: graph.nodes.filter(({ id }) => kept.has(id)),
    node: new Map([...graph.node].filter(([id]) => kept.has(id))),
    flows: graph.flows.filter(between),
    out: within(graph.out),
    in: within(graph.in),
  };
}

/** The lanes that were asked for, else those of the map. */
const lanesOf = ({ map }: MapGraph, wanted: View['lanes']): LaneBy => wanted ?? map.lanes ?? 'role';

interface Drawn {
  readonly context: DrawingContext;
  readonly layout: MapLayout;
}

function drawn({ graph, pack, presented }: MapPart, { lanes }: View, nodes: readonly string[] | null): Drawn {
  const part = nodes === null ? graph : onlyNodes(graph, nodes);
  // The inside of a folded group is shown as its steps, not as the one block that it is on the map.
  const groups = new Set(nodes === null ? [] : part.nodes.map(({ group }) => group));
  const [inside = null] = groups.size === 1 ? groups : [];
  const shown = foldMap(part, computeFigures(graph), inside);
  const laneBy = usefulLanes(shown.graph, lanesOf(graph, lanes));
  const layout = layoutMap(shown.graph, { laneBy, pack, labelSize: labelSizeFor(shown.graph) });
  return {
    layout,
    context: {
      graph: shown.graph,
      figures: shown.figures,
      badges: presented.badges,
      pack,
      view: { lanes: laneBy },
      folded: shown,
    },
  };
}

/** The drawing of a map as its canvas shows it, with title, ladder and legend. */
export function mapDrawing(part: MapPart, view: View, nodes: readonly string[] | null = null): DisplayList {
  const { context, layout } = drawn(part, view, nodes);
  return drawMap(context, layout, { ladder: view.ladder && nodes === null });
}

/** The picture of a map, or of some of its nodes; with its flows, and in rows where one would be too small. */
export function mapPicture(part: MapPart, view: View, nodes: readonly string[] | null = null): PictureBlock {
  const { context, layout } = drawn(part, view, nodes);
  const drawing = drawMap(context, layout, { ladder: view.ladder && nodes === null });
  const rows = isTooSmall(drawing) ? drawMapInRoom(context, layout, sheet) : null;
  const pages = slidesOf({ context, layout });
  const { map } = part.graph;
  return {
    kind: 'picture',
    id: blockId('map', part.graph.id),
    drawing,
    alt: drawing.description,
    caption:
      nodes === null
        ? reportText.current.picture(map.name)
        : reportText.current.selection(map.name, nodes.length),
    links: Object.fromEntries(context.graph.flows.map(({ id, from, to }) => [id, { from, to }])),
    ...(rows !== null && rows.rows > 1 ? { folded: rows.list } : {}),
    ...(pages.length > 1 ? { pages } : {}),
  };
}

/** Both maps in one picture with what differs; null where one of them is gone. */
export function overlayPicture(
  project: Project,
  before: MapPart | MapGraph,
  after: MapPart,
  { lanes }: View,
): PictureBlock | null {
  const then = 'graph' in before ? before.graph : before;
  const { graph: now, pack } = after;
  const graph = overlayMap(project, then.id, now.id);
  if (!graph) return null;
  const laneBy = usefulLanes(graph, lanesOf(now, lanes));
  const layout = layoutMap(graph, { laneBy, pack, labelSize: labelSizeFor(graph) });
  const context = {
    graph,
    figures: computeFigures(graph),
    badges: new Map(),
    pack,
    view: { lanes: laneBy },
  };
  const names = { before: then.map.name, after: now.map.name };
  const drawing = drawOverlay(context, layout, mapChanges(project, then.id, now.id), names);
  return {
    kind: 'picture',
    id: blockId('overlay', now.id),
    drawing,
    alt: drawing.description,
    caption: reportText.future.picture(names.before, names.after),
    links: Object.fromEntries(graph.flows.map(({ id, from, to }) => [id, { from, to }])),
  };
}
