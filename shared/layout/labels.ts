import type { Flow, Position } from '../model/project';
import { meanOf } from '../model/quantity';
import { type MapGraph, type WithId } from '../model/queries';
import { BoxIndex } from './box-index';
import { boxBetween, boxRound, boxRoundAll, centreOf } from './geometry';
import { nearestFreeSpot } from './free-spot';
import type { Wire } from './segments';
import { cornerRadius, labelSize as usualLabel, queueSize, waitSize } from './sizes';
import type { Box, Size } from './types';

/** How much room the label of a flow takes; null for a flow without one. */
export type LabelSize = (flow: WithId<Flow>) => Size | null;

/** Room for a label on flows that say something: a text, a share, or that they are no normal flow. */
export const usualLabelSize: LabelSize = (flow) =>
  flow.label ||
  (flow.share && meanOf(flow.share) < 1) ||
  (flow.kind !== 'normal' && flow.kind !== 'information')
    ? usualLabel
    : null;

/** Distance of the queue triangle from the box that it stands before. */
const queueGap = 8;
/** Air round labels and queues. */
const air = 2;

/** Whether a queue is drawn before a node: a step with a wait or with work in it. */
export function hasQueue(graph: MapGraph, id: string): boolean {
  const node = graph.node.get(id);
  if (node?.type !== 'step') return false;
  return (
    (node.wait !== undefined && meanOf(node.wait) > 0) || (node.wip !== undefined && meanOf(node.wip) > 0)
  );
}

/** A queue triangle with the text of its wait. */
export interface QueueSpot {
  readonly queue: Position;
  readonly wait: Position;
}

/** The triangle on the flow and the wait under it, at the left of a box. */
export function queueBefore(box: Box, entry: Position): QueueSpot {
  const x = box.x - queueGap - waitSize.width / 2;
  return {
    queue: { x, y: entry.y },
    wait: { x, y: entry.y + queueSize.height / 2 + waitSize.height / 2 },
  };
}

const queueBesideLine = (at: Position): QueueSpot => ({
  queue: at,
  wait: { x: at.x + queueSize.width / 2 + waitSize.width / 2, y: at.y },
});

const queueAbove = (at: Position): QueueSpot => ({
  queue: at,
  wait: { x: at.x, y: at.y + queueSize.height / 2 + waitSize.height / 2 },
});

/** The boxes of a queue: triangle and text. */
export const queueBoxes = (spot: QueueSpot): Box[] => [
  boxRound(spot.queue, queueSize),
  boxRound(spot.wait, waitSize),
];

/** Where the triangle stands on a wire: before the box where there is room, else farther back along the line, else beside it. */
export function placeQueue(wire: Wire, taken: BoxIndex): QueueSpot {
  const isFree = (spot: QueueSpot): boolean => queueBoxes(spot).every((box) => !taken.hits(box, air));
  const { points } = wire;
  const last = points.at(-1);
  const box = wire.trip.to;
  if (last && wire.points.length >= 2) {
    const before = points.at(-2);
    if (before && Math.abs(before.y - last.y) < 0.02) {
      const spot = queueBefore(box, last);
      if (isFree(spot)) return spot;
    }
  }
  for (let index = points.length - 2; index >= 0; index -= 1) {
    const a = points[index];
    const b = points[index + 1];
    if (!a || !b) continue;
    const length = Math.abs(a.x - b.x) + Math.abs(a.y - b.y);
    for (let back = 28; back <= length - 20; back += 8) {
      const share = back / length;
      const at = { x: b.x + (a.x - b.x) * share, y: b.y + (a.y - b.y) * share };
      const spot = Math.abs(a.x - b.x) < 0.02 ? queueBesideLine(at) : queueAbove(at);
      if (isFree(spot)) return spot;
    }
  }
  const middle = centreOf(boxRoundAll([boxRound(last ?? { x: box.x, y: box.y }, { width: 0, height: 0 })]));
  const size = { width: waitSize.width, height: queueSize.height + waitSize.height };
  const free = nearestFreeSpot(taken.near(boxRound(middle, { width: 1200, height: 1200 })), middle, size, 8);
  return queueAbove({ x: free.x, y: free.y - waitSize.height / 2 });
}

interface Candidate {
  readonly at: Position;
  readonly cost: number;
}

/** What a label costs that stands beside its line: above or left of it, under or right of it, clear of a queue. */
const besideCosts = [26, 30, 34, 44] as const;

/** Distances of the labels beside a line; a queue with its wait reaches farther down than up. */
const besideShifts = (across: number): readonly number[] => [
  -(across + 5),
  across + 5,
  -(across + queueSize.height / 2 + 4),
  across + queueSize.height / 2 + waitSize.height + 4,
];

