import { describe, expect, it } from 'vitest';
import { readTable } from '../../../shared/tables/read-table';
import { writeAbout } from '../../../shared/tables/about-tables';
import { writeTable } from '../../../shared/tables/write-table';
import { buildMap } from '../../helpers/build-map';
import { countIds } from '../../helpers/count-ids';

const made = buildMap((m) => {
  m.stream({
    name: 'Restore',
    purpose: 'Work goes on',
    scenario: 'A laptop fails; by day',
    startsOn: '2026-11-30',
  });
  m.start();
  m.step('log', { name: 'Log', systems: ['phone'] });
  m.step('fix', { name: 'Fix' });
  m.end();
  m.path('start', 'log', 'fix', 'end');
}).project;

const project = {
  ...made,
  stakeholders: { ana: { name: 'Ana', order: 1, stream: 'stream', kind: 'user' as const } },
  valueItems: {
    works: {
      name: '=Works again',
      order: 1,
      stakeholder: 'ana',
      kind: 'outcome' as const,
      steps: { log: 1, fix: 2 },
    },
  },
};

describe('the tables beside the steps', () => {
  it('hold the charter, a field a row', () => {
    const lines = (writeAbout(project, 'map', 'charter') ?? '').split('\n');
    expect(lines).toEqual(
      expect.arrayContaining([
        'field,value',
        'purpose,Work goes on',
        'scenario,A laptop fails; by day',
        'starts_on,2026-11-30',
      ]),
    );
  });

  it('hold what the stream gives to whom, with the names of the steps, and no formula', () => {
    expect(writeAbout(project, 'map', 'value')).toBe(
      "stakeholder,stakeholder_kind,kind,name,aspect,steps\nAna,user,outcome,'=Works again,,Log; Fix\n",
    );
  });

  it('hold what the map says on the four dimensions, and leave out what is unknown', () => {
    const lines = (writeAbout(project, 'map', 'dimensions') ?? '').split('\n');
    expect(lines[0]).toBe('dimension,fact,value,of,names,steps');
    expect(lines).toContain('information-technology,systems,1,,Phone,Log');
    // Nobody said who works here: no number of people, not none.
    expect(lines.find((line) => line.startsWith('organizations-people,people,'))).toBe(
      'organizations-people,people,,,,',
    );
  });

  it('of a map that is gone are none', () => {
    expect(writeAbout(project, 'gone', 'charter')).toBeNull();
  });
});

describe('a JSON step table', () => {
  const read = (text: string) => readTable(text, 'json', { makeId: countIds(), packId: 'itil4' });

  it('brings charter, stakeholders and value back', () => {
    const again = read(writeTable(project, 'map', 'json') ?? '');
    if (again.kind === 'errors') throw new Error(JSON.stringify(again.errors));
    expect(again.ignored).toEqual([]);
    expect(Object.values(again.project.streams)[0]).toMatchObject({
      purpose: 'Work goes on',
      scenario: 'A laptop fails; by day',
      startsOn: '2026-11-30',
    });
    expect(again.project.stakeholders['ana']).toMatchObject({ name: 'Ana', kind: 'user' });
    expect(Object.values(again.project.valueItems)).toEqual([
      { name: '=Works again', order: 1, stakeholder: 'ana', kind: 'outcome', steps: { log: 1, fix: 2 } },
    ]);
  });

  it('names the row whose stakeholder or step is in no row', () => {
    const table = {
      steps: [{ id: 'log', name: 'Log' }],
      stakeholders: [{ id: 'ana', name: 'Ana' }],
      value_items: [
        { stakeholder: 'bob', kind: 'outcome', name: 'Works' },
        { stakeholder: 'Ana', kind: 'outcome', name: 'Works', steps: ['gone'] },
      ],
    };
    const result = read(JSON.stringify(table));
    expect(result.kind === 'errors' ? result.errors.map(({ row, column }) => [row, column]) : []).toEqual([
      [1, 'stakeholder'],
      [2, 'steps'],
    ]);
  });
});
