import { describe, expect, it } from 'vitest';
import { addImprovement, setImprovement } from '../../../shared/commands/improvements';
import { isDealtWith } from '../../../shared/model/notes';
import { buildMap } from '../../helpers/build-map';
import { countedIds, doUndoRedo } from '../../helpers/do-undo-redo';

describe('a note that became an improvement', () => {
  const { project } = buildMap(() => undefined);
  const add = addImprovement({ name: 'Ask once', stream: 'stream' }, countedIds());
  const id = add.made[0] ?? '';
  const planned = doUndoRedo(project, add);

  it('is dealt with once that is done, not before', () => {
    expect(isDealtWith(planned, { improvement: id })).toBe(false);
    const done = doUndoRedo(planned, setImprovement({ id, patch: { status: 'done' } }));
    expect(isDealtWith(done, { improvement: id })).toBe(true);
  });

  it('can be ticked off by hand all the same', () => {
    expect(isDealtWith(planned, { improvement: id, isSettled: true })).toBe(true);
    expect(isDealtWith(planned, {})).toBe(false);
  });
});
