import { boxRound } from '../layout/geometry';
import { leaderOf } from '../layout/leader';
import { roundPath } from '../layout/round-path';
import { queueSize, waitSize } from '../layout/sizes';
import type { FlowRoute } from '../layout/types';
import type { Flow } from '../model/project';
import type { WithId } from '../model/queries';
import { formatShare } from '../model/units-format';
import type { FlowKind } from '../model/value-sets';
import { shortTime, tinyItems } from './amounts';
import { type DrawingContext, type DrawnNode, waitDominates } from './context';
import type { Group, Ink, Item, Stroke } from './display-list';
import { flowLabel, queueLabel } from './flow-label';
import { flowPill, labelFace, shareOf } from './flow-text';
import { type Point, polygon, shortenedEnd } from './path-data';
import { box, face, line, lineOfText, part, shape, textLine } from './shapes';

const arrowLength = 10;
const arrowStep = 7;
/** Space between a queue triangle and the wait that stands beside it. */
const besideTriangle = 2;

const strokes: Readonly<Record<FlowKind, Stroke>> = {
  normal: { ink: 'flow', width: 1.8 },
  escalation: { ink: 'flow', width: 1.8 },
  rework: { ink: 'nva', width: 1.6, dash: [5, 4] },
  iteration: { ink: 'nnvaEdge', width: 1.6, dash: [5, 4] },
  information: { ink: 'borderStrong', width: 1.8, dash: [2, 4] },
};
const plainInks = { pill: 'borderStrong', text: 'text2' } as const;
const labelInks: Readonly<Record<FlowKind, { readonly pill: Ink; readonly text: Ink }>> = {
  normal: plainInks,
  escalation: plainInks,
  rework: { pill: 'nva', text: 'nvaText' },
  iteration: { pill: 'nnvaEdge', text: 'nnvaText' },
  information: plainInks,
};
type Pill = NonNullable<ReturnType<typeof flowPill>>;
const hotStroke: Stroke = { ink: 'nva', width: 2 };

function labelPill({ line: text, size }: Pill, at: Point, stroke: Ink, ink: Ink): Group {
  const { width, height } = size;
  return part(at.x - width / 2, at.y - height / 2, [
    box(0.5, 0.5, width - 1, height - 1, (height - 1) / 2, {
      fill: 'surface',
      stroke: { ink: stroke, width: 1 },
    }),
    lineOfText(text, width / 2, 14, { face: labelFace, ink, anchor: 'middle' }),
  ]);
}

/** The filled head of an arrow whose tip is the last point; an escalation has two, one behind the other. */
function arrowHeads(points: readonly Point[], ink: Ink, count: number): Item[] {
  const end = points.at(-1);
  const before = points.at(-2);
  if (!end || !before) return [];
  const length = Math.hypot(end.x - before.x, end.y - before.y) || 1;
  const along = { x: (end.x - before.x) / length, y: (end.y - before.y) / length };
  const half = arrowLength / 2;
  return Array.from({ length: count }, (_, index) => {
    const tip = { x: end.x - along.x * index * arrowStep, y: end.y - along.y * index * arrowStep };
    const base = { x: tip.x - along.x * arrowLength, y: tip.y - along.y * arrowLength };
    const corners = [
      tip,
      { x: base.x - along.y * half, y: base.y + along.x * half },
      { x: base.x + along.y * half, y: base.y - along.x * half },
    ];
    return shape(polygon(corners), { fill: ink });
  });
}

/** The triangle of waiting items before a step: their number inside, the wait beside it; red where the wait dominates. */
function queueGroup(step: DrawnNode, at: Point, wait: Point, context: DrawingContext): Group {
  const isHot = waitDominates(context.figures, step.id);
  const { width, height } = queueSize;
  const right = width / 2;
  const bottom = height / 2 - 1;
  const items = tinyItems(step.wip);
  const ink: Ink = isHot ? 'nvaText' : 'text';
  const triangle = shape(`M0 ${1 - height / 2}L${right - 1} ${bottom}H${1 - right}Z`, {
    fill: isHot ? 'nvaSoft' : 'surface',
    stroke: { ink: isHot ? 'nva' : 'text2', width: 1.5 },
  });
  const inside = textLine(items, 0, 10.5, 26, {
    face: face(items.length > 2 ? 9 : 11, 650),
    ink,
    anchor: 'middle',
  });
  const isUnder = wait.y > at.y + 1;
  const side = Math.sign(wait.x - at.x);
  const textX = isUnder ? wait.x - at.x : side * (width / 2 + besideTriangle);
  const beside = textLine(shortTime(step.wait), textX, wait.y - at.y + 4, waitSize.width, {
    face: labelFace,
    ink: isHot ? 'nvaText' : 'text2',
    anchor: isUnder ? 'middle' : side < 0 ? 'end' : 'start',
  });
  return {
    ...part(at.x, at.y, [triangle, inside, beside], 'queue'),
    about: step.id,
    label: queueLabel(step, context),
  };
}

