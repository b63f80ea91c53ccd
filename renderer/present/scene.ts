import { packOf } from '../../shared/catalogue/packs';
import type { DrawingContext } from '../../shared/drawing/context';
import type { Group } from '../../shared/drawing/display-list';
import { drawFlow, drawFlowMarks } from '../../shared/drawing/draw-flow';
import { drawNode } from '../../shared/drawing/draw-node';
import { labelSizeFor } from '../../shared/drawing/flow-text';
import { computeFigures } from '../../shared/figures/compute-figures';
import type { Figures } from '../../shared/figures/types';
import { layoutMap } from '../../shared/layout/layout-map';
import type { Box, LaneBy, MapLayout } from '../../shared/layout/types';
import { usefulLanes } from '../../shared/layout/useful-lanes';
import { keep } from '../../shared/model/keep';
import type { Project } from '../../shared/model/project';
import { graphOf, type MapGraph } from '../../shared/model/queries';
import type { Derived } from '../derive';

/** A node of a scene: its drawing and where it stands. */
export interface SceneNode {
  readonly id: string;
  readonly box: Box;
  readonly drawing: Group;
}

/** A flow of a scene. */
export interface SceneFlow {
  readonly id: string;
  readonly ends: readonly [string, string];
  readonly drawing: Group;
  readonly marks: Group | null;
}

/** A map as it is shown on a slide; the same display list as on the canvas and in files. */
export interface Scene {
  readonly graph: MapGraph;
  readonly figures: Figures;
  readonly context: DrawingContext;
  readonly layout: MapLayout;
  readonly bounds: Box;
  readonly nodes: readonly SceneNode[];
  readonly flows: readonly SceneFlow[];
}

function sceneFrom(context: DrawingContext & { readonly figures: Figures }, layout: MapLayout): Scene {
  const { graph, figures } = context;
  const boxes = graph.nodes.flatMap((node) => {
    const box = layout.boxes.get(node.id);
    return box ? [{ id: node.id, box, drawing: drawNode(node, context) }] : [];
  });
  const flows = graph.flows.flatMap((flow): SceneFlow[] => {
    const route = layout.routes.get(flow.id);
    if (!route) return [];
    const marks = drawFlowMarks(flow, route, context);
    return [{ id: flow.id, ends: [flow.from, flow.to], drawing: drawFlow(flow, route, context), marks }];
  });
  return { graph, figures, context, layout, bounds: withoutStrip(layout, boxes), nodes: boxes, flows };
}

/** The bounds without the strip of lane names at the left, which slides do not show. */
function withoutStrip({ bounds }: MapLayout, nodes: readonly SceneNode[]): Box {
  const left = Math.min(...nodes.map(({ box }) => box.x)) - 40;
  if (!Number.isFinite(left) || left <= bounds.x) return bounds;
  return { ...bounds, x: left, width: bounds.width - (left - bounds.x) };
}

const scenes = new WeakMap<Derived, Scene>();

/** The shown map as a scene. */
export function sceneOf(derived: Derived): Scene {
  const known = scenes.get(derived);
  if (known) return known;
  const { graph, figures, pack, lanes, presented } = derived;
  // A presentation walks the whole map, also where the canvas shows folded groups.
  const layout =
    derived.shown.graph === graph
      ? derived.layout
      : layoutMap(graph, { laneBy: lanes, pack, labelSize: labelSizeFor(graph) });
  const made = sceneFrom({ graph, figures, pack, badges: presented.badges, view: { lanes } }, layout);
  scenes.set(derived, made);
  return made;
}

const others = keep<Project, Scene | null>();

/** Another map of the project as a scene, without marks of findings; null where it is gone. */
export function sceneOfMap(project: Project, map: string, wanted: LaneBy): Scene | null {
  return others.once(project, `${map} ${wanted}`, () => {
    const graph = graphOf(project, map);
    return graph ? bareScene(graph, project, wanted) : null;
  });
}

function bareScene(graph: MapGraph, project: Project, wanted: LaneBy): Scene {
  const pack = packOf(project.pack);
  const lanes = usefulLanes(graph, wanted);
  const layout = layoutMap(graph, { laneBy: lanes, pack, labelSize: labelSizeFor(graph) });
  const context = { graph, figures: computeFigures(graph), pack, badges: new Map(), view: { lanes } };
  return sceneFrom(context, layout);
}

/** The findings of a step that are shown, worst first. */
export function findingsAt(derived: Derived, node: string): Derived['presented']['rows'] {
  return derived.presented.rows.filter(
    ({ where, isWaived, isBackground }) => !isWaived && !isBackground && where.ids.includes(node),
  );
}
