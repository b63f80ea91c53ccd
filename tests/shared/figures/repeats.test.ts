import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { computeFigures, structureOf } from '../../../shared/figures/compute-figures';
import { chanceBySolving, reachOf } from '../../../shared/figures/reach';
import { solveVariant } from '../../../shared/figures/solution';
import type { MapGraph } from '../../../shared/model/queries';
import { sampleTimes } from '../../../shared/simulation/sample-lead-time';
import { anyPart, drawn } from './composed-maps';
import { chain, type MapSpec, mapOf, type NodeSpec } from './maps';

const factor = (likely: number): Pick<NodeSpec, 'repeatFactor'> => ({ repeatFactor: { likely } });

const workOf = (spec: MapSpec): number =>
  computeFigures(mapOf(spec)).figure.processTimeOnPath.value ?? Number.NaN;

describe('steps that go faster when repeated', () => {
  it('take p + (v - 1) f p: 10 minutes, 4/3 visits, half the time again make 11.67', () => {
    const spec: MapSpec = {
      nodes: { start: {}, a: { pt: 10, wait: 0, ...factor(0.5) }, end: {} },
      flows: ['start > a', 'a > a 0.25 rework', 'a > end 0.75'],
    };
    expect(workOf(spec)).toBeCloseTo(10 + (1 / 3) * 5, 12);
    expect(computeFigures(mapOf(spec)).contributions[0]?.repeat).toEqual({ factor: 0.5, reach: 1 });
  });

  it('count the first time only for items that come there at all', () => {
    // Three in ten come to b; of its visits a fifth come back: v = 0.3 / 0.8 = 0.375, h = 0.3.
    const spec: MapSpec = {
      nodes: { start: {}, a: { pt: 0, wait: 0 }, b: { pt: 40, wait: 0, ...factor(0.25) }, end: {} },
      flows: ['start > a', 'a > b 0.3', 'a > end 0.7', 'b > b 0.2 rework', 'b > end 0.8'],
    };
    expect(workOf(spec)).toBeCloseTo(0.3 * 40 + 0.075 * 10, 12);
  });

  it('change neither a single pass nor work that nothing repeats', () => {
    const spec: MapSpec = {
      nodes: {
        start: {},
        a: { pt: 10, wait: 5, ...factor(0.1) },
        b: { pt: 20, wait: 0, ...factor(0) },
        end: {},
      },
      flows: ['start > a', 'a > b', 'b > a 0.5 rework', 'b > end 0.5'],
    };
    const { figure } = computeFigures(mapOf(spec));
    expect(figure.leadTimeSinglePass.value).toBe(35);
    // Two visits each: 10 + 1 and 20 + 0 of work, twice the wait of 5.
    expect(figure.leadTimeExpected.value).toBeCloseTo(31 + 10, 12);
    expect(figure.reworkEffortShare.value).toBeCloseTo(1 / 31, 12);
  });

  it('count first visits of an item, not of each pass of a block', () => {
    // The block is passed twice on average; its branch takes 8 minutes, then 2 each time.
    const spec: MapSpec = {
      nodes: {
        start: {},
        fork: {},
        a: { pt: 8, wait: 0, ...factor(0.25) },
        b: { pt: 1, wait: 0 },
        join: {},
        check: { pt: 0, wait: 0 },
        end: {},
      },
      flows: [
        ...chain('start', 'fork', 'a', 'join', 'check'),
        ...chain('fork', 'b', 'join'),
        'check > fork 0.5 rework',
        'check > end 0.5',
      ],
    };
    expect(workOf(spec)).toBeCloseTo(8 + 2, 12);
  });

  it('count first visits in a branch that nothing waits for as well', () => {
    // The fork is passed twice on average and a log is written in every pass: 6 minutes, then 3.
    const spec: MapSpec = {
      nodes: {
        start: {},
        fork: {},
        log: { pt: 6, wait: 0, ...factor(0.5) },
        work: { pt: 10, wait: 0 },
        end: {},
      },
      flows: [...chain('start', 'fork', 'work'), 'fork > log', 'work > fork 0.5 rework', 'work > end 0.5'],
    };
    expect(computeFigures(mapOf(spec)).figure.effortPersonHours.value).toBeCloseTo(6 + 3 + 20, 12);
  });
});

/** Gives every other step a factor for its repeats. */
function learning(spec: MapSpec): MapSpec {
  const nodes = Object.entries(spec.nodes).map(([id, node], at): [string, NodeSpec] => [
    id,
    id.startsWith('step') ? { ...node, ...factor((at % 4) / 4) } : node,
  ]);
  return { ...spec, nodes: Object.fromEntries(nodes) };
}

function compare(graph: MapGraph, seed: number): { apart: number; error: number } {
  const runs = 2_000;
  const times = sampleTimes(graph, { runs, seed }) ?? new Float64Array(runs);
  const mean = times.reduce((sum, time) => sum + time, 0) / runs;
  const variance = times.reduce((sum, time) => sum + (time - mean) ** 2, 0) / (runs - 1);
  const expected = computeFigures(graph).figure.leadTimeExpected.value ?? Number.NaN;
  return {
    apart: Math.abs(mean - expected),
    error: Math.sqrt(variance / runs) + 1e-9 * Math.max(1, expected),
  };
}

describe('the chance to come to a step', () => {
  it('is the same by passes and loops as by solving the map without what follows the step', () => {
    fc.assert(
      fc.property(anyPart({ parallel: true }), fc.nat({ max: 3 }), (part, aside) => {
        const spec = drawn(part);
        const nodes = Object.entries(spec.nodes).map(([id, node], at): [string, NodeSpec] => [
          id,
          aside > 0 && at % 4 === aside ? { ...node, detached: true } : node,
        ]);
        const structure = structureOf(mapOf({ ...spec, nodes: Object.fromEntries(nodes) }));
        const solution = solveVariant(structure, 'expected');
        const { mayReturn, chance } = reachOf(structure, solution, 'expected');
        structure.network.nodes.forEach((node, at) => {
          if (node.type !== 'step') return;
          const solved = chanceBySolving(structure, 'expected', at) ?? Number.NaN;
          const known = mayReturn(at) ? chance(at) : (solution.visits[at] ?? Number.NaN);
          expect(known ?? Number.NaN).toBeCloseTo(solved, 8);
        });
      }),
      { numRuns: 100, seed: 42 },
    );
  });
});

describe('sampled and calculated repeats', () => {
  it('agree on 150 maps with choices and loops, within 4.5 standard errors', () => {
    let seed = 0;
    fc.assert(
      fc.property(anyPart({ parallel: false }), (part) => {
        seed += 1;
        const { apart, error } = compare(mapOf(learning(drawn(part))), seed);
        expect(apart).toBeLessThan(4.5 * error);
      }),
      { numRuns: 150, seed: 41, endOnFailure: true },
    );
  });
});
