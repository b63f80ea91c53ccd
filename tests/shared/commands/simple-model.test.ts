import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyDeeds, type Deed, walkBesidePaper } from './walk-beside-paper';
import { tell } from '../../helpers/tell';

describe('a document', () => {
  it('says after every command, undo and redo what a simple model of it says', () => {
    const walks = 5000;
    const total = { done: 0, refused: 0, filed: 0 };
    fc.assert(
      fc.property(anyDeeds(30), (deeds) => {
        // Writing and reading the file takes longer than the walk: one in six or so does it.
        const isFiled = deeds.length % 6 === 0;
        const { done, refused } = walkBesidePaper(deeds, isFiled);
        total.done += done;
        total.refused += refused;
        total.filed += isFiled ? 1 : 0;
      }),
      { seed: 20_261_122, numRuns: walks },
    );
    // Neither side may agree by refusing everything.
    expect(total.done).toBeGreaterThan(3 * walks);
    expect(total.refused).toBeGreaterThan(walks);
    expect(total.filed).toBeGreaterThan(500);
    tell('R10', walks, 'walks beside the simple model, 0 differences');
  });

  it('heals along the flow that was drawn first, where the later one has a number for an id', () => {
    const deed = (kind: number, a = 0, b = 0, c = 0): Deed => ({ kind, a, b, c });
    // The seventh id that is made is 0: a flow of planned repeats beside the one from a to b, which then goes.
    const deeds = [deed(0), deed(0), deed(0), deed(0), deed(0), deed(0), deed(4, 0, 1, 3), deed(9, 1)];
    expect(walkBesidePaper(deeds)).toEqual({ done: 8, refused: 0 });
  });
});
