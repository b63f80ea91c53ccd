import { describe, expect, it } from 'vitest';
import { cellText } from '../../../shared/grid/cell-text';
import { columnsOf, type GridColumnId } from '../../../shared/grid/columns';
import { type CellEdit, editCells } from '../../../shared/grid/edit-cells';
import { gridContext } from '../../../shared/grid/grid-context';
import type { Project } from '../../../shared/model/project';
import { buildMap } from '../../helpers/build-map';
import { countedIds, doUndoRedo, flowsOf } from '../../helpers/do-undo-redo';

const built = buildMap((map) => {
  map.role('l1', { name: 'Service desk' });
  map.start('in', { name: 'Demand' });
  map.step('log', { name: 'Log the call', role: 'l1', processTime: 6 });
  map.step('fix', { name: 'Fix it' });
  map.step('close', { name: 'Close' });
  map.end('out', { name: 'Value' });
  map.path('in', 'log', 'fix', 'close', 'out');
});
const { mapId } = built;

const edit = (node: string, column: GridColumnId, text: string): CellEdit => ({ node, column, text });

function change(project: Project, ...edits: readonly CellEdit[]): Project {
  const { command, problems } = editCells(edits, { project, mapId }, countedIds());
  expect(problems).toEqual([]);
  if (!command) throw new Error('nothing was understood');
  return doUndoRedo(project, command);
}

const sentence = (...edits: readonly CellEdit[]): string[] =>
  editCells(edits, { project: built.project, mapId }, countedIds()).problems.map((each) => each.sentence);

function textIn(project: Project, node: string, id: GridColumnId): string {
  const context = gridContext(project, mapId);
  const column = columnsOf([id]).find((each) => each.id === id);
  const row = context?.graph.node.get(node);
  if (!context || !column || !row) throw new Error('no such cell');
  return cellText(row, column, context);
}

describe('cells of the step table', () => {
  it('reads times as the inspector does: minutes where no unit stands, triples, hours', () => {
    const project = change(
      built.project,
      edit('fix', 'processTime', '45'),
      edit('fix', 'wait', '1,5h'),
      edit('log', 'processTime', '5m/10m/30m'),
      edit('fix', 'completeAccurate', '80'),
    );
    expect(project.nodes['fix']).toMatchObject({
      processTime: { likely: 45 },
      wait: { likely: 90 },
      completeAccurate: { likely: 0.8 },
    });
    expect(project.nodes['log']?.processTime).toEqual({ low: 5, likely: 10, high: 30 });
  });

  it('are called by the column and the value as the column writes it, several by their number', () => {
    const called = (...edits: readonly CellEdit[]): string | undefined =>
      editCells(edits, { project: built.project, mapId }, countedIds()).command?.label;
    expect(called(edit('fix', 'completeAccurate', '80'))).toBe('Set “%C&A” to 80\u00a0%');
    expect(called(edit('fix', 'wait', '1,5h'))).toBe('Set “Wait before” to 1h 30m');
    expect(called(edit('log', 'processTime', ''))).toBe('Empty “Process time”');
    expect(called(edit('fix', 'role', ' Engineer '))).toBe('Set “Role” to Engineer');
    expect(called(edit('fix', 'wait', '2h'), edit('log', 'wait', '3h'))).toBe('Change 2 cells');
  });

  it('finds practices, activities and roles by a part of their name, and makes new roles', () => {
    const project = change(
      built.project,
      edit('fix', 'practices', 'incident man; problem'),
      edit('fix', 'activity', 'deliver'),
      edit('fix', 'role', 'service d'),
      edit('close', 'role', 'Second line'),
    );
    expect(Object.keys(project.nodes['fix']?.practices ?? {})).toEqual([
      'incident-management',
      'problem-management',
    ]);
    expect(project.nodes['fix']?.role).toBe('l1');
    expect(project.roles[project.nodes['close']?.role ?? '']?.name).toBe('Second line');
    expect(textIn(project, 'fix', 'activity')).toMatch(/^Deliver/);
  });

  it('empties a field, which is unknown then and not zero', () => {
    const project = change(built.project, edit('log', 'processTime', ''), edit('log', 'role', ''));
    expect(project.nodes['log']).not.toHaveProperty('processTime');
    expect(project.nodes['log']).not.toHaveProperty('role');
  });

  it('keeps where a figure comes from while the figure changes', () => {
    const measured = buildMap((map) => {
      map.step('a', { processTime: { likely: 6, source: 'measured', samples: 12 } });
    });
    const { command } = editCells(
      [{ node: 'a', column: 'processTime', text: '7m' }],
      { project: measured.project, mapId: measured.mapId },
      countedIds(),
    );
    const project = command && doUndoRedo(measured.project, command);
    expect(project?.nodes['a']?.processTime).toEqual({ likely: 7, source: 'measured', samples: 12 });
  });

  it('says in one sentence what is wrong, and changes nothing else for it', () => {
    const edits = [
      edit('fix', 'processTime', '10 mm'),
      edit('fix', 'value', 'maybe'),
      edit('fix', 'crew', '0'),
    ];
    const { command, problems } = editCells(edits, { project: built.project, mapId }, countedIds());
    expect(command).toBeNull();
    expect(problems.map(({ column }) => column)).toEqual(['processTime', 'value', 'crew']);
    expect(problems.every((each) => each.sentence.endsWith('.'))).toBe(true);
  });

  it('leaves cells that a row does not have as they are', () => {
    const { command, fixed } = editCells(
      [edit('out', 'processTime', '5m'), edit('in', 'findings', '3')],
      { project: built.project, mapId },
      countedIds(),
    );
    expect([command, fixed]).toEqual([null, 2]);
  });

  it('makes a hundred cells one change that one undo takes back', () => {
    const edits = Array.from({ length: 100 }, (_, index) =>
      edit(index % 2 === 0 ? 'log' : 'fix', 'note', `Note ${index}`),
    );
    expect(change(built.project, ...edits).nodes['fix']?.note).toBe('Note 99');
  });
});

