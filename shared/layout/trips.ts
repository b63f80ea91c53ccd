import type { Flow } from '../model/project';
import type { MapGraph, WithId } from '../model/queries';
import { bottomOf, centreOf, rightOf } from './geometry';
import { standsFree } from './ranks';
import type { Box } from './types';

/** Directions of travel: right, down, left, up. */
export const heading = { right: 0, down: 1, left: 2, up: 3 } as const;
export type Heading = (typeof heading)[keyof typeof heading];

/** A point on the edge of a box where a flow leaves or enters. */
export interface Port {
  readonly x: number;
  readonly y: number;
  /** The direction of travel through it. */
  readonly heading: Heading;
  /** What it costs to use it, in pixels of detour. */
  readonly cost: number;
  /** Flows through the same slot may share their way. */
  readonly slot: string;
}

/** A flow that is to be routed. */
export interface Trip {
  readonly flow: WithId<Flow>;
  readonly from: Box;
  readonly to: Box;
  readonly kind: 'forward' | 'back' | 'beside' | 'self' | 'information';
  readonly exits: readonly Port[];
  readonly entries: readonly Port[];
}

/** Least space between two boxes for a flow that leaves at the right and enters at the left. */
const leastRoom = 24;
/** Distance of two ports on the same side of a box. */
const portSpacing = 16;

type Side = 'right' | 'bottom' | 'left' | 'top';

const outwards: Record<Side, Heading> = { right: 0, bottom: 1, left: 2, top: 3 };
const inwards: Record<Side, Heading> = { right: 2, bottom: 3, left: 0, top: 1 };

function port(
  id: string,
  box: Box,
  side: Side,
  way: 'out' | 'in',
  cost: number,
  offset = 0,
  mark = '',
): Port {
  const centre = centreOf(box);
  const isUpright = side === 'top' || side === 'bottom';
  return {
    x: isUpright ? centre.x + offset : side === 'right' ? rightOf(box) : box.x,
    y: isUpright ? (side === 'top' ? box.y : bottomOf(box)) : centre.y + offset,
    heading: way === 'out' ? outwards[side] : inwards[side],
    cost,
    slot: `${id}:${way}:${side}:${offset}${mark}`,
  };
}

function kindOf(graph: MapGraph, flow: Flow, from: Box, to: Box): Trip['kind'] {
  if (flow.from === flow.to) return 'self';
  const ends = [graph.node.get(flow.from), graph.node.get(flow.to)];
  if (flow.kind === 'information' || ends.some((node) => node !== undefined && standsFree(node)))
    return 'information';
  if (to.x >= rightOf(from) + leastRoom) return 'forward';
  const isApart = to.y >= bottomOf(from) + leastRoom || from.y >= bottomOf(to) + leastRoom;
  const isOverlapping = to.x < rightOf(from) && from.x < rightOf(to);
  const isBackward = flow.kind === 'rework' || flow.kind === 'iteration';
  return isApart && isOverlapping && !isBackward ? 'beside' : 'back';
}

interface Ends {
  readonly flow: WithId<Flow>;
  readonly from: Box;
  readonly to: Box;
  readonly kind: Trip['kind'];
}

/** Offsets along a bar: level flows in the middle, the others above and below in the order of where they go. */
function spreadAlongBar(ends: readonly Ends[], bar: Box, far: (each: Ends) => Box): Map<string, number> {
  const middle = centreOf(bar).y;
  const byHeight = ends
    .map((each) => ({ id: each.flow.id, dy: centreOf(far(each)).y - middle }))
    .sort((a, b) => a.dy - b.dy);
  const level = byHeight.findIndex((each) => Math.abs(each.dy) < 1);
  const zero = level >= 0 ? level : (byHeight.length - 1) / 2;
  const most = Math.max(1, zero, byHeight.length - 1 - zero);
  const spacing = Math.min(portSpacing, (bar.height / 2 - 8) / most);
  return new Map(byHeight.map((each, index) => [each.id, (index - zero) * spacing]));
}

/** What the ports of a node depend on: the other flows at the same node. */
interface Surroundings {
  readonly offsets: ReadonlyMap<string, { out: number; in: number }>;
  readonly back: ReadonlyMap<string, { out: boolean; in: boolean }>;
  /** Which of several flows between the same two nodes this is, counted from 0. */
  readonly twin: ReadonlyMap<string, number>;
}

function survey(graph: MapGraph, all: readonly Ends[], boxes: ReadonlyMap<string, Box>): Surroundings {
  const offsets = new Map<string, { out: number; in: number }>();
  const back = new Map<string, { out: boolean; in: boolean }>();
  const twin = new Map<string, number>();
  const pairs = new Map<string, number>();
  for (const { flow, kind } of all) {
    const pair = `${flow.from} ${flow.to} ${kind}`;
    twin.set(flow.id, pairs.get(pair) ?? 0);
    pairs.set(pair, (pairs.get(pair) ?? 0) + 1);
    if (kind !== 'back') continue;
    back.set(flow.from, { in: back.get(flow.from)?.in ?? false, out: true });
    back.set(flow.to, { out: back.get(flow.to)?.out ?? false, in: true });
  }
  for (const node of graph.nodes) {
    const box = boxes.get(node.id);
    if (!box || (node.type !== 'fork' && node.type !== 'join')) continue;
    const forward = all.filter((each) => each.kind === 'forward');
    const out = spreadAlongBar(
      forward.filter((each) => each.flow.from === node.id),
      box,
      (each) => each.to,
    );
    const into = spreadAlongBar(
      forward.filter((each) => each.flow.to === node.id),
      box,
      (each) => each.from,
    );
    for (const [id, offset] of out) offsets.set(id, { in: offsets.get(id)?.in ?? 0, out: offset });
    for (const [id, offset] of into) offsets.set(id, { out: offsets.get(id)?.out ?? 0, in: offset });
  }
  return { offsets, back, twin };
}

