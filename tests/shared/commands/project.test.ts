import { describe, expect, it } from 'vitest';
import { addMap, renameMap, setLanes, setMap } from '../../../shared/commands/maps';
import { orderAfter } from '../../../shared/commands/order';
import { replaceProject } from '../../../shared/commands/replace-project';
import { addRole, deleteRole, setRole } from '../../../shared/commands/roles';
import { renameProject, setCalendar, setSettings } from '../../../shared/commands/settings';
import { addStream, setStream } from '../../../shared/commands/streams';
import { roundTheClock } from '../../../shared/model/calendar';
import { buildMap } from '../../helpers/build-map';
import { countedIds, doUndoRedo, refusal } from '../../helpers/do-undo-redo';

const { project } = buildMap((m) => {
  m.step('log', { role: 'agent' });
});

describe('streams and maps', () => {
  it('adds a stream with an empty current map', () => {
    const command = addStream({ name: 'Restore service', mapName: 'Current state' }, countedIds());
    const after = doUndoRedo(project, command);
    expect(command.made).toEqual(['new-1', 'new-2']);
    expect(after.streams['new-1']).toEqual({ name: 'Restore service', order: 2 });
    expect(after.maps['new-2']).toMatchObject({ stream: 'new-1', state: 'current', name: 'Current state' });
  });

  it('edits the charter', () => {
    const after = doUndoRedo(
      project,
      setStream({ id: 'stream', patch: { purpose: 'Less waiting', demandPerMonth: 40 } }),
    );
    expect(after.streams.stream).toMatchObject({ purpose: 'Less waiting', demandPerMonth: 40 });
    expect(refusal(project, setStream({ id: 'stream', patch: { name: ' ' } }))).toBe('A name is needed.');
    expect(refusal(project, setStream({ id: 'toString', patch: {} }))).toBe(
      'This value stream is no longer in the project.',
    );
  });

  it('adds, edits and renames maps', () => {
    const two = doUndoRedo(
      project,
      addMap({ stream: 'stream', name: 'Target', state: 'future' }, countedIds()),
    );
    expect(two.maps['new-1']).toEqual({ stream: 'stream', name: 'Target', state: 'future', order: 2 });
    const dated = doUndoRedo(project, setMap({ id: 'map', patch: { observedOn: '2026-11-21' } }));
    expect(dated.maps.map?.observedOn).toBe('2026-11-21');
    const byTeam = doUndoRedo(project, setLanes({ id: 'map', lanes: 'team' }));
    expect(byTeam.maps.map?.lanes).toBe('team');
    expect(doUndoRedo(byTeam, setLanes({ id: 'map', lanes: undefined })).maps.map).toEqual(project.maps.map);
    expect(doUndoRedo(project, renameMap({ id: 'map', name: 'Today' })).maps.map?.name).toBe('Today');
    expect(refusal(project, setMap({ id: 'map', patch: { observedOn: 'yesterday' } }))).toContain(
      'observedOn',
    );
    expect(refusal(project, renameMap({ id: 'map', name: '' }))).toBe('A name is needed.');
  });
});

describe('roles', () => {
  it('adds one of a new name only', () => {
    const after = doUndoRedo(project, addRole({ name: 'Analyst', fields: { people: 3 } }, countedIds()));
    expect(after.roles['new-1']).toEqual({ name: 'Analyst', people: 3, order: 2 });
    expect(refusal(project, addRole({ name: 'AGENT' }, countedIds()))).toBe(
      'There is already a role called “AGENT”.',
    );
  });

  it('edits one, keeping its own name', () => {
    const after = doUndoRedo(project, setRole({ id: 'agent', patch: { name: 'agent', availability: 0.5 } }));
    expect(after.roles.agent).toMatchObject({ name: 'agent', availability: 0.5 });
    expect(refusal(project, setRole({ id: 'agent', patch: { availability: 2 } }))).toContain('availability');
  });

  it('deletes one together with the references to it', () => {
    const after = doUndoRedo(project, deleteRole({ id: 'agent' }));
    expect(after.roles).toEqual({});
    expect(after.nodes.log).not.toHaveProperty('role');
  });

  it('deletes the limits and the waivers of one with it', () => {
    const judged = structuredClone(project);
    const about = 'agent';
    judged.ruleSettings = {
      one: { rule: 'flow-overload', about, severity: 'low' },
      all: { rule: 'flow-overload', severity: 'high' },
    };
    judged.waivers = { one: { map: 'map', rule: 'flow-overload', about, reason: 'Two start in May' } };
    const after = doUndoRedo(judged, deleteRole({ id: about }));
    expect([Object.keys(after.ruleSettings), after.waivers]).toEqual([['all'], {}]);
  });
});

describe('the project', () => {
  it('takes settings, a calendar and a name', () => {
    expect(doUndoRedo(project, setSettings({ patch: { currency: 'CHF' } })).settings.currency).toBe('CHF');
    expect(doUndoRedo(project, setCalendar({ calendar: roundTheClock })).settings.calendar).toEqual(
      roundTheClock,
    );
    expect(doUndoRedo(project, renameProject({ name: 'Desk' })).name).toBe('Desk');
  });

  it('is replaced as one change', () => {
    const { project: imported } = buildMap((m) => m.step('other'));
    const after = doUndoRedo(project, replaceProject({ project: imported, source: 'steps.csv' }));
    expect(after).toEqual(imported);
  });
});

describe('an order between two', () => {
  it('is halfway, and after the last one more', () => {
    const rows = { a: { order: 1 }, b: { order: 2 } };
    expect([orderAfter(rows, 'a'), orderAfter(rows, 'b'), orderAfter(rows, null)]).toEqual([1.5, 3, 3]);
  });

  it('numbers the rows again where no number is left between two', () => {
    const rows = { a: { order: 1 }, b: { order: 1 + Number.EPSILON }, c: { order: 9 } };
    expect(orderAfter(rows, 'a')).toBe(1.5);
    expect(rows).toEqual({ a: { order: 1 }, b: { order: 2 }, c: { order: 3 } });
  });
});
