import { describe, expect, it } from 'vitest';
import { histogramOf } from '../../../shared/simulation/histogram';
import { sampleLeadTime, sampleSpread, sampleTimes } from '../../../shared/simulation/sample-lead-time';
import { chain, mapOf } from '../figures/maps';

describe('the histogram of lead times', () => {
  it('counts every item once, in bars of one width, with the longest in the last bar', () => {
    // 98 of 100 lie within 97: three bars of 48.5 minutes, the last for all from 97 on.
    const times = Float64Array.from({ length: 100 }, (_, at) => (at === 99 ? 5_000 : at));
    expect(histogramOf(times, 3)).toEqual({ width: 48.5, counts: [49, 48, 3] });
  });

  it('is one bar where no time passes', () => {
    expect(histogramOf(new Float64Array(10), 4).counts).toEqual([10, 0, 0, 0]);
  });

  it('belongs to the percentiles of the same samples', () => {
    const graph = mapOf({
      nodes: { start: {}, a: { pt: [10, 20, 60], wait: [0, 30, 300] }, end: {} },
      flows: chain('start', 'a', 'end'),
    });
    const options = { runs: 400, seed: 5 };
    const spread = sampleSpread(graph, options);
    expect(spread?.sampled).toEqual(sampleLeadTime(graph, options));
    expect(spread?.histogram).toEqual(histogramOf(sampleTimes(graph, options) ?? new Float64Array()));
    expect(spread?.histogram.counts.reduce((sum, count) => sum + count, 0)).toBe(400);
  });
});
