import { afterEach, expect, test } from 'vitest';
import { localDate, localTime } from '../../main/local-date';
import { tell } from '../helpers/tell';

const zone = process.env['TZ'];

afterEach(() => {
  if (zone === undefined) delete process.env['TZ'];
  else process.env['TZ'] = zone;
});

test.each([
  // The hour that comes twice when summer time ends: 00:30 and 01:30 UTC are both 02:30 in Berlin.
  ['Europe/Berlin', '2026-10-25T00:30:00Z', '2026-10-25 02.30'],
  ['Europe/Berlin', '2026-10-25T01:30:00Z', '2026-10-25 02.30'],
  ['Europe/Berlin', '2026-12-31T23:30:00Z', '2027-01-01 00.30'],
  ['America/New_York', '2026-03-08T07:05:00Z', '2026-03-08 03.05'],
  ['Pacific/Kiritimati', '2026-11-22T11:00:00Z', '2026-11-23 01.00'],
])('in %s it is at %s: %s', (place, at, local) => {
  process.env['TZ'] = place;
  expect(localTime(new Date(at))).toBe(local);
  expect(localDate(new Date(at))).toBe(local.slice(0, 10));
  tell('R16', 1, 'hours at the changes of summer time and of the year, in three time zones');
});
