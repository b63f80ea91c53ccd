import { describe, expect, it } from 'vitest';
import { addStepBefore, addStepBeside } from '../../../shared/commands/step-beside';
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

const line = () =>
  buildMap((m) => {
    m.start('in');
    for (const id of ['a', 'b', 'c']) m.step(id);
    m.end('out');
    m.path('in', 'a', 'b', 'c', 'out');
  }).project;

const beside = (of: typeof project, id: string, place: 'before' | 'after'): string[] => {
  const command = addStepBeside(of, { beside: id, place, type: 'step', name: 'New' }, countedIds());
  return flowsOf(doUndoRedo(of, command));
};

describe('a connected step beside another', () => {
  it('comes between a step and the next one', () => {
    expect(beside(line(), 'a', 'after')).toEqual(['a > new-1', 'b > c', 'c > out', 'in > a', 'new-1 > b']);
  });

  it('comes before value, since nothing follows that', () => {
    const flows = ['a > b', 'b > c', 'c > new-1', 'in > a', 'new-1 > out'];
    expect(beside(line(), 'out', 'after')).toEqual(flows);
    expect(beside(line(), 'out', 'before')).toEqual(flows);
  });

  it('is another way out of a step that has two', () => {
    expect(beside(project, 'start', 'after')).toContain('start > new-1');
    expect(beside(project, 'start', 'after')).toContain('start > mail 0.6');
  });
});

describe('a step before another one', () => {
  it('takes what came forward to it, and leaves rework alone', () => {
    const after = doUndoRedo(
      project,
      addStepBefore({ before: 'sort', type: 'step', name: 'Log' }, countedIds()),
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
      addStepBefore({ before: 'sort', type: 'step', name: 'Log' }, countedIds()),
    );
    expect(names(after)).toEqual(['Log', 'Sort', 'Mend']);
    expect(flowsOf(after)).toEqual(['new-1 > sort', 'sort > mend']);
  });

  it('is refused before a demand', () => {
    expect(refusal(project, addStepBefore({ before: 'start', type: 'step' }, countedIds()))).toBe(
      'Nothing leads there, so no step can be put before it.',
    );
  });
});
