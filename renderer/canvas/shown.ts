import { useMemo } from 'react';
import type { DrawingContext } from '../../shared/drawing/context';
import type { Position } from '../../shared/model/project';
import { type Derived, useDerived } from '../derive';
import { useStanding } from '../shell/standing';
import { useApp } from '../store';
import { layoutWithMoves } from './moves';
import { type OnCanvas, projectMoves, projectToFlows, projectToNodes, type Shown } from './project-to-nodes';

const nothing: OnCanvas = {
  layout: { boxes: new Map(), lanes: [], routes: new Map(), bounds: { x: 0, y: 0, width: 0, height: 0 } },
  nodes: [],
  flows: [],
};

const noBadges: DrawingContext['badges'] = new Map();

/** What the drawing of the shown map depends on; findings are judged when they are asked for, and not at all before they are due. */
export function drawingContext(derived: Derived, isJudged = true): DrawingContext {
  return {
    graph: derived.shown.graph,
    figures: derived.shown.figures,
    get badges() {
      return isJudged ? derived.presented.badges : noBadges;
    },
    pack: derived.pack,
    view: { lanes: derived.lanes },
    folded: derived.shown,
  };
}

const nowhere: ReadonlyMap<string, Position> = new Map();

/** What stands on the canvas, with nodes that are being dragged where they are now. */
export function useShown(dragged: ReadonlyMap<string, Position>): OnCanvas {
  const derived = useDerived();
  const isStanding = useStanding();
  const project = useApp((state) => state.history.project);
  const selection = useApp((state) => state.selection);
  const atRest = useMemo(() => {
    if (!derived) return null;
    const { layout } = derived;
    const first = derived.shown.graph.nodes[0]?.id ?? null;
    const tabStop = selection.find((id) => derived.shown.graph.node.has(id)) ?? first;
    const context = drawingContext(derived, isStanding);
    const shown: Shown = { project, derived, context, layout, selection, dragged: nowhere, tabStop };
    return { shown, drawn: { layout, nodes: projectToNodes(shown), flows: projectToFlows(shown) } };
  }, [derived, isStanding, project, selection]);
  return useMemo(() => {
    if (!atRest) return nothing;
    const { shown, drawn } = atRest;
    if (dragged.size === 0) return drawn;
    const layout = layoutWithMoves(shown.derived.shown.graph, shown.layout, dragged);
    return projectMoves(drawn, { ...shown, layout, dragged });
  }, [atRest, dragged]);
}
