import { knownMean } from '../model/quantity';
import type { MapGraph } from '../model/queries';
import { figureInputOf } from './compute-figures';
import { batchWait, cadenceWait } from './queueing';
import { demandRate } from './takt';

/** What the rhythm of a step alone makes an item wait, in working minutes on average, beside the stated wait. */
export interface RhythmWait {
  readonly node: string;
  /** Half the interval and the cut-off; null where the step takes place at any time. */
  readonly cadence: number | null;
  /** Until the batch is full; null where the step takes items one by one, or how many come is unknown. */
  readonly batch: number | null;
  readonly stated: number | null;
}

/** The waits that cadence and batches explain, for the steps that have either. */
export function rhythmWaits(graph: MapGraph): readonly RhythmWait[] {
  const { structure, steps, expected } = figureInputOf(graph);
  const rate = demandRate(graph);
  const isSolved = expected.problems.length === 0;
  return structure.network.nodes.flatMap((node, at) => {
    const interval = knownMean(node.cadence);
    const size = knownMean(node.batch);
    if (!steps[at]?.isStep || ((interval ?? 0) === 0 && (size ?? 1) <= 1)) return [];
    const visits = isSolved && expected.isKnown[at] === 1 ? (expected.visits[at] ?? 0) : 0;
    const arrivals = (rate ?? 0) * visits;
    return [
      {
        node: node.id,
        cadence:
          interval === null || interval === 0 ? null : cadenceWait(interval, knownMean(node.cutoff) ?? 0),
        batch: size === null || size <= 1 || arrivals <= 0 ? null : batchWait(size, arrivals),
        stated: steps[at]?.wait ?? null,
      },
    ];
  });
}
