import { describe, expect, it } from 'vitest';
import { computeFigures } from '../../../shared/figures/compute-figures';
import type { FigureKey, Figures } from '../../../shared/figures/types';
import { chain, type MapSpec, mapOf, type NodeSpec } from './maps';

const figuresOf = (spec: MapSpec): Figures => computeFigures(mapOf(spec));
const values = (figures: Figures, ...keys: FigureKey[]): (number | null)[] =>
  keys.map((key) => figures.figure[key].value);

const full: NodeSpec = { pt: 10, wait: 30, ca: 0.9, value: 'VA', team: 'one' };

describe('missing inputs', () => {
  it('leave the lead time unknown, at least what is known, and name the step and the field', () => {
    const { pt: _pt, ...untimed } = full;
    const { wait: _wait, ...unwaited } = full;
    const figures = figuresOf({
      nodes: { start: {}, a: full, b: untimed, c: unwaited, end: {} },
      flows: chain('start', 'a', 'b', 'c', 'end'),
    });
    expect(figures.figure.leadTimeExpected).toEqual({
      value: null,
      lower: 40 + 30 + 10,
      upper: null,
      coverage: 4 / 6,
      missing: [
        { about: 'b', field: 'processTime' },
        { about: 'c', field: 'wait' },
      ],
    });
  });

  it('are weighted by visits in the coverage', () => {
    const figures = figuresOf({
      nodes: { start: {}, a: full, b: { wait: 1 }, end: {} },
      flows: ['start > a', 'a > b 0.25', 'a > end 0.75', 'b > end'],
    });
    expect(figures.figure.effortPersonHours.coverage).toBeCloseTo(1 / 1.25, 12);
  });

  it('of a step that no item reaches are of no account', () => {
    const figures = figuresOf({
      nodes: { start: {}, a: full, stray: {}, never: {}, end: {} },
      flows: ['start > a', 'a > end 1', 'a > never 0', 'never > end'],
    });
    expect(values(figures, 'leadTimeExpected', 'effortPersonHours')).toEqual([40, 10]);
    expect(figures.unreachable).toEqual(['stray']);
    expect(figures.visits?.node.get('stray')).toBe(0);
    expect(figures.visits?.node.get('never')).toBe(0);
  });

  it('in the shorter branch matter only while it may be the longer one', () => {
    const nodes = { start: {}, fork: {}, long: { pt: 60, wait: 0 }, short: { pt: 5 }, join: {}, end: {} };
    const flows = [...chain('start', 'fork', 'long', 'join', 'end'), ...chain('fork', 'short', 'join')];
    const open = figuresOf({ nodes, flows }).figure;
    expect(open.leadTimeExpected).toMatchObject({ value: null, lower: 60, upper: null });
    expect(open.processTimeOnPath).toMatchObject({ value: null, lower: 5, upper: 60 });
    expect(open.processTimeOnPath.missing).toEqual([{ about: 'short', field: 'wait' }]);
  });

  it('let the path be known where the branch with the gap is the longest anyway', () => {
    const figures = figuresOf({
      nodes: { start: {}, fork: {}, long: { pt: 60 }, short: { pt: 5, wait: 0 }, join: {}, end: {} },
      flows: [...chain('start', 'fork', 'long', 'join', 'end'), ...chain('fork', 'short', 'join')],
    });
    expect(figures.figure.processTimeOnPath.value).toBe(60);
    expect(figures.figure.activityRatio).toMatchObject({ value: null, lower: null, upper: null });
  });

  it('bound the activity ratio: from above without waits, from below without process times', () => {
    const line = (nodes: Record<string, NodeSpec>): Figures =>
      figuresOf({ nodes: { start: {}, ...nodes, end: {} }, flows: chain('start', 'a', 'b', 'end') });
    const unwaited = line({ a: { pt: 10, wait: 20 }, b: { pt: 10 } }).figure.activityRatio;
    expect([unwaited.lower, unwaited.upper]).toEqual([null, 0.5]);
    const untimed = line({ a: { pt: 10, wait: 20 }, b: { wait: 20 } }).figure.activityRatio;
    expect([untimed.lower, untimed.upper]).toEqual([0.2, null]);
  });

  it('of %C&A bound the rolled value from above', () => {
    const { ca: _, ...unknown } = full;
    const { rolledCompleteAccurate } = figuresOf({
      nodes: { start: {}, a: full, b: unknown, end: {} },
      flows: chain('start', 'a', 'b', 'end'),
    }).figure;
    expect(rolledCompleteAccurate).toMatchObject({ value: null, lower: null, upper: 0.9, coverage: 0.5 });
  });

  it('of teams leave open which transitions are hand-offs', () => {
    const { handoffs } = figuresOf({
      nodes: { start: {}, a: { team: 'x' }, b: { team: 'y' }, c: {}, d: { team: 'y' }, end: {} },
      flows: chain('start', 'a', 'b', 'c', 'd', 'end'),
    }).figure;
    expect(handoffs).toMatchObject({ value: null, lower: 1, upper: 3, coverage: 0.75 });
    expect(handoffs.missing).toEqual([{ about: 'c', field: 'team' }]);
  });

  it('of people and availability leave the utilisation unknown', () => {
    const { utilisation } = figuresOf({
      nodes: { start: {}, a: { ...full, role: 'r' }, end: {} },
      flows: chain('start', 'a', 'end'),
      demand: 10,
      roles: { r: { people: 2 }, none: { people: 0, availability: 1 } },
    });
    expect(utilisation.get('r')).toBeNull();
    expect(utilisation.get('none')).toBeNull();
  });

  it('of demand leave takt and work in progress unknown; no demand at all has no takt', () => {
    const spec = { nodes: { start: {}, a: full, end: {} }, flows: chain('start', 'a', 'end') };
    expect(values(figuresOf(spec), 'takt', 'wip')).toEqual([null, null]);
    expect(figuresOf(spec).figure.wip.missing).toEqual([{ about: 'stream', field: 'demand' }]);
    expect(values(figuresOf({ ...spec, demand: 0 }), 'takt', 'wip')).toEqual([null, 0]);
  });
});

