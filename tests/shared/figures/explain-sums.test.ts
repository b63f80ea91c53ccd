import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { computeFigures } from '../../../shared/figures/compute-figures';
import { explain } from '../../../shared/figures/explain';
import type { ExplainKey, Explanation } from '../../../shared/figures/explain-types';
import type { FigureKey } from '../../../shared/figures/types';
import type { MapGraph } from '../../../shared/model/queries';
import { sampleLeadTime } from '../../../shared/simulation/sample-lead-time';
import { randomMap } from '../../helpers/random-map';
import { mapOf } from './maps';
import { anyRaggedMap } from './ragged-maps';
import { calculatedTemplates, graphOfTemplate } from './templates';

const keys = (graph: MapGraph): FigureKey[] => Object.keys(computeFigures(graph).figure) as FigureKey[];

/** Figures that no step adds to. */
const withoutSum = new Set<ExplainKey>(['takt']);
/** Figures that are a root of what the rows add up to. */
const derived = new Set<ExplainKey>(['rolledPerStep']);

/** The same map with all times and qualities filled in, each step's its own. */
function filled(graph: MapGraph): MapGraph {
  const nodes = graph.nodes.map((node, at) =>
    node.type === 'step'
      ? {
          ...node,
          processTime: { likely: 5 + (at % 7) },
          wait: { likely: 3 * (at % 11) },
          completeAccurate: { likely: 0.9 },
          value: at % 3 === 0 ? ('NVA' as const) : ('VA' as const),
        }
      : node,
  );
  return { ...graph, nodes, node: new Map(nodes.map((node) => [node.id, node])) };
}

function expectSum(graph: MapGraph, key: FigureKey): void {
  const figures = computeFigures(graph);
  const { value } = figures.figure[key];
  const { rows, total }: Explanation = explain(key, graph, figures);
  if (value === null || withoutSum.has(key)) return;
  const sum = rows.reduce((all, row) => all + (row.amount ?? Number.NaN), 0);
  const whole = derived.has(key) ? (figures.figure.rolledCompleteAccurate.value ?? 0) : value;
  const expected = total?.isComplement === true ? 1 - whole : whole;
  expect(Math.abs(sum - expected), `${key}: ${sum} is not ${expected}`).toBeLessThan(
    1e-6 * Math.max(1, Math.abs(expected)),
  );
  expect(total?.amount).toBeCloseTo(sum, 9);
}

describe('what the steps add', () => {
  it('is each figure, on 200 maps with choices, loops, parallel work, branches aside and tails', () => {
    fc.assert(
      fc.property(anyRaggedMap({ parallel: true }), (spec) => {
        const graph = mapOf({ ...spec, demand: 120, costOfDelay: 7 });
        for (const key of keys(graph)) expectSum(graph, key);
      }),
      { numRuns: 200, seed: 11, endOnFailure: true },
    );
  });

  it('is each figure on 150 maps with returns into and out of parallel work and repairs beside the way', () => {
    let known = 0;
    for (let seed = 0; seed < 150; seed += 1) {
      const graph = filled(randomMap(seed, 3 + (seed % 20)));
      const { leadTimeExpected } = computeFigures(graph).figure;
      if (leadTimeExpected.value !== null) known += 1;
      for (const key of keys(graph)) expectSum(graph, key);
    }
    expect(known).toBeGreaterThan(75);
  });

  it.each(calculatedTemplates)('is each figure of the template $id', ({ id }) => {
    const graph = graphOfTemplate(id);
    for (const key of keys(graph)) expectSum(graph, key);
  });

  it('needs no correction for branches that fail together where nothing is parallel', () => {
    fc.assert(
      fc.property(anyRaggedMap({ parallel: false }), (spec) => {
        const graph = mapOf(spec);
        for (const key of ['rolledCompleteAccurate', 'firstPassYield'] as const)
          for (const row of explain(key, graph, computeFigures(graph)).rows)
            expect(row.about.length, row.name).toBeGreaterThan(0);
      }),
      { numRuns: 100, seed: 14, endOnFailure: true },
    );
  });

  it('never fails and never shows a number that is none, whatever is missing', () => {
    for (let seed = 0; seed < 100; seed += 1) {
      const graph = randomMap(seed, 1 + (seed % 15));
      const figures = computeFigures(graph);
      const sampled = sampleLeadTime(graph, { runs: 20, seed: 1 });
      for (const key of [...keys(graph), 'bottleneck', 'sampled'] as const)
        expect(JSON.stringify(explain(key, graph, figures, sampled))).not.toMatch(/NaN|undefined|Infinity|∞/);
    }
  });
});

describe('the path that fixes the clock', () => {
  it('holds exactly the steps that add to the lead time; all others are named with a reason', () => {
    fc.assert(
      fc.property(anyRaggedMap({ parallel: true }), (spec) => {
        const graph = mapOf(spec);
        const { rows, path, off } = explain('leadTimeExpected', graph, computeFigures(graph));
        const steps = graph.nodes.filter((node) => node.type === 'step').map((node) => node.id);
        const adding = rows.flatMap((row) => row.about);
        expect(steps.filter((id) => path?.nodes.has(id)).sort()).toEqual([...adding].sort());
        expect([...adding, ...off.map((each) => each.about)].sort()).toEqual([...steps].sort());
        for (const each of off) expect(each.why).not.toBe('');
      }),
      { numRuns: 100, seed: 12, endOnFailure: true },
    );
  });

  it('leads without a break from the start over every flow that it names', () => {
    fc.assert(
      fc.property(anyRaggedMap({ parallel: true }), (spec) => {
        const graph = mapOf(spec);
        const { path } = explain('leadTimeExpected', graph, computeFigures(graph));
        for (const flow of graph.flows)
          if (path?.flows.has(flow.id))
            expect(path.nodes.has(flow.from) && path.nodes.has(flow.to)).toBe(true);
        const reached = new Set(['start']);
        for (let before = 0; before !== reached.size; ) {
          before = reached.size;
          for (const flow of graph.flows)
            if (path?.flows.has(flow.id) && reached.has(flow.from)) reached.add(flow.to);
        }
        expect([...(path?.nodes ?? [])].filter((id) => !reached.has(id))).toEqual([]);
      }),
      { numRuns: 100, seed: 13, endOnFailure: true },
    );
  });
});
