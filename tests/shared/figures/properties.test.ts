import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { computeFigures } from '../../../shared/figures/compute-figures';
import type { Figure, FigureKey, Figures } from '../../../shared/figures/types';
import { anyPart, compose, drawn, type Part } from './composed-maps';
import { mapOf, type MapSpec, type NodeSpec } from './maps';

const figuresOf = (spec: MapSpec): Figures => computeFigures(mapOf(spec));

/** Equal but for rounding. */
function expectSame(actual: number | null | undefined, expected: number, what: string): void {
  const isSame = Math.abs((actual ?? Number.NaN) - expected) <= 1e-9 * Math.max(1, Math.abs(expected));
  if (!isSame) expect(actual, what).toBe(expected);
}

const all = (figures: Figures): [FigureKey, Figure][] =>
  Object.entries(figures.figure) as [FigureKey, Figure][];

const timeless: readonly FigureKey[] = [
  'activityRatio',
  'processCycleEfficiency',
  'rolledCompleteAccurate',
  'rolledPerStep',
  'firstPassYield',
  'handoffs',
  'handoffsProvider',
  'reworkEffortShare',
  'takt',
];

/** Steps with their times multiplied. */
function stretched(nodes: Readonly<Record<string, NodeSpec>>, by: number): Record<string, NodeSpec> {
  const times = (amount: NodeSpec['pt']): NodeSpec['pt'] =>
    typeof amount === 'number'
      ? amount * by
      : Array.isArray(amount)
        ? ([...amount].map((each) => each * by) as [number, number, number])
        : amount;
  return Object.fromEntries(
    Object.entries(nodes).map(([id, node]) => [
      id,
      {
        ...node,
        ...(node.pt === undefined ? {} : { pt: times(node.pt) }),
        ...(node.wait === undefined ? {} : { wait: times(node.wait) }),
      } as NodeSpec,
    ]),
  );
}

describe('the figures of any map of parts within parts', () => {
  it('follow from the figures of its parts', () => {
    fc.assert(
      fc.property(anyPart({ parallel: true }), (part) => {
        const expected = compose(part);
        const { figure } = figuresOf(drawn(part));
        expectSame(figure.leadTimeExpected.value, expected.lead, 'lead time');
        expectSame(figure.leadTimeSinglePass.value, expected.single, 'single pass');
        expectSame(figure.effortPersonHours.value, expected.effort, 'effort');
        expectSame(figure.firstPassYield.value, expected.firstPass, 'first pass yield');
        expectSame(figure.rolledCompleteAccurate.value, expected.rolled, 'rolled %C&A');
        if (expected.effort > 0) {
          const rework = (expected.effort - expected.calmEffort) / expected.effort;
          expectSame(figure.reworkEffortShare.value, rework, 'rework share');
        }
      }),
      { numRuns: 300, seed: 1 },
    );
  });

  it('do not depend on the order of nodes and flows', () => {
    fc.assert(
      fc.property(anyPart({ parallel: true }), fc.integer({ min: 1, max: 97 }), (part, stride) => {
        const spec = { ...drawn(part), demand: 100 };
        const turn = <T>(list: readonly T[]): T[] =>
          list
            .map((item, at) => ({ item, key: (at * stride) % 101 }))
            .sort((a, b) => a.key - b.key)
            .map(({ item }) => item);
        const turned = figuresOf({
          ...spec,
          nodes: Object.fromEntries(turn(Object.entries(spec.nodes))),
          flows: turn(spec.flows),
        });
        for (const [key, { value }] of all(figuresOf(spec))) {
          if (value === null) expect(turned.figure[key].value).toBeNull();
          else expectSame(turned.figure[key].value, value, key);
        }
      }),
      { numRuns: 100, seed: 2 },
    );
  });

  it('scale with the times, ratios and counts staying as they are', () => {
    fc.assert(
      fc.property(anyPart({ parallel: true }), (part) => {
        const spec = { ...drawn(part), demand: 100 };
        const before = figuresOf(spec);
        const after = figuresOf({ ...spec, nodes: stretched(spec.nodes, 8) });
        for (const [key, { value }] of all(before)) {
          if (value === null) expect(after.figure[key].value).toBeNull();
          else expectSame(after.figure[key].value, timeless.includes(key) ? value : value * 8, key);
        }
      }),
      { numRuns: 100, seed: 3 },
    );
  });

  it('keep value within work and work within lead time', () => {
    fc.assert(
      fc.property(anyPart({ parallel: true }), (part) => {
        const { figure } = figuresOf(drawn(part));
        const ratio = figure.activityRatio.value ?? 0;
        expect(figure.processCycleEfficiency.value ?? 0).toBeLessThanOrEqual(ratio + 1e-12);
        expect(ratio).toBeLessThanOrEqual(1 + 1e-12);
      }),
      { numRuns: 100, seed: 4 },
    );
  });

  it('take no less time with loops than in a single pass', () => {
    fc.assert(
      fc.property(anyPart({ parallel: true }), (part) => {
        const { leadTimeExpected, leadTimeSinglePass } = figuresOf(drawn(part)).figure;
        const single = leadTimeSinglePass.value ?? Number.NaN;
        expect(leadTimeExpected.value).toBeGreaterThanOrEqual(single - 1e-9 * Math.max(1, single));
      }),
      { numRuns: 100, seed: 5 },
    );
  });
});

