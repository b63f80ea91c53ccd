import { describe, expect, it } from 'vitest';
import { computeFigures } from '../../../shared/figures/compute-figures';
import type { FigureKey, Figures } from '../../../shared/figures/types';
import { chain, type MapSpec, mapOf } from './maps';

const figuresOf = (nodes: MapSpec['nodes'], ...flows: readonly string[][]): Figures =>
  computeFigures(mapOf({ nodes: { start: {}, end: {}, ...nodes }, flows: flows.flat() }));
const valueOf = (figures: Figures, key: FigureKey): number | null => figures.figure[key].value;
const pathProblems = (figures: Figures): string[] =>
  figures.figure.leadTimeExpected.missing.filter((gap) => gap.field === 'path').map((gap) => gap.about);

const lasting = (minutes: number): { pt: number; wait: number; ca: number } => ({
  pt: minutes,
  wait: 0,
  ca: 1,
});

describe('structures that cannot be read', () => {
  it('name a fork whose branches end apart', () => {
    const figures = figuresOf(
      { fork: {}, a: lasting(1), b: lasting(1) },
      chain('start', 'fork', 'a', 'end'),
      chain('fork', 'b', 'end'),
    );
    expect(pathProblems(figures)).toEqual(['fork']);
    expect(valueOf(figures, 'effortPersonHours')).toBeNull();
    expect(figures.visits).toBeNull();
  });

  it('name a fork whose branches come to different joins', () => {
    const figures = figuresOf(
      { fork: {}, a: lasting(1), b: lasting(1), join1: {}, join2: {} },
      chain('start', 'fork', 'a', 'join1', 'end'),
      chain('fork', 'b', 'join2', 'end'),
    );
    expect(pathProblems(figures)).toContain('fork');
  });

  it('name a join that alternatives lead to', () => {
    const figures = figuresOf(
      { decision: {}, a: lasting(1), b: lasting(1), join: {} },
      ['start > decision', 'decision > a 0.5', 'decision > b 0.5'],
      chain('a', 'join', 'end'),
      chain('b', 'join'),
    );
    expect(pathProblems(figures)).toEqual(['join']);
  });

  it('name a step that leads from one branch into its sibling', () => {
    const figures = figuresOf(
      { fork: {}, a: lasting(1), b: lasting(1), join: {} },
      chain('start', 'fork', 'a'),
      ['a > join 0.9', 'a > b 0.1 rework'],
      chain('fork', 'b', 'join', 'end'),
    );
    expect(pathProblems(figures)).toEqual(['a']);
  });

  it('name the fork of branches that flow together without a join', () => {
    const figures = figuresOf(
      { fork: {}, a: lasting(1), b: lasting(1), c: lasting(1), join: {} },
      chain('start', 'fork', 'a', 'c', 'join', 'end'),
      chain('fork', 'b', 'c'),
    );
    expect(pathProblems(figures)).toContain('fork');
  });

  it('name the fork of a side branch that leads back to the item’s way', () => {
    const figures = figuresOf(
      { fork: {}, a: lasting(1), b: lasting(1), join: {}, notify: lasting(1), t: lasting(1) },
      chain('start', 'fork', 'a', 'join', 't', 'end'),
      chain('fork', 'b', 'join'),
      chain('fork', 'notify', 't'),
    );
    expect(pathProblems(figures)).toEqual(['fork', 'notify']);
  });

  it('pass a fork of one branch and a join of one flow', () => {
    const figures = figuresOf({ fork: {}, a: lasting(3), join: {} }, chain('start', 'fork', 'a', 'end'));
    expect(valueOf(figures, 'leadTimeExpected')).toBe(3);
    const joined = figuresOf({ a: lasting(3), join: {} }, chain('start', 'a', 'join', 'end'));
    expect(valueOf(joined, 'leadTimeExpected')).toBe(3);
  });
});
