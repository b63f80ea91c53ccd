import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { computeFigures } from '../../../shared/figures/compute-figures';
import type { MapGraph } from '../../../shared/model/queries';
import { sampleTimes } from '../../../shared/simulation/sample-lead-time';
import { randomFrom } from '../../helpers/random-map';
import { mapOf, type MapSpec, type NodeSpec } from './maps';
import { anyRaggedMap } from './ragged-maps';
import { walkItems } from './walk-items';

interface Difference {
  readonly what: string;
  /** In standard errors. */
  readonly size: number;
  /** Signed: what was walked less what was computed. */
  readonly by: number;
}

function difference(what: string, samples: Float64Array, expected: number): Difference {
  const count = samples.length;
  const mean = samples.reduce((sum, each) => sum + each, 0) / count;
  const variance = samples.reduce((sum, each) => sum + (each - mean) ** 2, 0) / (count - 1);
  const error = Math.sqrt(variance / count) + 1e-9 * Math.max(1, Math.abs(expected));
  return { what, by: mean - expected, size: Math.abs(mean - expected) / error };
}

/** How far the figures lie from what walking items gave. */
function differences(graph: MapGraph, runs: number, seed: number): Difference[] {
  const { figure, visits } = computeFigures(graph);
  const walked = walkItems(graph, runs, randomFrom(seed));
  const value = (key: keyof typeof figure): number => figure[key].value ?? Number.NaN;
  const perNode = [...walked.visits].flatMap(([id, { sum, squares }]) => {
    const expected = visits?.node.get(id) ?? Number.NaN;
    if (graph.node.get(id)?.type === 'end') return [];
    const by = sum / runs - expected;
    const spread = Math.max(squares / runs - (sum / runs) ** 2, expected);
    return [{ what: `visits of ${id}`, by, size: Math.abs(by) / (Math.sqrt(spread / runs) + 1e-9) }];
  });
  return [
    difference('lead time', walked.leadTime, value('leadTimeExpected')),
    difference('effort', walked.effort, value('effortPersonHours')),
    difference('first pass yield', walked.isFirstPass, value('firstPassYield')),
    ...perNode,
  ];
}

const limit = 5;

/** What differs by more than chance allows: a suspicion in few runs counts only where many other runs confirm it. */
function disagreements(
  graph: MapGraph,
  seed: number,
  isAllowed: (each: Difference) => boolean,
): Difference[] {
  const isFar = (each: Difference): boolean => !(each.size < limit) && !isAllowed(each);
  if (!differences(graph, 400, seed).some(isFar)) return [];
  return differences(graph, 40_000, seed + 1_000_000).filter(isFar);
}

describe('figures and items that are walked over the drawn flows', () => {
  it('agree on 700 maps with choices, loops, optional steps, dead ends and work after the value', () => {
    let seed = 0;
    fc.assert(
      fc.property(anyRaggedMap({ parallel: false }), (spec) => {
        seed += 1;
        expect(disagreements(mapOf(spec), seed, () => false)).toEqual([]);
      }),
      { numRuns: 700, seed: 41, endOnFailure: true },
    );
  });

  // The lead time of parallel work is the longest mean by definition; the mean of the longest is never less.
  it('agree on 500 maps with nested parallel blocks too, but that the mean of the longest branch may be longer', () => {
    let seed = 5_000;
    fc.assert(
      fc.property(anyRaggedMap({ parallel: true }), (spec) => {
        seed += 1;
        const isKnownBias = ({ what, by }: Difference): boolean => what === 'lead time' && by > 0;
        expect(disagreements(mapOf(spec), seed, isKnownBias)).toEqual([]);
      }),
      { numRuns: 500, seed: 42, endOnFailure: true },
    );
  });

  /** The same map with its mean times, so that both walks meet the same times. */
  function withoutSpread(spec: MapSpec): MapSpec {
    const mean = (amount: NodeSpec['pt']): number => {
      const [low = 0, likely = 0, high = 0] = Array.isArray(amount) ? amount : [amount, amount, amount];
      return (Number(low) + 4 * Number(likely) + Number(high)) / 6;
    };
    const nodes = Object.entries(spec.nodes).map(([id, node]) => [
      id,
      node.pt === undefined ? node : { ...node, pt: mean(node.pt), wait: mean(node.wait) },
    ]);
    return { ...spec, nodes: Object.fromEntries(nodes) as MapSpec['nodes'] };
  }

  /** Largest distance between the two shares of samples up to a value. */
  function distance(a: Float64Array, b: Float64Array): number {
    let [i, j, largest] = [0, 0, 0];
    while (i < a.length && j < b.length) {
      const value = Math.min(a[i] ?? 0, b[j] ?? 0) + 1e-6;
      while (i < a.length && (a[i] ?? 0) <= value) i += 1;
      while (j < b.length && (b[j] ?? 0) <= value) j += 1;
      largest = Math.max(largest, Math.abs(i / a.length - j / b.length));
    }
    return largest;
  }

  it('agree in the percentiles on 200 maps with parallel blocks, where means are biased', () => {
    const runs = 1_500;
    // Kolmogorov and Smirnov: a larger distance comes about by chance once in a million.
    const farthest = Math.sqrt(Math.log(2 / 1e-6) / runs);
    let seed = 0;
    fc.assert(
      fc.property(anyRaggedMap({ parallel: true }), (spec) => {
        seed += 1;
        const graph = mapOf(withoutSpread(spec));
        const sampled = sampleTimes(graph, { runs, seed }) ?? new Float64Array();
        const walked = walkItems(graph, runs, randomFrom(seed)).leadTime.sort();
        expect(distance(sampled, walked)).toBeLessThan(farthest);
        expect(sampled).toHaveLength(runs);
      }),
      { numRuns: 200, seed: 43, endOnFailure: true },
    );
  });
});
