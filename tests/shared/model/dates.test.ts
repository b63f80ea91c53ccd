import { expect, test } from 'vitest';
import { addMonths } from '../../../shared/model/dates';

test.each([
  ['2026-11-21', 3, '2027-02-21'],
  ['2026-11-30', 3, '2027-02-28'],
  ['2027-11-30', 3, '2028-02-29'],
  ['2026-08-31', 6, '2027-02-28'],
  ['2026-06-15', 6, '2026-12-15'],
  ['2026-12-31', 12, '2027-12-31'],
])('%s and %i months is %s', (date, months, later) => {
  expect(addMonths(date, months)).toBe(later);
});
