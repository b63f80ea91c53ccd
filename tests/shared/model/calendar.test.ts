import { describe, expect, it } from 'vitest';
import { type Calendar, hoursPerMonth, officeHours, roundTheClock } from '../../../shared/model/calendar';
import {
  elapsedFromWorking,
  hasOwnCalendar,
  waitIn,
  workingFromElapsed,
} from '../../../shared/model/calendar-convert';
import { workingMinutes } from '../../../shared/model/calendar-working-time';

const berlin = (calendar: Calendar): Calendar => ({ ...calendar, timeZone: 'Europe/Berlin' });
const hoursBetween = (from: string, to: string, calendar: Calendar): number =>
  (workingMinutes(Date.parse(from), Date.parse(to), calendar) ?? Number.NaN) / 60;

describe('working time between two moments', () => {
  it('is 2.5 h from Friday 16:00 to Monday 10:30, of 66.5 h on the wall', () => {
    const from = '2026-11-20T16:00:00Z';
    const to = '2026-11-23T10:30:00Z';
    expect(hoursBetween(from, to, officeHours)).toBe(2.5);
    expect(hoursBetween(from, to, roundTheClock)).toBe(66.5);
  });

  it('is counted on the wall of the calendar’s zone', () => {
    // 15:00 UTC is 16:00 in Berlin in November.
    expect(hoursBetween('2026-11-20T15:00:00Z', '2026-11-23T09:30:00Z', berlin(officeHours))).toBe(2.5);
    expect(
      hoursBetween('2026-11-20T22:00:00Z', '2026-11-21T01:00:00Z', {
        ...officeHours,
        timeZone: 'America/New_York',
      }),
    ).toBe(0);
    expect(
      hoursBetween('2026-11-20T20:00:00Z', '2026-11-21T01:00:00Z', {
        ...officeHours,
        timeZone: 'America/New_York',
      }),
    ).toBe(2);
  });

  it('leaves out holidays', () => {
    const calendar: Calendar = { ...officeHours, holidays: { '2026-11-23': true } };
    expect(hoursBetween('2026-11-20T16:00:00Z', '2026-11-24T10:30:00Z', calendar)).toBe(2.5);
  });

  it('does not move with the clocks: nine is nine before and after summer time', () => {
    const calendar = berlin(officeHours);
    // Put back on Sunday 25 October 2026, forward on Sunday 29 March 2026.
    expect(hoursBetween('2026-10-23T16:00:00+02:00', '2026-10-26T10:30:00+01:00', calendar)).toBe(2.5);
    expect(hoursBetween('2026-03-27T16:00:00+01:00', '2026-03-30T10:30:00+02:00', calendar)).toBe(2.5);
  });

  it('has 25 or 23 hours round the clock on the day that the clocks are changed', () => {
    const calendar = berlin(roundTheClock);
    expect(hoursBetween('2026-10-25T00:00:00+02:00', '2026-10-26T00:00:00+01:00', calendar)).toBe(25);
    expect(hoursBetween('2026-03-29T00:00:00+01:00', '2026-03-30T00:00:00+02:00', calendar)).toBe(23);
  });

  it('follows zones whose midnight is skipped', () => {
    // Beirut puts its clocks forward at midnight: 29 March 2026 begins at 1:00 and has 23 hours.
    const calendar = { ...roundTheClock, timeZone: 'Asia/Beirut' };
    expect(hoursBetween('2026-03-28T00:00:00+02:00', '2026-03-30T00:00:00+03:00', calendar)).toBe(47);
  });

  it('opens at nine, and earlier where the day would not be over by midnight', () => {
    const long: Calendar = { ...officeHours, kind: 'custom', hours: [20, 8, 8, 8, 8, 0, 0] };
    expect(hoursBetween('2026-11-23T00:00:00Z', '2026-11-23T05:00:00Z', long)).toBe(1);
    expect(hoursBetween('2026-11-24T00:00:00Z', '2026-11-24T10:00:00Z', long)).toBe(1);
    expect(hoursBetween('2026-11-23T00:00:00Z', '2026-11-30T00:00:00Z', long)).toBe(52);
  });

  it('is none where the end is not after the beginning, or nobody works', () => {
    expect(hoursBetween('2026-11-20T12:00:00Z', '2026-11-20T12:00:00Z', officeHours)).toBe(0);
    expect(hoursBetween('2026-11-20T12:00:00Z', '2026-11-20T10:00:00Z', officeHours)).toBe(0);
    const closed: Calendar = { ...officeHours, kind: 'custom', hours: [0, 0, 0, 0, 0, 0, 0] };
    expect(hoursBetween('2026-11-01T00:00:00Z', '2026-12-01T00:00:00Z', closed)).toBe(0);
  });

  it('is unknown in a zone that does not exist, and for what is no moment', () => {
    expect(workingMinutes(0, 1, { ...officeHours, timeZone: 'Nowhere/Town' })).toBeNull();
    expect(workingMinutes(0, Number.NaN, officeHours)).toBeNull();
    expect(workingMinutes(0, Number.POSITIVE_INFINITY, officeHours)).toBeNull();
  });

  it('adds up over any moment between', () => {
    const calendar = berlin({ ...officeHours, holidays: { '2026-11-04': true } });
    const from = Date.parse('2026-10-20T07:13:00Z');
    const to = Date.parse('2026-11-12T15:45:30Z');
    const whole = workingMinutes(from, to, calendar) ?? Number.NaN;
    for (let between = from; between < to; between += 7.3 * 3_600_000) {
      const parts = [workingMinutes(from, between, calendar), workingMinutes(between, to, calendar)];
      expect((parts[0] ?? 0) + (parts[1] ?? 0)).toBeCloseTo(whole, 8);
    }
  });
});

