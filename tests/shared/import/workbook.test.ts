import { describe, expect, it } from 'vitest';
import { lookUp } from '../../../shared/model/queries';
import { flowLines, graphIn, outcomeOf, readContent, refusalOf } from '../../helpers/import-fixture';
import { testWorkbook as workbook, workbookStyles } from '../../helpers/test-workbook';

const { percent, hours, date, unit } = workbookStyles;

const table = {
  Stream: [
    ['name', 'demand_per_month', 'observed_on', 'target_lead_time'],
    ['Laptop order', 40, [46_347, date], '3d'],
  ],
  Roles: [
    ['id', 'name', 'people', 'availability'],
    ['r1', 'Service desk', 3, [0.5, percent]],
  ],
  Steps: [
    ['id', 'name', 'role', 'process_time', 'wait', 'complete_accurate'],
    ['a', 'Log', 'r1', [0.0104166666666667, hours], '2h', [0.9, percent]],
    ['b', 'Ship', null, [1.5, unit], null, null],
    [null, null, null, null, null, null],
    ['Total', null, null, [2, hours], null, null],
  ],
  Flows: [
    ['from', 'to', 'share', 'kind', 'label'],
    ['a', 'b', [0.8, percent], null, 'ready'],
    ['b', 'a', [0.2, percent], 'rework', null],
  ],
} as const;

describe('a workbook with the sheets of a step table', () => {
  const read = readContent('map.xlsx', workbook(table));
  const graph = graphIn(read);

  it('is read with its stream, roles, steps and flows', () => {
    expect(graph.stream).toMatchObject({ name: 'Laptop order', demandPerMonth: 40, targetLeadTime: 1440 });
    // 46347 days after 30 December 1899.
    expect(graph.map.observedOn).toBe('2026-11-21');
    expect([...graph.roles.values()]).toMatchObject([{ name: 'Service desk', people: 3, availability: 0.5 }]);
    expect(flowLines(graph)).toEqual(
      expect.arrayContaining(['Log > Ship 0.8 “ready”', 'Ship > Log rework 0.2']),
    );
  });

  it('reads times that Excel keeps as parts of a day, shares in percent, and units in the format', () => {
    const [log, ship] = graph.nodes.filter(({ type }) => type === 'step');
    expect(log?.processTime?.likely).toBeCloseTo(15, 6);
    expect(log).toMatchObject({ wait: { likely: 120 }, completeAccurate: { likely: 0.9 } });
    expect(lookUp(read.project.roles, log?.role)?.name).toBe('Service desk');
    expect(ship?.processTime).toEqual({ likely: 90 });
  });

  it('says which rows stand behind an empty one', () => {
    expect(read.skipped).toEqual([
      {
        what: 'Rows from 5 on',
        where: 'Steps',
        why: 'They stand behind an empty row, so they are not part of the table.',
      },
    ]);
  });

  it('names each cell that cannot be read', () => {
    const bad = {
      ...table,
      Steps: [
        ['id', 'name', 'process_time'],
        ['a', 'Log', 'soon'],
        ['b', 'Ship', '5m'],
      ],
    };
    const outcome = outcomeOf('map.xlsx', workbook(bad));
    expect(outcome.kind === 'errors' && outcome.errors).toMatchObject([
      { sheet: 'steps', row: 2, column: 'process_time', found: 'soon' },
    ]);
  });
});

describe('a workbook of several maps', () => {
  it('has numbered sheets, and is read as that many maps with the same roles', () => {
    const read = readContent(
      'maps.xlsx',
      workbook({
        'Steps 1 Today': table.Steps,
        'Roles 1 Today': table.Roles,
        'Flows 1 Today': table.Flows,
        'Steps 2 Later': table.Steps.slice(0, 2),
        'Roles 2 Later': table.Roles,
        Figures: [['Lead time', 5]],
      }),
    );
    const counts = read.maps.map(
      (_, at) => graphIn(read, at).nodes.filter(({ type }) => type === 'step').length,
    );
    expect(counts).toEqual([2, 1]);
    expect(Object.values(read.project.roles).map(({ name }) => name)).toEqual(['Service desk']);
  });
});

describe('any other workbook', () => {
  const sheets = {
    Notes: [['Made by us']],
    Process: [
      ['Process step', 'PT (h)', '%C&A'],
      ['Log', 0.5, [0.95, percent]],
      ['Fix', 2, null],
    ],
  } as const;

  it('comes as cells whose columns somebody names', () => {
    const outcome = outcomeOf('map.xlsx', workbook(sheets), true);
    expect(outcome).toEqual({
      kind: 'cells',
      from: 'xlsx',
      sheets: [
        { name: 'Notes', cells: [['Made by us']] },
        {
          name: 'Process',
          cells: [
            ['Process step', 'PT (h)', '%C&A'],
            ['Log', '0.5', '95%'],
            ['Fix', '2', ''],
          ],
        },
      ],
    });
  });

  it('is read by its headings where nobody can be asked', () => {
    const graph = graphIn(readContent('map.xlsx', workbook(sheets)));
    expect(graph.nodes.map(({ name, processTime }) => [name, processTime?.likely])).toEqual([
      ['Demand', undefined],
      ['Log', 30],
      ['Fix', 120],
      ['Value', undefined],
    ]);
  });

  it('keeps formulas as the text of their value and runs nothing', () => {
    const outcome = outcomeOf(
      'map.xlsx',
      workbook({
        S: [
          ['name', 'note'],
          ['=1+1', "=HYPERLINK('x')"],
        ],
      }),
      false,
    );
    if (outcome.kind !== 'read') throw new Error(JSON.stringify(outcome));
    const step = graphIn(outcome).nodes.find(({ type }) => type === 'step');
    expect(step).toMatchObject({ name: '=1+1', note: "=HYPERLINK('x')" });
  });

  it('is refused in words where it is empty, old, or behind a password', () => {
    expect(refusalOf('a.xlsx', workbook({ S: [] }))).toBe(
      'There is no sheet with cells in this workbook. Is it the right file?',
    );
    const old = new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0]);
    expect(refusalOf('a.xls', old)).toMatch(/^This is a workbook of an old Excel/);
    expect(refusalOf('a.xlsx', old)).toMatch(/^The workbook is protected with a password/);
  });
});
