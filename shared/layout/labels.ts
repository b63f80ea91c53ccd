import type { Flow, Position } from '../model/project';
import { meanOf } from '../model/quantity';
import type { WithId } from '../model/queries';
import { BoxIndex } from './box-index';
import { boxBetween, boxRound } from './geometry';
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

const queueBesideLine = (at: Position, side: 1 | -1): QueueSpot => ({
  queue: at,
  wait: { x: at.x + side * (queueSize.width / 2 + waitSize.width / 2), y: at.y },
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

/** Least length of the last piece of a flow that has its queue right before the box. */
const queueReach = queueGap + waitSize.width / 2 + queueSize.width / 2;

/** Where a queue may stand on a wire, the best first: right before the box, else farther back along the line. */
function* queueSpots(wire: Wire): Generator<QueueSpot> {
  const { points } = wire;
  const last = points.at(-1);
  const before = points.at(-2);
  if (last && before && Math.abs(before.y - last.y) < 0.02 && last.x - before.x >= queueReach)
    yield queueBefore(wire.trip.to, last);
  for (let index = points.length - 2; index >= 0; index -= 1) {
    const a = points[index];
    const b = points[index + 1];
    if (!a || !b) continue;
    const length = Math.abs(a.x - b.x) + Math.abs(a.y - b.y);
    for (let back = 28; back <= length - 20; back += 4) {
      const share = back / length;
      const at = { x: b.x + (a.x - b.x) * share, y: b.y + (a.y - b.y) * share };
      if (Math.abs(a.x - b.x) < 0.02) {
        yield queueBesideLine(at, -1);
        yield queueBesideLine(at, 1);
      } else yield queueAbove(at);
    }
  }
}

/** Where the triangle stands on a wire: before the box where there is room, else farther back along the line, else beside it; off other flows where it can. */
export function placeQueue(wire: Wire, taken: BoxIndex, lines: BoxIndex<LineBox>): QueueSpot {
  let covering: QueueSpot | null = null;
  for (const spot of queueSpots(wire)) {
    const boxes = queueBoxes(spot);
    if (boxes.some((box) => taken.hits(box, air))) continue;
    if (!boxes.some((box) => coversOther(box, wire, lines))) return spot;
    covering ??= spot;
  }
  if (covering) return covering;
  const middle = wire.points.at(-1) ?? { x: wire.trip.to.x, y: wire.trip.to.y };
  const size = { width: waitSize.width, height: queueSize.height + waitSize.height };
  const free = nearestFreeSpot(taken.near(boxRound(middle, { width: 1200, height: 1200 })), middle, size, 8);
  return queueAbove({ x: free.x, y: free.y - waitSize.height / 2 });
}

/** Whether a box lies on a flow that leads elsewhere. */
function coversOther(box: Box, wire: Wire, lines: BoxIndex<LineBox>): boolean {
  for (const line of lines.near(box, 1)) if (line.to !== wire.trip.flow.to) return true;
  return false;
}

interface Candidate {
  readonly at: Position;
  readonly cost: number;
}

/** Labels beside a line: what each costs, and how far it stands off a line; a queue with its wait reaches farther down than up. */
const besides: readonly { readonly cost: number; readonly side: 1 | -1; readonly gap: number }[] = [
  { cost: 26, side: -1, gap: 5 },
  { cost: 30, side: 1, gap: 5 },
  { cost: 34, side: -1, gap: queueSize.height / 2 + 4 },
  { cost: 44, side: 1, gap: queueSize.height / 2 + waitSize.height + 4 },
];

/** Length of an arrow head, and what it costs to hide it or to stand on a last piece that is hardly longer than the label. */
const arrowHead = 10;
const arrowCost = 40;

/** The least that a label beside its line costs. */
const leastBeside = 26;

/** A piece of a wire with the number of pixels before it. */
interface Stretch {
  readonly a: Position;
  readonly b: Position;
  readonly length: number;
  readonly before: number;
}

function stretchesOf(wire: Wire): Stretch[] {
  let before = 0;
  return wire.points.slice(1).map((b, index) => {
    const a = wire.points[index] ?? b;
    const length = Math.abs(a.x - b.x) + Math.abs(a.y - b.y);
    before += length;
    return { a, b, length, before: before - length };
  });
}

/** Where the label of a wire may stand, the best first: on loops in the middle, on other flows near where they begin; on the line, or beside it. */
function candidates(wire: Wire, size: Size, isBeside: boolean): Candidate[] {
  const isLoop = wire.trip.kind === 'back' || wire.trip.kind === 'self';
  const stretches = stretchesOf(wire);
  const longest = Math.max(...stretches.map((each) => each.length));
  const found: Candidate[] = [];
  for (const { a, b, length, before } of stretches) {
    if (length < 1) continue;
    const isLevel = Math.abs(a.y - b.y) < 0.02;
    const across = isLevel ? size.height / 2 : size.width / 2;
    const half = (isLevel ? size.width : size.height) / 2 + cornerRadius;
    const count = 2 * Math.ceil(length / Math.max(6, length / 20) / 2);
    for (let k = 0; k <= count; k += 1) {
      const share = (k + 0.5) / (count + 1);
      const walked = share * length;
      const at = { x: a.x + (b.x - a.x) * share, y: a.y + (b.y - a.y) * share };
      const overhang = Math.max(0, half - walked) + Math.max(0, half - length + walked);
      const onArrow = b === wire.points.at(-1) && length - walked < half + arrowHead ? arrowCost : 0;
      const fromMiddle = Math.abs(walked - length / 2);
      const cost =
        (isLevel ? 0 : 8) +
        (isBeside ? 0 : onArrow) +
        (isLoop
          ? fromMiddle * 0.25 + (length === longest ? 0 : 60)
          : (before + walked) * 0.08 + fromMiddle * 0.04);
      if (!isBeside) found.push({ at, cost: cost + overhang * 0.8 });
      else
        for (const { cost: extra, side, gap } of besides) {
          const shift = side * (across + gap);
          found.push({
            at: isLevel ? { x: at.x, y: at.y + shift } : { x: at.x + shift, y: at.y },
            cost: cost + extra + (isLoop ? 14 : 0) + Math.max(0, overhang - half),
          });
        }
    }
  }
  return found.sort((x, y) => x.cost - y.cost);
}

/** A straight piece of a flow, as a thin box. */
export interface LineBox extends Box {
  readonly flow: string;
  /** The node that the flow leads to. */
  readonly to: string;
}

/** The pieces of all wires as thin boxes. */
export function lineBoxes(wires: readonly Wire[]): BoxIndex<LineBox> {
  const lines = new BoxIndex<LineBox>();
  for (const wire of wires)
    wire.points.slice(1).forEach((point, index) => {
      const before = wire.points[index];
      if (before) lines.add({ ...boxBetween(before, point), flow: wire.trip.flow.id, to: wire.trip.flow.to });
    });
  return lines;
}

/** Cost of covering the line of another flow. */
const coverCost = 45;

/** The centre of the label of a wire: on a free piece of its line, else beside it, else the nearest free spot. */
export function placeLabel(wire: Wire, size: Size, taken: BoxIndex, lines: BoxIndex<LineBox>): Position {
  let best: Position | null = null;
  let least = Infinity;
  for (const isBeside of [false, true]) {
    if (least <= leastBeside) break;
    for (const { at, cost } of candidates(wire, size, isBeside)) {
      if (cost >= least) break;
      const box = boxRound(at, size);
      if (taken.hits(box, air)) continue;
      const covered = new Set<string>();
      for (const line of lines.near(box, 1)) if (line.flow !== wire.trip.flow.id) covered.add(line.flow);
      const total = cost + covered.size * coverCost;
      if (total < least) {
        least = total;
        best = at;
      }
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
