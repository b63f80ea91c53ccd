import { describe, expect, it } from 'vitest';
import { littleChecks, type LittleCheck } from '../../../shared/figures/little';
import { pertVariance, queueEstimates, type QueueEstimate } from '../../../shared/figures/queue-estimates';
import { type RhythmWait, rhythmWaits } from '../../../shared/figures/rhythm-waits';
import { computeFigures } from '../../../shared/figures/compute-figures';
import { buildMap, type StepFields } from '../../helpers/build-map';
import { h } from './maps';
import type { MapGraph } from '../../../shared/model/queries';
import type { Role, ValueStream } from '../../../shared/model/project';

const month = h((40 * 52) / 12);

function lineOf(
  steps: Readonly<Record<string, StepFields>>,
  more: { readonly stream?: Partial<ValueStream>; readonly roles?: Record<string, Partial<Role>> } = {},
): MapGraph {
  return buildMap((m) => {
    m.stream(more.stream ?? {});
    for (const [id, role] of Object.entries(more.roles ?? {})) m.role(id, role);
    m.start();
    for (const [id, step] of Object.entries(steps)) m.step(id, step);
    m.end();
    m.path('start', ...Object.keys(steps), 'end');
  }).graph;
}

function estimateOf(graph: MapGraph, role = 'r'): QueueEstimate {
  const found = queueEstimates(graph).find((each) => each.role === role);
  if (!found) throw new Error('the role does nothing');
  return found;
}

/** As many items a month as keep a share of one person busy at so many minutes each. */
const demandFor = (share: number, minutes: number): number => (share * month) / minutes;

describe('the queue of a role', () => {
  it('of one person, 80.8 % busy with 28 minutes each at random, is 1.97 h: Kingman with cs2 = 1', () => {
    const graph = lineOf(
      { a: { processTime: 28, wait: h(5), role: 'r' } },
      {
        stream: { demandPerMonth: demandFor(0.808, 28) },
        roles: { r: { people: 1, availability: 1 } },
      },
    );
    const estimate = estimateOf(graph);
    expect(estimate.utilisation).toBeCloseTo(0.808, 12);
    expect((estimate.wait ?? 0) / 60).toBeCloseTo((0.808 / 0.192) * (28 / 60), 10);
    expect(estimate.assumed).toEqual(['arrivals', 'service']);
    expect(estimate.chanceOfWaiting).toBeCloseTo(0.808, 12);
    expect(estimate.steps).toEqual([{ node: 'a', stated: h(5), isExplained: true }]);
  });

  it('takes the spread of the service from low, likely and high', () => {
    // 15 / 60 / 240 minutes: mean 82.5, variance (82.5 - 15)(240 - 82.5) / 7 = 1518.75.
    const time = { low: 15, likely: 60, high: 240 };
    expect(pertVariance(time)).toBeCloseTo(1518.75, 10);
    expect(pertVariance({ likely: 60 })).toBeNull();
    const graph = lineOf(
      { a: { processTime: time, wait: 1, role: 'r' } },
      {
        stream: { demandPerMonth: demandFor(0.5, 82.5), demandCv: 0.5 },
        roles: { r: { people: 1, availability: 1 } },
      },
    );
    const { queue, wait, assumed } = estimateOf(graph);
    expect(queue?.serviceVariation).toBeCloseTo(1518.75 / 82.5 ** 2, 10);
    expect(queue?.arrivalVariation).toBe(0.25);
    expect(wait).toBeCloseTo((82.5 * (0.25 + 1518.75 / 82.5 ** 2)) / 2, 8);
    expect(assumed).toEqual([]);
  });

  it('is that of all steps of the role, in which part-time people are slower and crews one server', () => {
    const graph = lineOf(
      {
        a: { processTime: 10, wait: 5, role: 'r', crew: 2 },
        b: { processTime: 30, wait: 500, role: 'r', crew: 2 },
      },
      { stream: { demandPerMonth: 52 }, roles: { r: { people: 4, availability: 0.5 } } },
    );
    const { queue, utilisation } = estimateOf(graph);
    // Two servers; 20 minutes of work on average last 40 on the clock; 104 visits a month.
    expect(queue).toMatchObject({ servers: 2, serviceTime: 40 });
    expect(queue?.arrivalRate).toBeCloseTo(104 / month, 12);
    expect(utilisation).toBeCloseTo(computeFigures(graph).utilisation.get('r') ?? Number.NaN, 12);
  });

  it('does not explain a stated wait over three times as long', () => {
    const at = (wait: number): boolean | null | undefined =>
      estimateOf(
        lineOf(
          { a: { processTime: 60, wait, role: 'r' } },
          {
            stream: { demandPerMonth: demandFor(0.5, 60) },
            roles: { r: { people: 1, availability: 1 } },
          },
        ),
      ).steps[0]?.isExplained;
    // At half load with random arrivals and service the wait is the service time: 60 minutes.
    expect(at(179.9)).toBe(true);
    expect(at(180.1)).toBe(false);
  });

  it('leaves out what the dates of a step explain, and judges no wait that was agreed on', () => {
    const at = (fields: StepFields): boolean | null | undefined =>
      estimateOf(
        lineOf(
          { a: { processTime: 60, wait: 1300, role: 'r', ...fields } },
          {
            stream: { demandPerMonth: demandFor(0.5, 60) },
            roles: { r: { people: 1, availability: 1 } },
          },
        ),
      ).steps[0]?.isExplained;
    expect(at({})).toBe(false);
    expect(at({ cadence: h(40) })).toBe(true);
    expect(at({ requiredWait: true })).toBeNull();
  });

  it('grows without end from full load on', () => {
    const graph = lineOf(
      { a: { processTime: 60, wait: h(100), role: 'r' } },
      { stream: { demandPerMonth: demandFor(1, 60) }, roles: { r: { people: 1, availability: 1 } } },
    );
    expect(estimateOf(graph)).toMatchObject({ wait: null, reason: 'grows', chanceOfWaiting: 1 });
    expect(estimateOf(graph).steps[0]?.isExplained).toBe(true);
  });

  it('is unknown without people, availability, demand or a time, and says what lacks', () => {
    const estimate = estimateOf(lineOf({ a: { wait: 5, role: 'r' } }, { roles: { r: {} } }));
    expect(estimate).toMatchObject({ wait: null, reason: 'unknown', queue: null });
    expect(estimate.missing.map(({ field }) => field)).toEqual([
      'processTime',
      'demand',
      'people',
      'availability',
    ]);
    expect(estimate.steps[0]?.isExplained).toBeNull();
  });
});