describe('the cell that says where a step leads', () => {
  it('tells shares and kinds, and reads back what it tells', () => {
    const looped = buildMap((map) => {
      map.start('in', { name: 'Demand' });
      map.step('log', { name: 'Log' });
      map.step('fix', { name: 'Fix' });
      map.end('out', { name: 'Value' });
      map.path('in', 'log', 'fix');
      map.flow('fix', 'log', { kind: 'rework', share: 0.2 });
      map.flow('fix', 'out', { share: 0.8 });
    });
    const text = textIn(looped.project, 'fix', 'next');
    expect(text.replaceAll('\u00a0', ' ')).toBe('→ Log 20 % rework; → Value 80 %');
    const read = editCells(
      [{ node: 'fix', column: 'next', text }],
      { project: looped.project, mapId: looped.mapId },
      countedIds(),
    );
    const draft = structuredClone(looped.project);
    read.command?.apply(draft);
    expect(draft).toEqual(looped.project);
  });

  it('changes the flows to those that are named, keeping what stays', () => {
    const before = Object.entries(built.project.flows).find(([, { from }]) => from === 'fix')?.[0] ?? '';
    const project = change(built.project, edit('fix', 'next', '-> Close 80%; Log the call 20% rework'));
    expect(flowsOf(project)).toEqual(
      expect.arrayContaining(['fix > close 0.8', 'fix > log rework 0.2', 'in > log', 'log > fix']),
    );
    expect(project.flows[before]).toMatchObject({ to: 'close', share: { likely: 0.8 } });
  });

  it('ends the flows that are not named any more', () => {
    const project = change(built.project, edit('log', 'next', 'Close'));
    expect(flowsOf(project)).toEqual(['close > out', 'fix > close', 'in > log', 'log > close']);
    expect(flowsOf(change(built.project, edit('log', 'next', '')))).toEqual([
      'close > out',
      'fix > close',
      'in > log',
    ]);
  });

  it('takes row numbers, also for steps without a name', () => {
    expect(flowsOf(change(built.project, edit('log', 'next', '#4')))).toContain('log > close');
    expect(sentence(edit('log', 'next', '#40'))).toEqual(['There is no row 40.']);
  });

  it('reads the writing of CSV tables too', () => {
    expect(
      flowsOf(change(built.project, edit('fix', 'next', 'Close:0.8; Log the call:20% rework'))),
    ).toContain('fix > log rework 0.2');
  });

  it('calls steps by the names that the same change gives them', () => {
    const project = change(built.project, edit('close', 'name', 'Confirm'), edit('log', 'next', 'Confirm'));
    expect(flowsOf(project)).toContain('log > close');
  });

  it('refuses what cannot be', () => {
    expect(sentence(edit('fix', 'next', 'Nowhere'))).toHaveLength(1);
    expect(sentence(edit('fix', 'next', 'Demand'))).toHaveLength(1);
    expect(sentence(edit('fix', 'next', 'Close; Close 20%'))).toHaveLength(1);
  });
});

describe('a way that a cell no longer names', () => {
  it('takes along the limits, the what-if changes and the links of improvements that were about it', () => {
    const [way = ''] = Object.entries(built.project.flows).flatMap(([id, { from }]) =>
      from === 'fix' ? [id] : [],
    );
    const project = structuredClone(built.project);
    project.ruleSettings = { one: { rule: 'a', about: way, severity: 'off' } };
    const changes = { share: { about: way, field: 'share', factor: 0.5 } };
    project.scenarios = { one: { name: 'Less', order: 1, map: mapId, changes } };
    project.improvements = {
      one: { name: 'Ask', order: 1, stream: 'stream', changes: { [way]: 1, log: 2 } },
    };
    const after = change(project, edit('fix', 'next', ''));
    expect(after.flows).not.toHaveProperty(way);
    expect(after.ruleSettings).toEqual({});
    expect(after.scenarios.one?.changes).toEqual({});
    expect(after.improvements.one?.changes).toEqual({ log: 2 });
  });
});
