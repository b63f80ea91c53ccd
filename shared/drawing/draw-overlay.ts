import type { Difference, DifferenceKind } from '../analysis/map-changes';
import { roundPath } from '../layout/round-path';
import { nodeSizes } from '../layout/sizes';
import type { FlowRoute, MapLayout } from '../layout/types';
import type { MapNode } from '../model/project';
import { stepsOf } from '../model/queries';
import { compareText as words } from '../text/compare';
import type { DrawingContext } from './context';
import type { DisplayList, Group, Ink, Item, Stroke } from './display-list';
import { drawFlow, drawFlowMarks } from './draw-flow';
import { drawLanes } from './draw-lanes';
import { drawNode } from './draw-node';
import { measureText } from './font-metrics';
import { flowPill } from './flow-text';
import { note, noteHeight, noteWidth, waitNotes } from './overlay-notes';
import { box, face, part, shape, textLine } from './shapes';

/** A part of the overlay with the kinds of difference that it belongs to; lanes belong to none. */
export interface OverlayPart {
  /** The node or flow, null for a lane. */
  readonly id: string | null;
  readonly kinds: readonly DifferenceKind[];
  readonly group: Group;
}

type Marked = Exclude<DifferenceKind, 'kept'>;

const inks: Readonly<Record<Marked, { readonly line: Ink; readonly on: Ink }>> = {
  added: { line: 'ok', on: 'surface' },
  removed: { line: 'error', on: 'surface' },
  changed: { line: 'accent', on: 'onAccent' },
  moved: { line: 'info', on: 'surface' },
};

/** Lines differ without colour too: a change is drawn through, what moved in long dashes, what is gone in short ones. */
const outlines: Readonly<Record<Marked, Stroke>> = {
  added: { ink: 'ok', width: 3 },
  removed: { ink: 'error', width: 2, dash: [4, 4] },
  changed: { ink: 'accent', width: 2.5 },
  moved: { ink: 'info', width: 2.5, dash: [10, 5] },
};

const badgeFace = face(10.5, 650);
const badgeHeight = 18;
const edge = 3;

/** A pill with the sign and the name of a kind. */
function badge(kind: Marked, x: number, y: number, text: string): Group {
  const width = measureText(text, badgeFace.size, badgeFace.weight) + 14;
  const { line, on } = inks[kind];
  return part(
    x,
    y,
    [
      box(0, 0, width, badgeHeight, badgeHeight / 2, { fill: line, stroke: { ink: 'surface', width: 1.5 } }),
      textLine(text, 7, 12.8, width, { face: badgeFace, ink: on }),
    ],
    'badge',
  );
}

const signed = (kind: Marked): string => `${words.signs[kind]} ${words.kinds[kind]}`;

/** Thin lines across a box, for what is gone. */
function crossed(width: number, height: number): Item {
  const lines: string[] = [];
  for (let at = 16; at < width + height; at += 16) {
    const [x1, y1] = at <= width ? [at, 0] : [width, at - width];
    const [x2, y2] = at <= height ? [0, at] : [at - height, height];
    lines.push(`M${String(x1)} ${String(y1)}L${String(x2)} ${String(y2)}`);
  }
  return shape(lines.join(''), { stroke: { ink: 'error', width: 0.75 } });
}

/** The kinds that a difference belongs to. */
export function kindsOf({ kind, isMoved }: Difference): DifferenceKind[] {
  return isMoved && kind !== 'moved' ? [kind, 'moved'] : [kind];
}

const mostNotes = 2;

/** What changed, below the box of a node: two lines, the rest as a number. */
function notes(short: readonly string[], { width, height }: { width: number; height: number }): Item[] {
  const shown = short.slice(0, mostNotes);
  const left = short.length - shown.length;
  return shown.flatMap((text, at) => {
    const isLast = at === shown.length - 1;
    const full = isLast && left > 0 ? words.short.more(text, left) : text;
    const room = Math.min(noteWidth(full), width + 40);
    return note(full, (width - room) / 2, height + edge + 2 + at * (noteHeight + 1), room);
  });
}

