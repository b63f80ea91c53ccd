import { describe, expect, it } from 'vitest';
import type { Fragment } from '../../../shared/catalogue/itil4/fragments/fragment-type';
import { insertFragment } from '../../../shared/commands/insert-fragment';
import { listOf } from '../../../shared/model/queries';
import { buildMap } from '../../helpers/build-map';
import { countedIds, doUndoRedo, flowsOf, refusal } from '../../helpers/do-undo-redo';

const fragment: Fragment = {
  id: 'repair',
  name: 'Repair',
  practice: 'incident-management',
  fits: 'Something broke.',
  entry: 'look',
  exit: 'test',
  steps: [
    {
      key: 'look',
      name: 'Look',
      activity: 'deliver-support',
      practices: ['incident-management'],
      role: 'Engineer',
      value: 'VA',
      kind: 'work',
    },
    {
      key: 'mend',
      name: 'Mend',
      activity: 'deliver-support',
      practices: ['incident-management'],
      role: 'engineer',
      value: 'VA',
      kind: 'work',
    },
    {
      key: 'test',
      name: 'Test',
      activity: 'engage',
      practices: [],
      role: 'Tester',
      value: 'NNVA',
      nnvaReason: 'risk',
      kind: 'verify',
    },
  ],
  flows: [
    { from: 'look', to: 'mend' },
    { from: 'mend', to: 'test', label: 'done' },
    { from: 'test', to: 'mend', kind: 'rework', share: 0.1 },
  ],
};

const { project } = buildMap((m) => {
  m.role('engineer', { people: 3 });
  m.start();
  m.step('log', { role: 'engineer' });
  m.end();
  m.flow('start', 'log');
  m.flow('log', 'end', { share: 0.8, label: 'broken' });
  m.flow('log', 'log', { kind: 'information' });
});

const within = ['new-1 > new-2', 'new-2 > new-3', 'new-3 > new-2 rework 0.1'];
const others = ['log > log information', 'start > log'];

describe('a fragment', () => {
  it('stands beside everything where nothing is said', () => {
    const after = doUndoRedo(
      project,
      insertFragment({ map: 'map', fragment, target: { kind: 'free' } }, countedIds()),
    );
    expect(flowsOf(after)).toEqual([...others, 'log > end 0.8', ...within].sort());
    expect(after.nodes['new-1']).toMatchObject({
      name: 'Look',
      map: 'map',
      type: 'step',
      value: 'VA',
      kind: 'work',
    });
    expect(after.nodes['new-1']).not.toHaveProperty('processTime');
  });

  it('finds its roles by name, makes the others once, and gives nobody people', () => {
    const after = doUndoRedo(
      project,
      insertFragment({ map: 'map', fragment, target: { kind: 'free' } }, countedIds()),
    );
    expect([after.nodes['new-1']?.role, after.nodes['new-2']?.role]).toEqual(['engineer', 'engineer']);
    const tester = after.nodes['new-3']?.role ?? '';
    expect(after.roles[tester]).toEqual({ name: 'Tester', order: 2 });
    expect(Object.keys(after.roles)).toHaveLength(2);
  });

  it('goes into the middle of a flow, whose share stays before it', () => {
    const target = { kind: 'flow', flow: 'log--end' } as const;
    const after = doUndoRedo(project, insertFragment({ map: 'map', fragment, target }, countedIds()));
    expect(flowsOf(after)).toEqual([...others, 'log > new-1 0.8', ...within, 'new-3 > end'].sort());
    const names = listOf(after.nodes).map(({ name }) => name);
    expect(names).toEqual(['Start', 'Log', 'Look', 'Mend', 'Test', 'End']);
  });

  it('stands in the group that the flow runs in', () => {
    const { project: grouped } = buildMap((m) => {
      m.step('log', { group: 'desk' });
      m.step('solve', { group: 'desk' });
      m.flow('log', 'solve');
    });
    const groups = { desk: { map: 'map', name: 'Desk', order: 1 } };
    const target = { kind: 'flow', flow: 'log--solve' } as const;
    const command = insertFragment({ map: 'map', fragment, target }, countedIds());
    const { nodes } = doUndoRedo({ ...grouped, groups }, command);
    expect(Object.values(nodes).map(({ group }) => group)).toEqual(Array(5).fill('desk'));
  });

  it('follows a node', () => {
    const target = { kind: 'after', node: 'log' } as const;
    const after = doUndoRedo(project, insertFragment({ map: 'map', fragment, target }, countedIds()));
    expect(flowsOf(after)).toEqual([...others, 'log > end 0.8', 'log > new-1', ...within].sort());
  });

  it('leads from the demand to the value of a bare map', () => {
    const { project: bare } = buildMap((m) => {
      m.start();
      m.end();
    });
    const target = { kind: 'after', node: 'start', before: 'end' } as const;
    const after = doUndoRedo(bare, insertFragment({ map: 'map', fragment, target }, countedIds()));
    expect(flowsOf(after)).toEqual(['start > new-1', ...within, 'new-3 > end'].sort());
  });

  it('marks its shares as guesses', () => {
    const after = doUndoRedo(
      project,
      insertFragment({ map: 'map', fragment, target: { kind: 'free' } }, countedIds()),
    );
    const rework = Object.values(after.flows).find(({ kind }) => kind === 'rework');
    expect(rework?.share).toEqual({ likely: 0.1, source: 'guess' });
  });

  it('is refused where it cannot stand', () => {
    const put = (target: Parameters<typeof insertFragment>[0]['target'], map = 'map'): string =>
      refusal(project, insertFragment({ map, fragment, target }, countedIds()));
    expect(put({ kind: 'free' }, 'toString')).toMatch(/no longer/);
    expect(put({ kind: 'flow', flow: 'gone' })).toMatch(/no longer/);
    expect(put({ kind: 'flow', flow: 'log--log' })).toMatch(/Select a step/);
    expect(put({ kind: 'after', node: 'end' })).toMatch(/Select a step/);
  });
});
