import { expect, test } from 'vitest';
import { isHarmless } from '../../../shared/ipc/error-facts';

test.each([
  ['ResizeObserver loop completed with undelivered notifications.', true],
  ['ResizeObserver loop limit exceeded', true],
  ['Uncaught TypeError: Cannot read properties of undefined', false],
  ['Script error.', false],
  ['', false],
])('of what Chromium reports as an error, “%s” is harmless: %s', (message, is) => {
  expect(isHarmless(message)).toBe(is);
});
