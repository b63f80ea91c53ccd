import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { computeFigures } from '../../../shared/figures/compute-figures';
import { type Spending, type WastePareto, wastePareto } from '../../../shared/figures/waste-pareto';
import { workKinds } from '../../../shared/model/value-sets';
import { anyPart, drawn } from './composed-maps';
import { chain, h, type MapSpec, mapOf, type NodeSpec } from './maps';

function paretoOf(spec: MapSpec): WastePareto {
  const graph = mapOf(spec);
  return wastePareto(graph, computeFigures(graph));
}

function amounts(pareto: WastePareto, of: 'leadTime' | 'effort'): Partial<Record<Spending, number>> {
  return Object.fromEntries(pareto.bars.filter((bar) => bar[of] > 0).map((bar) => [bar.id, bar[of]]));
}

const line = (nodes: Readonly<Record<string, NodeSpec>>): MapSpec => ({
  nodes: { start: {}, ...nodes, end: {} },
  flows: chain('start', ...Object.keys(nodes), 'end'),
});

describe('the Pareto of wastes', () => {
  it('gives each minute to one bar, by kind, keying in, value and wait', () => {
    const pareto = paretoOf(
      line({
        pass: { pt: 5, wait: 50, kind: 'handoff', rekeys: true, value: 'NVA' },
        copy: { pt: 10, wait: 20, rekeys: true, value: 'NVA' },
        file: { pt: 7, wait: 0, value: 'NVA', crew: 2 },
        cool: { pt: 3, wait: 100, requiredWait: true, value: 'NNVA' },
        make: { pt: 60, wait: 30, value: 'VA' },
        odd: { pt: 2, wait: 0 },
      }),
    );
    expect(amounts(pareto, 'leadTime')).toEqual({
      NNVA: 103,
      VA: 60,
      transport: 55,
      waiting: 50,
      motion: 10,
      overprocessing: 7,
      unclassified: 2,
    });
    expect(amounts(pareto, 'effort')).toEqual({
      VA: 60,
      overprocessing: 14,
      motion: 10,
      transport: 5,
      NNVA: 3,
      unclassified: 2,
    });
    expect(pareto.bars.map(({ id }) => id).slice(0, 3)).toEqual(['NNVA', 'VA', 'transport']);
    expect(pareto.bars.find(({ id }) => id === 'waiting')?.nodes).toEqual(['make', 'copy']);
    expect(pareto.bars).toHaveLength(11);
  });

  it('counts as defects what rework adds, whatever the step is', () => {
    // A fifth comes back: 1.25 visits, of which 0.25 are rework.
    const pareto = paretoOf({
      nodes: { start: {}, a: { pt: 40, wait: 80, value: 'VA' }, end: {} },
      flows: ['start > a', 'a > a 0.2 rework', 'a > end 0.8'],
    });
    expect(amounts(pareto, 'leadTime')).toEqual({ waiting: 80, VA: 40, defects: 30 });
  });

  it('counts rework on a branch with slack only as far as the item waits for it', () => {
    // Y and Z are done twice: 14 h beside the 10 h of X. Lead time 2 + 14 + 1 = 17 h, without
    // rework 2 + 10 + 1 = 13 h; the people work 4 + 3 h more.
    const pareto = paretoOf({
      nodes: {
        start: {},
        s: { pt: h(2), wait: 0, value: 'VA' },
        fork: {},
        x: { pt: h(10), wait: 0, value: 'VA' },
        y: { pt: h(4), wait: 0, value: 'VA' },
        z: { pt: h(3), wait: 0, value: 'VA' },
        join: {},
        t: { pt: h(1), wait: 0, value: 'VA' },
        end: {},
      },
      flows: [
        ...chain('start', 's', 'fork', 'x', 'join', 't', 'end'),
        ...chain('fork', 'y', 'z'),
        'z > join 0.5',
        'z > y 0.5 rework',
      ],
    });
    expect(pareto.leadTime).toBeCloseTo(h(17), 6);
    const found = amounts(pareto, 'leadTime');
    expect([found.VA, found.defects]).toEqual([
      expect.closeTo(h(13), 6) as number,
      expect.closeTo(h(4), 6) as number,
    ]);
    expect(amounts(pareto, 'effort').defects).toBeCloseTo(h(7), 6);
  });

  it('leaves planned iteration where it belongs, and counts steps marked as rework as defects', () => {
    const pareto = paretoOf({
      nodes: {
        start: {},
        a: { pt: 40, wait: 0, value: 'VA' },
        fix: { pt: 9, wait: 1, isRework: true },
        end: {},
      },
      flows: ['start > a', 'a > a 0.2 iteration', 'a > fix 0.8', 'fix > end'],
    });
    expect(amounts(pareto, 'leadTime')).toEqual({ VA: 50, defects: 10 });
  });

  it('takes approvals beyond the first as overprocessing, of each item', () => {
    const approval = { pt: 10, wait: 0, kind: 'approval', value: 'NNVA' } as const;
    const twice = paretoOf(line({ one: approval, two: approval }));
    expect(amounts(twice, 'leadTime')).toEqual({ NNVA: 10, overprocessing: 10 });
    const either = paretoOf({
      nodes: { start: {}, decision: {}, small: approval, large: approval, last: approval, end: {} },
      flows: [
        'start > decision',
        'decision > small 0.75',
        'decision > large 0.25',
        'small > end',
        'large > last',
        'last > end',
      ],
    });
    expect(amounts(either, 'leadTime')).toEqual({ NNVA: 10, overprocessing: 2.5 });
    const atOnce = paretoOf({
      nodes: { start: {}, fork: {}, one: approval, two: approval, join: {}, end: {} },
      flows: [...chain('start', 'fork', 'one', 'join', 'end'), ...chain('fork', 'two', 'join')],
    });
    expect(amounts(atOnce, 'effort')).toEqual({ NNVA: 20 });
  });

  it('counts what comes after value, and branches off the path, as effort alone', () => {
    const pareto = paretoOf({
      nodes: {
        start: {},
        fork: {},
        long: { pt: 30, wait: 0, value: 'VA' },
        short: { pt: 10, wait: 5, value: 'VA' },
        join: {},
        review: { pt: 20, wait: 600, value: 'NNVA', afterValue: true },
        end: {},
      },
      flows: [...chain('start', 'fork', 'long', 'join', 'review', 'end'), ...chain('fork', 'short', 'join')],
    });
    expect(amounts(pareto, 'leadTime')).toEqual({ VA: 30 });
    expect(amounts(pareto, 'effort')).toEqual({ VA: 40, NNVA: 20 });
  });

  it('holds the known part where inputs lack, and says so', () => {
    const pareto = paretoOf(line({ a: { pt: 10, wait: 5, value: 'VA' }, b: { wait: 7 } }));
    expect(pareto.isPart).toBe(true);
    expect(amounts(pareto, 'leadTime')).toEqual({ waiting: 12, VA: 10 });
  });

  it('says nothing where the way is broken', () => {
    const pareto = paretoOf({ nodes: { a: { pt: 1, wait: 1 }, b: { pt: 1, wait: 1 } }, flows: [] });
    expect([pareto.leadTime, pareto.effort, pareto.isPart]).toEqual([0, 0, true]);
  });
});

