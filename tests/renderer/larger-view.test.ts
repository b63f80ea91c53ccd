import { expect, it } from 'vitest';
import { largerView } from '../../renderer/pages/compare/larger-view';

it('puts long maps one below the other and tall maps side by side', () => {
  const room = { width: 1200, height: 656 };
  // Stacked a map of 2400 x 400 is half its size (1200 / 2400); beside each other a quarter of it.
  expect(largerView(room, { width: 2400, height: 400 })).toBe('stacked');
  // Stacked a map of 600 x 900 is a third of its size (300 / 900); beside each other 628 / 900 of it.
  expect(largerView(room, { width: 600, height: 900 })).toBe('beside');
});
