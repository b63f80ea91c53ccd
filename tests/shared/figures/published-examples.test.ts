import { describe, expect, it } from 'vitest';
import { computeFigures } from '../../../shared/figures/compute-figures';
import type { FigureKey, Figures } from '../../../shared/figures/types';
import { chain, h, mapOf, minutesAMonth, type NodeSpec } from './maps';

interface Line {
  readonly demand?: number;
  /** Working minutes of a month. */
  readonly month?: number;
}

/** A stream whose steps follow each other. */
function lineOf(steps: Readonly<Record<string, NodeSpec>>, { demand, month }: Line = {}): Figures {
  return computeFigures(
    mapOf({
      nodes: { start: {}, ...steps, end: {} },
      flows: chain('start', ...Object.keys(steps), 'end'),
      ...(demand === undefined ? {} : { demand }),
      ...(month === undefined ? {} : { calendar: minutesAMonth(month) }),
    }),
  );
}

const valueOf = (figures: Figures, key: FigureKey): number => figures.figure[key].value ?? Number.NaN;

describe('Acme Stamping, current state (Rother and Shook, Learning to See)', () => {
  // Two shifts of 27,600 s on 20 days; 920 pieces a day; inventories of 7,000, 1,700, 2,450, 1,840 and 4,140.
  const day = (2 * 27_600) / 60;
  const stock = (pieces: number): number => (pieces / 920) * day;
  const seconds = (count: number): number => count / 60;
  const figures = lineOf(
    {
      stamp: { pt: seconds(1), wait: 5 * day, value: 'VA' },
      weld1: { pt: seconds(39), wait: stock(7000), value: 'VA' },
      weld2: { pt: seconds(46), wait: stock(1700), value: 'VA' },
      assemble1: { pt: seconds(62), wait: stock(2450), value: 'VA' },
      assemble2: { pt: seconds(40), wait: stock(1840), value: 'VA' },
      ship: { pt: 0, wait: stock(4140), value: 'NNVA' },
    },
    { demand: 18_400, month: 20 * day },
  );

  it('takes 23.6 days, of which 188 seconds are work', () => {
    expect(valueOf(figures, 'waitOnPath') / day).toBeCloseTo(23.6196, 4);
    expect(valueOf(figures, 'leadTimeExpected') / day).toBeCloseTo(23.6, 1);
    expect(valueOf(figures, 'processTimeOnPath') * 60).toBeCloseTo(188, 8);
  });

  it('has a takt of 60 seconds and 0.0144 % of value-adding time', () => {
    expect(valueOf(figures, 'takt') * 60).toBeCloseTo(60, 8);
    expect(valueOf(figures, 'processCycleEfficiency')).toBeCloseTo(0.000144, 6);
  });
});

describe('bdfinst/value-stream-map, scenario without rework', () => {
  it('takes 75 minutes', () => {
    const figures = lineOf({
      one: { pt: 10, wait: 0, ca: 1 },
      two: { pt: 20, wait: 5, ca: 1 },
      three: { pt: 30, wait: 10, ca: 1 },
    });
    expect(valueOf(figures, 'leadTimeExpected')).toBe(75);
    expect(valueOf(figures, 'reworkEffortShare')).toBe(0);
    expect(valueOf(figures, 'rolledCompleteAccurate')).toBe(1);
  });
});

describe('the simplified software stream of the CodePulse guide', () => {
  it('takes 11.5 days, worked on in 30.43 % of them', () => {
    const day = h(8);
    const figures = lineOf({
      backlog: { pt: 0, wait: 5 * day },
      develop: { pt: 3 * day, wait: 0 },
      review: { pt: 0, wait: day },
      test: { pt: 0.5 * day, wait: 0 },
      deploy: { pt: 0, wait: 2 * day },
    });
    expect(valueOf(figures, 'leadTimeExpected') / day).toBeCloseTo(11.5, 10);
    expect(valueOf(figures, 'activityRatio')).toBeCloseTo(0.3043, 4);
  });
});

