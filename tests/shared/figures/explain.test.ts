import { describe, expect, it } from 'vitest';
import { computeFigures } from '../../../shared/figures/compute-figures';
import { explain } from '../../../shared/figures/explain';
import type { ExplainKey, Explanation } from '../../../shared/figures/explain-types';
import type { MapGraph } from '../../../shared/model/queries';
import { hours } from '../../helpers/build-map';
import { chain, type MapSpec, mapOf } from './maps';
import { linear } from './reference-maps';

const shown = (graph: MapGraph, key: ExplainKey): Explanation => explain(key, graph, computeFigures(graph));

const amounts = ({ rows }: Explanation): Record<string, number | null> =>
  Object.fromEntries(rows.map((row) => [row.name, row.amount]));

/** The loop of the reference: B returns a tenth to A, C a fifth to B. */
const loop: MapSpec = {
  nodes: {
    start: {},
    a: { pt: hours(0.5), wait: hours(1) },
    b: { pt: hours(2), wait: hours(6) },
    c: { pt: hours(1), wait: hours(4) },
    end: {},
  },
  flows: ['start > a', 'a > b', 'b > a 0.1 rework', 'b > c 0.9', 'c > b 0.2 rework', 'c > end 0.8'],
};

/** The parallel block of the reference: S 2 h, then X 10 h beside Y 4 + 3 h, then T 1 h; a message that nobody waits for, a review after value. */
const parallel: MapSpec = {
  nodes: {
    start: {},
    s: { pt: hours(2), wait: 0 },
    fork: {},
    x: { pt: hours(10), wait: 0 },
    y: { pt: hours(4), wait: 0 },
    z: { pt: hours(3), wait: 0 },
    inform: { pt: 5, wait: 0, detached: true },
    join: {},
    t: { pt: hours(1), wait: 0 },
    review: { pt: hours(1), wait: 0, afterValue: true },
    stray: { pt: 1, wait: 1 },
    end: {},
  },
  flows: [
    ...chain('start', 's', 'fork', 'x', 'join', 't', 'review', 'end'),
    ...chain('fork', 'y', 'z', 'join'),
    'fork > inform',
  ],
};