const twinOffset = (twin: number): number =>
  twin === 0 ? 0 : (twin % 2 === 1 ? 1 : -1) * Math.ceil(twin / 2) * portSpacing;

function forwardPorts(graph: MapGraph, ends: Ends, around: Surroundings): Pick<Trip, 'exits' | 'entries'> {
  const { flow, from, to } = ends;
  const start = graph.node.get(flow.from)?.type;
  const end = graph.node.get(flow.to)?.type;
  const twin = around.twin.get(flow.id) ?? 0;
  const mark = twin > 0 ? `:${twin}` : '';
  const shift = twinOffset(twin);
  const bar = around.offsets.get(flow.id) ?? { out: 0, in: 0 };
  const exits = [port(flow.from, from, 'right', 'out', 0, bar.out + shift, mark)];
  const entries = [port(flow.to, to, 'left', 'in', 0, bar.in + shift, mark)];
  const isBelow = centreOf(to).y > bottomOf(from) + 8;
  const isAbove = centreOf(to).y < from.y - 8;
  const side = isBelow ? 'bottom' : 'top';
  if ((isBelow || isAbove) && (start === 'start' || start === 'decision'))
    exits.push(port(flow.from, from, side, 'out', 0, 0, mark));
  if (isBelow && start === 'step' && flow.kind !== 'normal' && flow.kind !== 'escalation') {
    const offset = around.back.get(flow.from)?.in ? -shareOfWidth(from) : 0;
    exits.unshift(port(flow.from, from, 'bottom', 'out', 0, offset));
  }
  const comesFromBelow = centreOf(from).y > bottomOf(to) + 8;
  const comesFromAbove = centreOf(from).y < to.y - 8;
  if ((comesFromBelow || comesFromAbove) && end === 'end')
    entries.push(port(flow.to, to, comesFromBelow ? 'bottom' : 'top', 'in', 0, 0, mark));
  return { exits, entries };
}

const shareOfWidth = (box: Box): number => Math.min(24, box.width / 4);

function backPorts(graph: MapGraph, ends: Ends, around: Surroundings): Pick<Trip, 'exits' | 'entries'> {
  const { flow, from, to } = ends;
  const offset = (id: string, box: Box, way: 'out' | 'in'): number => {
    const busy = around.back.get(id);
    if (graph.node.get(id)?.type === 'decision' || !busy?.in || !busy.out) return 0;
    return way === 'out' ? -shareOfWidth(box) : shareOfWidth(box);
  };
  const twin = around.twin.get(flow.id) ?? 0;
  const mark = twin > 0 ? `:${twin}` : '';
  const shift = twinOffset(twin) / 2;
  return {
    exits: [port(flow.from, from, 'bottom', 'out', 0, offset(flow.from, from, 'out') - shift, mark)],
    entries: [port(flow.to, to, 'bottom', 'in', 0, offset(flow.to, to, 'in') + shift, mark)],
  };
}

function besidePorts(ends: Ends, around: Surroundings): Pick<Trip, 'exits' | 'entries'> {
  const { flow, from, to } = ends;
  const isBelow = to.y > from.y;
  const twin = around.twin.get(flow.id) ?? 0;
  const mark = twin > 0 ? `:${twin}` : '';
  const shift = twinOffset(twin);
  return {
    exits: [
      port(flow.from, from, isBelow ? 'bottom' : 'top', 'out', 0, shift, mark),
      port(flow.from, from, 'right', 'out', 30, shift, mark),
    ],
    entries: [
      port(flow.to, to, isBelow ? 'top' : 'bottom', 'in', 0, shift, mark),
      port(flow.to, to, 'left', 'in', 30, shift, mark),
    ],
  };
}

const allSides = ['top', 'bottom', 'left', 'right'] as const;

function informationPorts(graph: MapGraph, ends: Ends): Pick<Trip, 'exits' | 'entries'> {
  const cost = (id: string, side: Side): number => {
    const node = graph.node.get(id);
    if (node === undefined || standsFree(node)) return 0;
    return side === 'top' ? 0 : side === 'bottom' ? 12 : 80;
  };
  const { flow, from, to } = ends;
  return {
    exits: allSides.map((side) => port(flow.from, from, side, 'out', cost(flow.from, side))),
    entries: allSides.map((side) => port(flow.to, to, side, 'in', cost(flow.to, side))),
  };
}

/** Where each flow may leave and enter; flows without boxes at both ends are left out. */
export function planTrips(graph: MapGraph, boxes: ReadonlyMap<string, Box>): Trip[] {
  const all: Ends[] = [];
  for (const flow of graph.flows) {
    const from = boxes.get(flow.from);
    const to = boxes.get(flow.to);
    if (from && to) all.push({ flow, from, to, kind: kindOf(graph, flow, from, to) });
  }
  const around = survey(graph, all, boxes);
  return all.map((ends) => {
    if (ends.kind === 'self') return { ...ends, exits: [], entries: [] };
    if (ends.kind === 'forward') return { ...ends, ...forwardPorts(graph, ends, around) };
    if (ends.kind === 'beside') return { ...ends, ...besidePorts(ends, around) };
    if (ends.kind === 'information') return { ...ends, ...informationPorts(graph, ends) };
    return { ...ends, ...backPorts(graph, ends, around) };
  });
}
