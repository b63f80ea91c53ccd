import { describe, expect, it } from 'vitest';
import { computeFigures } from '../../../shared/figures/compute-figures';
import type { FigureKey, Figures } from '../../../shared/figures/types';
import { chain, type MapSpec, mapOf } from './maps';

const figuresOf = (nodes: MapSpec['nodes'], ...flows: readonly string[][]): Figures =>
  computeFigures(mapOf({ nodes: { start: {}, end: {}, ...nodes }, flows: flows.flat() }));
const valueOf = (figures: Figures, key: FigureKey): number | null => figures.figure[key].value;
const visitsOf = (figures: Figures, node: string): number => figures.visits?.node.get(node) ?? Number.NaN;

const lasting = (minutes: number): { pt: number; wait: number; ca: number } => ({
  pt: minutes,
  wait: 0,
  ca: 1,
});

describe('nested blocks', () => {
  const figures = figuresOf(
    {
      fork1: {},
      a: lasting(10),
      fork2: {},
      b: lasting(20),
      c: lasting(5),
      join2: {},
      d: lasting(1),
      e: lasting(25),
      join1: {},
    },
    chain('start', 'fork1', 'a', 'fork2', 'b', 'join2', 'd', 'join1', 'end'),
    chain('fork2', 'c', 'join2'),
    chain('fork1', 'e', 'join1'),
  );

  it('count inside out: 10 + max(20, 5) + 1 against 25', () => {
    expect(valueOf(figures, 'leadTimeExpected')).toBe(31);
    expect(valueOf(figures, 'effortPersonHours')).toBe(61);
  });

  it('put on the path what lies on the longest branch of the longest branch', () => {
    const onPath = figures.contributions.filter((each) => each.onPath).map((each) => each.node);
    expect(onPath).toEqual(['a', 'b', 'd']);
  });

  it('visit every node once, joins like their forks', () => {
    for (const node of ['fork1', 'b', 'c', 'join2', 'e', 'join1', 'end'])
      expect(visitsOf(figures, node)).toBe(1);
  });
});

describe('blocks that follow each other, repeat or are optional', () => {
  it('add up in a row', () => {
    const figures = figuresOf(
      {
        fork1: {},
        a: lasting(10),
        b: lasting(5),
        join1: {},
        fork2: {},
        c: lasting(1),
        d: lasting(2),
        join2: {},
      },
      chain('start', 'fork1', 'a', 'join1', 'fork2', 'c', 'join2', 'end'),
      chain('fork1', 'b', 'join1'),
      chain('fork2', 'd', 'join2'),
    );
    expect(valueOf(figures, 'leadTimeExpected')).toBe(12);
  });

  it('count as often as items come to them', () => {
    const figures = figuresOf(
      { decision: {}, fork: {}, a: lasting(10), b: lasting(4), join: {}, check: lasting(0) },
      ['start > decision', 'decision > fork 0.5', 'decision > check 0.5'],
      chain('fork', 'a', 'join', 'check'),
      chain('fork', 'b', 'join'),
      ['check > end 0.75', 'check > decision 0.25 rework'],
    );
    expect(visitsOf(figures, 'a')).toBeCloseTo(2 / 3, 12);
    expect(visitsOf(figures, 'join')).toBeCloseTo(2 / 3, 12);
    expect(valueOf(figures, 'leadTimeExpected')).toBeCloseTo(20 / 3, 12);
    expect(valueOf(figures, 'effortPersonHours')).toBeCloseTo(28 / 3, 12);
  });

  it('may have an empty branch', () => {
    const figures = figuresOf(
      { fork: {}, a: lasting(10), join: {} },
      chain('start', 'fork', 'a', 'join', 'end'),
      ['fork > join'],
    );
    expect(valueOf(figures, 'leadTimeExpected')).toBe(10);
    expect(visitsOf(figures, 'end')).toBe(1);
  });
});

