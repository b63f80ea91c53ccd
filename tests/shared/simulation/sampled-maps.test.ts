import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { computeFigures } from '../../../shared/figures/compute-figures';
import type { MapGraph } from '../../../shared/model/queries';
import { sampleLeadTime, sampleTimes } from '../../../shared/simulation/sample-lead-time';
import { anyPart, drawn, type Part } from '../figures/composed-maps';
import { chain, type MapSpec, mapOf } from '../figures/maps';

interface Sampled {
  readonly mean: number;
  readonly error: number;
  readonly expected: number;
}

/** The mean of many walks with its standard error, and the lead time that the equations give. */
function compare(graph: MapGraph, runs: number, seed: number): Sampled {
  const times = sampleTimes(graph, { runs, seed });
  if (!times) throw new Error('the lead time is known, so it can be sampled');
  const mean = times.reduce((sum, time) => sum + time, 0) / runs;
  const variance = times.reduce((sum, time) => sum + (time - mean) ** 2, 0) / (runs - 1);
  const expected = computeFigures(graph).figure.leadTimeExpected.value ?? Number.NaN;
  return { mean, error: Math.sqrt(variance / runs) + 1e-9 * Math.max(1, expected), expected };
}

describe('sampling and equations', () => {
  it('agree on 200 maps with choices and loops, within 4.5 standard errors', () => {
    let seed = 0;
    fc.assert(
      fc.property(anyPart({ parallel: false }), (part) => {
        seed += 1;
        const { mean, error, expected } = compare(mapOf(drawn(part)), 2_000, seed);
        expect(Math.abs(mean - expected)).toBeLessThan(4.5 * error);
      }),
      { numRuns: 200, seed: 31, endOnFailure: true },
    );
  });

  it('agree on maps with parallel blocks in that the mean of the longest is never less than the longest mean', () => {
    let seed = 0;
    fc.assert(
      fc.property(anyPart({ parallel: true }), (part) => {
        seed += 1;
        const { mean, error, expected } = compare(mapOf(drawn(part)), 500, seed);
        expect(mean).toBeGreaterThan(expected - 4.5 * error);
      }),
      { numRuns: 100, seed: 32, endOnFailure: true },
    );
  });

  /** The same map without chance: one value per time, and no choices or loops. */
  function certain(part: Part): Part {
    if (part.kind === 'step') return { ...part, node: { ...part.node, pt: 7, wait: 3 } };
    if (part.kind === 'loop') return certain(part.body);
    if (part.kind === 'choice') return certain(part.parts[0]);
    return { ...part, parts: part.parts.map(certain) };
  }

  it('are one where nothing is left to chance', () => {
    fc.assert(
      fc.property(anyPart({ parallel: true }).map(certain), (part) => {
        const graph = mapOf(drawn(part));
        const expected = computeFigures(graph).figure.leadTimeExpected.value ?? Number.NaN;
        const times = sampleTimes(graph, { runs: 3, seed: 1 });
        for (const time of times ?? [Number.NaN]) expect(time).toBeCloseTo(expected, 6);
      }),
      { numRuns: 100, seed: 33 },
    );
  });

  const lasting = (minutes: number): { pt: number; wait: number } => ({ pt: minutes, wait: 0 });
  const around: MapSpec['nodes'] = {
    start: {},
    s: lasting(1),
    fork: {},
    a: lasting(10),
    b: lasting(4),
    join: {},
    t: lasting(2),
    end: {},
  };
  const block = [...chain('start', 's', 'fork', 'a'), ...chain('fork', 'b')];

  it.each<[string, string[]]>([
    ['one branch', ['a > join 0.8', 'a > s 0.2 rework', 'b > join', ...chain('join', 't', 'end')]],
    [
      'two branches',
      ['a > join 0.8', 'a > s 0.2 rework', 'b > join 0.5', 'b > s 0.5 rework', ...chain('join', 't', 'end')],
    ],
    [
      'two branches to two places',
      [
        'a > join 0.8',
        'a > s 0.2 rework',
        'b > join 0.5',
        'b > t 0.5 escalation',
        ...chain('join', 't', 'end'),
      ],
    ],
    [
      'after the block into a branch',
      ['a > join', 'b > join', 'join > t', 't > end 0.7', 't > b 0.3 rework'],
    ],
  ])('agree on returns out of or into parallel work: %s', (_, flows) => {
    const { mean, error, expected } = compare(
      mapOf({ nodes: around, flows: [...block, ...flows] }),
      40_000,
      5,
    );
    expect(Math.abs(mean - expected)).toBeLessThan(4.5 * error);
  });
});

