import fc from 'fast-check';
import { officeHours, roundTheClock } from '../../shared/model/calendar';
import type { Quantity } from '../../shared/model/quantity';
import { provenanceSources } from '../../shared/model/value-sets';

const awkwardIds = ['constructor', 'toString', 'hasOwnProperty', 'valueOf', 'prototype', '0', '7', 'A-1_b'];

/** Ids that the file format allows, names of Object.prototype and whole numbers among them. */
export const anyId: fc.Arbitrary<string> = fc.oneof(
  { weight: 4, arbitrary: fc.stringMatching(/^[A-Za-z0-9][A-Za-z0-9_-]{0,11}$/) },
  { weight: 1, arbitrary: fc.constantFrom(...awkwardIds) },
);

/** Odd and plain texts. */
export const anyText = fc.oneof(
  fc.string({ maxLength: 12, unit: 'grapheme' }),
  fc.constantFrom('', 'Überprüfen & "freigeben"', 'a\u2028b', '日本語', '👩‍💻', '=1+1', 'x;y:z,w', '\ud800'),
);
const positiveZero = (value: number): number => (value === 0 ? 0 : value);
/** Any number that a document may hold. */
export const anyNumber = fc.double({ min: -1e15, max: 1e15, noNaN: true }).map(positiveZero);
/** A number from 0 on. */
export const anyAmount = fc.double({ min: 0, max: 1e6, noNaN: true }).map(positiveZero);
/** A number from 0 to 1. */
export const anyShareValue = fc.double({ min: 0, max: 1, noNaN: true }).map(positiveZero);
/** An ISO date. */
export const anyDate = fc
  .date({ min: new Date('1990-01-01'), max: new Date('2090-01-01'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
/** Some of these ids, in an order. */
export const anyMembers = (ids: readonly string[]): fc.Arbitrary<Record<string, number>> =>
  ids.length === 0
    ? fc.constant({})
    : fc
        .uniqueArray(fc.constantFrom(...ids), { maxLength: 3 })
        .map((some) => Object.fromEntries(some.map((id, index) => [id, index + 1])));

/** A quantity whose values come from `value`: single or low / likely / high, with some of its provenance. */
export function anyQuantity(value: fc.Arbitrary<number>): fc.Arbitrary<Quantity> {
  const provenance = fc.record(
    {
      source: fc.constantFrom(...provenanceSources),
      by: anyText,
      on: anyDate,
      samples: fc.nat({ max: 1000 }),
    },
    { requiredKeys: [] },
  );
  const single = value.map((likely) => ({ likely }));
  const triple = fc.tuple(value, value, value).map((values) => {
    const [low = 0, likely = 0, high = 0] = [...values].sort((a, b) => a - b);
    return { low, likely, high };
  });
  return fc.tuple(fc.oneof(single, triple), provenance).map(([values, source]) => ({ ...values, ...source }));
}

/** A record in which each field may be absent. */
export function someOf<T extends object>(
  fields: { [K in keyof T]: fc.Arbitrary<T[K]> },
): fc.Arbitrary<Partial<T>> {
  return fc.record(fields, { requiredKeys: [] }) as unknown as fc.Arbitrary<Partial<T>>;
}

/** A preset, or own hours with a holiday. */
export const anyCalendar = fc.oneof(
  fc.constant(officeHours),
  fc.constant(roundTheClock),
  fc.record({
    kind: fc.constant('custom' as const),
    hours: fc.constant([7.5, 7.5, 7.5, 7.5, 6, 0, 0] as [
      number,
      number,
      number,
      number,
      number,
      number,
      number,
    ]),
    holidays: fc.constant({ '2026-12-25': true as const }),
    timeZone: fc.constant('Europe/Berlin'),
  }),
);
