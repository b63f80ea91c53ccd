import { describe, expect, it } from 'vitest';
import { duplicateNodes } from '../../../shared/commands/clipboard';
import { deleteNodes } from '../../../shared/commands/delete-nodes';
import { makeFutureCopy } from '../../../shared/commands/future-copy';
import {
  addGroup,
  addToGroup,
  dissolveGroup,
  foldGroup,
  membersOfGroup,
  placeBlock,
  removeFromGroup,
  renameGroup,
} from '../../../shared/commands/groups';
import { insertOnFlow } from '../../../shared/commands/insert';
import { deleteMap } from '../../../shared/commands/maps';
import type { Project } from '../../../shared/model/project';
import { buildMap } from '../../helpers/build-map';
import { countedIds, doUndoRedo, refusal } from '../../helpers/do-undo-redo';

const { project: bare } = buildMap((m) => {
  m.start();
  m.step('log');
  m.step('approve');
  m.step('check');
  m.node('note', 'remark');
  m.end();
  m.path('start', 'log', 'approve', 'check', 'end');
});

const grouped: Project = doUndoRedo(
  bare,
  addGroup({ ids: ['approve', 'check'], name: ' Approval ' }, countedIds()),
);

describe('grouping steps', () => {
  it('puts the chosen steps together under a name, and leaves demand, value and notes outside', () => {
    const all = ['start', 'log', 'approve', 'remark', 'end'];
    const after = doUndoRedo(bare, addGroup({ ids: all, name: 'Front' }, countedIds()));
    expect(Object.values(after.groups)).toEqual([{ name: 'Front', map: 'map', order: 1 }]);
    expect(membersOfGroup(after, 'new-1')).toEqual(['log', 'approve']);
  });

  it('refuses where nothing can be grouped', () => {
    expect(refusal(bare, addGroup({ ids: ['start', 'remark'], name: '' }, countedIds()))).toBe(
      'Select the steps to group first. Demand, value, notes and kaizen bursts stay outside.',
    );
  });

  it('takes steps out of the group that they stood in, and drops a group that lost its last step', () => {
    const again = addGroup({ ids: ['approve', 'check', 'log'], name: 'All' }, () => 'other');
    const after = doUndoRedo(grouped, again);
    expect(Object.keys(after.groups)).toEqual(['other']);
  });

  it('names, folds, places and unfolds', () => {
    let project = doUndoRedo(grouped, renameGroup({ id: 'new-1', name: 'Sign-off' }));
    project = doUndoRedo(project, foldGroup({ id: 'new-1', isFolded: true }));
    project = doUndoRedo(project, placeBlock({ id: 'new-1', position: { x: 40, y: 80 } }));
    expect(project.groups['new-1']).toMatchObject({
      name: 'Sign-off',
      isFolded: true,
      position: { x: 40, y: 80 },
    });
    project = doUndoRedo(project, foldGroup({ id: 'new-1', isFolded: false }));
    expect(project.groups['new-1']).not.toHaveProperty('isFolded');
    expect(refusal(project, renameGroup({ id: 'constructor', name: 'x' }))).toBe(
      'This group is no longer on the map.',
    );
  });

  it('is taken apart without touching its steps', () => {
    const after = doUndoRedo(grouped, dissolveGroup({ id: 'new-1' }));
    expect(after).toEqual(bare);
  });

  it('takes further steps in and lets steps go', () => {
    const more = doUndoRedo(grouped, addToGroup({ group: 'new-1', ids: ['log', 'end'] }));
    expect(membersOfGroup(more, 'new-1')).toEqual(['log', 'approve', 'check']);
    const less = doUndoRedo(more, removeFromGroup({ ids: ['log', 'approve'] }));
    expect(membersOfGroup(less, 'new-1')).toEqual(['check']);
    const none = doUndoRedo(less, removeFromGroup({ ids: ['check'] }));
    expect(none.groups).toEqual({});
    expect(refusal(none, removeFromGroup({ ids: ['check'] }))).toBe('This element is in no group.');
  });
});

describe('groups when other things change', () => {
  it('stay while one of their steps is deleted, and go with the last', () => {
    const one = doUndoRedo(grouped, deleteNodes({ ids: ['check'] }, countedIds()));
    expect(Object.keys(one.groups)).toEqual(['new-1']);
    const none = doUndoRedo(one, deleteNodes({ ids: ['approve'] }, countedIds()));
    expect(none.groups).toEqual({});
  });

  it('take in a step that is put between two of theirs, and only such a step', () => {
    const node = { type: 'step', name: 'Ask' } as const;
    const inside = doUndoRedo(grouped, insertOnFlow({ flow: 'approve--check', node }, countedIds()));
    expect(membersOfGroup(inside, 'new-1')).toHaveLength(3);
    const before = doUndoRedo(grouped, insertOnFlow({ flow: 'log--approve', node }, countedIds()));
    expect(membersOfGroup(before, 'new-1')).toHaveLength(2);
  });

  it('are copied into a future state, and deleted with it', () => {
    const folded = doUndoRedo(grouped, foldGroup({ id: 'new-1', isFolded: true }));
    const copy = makeFutureCopy({ project: folded, map: 'map', makeId: countedIds() });
    const after = doUndoRedo(folded, copy);
    const own = copy.idOf('new-1');
    expect(after.groups[own]).toMatchObject({ name: 'Approval', map: copy.made[0], isFolded: true });
    expect(membersOfGroup(after, own)).toEqual([copy.idOf('approve'), copy.idOf('check')]);
    expect(membersOfGroup(after, 'new-1')).toEqual(['approve', 'check']);
    const gone = doUndoRedo(after, deleteMap({ id: copy.made[0] }));
    expect(Object.keys(gone.groups)).toEqual(['new-1']);
  });

  it('are copied where all of their steps are, else the copies stand alone', () => {
    const by = { x: 24, y: 24 };
    const all = doUndoRedo(
      grouped,
      duplicateNodes({ project: grouped, ids: ['approve', 'check'], by }, countedIds()),
    );
    expect(Object.values(all.groups).map((group) => group.name)).toEqual(['Approval', 'Approval']);
    const half = doUndoRedo(
      grouped,
      duplicateNodes({ project: grouped, ids: ['approve'], by }, countedIds()),
    );
    expect(Object.keys(half.groups)).toEqual(['new-1']);
    expect(membersOfGroup(half, 'new-1')).toEqual(['approve', 'check']);
  });
});
