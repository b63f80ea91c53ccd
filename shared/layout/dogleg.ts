import { isBundled, type Segment, segmentsOf, sideAhead, type Wire } from './segments';

/** Least length of either half of a flow that is bent aside. */
const leastHalf = 20;

/** Whether two upright pieces would run over each other at one end or the other, whichever stands to the left. */
function isKnotted(a: Segment, b: Segment): boolean {
  if (a.wire === b.wire || Math.abs(a.at - b.at) > 0.02) return false;
  if (a.low >= b.high - 0.02 || b.low >= a.high - 0.02 || isBundled(a, b)) return false;
  const down = sideAhead(a, b, 1);
  const up = sideAhead(a, b, -1);
  return Math.abs(down) === 2 && Math.abs(up) === 2 && down !== up;
}

function bendAt(segment: Segment, levels: readonly number[]): number | null {
  const middle = (segment.low + segment.high) / 2;
  const inside = levels
    .filter((level) => level > segment.low + leastHalf && level < segment.high - leastHalf)
    .sort((a, b) => Math.abs(a - middle) - Math.abs(b - middle));
  return inside[0] ?? (segment.high - segment.low > 2 * leastHalf ? middle : null);
}

/**
 * Bends upright pieces that change places with another in the same gap: each half can then keep to its own side
 * of the other flow. `levels` are heights between rows of boxes.
 */
export function bendKnots(wires: readonly Wire[], levels: readonly number[]): void {
  const upright = segmentsOf(wires, 1, []).filter((segment) => !segment.isFixed);
  const byLine = new Map<number, Segment[]>();
  for (const segment of upright) {
    const line = Math.round(segment.at * 8);
    byLine.set(line, [...(byLine.get(line) ?? []), segment]);
  }
  const bent = new Map<Wire, number>();
  for (const list of byLine.values())
    list.forEach((a, index) => {
      for (const b of list.slice(index + 1)) {
        if (bent.has(a.wire) || bent.has(b.wire) || !isKnotted(a, b)) continue;
        const level = bendAt(b, levels);
        if (level === null) continue;
        for (const mate of list) {
          if (mate !== b && !(isBundled(mate, b) && mate.low <= level && mate.high >= level)) continue;
          if (bent.has(mate.wire)) continue;
          bent.set(mate.wire, mate.index);
          mate.wire.points.splice(mate.index + 1, 0, { x: mate.at, y: level }, { x: mate.at, y: level });
        }
      }
    });
}
