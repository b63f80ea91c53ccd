import { describe, expect, it } from 'vitest';
import { deleteNodes } from '../../../shared/commands/delete-nodes';
import { linkBetween, makeFutureCopy } from '../../../shared/commands/future-copy';
import { deleteMap } from '../../../shared/commands/maps';
import { addStakeholder, deleteStakeholder, setStakeholder } from '../../../shared/commands/stakeholders';
import {
  addValueItem,
  deleteValueItem,
  linkSteps,
  moveValueItem,
  setValueItem,
  unlinkStep,
} from '../../../shared/commands/value-items';
import type { Project } from '../../../shared/model/project';
import { listOf } from '../../../shared/model/queries';
import { buildMap } from '../../helpers/build-map';
import { countedIds, doUndoRedo, refusal } from '../../helpers/do-undo-redo';

const { project: bare } = buildMap((m) => {
  m.start();
  m.step('log');
  m.step('approve');
  m.end();
  m.path('start', 'log', 'approve', 'end');
});

function withUser(): Project {
  const project = structuredClone(bare);
  project.stakeholders.user = { name: 'Ward nurse', order: 1, stream: 'stream', kind: 'user' };
  project.stakeholders.board = { name: 'Board', order: 2, stream: 'stream' };
  project.valueItems.time = {
    name: 'Chasing the approval',
    order: 1,
    stakeholder: 'user',
    kind: 'cost-imposed',
    steps: { log: 1, approve: 2 },
  };
  project.valueItems.trust = {
    name: 'Safe access',
    order: 2,
    stakeholder: 'user',
    kind: 'warranty',
    aspect: 'security',
  };
  project.valueItems.fee = { name: 'Licence fee', order: 3, stakeholder: 'board', kind: 'cost-imposed' };
  return project;
}

describe('a stakeholder', () => {
  it('is added once, whatever the case of the name', () => {
    const after = doUndoRedo(
      bare,
      addStakeholder({ stream: 'stream', name: ' Ward nurse ', kind: 'user' }, countedIds()),
    );
    expect(after.stakeholders['new-1']).toEqual({
      name: 'Ward nurse',
      order: 1,
      stream: 'stream',
      kind: 'user',
    });
    const again = addStakeholder({ stream: 'stream', name: 'WARD NURSE' }, countedIds());
    expect(refusal(after, again)).toBe('WARD NURSE is among the stakeholders already.');
    expect(refusal(bare, addStakeholder({ stream: 'toString', name: 'A' }, countedIds()))).toMatch(
      /no longer/,
    );
    expect(refusal(bare, addStakeholder({ stream: 'stream', name: ' ' }, countedIds()))).toBe(
      'A name is needed.',
    );
  });

  it('is changed, and keeps its own name without a complaint', () => {
    const after = doUndoRedo(
      withUser(),
      setStakeholder({ id: 'user', patch: { name: 'ward nurse', kind: undefined, note: 'Quick' } }),
    );
    expect(after.stakeholders.user).toEqual({
      name: 'ward nurse',
      order: 1,
      stream: 'stream',
      note: 'Quick',
    });
    expect(refusal(withUser(), setStakeholder({ id: 'user', patch: { name: 'board' } }))).toMatch(/already/);
    expect(refusal(withUser(), setStakeholder({ id: 'constructor', patch: {} }))).toMatch(/no longer/);
  });

  it('is taken away with what is said of them, and nothing else', () => {
    const after = doUndoRedo(withUser(), deleteStakeholder({ id: 'user' }));
    expect(Object.keys(after.stakeholders)).toEqual(['board']);
    expect(Object.keys(after.valueItems)).toEqual(['fee']);
  });
});

describe('an entry of value', () => {
  it('is added, changed and taken away', () => {
    const made = doUndoRedo(
      withUser(),
      addValueItem({ name: ' Can work again ', stakeholder: 'user', kind: 'outcome' }, countedIds()),
    );
    expect(made.valueItems['new-1']).toEqual({
      name: 'Can work again',
      order: 4,
      stakeholder: 'user',
      kind: 'outcome',
    });
    const set = doUndoRedo(made, setValueItem({ id: 'new-1', patch: { name: 'Works again' } }));
    expect(set.valueItems['new-1']?.name).toBe('Works again');
    expect(doUndoRedo(set, deleteValueItem({ id: 'new-1' })).valueItems['new-1']).toBeUndefined();
    expect(refusal(made, setValueItem({ id: 'new-1', patch: { stakeholder: 'nobody' } }))).toMatch(
      /stakeholder/,
    );
    expect(
      refusal(made, addValueItem({ name: '', stakeholder: 'user', kind: 'outcome' }, countedIds())),
    ).toMatch(/name/);
  });

  it('says no assurance once it is no warranty', () => {
    const after = doUndoRedo(withUser(), setValueItem({ id: 'trust', patch: { kind: 'risk-removed' } }));
    expect(after.valueItems.trust).toEqual({
      name: 'Safe access',
      order: 2,
      stakeholder: 'user',
      kind: 'risk-removed',
    });
  });

  it('moves behind another one, and to the front', () => {
    const order = (project: Project): string[] => listOf(project.valueItems).map(({ id }) => id);
    expect(order(doUndoRedo(withUser(), moveValueItem({ id: 'time', after: 'trust' })))).toEqual([
      'trust',
      'time',
      'fee',
    ]);
    expect(order(doUndoRedo(withUser(), moveValueItem({ id: 'fee', after: null })))).toEqual([
      'fee',
      'time',
      'trust',
    ]);
  });
});

describe('links to steps', () => {
  it('are made once for each step and ended one by one', () => {
    const linked = doUndoRedo(withUser(), linkSteps({ id: 'fee', steps: ['log', 'approve', 'gone'] }));
    expect(linked.valueItems.fee?.steps).toEqual({ log: 1, approve: 2 });
    const once = doUndoRedo(linked, unlinkStep({ id: 'fee', step: 'log' }));
    expect(once.valueItems.fee?.steps).toEqual({ approve: 2 });
    expect(doUndoRedo(once, unlinkStep({ id: 'fee', step: 'approve' })).valueItems.fee).not.toHaveProperty(
      'steps',
    );
    expect(refusal(withUser(), linkSteps({ id: 'fee', steps: ['gone'] }))).toMatch(/no longer/);
  });

  it('go with a step that is deleted, and with its map', () => {
    const after = doUndoRedo(withUser(), deleteNodes({ ids: ['approve'] }, countedIds()));
    expect(after.valueItems.time?.steps).toEqual({ log: 1 });
    const two = withUser();
    two.maps.other = { stream: 'stream', name: 'Future state', state: 'future', order: 2 };
    expect(doUndoRedo(two, deleteMap({ id: 'map' })).valueItems.time).not.toHaveProperty('steps');
  });

  it('are on a future state as they were on its source', () => {
    const copy = makeFutureCopy({ project: withUser(), map: 'map', makeId: countedIds() });
    const after = doUndoRedo(withUser(), copy);
    const { onCopy } = linkBetween(after, 'map', copy.made[0]);
    expect(after.valueItems.time?.steps).toEqual({
      log: 1,
      approve: 2,
      [onCopy('log') ?? '']: 1,
      [onCopy('approve') ?? '']: 2,
    });
  });
});
