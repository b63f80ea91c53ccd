import { rangesOf } from '../../shared/figures/ranges';
import { sampleSpread } from '../../shared/simulation/sample-lead-time';
import type { SamplingAnswer, SamplingRequest } from './messages';

/** Walks of one sampling, and the seed that makes them the same on every machine. */
const options = { runs: 10_000, seed: 20_261 };

addEventListener('message', ({ data }: MessageEvent<SamplingRequest>) => {
  const { id, graph } = data;
  const spread = sampleSpread(graph, options);
  const answer: SamplingAnswer = {
    id,
    sampled: spread?.sampled ?? null,
    histogram: spread?.histogram ?? null,
    ranges: rangesOf(graph),
  };
  postMessage(answer);
});
