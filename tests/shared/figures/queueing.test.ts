import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { computeFigures } from '../../../shared/figures/compute-figures';
import {
  batchWait,
  cadenceWait,
  chanceOfWaiting,
  itemsOnTheWay,
  loadFactor,
  type Queue,
  utilisationOf,
  waitInQueue,
  waitWithRandomService,
} from '../../../shared/figures/queueing';
import { type MapSpec, mapOf } from './maps';

const caseSchema = z.object({
  id: z.string(),
  params: z.record(z.string(), z.unknown()),
  expected: z.record(z.string(), z.unknown()),
});
type Case = z.infer<typeof caseSchema>;

const file = new URL('../../../../shared/oracles/queueing.json', import.meta.url);
const isThere = existsSync(file);
const cases: readonly Case[] = isThere
  ? z.object({ cases: z.array(caseSchema) }).parse(JSON.parse(readFileSync(file, 'utf8'))).cases
  : [];

/** Hourly, or whatever the case counts in: arrivals, service time, servers, variations (1 where a case says nothing). */
function queueOf({ params }: Case): Queue {
  const number = (name: string): number | undefined => z.number().optional().parse(params[name]);
  const { a, b } = { a: number('a'), b: number('b') };
  const uniform = a === undefined || b === undefined ? undefined : (a + b) / 2;
  return {
    arrivalRate: number('lam') ?? Number.NaN,
    serviceTime: number('es') ?? number('aht_s') ?? uniform ?? 1 / (number('mu') ?? Number.NaN),
    servers: number('c') ?? 1,
    arrivalVariation: number('ca2') ?? 1,
    serviceVariation: number('cs2') ?? 1,
  };
}

const given = (test: Case, name: string): number => z.number().parse(test.expected[name]);
const near = (actual: number | null, expected: number): void =>
  expect(actual ?? Number.NaN).toBeCloseTo(expected, 10 - Math.ceil(Math.log10(Math.max(1e-3, expected))));
const named = (...starts: string[]): Case[] =>
  cases.filter(({ id }) => starts.some((start) => id.startsWith(start)));

describe.skipIf(!isThere)(
  'queues as calculated and simulated elsewhere (skipped without ../shared/oracles)',
  () => {
    it.each(named('mm1_', 'mmc_hillier').filter(({ id }) => id !== 'mm1k_5'))('$id: one server', (test) => {
      const queue = queueOf(test);
      near(utilisationOf(queue), given(test, 'rho'));
      near(waitInQueue(queue), given(test, 'Wq'));
      near(waitWithRandomService(queue.arrivalRate, queue.serviceTime, 1), given(test, 'Wq'));
      near(chanceOfWaiting(queue.arrivalRate * queue.serviceTime, 1), given(test, 'P_wait'));
      const wait = waitInQueue(queue) ?? Number.NaN;
      near(itemsOnTheWay(queue.arrivalRate, wait), given(test, 'Lq'));
      near(itemsOnTheWay(queue.arrivalRate, wait + queue.serviceTime), given(test, 'L'));
    });

    it.each(named('mmc_bronson', 'erlang_c'))('$id: several servers', (test) => {
      const { arrivalRate, serviceTime, servers } = queueOf(test);
      near(chanceOfWaiting(arrivalRate * serviceTime, servers), given(test, 'P_wait'));
      near(waitWithRandomService(arrivalRate, serviceTime, servers), given(test, 'Wq'));
    });

    it.each(named('mmc_pooling'))('$id: one queue for two servers waits less than half', ({ expected }) => {
      const schema = z.object({ Wq: z.number() });
      near(waitWithRandomService(1.6, 1, 2), schema.parse(expected.pooled).Wq);
      near(waitWithRandomService(0.8, 1, 1), schema.parse(expected.separate_each).Wq);
    });

    it.each(named('mg1_', 'md1_'))('$id: one server, service of any kind', (test) => {
      const queue = { ...queueOf(test), serviceVariation: given(test, 'cs2') };
      near(waitInQueue(queue), given(test, 'Wq'));
    });

    it.each(named('kingman_mm1', 'kingman_dm1'))('$id: Kingman', (test) => {
      near(waitInQueue(queueOf(test)), given(test, 'Wq'));
    });

    it.each(named('kingman_95_85'))('$id: the load factor', (test) => {
      near(loadFactor(0.95), given(test, 'u95'));
      near(loadFactor(0.85), given(test, 'u85'));
    });

    it.each(named('sakasegawa'))('$id: several servers at once, about 3 % off', (test) => {
      const wait = waitInQueue(queueOf(test));
      near(wait, given(test, 'Wq'));
      near(waitWithRandomService(2.4, 1, 3), given(test, 'exact_Wq'));
    });

    it.each(named('littles_law'))('$id', (test) => {
      expect(itemsOnTheWay(6, 0.5)).toBe(given(test, 'L'));
    });

    const nets: Record<
      string,
      { readonly spec: MapSpec; readonly rates: readonly number[]; readonly arrivals: number }
    > = {
      tandem_3: {
        spec: {
          nodes: { start: {}, a: {}, b: {}, c: {}, end: {} },
          flows: ['start > a', 'a > b', 'b > c', 'c > end'],
        },
        rates: [2, 1.5, 1.25],
        arrivals: 1,
      },
      feedback_single: {
        spec: {
          nodes: { start: {}, a: {}, end: {} },
          flows: ['start > a', 'a > a 0.25 rework', 'a > end 0.75'],
        },
        rates: [1],
        arrivals: 0.6,
      },
      rework_loop: {
        spec: {
          nodes: { start: {}, fix: {}, test: {}, end: {} },
          flows: ['start > fix', 'fix > test', 'test > fix 0.3 rework', 'test > end 0.7'],
        },
        rates: [1, 1.25],
        arrivals: 0.5,
      },
    };

    it.each(cases.filter(({ id }) => id in nets))(
      '$id: a net of queues, with the visits of the map',
      (test) => {
        const net = nets[test.id];
        if (!net) throw new Error('there is no such net');
        const visits = [...(computeFigures(mapOf(net.spec)).visits?.node ?? [])]
          .filter(([id]) => id !== 'start' && id !== 'end')
          .map(([, amount]) => amount);
        const stated = z.array(z.number()).parse(test.expected.visits_per_job);
        visits.forEach((amount, at) => near(amount, stated[at] ?? Number.NaN));
        const time = visits.reduce((sum, amount, at) => {
          const serviceTime = 1 / (net.rates[at] ?? Number.NaN);
          const wait = waitWithRandomService(net.arrivals * amount, serviceTime, 1) ?? Number.NaN;
          return sum + amount * (wait + serviceTime);
        }, 0);
        near(time, given(test, 'W'));
        near(itemsOnTheWay(net.arrivals, time), given(test, 'L'));
      },
    );

    it.each(named('rework_geometric', 'rework_chain'))('$id: the time that tries take', (test) => {
      const isChain = test.id === 'rework_chain_to_start';
      const spec: MapSpec = isChain
        ? {
            nodes: {
              start: {},
              a: { pt: 10, wait: 0 },
              b: { pt: 20, wait: 0 },
              c: { pt: 30, wait: 0 },
              end: {},
            },
            flows: ['start > a', 'a > b', 'b > c', 'c > a 0.3 rework', 'c > end 0.7'],
          }
        : {
            nodes: { start: {}, a: { pt: 10, wait: 0 }, end: {} },
            flows: ['start > a', 'a > a 0.2 rework', 'a > end 0.8'],
          };
      const figures = computeFigures(mapOf(spec));
      near(figures.figure.leadTimeExpected.value, given(test, 'expected_time'));
      near(figures.visits?.node.get('a') ?? null, given(test, isChain ? 'expected_loops' : 'expected_tries'));
    });
  },
);

