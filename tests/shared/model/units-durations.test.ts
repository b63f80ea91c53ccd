import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Calendar, officeHours, roundTheClock } from '../../../shared/model/calendar';
import { parseDuration, parseDurationQuantity } from '../../../shared/model/units-durations';
import {
  formatDuration,
  showDuration,
  writeDuration,
  writeQuantity,
} from '../../../shared/model/units-format';

const inTable = { bareNumber: 'error' } as const;
const inField = { bareNumber: 'minutes' } as const;

const sevenAndAHalf: Calendar = { ...officeHours, kind: 'custom', hours: [7.5, 7.5, 7.5, 7.5, 6, 0, 0] };
const never: Calendar = { ...officeHours, kind: 'custom', hours: [0, 0, 0, 0, 0, 0, 0] };

function minutes(text: string, calendar = officeHours): number {
  const read = parseDuration(text, calendar, inTable);
  if (!read.ok) throw new Error(read.reason);
  return read.value;
}

function reasonOf(text: string, calendar = officeHours): string {
  const read = parseDuration(text, calendar, inTable);
  if (read.ok) throw new Error(`read as ${read.reading}`);
  return read.reason;
}

describe('a time as people type it', () => {
  it.each([
    ['15m', 15],
    ['15 min', 15],
    ['15min', 15],
    ['15 minutes', 15],
    ['4h 30m', 270],
    ['4h30m', 270],
    ['4h30', 270],
    ['4 h 30', 270],
    ['4h 5', 245],
    ['1.5h', 90],
    ['1,5h', 90],
    ['1.5 hrs', 90],
    ['.5h', 30],
    ['2 hours 15 mins', 135],
    ['1:30', 90],
    ['0:05', 5],
    ['1:30:30', 90.5],
    ['11m 26s', 11 + 26 / 60],
    ['90 sec', 1.5],
    ['2d', 960],
    ['2 days', 960],
    ['2 working days', 960],
    ['1d 4h', 720],
    ['1w', 2400],
    ['1 week 1 day', 2880],
    ['0.125d', 60],
    ['1.125h', 67.5],
    ['0,125h', 7.5],
    ['4\u00a0h\u00a030\u00a0m', 270],
    [' 4H 30M ', 270],
    ['0m', 0],
  ])('%j is %d minutes of office hours', (text, expected) => {
    expect(minutes(text)).toBeCloseTo(expected, 9);
  });

  it.each([
    ['PT15M', 15],
    ['PT2H30M', 150],
    ['PT1.5H', 90],
    ['pt90s', 1.5],
    ['P1DT2H30M', 1440 + 150],
    ['P1D', 1440],
    ['P1W', 7 * 1440],
    ['3cd', 3 * 1440],
    ['3 calendar days', 3 * 1440],
    ['1d', 1440],
    ['1w', 7 * 1440],
  ])('%j is %d minutes round the clock', (text, expected) => {
    expect(minutes(text, roundTheClock)).toBeCloseTo(expected, 9);
  });

  it('counts a calendar day with the working hours that fall on one on average: 48 h on the clock are 11.43 h', () => {
    expect(minutes('2cd') / 60).toBeCloseTo(80 / 7, 9);
    expect(minutes('P2D') / 60).toBeCloseTo(11.43, 2);
    expect(minutes('7cd')).toBeCloseTo(minutes('1w'), 9);
  });

  it('counts working days with the weekly hours over the working days', () => {
    expect(minutes('1d', sevenAndAHalf)).toBeCloseTo(7.2 * 60, 9);
    expect(minutes('1w', sevenAndAHalf)).toBe(36 * 60);
  });

  it.each([
    ['4h 30m', '4 h 30 min'],
    ['1:30', '1 h 30 min'],
    ['2d', '2 working days = 16 h'],
    ['1d 4h', '1 working day 4 h = 12 h'],
    ['7cd', '7 calendar days = 40 h of working time'],
    ['35s', '35 s'],
  ])('%j is read out as %j', (text, expected) => {
    const read = parseDuration(text, officeHours, inTable);
    expect(read.ok && read.reading).toBe(expected);
  });

  it('takes a number without a unit as minutes in a field only', () => {
    expect(parseDuration('90', officeHours, inField)).toEqual({ ok: true, value: 90, reading: '1 h 30 min' });
    expect(reasonOf('90')).toBe('“90” has no unit. Write 90m for minutes or 90h for hours.');
  });

  it.each([
    ['', 'Nothing is written here.'],
    ['   ', 'Nothing is written here.'],
    ['soon', '“soon” is not a time.'],
    ['~5m', '“~5m” is not a time.'],
    ['5 m 3', '“5 m 3” is not a time.'],
    ['1h30m20', 'is not a time.'],
    ['4 5m', 'is not a time.'],
    ['p', 'is not a time.'],
    ['PT', 'is not a time.'],
    ['P1DT', 'is not a time.'],
    ['m', 'is not a time.'],
    ['-5m', 'is negative'],
    ['1,500m', 'can be read in two ways'],
    ['1:75', 'sixty or more'],
    ['4h75', 'sixty or more'],
    ['1h 2h', 'the same unit twice'],
    ['2 months', 'uses months or years'],
    ['2mo', 'uses months or years'],
    ['P1M', 'uses months or years'],
    ['P1Y', 'uses months or years'],
    ['1e400h', 'is longer than a hundred years'],
    ['999999999999w', 'is longer than a hundred years'],
    ['876601h', 'is longer than a hundred years'],
    ['constructor', 'is not a time.'],
    ['5 constructor', 'is not a time.'],
  ])('%j is refused: %s', (text, reason) => {
    expect(reasonOf(text)).toContain(reason);
  });

  it('refuses days where the calendar has no working hours', () => {
    expect(reasonOf('1d', never)).toBe(
      'The calendar has no working hours, so days and weeks cannot be counted.',
    );
    expect(minutes('1h', never)).toBe(60);
  });

  it('never throws, and gives a finite time of zero or more where it gives one', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[-0-9.,:/ hmdwspt–e]{0,12}$/)), (text) => {
        const read = parseDurationQuantity(text, officeHours, inField);
        if (read.ok) {
          expect(Number.isFinite(read.value.likely)).toBe(true);
          expect(read.value.likely).toBeGreaterThanOrEqual(0);
        } else expect(read.reason).not.toBe('');
      }),
      { numRuns: 2000 },
    );
  });
});

