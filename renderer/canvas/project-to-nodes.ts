import { type DrawingContext, placeOf, waitDominates } from '../../shared/drawing/context';
import type { Group } from '../../shared/drawing/display-list';
import { drawFlow, drawFlowMarks } from '../../shared/drawing/draw-flow';
import { drawNode } from '../../shared/drawing/draw-node';
import { nodeLabel } from '../../shared/drawing/node-label';
import type { FlowRoute, MapLayout } from '../../shared/layout/types';
import type { Flow, MapNode, Position, Project } from '../../shared/model/project';
import type { WithId } from '../../shared/model/queries';
import { en } from '../../shared/text/en';
import type { Derived } from '../derive';
import type { FlowDrawing } from './flow-layer';
import type { CanvasNode } from './canvas-node';
import { handlesOf } from './handle-places';
import { flowsAt } from './moves';

/** What was made for each id: given again where everything that it was made from is the same. */
class Made<T> {
  readonly #kept = new Map<string, { from: readonly unknown[]; value: T }>();

  of(id: string, from: readonly unknown[], make: () => T): T {
    const known = this.#kept.get(id);
    if (
      known &&
      known.from.length === from.length &&
      known.from.every((each, index) => each === from[index])
    ) {
      return known.value;
    }
    const value = make();
    this.#kept.set(id, { from, value });
    return value;
  }

  /** Lets go of everything else, so that a long workshop does not pile up what it threw away. */
  keepOnly(shown: readonly { readonly id: string }[]): void {
    if (this.#kept.size <= shown.length) return;
    const ids = new Set(shown.map(({ id }) => id));
    for (const id of this.#kept.keys()) if (!ids.has(id)) this.#kept.delete(id);
  }
}

const drawings = new Made<{ drawing: Group; label: string }>();
const nodes = new Made<CanvasNode>();
const flows = new Made<FlowDrawing>();

const takesFlows = (type: MapNode['type']): boolean => type !== 'note' && type !== 'burst';

/** What the canvas shows: the document, what is derived of it, and what is transient. */
export interface Shown {
  readonly project: Project;
  readonly derived: Derived;
  readonly context: DrawingContext;
  readonly layout: MapLayout;
  readonly selection: readonly string[];
  /** Places of nodes that are being dragged, their centres. */
  readonly dragged: ReadonlyMap<string, Position>;
  /** The node that the Tab key reaches. */
  readonly tabStop: string | null;
}

/** Everything that the looks of any node depend on, besides its own record. */
function commonInputs({ project, derived, context }: Shown): unknown[] {
  const stream = project.streams[derived.graph.map.stream];
  return [
    project.roles,
    project.systems,
    stream,
    project.maps[derived.graph.id],
    project.settings,
    context.view.lanes,
    context.pack,
  ];
}

function drawn(
  node: WithId<MapNode>,
  shown: Shown,
  common: readonly unknown[],
): { drawing: Group; label: string } {
  const badge = shown.context.badges.get(node.id);
  const block = shown.derived.shown.blocks.get(node.id);
  const { place, all } = placeOf(shown.derived.graph, node.id);
  return drawings.of(
    node.id,
    [block ?? shown.project.nodes[node.id], badge?.count, badge?.worst, place, all, ...common],
    () => ({
      drawing: drawNode(node, shown.context),
      label: nodeLabel(node, shown.context),
    }),
  );
}

function canvasNode(node: WithId<MapNode>, shown: Shown, common: readonly unknown[]): CanvasNode | null {
  const box = shown.layout.boxes.get(node.id);
  if (!box) return null;
  const looks = drawn(node, shown, common);
  const centre = shown.dragged.get(node.id);
  const x = centre ? centre.x - box.width / 2 : box.x;
  const y = centre ? centre.y - box.height / 2 : box.y;
  const isSelected = shown.selection.includes(node.id);
  const hasPlus = isSelected && shown.selection.length === 1;
  const isBlock = shown.derived.shown.blocks.has(node.id);
  const isSource = takesFlows(node.type) && node.type !== 'end' && !isBlock;
  const isTarget = takesFlows(node.type) && node.type !== 'start' && !isBlock;
  const tabIndex = shown.tabStop === node.id ? 0 : -1;
  return nodes.of(
    node.id,
    [looks, node.name, x, y, box.width, box.height, isSelected, hasPlus, tabIndex],
    () => ({
      id: node.id,
      type: 'map',
      position: { x, y },
      width: box.width,
      height: box.height,
      measured: { width: box.width, height: box.height },
      handles: handlesOf(box, { isSource, isTarget, hasPlus }),
      selected: isSelected,
      data: {
        drawing: looks.drawing,
        type: node.type,
        name: node.name,
        value: node.value,
        badge: shown.context.badges.get(node.id)?.worst,
        isBlock,
        isSource,
        isTarget,
      },
      ariaLabel: looks.label,
      domAttributes: { tabIndex, 'aria-roledescription': en.canvas.nodeRole },
    }),
  );
}

/** The nodes of the map as React Flow takes them; a node that did not change is the same object. */
export function projectToNodes(shown: Shown): CanvasNode[] {
  const common = commonInputs(shown);
  const projected = shown.derived.shown.graph.nodes.flatMap((node) => canvasNode(node, shown, common) ?? []);
  drawings.keepOnly(projected);
  nodes.keepOnly(projected);
  return projected;
}

function drawnFlow(
  flow: WithId<Flow>,
  route: FlowRoute,
  shown: Shown,
  common: readonly unknown[],
): FlowDrawing {
  const target = shown.project.nodes[flow.to];
  const isHot = waitDominates(shown.derived.figures, flow.to);
  const share = shown.derived.figures.visits?.flow.get(flow.id);
  return flows.of(
    flow.id,
    [
      shown.project.flows[flow.id],
      target,
      isHot,
      share,
      route.path,
      route.label.x,
      route.label.y,
      route.queue?.x,
      route.queue?.y,
      ...common,
    ],
    () => ({
      id: flow.id,
      route,
      drawing: drawFlow(flow, route, shown.context),
      marks: drawFlowMarks(flow, route, shown.context),
    }),
  );
}

/** The flows of the map as they are drawn; a flow that did not change is the same object. */
export function projectToFlows(shown: Shown): FlowDrawing[] {
  const common = commonInputs(shown);
  const projected = shown.derived.shown.graph.flows.flatMap((flow) => {
    const route = shown.layout.routes.get(flow.id);
    return route ? [drawnFlow(flow, route, shown, common)] : [];
  });
  flows.keepOnly(projected);
  return projected;
}

/** What stands on the canvas: its places, and nodes and flows as they are drawn. */
export interface OnCanvas {
  readonly layout: MapLayout;
  readonly nodes: CanvasNode[];
  readonly flows: readonly FlowDrawing[];
}

/** The same with dragged nodes elsewhere: only they and the flows that touch them are made anew. */
export function projectMoves(rest: OnCanvas, shown: Shown): OnCanvas {
  const common = commonInputs(shown);
  const { graph } = shown.derived.shown;
  const touched = new Map(flowsAt(graph, shown.dragged).map((flow) => [flow.id, flow]));
  return {
    layout: shown.layout,
    nodes: rest.nodes.map((known) => {
      const node = shown.dragged.has(known.id) ? graph.node.get(known.id) : undefined;
      return (node && canvasNode(node, shown, common)) ?? known;
    }),
    flows: rest.flows.map((known) => {
      const flow = touched.get(known.id);
      const route = shown.layout.routes.get(known.id);
      return flow && route ? drawnFlow(flow, route, shown, common) : known;
    }),
  };
}
