import { type ReactFlowState, useStore } from '@xyflow/react';
import { useMemo } from 'react';
import { overlaps } from '../../shared/layout/geometry';
import type { Box, FlowRoute } from '../../shared/layout/types';
import type { FlowDrawing } from './flow-layer';
import type { CanvasNode } from './canvas-node';
import type { OnCanvas } from './project-to-nodes';

/** From this many nodes on only what is near the window is in the page. */
const manyNodes = 150;
/** The window is measured in cells of a part of its width, so that what is near changes now and then rather than with each move. */
const cellsAcross = 8;

/** A rounded box round what the window shows, at least one cell wider at each side. */
export function nearBox({
  transform: [x, y, zoom],
  width,
  height,
}: Pick<ReactFlowState, 'transform' | 'width' | 'height'>): Box {
  const cell = 2 ** Math.ceil(Math.log2(Math.max(width, 1) / zoom)) / cellsAcross;
  const from = (at: number): number => (Math.floor(at / cell) - 1) * cell;
  const to = (at: number): number => (Math.ceil(at / cell) + 1) * cell;
  const [left, top] = [from(-x / zoom), from(-y / zoom)];
  return { x: left, y: top, width: to((width - x) / zoom) - left, height: to((height - y) / zoom) - top };
}

const isSame = (a: Box, b: Box): boolean =>
  a.x === b.x && a.y === b.y && a.width === b.width && a.height === b.height;

const boxes = new WeakMap<FlowRoute, Box>();
/** Room beside a line for what stands at it: label, queue and its waiting time, pixels. */
const besideLine = 80;

/** The box round a route and what stands at it. */
function boxOfRoute(route: FlowRoute): Box {
  const known = boxes.get(route);
  if (known) return known;
  const xs = route.points.map((point) => point.x);
  const ys = route.points.map((point) => point.y);
  const [x, y] = [Math.min(...xs) - besideLine, Math.min(...ys) - besideLine];
  const box = { x, y, width: Math.max(...xs) + besideLine - x, height: Math.max(...ys) + besideLine - y };
  boxes.set(route, box);
  return box;
}

/** What of a large map is in the page: what is near the window, and what is selected, so that it is dragged along. */
export function useNear(shown: OnCanvas): { nodes: CanvasNode[]; flows: readonly FlowDrawing[] } {
  const near = useStore(nearBox, isSame);
  return useMemo(() => {
    const { nodes, flows } = shown;
    if (nodes.length <= manyNodes) return { nodes, flows };
    const isNear = (node: CanvasNode): boolean =>
      node.selected === true ||
      node.domAttributes?.tabIndex === 0 ||
      overlaps({ ...node.position, width: node.width ?? 0, height: node.height ?? 0 }, near);
    return {
      nodes: nodes.filter(isNear),
      flows: flows.filter(({ route }) => overlaps(boxOfRoute(route), near)),
    };
  }, [shown, near]);
}
