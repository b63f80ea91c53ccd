import { flowLabelSize, queueSize } from '../layout/sizes';
import type { FlowRoute } from '../layout/types';
import { meanOf } from '../model/quantity';
import type { Flow } from '../model/project';
import type { WithId } from '../model/queries';
import { formatNumber, formatShare } from '../model/units-format';
import type { FlowKind } from '../model/value-sets';
import { drawingText } from '../text/drawing';
import { shortTime, tinyItems } from './amounts';
import { type DrawingContext, type DrawnNode, waitDominates } from './context';
import type { Group, Ink, Item, Stroke } from './display-list';
import { measureText } from './font-metrics';
import { type Point, polygon, roundedPolyline, shortenedEnd } from './path-data';
import { flowLabel, queueLabel } from './flow-label';
import { box, face, lineOfText, part, shape, textLine } from './shapes';
import { fitText } from './wrap-text';

const labelFace = face(11, 600);
const arrowLength = 10;
const cornerRadius = 8;

const strokes: Readonly<Record<FlowKind, Stroke>> = {
  normal: { ink: 'flow', width: 1.8 },
  escalation: { ink: 'flow', width: 1.8 },
  rework: { ink: 'nva', width: 1.6, dash: [5, 4] },
  iteration: { ink: 'nnvaEdge', width: 1.6, dash: [5, 4] },
  information: { ink: 'borderStrong', width: 1.8, dash: [2, 4] },
};
const hotStroke: Stroke = { ink: 'nva', width: 2 };

/** The share of the items that take a flow: as typed, else as it follows from the other exits; null where there is one exit only, or it is unknown. */
function shareOf(flow: WithId<Flow>, { graph, figures }: DrawingContext): number | null {
  if (flow.kind === 'information') return null;
  if (flow.share !== undefined) return meanOf(flow.share);
  const isOnlyExit = (graph.out.get(flow.from)?.length ?? 0) < 2;
  if (isOnlyExit || graph.node.get(flow.from)?.type === 'fork') return null;
  const visits = figures?.visits?.node.get(flow.from);
  const taken = figures?.visits?.flow.get(flow.id);
  return visits === undefined || visits === 0 || taken === undefined ? null : taken / visits;
}

/** The text on a flow: its label or kind, its share, its style; empty where there is nothing to say. */
export function flowLabelText(flow: WithId<Flow>, context: DrawingContext): string {
  const share = shareOf(flow, context);
  const isWhole = share !== null && share >= 0.9995;
  const style =
    flow.style === 'fifo'
      ? drawingText.flowStyle.fifo(flow.limit === undefined ? null : formatNumber(flow.limit))
      : drawingText.flowStyle[flow.style ?? 'push'];
  const kind = isWhole && flow.kind === 'normal' ? '' : drawingText.flowKind[flow.kind];
  const percent = share === null || isWhole ? '' : formatShare(share, 0);
  return [percent, flow.label ?? kind, style].filter((text) => text !== '').join(' ');
}

function labelPill(text: string, at: Point, stroke: Ink, ink: Ink): Group {
  const fitted = fitText(text, flowLabelSize.width - 16, labelFace);
  const width = measureText(fitted.text, labelFace.size, labelFace.weight) + 16;
  const { height } = flowLabelSize;
  return part(at.x - width / 2, at.y - height / 2, [
    box(0.5, 0.5, width - 1, height - 1, (height - 1) / 2, {
      fill: 'surface',
      stroke: { ink: stroke, width: 1 },
    }),
    lineOfText(fitted, width / 2, 14, { face: labelFace, ink, anchor: 'middle' }),
  ]);
}

/** The filled head of an arrow whose tip is the last point. */
function arrowHead(points: readonly Point[], ink: Ink): Item[] {
  const tip = points.at(-1);
  const before = points.at(-2);
  if (!tip || !before) return [];
  const length = Math.hypot(tip.x - before.x, tip.y - before.y) || 1;
  const along = { x: (tip.x - before.x) / length, y: (tip.y - before.y) / length };
  const base = { x: tip.x - along.x * arrowLength, y: tip.y - along.y * arrowLength };
  const half = arrowLength / 2;
  const corners = [
    tip,
    { x: base.x - along.y * half, y: base.y + along.x * half },
    { x: base.x + along.y * half, y: base.y - along.x * half },
  ];
  return [shape(polygon(corners), { fill: ink })];
}

