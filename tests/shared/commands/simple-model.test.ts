import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyDeeds, walkBesidePaper } from './walk-beside-paper';

describe('a document', () => {
  it('says after every command, undo and redo what a simple model of it says', () => {
    const total = { done: 0, refused: 0 };
    fc.assert(
      fc.property(anyDeeds(40), (deeds) => {
        const { done, refused } = walkBesidePaper(deeds);
        total.done += done;
        total.refused += refused;
      }),
      { seed: 20_261_122, numRuns: 300 },
    );
    // Neither side may agree by refusing everything.
    expect(total.done).toBeGreaterThan(3 * 300);
    expect(total.refused).toBeGreaterThan(300);
  });
});
