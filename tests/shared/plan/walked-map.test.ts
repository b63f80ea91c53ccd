import { describe, expect, it } from 'vitest';
import { makeFutureCopy } from '../../../shared/commands/future-copy';
import { deleteMap } from '../../../shared/commands/maps';
import { graphOf } from '../../../shared/model/queries';
import type { Project } from '../../../shared/model/project';
import { walkedMap } from '../../../shared/plan/walked-map';
import { buildMap } from '../../helpers/build-map';
import { countedIds, doUndoRedo } from '../../helpers/do-undo-redo';

const { project } = buildMap((m) => {
  m.step('ask', { name: 'Ask' });
});
const makeId = countedIds();
const first = makeFutureCopy({ project, map: 'map', makeId });
const withOne = doUndoRedo(project, first);
const second = makeFutureCopy({ project: withOne, map: first.made[0] ?? '', makeId });
const withTwo = doUndoRedo(withOne, second);

function walked(of: Project, map: string): string | null {
  const shown = graphOf(of, map);
  if (!shown) throw new Error('no map');
  return walkedMap(of, shown);
}

describe('the map that readings of a walk belong to', () => {
  it('is the shown one where that is the current state', () => {
    expect(walked(withTwo, 'map')).toBe('map');
  });

  it('is never a future state: what that was made from, over any number of futures', () => {
    expect(walked(withTwo, first.made[0] ?? '')).toBe('map');
    expect(walked(withTwo, second.made[0] ?? '')).toBe('map');
  });

  it('is none where the stream has future states alone', () => {
    const alone = doUndoRedo(withOne, deleteMap({ id: 'map' }));
    expect(walked(alone, first.made[0] ?? '')).toBeNull();
  });
});
