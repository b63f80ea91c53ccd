import type { Flow, MapNode } from '../model/project';
import type { MapGraph, WithId } from '../model/queries';
import { bottomOf, centreOf, rightOf } from './geometry';
import { standsFree } from './ranks';
import {
  type Ends,
  endsOf,
  goesOnBelow,
  leastRoom,
  portSpacing,
  type Surroundings,
  survey,
  type TripKind,
  turnsEarly,
} from './trip-ends';
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
  readonly kind: TripKind;
  readonly exits: readonly Port[];
  readonly entries: readonly Port[];
}

/** What it costs a flow to leave above or below where it could turn beside its source only in a bow. */
const earlyCost = 60;

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
  if (turnsEarly(graph, ends)) {
    const offset = isBelow ? (around.below.out.get(flow.id) ?? 0) : 0;
    exits.push(port(flow.from, from, side, 'out', earlyCost, offset, mark));
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

const isBar = (node: MapNode | undefined): boolean => node?.type === 'fork' || node?.type === 'join';

function besidePorts(graph: MapGraph, ends: Ends, around: Surroundings): Pick<Trip, 'exits' | 'entries'> {
  const { flow, from, to } = ends;
  const isBelow = to.y > from.y;
  const twin = around.twin.get(flow.id) ?? 0;
  const mark = twin > 0 ? `:${twin}` : '';
  const shift = twinOffset(twin);
  const exitShift = isBelow ? (around.below.out.get(flow.id) ?? shift) : shift;
  const entryShift = isBelow ? shift : (around.below.in.get(flow.id) ?? shift);
  const standsRight = to.x >= centreOf(from).x + exitShift + leastRoom;
  const exits = [
    port(flow.from, from, isBelow ? 'bottom' : 'top', 'out', 0, exitShift, mark),
    port(flow.from, from, 'right', 'out', 30, shift, mark),
  ];
  const entries = [
    port(flow.to, to, isBelow ? 'top' : 'bottom', 'in', 0, entryShift, mark),
    port(flow.to, to, 'left', 'in', standsRight ? -30 : 30, shift, mark),
  ];
  return {
    exits: isBar(graph.node.get(flow.from)) ? exits.slice(1) : exits,
    entries: isBar(graph.node.get(flow.to)) ? entries.slice(1) : entries,
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
  const all = endsOf(graph, boxes);
  const around = survey(graph, all, boxes);
  return all.map((ends) => {
    if (ends.kind === 'self') return { ...ends, exits: [], entries: [] };
    if (ends.kind === 'forward') return { ...ends, ...forwardPorts(graph, ends, around) };
    if (ends.kind === 'beside') return { ...ends, ...besidePorts(graph, ends, around) };
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