describe('a loop inside a branch', () => {
  const figures = figuresOf(
    { fork: {}, a: lasting(10), repair: lasting(8), b: lasting(15), join: {} },
    chain('start', 'fork', 'a'),
    ['a > join 0.5', 'a > repair 0.5 rework', 'repair > a'],
    chain('fork', 'b', 'join', 'end'),
  );

  it('lengthens that branch, its repair step included', () => {
    // Two visits of a, one of the repair: 28 against 15.
    expect(visitsOf(figures, 'repair')).toBeCloseTo(1, 12);
    expect(valueOf(figures, 'leadTimeExpected')).toBeCloseTo(28, 12);
    expect(visitsOf(figures, 'join')).toBe(1);
  });

  it('is lost yield for the whole block', () => {
    expect(valueOf(figures, 'firstPassYield')).toBeCloseTo(0.5, 12);
  });
});

describe('a branch that nothing waits for', () => {
  it('costs effort but no lead time where it ends on its own', () => {
    const figures = figuresOf(
      { a: lasting(10), fork: {}, notify: lasting(99), b: lasting(5) },
      chain('start', 'a', 'fork', 'b', 'end'),
      chain('fork', 'notify'),
    );
    expect(valueOf(figures, 'leadTimeExpected')).toBe(15);
    expect(valueOf(figures, 'effortPersonHours')).toBe(114);
    expect(visitsOf(figures, 'end')).toBe(1);
    expect(valueOf(figures, 'firstPassYield')).toBe(1);
  });

  it('costs no lead time either beside branches that are joined', () => {
    const figures = figuresOf(
      { fork: {}, a: lasting(10), b: lasting(5), notify: { ...lasting(99), ca: 0.1 }, join: {} },
      chain('start', 'fork', 'a', 'join', 'end'),
      chain('fork', 'b', 'join'),
      chain('fork', 'notify', 'end'),
    );
    expect(valueOf(figures, 'leadTimeExpected')).toBe(10);
    expect(valueOf(figures, 'effortPersonHours')).toBe(114);
    expect(valueOf(figures, 'rolledCompleteAccurate')).toBe(1);
    expect(visitsOf(figures, 'end')).toBe(1);
  });

  it('costs no lead time where its first step is marked as detached although it is joined', () => {
    const figures = figuresOf(
      {
        fork: {},
        a: lasting(10),
        notify: { ...lasting(99), detached: true },
        log: { ...lasting(9), ca: 0.5 },
        join: {},
      },
      chain('start', 'fork', 'a', 'join', 'end'),
      chain('fork', 'notify', 'log', 'join'),
    );
    expect(valueOf(figures, 'leadTimeExpected')).toBe(10);
    expect(valueOf(figures, 'effortPersonHours')).toBe(118);
    expect(valueOf(figures, 'rolledCompleteAccurate')).toBe(1);
  });
});

describe('rework inside a detached branch that is joined', () => {
  it('is no lost yield of the item', () => {
    const figures = figuresOf(
      { fork: {}, a: lasting(10), log: { ...lasting(9), detached: true }, join: {} },
      chain('start', 'fork', 'a', 'join', 'end'),
      chain('fork', 'log'),
      ['log > join 0.5', 'log > log 0.5 rework'],
    );
    expect(valueOf(figures, 'firstPassYield')).toBe(1);
    expect(visitsOf(figures, 'log')).toBeCloseTo(2, 12);
  });
});