describe('shares', () => {
  const nodes = { start: {}, a: full, b: full, c: full, end: {} };
  const tail = ['b > end', 'c > end'];

  it('left blank once are the remainder', () => {
    const figures = figuresOf({ nodes, flows: ['start > a', 'a > b 0.7', 'a > c', ...tail] });
    expect(figures.visits?.node.get('c')).toBeCloseTo(0.3, 12);
  });

  it('left blank twice are unknown, and say so', () => {
    const { figure, visits } = figuresOf({ nodes, flows: ['start > a', 'a > b', 'a > c', ...tail] });
    expect(figure.leadTimeExpected).toMatchObject({ value: null, lower: 40, upper: null });
    expect(figure.leadTimeExpected.missing).toEqual([
      { about: 'a--b', field: 'share' },
      { about: 'a--c', field: 'share' },
    ]);
    expect(visits?.node.get('a')).toBe(1);
    expect(visits?.node.has('b')).toBe(false);
  });

  it('whose sum is within 0.01 of 1 are rescaled', () => {
    const figures = figuresOf({ nodes, flows: ['start > a', 'a > b 0.66', 'a > c 0.33', ...tail] });
    expect(figures.visits?.node.get('b')).toBeCloseTo(2 / 3, 12);
    expect(figures.visits?.node.get('end')).toBeCloseTo(1, 12);
  });

  it('whose sum is further off are unknown, at the node', () => {
    const { figure } = figuresOf({ nodes, flows: ['start > a', 'a > b 0.6', 'a > c 0.3', ...tail] });
    expect(figure.leadTimeExpected.value).toBeNull();
    expect(figure.leadTimeExpected.missing).toEqual([{ about: 'a', field: 'share' }]);
  });

  it('unknown in a loop leave a single pass that is known', () => {
    const { figure } = figuresOf({
      nodes: { start: {}, a: full, b: full, end: {} },
      flows: ['start > a', 'a > b', 'b > end', 'b > a rework'],
    });
    expect(values({ figure } as Figures, 'leadTimeExpected', 'leadTimeSinglePass')).toEqual([null, 80]);
    expect(figure.leadTimeExpected.lower).toBe(80);
  });

  it('unknown before steps that every item passes leave these in the lower bound', () => {
    const { figure } = figuresOf({
      nodes: { ...nodes, d: full },
      flows: ['start > a', 'a > b', 'a > c', 'b > d', 'c > d', 'd > end'],
    });
    expect(figure.leadTimeExpected.lower).toBe(80);
  });

  it('unknown inside a branch do not hide the rest of the map', () => {
    const { figure, visits } = figuresOf({
      nodes: { start: {}, fork: {}, a: full, b: full, c: full, x: full, join: {}, z: full, end: {} },
      flows: [
        ...chain('start', 'fork', 'a', 'b', 'join', 'z', 'end'),
        ...chain('a', 'c', 'join'),
        ...chain('fork', 'x', 'join'),
      ],
    });
    expect(visits?.node.get('z')).toBe(1);
    expect(visits?.node.has('b')).toBe(false);
    expect(figure.leadTimeExpected.lower).toBe(80);
  });
});

describe('the bottleneck of a map with gaps', () => {
  const roles = { desk: { people: 1, availability: 1 }, iam: { people: 1, availability: 1 } };
  const bottleneckOf = (nodes: Record<string, NodeSpec>): Figures['bottleneck'] =>
    figuresOf({
      nodes: { start: {}, ...nodes, end: {} },
      flows: chain('start', ...Object.keys(nodes), 'end'),
      demand: 10,
      roles,
    }).bottleneck;
  const desk: NodeSpec = { pt: 60, wait: 0, role: 'desk' };
  const iam: NodeSpec = { pt: 30, wait: 0, role: 'iam' };

  it('stays with the role that is certainly busiest, although only a part of its work is known', () => {
    expect(bottleneckOf({ a: desk, b: { role: 'desk' }, c: iam })).toMatchObject({
      id: 'desk',
      isLowerBound: true,
      isCertain: true,
    });
  });

  it('is not certain while the work of another role is unknown', () => {
    expect(bottleneckOf({ a: desk, c: iam, d: { role: 'iam' } })).toMatchObject({
      id: 'desk',
      isLowerBound: false,
      isCertain: false,
    });
  });

  it('is not certain while nothing is known of the people of another role', () => {
    expect(bottleneckOf({ a: desk, b: { ...iam, role: 'vendor' } })).toMatchObject({
      id: 'desk',
      isCertain: false,
    });
  });
});