function nodeMarks(difference: Difference, type: MapNode['type'], short: readonly string[]): Item[] {
  const size = nodeSizes[type];
  const { width, height } = size;
  const kinds = kindsOf(difference).filter((kind): kind is Marked => kind !== 'kept');
  let x = -6;
  const badges = kinds.map((kind) => {
    const group = badge(kind, x, -11, signed(kind));
    x += measureText(signed(kind), badgeFace.size, badgeFace.weight) + 16;
    return group;
  });
  const [main] = kinds;
  if (!main) return [];
  return [
    ...(main === 'removed' ? [crossed(width, height)] : []),
    box(-edge, -edge, width + 2 * edge, height + 2 * edge, 10, { stroke: outlines[main] }),
    ...badges,
    ...notes(short, size),
  ];
}

/** A halo below a flow that differs. */
function halo(kind: Marked, route: FlowRoute): Item {
  const dash = outlines[kind].dash;
  const stroke: Stroke = { ink: inks[kind].line, width: 6, ...(dash && { dash }) };
  return shape(roundPath(route.points), { stroke });
}

/** The middle of a line that runs through points. */
function middleOf(points: FlowRoute['points']): { x: number; y: number } {
  const lengths = points.slice(1).map((point, at) => {
    const before = points[at] ?? point;
    return Math.abs(point.x - before.x) + Math.abs(point.y - before.y);
  });
  let rest = lengths.reduce((sum, each) => sum + each, 0) / 2;
  for (const [at, length] of lengths.entries()) {
    const [a, b] = [points[at], points[at + 1]];
    if (a && b && rest <= length) {
      const share = length === 0 ? 0 : rest / length;
      return { x: a.x + (b.x - a.x) * share, y: a.y + (b.y - a.y) * share };
    }
    rest -= length;
  }
  return points[0] ?? { x: 0, y: 0 };
}

/** A point on the first stretch of a line, clear of the box that it leaves. */
function beginOf([first, second]: FlowRoute['points']): { x: number; y: number } {
  if (!first || !second) return first ?? { x: 0, y: 0 };
  const length = Math.hypot(second.x - first.x, second.y - first.y) || 1;
  const along = Math.min(16, length / 2);
  return {
    x: first.x + ((second.x - first.x) * along) / length,
    y: first.y + ((second.y - first.y) * along) / length,
  };
}

/** The sign of a kind beside the label of a flow, or on a line without one where no queue stands; with what changed. */
function flowBadge(
  kind: Marked,
  short: readonly string[],
  route: FlowRoute,
  labelWidth: number | null,
): Group {
  const text = short.length === 0 ? words.signs[kind] : `${words.signs[kind]} ${short.join(', ')}`;
  const width = measureText(text, badgeFace.size, badgeFace.weight) + 14;
  if (labelWidth !== null)
    return badge(kind, route.label.x + labelWidth / 2 + 2, route.label.y - badgeHeight / 2, text);
  const middle = middleOf(route.points);
  const { queue } = route;
  const isTaken = queue !== null && Math.hypot(queue.x - middle.x, queue.y - middle.y) < 32;
  const { x, y } = isTaken ? beginOf(route.points) : middle;
  return badge(kind, x - width / 2, y - badgeHeight / 2, text);
}

/** A small sign at the corner of a node that differs, for a drawing of one of the maps; null where it is as before. */
export function differenceSign(difference: Difference): Group | null {
  const [main] = kindsOf(difference).filter((kind): kind is Marked => kind !== 'kept');
  return main ? badge(main, -6, -11, signed(main)) : null;
}

