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
  return isApart && isOverlapping && !isRepair(flow) ? 'beside' : 'back';
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
  /** Offsets along forks and joins. */
  readonly offsets: ReadonlyMap<string, { out: number; in: number }>;
  /** Offsets along the bottoms of boxes: of a flow that leaves there, and of one that enters. */
  readonly below: { readonly out: ReadonlyMap<string, number>; readonly in: ReadonlyMap<string, number> };
  /** Which of several flows between the same two nodes this is, counted from 0. */
  readonly twin: ReadonlyMap<string, number>;
}

const isRepair = (flow: Flow): boolean => flow.kind === 'rework' || flow.kind === 'iteration';

const goesOnBelow = ({ flow, from, to, kind }: Ends): boolean =>
  kind === 'forward' && isRepair(flow) && centreOf(to).y > bottomOf(from) + 8;

const liesBelow = ({ from, to, kind }: Ends): boolean => kind === 'beside' && to.y > from.y;
const liesAbove = ({ from, to, kind }: Ends): boolean => kind === 'beside' && to.y < from.y;

/** Flows under a box from left to right so that loops nest: near targets, far targets, far sources, near sources, repairs. */
function spreadBelow(
  box: Box,
  out: readonly Ends[],
  into: readonly Ends[],
  ways: Surroundings['below'],
): void {
  const slots: { id: string; way: 'out' | 'in' }[] = [
    ...[...out]
      .filter((each) => each.kind === 'back')
      .sort((a, b) => b.to.x - a.to.x)
      .map((each) => ({ id: each.flow.id, way: 'out' as const })),
    ...[...into]
      .sort((a, b) => b.from.x - a.from.x)
      .map((each) => ({ id: each.flow.id, way: 'in' as const })),
    ...out.filter((each) => each.kind !== 'back').map((each) => ({ id: each.flow.id, way: 'out' as const })),
  ];
  const spacing = Math.min(portSpacing, (box.width - 64) / Math.max(1, slots.length - 1));
  const write = { out: ways.out as Map<string, number>, in: ways.in as Map<string, number> };
  slots.forEach(({ id, way }, index) => {
    write[way].set(id, (index - (slots.length - 1) / 2) * spacing);
  });
}

function addTo(groups: Map<string, Ends[]>, key: string, each: Ends): void {
  const list = groups.get(key);
  if (list) list.push(each);
  else groups.set(key, [each]);
}

function survey(graph: MapGraph, all: readonly Ends[], boxes: ReadonlyMap<string, Box>): Surroundings {
  const offsets = new Map<string, { out: number; in: number }>();
  const below = { out: new Map<string, number>(), in: new Map<string, number>() };
  const twin = new Map<string, number>();
  const pairs = new Map<string, number>();
  const outOf = new Map<string, Ends[]>();
  const into = new Map<string, Ends[]>();
  for (const each of all) {
    const { flow, kind } = each;
    const pair = `${flow.from} ${flow.to} ${kind}`;
    twin.set(flow.id, pairs.get(pair) ?? 0);
    pairs.set(pair, (pairs.get(pair) ?? 0) + 1);
    addTo(outOf, flow.from, each);
    addTo(into, flow.to, each);
  }
  for (const node of graph.nodes) {
    const box = boxes.get(node.id);
    if (!box) continue;
    const leaving = outOf.get(node.id) ?? [];
    const coming = into.get(node.id) ?? [];
    if (node.type === 'fork' || node.type === 'join') {
      const isForward = (each: Ends): boolean => each.kind === 'forward';
      const out = spreadAlongBar(leaving.filter(isForward), box, (each) => each.to);
      const back = spreadAlongBar(coming.filter(isForward), box, (each) => each.from);
      for (const [id, offset] of out) offsets.set(id, { in: offsets.get(id)?.in ?? 0, out: offset });
      for (const [id, offset] of back) offsets.set(id, { out: offsets.get(id)?.out ?? 0, in: offset });
    } else if (node.type !== 'decision') {
      const out = leaving.filter((each) => each.kind === 'back' || goesOnBelow(each) || liesBelow(each));
      const back = coming.filter((each) => each.kind === 'back' || liesAbove(each));
      spreadBelow(box, out, back, below);
    }
  }
  return { offsets, below, twin };
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
  if (start === 'step' && goesOnBelow(ends)) {
    const offset = around.below.out.get(flow.id) ?? 0;
    exits.unshift(port(flow.from, from, 'bottom', 'out', 0, offset));
  }
  const comesFromBelow = centreOf(from).y > bottomOf(to) + 8;
  const comesFromAbove = centreOf(from).y < to.y - 8;
  if ((comesFromBelow || comesFromAbove) && end === 'end')
    entries.push(port(flow.to, to, comesFromBelow ? 'bottom' : 'top', 'in', 0, 0, mark));
  return { exits, entries };
}

