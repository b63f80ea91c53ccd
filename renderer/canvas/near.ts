import { type ReactFlowState, useStore } from '@xyflow/react';
import { useMemo, useState } from 'react';
import { grown, overlaps } from '../../shared/layout/geometry';
import type { Box, FlowRoute } from '../../shared/layout/types';
import type { FlowDrawing } from './flow-layer';
import type { CanvasNode } from './canvas-node';
import { plainZoom } from './plain-zoom';
import type { OnCanvas } from './project-to-nodes';

/** From this many nodes on only what is near the window is in the page. */
const manyNodes = 150;
/** The window is measured in cells of a part of its width, so that what is near changes now and then rather than with each move. */
const cellsAcross = 8;
/** From afar the cells are that large: a step then is a plain card, whose coming and going costs more than its being there. */
const cellsAcrossFar = 2;
/** From afar what is in the page stays there as long as it is at most that many windows wide. */
const mostWindows = 8;

/** Room beside a line for what stands at it: label, queue and its waiting time, pixels. */
const besideLine = 80;

type Seen = Pick<ReactFlowState, 'transform' | 'width' | 'height'>;

/** The part of the map that the window shows. */
const windowBox = ({ transform: [x, y, zoom], width, height }: Seen): Box => ({
  x: -x / zoom,
  y: -y / zoom,
  width: width / zoom,
  height: height / zoom,
});

/** A rounded box round what the window shows, at least one cell wider at each side. */
export function nearBox(seen: Seen): Box {
  const [, , zoom] = seen.transform;
  const across = zoom < plainZoom ? cellsAcrossFar : cellsAcross;
  const box = windowBox(seen);
  const cell = 2 ** Math.ceil(Math.log2(Math.max(seen.width, 1) / zoom)) / across;
  const from = (at: number): number => (Math.floor(at / cell) - 1) * cell;
  const to = (at: number): number => (Math.ceil(at / cell) + 1) * cell;
  const [left, top] = [from(box.x), from(box.y)];
  return { x: left, y: top, width: to(box.x + box.width) - left, height: to(box.y + box.height) - top };
}

const covers = (outer: Box, inner: Box): boolean =>
  outer.x <= inner.x &&
  outer.y <= inner.y &&
  outer.x + outer.width >= inner.x + inner.width &&
  outer.y + outer.height >= inner.y + inner.height;

/** What is near after the view moved: from afar the same as before, as long as that holds what the window shows and not far more. */
export function nearAfter(known: Box | null, seen: Seen): Box {
  const [, , zoom] = seen.transform;
  const isKept =
    known !== null &&
    zoom < plainZoom &&
    covers(known, grown(windowBox(seen), besideLine)) &&
    known.width * zoom <= mostWindows * seen.width;
  return isKept ? known : nearBox(seen);
}

const isSame = (a: Box, b: Box): boolean =>
  a.x === b.x && a.y === b.y && a.width === b.width && a.height === b.height;

const boxes = new WeakMap<FlowRoute, Box>();

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
  const [nearNow] = useState(() => {
    let known: Box | null = null;
    return (state: ReactFlowState): Box => {
      known = nearAfter(known, state);
      return known;
    };
  });
  const near = useStore(nearNow, isSame);
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
