import { type Axis, isBundled, type Segment, segmentsOf, type Wire } from './segments';
import { leastSpacing } from './sizes';

const areTooNear = (a: Segment, b: Segment): boolean =>
  a.wire !== b.wire && a.low < b.high - 1 && b.low < a.high - 1 && !isBundled(a, b);

/** Pairs of pieces that run side by side too near to each other along an axis, other than on a common way. */
export function* collisionsAlong(wires: readonly Wire[], axis: Axis): Generator<readonly [Segment, Segment]> {
  const sorted = segmentsOf(wires, axis, [], [])
    .filter((segment) => segment.high - segment.low > 1)
    .sort((a, b) => a.at - b.at);
  for (const [index, segment] of sorted.entries())
    for (let next = index + 1; next < sorted.length; next += 1) {
      const other = sorted[next];
      if (!other || other.at - segment.at >= leastSpacing - 0.01) break;
      if (areTooNear(segment, other)) yield [segment, other];
    }
}

/** Whether two flows run side by side too near to each other along an axis, other than on a common way. */
export const haveCollision = (wires: readonly Wire[], axis: Axis): boolean =>
  collisionsAlong(wires, axis).next().done !== true;