function backPorts(ends: Ends, around: Surroundings): Pick<Trip, 'exits' | 'entries'> {
  const { flow, from, to } = ends;
  const twin = around.twin.get(flow.id) ?? 0;
  const mark = twin > 0 ? `:${twin}` : '';
  return {
    exits: [port(flow.from, from, 'bottom', 'out', 0, around.below.out.get(flow.id) ?? 0, mark)],
    entries: [port(flow.to, to, 'bottom', 'in', 0, around.below.in.get(flow.id) ?? 0, mark)],
  };
}

function besidePorts(ends: Ends, around: Surroundings): Pick<Trip, 'exits' | 'entries'> {
  const { flow, from, to } = ends;
  const isBelow = to.y > from.y;
  const twin = around.twin.get(flow.id) ?? 0;
  const mark = twin > 0 ? `:${twin}` : '';
  const shift = twinOffset(twin);
  const exitShift = isBelow ? (around.below.out.get(flow.id) ?? shift) : shift;
  const entryShift = isBelow ? shift : (around.below.in.get(flow.id) ?? shift);
  return {
    exits: [
      port(flow.from, from, isBelow ? 'bottom' : 'top', 'out', 0, exitShift, mark),
      port(flow.from, from, 'right', 'out', 30, shift, mark),
    ],
    entries: [
      port(flow.to, to, isBelow ? 'top' : 'bottom', 'in', 0, entryShift, mark),
      port(flow.to, to, 'left', 'in', 30, shift, mark),
    ],
  };
}

const allSides = ['top', 'bottom', 'left', 'right'] as const;
const upright = ['top', 'bottom'] as const;

/** Information flows end above or below the nodes of the stream, whose sides belong to the stream. */
function informationPorts(graph: MapGraph, ends: Ends): Pick<Trip, 'exits' | 'entries'> {
  const sides = (id: string): readonly Side[] => {
    const node = graph.node.get(id);
    return node === undefined || standsFree(node) ? allSides : upright;
  };
  const { flow, from, to } = ends;
  const cost = (side: Side): number => (side === 'bottom' ? 12 : 0);
  const offset = (id: string, box: Box, side: Side): number =>
    side === 'bottom' && graph.node.get(id)?.type === 'step' ? 16 - box.width / 2 : 0;
  return {
    exits: sides(flow.from).map((side) =>
      port(flow.from, from, side, 'out', cost(side), offset(flow.from, from, side)),
    ),
    entries: sides(flow.to).map((side) =>
      port(flow.to, to, side, 'in', cost(side), offset(flow.to, to, side)),
    ),
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
    return { ...ends, ...backPorts(ends, around) };
  });
}

/** The same trip through any sides of its boxes, for where the usual ones are walled up. */
export const throughAnySide = (trip: Trip): Trip => ({
  ...trip,
  exits: allSides.map((side) => port(trip.flow.from, trip.from, side, 'out', 0)),
  entries: allSides.map((side) => port(trip.flow.to, trip.to, side, 'in', 0)),
});
