import { rangesOf } from '../../shared/figures/ranges';
import { sampleSpread, usualSampling } from '../../shared/simulation/sample-lead-time';
import type { SamplingAnswer, SamplingRequest } from './messages';

addEventListener('message', ({ data }: MessageEvent<SamplingRequest>) => {
  const { id, graph } = data;
  const spread = sampleSpread(graph, usualSampling);
  const answer: SamplingAnswer = {
    id,
    sampled: spread?.sampled ?? null,
    histogram: spread?.histogram ?? null,
    ranges: rangesOf(graph),
  };
  postMessage(answer);
});
