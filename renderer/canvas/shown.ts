import { useMemo } from 'react';
import type { DrawingContext } from '../../shared/drawing/context';
import { labelSizeFor } from '../../shared/drawing/flow-text';
import { routeFlows } from '../../shared/layout/route-flows';
import type { Box, MapLayout } from '../../shared/layout/types';
import type { Position } from '../../shared/model/project';
import { type Derived, useDerived } from '../derive';
import { useApp } from '../store';
import type { FlowDrawing } from './flow-layer';
import type { CanvasNode } from './canvas-node';
import { projectToFlows, projectToNodes } from './project-to-nodes';

const nothing: {
  layout: MapLayout;
  nodes: CanvasNode[];
  flows: FlowDrawing[];
  selection: readonly string[];
} = {
  layout: { boxes: new Map(), lanes: [], routes: new Map(), bounds: { x: 0, y: 0, width: 0, height: 0 } },
  nodes: [],
  flows: [],
  selection: [],
};

/** The layout with some nodes elsewhere: their flows are routed again, all others stay. */
function layoutWithMoves(derived: Derived, moved: ReadonlyMap<string, Position>): MapLayout {
  const { layout } = derived;
  const { graph } = derived.shown;
  const boxes = new Map<string, Box>(layout.boxes);
  for (const [id, centre] of moved) {
    const box = boxes.get(id);
    if (box) boxes.set(id, { ...box, x: centre.x - box.width / 2, y: centre.y - box.height / 2 });
  }
  const touched = graph.flows.filter((flow) => moved.has(flow.from) || moved.has(flow.to));
  const only = new Set(touched.map((flow) => flow.id));
  const routes = new Map([
    ...layout.routes,
    ...routeFlows(graph, boxes, layout.lanes, { only, labelSize: labelSizeFor(graph) }),
  ]);
  return { ...layout, boxes, routes };
}

/** What the drawing of the shown map depends on. */
export function drawingContext(derived: Derived): DrawingContext {
  return {
    graph: derived.shown.graph,
    figures: derived.shown.figures,
    badges: derived.presented.badges,
    pack: derived.pack,
    view: { lanes: derived.lanes },
    folded: derived.shown,
  };
}

/** What stands on the canvas, with nodes that are being dragged where they are now. */
export function useShown(dragged: ReadonlyMap<string, Position>): typeof nothing {
  const derived = useDerived();
  const project = useApp((state) => state.history.project);
  const selection = useApp((state) => state.selection);
  return useMemo(() => {
    if (!derived) return nothing;
    const layout = dragged.size === 0 ? derived.layout : layoutWithMoves(derived, dragged);
    const first = derived.shown.graph.nodes[0]?.id ?? null;
    const tabStop = selection.find((id) => derived.shown.graph.node.has(id)) ?? first;
    const shown = { project, derived, context: drawingContext(derived), layout, selection, dragged, tabStop };
    return { layout, nodes: projectToNodes(shown), flows: projectToFlows(shown), selection };
  }, [derived, project, selection, dragged]);
}
