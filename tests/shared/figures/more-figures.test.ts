import { describe, expect, it } from 'vitest';
import { computeFigures } from '../../../shared/figures/compute-figures';
import { rolledThroughputYield } from '../../../shared/figures/quality';
import type { FigureKey, Figures } from '../../../shared/figures/types';
import { valuePointOf } from '../../../shared/figures/value-point';
import { roundTheClock } from '../../../shared/model/calendar';
import { sampleTimes } from '../../../shared/simulation/sample-lead-time';
import { chain, h, type MapSpec, mapOf } from './maps';

const figuresOf = (spec: MapSpec): Figures => computeFigures(mapOf(spec));
const valueOf = (figures: Figures, key: FigureKey): number => figures.figure[key].value ?? Number.NaN;

const close = (value: number): number => expect.closeTo(value, 10) as number;

const line = (nodes: MapSpec['nodes'], more: Partial<MapSpec> = {}): Figures =>
  figuresOf({
    nodes: { start: {}, ...nodes, end: {} },
    flows: chain('start', ...Object.keys(nodes), 'end'),
    ...more,
  });

describe('money', () => {
  const roles = {
    agent: { people: 4, availability: 0.8, ratePerHour: 40 },
    expert: { people: 1, availability: 0.5, ratePerHour: 90 },
  };

  it('is visits x (process time x people x rate + cost per visit)', () => {
    // agent: 30 min x 40; expert: a quarter of the items x (1 h x 2 people x 90 + 12) = 20 + 48.
    const figures = figuresOf({
      nodes: {
        start: {},
        take: { pt: 30, wait: 0, role: 'agent' },
        dig: { pt: 60, wait: 0, crew: 2, role: 'expert', costPerVisit: 12 },
        end: {},
      },
      flows: ['start > take', 'take > dig 0.25', 'take > end 0.75', 'dig > end'],
      roles,
      demand: 100,
    });
    expect(valueOf(figures, 'costPerItem')).toBeCloseTo(68, 10);
    expect(valueOf(figures, 'costPerMonth')).toBeCloseTo(6800, 8);
  });

  it('is at least what is known where a rate lacks, and names the role once', () => {
    const { costPerItem } = line(
      {
        a: { pt: 30, wait: 0, role: 'agent' },
        b: { pt: 60, wait: 0, role: 'other' },
        c: { pt: 60, wait: 0, role: 'other' },
        d: { pt: 60, wait: 0 },
      },
      { roles: { ...roles, other: {} } },
    ).figure;
    expect(costPerItem).toMatchObject({ value: null, lower: 20, upper: null, coverage: 5 / 8 });
    expect(costPerItem.missing).toEqual([
      { about: 'other', field: 'rate' },
      { about: 'd', field: 'role' },
    ]);
  });

  it('of delay is 571 200 a month for 1200 items of 13.6 h at 35 an hour', () => {
    const figures = line({ a: { pt: h(1.6), wait: h(12) } }, { demand: 1200, costOfDelay: 35 });
    expect(valueOf(figures, 'delayCostPerMonth')).toBeCloseTo(571_200, 6);
  });

  it('of delay is unknown without a rate or a demand', () => {
    const { delayCostPerMonth } = line({ a: { pt: 1, wait: 1 } }).figure;
    expect(delayCostPerMonth.value).toBeNull();
    expect(delayCostPerMonth.missing.map(({ field }) => field)).toEqual(['costOfDelay', 'demand']);
  });
});

describe('people needed', () => {
  it('are 10.8 for 900 items a month of 1.66 h at 80 %', () => {
    const figures = line(
      { a: { pt: h(1.66), wait: 0, role: 'r' } },
      { demand: 900, roles: { r: { availability: 0.8 } } },
    );
    expect(valueOf(figures, 'peopleNeeded')).toBeCloseTo((900 * 1.66) / (((40 * 52) / 12) * 0.8), 10);
    expect(valueOf(figures, 'peopleNeeded')).toBeCloseTo(10.8, 1);
    expect(figures.peopleNeeded.get('r')).toBe(valueOf(figures, 'peopleNeeded'));
  });

  it('are at least those who are certain where an availability lacks', () => {
    const figures = line(
      { a: { pt: 60, wait: 0, role: 'r' }, b: { pt: 60, wait: 0, role: 's' } },
      { demand: 520, roles: { r: { availability: 1 }, s: {} } },
    );
    // 520 h in 173.33 h are three people each; that of the second role at the very least.
    expect(figures.figure.peopleNeeded).toMatchObject({
      value: null,
      missing: [{ about: 's', field: 'availability' }],
    });
    expect(figures.figure.peopleNeeded.lower).toBeCloseTo(6, 10);
    expect(figures.peopleNeeded.get('r')).toBeCloseTo(3, 10);
    expect(figures.peopleNeeded.get('s')).toBeNull();
  });
});