describe('the machined part of the draw.io template', () => {
  const day = 460;
  const stock = (pieces: number): number => (pieces / 504) * day;
  const seconds = (count: number): number => count / 60;
  const figures = lineOf(
    {
      machine: { pt: seconds(44), wait: stock(2500) },
      inspect: { pt: seconds(40), wait: stock(5040) },
      clean: { pt: seconds(5), wait: stock(3500) },
      stock: { pt: seconds(30), wait: stock(2000) },
      pack: { pt: seconds(10), wait: stock(2000) },
      ship: { pt: 0, wait: stock(2000) },
    },
    { demand: 10_080, month: 20 * day },
  );

  it('waits 33.81 days for 129 seconds of work (the drawing says 34 and 130)', () => {
    expect(valueOf(figures, 'waitOnPath') / day).toBeCloseTo(33.8095, 4);
    expect(Math.round(valueOf(figures, 'leadTimeExpected') / day)).toBe(34);
    expect(valueOf(figures, 'processTimeOnPath') * 60).toBeCloseTo(129, 8);
  });

  it('has a takt of 54.76 seconds', () => {
    expect(valueOf(figures, 'takt') * 60).toBeCloseTo(54.7619, 4);
  });
});

describe('Little’s law as ITIL 4 teaches it', () => {
  it('has 5 units in a system that needs 10 minutes each, six an hour, after a wait of 40', () => {
    const figures = lineOf({ work: { pt: 10, wait: 40 } }, { demand: 600, month: h(100) });
    expect(valueOf(figures, 'leadTimeExpected')).toBe(50);
    expect(valueOf(figures, 'wip')).toBeCloseTo(5, 10);
  });

  it('has 16 features on the way at 8 a month and two months each', () => {
    const figures = lineOf({ build: { pt: 0, wait: 2 * h(160) } }, { demand: 8, month: h(160) });
    expect(valueOf(figures, 'wip')).toBeCloseTo(16, 10);
  });
});

describe('the IT incident response of mapvs.com', () => {
  const figures = lineOf({
    detect: { pt: h(0.1), wait: h(0.25), value: 'VA', ca: 0.95 },
    triage: { pt: h(0.25), wait: h(0.5), value: 'VA', ca: 0.85 },
    investigate: { pt: h(1), wait: h(0.5), value: 'VA', ca: 0.9 },
    remedy: { pt: h(0.75), wait: h(0.25), value: 'VA', ca: 0.95 },
    verify: { pt: h(0.25), wait: h(0.5), value: 'VA', ca: 0.97 },
    review: { pt: h(1), wait: h(48), value: 'VA', ca: 1 },
  });

  it('takes 53.35 h: 3.35 h of work and 50 h of waiting', () => {
    expect(valueOf(figures, 'leadTimeExpected') / 60).toBeCloseTo(53.35, 8);
    expect(valueOf(figures, 'processTimeOnPath') / 60).toBeCloseTo(3.35, 8);
    expect(valueOf(figures, 'waitOnPath') / 60).toBeCloseTo(50, 8);
  });

  it('has a process cycle efficiency of 6.279 % and a rolled yield of 66.97 %', () => {
    expect(valueOf(figures, 'processCycleEfficiency')).toBeCloseTo(0.06279, 5);
    expect(valueOf(figures, 'rolledCompleteAccurate')).toBeCloseTo(0.6697, 4);
  });

  it('has its bottleneck in the review after the incident', () => {
    expect(figures.bottleneck).toEqual({
      kind: 'step',
      id: 'review',
      amount: h(49),
      isLowerBound: false,
      isCertain: true,
    });
  });
});

describe('the ValueTech worked example', () => {
  // Lead times of 5, 3, 1 and 7 days of 8 hours include the process time.
  const figures = lineOf({
    request: { pt: h(0.5), wait: h(5 * 8 - 0.5), ca: 0.8 },
    develop: { pt: h(6), wait: h(3 * 8 - 6), ca: 0.5 },
    review: { pt: h(1), wait: h(8 - 1), ca: 0.9 },
    deploy: { pt: h(1), wait: h(7 * 8 - 1), ca: 0.6 },
  });

  it('takes 16 days for 8.5 h of work: an activity ratio of 6.6 %', () => {
    expect(valueOf(figures, 'leadTimeExpected') / h(8)).toBeCloseTo(16, 10);
    expect(valueOf(figures, 'processTimeOnPath') / 60).toBeCloseTo(8.5, 10);
    expect(valueOf(figures, 'activityRatio')).toBeCloseTo(0.06640625, 10);
  });

  it('rolls its %C&A to 21.6 % (printed cut off as 21)', () => {
    expect(valueOf(figures, 'rolledCompleteAccurate')).toBeCloseTo(0.216, 10);
  });
});
