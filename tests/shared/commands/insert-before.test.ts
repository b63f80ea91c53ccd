import { describe, expect, it } from 'vitest';
import { insertBefore } from '../../../shared/commands/insert-before';
import { listOf } from '../../../shared/model/queries';
import { buildMap } from '../../helpers/build-map';
import { countedIds, doUndoRedo, flowsOf, refusal } from '../../helpers/do-undo-redo';

const { project } = buildMap((m) => {
  m.start();
  m.step('phone');
  m.step('mail');
  m.step('sort');
  m.end();
  m.flow('start', 'phone', { share: 0.4 });
  m.flow('start', 'mail', { share: 0.6 });
  m.path('phone', 'sort', 'end');
  m.path('mail', 'sort');
  m.flow('sort', 'sort', { share: 0.1, kind: 'rework' });
});

const names = (of: typeof project): string[] => listOf(of.nodes).map((node) => node.name);

describe('a step before another one', () => {
  it('takes what came forward to it, and leaves rework alone', () => {
    const after = doUndoRedo(
      project,
      insertBefore({ before: 'sort', type: 'step', name: 'Log' }, countedIds()),
    );
    expect(flowsOf(after)).toEqual([
      'mail > new-1',
      'new-1 > sort',
      'phone > new-1',
      'sort > end',
      'sort > sort rework 0.1',
      'start > mail 0.6',
      'start > phone 0.4',
    ]);
  });

  it('begins the stream where nothing came to it', () => {
    const { project: loose } = buildMap((m) => {
      m.step('sort');
      m.step('mend');
      m.path('sort', 'mend');
    });
    const after = doUndoRedo(
      loose,
      insertBefore({ before: 'sort', type: 'step', name: 'Log' }, countedIds()),
    );
    expect(names(after)).toEqual(['Log', 'Sort', 'Mend']);
    expect(flowsOf(after)).toEqual(['new-1 > sort', 'sort > mend']);
  });

  it('is refused before a demand', () => {
    expect(refusal(project, insertBefore({ before: 'start', type: 'step' }, countedIds()))).toBe(
      'Nothing flows into a start: connect from it instead.',
    );
  });
});