describe('low, likely and high', () => {
  const read = (text: string): unknown => parseDurationQuantity(text, officeHours, inTable);

  it('reads a triple', () => {
    expect(read('5m/10m/30m')).toEqual({
      ok: true,
      value: { low: 5, likely: 10, high: 30 },
      reading: '5 min to 30 min, likely 10 min',
    });
    expect(read('1h / 2d / 1w')).toMatchObject({ value: { low: 60, likely: 960, high: 2400 } });
  });

  it('lends the unit of the last value to the ones before it', () => {
    expect(read('5/10/30m')).toMatchObject({ value: { low: 5, likely: 10, high: 30 } });
    expect(read('5-15m')).toMatchObject({ value: { low: 5, likely: 10, high: 15 } });
    expect(read('1 - 2 working days')).toMatchObject({ value: { low: 480, high: 960 } });
  });

  it.each(['5–15m', '5 – 15 min', '5m-15m', '5 to 15m', '5..15m'])('reads the range %j', (text) => {
    expect(read(text)).toMatchObject({ ok: true, value: { low: 5, likely: 10, high: 15 } });
  });

  it.each([
    ['5/10/30', 'has no unit'],
    ['5m/30m', 'needs three values'],
    ['5m/10m/20m/30m', 'needs three values'],
    ['30m/10m/5m', 'is not in order'],
    ['15-5m', 'is not in order'],
    ['5m/soon/30m', '“soon” is not a time'],
  ])('refuses %j: %s', (text, reason) => {
    expect(read(text)).toMatchObject({ ok: false, reason: expect.stringContaining(reason) });
  });

  it('keeps a single value single', () => {
    expect(read('5m')).toEqual({ ok: true, value: { likely: 5 }, reading: '5 min' });
  });
});

describe('writing a time', () => {
  it.each([
    [0, '0m'],
    [0.5, '30s'],
    [35 / 60, '35s'],
    [12, '12m'],
    [11 + 26 / 60, '11m 26s'],
    [5 + 5 / 60, '5m 05s'],
    [59.999, '1h'],
    [125, '2h 05m'],
    [260, '4h 20m'],
    [480, '8h'],
    [1135, '18h 55m'],
    [61_080, '1\u00a0018h'],
    [6015, '100h'],
    [-15, '−15m'],
  ])('%d minutes are shown as %j', (value, expected) => {
    expect(formatDuration(value)).toBe(expected);
  });

  it('shows what can be typed again, within the rounding of what is shown', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 5999, noNaN: true }), (value) => {
        const again = minutes(formatDuration(value));
        expect(Math.abs(again - value)).toBeLessThanOrEqual(value < 59 ? 0.5 / 60 + 1e-9 : 0.5 + 1e-9);
      }),
    );
  });

  it.each([
    ['3cd', '17h 8m 34s'],
    ['P1D', '5h 42m 51s'],
    ['11m 26s', '11m 26s'],
    ['4h 30m', '4h 30m'],
    ['82.5m', '1h 22m 30s'],
    ['0.5m', '0.5m'],
    ['35s', '35s'],
    ['0.06s', '0.001m'],
    ['876600h', '876600h'],
  ])('shows %j in a field as %j', (typed, shown) => {
    expect(showDuration(minutes(typed))).toBe(shown);
  });

  it('shows in a field what is read back to half a second', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 5e7, noNaN: true }), (value) => {
        expect(Math.abs(minutes(showDuration(value)) - value)).toBeLessThanOrEqual(0.5 / 60 + 1e-6);
      }),
    );
  });

  it('writes into tables exactly what is stored', () => {
    expect(writeDuration(270)).toBe('4h 30m');
    expect(writeDuration(82.5)).toBe('82.5m');
    expect(writeDuration(44 / 60)).toBe('44s');
    expect(writeDuration(1 + 44 / 60)).toBe('1m 44s');
    expect(writeDuration(125 + 20 / 60)).toBe('125m 20s');
    expect(writeDuration(44.5 / 60)).toBe('44.5s');
    const anyTime = fc.oneof(
      fc.nat({ max: 5e7 }),
      fc.nat({ max: 1e6 }).map((seconds) => seconds / 60),
      fc.double({ min: 0, max: 5e7, noNaN: true }),
    );
    fc.assert(
      fc.property(anyTime, anyTime, anyTime, (...values) => {
        const [low = 0, likely = 0, high = 0] = values
          .map((value) => (value === 0 ? 0 : value))
          .sort((a, b) => a - b);
        const read = parseDurationQuantity(
          writeQuantity({ low, likely, high }, writeDuration),
          officeHours,
          inTable,
        );
        expect(read).toMatchObject({ ok: true });
        if (read.ok) expect(read.value).toEqual(low === high ? { likely } : { low, likely, high });
      }),
    );
  });
});
