import { describe, expect, it } from 'vitest';
import { addImprovement, deleteImprovement, setImprovement } from '../../../shared/commands/improvements';
import { deleteMap } from '../../../shared/commands/maps';
import { buildMap } from '../../helpers/build-map';
import { countedIds, doUndoRedo, refusal } from '../../helpers/do-undo-redo';

const { project } = buildMap((m) => m.step('approve'));
const idea = { name: ' Ask earlier ', stream: 'stream', node: 'approve', dimension: 'organizations-people' };

describe('an improvement', () => {
  const after = doUndoRedo(project, addImprovement(idea, countedIds()));

  it('is added with its place and dimension, once', () => {
    expect(after.improvements['new-1']).toEqual({ ...idea, name: 'Ask earlier', order: 1 });
    expect(refusal(after, addImprovement(idea, countedIds()))).toBe(
      'This idea is among the improvements already.',
    );
    expect(refusal(project, addImprovement({ ...idea, name: ' ' }, countedIds()))).toBe('A name is needed.');
    expect(refusal(project, addImprovement({ ...idea, stream: 'toString' }, countedIds()))).toMatch(
      /no longer/,
    );
  });

  it('is changed and taken away', () => {
    const set = doUndoRedo(
      after,
      setImprovement({ id: 'new-1', patch: { owner: 'Ada', due: '2027-01-15' } }),
    );
    expect(set.improvements['new-1']).toMatchObject({ owner: 'Ada', due: '2027-01-15' });
    expect(doUndoRedo(set, deleteImprovement({ id: 'new-1' })).improvements).toEqual({});
    expect(refusal(project, deleteImprovement({ id: 'constructor' }))).toMatch(/no longer/);
    expect(refusal(after, setImprovement({ id: 'new-1', patch: { name: '' } }))).toBe('A name is needed.');
  });
});

describe('deleting a map', () => {
  const two = structuredClone(project);
  two.maps.other = { stream: 'stream', name: 'Future state', state: 'future', order: 2, copiedFrom: 'map' };
  two.nodes.kept = { map: 'other', type: 'step', name: 'Approve', order: 1 };
  two.flows.self = { map: 'map', from: 'approve', to: 'approve', kind: 'rework', order: 1 };
  two.waivers.w = { map: 'map', rule: 'waste-waiting-approval', about: 'approve', reason: 'Agreed' };
  two.improvements.i = { name: 'Ask earlier', order: 1, stream: 'stream', node: 'approve' };

  it('takes everything on it away and keeps the ideas', () => {
    const after = doUndoRedo(two, deleteMap({ id: 'map' }));
    expect(Object.keys(after.maps)).toEqual(['other']);
    expect(Object.keys(after.nodes)).toEqual(['kept']);
    expect([after.flows, after.waivers]).toEqual([{}, {}]);
    expect(after.improvements.i).toEqual({ name: 'Ask earlier', order: 1, stream: 'stream' });
  });

  it('leaves a stream its last map', () => {
    expect(refusal(project, deleteMap({ id: 'map' }))).toBe('This is the only map of the stream.');
    expect(refusal(project, deleteMap({ id: 'valueOf' }))).toMatch(/no longer/);
  });
});
