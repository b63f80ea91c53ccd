import { describe, expect, it } from 'vitest';
import { replaceAll, type Replacing, replacementsOf } from '../../../shared/commands/replace';
import type { Project } from '../../../shared/model/project';
import { buildMap } from '../../helpers/build-map';
import { countedIds, doUndoRedo, refusal } from '../../helpers/do-undo-redo';

const { project, mapId } = buildMap((m) => {
  m.role('desk', { people: 4 });
  m.role('second');
  m.step('log', { name: 'Log the call', role: 'desk', team: 'Day', systems: ['mail'], note: 'Call back' });
  m.step('call', { name: 'Recall and call', role: 'desk', practices: ['p1', 'incident-management', 'p2'] });
  m.step('fix', {
    role: 'second',
    team: 'day',
    systems: ['mail', 'tool'],
    practices: ['incident-management'],
  });
  m.path('log', 'call');
  m.flow('call', 'fix', { label: 'by call' });
});
project.maps['other'] = {
  ...(project.maps[mapId] ?? { stream: '', name: '', order: 1, state: 'future' }),
  order: 9,
};
project.nodes['far'] = { map: 'other', type: 'step', name: 'Call later', order: 1, role: 'desk' };

const base = { scope: { kind: 'project' }, caseMatters: false, wholeWords: false } as const;
const doIt = (what: Omit<Replacing, keyof typeof base> & Partial<Replacing>): Project =>
  doUndoRedo(project, replaceAll({ ...base, ...what }, { from: 'x', to: 'y' }, countedIds()));
const seen = (what: Omit<Replacing, keyof typeof base> & Partial<Replacing>): string[] =>
  replacementsOf(project, { ...base, ...what }).map(
    ({ id, field, before, after }) => `${id} ${field}: ${before} > ${after}`,
  );

describe('replacing words', () => {
  it('shows each name, note and label that would change, on all maps', () => {
    expect(seen({ kind: 'words', from: 'call', to: 'ring' })).toEqual([
      'log name: Log the call > Log the ring',
      'log note: Call back > Ring back',
      'call name: Recall and call > Rering and ring',
      'call--fix label: by call > by ring',
      'far name: Call later > Ring later',
    ]);
  });

  it('minds whole words, capitals and the scope', () => {
    expect(seen({ kind: 'words', from: 'call', to: 'ring', wholeWords: true, caseMatters: true })).toEqual([
      'log name: Log the call > Log the ring',
      'call name: Recall and call > Recall and ring',
      'call--fix label: by call > by ring',
    ]);
    expect(seen({ kind: 'words', from: 'call', to: '', scope: { kind: 'map', map: 'other' } })).toEqual([
      'far name: Call later >  later',
    ]);
    const chosen = { kind: 'selection', ids: ['call--fix'] } as const;
    expect(seen({ kind: 'words', from: 'call', to: 'ring', scope: chosen })).toEqual([
      'call--fix label: by call > by ring',
    ]);
  });

  it('takes signs as they are written, in what is replaced and in what replaces it', () => {
    expect(seen({ kind: 'words', from: '.', to: '$&' })).toEqual([]);
    const after = doIt({ kind: 'words', from: 'the call', to: '$& (x)' });
    expect(after.nodes['log']?.name).toBe('Log $& (x)');
  });

  it('writes them as one change, and drops a note that has nothing left', () => {
    const after = doIt({ kind: 'words', from: 'Call back', to: '' });
    expect(after.nodes['log']).not.toHaveProperty('note');
  });
});

describe('replacing a role', () => {
  it('by a known one gives its steps that role and keeps both', () => {
    const after = doIt({ kind: 'role', from: 'desk', to: 'second' });
    expect(['log', 'call', 'fix', 'far'].map((id) => after.nodes[id]?.role)).toEqual(Array(4).fill('second'));
    expect(after.roles['desk']?.people).toBe(4);
  });

  it('by a new name everywhere renames it, so that its people stay', () => {
    const after = doIt({ kind: 'role', from: 'desk', to: ' Front office ' });
    expect(after.roles['desk']).toMatchObject({ name: 'Front office', people: 4 });
    expect(after.nodes['log']?.role).toBe('desk');
    expect(Object.keys(after.roles)).toEqual(Object.keys(project.roles));
  });

  it('by a new name on one map makes a role of that name and leaves the other maps alone', () => {
    const after = doIt({
      kind: 'role',
      from: 'desk',
      to: 'Front office',
      scope: { kind: 'map', map: mapId },
    });
    expect(after.roles['new-1']?.name).toBe('Front office');
    expect([after.nodes['log']?.role, after.nodes['far']?.role]).toEqual(['new-1', 'desk']);
  });
});

describe('replacing teams, systems and practices', () => {
  it('finds a team whatever its capitals', () => {
    const after = doIt({ kind: 'team', from: 'Day', to: 'Night' });
    expect([after.nodes['log']?.team, after.nodes['fix']?.team]).toEqual(['Night', 'Night']);
  });

  it('puts a system in the place of another once', () => {
    const after = doIt({ kind: 'system', from: 'mail', to: 'Tool' });
    expect(Object.keys(after.nodes['fix']?.systems ?? {})).toEqual(['tool']);
    expect(Object.keys(after.nodes['log']?.systems ?? {})).toEqual(['tool']);
  });

  it('keeps the order of practices', () => {
    const after = doIt({ kind: 'practice', from: 'incident-management', to: 'problem-management' });
    expect(after.nodes['call']?.practices).toEqual({ p1: 1, 'problem-management': 2, p2: 3 });
    expect(after.nodes['fix']?.practices).toEqual({ 'problem-management': 1 });
  });
});

describe('what cannot be replaced', () => {
  const refused = (what: Omit<Replacing, keyof typeof base>): string =>
    refusal(project, replaceAll({ ...base, ...what }, { from: '', to: '' }, countedIds()));

  it('is refused with the reason', () => {
    expect(refused({ kind: 'role', from: 'desk', to: ' ' })).toMatch(/Say what/);
    expect(refused({ kind: 'role', from: 'desk', to: 'Desk' })).toMatch(/the same/);
    expect(refused({ kind: 'words', from: 'zebra', to: 'x' })).toMatch(/nothing to replace/);
    expect(refused({ kind: 'role', from: 'gone', to: 'x' })).toMatch(/nothing to replace/);
  });
});
