import { knownMean } from '../model/quantity';
import type { MapGraph } from '../model/queries';
import { figureInputOf } from './compute-figures';
import { itemsOnTheWay } from './queueing';
import { demandRate } from './takt';

/** Items that were counted, beside those that Little's law expects. */
export interface LittleCheck {
  /** The step that items wait before; null for the whole stream. */
  readonly node: string | null;
  readonly counted: number;
  /** Rate x time: what there would be if the stated times and the demand were right. */
  readonly expected: number;
  /** Counted / expected; null where nothing is expected. */
  readonly factor: number | null;
}

function compared(node: string | null, counted: number, rate: number, minutes: number): LittleCheck {
  const expected = itemsOnTheWay(rate, minutes);
  return { node, counted, expected, factor: expected > 0 ? counted / expected : null };
}

/**
 * Little's law as a check: items that were counted against demand rate x time, for the stream
 * (against its expected lead time in minutes) and for each step with items before it (against
 * visits x wait). It holds for averages of a time in which as many items come as go, and is no
 * forecast. What is unknown is left out.
 */
export function littleChecks(graph: MapGraph, leadTime: number | null): readonly LittleCheck[] {
  const { structure, steps, expected } = figureInputOf(graph);
  const rate = demandRate(graph);
  const { itemsInProgress } = graph.stream;
  if (rate === null || expected.problems.length > 0) return [];
  const ofSteps = structure.network.nodes.flatMap((node, at) => {
    const waiting = knownMean(node.wip);
    const wait = steps[at]?.isStep ? (steps[at]?.wait ?? null) : null;
    if (waiting === null || wait === null || expected.isKnown[at] !== 1) return [];
    return [compared(node.id, waiting, rate, (expected.visits[at] ?? 0) * wait)];
  });
  const isCounted = itemsInProgress !== undefined && leadTime !== null;
  return isCounted ? [compared(null, itemsInProgress, rate, leadTime), ...ofSteps] : ofSteps;
}