/** The thin line from a label that stands off its flow to the flow, up to the middle of the rounded end of the label. */
function leaderItems({ size }: Pill, route: FlowRoute, ink: Ink): Item[] {
  const label = boxRound(route.label, size);
  const leader = leaderOf(route.points, label);
  if (!leader) return [];
  const half = size.height / 2;
  const x = Math.max(label.x + half, Math.min(label.x + label.width - half, leader.from.x));
  return [line(x, route.label.y, leader.to.x, leader.to.y, ink), leaderEnd(leader.to, ink)];
}

/** The dot with which a leader ends on its flow. */
const leaderEnd = ({ x, y }: Point, ink: Ink): Item => box(x - 2, y - 2, 4, 4, 2, { fill: ink });

/** Whether the wait before the target of a flow dominates, and the flow carries it. */
function isHotFlow(flow: WithId<Flow>, route: FlowRoute, { graph, figures }: DrawingContext): boolean {
  const target = graph.node.get(flow.to);
  return route.queue !== null && target !== undefined && waitDominates(figures, target.id);
}

/** The line of a flow. */
export function flowStroke(flow: WithId<Flow>, route: FlowRoute, context: DrawingContext): Stroke {
  return isHotFlow(flow, route, context) && !strokes[flow.kind].dash ? hotStroke : strokes[flow.kind];
}

/** A line with the head of its arrow, or of two where a flow escalates. */
export function arrowItems(flow: WithId<Flow>, points: readonly Point[], stroke: Stroke): Item[] {
  const heads = flow.kind === 'escalation' ? 2 : 1;
  return [
    shape(roundPath(shortenedEnd(points, arrowLength - 2)), { stroke }),
    ...arrowHeads(points, stroke.ink, heads),
  ];
}

/** What a screen reader says of a flow. */
export function spokenFlow(flow: WithId<Flow>, context: DrawingContext): string {
  const share = shareOf(flow, context.graph);
  return flowLabel(flow, share === null ? null : formatShare(share, 0), context);
}

/** A flow in the coordinates of the map: its line with the arrow head. Its label and queue, `drawFlowMarks`, belong above the lines of all flows. */
export function drawFlow(flow: WithId<Flow>, route: FlowRoute, context: DrawingContext): Group {
  return {
    kind: 'group',
    role: 'flow',
    about: flow.id,
    label: spokenFlow(flow, context),
    x: 0,
    y: 0,
    items: arrowItems(flow, route.points, flowStroke(flow, route, context)),
  };
}

/** The label of a flow, with a thin line to the flow where it stands off it; where it was shortened the whole text is its tooltip, and is said with the flow. */
export function drawFlowLabel(flow: WithId<Flow>, route: FlowRoute, { graph }: DrawingContext): Item[] {
  const pill = flowPill(flow, graph);
  const { pill: stroke, text: ink } = labelInks[flow.kind];
  return pill ? [...leaderItems(pill, route, stroke), labelPill(pill, route.label, stroke, ink)] : [];
}

/** The queue before the target of a flow, where the flow carries it. */
export function drawFlowQueue(flow: WithId<Flow>, route: FlowRoute, context: DrawingContext): Item[] {
  const target = context.graph.node.get(flow.to);
  const { queue, wait } = route;
  return queue && wait && target ? [queueGroup(target, queue, wait, context)] : [];
}

/** What stands on a flow: its label, and the queue before its target; null where there is neither. */
export function drawFlowMarks(flow: WithId<Flow>, route: FlowRoute, context: DrawingContext): Group | null {
  const items = [...drawFlowLabel(flow, route, context), ...drawFlowQueue(flow, route, context)];
  return items.length === 0 ? null : { ...part(0, 0, items), about: flow.id };
}
