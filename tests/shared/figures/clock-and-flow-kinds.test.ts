import { describe, expect, it } from 'vitest';
import { computeFigures } from '../../../shared/figures/compute-figures';
import type { FigureKey, Figures } from '../../../shared/figures/types';
import { chain, type MapSpec, mapOf, type NodeSpec } from './maps';

const figuresOf = (spec: MapSpec): Figures => computeFigures(mapOf(spec));
const values = (figures: Figures, ...keys: FigureKey[]): (number | null)[] =>
  keys.map((key) => figures.figure[key].value);

const full: NodeSpec = { pt: 10, wait: 30, ca: 0.9, value: 'VA', team: 'one' };

describe('the customer’s clock', () => {
  it('stops for steps after value, whose time is shown as a tail', () => {
    const figures = figuresOf({
      nodes: { start: {}, a: full, review: { ...full, afterValue: true }, end: {} },
      flows: chain('start', 'a', 'review', 'end'),
    });
    expect(values(figures, 'leadTimeExpected', 'afterValueTail', 'effortPersonHours')).toEqual([40, 40, 20]);
    expect(figures.figure.rolledCompleteAccurate.value).toBeCloseTo(0.81, 12);
  });

  it('opens again on a return from a step after value', () => {
    const figures = figuresOf({
      nodes: { start: {}, a: full, review: { ...full, afterValue: true }, end: {} },
      flows: ['start > a', 'a > review', 'review > end 0.8', 'review > a 0.2 rework'],
    });
    expect(figures.figure.leadTimeExpected.value).toBeCloseTo(50, 12);
    expect(figures.figure.afterValueTail.value).toBeCloseTo(50, 12);
  });

  it('does not wait for a detached step', () => {
    const figures = figuresOf({
      nodes: { start: {}, a: full, notify: { ...full, detached: true }, end: {} },
      flows: chain('start', 'a', 'notify', 'end'),
    });
    expect(values(figures, 'leadTimeExpected', 'effortPersonHours')).toEqual([40, 20]);
  });
});

describe('rework and iteration', () => {
  const map = (kind: string): Figures =>
    figuresOf({
      nodes: { start: {}, a: full, end: {} },
      flows: ['start > a', `a > a 0.5 ${kind}`, 'a > end 0.5'],
    });

  it('both lengthen the expected lead time over the single pass', () => {
    for (const kind of ['rework', 'iteration']) {
      expect(values(map(kind), 'leadTimeExpected', 'leadTimeSinglePass')).toEqual([80, 40]);
    }
  });

  it('differ in yield and in wasted effort: planned iteration is no rework', () => {
    expect(values(map('rework'), 'firstPassYield', 'reworkEffortShare')).toEqual([0.5, 0.5]);
    expect(values(map('iteration'), 'firstPassYield', 'reworkEffortShare')).toEqual([1, 0]);
  });

  it('treat an escalation as a way forward', () => {
    const figures = figuresOf({
      nodes: { start: {}, a: full, b: full, end: {} },
      flows: ['start > a', 'a > b 0.5 escalation', 'a > end 0.5', 'b > end'],
    });
    expect(values(figures, 'leadTimeExpected', 'leadTimeSinglePass', 'firstPassYield')).toEqual([60, 60, 1]);
  });
});

describe('hand-offs', () => {
  it('look through forks, joins and decisions, and count each branch', () => {
    const figures = figuresOf({
      nodes: {
        start: {},
        a: { team: 'x' },
        fork: {},
        b: { team: 'x' },
        c: { team: 'y' },
        join: {},
        decision: {},
        d: { team: 'z' },
        e: { team: 'x', party: 'consumer' },
        end: {},
      },
      flows: [
        ...chain('start', 'a', 'fork', 'b', 'join', 'decision'),
        ...chain('fork', 'c', 'join'),
        'decision > d 0.5',
        'decision > e 0.5',
        'd > end',
        'e > end',
      ],
    });
    // a-c 1; b-d 0.5; c-d 0.5; c-e 0.5; b-e is the same team.
    expect(figures.figure.handoffs.value).toBeCloseTo(2.5, 12);
    expect(figures.figure.handoffsProvider.value).toBeCloseTo(2, 12);
    expect(figures.handoffsByRole).toBe(false);
  });

  it('go by role where no step names a team', () => {
    const figures = figuresOf({
      nodes: { start: {}, a: { role: 'x' }, b: { role: 'y' }, c: { role: 'y' }, end: {} },
      flows: chain('start', 'a', 'b', 'c', 'end'),
    });
    expect(figures.figure.handoffs.value).toBe(1);
    expect(figures.handoffsByRole).toBe(true);
  });
});

describe('figures', () => {
  it('are computed once per graph', () => {
    const graph = mapOf({ nodes: { start: {}, a: full }, flows: ['start > a'] });
    expect(computeFigures(graph)).toBe(computeFigures(graph));
  });
});
