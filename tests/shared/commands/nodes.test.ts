import { describe, expect, it } from 'vitest';
import { insertExistingOnFlow, insertOnFlow } from '../../../shared/commands/insert';
import { addPractice, removePractice, toggleMember } from '../../../shared/commands/members';
import { assignPartner, assignRole } from '../../../shared/commands/names';
import { addNextStep, addNode, moveNodes, renameNode, setNode } from '../../../shared/commands/nodes';
import { listOf } from '../../../shared/model/queries';
import { buildMap } from '../../helpers/build-map';
import { countedIds, doUndoRedo, flowsOf, refusal } from '../../helpers/do-undo-redo';

const { project } = buildMap((m) => {
  m.start();
  m.step('log', { systems: ['portal'] });
  m.step('solve', { role: 'agent' });
  m.end();
  m.node('note', 'remark');
  m.step('loose');
  m.path('start', 'log', 'solve');
  m.flow('solve', 'end', { share: 0.9, label: 'done' });
  m.flow('solve', 'log', { share: 0.1, kind: 'rework' });
});

const namesInOrder = (of: typeof project): string[] => listOf(of.nodes).map((node) => node.name);

describe('adding nodes', () => {
  it('adds a step at the end of the order, without fields that are undefined', () => {
    const command = addNode(
      { map: 'map', type: 'step', name: 'Triage', position: { x: 5, y: 6 }, activity: undefined },
      countedIds(),
    );
    const after = doUndoRedo(project, command);
    expect(command.made).toEqual(['new-1']);
    expect(after.nodes['new-1']).toEqual({
      map: 'map',
      type: 'step',
      name: 'Triage',
      order: 7,
      position: { x: 5, y: 6 },
    });
  });

  it('adds the next step and its flow as one change, right after its source in the order', () => {
    const after = doUndoRedo(
      project,
      addNextStep({ after: 'log', type: 'step', name: 'Triage' }, countedIds()),
    );
    expect(namesInOrder(after).slice(0, 4)).toEqual(['Start', 'Log', 'Triage', 'Solve']);
    expect(flowsOf(after)).toContain('log > new-1');
  });

  it('refuses a next step after an end, a note, or a node that is gone', () => {
    const next = (after: string): string =>
      refusal(project, addNextStep({ after, type: 'step' }, countedIds()));
    expect(next('end')).toBe('Nothing flows out of an end: connect to it instead.');
    expect(next('remark')).toBe('Notes and kaizen bursts take no part in the flow.');
    expect(next('constructor')).toBe('This element is no longer on the map.');
  });

  it('inserts a new step into a flow: the share stays on the first half', () => {
    const after = doUndoRedo(
      project,
      insertOnFlow({ flow: 'solve--end', node: { type: 'step', name: 'Confirm' } }, countedIds()),
    );
    expect(flowsOf(after)).toEqual([
      'log > solve',
      'new-1 > end',
      'solve > log rework 0.1',
      'solve > new-1 0.9',
      'start > log',
    ]);
    expect(after.flows['solve--end']?.label).toBe('done');
    expect(namesInOrder(after).slice(2, 5)).toEqual(['Solve', 'Confirm', 'End']);
  });

  it('keeps rework rework on both sides of an inserted step', () => {
    const after = doUndoRedo(
      project,
      insertOnFlow({ flow: 'solve--log', node: { type: 'step', name: 'Look again' } }, countedIds()),
    );
    expect(flowsOf(after)).toContain('new-1 > log rework');
    expect(flowsOf(after)).toContain('solve > new-1 rework 0.1');
  });

  it('inserts a loose step of the map, and only a loose one', () => {
    const into = (node: string) =>
      insertExistingOnFlow({ flow: 'log--solve', node, position: { x: 1, y: 1 } }, countedIds());
    expect(flowsOf(doUndoRedo(project, into('loose')))).toEqual(
      expect.arrayContaining(['log > loose', 'loose > solve']),
    );
    expect(refusal(project, into('end'))).toBe(
      'Only a step, a decision, a fork or a join can stand in a flow.',
    );
    expect(refusal(project, into('solve'))).toBe('This element has flows already.');
  });
});

