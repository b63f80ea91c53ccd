import { readClock } from './clock';
import { contributionsOf } from './contributions';
import type { FigureInput } from './figure';
import { isOnClock } from './lead-time';

/**
 * Visits of each node that the clock would count without rework flows, and without the time of
 * steps that are marked as rework: another branch of parallel work may be the longest then.
 * No node has more visits than with rework. Null where visits are unknown.
 */
export function calmClockVisits(input: FigureInput): ReadonlyMap<string, number> | null {
  const { structure, withoutRework, expected } = input;
  const { nodes } = structure.network;
  const isKnown = (at: number): boolean => withoutRework.isKnown[at] === 1 && expected.isKnown[at] === 1;
  if (withoutRework.problems.length > 0 || !nodes.every((_, at) => isKnown(at))) return null;
  const visits = withoutRework.visits.map((amount, at) => Math.min(amount, expected.visits[at] ?? 0));
  const steps = input.calmSteps.map((step, at) =>
    nodes[at]?.isRework === true ? { ...step, wait: 0, processTime: 0 } : step,
  );
  const calm = { ...input, steps, expected: { ...withoutRework, visits, lowest: visits } };
  const reading = readClock(structure, calm.expected, steps, isOnClock);
  return new Map(
    contributionsOf(calm, reading).map((each) => [
      each.node,
      structure.network.graph.node.get(each.node)?.isRework === true ? 0 : (each.clockVisits ?? 0),
    ]),
  );
}
