import { describe, expect, it } from 'vitest';
import { defaultPack } from '../../../shared/catalogue/packs';
import { buildProject } from '../../../shared/tables/build-project';
import {
  cellKey,
  cellsToTable,
  columnOfError,
  guessMapping,
  headingKey,
  mappingTexts,
  recallMapping,
  refuseMapping,
} from '../../../shared/tables/cells-table';
import type { Cells } from '../../../shared/tables/cells-text';
import { countIds } from '../../helpers/count-ids';

const guess = (cells: Cells) => guessMapping(cells, defaultPack);
const namesOf = (cells: Cells): (string | null)[] => guess(cells).columns.map(({ name }) => name);

describe('what the columns of a pasted table mean', () => {
  it('is guessed from their headings, with the unit that a heading names', () => {
    const cells = [
      ['Process step', 'Actor', 'Touch time (h)', 'Queue', 'First time right (%)', 'Our remark'],
      ['Log', 'Desk', '0,1', '30m', '80', 'ok'],
    ];
    expect(guess(cells)).toEqual({
      hasHeadings: true,
      columns: [
        { name: 'name', unit: '' },
        { name: 'role', unit: '' },
        { name: 'process_time', unit: 'h' },
        { name: 'wait', unit: '' },
        { name: 'complete_accurate', unit: '%' },
        { name: null, unit: '' },
      ],
    });
  });

  it.each<[string, string[], string[], (string | null)[]]>([
    [
      'Activity over names of steps',
      ['Activity', 'PT', 'LT', '%C/A'],
      ['Log it', '5m', '1h', '80%'],
      ['name', 'process_time', 'lead_time', 'complete_accurate'],
    ],
    [
      'Activity over the value chain',
      ['Activity', 'Step', 'C/A'],
      ['Engage', 'Log it', '80%'],
      ['activity', 'name', 'complete_accurate'],
    ],
    [
      'Activity over other words beside a step',
      ['Step', 'Activity', 'C&A'],
      ['Log it', 'phone call', '80%'],
      ['name', null, 'complete_accurate'],
    ],
    [
      'Value chain activity',
      ['Task', 'Value chain activity', '% C&A'],
      ['Log it', 'Deliver and support', '80%'],
      ['name', 'activity', 'complete_accurate'],
    ],
    [
      'long headings',
      ['Process step', 'Responsible', 'Touch time', 'Waiting time', 'First-time-right'],
      ['Log it', 'Desk', '5m', '1h', '80%'],
      ['name', 'role', 'process_time', 'wait', 'complete_accurate'],
    ],
    [
      'headings with dots',
      ['Operation', 'P/T', 'L/T', 'W/T', 'RFT'],
      ['Log it', '5m', '1h', '55m', '80%'],
      ['name', 'process_time', 'lead_time', 'wait', 'complete_accurate'],
    ],
  ])('is guessed from %s', (_what, headings, row, names) => {
    expect(guess([headings, row]).hasHeadings).toBe(true);
    expect(namesOf([headings, row])).toEqual(names);
  });

  it('is guessed from what stands in them where there are no headings: the second time is the wait', () => {
    expect(
      namesOf([
        ['Log', '6m', '30m', '80%', 'VA'],
        ['Fix', '1h', '4h', '90%', 'NNVA'],
      ]),
    ).toEqual(['name', 'process_time', 'wait', 'complete_accurate', 'value']);
  });

  it('gives a meaning to the first of two columns only', () => {
    expect(
      namesOf([
        ['Step', 'PT', 'Touch time'],
        ['Log', '6m', '7m'],
      ]),
    ).toEqual(['name', 'process_time', null]);
  });

  it('is remembered for the same headings', () => {
    const cells = [
      ['What', 'Time'],
      ['Log', '6'],
    ];
    const mapping = {
      hasHeadings: true,
      columns: [
        { name: 'name', unit: '' },
        { name: 'process_time', unit: 'm' },
      ],
    } as const;
    expect(recallMapping(cells, mappingTexts(mapping))).toEqual(mapping);
    expect(recallMapping([['What'], ['Log']], mappingTexts(mapping))).toBeNull();
    expect(headingKey(cells)).toBe(headingKey([['what ', 'TIME']]));
  });

  it('needs a column of names, and each meaning once', () => {
    const column = (name: 'name' | 'wait') => ({ name, unit: '' }) as const;
    expect(refuseMapping({ hasHeadings: true, columns: [column('wait')] })).toMatch(/names of the steps/);
    expect(refuseMapping({ hasHeadings: true, columns: [column('name'), column('name')] })).toMatch(
      /Two columns/,
    );
    expect(refuseMapping({ hasHeadings: true, columns: [column('name'), column('wait')] })).toBeNull();
  });
});

describe('cells that are not understood', () => {
  const cells = [
    ['Step', 'PT', 'PT'],
    ['Log', '6', ''],
    ['Fix', '30m', ''],
  ];

  it('are told with their row and column', () => {
    const mapping = guess(cells);
    const result = buildProject(cellsToTable(cells, mapping, new Set()), { makeId: countIds() });
    const errors = result.kind === 'errors' ? result.errors : [];
    expect(errors.map((error) => [error.row, columnOfError(error, cells, mapping), error.found])).toEqual([
      [2, 1, '6'],
    ]);
  });

  it('can be left empty, which is unknown and not zero', () => {
    const table = cellsToTable(cells, guess(cells), new Set([cellKey(2, 1)]));
    const result = buildProject(table, { makeId: countIds() });
    const steps = result.kind === 'read' ? Object.values(result.project.nodes) : [];
    expect(steps.find(({ name }) => name === 'Log')).not.toHaveProperty('processTime');
    expect(steps.find(({ name }) => name === 'Fix')?.processTime).toEqual({ likely: 30 });
  });

  it('are understood once the unit of their column is said', () => {
    const mapping = guess(cells);
    const columns = mapping.columns.map((each) =>
      each.name === 'process_time' ? { ...each, unit: 'm' as const } : each,
    );
    const result = buildProject(cellsToTable(cells, { ...mapping, columns }, new Set()), {
      makeId: countIds(),
    });
    const steps = result.kind === 'read' ? Object.values(result.project.nodes) : [];
    expect(steps.find(({ name }) => name === 'Log')?.processTime).toEqual({ likely: 6 });
  });
});