describe('items counted and expected', () => {
  const factors = (checks: readonly LittleCheck[]): unknown[] =>
    checks.map(({ node, factor }) => [node, factor === null ? null : Math.round(factor * 1000) / 1000]);

  it('agree at 240 items, 40 a day and 6 days', () => {
    const graph = lineOf(
      { a: { processTime: 0, wait: h(48) } },
      { stream: { demandPerMonth: 40 * (month / h(8)), itemsInProgress: 240 } },
    );
    expect(littleChecks(graph, h(48))).toMatchObject([
      { node: null, counted: 240, factor: expect.closeTo(1, 10) },
    ]);
  });

  it('are compared before each step: 30 items where a day of waiting at 10 a day explains 10', () => {
    const graph = lineOf(
      { a: { processTime: 1, wait: h(8), wip: 30 }, b: { processTime: 1, wait: 0, wip: 3 } },
      { stream: { demandPerMonth: 10 * (month / h(8)) } },
    );
    expect(factors(littleChecks(graph, null))).toEqual([
      ['a', 3],
      ['b', null],
    ]);
  });

  it('are left out where nothing was counted or the demand is unknown', () => {
    expect(
      littleChecks(lineOf({ a: { processTime: 1, wait: 1 } }, { stream: { demandPerMonth: 5 } }), 2),
    ).toEqual([]);
    expect(littleChecks(lineOf({ a: { processTime: 1, wait: 1, wip: 5 } }), 2)).toEqual([]);
  });
});

describe('waits that a rhythm explains', () => {
  const at = (step: StepFields, stream: Partial<ValueStream> = {}): RhythmWait | undefined =>
    rhythmWaits(lineOf({ a: { processTime: 1, wait: 7, ...step } }, { stream }))[0];

  it('are half the cadence and the cut-off: 20 h of a weekly board, 28 h with papers a day before', () => {
    expect(at({ cadence: h(40) })).toEqual({ node: 'a', cadence: h(20), batch: null, stated: 7 });
    expect(at({ cadence: h(40), cutoff: { likely: h(8) } })?.cadence).toBe(h(28));
  });

  it('are 1.9 h for a batch of 20 at 5 an hour', () => {
    const batch = at({ batch: 20 }, { demandPerMonth: (5 * month) / 60 })?.batch;
    expect((batch ?? 0) / 60).toBeCloseTo(1.9, 10);
    expect(at({ batch: 20 })?.batch).toBeNull();
  });

  it('are none for steps that take items one by one at any time', () => {
    expect(at({})).toBeUndefined();
    expect(at({ batch: 1 })).toBeUndefined();
  });
});
