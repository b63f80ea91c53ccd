import { describe, expect, it } from 'vitest';
import { computeFigures } from '../../../shared/figures/compute-figures';
import { roundTheClock } from '../../../shared/model/calendar';
import type { FigureKey, Figures } from '../../../shared/figures/types';
import { chain, h, type MapSpec, mapOf } from './maps';

const figuresOf = (spec: MapSpec): Figures => computeFigures(mapOf(spec));
const valueOf = (figures: Figures, key: FigureKey): number => figures.figure[key].value ?? Number.NaN;
const hoursOf = (figures: Figures, key: FigureKey): number => valueOf(figures, key) / 60;

describe('the worked loop: A to B; B back to A 10 %; C back to B 20 %', () => {
  const nodes = {
    start: {},
    a: { pt: h(0.5), wait: h(1) },
    b: { pt: h(2), wait: h(6) },
    c: { pt: h(1), wait: h(4) },
    end: {},
  };
  const figures = figuresOf({
    nodes,
    flows: ['start > a', 'a > b 1', 'b > a 0.1 rework', 'b > c 0.9', 'c > b 0.2 rework', 'c > end 0.8'],
  });

  it('visits A 1.1389, B 1.3889 and C 1.25 times', () => {
    const visits = ['a', 'b', 'c'].map((step) => figures.visits?.node.get(step));
    expect(visits[0]).toBeCloseTo(1.1389, 4);
    expect(visits[1]).toBeCloseTo(1.3889, 4);
    expect(visits[2]).toBeCloseTo(1.25, 10);
  });

  it('takes 14.5 h in a single pass and 19.069 h with its loops', () => {
    expect(hoursOf(figures, 'leadTimeSinglePass')).toBeCloseTo(14.5, 10);
    expect(hoursOf(figures, 'leadTimeExpected')).toBeCloseTo(19.069, 3);
  });

  it('costs 4.597 h of effort, 23.9 % of it for rework, from 3.5 h', () => {
    expect(hoursOf(figures, 'effortPersonHours')).toBeCloseTo(4.597, 3);
    expect(valueOf(figures, 'reworkEffortShare')).toBeCloseTo(0.239, 3);
    const calm = figuresOf({ nodes, flows: chain('start', 'a', 'b', 'c', 'end') });
    expect(hoursOf(calm, 'effortPersonHours')).toBeCloseTo(3.5, 10);
  });

  it('yields 72 % at the first pass', () => {
    expect(valueOf(figures, 'firstPassYield')).toBeCloseTo(0.72, 10);
  });

  it('counts the items on each flow', () => {
    expect(figures.visits?.flow.get('c--b')).toBeCloseTo(0.25, 10);
    expect(figures.visits?.flow.get('c--end')).toBeCloseTo(1, 10);
  });
});

describe('visits', () => {
  it('are 1.333 for a step that returns to itself in a quarter of the cases', () => {
    const figures = figuresOf({
      nodes: { start: {}, a: { pt: 1, wait: 0 }, end: {} },
      flows: ['start > a', 'a > a 0.25 rework', 'a > end 0.75'],
    });
    expect(figures.visits?.node.get('a')).toBeCloseTo(4 / 3, 12);
  });

  it('are the share of an optional step', () => {
    const figures = figuresOf({
      nodes: { start: {}, a: {}, b: {}, c: {}, end: {} },
      flows: ['start > a', 'a > b 0.3', 'a > c', 'b > c', 'c > end'],
    });
    expect(figures.visits?.node.get('b')).toBeCloseTo(0.3, 12);
    expect(figures.visits?.node.get('c')).toBeCloseTo(1, 12);
  });
});

describe('means', () => {
  it('are PERT means: 0.25, 1, 4 h make 1.375 h', () => {
    const figures = figuresOf({
      nodes: { start: {}, a: { pt: [h(0.25), h(1), h(4)], wait: 0 }, end: {} },
      flows: chain('start', 'a', 'end'),
    });
    expect(hoursOf(figures, 'processTimeOnPath')).toBeCloseTo(1.375, 12);
  });
});

describe('a straight line of four steps', () => {
  const figures = figuresOf({
    nodes: {
      start: {},
      a: { pt: h(0.25), wait: h(0.1), ca: 0.8, value: 'NVA' },
      b: { pt: h(0.5), wait: h(4), ca: 0.9, value: 'VA' },
      c: { pt: h(2), wait: h(16), ca: 0.75, value: 'VA' },
      d: { pt: h(0.25), wait: h(2), ca: 0.95, value: 'NNVA' },
      end: {},
    },
    flows: chain('start', 'a', 'b', 'c', 'd', 'end'),
  });

  it('works 3 h of 25.1 h: an activity ratio of 11.95 %', () => {
    expect(hoursOf(figures, 'processTimeOnPath')).toBeCloseTo(3, 10);
    expect(hoursOf(figures, 'leadTimeExpected')).toBeCloseTo(25.1, 10);
    expect(hoursOf(figures, 'waitOnPath')).toBeCloseTo(22.1, 10);
    expect(valueOf(figures, 'activityRatio')).toBeCloseTo(0.1195, 4);
  });

  it('adds value in 9.96 % of its time', () => {
    expect(valueOf(figures, 'processCycleEfficiency')).toBeCloseTo(0.0996, 4);
  });

  it('rolls 80, 90, 75 and 95 % to 51.3 %', () => {
    expect(valueOf(figures, 'rolledCompleteAccurate')).toBeCloseTo(0.513, 10);
  });
});