describe('quality', () => {
  const steps: MapSpec['nodes'] = {
    a: { pt: 10, wait: 0, ca: 0.8 },
    b: { pt: 20, wait: 0, ca: 0.9 },
    c: { pt: 30, wait: 0, ca: 0.75 },
    d: { pt: 40, wait: 0, ca: 0.95 },
  };

  it('of 80, 90, 75 and 95 % is 84.6 % a step', () => {
    expect(valueOf(line(steps), 'rolledPerStep')).toBeCloseTo(0.8463, 4);
  });

  it('a step is at most the root of the upper bound where a %C&A lacks', () => {
    const { rolledPerStep } = line({ ...steps, d: { pt: 40, wait: 0 } }).figure;
    expect(rolledPerStep).toMatchObject({ value: null, lower: null });
    expect(rolledPerStep.upper).toBeCloseTo((0.8 * 0.9 * 0.75) ** (1 / 4), 12);
  });

  it('hides repair of 30 % of the next process time where no rework is drawn', () => {
    // 0.2 x 0.3 x 20 + 0.1 x 0.3 x 30 + 0.25 x 0.3 x 40; nothing comes after the last step.
    const figures = line(steps);
    expect(valueOf(figures, 'hiddenRepair')).toBeCloseTo(1.2 + 0.9 + 3, 12);
    expect(valueOf(figures, 'effortPersonHours')).toBe(100);
  });

  it('hides nothing behind a step whose rework is drawn, and at most all where %C&A is unknown', () => {
    const drawn = figuresOf({
      nodes: { start: {}, ...steps, end: {} },
      flows: ['start > a', 'a > b', 'b > a 0.2 rework', 'b > c 0.8', 'c > d', 'd > end'],
    });
    expect(valueOf(drawn, 'hiddenRepair')).toBeCloseTo(3, 12);
    const { hiddenRepair } = line({ ...steps, c: { pt: 30, wait: 0 } }).figure;
    expect(hiddenRepair.lower).toBeCloseTo(2.1, 12);
    expect(hiddenRepair.upper).toBeCloseTo(2.1 + 0.3 * 40, 12);
    expect(hiddenRepair.missing).toEqual([{ about: 'c', field: 'completeAccurate' }]);
  });

  it('lies between the ends of shares that were left blank', () => {
    const nodes = { start: {}, decision: {}, a: { ca: 0.8 }, b: { ca: 0.5 }, end: {} };
    const ways = ['a > a 0.4 rework', 'a > end 0.6', 'b > b 0.1 rework', 'b > end 0.9'];
    const open = figuresOf({
      nodes,
      flows: ['start > decision', 'decision > a', 'decision > b', ...ways],
    }).figure;
    expect(open.firstPassYield).toMatchObject({ value: null, lower: close(0.6), upper: close(0.9) });
    expect(open.rolledCompleteAccurate).toMatchObject({ value: null, lower: close(0.5), upper: close(0.8) });
    expect(open.firstPassYield.missing.map(({ field }) => field)).toEqual(['share', 'share']);
    const part = figuresOf({
      nodes: { ...nodes, c: {} },
      flows: ['start > decision', 'decision > a 0.5', 'decision > b', 'decision > c', 'c > end', ...ways],
    }).figure;
    expect(part.firstPassYield).toMatchObject({ lower: close(0.3 + 0.45), upper: close(0.3 + 0.5) });
  });

  it('is known where the blank shares do not matter', () => {
    const open = figuresOf({
      nodes: { start: {}, a: {}, b: {}, end: {} },
      flows: ['start > a', 'start > b', 'a > end', 'b > end'],
    }).figure;
    expect(open.firstPassYield).toMatchObject({ value: 1, missing: [] });
  });

  it('of 0.3 defects per unit lets 74 % through', () => {
    expect(rolledThroughputYield(0.3)).toBeCloseTo(0.74, 2);
  });
});

