import type { Flow } from '../model/project';
import type { MapGraph, WithId } from '../model/queries';
import { bottomOf, centreOf, rightOf } from './geometry';
import { hasQueue } from './has-queue';
import { standsFree } from './ranks';
import { flowClearance, queueSize, roomForQueue } from './sizes';
import type { Box } from './types';

/** How a flow lies to the direction of the stream. */
export type TripKind = 'forward' | 'back' | 'beside' | 'self' | 'information';

/** Least space between two boxes for a flow that leaves at the right and enters at the left. */
export const leastRoom = 24;
/** Distance of two ports on the same side of a box. */
export const portSpacing = 16;

function kindOf(graph: MapGraph, flow: Flow, from: Box, to: Box): TripKind {
  if (flow.from === flow.to) return 'self';
  const ends = [graph.node.get(flow.from), graph.node.get(flow.to)];
  if (flow.kind === 'information' || ends.some((node) => node !== undefined && standsFree(node)))
    return 'information';
  if (to.x >= rightOf(from) + leastRoom) return 'forward';
  const isApart = to.y >= bottomOf(from) + leastRoom || from.y >= bottomOf(to) + leastRoom;
  const isOverlapping = to.x < rightOf(from) + leastRoom && from.x < rightOf(to);
  return isApart && isOverlapping && !isRepair(flow) ? 'beside' : 'back';
}

/** A flow with the boxes at its ends. */
export interface Ends {
  readonly flow: WithId<Flow>;
  readonly from: Box;
  readonly to: Box;
  readonly kind: TripKind;
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
export interface Surroundings {
  /** Offsets along forks and joins. */
  readonly offsets: ReadonlyMap<string, { out: number; in: number }>;
  /** Offsets along the bottoms of boxes: of a flow that leaves there, and of one that enters. */
  readonly below: { readonly out: ReadonlyMap<string, number>; readonly in: ReadonlyMap<string, number> };
  /** Which of several flows between the same two nodes this is, counted from 0. */
  readonly twin: ReadonlyMap<string, number>;
}

const isRepair = (flow: Flow): boolean => flow.kind === 'rework' || flow.kind === 'iteration';

/** A repair that goes on to a step below. */
export const goesOnBelow = ({ flow, from, to, kind }: Ends): boolean =>
  kind === 'forward' && isRepair(flow) && centreOf(to).y > bottomOf(from) + 8;

/** A flow into a queue with too little room to turn beside its source: it leaves above or below instead. */
export const turnsEarly = (graph: MapGraph, { flow, from, to, kind }: Ends): boolean =>
  kind === 'forward' &&
  graph.node.get(flow.from)?.type === 'step' &&
  hasQueue(graph, flow.to) &&
  to.x - rightOf(from) < roomForQueue &&
  (to.y >= bottomOf(from) || bottomOf(to) <= from.y);

const liesBelow = ({ from, to, kind }: Ends): boolean => kind === 'beside' && to.y > from.y;
const liesAbove = ({ from, to, kind }: Ends): boolean => kind === 'beside' && to.y < from.y;

/** Half the room under a box that a flow keeps from its neighbours: half the usual distance, with a queue on it that of the triangle. */
const halfRoom = (graph: MapGraph, { flow, kind }: Ends): number =>
  kind !== 'back' && hasQueue(graph, flow.to) ? queueSize.width / 2 + flowClearance / 2 : portSpacing / 2;

/**
 * Flows under a box from left to right so that loops nest: near targets, far targets, far sources, near sources, then
 * what goes on or is repaired. A single flow that goes on leaves in the middle, loops keep to its left.
 */
function spreadBelow(
  graph: MapGraph,
  box: Box,
  out: readonly Ends[],
  into: readonly Ends[],
  ways: Surroundings['below'],
): void {
  const goingOn = out.filter((each) => each.kind !== 'back');
  const slots: { id: string; way: 'out' | 'in'; half: number }[] = [
    ...[...out]
      .filter((each) => each.kind === 'back')
      .sort((a, b) => b.to.x - a.to.x)
      .map((each) => ({ id: each.flow.id, way: 'out' as const, half: portSpacing / 2 })),
    ...[...into]
      .sort((a, b) => b.from.x - a.from.x)
      .map((each) => ({ id: each.flow.id, way: 'in' as const, half: portSpacing / 2 })),
    ...goingOn.map((each) => ({ id: each.flow.id, way: 'out' as const, half: halfRoom(graph, each) })),
  ];
  let at = 0;
  const offsets = slots.map(
    ({ half }, index) => (at += index === 0 ? 0 : half + (slots[index - 1]?.half ?? 0)),
  );
  const end = offsets.at(-1) ?? 0;
  const most = box.width - 64;
  const share = end > most ? most / end : 1;
  const isOpen = goingOn.length === 1 && end * share <= box.width / 2 - 24;
  const origin = isOpen ? end : end / 2;
  const write = { out: ways.out as Map<string, number>, in: ways.in as Map<string, number> };
  slots.forEach(({ id, way }, index) => {
    write[way].set(id, ((offsets[index] ?? 0) - origin) * share);
  });
}

function addTo(groups: Map<string, Ends[]>, key: string, each: Ends): void {
  const list = groups.get(key);
  if (list) list.push(each);
  else groups.set(key, [each]);
}

/** The kinds of flows with the boxes at their ends; those without two boxes are left out. */
export function endsOf(graph: MapGraph, boxes: ReadonlyMap<string, Box>): Ends[] {
  return graph.flows.flatMap((flow) => {
    const from = boxes.get(flow.from);
    const to = boxes.get(flow.to);
    return from && to ? [{ flow, from, to, kind: kindOf(graph, flow, from, to) }] : [];
  });
}

/** What the ports of all flows depend on. */
export function survey(graph: MapGraph, all: readonly Ends[], boxes: ReadonlyMap<string, Box>): Surroundings {
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
      const out = leaving.filter(
        (each) =>
          each.kind === 'back' ||
          goesOnBelow(each) ||
          liesBelow(each) ||
          (turnsEarly(graph, each) && each.to.y > each.from.y),
      );
      const back = coming.filter((each) => each.kind === 'back' || liesAbove(each));
      spreadBelow(graph, box, out, back, below);
    }
  }
  return { offsets, below, twin };
}
