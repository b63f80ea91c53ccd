import type { Position } from '../model/project';
import { boxBetween } from './geometry';
import type { Box } from './types';

/** A thin line from a label to the flow that it belongs to. */
export interface Leader {
  /** On the edge of the label. */
  readonly from: Position;
  /** On the flow. */
  readonly to: Position;
}

/** What lies nearer to its flow than this is seen to belong to it, pixels. */
const touching = 1;

/** The nearest points of two stretches of one axis; the middle of what they share where they overlap. */
function nearest(low: number, high: number, otherLow: number, otherHigh: number): [number, number] {
  if (high < otherLow) return [high, otherLow];
  if (otherHigh < low) return [low, otherHigh];
  const shared = (Math.max(low, otherLow) + Math.min(high, otherHigh)) / 2;
  return [shared, shared];
}

/** The shortest line from a label to its flow; null where the label stands on it. */
export function leaderOf(points: readonly Position[], label: Box): Leader | null {
  let best: Leader | null = null;
  let least = Infinity;
  points.slice(1).forEach((point, index) => {
    const piece = boxBetween(points[index] ?? point, point);
    const [fromX, toX] = nearest(label.x, label.x + label.width, piece.x, piece.x + piece.width);
    const [fromY, toY] = nearest(label.y, label.y + label.height, piece.y, piece.y + piece.height);
    const distance = Math.hypot(fromX - toX, fromY - toY);
    if (distance >= least) return;
    least = distance;
    best = { from: { x: fromX, y: fromY }, to: { x: toX, y: toY } };
  });
  return least > touching ? best : null;
}