describe('editing nodes', () => {
  it('edits many at once, and deletes a field that is undefined', () => {
    const after = doUndoRedo(
      project,
      setNode({ ids: ['log', 'solve', 'gone'], patch: { value: 'VA', role: undefined } }),
    );
    expect([after.nodes.log?.value, after.nodes.solve?.value]).toEqual(['VA', 'VA']);
    expect(after.nodes.solve).not.toHaveProperty('role');
  });

  it('renames without outer spaces', () => {
    expect(doUndoRedo(project, renameNode({ id: 'log', name: ' Register ' })).nodes.log?.name).toBe(
      'Register',
    );
  });

  it('moves, and gives the field of the lane to steps but not to notes', () => {
    const place = { x: 10, y: 20 };
    const after = doUndoRedo(
      project,
      moveNodes({ moves: { log: place, remark: place }, lane: { field: 'team', value: 'Desk' } }),
    );
    expect(after.nodes.log).toMatchObject({ position: place, team: 'Desk' });
    expect(after.nodes.remark).toMatchObject({ position: place });
    expect(after.nodes.remark).not.toHaveProperty('team');
  });

  it('takes the role away in the lane of nodes without one', () => {
    const after = doUndoRedo(
      project,
      moveNodes({ moves: { solve: { x: 0, y: 0 } }, lane: { field: 'role', value: undefined } }),
    );
    expect(after.nodes.solve).not.toHaveProperty('role');
  });

  it('leaves no step without anybody who does it', () => {
    expect(refusal(project, setNode({ ids: ['log'], patch: { crew: { likely: 0 } } }))).toBe(
      'Somebody has to do the step: write at least one, or leave it empty.',
    );
    expect(refusal(project, setNode({ ids: ['log'], patch: { crew: undefined } }))).toBe('it was done');
  });

  it('is refused where the node is gone, whatever its id', () => {
    for (const id of ['gone', 'constructor', '__proto__'])
      expect(refusal(project, setNode({ ids: [id], patch: { name: 'x' } }))).toBe(
        'This element is no longer on the map.',
      );
  });
});

describe('what a node refers to by name', () => {
  it('adds practices in turn and takes them away without a trace', () => {
    const one = doUndoRedo(project, addPractice({ ids: ['log'], practice: 'service-desk' }));
    const two = doUndoRedo(one, addPractice({ ids: ['log'], practice: 'incident-management' }));
    expect(two.nodes.log?.practices).toEqual({ 'service-desk': 1, 'incident-management': 2 });
    const back = doUndoRedo(one, removePractice({ ids: ['log'], practice: 'service-desk' }));
    expect(back.nodes.log).not.toHaveProperty('practices');
  });

  it('makes a system of a new name once', () => {
    const ids = ['log', 'solve'];
    const after = doUndoRedo(project, toggleMember({ ids, field: 'systems', name: ' Chat ' }, countedIds()));
    expect(after.systems['new-1']).toEqual({ name: 'Chat', order: 2 });
    expect(after.nodes.log?.systems).toEqual({ portal: 1, 'new-1': 2 });
    expect(after.nodes.solve?.systems).toEqual({ 'new-1': 1 });
  });

  it('adds where only some nodes have it, removes where all have', () => {
    const toggle = toggleMember({ ids: ['log', 'solve'], field: 'systems', name: 'PORTAL' }, countedIds());
    const added = doUndoRedo(project, toggle);
    expect(added.nodes.solve?.systems).toEqual({ portal: 1 });
    const removed = doUndoRedo(added, toggle);
    expect([removed.nodes.log?.systems, removed.nodes.solve?.systems]).toEqual([undefined, undefined]);
    expect(Object.keys(removed.systems)).toEqual(['portal']);
  });

  it('keeps inputs and outputs as artefacts', () => {
    const after = doUndoRedo(
      project,
      toggleMember({ ids: ['log'], field: 'outputs', name: 'Ticket' }, countedIds()),
    );
    expect(after.artefacts['new-1']?.name).toBe('Ticket');
    expect(after.nodes.log?.outputs).toEqual({ 'new-1': 1 });
  });

  it('gives roles and partners by name, and clears them by an empty one', () => {
    const known = doUndoRedo(project, assignRole({ ids: ['log'], name: 'agent' }, countedIds()));
    expect(known.nodes.log?.role).toBe('agent');
    const fresh = doUndoRedo(project, assignRole({ ids: ['log'], name: 'Analyst' }, countedIds()));
    expect(fresh.roles[fresh.nodes.log?.role ?? '']?.name).toBe('Analyst');
    const none = doUndoRedo(project, assignRole({ ids: ['solve'], name: ' ' }, countedIds()));
    expect(none.nodes.solve).not.toHaveProperty('role');
    const partner = doUndoRedo(project, assignPartner({ ids: ['log'], name: 'Carrier' }, countedIds()));
    expect(partner.partners[partner.nodes.log?.partner ?? '']?.name).toBe('Carrier');
  });
});