describe('a repeat that takes a part of the first time', () => {
  it('is sampled as it is computed, also for a step that some items pass by', () => {
    const graph = mapOf({
      nodes: {
        start: {},
        a: { pt: [10, 20, 60], wait: 5, repeatFactor: { likely: 0.25 } },
        b: { pt: 40, wait: 0, repeatFactor: { likely: 0.5 } },
        end: {},
      },
      flows: ['start > a', 'a > b 0.6', 'a > end 0.4', 'b > a 0.3 rework', 'b > end 0.7'],
    });
    const { mean, error, expected } = compare(graph, 40_000, 9);
    expect(Math.abs(mean - expected)).toBeLessThan(4.5 * error);
    // Visits: a 1 / (1 - 0.18), b 0.6 of these; first times 1 of a and 0.6 of b, the rest repeats.
    const a = 1 / 0.82;
    const work = 25 * (1 + (a - 1) * 0.25) + 40 * (0.6 + (0.6 * a - 0.6) * 0.5);
    expect(expected).toBeCloseTo(5 * a + work, 6);
  });
});

describe('the clock of a sampled item', () => {
  it('does not run in steps after value, in detached steps and in branches that nothing waits for', () => {
    const graph = mapOf({
      nodes: {
        start: {},
        a: { pt: 5, wait: 5 },
        fork: {},
        notify: { pt: 100, wait: 100 },
        log: { pt: 50, wait: 0, detached: true },
        review: { pt: 60, wait: 600, afterValue: true },
        end: {},
      },
      flows: [...chain('start', 'a', 'fork', 'log', 'review', 'end'), ...chain('fork', 'notify')],
    });
    expect(sampleTimes(graph, { runs: 2, seed: 1 })).toEqual(Float64Array.of(10, 10));
  });

  it('begins at each of several starts as often', () => {
    const graph = mapOf({
      nodes: { start1: {}, start2: {}, a: { pt: 10, wait: 0 }, b: { pt: 30, wait: 0 }, end: {} },
      flows: ['start1 > a', 'start2 > b', 'a > end', 'b > end'],
    });
    const { mean, error } = compare(graph, 4_000, 1);
    expect(Math.abs(mean - 20)).toBeLessThan(4.5 * error);
  });
});

describe('sampled lead times', () => {
  const spec: MapSpec = {
    nodes: { start: {}, a: { pt: [10, 20, 60], wait: [0, 30, 300] }, end: {} },
    flows: ['start > a', 'a > a 0.2 rework', 'a > end 0.8'],
    target: 60,
  };

  it('are the same for the same seed and other for another', () => {
    const sample = (seed: number): unknown => sampleLeadTime(mapOf(spec), { runs: 500, seed });
    expect(sample(7)).toEqual(sample(7));
    expect(sample(7)).not.toEqual({ ...(sample(8) as object), seed: 7 });
  });

  it('have six significant digits, in order', () => {
    const sample = sampleLeadTime(mapOf(spec), { runs: 1_000, seed: 1 });
    const { mean = 0, p50 = 0, p85 = 0, p95 = 0 } = sample ?? {};
    for (const value of [mean, p50, p85, p95]) expect(value).toBe(Number(value.toPrecision(6)));
    expect(p50 < p85 && p85 < p95 && p50 > 0).toBe(true);
  });

  it('say which part meets the target, and nothing of it without one', () => {
    const times = sampleTimes(mapOf(spec), { runs: 1_000, seed: 1 }) ?? [];
    const within = [...times].filter((time) => time <= 60).length / 1_000;
    expect(sampleLeadTime(mapOf(spec), { runs: 1_000, seed: 1 })?.shareWithinTarget).toBeCloseTo(within, 12);
    const { target: _, ...untargeted } = spec;
    expect(sampleLeadTime(mapOf(untargeted), { runs: 10, seed: 1 })?.shareWithinTarget).toBeNull();
  });

  it('lie between neighbours where a percentile falls between two samples', () => {
    const times = sampleTimes(mapOf(spec), { runs: 2, seed: 3 });
    const [low = 0, high = 0] = times ?? [];
    expect(sampleLeadTime(mapOf(spec), { runs: 2, seed: 3 })?.p85).toBeCloseTo(low + 0.85 * (high - low), 2);
  });

  it('do not exist where the lead time is unknown', () => {
    const unknown = mapOf({ nodes: { start: {}, a: { pt: 1 }, end: {} }, flows: chain('start', 'a', 'end') });
    expect(sampleLeadTime(unknown, { runs: 10, seed: 1 })).toBeNull();
  });

  it('are given up where a loop is hardly ever left', () => {
    const endless = mapOf({
      nodes: { start: {}, a: { pt: 1, wait: 1 }, end: {} },
      flows: ['start > a', 'a > a 0.9999999 rework', 'a > end'],
    });
    expect(sampleLeadTime(endless, { runs: 10_000, seed: 1 })).toBeNull();
  });
});