describe('rework out of a branch', () => {
  it('takes the item with it: the join sees what is left, and the whole block is done again', () => {
    const figures = figuresOf(
      { s: lasting(1), fork: {}, a: lasting(10), b: lasting(4), join: {}, t: lasting(2) },
      chain('start', 's', 'fork', 'a'),
      ['a > join 0.8', 'a > s 0.2 rework'],
      chain('fork', 'b', 'join', 't', 'end'),
    );
    expect(visitsOf(figures, 'fork')).toBeCloseTo(1.25, 12);
    expect(visitsOf(figures, 'join')).toBeCloseTo(1, 12);
    expect(visitsOf(figures, 'b')).toBeCloseTo(1.25, 12);
    expect(valueOf(figures, 'leadTimeExpected')).toBeCloseTo(1.25 * 11 + 2, 12);
    expect(valueOf(figures, 'firstPassYield')).toBeCloseTo(0.8, 12);
  });

  it('out of two branches happens unless both arrive', () => {
    const figures = figuresOf(
      { s: lasting(0), fork: {}, a: lasting(10), b: lasting(4), join: {} },
      chain('start', 's', 'fork', 'a'),
      chain('fork', 'b'),
      ['a > join 0.8', 'a > s 0.2 rework', 'b > join 0.5', 'b > s 0.5 rework', 'join > end'],
    );
    // Both arrive in 0.8 x 0.5 of the passes.
    expect(visitsOf(figures, 'fork')).toBeCloseTo(2.5, 12);
    expect(visitsOf(figures, 'join')).toBeCloseTo(1, 12);
    expect(valueOf(figures, 'leadTimeExpected')).toBeCloseTo(25, 12);
    expect(valueOf(figures, 'firstPassYield')).toBeCloseTo(0.4, 12);
  });

  it('to different places follows one of them by equal chance where several branches have left', () => {
    const figures = figuresOf(
      { x: lasting(1), y: lasting(1), fork: {}, a: {}, b: {}, join: {} },
      chain('start', 'x', 'y', 'fork', 'a'),
      chain('fork', 'b'),
      ['a > join 0.5', 'a > x 0.5 rework', 'b > join 0.5', 'b > y 0.5 rework', 'join > end'],
    );
    // Left by a alone 0.25, by b alone 0.25, by both 0.25: 0.375 to each place, so four passes.
    expect(visitsOf(figures, 'fork')).toBeCloseTo(4, 12);
    expect(visitsOf(figures, 'x')).toBeCloseTo(1 + 4 * 0.375, 12);
    expect(visitsOf(figures, 'y')).toBeCloseTo(4, 12);
    expect(visitsOf(figures, 'end')).toBeCloseTo(1, 12);
  });
});

describe('rework into a branch from after the block', () => {
  it('passes the rest of that branch and the join alone, and all of it counts on the clock', () => {
    const figures = figuresOf(
      { fork: {}, a: lasting(4), b: lasting(10), join: {}, check: lasting(1) },
      chain('start', 'fork', 'a', 'join', 'check'),
      chain('fork', 'b', 'join'),
      ['check > end 0.8', 'check > a 0.2 rework'],
    );
    expect(visitsOf(figures, 'a')).toBeCloseTo(1.25, 12);
    expect(visitsOf(figures, 'b')).toBeCloseTo(1, 12);
    expect(visitsOf(figures, 'check')).toBeCloseTo(1.25, 12);
    expect(visitsOf(figures, 'end')).toBeCloseTo(1, 12);
    // The longest branch once (10), the returns through a (0.25 x 4), the checks (1.25 x 1).
    expect(valueOf(figures, 'leadTimeExpected')).toBeCloseTo(10 + 1 + 1.25, 12);
  });
});

describe('a message inside a branch that nothing waits for', () => {
  it('counts as effort alone and leaves the block around it as it is', () => {
    const figures = figuresOf(
      {
        fork1: {},
        a: lasting(10),
        fork2: {},
        notify: { pt: 3, wait: 500, detached: true },
        b: lasting(4),
        join1: {},
      },
      chain('start', 'fork1', 'a', 'fork2', 'join1', 'end'),
      chain('fork1', 'b', 'join1'),
      chain('fork2', 'notify'),
    );
    expect(valueOf(figures, 'leadTimeExpected')).toBe(10);
    expect(valueOf(figures, 'effortPersonHours')).toBe(17);
    expect(visitsOf(figures, 'join1')).toBe(1);
  });
});
