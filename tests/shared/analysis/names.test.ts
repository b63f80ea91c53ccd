import { expect, it } from 'vitest';
import { sayNames } from '../../../shared/analysis/names';

it('names up to four things, and says how many more there are', () => {
  expect(sayNames(['Log', 'Fix', 'Check', 'Close'])).toBe('Log, Fix, Check, Close');
  expect(sayNames(['Log', 'Fix', 'Check', 'Close', 'Ask', 'Close'])).toBe('Log, Fix, Check and 3 more');
});

it('says things of one name once, with their number', () => {
  expect(sayNames(['Log', 'Fix', 'Log', 'Log'])).toBe('Log (3 times), Fix');
  expect(sayNames([])).toBe('');
});