const marks = fc.record({
  kind: fc.option(fc.constantFrom(...workKinds), { nil: undefined }),
  rekeys: fc.boolean(),
  requiredWait: fc.boolean(),
  isRework: fc.boolean(),
  afterValue: fc.boolean(),
  detached: fc.boolean(),
  value: fc.option(fc.constantFrom('VA' as const, 'NNVA' as const, 'NVA' as const), { nil: undefined }),
  repeatFactor: fc.option(fc.constantFrom({ likely: 0.5 }, { likely: 0 }), { nil: undefined }),
});

/** Marks the steps of a map in turn. */
function marked(spec: MapSpec, list: readonly object[]): MapSpec {
  const nodes = Object.entries(spec.nodes).map(([id, node], at): [string, NodeSpec] => {
    const given = Object.entries(list[at % list.length] ?? {}).filter(([, value]) => value !== undefined);
    return [id, id.startsWith('step') ? { ...node, ...Object.fromEntries(given) } : node];
  });
  return { ...spec, nodes: Object.fromEntries(nodes) };
}

function expectSums(spec: MapSpec): void {
  const graph = mapOf(spec);
  const figures = computeFigures(graph);
  const pareto = wastePareto(graph, figures);
  const { leadTimeExpected, effortPersonHours } = figures.figure;
  const near = (actual: number, expected: number | null): void =>
    expect(Math.abs(actual - (expected ?? Number.NaN))).toBeLessThanOrEqual(
      1e-9 * Math.max(1, expected ?? 0),
    );
  near(pareto.leadTime, leadTimeExpected.value);
  near(pareto.effort, effortPersonHours.value);
  for (const bar of pareto.bars) expect(Math.min(bar.leadTime, bar.effort)).toBeGreaterThanOrEqual(0);
}

describe('the bars of any map', () => {
  it('add up to the lead time and the effort', () => {
    fc.assert(
      fc.property(
        anyPart({ parallel: true }),
        fc.array(marks, { minLength: 1, maxLength: 5 }),
        (part, list) => expectSums(marked(drawn(part), list)),
      ),
      { numRuns: 300, seed: 51 },
    );
  });

  it('add up where items come back into and out of parallel work', () => {
    const nodes: MapSpec['nodes'] = {
      start: {},
      s: { pt: 1, wait: 2 },
      fork: {},
      a: { pt: 10, wait: 3 },
      b: { pt: 4, wait: 1 },
      join: {},
      t: { pt: 2, wait: 0 },
      end: {},
    };
    const block = [...chain('start', 's', 'fork', 'a'), ...chain('fork', 'b')];
    expectSums({
      nodes,
      flows: [...block, 'a > join 0.8', 'a > s 0.2 rework', 'b > join', ...chain('join', 't', 'end')],
    });
    expectSums({
      nodes,
      flows: [...block, 'a > join', 'b > join', 'join > t', 't > end 0.7', 't > b 0.3 rework'],
    });
  });
});