describe('the arithmetic of the lead time', () => {
  it('shows visits times wait and work of each step, with its share', () => {
    const told = shown(mapOf(loop), 'leadTimeExpected');
    expect(told.rows.map((row) => row.terms)).toEqual([
      '1.14 visits × (1h wait + 30m work)',
      '1.39 visits × (6h wait + 2h work)',
      '1.25 visits × (4h wait + 1h work)',
    ]);
    const { A = 0, B = 0, C = 0 } = amounts(told);
    expect([A, B, C].map((each) => Number(((each ?? 0) / 60).toFixed(3)))).toEqual([1.708, 11.111, 6.25]);
    expect(told.total?.text).toBe('19h 04m');
    expect(told.rows[1]?.share).toBeCloseTo(11.1111 / 19.0694, 4);
    expect(told.worked).toBe('14h 28m wait + 4h 36m work = 19h 04m');
  });

  it('shows as many digits of the visits as it takes to come to the shown time', () => {
    // 0.5 x 54 m 18 s would be 27 m 09 s; 0.498 x 54.3 m = 27.04 m = 27 m 02 s.
    const told = shown(
      mapOf({
        nodes: { start: {}, ask: { pt: 10, wait: 0 }, check: { pt: 3.3, wait: 51 }, end: {} },
        flows: ['start > ask', 'ask > check 0.498', 'ask > end 0.502', 'check > end'],
      }),
      'leadTimeExpected',
    );
    expect(told.rows.map(({ terms, amountText }) => `${terms} = ${amountText}`)).toEqual([
      '0m wait + 10m work = 10m',
      '0.498 visits × (51m wait + 3m 18s work) = 27m 02s',
    ]);
  });

  it('says that rows are rounded where they do not add up to the shown total, and only there', () => {
    const of = (wait: number): string | null | undefined =>
      shown(
        mapOf({
          nodes: { start: {}, a: { pt: 0, wait }, b: { pt: 0, wait }, c: { pt: 0, wait }, end: {} },
          flows: chain('start', 'a', 'b', 'c', 'end'),
        }),
        'leadTimeExpected',
      ).total?.note;
    // Three times 1 h 30.4 m are 4 h 31.2 m, but three times 1 h 30 m are 4 h 30 m.
    expect(of(90.4)).toBe('The rows are rounded one by one, the total once.');
    expect(of(90)).toBeNull();
  });

  it('says of work and wait that they are rounded where they do not add up', () => {
    const worked = (wait: number): string | null =>
      shown(
        mapOf({ nodes: { start: {}, a: { pt: wait, wait }, end: {} }, flows: chain('start', 'a', 'end') }),
        'leadTimeExpected',
      ).worked;
    expect(worked(90.4)).toBe('1h 30m wait + 1h 30m work = 3h 01m (each rounded)');
    expect(worked(90)).toBe('1h 30m wait + 1h 30m work = 3h');
  });

  it('leaves returns out of the single pass, which is another figure', () => {
    const told = shown(mapOf(loop), 'leadTimeSinglePass');
    expect(amounts(told)).toEqual({ A: 90, B: 480, C: 300 });
    expect(told.total?.amount).toBe(hours(14.5));
  });

  it('names the longest branch as the path, and says of all else why it does not count', () => {
    const graph = mapOf(parallel);
    const told = shown(graph, 'leadTimeExpected');
    expect(amounts(told)).toEqual({ S: 120, X: 600, T: 60 });
    expect([...(told.path?.nodes ?? [])].sort()).toEqual(['fork', 'join', 's', 'start', 't', 'x']);
    expect([...(told.path?.flows ?? [])]).toHaveLength(5);
    expect(Object.fromEntries(told.off.map(({ name, why }) => [name, why]))).toEqual({
      Y: 'works at the same time as a longer branch: this one takes 7h, the longest 10h',
      Z: 'works at the same time as a longer branch: this one takes 7h, the longest 10h',
      Inform: 'nobody waits for it: it counts as effort only',
      Review: 'comes after the customer has the value',
      Stray: 'no flow leads to it: it is in no total',
    });
  });

  it('counts of a shorter branch only the visits that the item waits for', () => {
    const lasting = (minutes: number): MapSpec['nodes'][string] => ({ pt: minutes, wait: 0 });
    const graph = mapOf({
      nodes: { start: {}, a: lasting(10), b: lasting(4), t: lasting(2), fork: {}, join: {}, end: {} },
      flows: [
        ...chain('start', 'fork', 'a', 'join', 't'),
        ...chain('fork', 'b', 'join'),
        't > end 0.7',
        't > b 0.3 rework',
      ],
    });
    const told = shown(graph, 'leadTimeExpected');
    const { A = 0, B = 0, T = 0 } = amounts(told);
    // The first pass waits for A; three of seven items come back to B alone, which they wait for.
    expect(A).toBeCloseTo(10, 9);
    expect(B).toBeCloseTo((4 * 0.3) / 0.7, 9);
    expect(T).toBeCloseTo(2 / 0.7, 9);
    expect(told.total?.amount).toBeCloseTo(computeFigures(graph).figure.leadTimeExpected.value ?? 0, 9);
  });

  it('tells of each value who said it, when, and from how many cases', () => {
    const graph = mapOf({
      nodes: {
        start: {},
        a: {
          pt: { likely: 10, source: 'guess' },
          wait: { low: 30, likely: 60, high: 270, source: 'log', by: 'Jo', on: '2026-11-02', samples: 12 },
        },
        end: {},
      },
      flows: chain('start', 'a', 'end'),
    });
    expect(shown(graph, 'leadTimeExpected').rows[0]?.inputs).toEqual([
      {
        name: 'wait',
        value: '1h (30m – 4h 30m, mean 1h 30m)',
        source: 'from a log, by Jo, on 2026-11-02, 12 cases (few)',
      },
      { name: 'work', value: '10m', source: 'guessed' },
    ]);
  });

  it('asks for what is missing, and still shows what is known', () => {
    const graph = mapOf({
      nodes: { start: {}, a: { pt: 10 }, b: { pt: 5, wait: 5 }, end: {} },
      flows: chain('start', 'a', 'b', 'end'),
    });
    const told = shown(graph, 'leadTimeExpected');
    expect(told.value).toBe('at least 20m');
    expect(amounts(told)).toEqual({ A: null, B: 10 });
    expect(told.missing).toEqual([
      { about: 'a', field: 'wait', question: 'How long do items wait before “A”?' },
    ]);
    expect(told.total?.amount).toBeNull();
  });

  it('says which clock it uses, and how long that is on the wall', () => {
    const told = shown(mapOf(linear), 'leadTimeExpected');
    expect(told.basis[0]).toBe(
      'Working time: 40 h a week on 5 days. A day without more words is a working day.',
    );
    // 25.1 h x 168 / 40 = 105.42 h.
    expect(told.basis[1]).toBe(
      '25h 06m of working time last about 4.39 calendar days on the wall on average.',
    );
    expect(shown(mapOf(linear), 'leadTimeElapsed').worked).toBe('25h 06m × 168 ÷ 40 = 4.39 calendar days');
  });
});