describe('more rework', () => {
  /** The same map with each loop taken more often. */
  function worse(part: Part): Part {
    if (part.kind === 'step') return part;
    if (part.kind === 'loop')
      return { ...part, share: part.share + (1 - part.share) / 4, body: worse(part.body) };
    if (part.kind === 'choice') return { ...part, parts: [worse(part.parts[0]), worse(part.parts[1])] };
    return { ...part, parts: part.parts.map(worse) };
  }

  it('never shortens the lead time, lessens the effort or lets more items through at once', () => {
    fc.assert(
      fc.property(anyPart({ parallel: true }), (part) => {
        const before = figuresOf(drawn(part)).figure;
        const after = figuresOf(drawn(worse(part))).figure;
        const value = (figures: typeof before, key: FigureKey): number => figures[key].value ?? Number.NaN;
        for (const key of ['leadTimeExpected', 'effortPersonHours'] as const)
          expect(value(after, key)).toBeGreaterThanOrEqual(value(before, key) * (1 - 1e-9));
        expect(value(after, 'leadTimeSinglePass')).toBe(value(before, 'leadTimeSinglePass'));
        expect(value(after, 'firstPassYield')).toBeLessThanOrEqual(value(before, 'firstPassYield') + 1e-12);
      }),
      { numRuns: 200, seed: 9 },
    );
  });
});

describe('visits', () => {
  /** Chance of ever coming to a node: walk in ever smaller parts of an item, stopping at the node. */
  function reach(spec: MapSpec, target: string): number {
    let chance = 0;
    let front = new Map([['start', 1]]);
    const exits = new Map<string, string[][]>();
    for (const words of spec.flows.map((line) => line.split(' '))) {
      const from = words[0] ?? '';
      exits.set(from, [...(exits.get(from) ?? []), words]);
    }
    for (let round = 0; round < 5_000 && front.size > 0; round += 1) {
      const next = new Map<string, number>();
      for (const [at, amount] of front) {
        if (at === target) chance += amount;
        else
          for (const [, , to = '', share] of exits.get(at) ?? []) {
            const part = amount * (share === undefined ? 1 : Number(share));
            if (part > 1e-13) next.set(to, (next.get(to) ?? 0) + part);
          }
      }
      front = next;
    }
    return chance;
  }

  it('are never fewer than the chance of coming to the node at all', () => {
    fc.assert(
      fc.property(anyPart({ parallel: false }), fc.nat(), (part, pick) => {
        const spec = drawn(part);
        const ids = Object.keys(spec.nodes);
        const id = ids[pick % ids.length] ?? 'end';
        const visits = figuresOf(spec).visits?.node.get(id) ?? Number.NaN;
        expect(visits).toBeGreaterThanOrEqual(reach(spec, id) - 1e-9);
      }),
      { numRuns: 100, seed: 6 },
    );
  });
});

describe('taking an input away', () => {
  const fields = ['pt', 'wait', 'ca', 'value', 'team'] as const;

  /** A map of the part with one input less: a field of a step, or the shares of a choice. */
  function without(part: Part, pick: number): MapSpec {
    const spec = drawn(part);
    const steps = Object.keys(spec.nodes).filter((id) => id.startsWith('step'));
    const choices = Object.keys(spec.nodes).filter(
      (id) => spec.flows.filter((line) => line.startsWith(`${id} `)).length > 1 && id.startsWith('decision'),
    );
    const place = pick % (steps.length * fields.length + choices.length);
    const choice = choices[place - steps.length * fields.length];
    if (choice) {
      const blank = (line: string): string =>
        line.startsWith(`${choice} `) ? line.replace(/ [\d.e-]+(?= |$)/, '') : line;
      return { ...spec, flows: spec.flows.map(blank) };
    }
    const id = steps[Math.floor(place / fields.length)] ?? '';
    const field = fields[place % fields.length] ?? 'pt';
    const { [field]: _, ...rest } = spec.nodes[id] ?? {};
    return { ...spec, nodes: { ...spec.nodes, [id]: rest } };
  }

  it('leaves each figure as it was, or unknown within bounds that hold the old value', () => {
    fc.assert(
      fc.property(anyPart({ parallel: true }), fc.nat(), (part, pick) => {
        const before = figuresOf({ ...drawn(part), demand: 100 });
        const after = figuresOf({ ...without(part, pick), demand: 100 });
        for (const [key, { value, lower, upper, missing, coverage }] of all(after)) {
          const old = before.figure[key].value;
          if (old === null) continue;
          if (value !== null) expectSame(value, old, key);
          else {
            const slack = 1e-9 * Math.max(1, old);
            expect(lower ?? 0, key).toBeLessThanOrEqual(old + slack);
            expect(upper ?? Number.POSITIVE_INFINITY, key).toBeGreaterThanOrEqual(old - slack);
            expect(missing.length, key).toBeGreaterThan(0);
          }
          expect(coverage).toBeLessThanOrEqual(1);
        }
      }),
      { numRuns: 200, seed: 7 },
    );
  });

  it('makes every figure unknown that needs it: no lead time without one of the waits', () => {
    fc.assert(
      fc.property(anyPart({ parallel: true }), fc.nat(), (part, pick) => {
        const spec = drawn(part);
        const steps = Object.keys(spec.nodes).filter((id) => id.startsWith('step'));
        const id = steps[pick % steps.length] ?? '';
        const { wait: _, ...rest } = spec.nodes[id] ?? {};
        const { figure } = figuresOf({ ...spec, nodes: { ...spec.nodes, [id]: rest } });
        expect(figure.leadTimeExpected.value).toBeNull();
        expect(figure.leadTimeExpected.missing).toEqual([{ about: id, field: 'wait' }]);
        expect(figure.activityRatio.value ?? 0).toBe(0);
        expect(figure.effortPersonHours.value).not.toBeNull();
      }),
      { numRuns: 100, seed: 8 },
    );
  });
});