/** Where a label may stand on one piece of a wire: on the line, then beside it. */
function candidatesOn(a: Position, b: Position, size: Size, costAt: (walked: number) => number): Candidate[] {
  const found: Candidate[] = [];
  const length = Math.abs(a.x - b.x) + Math.abs(a.y - b.y);
  const isLevel = Math.abs(a.y - b.y) < 0.02;
  const across = isLevel ? size.height / 2 : size.width / 2;
  const half = (isLevel ? size.width : size.height) / 2 + cornerRadius;
  const count = Math.max(1, Math.floor(length / Math.max(12, length / 20)));
  for (let k = 0; k <= count; k += 1) {
    const share = (k + 0.5) / (count + 1);
    const at = { x: a.x + (b.x - a.x) * share, y: a.y + (b.y - a.y) * share };
    const overhang = Math.max(0, half - share * length) + Math.max(0, half - (1 - share) * length);
    const cost = costAt(share * length) + (isLevel ? 0 : 8);
    found.push({ at, cost: cost + overhang * 0.8 });
    besideShifts(across).forEach((shift, index) => {
      found.push({
        at: isLevel ? { x: at.x, y: at.y + shift } : { x: at.x + shift, y: at.y },
        cost: cost + (besideCosts[index] ?? 0) + Math.max(0, overhang - half),
      });
    });
  }
  return found;
}

/** Where the label of a wire may stand, the best first: on loops in the middle, on other flows near where they begin. */
function candidates(wire: Wire, size: Size): Candidate[] {
  const { points, trip } = wire;
  const isLoop = trip.kind === 'back' || trip.kind === 'self';
  const lengths = points.slice(1).map((point, index) => {
    const before = points[index] ?? point;
    return Math.abs(point.x - before.x) + Math.abs(point.y - before.y);
  });
  const longest = Math.max(...lengths);
  let before = 0;
  return lengths
    .flatMap((length, index) => {
      const a = points[index];
      const b = points[index + 1];
      const start = before;
      before += length;
      if (!a || !b || length < 1) return [];
      return candidatesOn(a, b, size, (walked) =>
        isLoop
          ? Math.abs(walked - length / 2) * 0.3 + (length === longest ? 0 : 60)
          : (start + walked) * 0.08 + Math.abs(walked - length / 2) * 0.04,
      );
    })
    .sort((x, y) => x.cost - y.cost);
}

/** A straight piece of a flow, as a thin box. */
export interface LineBox extends Box {
  readonly flow: string;
}

/** The pieces of all wires as thin boxes. */
export function lineBoxes(wires: readonly Wire[]): BoxIndex<LineBox> {
  const lines = new BoxIndex<LineBox>();
  for (const wire of wires)
    wire.points.slice(1).forEach((point, index) => {
      const before = wire.points[index];
      if (before) lines.add({ ...boxBetween(before, point), flow: wire.trip.flow.id });
    });
  return lines;
}

/** Cost of covering the line of another flow. */
const coverCost = 45;

/** The centre of the label of a wire: on a free piece of its line, else beside it, else the nearest free spot. */
export function placeLabel(wire: Wire, size: Size, taken: BoxIndex, lines: BoxIndex<LineBox>): Position {
  let best: Position | null = null;
  let least = Infinity;
  for (const { at, cost } of candidates(wire, size)) {
    if (cost >= least) break;
    const box = boxRound(at, size);
    if (taken.hits(box, air)) continue;
    const covered = new Set([...lines.near(box, 1)].map((line) => line.flow));
    covered.delete(wire.trip.flow.id);
    const total = cost + covered.size * coverCost;
    if (total < least) {
      least = total;
      best = at;
    }
  }
  if (best) return best;
  const middle = wire.points[Math.floor(wire.points.length / 2)] ?? { x: 0, y: 0 };
  return nearestFreeSpot(taken.near(boxRound(middle, { width: 1200, height: 1200 })), middle, size, 8);
}

/** The middle of the longest piece of a wire: where a flow without a label is handled. */
export function middleOf(wire: Wire): Position {
  let longest = -1;
  let middle: Position = wire.points[0] ?? { x: 0, y: 0 };
  wire.points.slice(1).forEach((point, index) => {
    const before = wire.points[index];
    if (!before) return;
    const length = Math.abs(point.x - before.x) + Math.abs(point.y - before.y);
    if (length <= longest) return;
    longest = length;
    middle = { x: (point.x + before.x) / 2, y: (point.y + before.y) / 2 };
  });
  return middle;
}