function isOnUpright(points: readonly Point[], at: Point): boolean {
  const distances = points.slice(1).map((end, index) => {
    const start = points[index] ?? end;
    const isUpright = Math.abs(end.x - start.x) < Math.abs(end.y - start.y);
    const x = Math.max(Math.min(start.x, end.x), Math.min(at.x, Math.max(start.x, end.x)));
    const y = Math.max(Math.min(start.y, end.y), Math.min(at.y, Math.max(start.y, end.y)));
    return { isUpright, distance: Math.hypot(at.x - x, at.y - y) };
  });
  return distances.sort((a, b) => a.distance - b.distance)[0]?.isUpright ?? false;
}

/** The triangle of waiting items before a step: their number inside, the wait beside it; red where the wait dominates. */
function queueGroup(step: DrawnNode, route: FlowRoute, at: Point, context: DrawingContext): Group {
  const isHot = waitDominates(context.figures, step.id);
  const { width, height } = queueSize;
  const right = width / 2;
  const bottom = height / 2 - 1;
  const ink: Ink = isHot ? 'nvaText' : 'text';
  const items = tinyItems(step.wip);
  const beside = isOnUpright(route.points, at)
    ? { x: -right - 4, y: 4, anchor: 'end' as const }
    : { x: 0, y: bottom + 13, anchor: 'middle' as const };
  return {
    ...part(
      at.x,
      at.y,
      [
        shape(`M0 ${1 - height / 2}L${right - 1} ${bottom}H${1 - right}Z`, {
          fill: isHot ? 'nvaSoft' : 'surface',
          stroke: { ink: isHot ? 'nva' : 'text2', width: 1.5 },
        }),
        textLine(items, 0, 10.5, 26, { face: face(items.length > 2 ? 9 : 11, 650), ink, anchor: 'middle' }),
        textLine(shortTime(step.wait), beside.x, beside.y, 76, {
          face: labelFace,
          ink: isHot ? 'nvaText' : 'text2',
          anchor: beside.anchor,
        }),
      ],
      'queue',
    ),
    about: step.id,
    label: queueLabel(step, context),
  };
}

function lineItems(flow: WithId<Flow>, route: FlowRoute, isHot: boolean): Item[] {
  const stroke = isHot && !strokes[flow.kind].dash ? hotStroke : strokes[flow.kind];
  const points = shortenedEnd(route.points, arrowLength - 2);
  return [shape(roundedPolyline(points, cornerRadius), { stroke }), ...arrowHead(route.points, stroke.ink)];
}

/** A flow in the coordinates of the map: line, arrow head, label, and the queue before its target. */
export function drawFlow(flow: WithId<Flow>, route: FlowRoute, context: DrawingContext): Group {
  const target = context.graph.node.get(flow.to);
  const isHot = route.queue !== null && target !== undefined && waitDominates(context.figures, target.id);
  const text = flowLabelText(flow, context);
  const share = shareOf(flow, context);
  const stroke: Ink = flow.kind === 'rework' ? 'nva' : flow.kind === 'iteration' ? 'nnvaEdge' : 'border';
  const ink: Ink = flow.kind === 'rework' ? 'nvaText' : flow.kind === 'iteration' ? 'nnvaText' : 'text2';
  const items: Item[] = lineItems(flow, route, isHot);
  if (text !== '') items.push(labelPill(text, route.label, stroke, ink));
  if (route.queue && target) items.push(queueGroup(target, route, route.queue, context));
  return {
    kind: 'group',
    role: 'flow',
    about: flow.id,
    label: flowLabel(flow, share === null ? null : formatShare(share, 0), context),
    x: 0,
    y: 0,
    items,
  };
}