describe('the waits of the reference', () => {
  const busy: Queue = {
    arrivalRate: 0.808 / 0.467,
    serviceTime: 0.467,
    servers: 1,
    arrivalVariation: 1,
    serviceVariation: 0.5,
  };

  it('are 1.47 h before one server and 0.41 h before three, 80.8 % busy with 0.467 h each', () => {
    expect(waitInQueue(busy)).toBeCloseTo(1.47, 2);
    const three = { ...busy, servers: 3, arrivalRate: busy.arrivalRate * 3 };
    expect(utilisationOf(three)).toBeCloseTo(0.808, 12);
    expect(waitInQueue(three)).toBeCloseTo(0.41, 2);
  });

  it('are told at once for any number of servers', () => {
    expect(chanceOfWaiting(5e11, 1e12)).toBe(0);
    expect(chanceOfWaiting(9_990, 10_000)).toBeCloseTo(chanceOfWaiting(9_991, 10_001), 1);
  });

  it('grow without end from full load on', () => {
    expect(waitInQueue({ ...busy, arrivalRate: 1 / 0.467 })).toBeNull();
    expect(waitWithRandomService(4, 1, 3)).toBeNull();
    expect(chanceOfWaiting(4, 3)).toBe(1);
    expect(loadFactor(1)).toBeNull();
  });

  it.each([
    [0.5, 1],
    [0.7, 2.3],
    [0.8, 4],
    [0.85, 5.7],
    [0.9, 9],
    [0.95, 19],
  ])('at %d are %d times those at half load', (load, times) => {
    expect(loadFactor(load)).toBeCloseTo(times, 1);
  });

  it('for a date are half the interval: 20 h a week, 10 h twice a week, and the cut-off', () => {
    expect(cadenceWait(40)).toBe(20);
    expect(cadenceWait(20)).toBe(10);
    expect(cadenceWait(40, 8)).toBe(28);
  });

  it('for a batch of 20 at 5 an hour are 1.9 h, and none for one item', () => {
    expect(batchWait(20, 5)).toBeCloseTo(1.9, 12);
    expect(batchWait(1, 5)).toBe(0);
  });
});
