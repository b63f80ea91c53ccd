import type { Ranges } from '../../shared/figures/ranges';
import type { SampledLeadTime } from '../../shared/figures/types';
import type { Histogram } from '../../shared/simulation/histogram';
import type { MapGraph } from '../../shared/model/queries';

/** A map to be sampled; the answer carries the same id. */
export interface SamplingRequest {
  readonly id: number;
  readonly graph: MapGraph;
}

/** Percentiles of a map, null where its lead time cannot be sampled. */
export interface SamplingAnswer {
  readonly id: number;
  readonly sampled: SampledLeadTime | null;
  /** How often each length of lead time came up. */
  readonly histogram: Histogram | null;
  /** Every total with its inputs at their low and high ends. */
  readonly ranges: Ranges;
}