describe('the arithmetic of shares', () => {
  it('divides process time by lead time once, not step by step', () => {
    const told = shown(mapOf(linear), 'activityRatio');
    expect(told.worked).toBe('3h ÷ 25h 06m = 12.0\u00a0%');
    expect(told.elsewhere.join(' ')).toContain('Σ (PT ÷ LT), is in circulation and wrong');
  });

  it('counts value-adding steps only, and says so of the others', () => {
    const told = shown(mapOf(linear), 'processCycleEfficiency');
    expect(told.worked).toBe('2h 30m ÷ 25h 06m = 10.0\u00a0%');
    expect(told.rows.map((row) => row.name)).toEqual(['Two', 'Three']);
    expect(told.off.map((each) => each.name)).toEqual(['One', 'Four']);
  });

  it('follows the items that are right through the steps', () => {
    const told = shown(mapOf(linear), 'rolledCompleteAccurate');
    const { One = 0, Two = 0, Three = 0, Four = 0 } = amounts(told);
    // 20 % of 100 %, 10 % of 80 %, 25 % of 72 %, 5 % of 54 %.
    expect([One, Two, Three, Four].map((each) => Number((each ?? 0).toFixed(4)))).toEqual([
      0.2, 0.08, 0.18, 0.027,
    ]);
    expect(told.worked).toBe('100\u00a0% − 48.7\u00a0% = 51.3\u00a0%');
    expect(shown(mapOf(linear), 'rolledPerStep').worked).toBe('51.3\u00a0% ^ (1 ÷ 4) = 84.6\u00a0%');
  });

  it('shows where items take rework', () => {
    const told = shown(mapOf(loop), 'firstPassYield');
    const { B = 0, C = 0 } = amounts(told);
    expect(B).toBeCloseTo(0.1, 9);
    expect(C).toBeCloseTo(0.9 * 0.2, 9);
    expect(told.worked).toBe('100\u00a0% − 28.0\u00a0% = 72.0\u00a0%');
  });
});

describe('the arithmetic of demand, people and money', () => {
  it('divides the working time of a month by the demand', () => {
    expect(shown(mapOf(linear), 'takt').worked).toBe('173 h ÷ 900 = 11m 33s');
  });

  it('multiplies effort by rate, role by role', () => {
    const graph = mapOf({
      nodes: {
        start: {},
        a: { pt: 30, wait: 0, crew: 2, role: 'clerk', costPerVisit: 4 },
        end: {},
      },
      flows: chain('start', 'a', 'end'),
      demand: 100,
      roles: { clerk: { people: 2, availability: 0.5, ratePerHour: 60 } },
    });
    const [row] = shown(graph, 'costPerItem').rows;
    expect(row?.terms).toBe('30m work × 2 people × 60 an hour + 4 a visit');
    expect(row?.amount).toBeCloseTo(64, 9);
    expect(shown(graph, 'costPerMonth').total?.amount).toBeCloseTo(6_400, 9);
    // 100 x 1 h / (173.33 h x 50 %).
    expect(shown(graph, 'peopleNeeded').rows[0]?.amount).toBeCloseTo(100 / (173.3333 * 0.5), 4);
  });

  it('compares the roles for the bottleneck without adding them up', () => {
    const graph = mapOf({
      nodes: { start: {}, a: { pt: 60, wait: 0, role: 'clerk' }, end: {} },
      flows: chain('start', 'a', 'end'),
      demand: 130,
      roles: { clerk: { people: 1, availability: 1 } },
    });
    const told = shown(graph, 'bottleneck');
    expect(told.rows[0]?.amount).toBeCloseTo(130 / 173.3333, 4);
    expect(told.rows[0]?.share).toBeNull();
    expect(told.total).toBeNull();
  });

  it('counts moves between teams', () => {
    const graph = mapOf({
      nodes: {
        start: {},
        a: { pt: 1, wait: 0, team: 'Desk' },
        b: { pt: 1, wait: 0, team: 'Lab' },
        c: { pt: 1, wait: 0, team: 'Lab' },
        end: {},
      },
      flows: ['start > a', 'a > b', 'b > c 0.8', 'b > a 0.2 rework', 'c > end'],
    });
    const told = shown(graph, 'handoffs');
    expect(told.rows.map(({ name, terms }) => [name, terms])).toEqual([
      ['A → B', 'Desk to Lab'],
      ['B → A', 'Lab to Desk'],
    ]);
    expect(amounts(told)).toEqual({ 'A → B': 1.25, 'B → A': 0.25 });
  });
});