describe('a parallel block', () => {
  const figures = figuresOf({
    nodes: {
      start: {},
      s: { pt: h(2), wait: 0, ca: 1 },
      fork: {},
      x: { pt: h(10), wait: 0, ca: 0.9 },
      y1: { pt: h(4), wait: 0, ca: 0.8 },
      y2: { pt: h(3), wait: 0, ca: 0.5 },
      join: {},
      t: { pt: h(1), wait: 0, ca: 1 },
      end: {},
    },
    flows: [...chain('start', 's', 'fork', 'x', 'join', 't', 'end'), ...chain('fork', 'y1', 'y2', 'join')],
  });

  it('counts its longest branch on the clock: 2 + 10 + 1 = 13 h', () => {
    expect(hoursOf(figures, 'leadTimeExpected')).toBeCloseTo(13, 10);
    expect(hoursOf(figures, 'processTimeOnPath')).toBeCloseTo(13, 10);
  });

  it('adds up all branches as effort: 20 h', () => {
    expect(hoursOf(figures, 'effortPersonHours')).toBeCloseTo(20, 10);
  });

  it('needs all branches right: 0.9 x 0.8 x 0.5', () => {
    expect(valueOf(figures, 'rolledCompleteAccurate')).toBeCloseTo(0.36, 10);
  });

  it('has its steps off the path where they do not move the clock', () => {
    const onPath = figures.contributions.filter((each) => each.onPath).map((each) => each.node);
    expect(onPath).toEqual(['s', 'x', 't']);
  });

  it('never has more value than time: two branches of 4 h with 3 h of value each make 75 %', () => {
    const even = figuresOf({
      nodes: {
        start: {},
        fork: {},
        x: { pt: h(3), wait: h(1), value: 'VA' },
        y: { pt: h(3), wait: h(1), value: 'VA' },
        join: {},
        end: {},
      },
      flows: [...chain('start', 'fork', 'x', 'join', 'end'), ...chain('fork', 'y', 'join')],
    });
    expect(valueOf(even, 'processCycleEfficiency')).toBeCloseTo(0.75, 12);
    expect(valueOf(even, 'activityRatio')).toBeCloseTo(0.75, 12);
  });
});

describe('rates', () => {
  const oneStep = (pt: number, wait: number): Pick<MapSpec, 'nodes' | 'flows'> => ({
    nodes: { start: {}, a: { pt, wait, role: 'r', crew: 8 }, end: {} },
    flows: chain('start', 'a', 'end'),
  });

  it('of 900 a month in office hours have a takt of 11.6 minutes', () => {
    expect(valueOf(figuresOf({ ...oneStep(1, 1), demand: 900 }), 'takt')).toBeCloseTo(11.556, 3);
  });

  it('have 173.33 h a month in office hours and 730 h round the clock', () => {
    expect(hoursOf(figuresOf({ ...oneStep(1, 1), demand: 1 }), 'takt')).toBeCloseTo(173.333, 3);
    expect(hoursOf(figuresOf({ ...oneStep(1, 1), demand: 1, calendar: roundTheClock }), 'takt')).toBeCloseTo(
      730,
      10,
    );
  });

  it('of 40 a day at a lead time of 6 days keep 240 items on the way', () => {
    const demand = 40 * ((40 * 52) / 12 / 8);
    expect(valueOf(figuresOf({ ...oneStep(0, h(48)), demand }), 'wip')).toBeCloseTo(240, 8);
  });

  it('of 120 changes at 12 minutes burn 192 hours of a board of eight', () => {
    const figures = figuresOf({
      ...oneStep(12, 0),
      demand: 120,
      roles: { r: { people: 8, availability: 1 } },
    });
    const hours = (figures.utilisation.get('r') ?? 0) * 8 * ((40 * 52) / 12);
    expect(hours).toBeCloseTo(192, 8);
    expect(figures.bottleneck).toMatchObject({ kind: 'role', id: 'r', isCertain: true });
  });

  it('of 900 requests of 1.66 h keep 10.8 people at 80 % fully busy', () => {
    const figures = figuresOf({
      nodes: { start: {}, a: { pt: h(1.66), wait: 0, role: 'r' }, end: {} },
      flows: chain('start', 'a', 'end'),
      demand: 900,
      roles: { r: { people: 10.7740385, availability: 0.8 } },
    });
    expect(figures.utilisation.get('r')).toBeCloseTo(1, 6);
  });
});
