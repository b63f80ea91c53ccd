import { expect, it } from 'vitest';
import { createTellAgain } from '../../renderer/tell-again';

const minute = 60_000;

it('tells a trouble once, and again where it is there ten minutes later', () => {
  let now = 0;
  const isDue = createTellAgain(() => now);
  expect(isDue('No version was kept.')).toBe(true);
  now = 9 * minute;
  expect(isDue('No version was kept.')).toBe(false);
  now = 10 * minute;
  expect(isDue('No version was kept.')).toBe(true);
  now = 11 * minute;
  expect(isDue('No version was kept.')).toBe(false);
  now = 300 * minute;
  expect(isDue('No version was kept.')).toBe(true);
});

it('tells another trouble all the same', () => {
  const isDue = createTellAgain(() => 0);
  expect(isDue('No version was kept.')).toBe(true);
  expect(isDue('Settings cannot be kept.')).toBe(true);
});