describe('working and elapsed time on average', () => {
  it('are 16 h and 2.8 calendar days, 48 h and 11.43 h in office hours', () => {
    expect((elapsedFromWorking(16 * 60, officeHours) ?? 0) / 1440).toBeCloseTo(2.8, 12);
    expect(workingFromElapsed(48 * 60, officeHours) / 60).toBeCloseTo(11.43, 2);
  });

  it('are one round the clock, and unknown where nobody works', () => {
    expect(elapsedFromWorking(90, roundTheClock)).toBe(90);
    expect(elapsedFromWorking(90, { ...officeHours, hours: [0, 0, 0, 0, 0, 0, 0] })).toBeNull();
  });

  it('have 173.33 h a month in office hours and 730 h round the clock', () => {
    expect(hoursPerMonth(officeHours)).toBeCloseTo(173.33, 2);
    expect(hoursPerMonth(roundTheClock)).toBe(730);
  });
});

describe('the wait of a step with a calendar of its own', () => {
  const wait = { low: 60, likely: 2880, high: 5760, source: 'log' } as const;

  it('is converted at each end, and keeps where it comes from', () => {
    const converted = waitIn({ wait, calendar: roundTheClock }, officeHours);
    expect(converted).toMatchObject({ source: 'log', low: expect.closeTo(60 / 4.2, 10) });
    expect((converted?.likely ?? 0) / 60).toBeCloseTo(11.43, 2);
  });

  it('stays as it is in the map’s calendar, and is unknown where its own has no hours', () => {
    expect(waitIn({ wait }, officeHours)).toBe(wait);
    expect(
      waitIn({ wait, calendar: { ...officeHours, holidays: { '2026-12-25': true } } }, officeHours),
    ).toBe(wait);
    expect(
      waitIn({ wait, calendar: { ...officeHours, hours: [0, 0, 0, 0, 0, 0, 0] } }, officeHours),
    ).toBeUndefined();
    expect(hasOwnCalendar({ calendar: roundTheClock }, officeHours)).toBe(true);
    expect(hasOwnCalendar({}, officeHours)).toBe(false);
  });
});
