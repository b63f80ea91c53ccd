import { rangesOf } from '../../shared/figures/ranges';
import { sampleLeadTime } from '../../shared/simulation/sample-lead-time';
import type { SamplingAnswer, SamplingRequest } from './messages';

/** Walks of one sampling, and the seed that makes them the same on every machine. */
const options = { runs: 10_000, seed: 20_261 };

addEventListener('message', ({ data }: MessageEvent<SamplingRequest>) => {
  const { id, graph } = data;
  const answer: SamplingAnswer = { id, sampled: sampleLeadTime(graph, options), ranges: rangesOf(graph) };
  postMessage(answer);
});