/** Lines with their labels below the nodes, signs above them. */
function flowParts(
  context: DrawingContext,
  layout: MapLayout,
  byId: ReadonlyMap<string, Difference>,
): { readonly below: OverlayPart[]; readonly above: OverlayPart[] } {
  const drawn = context.graph.flows.flatMap((flow) => {
    const route = layout.routes.get(flow.id);
    return route ? [{ flow, route, difference: byId.get(flow.id) }] : [];
  });
  const kindsFor = (difference: Difference | undefined): readonly DifferenceKind[] =>
    difference ? kindsOf(difference) : ['kept'];
  const lines = drawn.map(({ flow, route, difference }): OverlayPart => {
    const kind = difference?.kind ?? 'kept';
    const group = drawFlow(flow, route, context);
    const items = kind === 'kept' ? group.items : [halo(kind, route), ...group.items];
    return { id: flow.id, kinds: kindsFor(difference), group: { ...group, items } };
  });
  const marks = drawn.flatMap(({ flow, route, difference }): OverlayPart[] => {
    const group = drawFlowMarks(flow, route, context);
    return group ? [{ id: flow.id, kinds: kindsFor(difference), group }] : [];
  });
  const signs = drawn.flatMap(({ flow, route, difference }): OverlayPart[] => {
    const kind = difference?.kind ?? 'kept';
    if (kind === 'kept') return [];
    const width = flowPill(flow, context.graph)?.size.width ?? null;
    const group = flowBadge(kind, difference?.short ?? [], route, width);
    return [{ id: flow.id, kinds: kindsFor(difference), group }];
  });
  return { below: [...lines, ...marks], above: signs };
}

/** Two maps in one picture, in parts that can be shown or dimmed by kind: kept, changed, added, removed, moved. `context.graph` is that of `overlayMap`. */
export function overlayParts(
  context: DrawingContext,
  layout: MapLayout,
  differences: readonly Difference[],
): readonly OverlayPart[] {
  const byId = new Map(differences.map((each) => [each.id, each]));
  const waits = waitNotes(context, layout, differences);
  const lanes = drawLanes(layout.lanes, layout.bounds).map(
    (group): OverlayPart => ({ id: null, kinds: [], group }),
  );
  const nodes = context.graph.nodes.flatMap((node): OverlayPart[] => {
    const place = layout.boxes.get(node.id);
    if (!place) return [];
    const difference = byId.get(node.id);
    const group = drawNode(node, context);
    const label =
      difference && difference.kind !== 'kept'
        ? words.drawing.badge(words.kinds[difference.kind], group.label ?? '')
        : group.label;
    const short = waits.has(node.id) ? difference?.short.slice(1) : difference?.short;
    const marks = difference ? nodeMarks(difference, node.type, short ?? []) : [];
    const items = [...group.items, ...marks];
    return [
      {
        id: node.id,
        kinds: difference ? kindsOf(difference) : ['kept'],
        group: { ...group, x: place.x, y: place.y, items, ...(label === undefined ? {} : { label }) },
      },
    ];
  });
  const flows = flowParts(context, layout, byId);
  const atQueues = [...waits].map(
    ([id, items]): OverlayPart => ({ id, kinds: ['changed'], group: part(0, 0, items, 'badge') }),
  );
  return [...lanes, ...flows.below, ...nodes, ...flows.above, ...atQueues];
}

const legendHeight = 40;

function legend(y: number): Group {
  let x = 24;
  const items = (['changed', 'added', 'removed', 'moved'] as const).map((kind) => {
    const text = signed(kind);
    const group = badge(kind, x, (legendHeight - badgeHeight) / 2, text);
    x += measureText(text, badgeFace.size, badgeFace.weight) + 30;
    return group;
  });
  return part(0, y, items);
}

/** The whole overlay for a file, with its legend. */
export function drawOverlay(
  context: DrawingContext,
  layout: MapLayout,
  differences: readonly Difference[],
  names: { readonly before: string; readonly after: string },
): DisplayList {
  const { bounds } = layout;
  const [width, height] = [Math.ceil(bounds.width), Math.ceil(bounds.height)];
  const title = words.drawing.of(names.before, names.after);
  const groups = overlayParts(context, layout, differences).map(({ group }) => group);
  return {
    width,
    height: height + legendHeight,
    title,
    description: words.drawing.map(title, stepsOf(context.graph).length),
    items: [
      box(0, 0, width, height + legendHeight, 0, { fill: 'canvas' }),
      part(-bounds.x, -bounds.y, groups),
      legend(height),
    ],
  };
}
