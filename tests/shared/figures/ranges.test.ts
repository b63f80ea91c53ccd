import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { computeFigures } from '../../../shared/figures/compute-figures';
import { type Provenance, provenanceOf } from '../../../shared/figures/provenance';
import { type Range, rangesOf } from '../../../shared/figures/ranges';
import type { FigureKey } from '../../../shared/figures/types';
import { sampleTimes } from '../../../shared/simulation/sample-lead-time';
import { anyPart, drawn } from './composed-maps';
import { chain, type MapSpec, mapOf } from './maps';

const two: MapSpec = {
  nodes: {
    start: {},
    a: { pt: [5, 10, 30], wait: [20, 60, 100], ca: [0.7, 0.8, 1], crew: [1, 2, 4], value: 'VA' },
    b: { pt: [1, 2, 4], wait: 40, ca: 0.9, value: 'NVA' },
    end: {},
  },
  flows: chain('start', 'a', 'b', 'end'),
};

const close = (value: number): number => expect.closeTo(value, 10) as number;

describe('ranges', () => {
  it('carry low, likely and high into the totals', () => {
    const ranges = rangesOf(mapOf(two));
    expect(ranges.leadTimeExpected).toEqual({ low: 66, likely: 112, high: 174 });
    expect(ranges.processTimeOnPath).toEqual({ low: 6, likely: 12, high: 34 });
    expect(ranges.waitOnPath).toEqual({ low: 60, likely: 100, high: 140 });
    expect(ranges.effortPersonHours).toEqual({ low: 6, likely: 22, high: 124 });
  });

  it('are not told of ratios, whose ends no item meets', () => {
    expect(Object.keys(rangesOf(mapOf(two)))).not.toContain('activityRatio');
    expect(Object.keys(rangesOf(mapOf(two)))).not.toContain('processCycleEfficiency');
  });

  it('of work and wait belong to the branch that is the longest, so that they add up', () => {
    // At the low end y is longer (1 + 9 against 8 + 1), at the high end too (3 + 30 against 12 + 5).
    const graph = mapOf({
      nodes: {
        start: {},
        fork: {},
        x: { pt: [8, 10, 12], wait: [1, 2, 5] },
        y: { pt: [1, 2, 3], wait: [9, 20, 30] },
        join: {},
        end: {},
      },
      flows: [...chain('start', 'fork', 'x', 'join', 'end'), ...chain('fork', 'y', 'join')],
    });
    const { processTimeOnPath, waitOnPath, leadTimeExpected } = rangesOf(graph);
    expect(processTimeOnPath).toEqual({ low: 1, likely: 2, high: 3 });
    expect(waitOnPath).toEqual({ low: 9, likely: 20, high: 30 });
    expect(leadTimeExpected).toEqual({ low: 10, likely: 22, high: 33 });
  });

  it('let quality be low where %C&A is, and hidden repair high', () => {
    const { rolledCompleteAccurate, hiddenRepair } = rangesOf(mapOf(two));
    expect(rolledCompleteAccurate).toEqual({ low: close(0.63), likely: close(0.72), high: close(0.9) });
    expect(hiddenRepair).toEqual({ low: 0, likely: close(0.2 * 0.3 * 2), high: close(0.3 * 0.3 * 4) });
  });

  it('take the longest branch at each end', () => {
    const graph = mapOf({
      nodes: {
        start: {},
        fork: {},
        x: { pt: [1, 10, 11], wait: 0 },
        y: { pt: [4, 5, 50], wait: 0 },
        join: {},
        end: {},
      },
      flows: [...chain('start', 'fork', 'x', 'join', 'end'), ...chain('fork', 'y', 'join')],
    });
    expect(rangesOf(graph).leadTimeExpected).toEqual({ low: 4, likely: 10, high: 50 });
  });

  it('repeat steps as the figures do', () => {
    const graph = mapOf({
      nodes: { start: {}, a: { pt: [10, 20, 60], wait: 0, repeatFactor: { likely: 0.5 } }, end: {} },
      flows: ['start > a', 'a > a 0.5 rework', 'a > end 0.5'],
    });
    expect(rangesOf(graph).leadTimeExpected).toEqual({ low: 15, likely: 30, high: 90 });
  });

  it('are unknown where an input lacks', () => {
    const graph = mapOf({
      nodes: { start: {}, a: { pt: [1, 2, 3] }, end: {} },
      flows: chain('start', 'a', 'end'),
    });
    expect(rangesOf(graph).leadTimeExpected).toEqual({ low: null, likely: null, high: null });
    expect(rangesOf(graph).processTimeOnPath).toEqual({ low: 1, likely: 2, high: 3 });
  });

  const inside = (value: number | null, { low, high }: Range): boolean => {
    if (value === null || low === null || high === null) return value === null;
    const slack = 1e-9 * Math.max(1, high);
    return low - slack <= value && value <= high + slack;
  };

  it('hold every figure of any map', () => {
    fc.assert(
      fc.property(anyPart({ parallel: true }), (part) => {
        const graph = mapOf({ ...drawn(part), demand: 50 });
        const { figure } = computeFigures(graph);
        for (const [key, range] of Object.entries(rangesOf(graph)) as [FigureKey, Range][]) {
          expect(inside(figure[key].value, range), key).toBe(true);
          expect((range.low ?? 0) <= (range.high ?? 0) + 1e-9, key).toBe(true);
        }
      }),
      { numRuns: 200, seed: 61 },
    );
  });

  it('hold every sampled lead time of a map without loops and choices', () => {
    const graph = mapOf(two);
    const { low, high } = rangesOf(graph).leadTimeExpected;
    const times = sampleTimes(graph, { runs: 2_000, seed: 1 }) ?? [];
    for (const time of times) expect(time >= (low ?? 0) && time <= (high ?? 0)).toBe(true);
  });
});

describe('where a figure comes from', () => {
  const spec: MapSpec = {
    nodes: {
      start: {},
      a: {
        pt: { likely: 10, source: 'measured' },
        wait: { likely: 30, source: 'log' },
        ca: { likely: 0.9, source: 'guess' },
      },
      b: { pt: { likely: 20, source: 'estimate' }, wait: 40, ca: { likely: 0.9, source: 'measured' } },
      review: { pt: { likely: 60, source: 'guess' }, wait: 0, afterValue: true },
      end: {},
    },
    flows: chain('start', 'a', 'b', 'review', 'end'),
  };
  const of = (key: FigureKey): Provenance | null => {
    const graph = mapOf(spec);
    return provenanceOf(graph, computeFigures(graph), key);
  };

  it('is told as parts of the lead time, with the least of them', () => {
    expect(of('leadTimeExpected')).toEqual({
      parts: { measured: 0.1, log: 0.3, estimate: 0.2, guess: 0, unstated: 0.4 },
      least: 'unstated',
    });
  });

  it('is told of work, waits and quality each on its own', () => {
    expect(of('processTimeOnPath')?.parts).toMatchObject({ measured: 1 / 3, estimate: 2 / 3 });
    expect(of('waitOnPath')?.least).toBe('unstated');
    expect(of('effortPersonHours')).toMatchObject({ parts: { guess: 60 / 90 }, least: 'guess' });
    expect(of('rolledCompleteAccurate')?.parts).toMatchObject({ measured: 0.5, guess: 0.5 });
    expect(of('afterValueTail')?.parts).toMatchObject({ guess: 1 });
  });

  it('is nothing for figures without quantities of steps', () => {
    expect(of('takt')).toBeNull();
    expect(of('firstPassYield')).toBeNull();
    expect(of('consumerEffort')).toBeNull();
  });
});