describe('the effort of the consumer', () => {
  it('counts the steps that are theirs', () => {
    const figures = line({
      ask: { pt: 15, wait: 0, party: 'consumer', crew: 2 },
      work: { pt: 60, wait: 0 },
      confirm: { pt: 5, wait: 0, party: 'consumer', afterValue: true },
    });
    expect(valueOf(figures, 'consumerEffort')).toBe(35);
  });
});

describe('the clocks of service level and wall', () => {
  it('leave out steps that stop the clock, of each branch', () => {
    const nodes = {
      start: {},
      take: { pt: 10, wait: 20 },
      fork: {},
      askUser: { pt: 5, wait: 600, stopsClock: true },
      prepare: { pt: 30, wait: 60 },
      join: {},
      finish: { pt: 10, wait: 0 },
      end: {},
    };
    const flows = [
      ...chain('start', 'take', 'fork', 'askUser', 'join', 'finish', 'end'),
      ...chain('fork', 'prepare', 'join'),
    ];
    const figures = figuresOf({ nodes, flows });
    expect(valueOf(figures, 'leadTimeExpected')).toBe(30 + 605 + 10);
    expect(valueOf(figures, 'slaTime')).toBe(30 + 90 + 10);
  });

  it('are one where nothing stops the clock', () => {
    const figures = line({ a: { pt: 10, wait: 20 } });
    expect(valueOf(figures, 'slaTime')).toBe(30);
  });

  it('say 2.8 calendar days for 16 h of office hours, and 16 h round the clock', () => {
    const office = line({ a: { pt: h(1), wait: h(15) } });
    expect(valueOf(office, 'leadTimeElapsed') / 1440).toBeCloseTo(2.8, 10);
    const always = line({ a: { pt: h(1), wait: h(15) } }, { calendar: roundTheClock });
    expect(valueOf(always, 'leadTimeElapsed')).toBeCloseTo(h(16), 10);
  });

  it('convert the wait of a step with its own calendar, and mark it', () => {
    const figures = line({
      alarm: { pt: h(1), wait: h(48), calendar: roundTheClock },
      repair: { pt: h(1), wait: h(2) },
    });
    expect(figures.contributions.map(({ isConverted }) => isConverted)).toEqual([true, false]);
    expect((figures.contributions[0]?.wait ?? 0) / 60).toBeCloseTo(11.43, 2);
    expect(valueOf(figures, 'leadTimeExpected') / 60).toBeCloseTo(4 + 80 / 7, 10);
  });

  it('convert such a wait in sampled lead times too', () => {
    const graph = mapOf({
      nodes: { start: {}, alarm: { pt: 60, wait: h(42), calendar: roundTheClock }, end: {} },
      flows: chain('start', 'alarm', 'end'),
    });
    for (const time of sampleTimes(graph, { runs: 2, seed: 1 }) ?? [0]) expect(time).toBeCloseTo(h(11), 8);
  });
});

describe('the visits that count on the clock', () => {
  it('are none off the longest branch and unknown in a block that gaps leave open', () => {
    const nodes = {
      start: {},
      s: { pt: 1, wait: 0 },
      fork: {},
      x: { pt: 10, wait: 0 },
      y: { pt: 4, wait: 3 },
      join: {},
      end: {},
    };
    const flows = [...chain('start', 's', 'fork', 'x', 'join', 'end'), ...chain('fork', 'y', 'join')];
    const visitsOf = (figures: Figures): unknown[] => figures.contributions.map((each) => each.clockVisits);
    expect(visitsOf(figuresOf({ nodes, flows }))).toEqual([1, 1, 0]);
    expect(visitsOf(figuresOf({ nodes: { ...nodes, y: { pt: 4 } }, flows }))).toEqual([1, null, null]);
  });
});

describe('the value point', () => {
  it('parts the steps that items reach into those before and after value', () => {
    const graph = mapOf({
      nodes: { start: {}, a: {}, b: {}, review: { afterValue: true }, stray: {}, end: {} },
      flows: chain('start', 'a', 'b', 'review', 'end'),
    });
    expect(valuePointOf(graph)).toEqual({ before: ['a', 'b'], after: ['review'] });
  });
});
