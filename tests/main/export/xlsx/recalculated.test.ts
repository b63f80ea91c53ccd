import readXlsxFile from 'read-excel-file/node';
import { beforeAll, describe, expect, it } from 'vitest';
import { toXlsx } from '../../../../main/export/xlsx/to-xlsx';
import { templates } from '../../../../shared/catalogue/templates/templates';
import { computeFigures } from '../../../../shared/figures/compute-figures';
import type { FigureKey } from '../../../../shared/figures/types';
import type { Project } from '../../../../shared/model/project';
import { graphOf } from '../../../../shared/model/queries';
import { newFromTemplate } from '../../../../shared/tables/new-from-template';
import { figuresText } from '../../../../shared/text/figures';
import { hours } from '../../../helpers/build-map';
import { countIds } from '../../../helpers/count-ids';
import { converted, hasOffice, withoutResults } from '../../../helpers/recalculate';
import { oddMaps } from './odd-maps';

const options = { paper: 'a4', today: '2026-11-22' } as const;

/** Figures whose formulas must give what the app computes. */
const live: readonly FigureKey[] = [
  'leadTimeExpected',
  'leadTimeSinglePass',
  'processTimeOnPath',
  'waitOnPath',
  'effortPersonHours',
  'activityRatio',
  'processCycleEfficiency',
  'rolledCompleteAccurate',
  'handoffs',
  'handoffsProvider',
  'takt',
  'wip',
  'leadTimeElapsed',
];
const inMinutes: ReadonlySet<FigureKey> = new Set<FigureKey>([
  'leadTimeExpected',
  'leadTimeSinglePass',
  'processTimeOnPath',
  'waitOnPath',
  'effortPersonHours',
  'takt',
  'leadTimeElapsed',
]);

interface Made {
  readonly project: Project;
  readonly mapId: string;
}

type Rows = readonly (readonly unknown[])[];

async function sheetOf(bytes: Uint8Array | undefined, name: string): Promise<Rows> {
  const sheets = await readXlsxFile(Buffer.from(bytes ?? []));
  return sheets.find(({ sheet }) => sheet === name)?.data ?? [];
}

/** The cells beside a name, in the row that it begins. */
const rowCalled = (rows: Rows, name: string): readonly unknown[] =>
  rows.find(([first]) => first === name)?.slice(1) ?? [];

function expectSame(told: unknown, value: number | null, what: string): void {
  if (value === null) expect(told, what).toBe('unknown');
  else {
    expect(told, what).toBeTypeOf('number');
    expect(Math.abs(Number(told) - value), what).toBeLessThan(1e-6 * Math.max(1, value));
  }
}

function template(id: string): Made {
  const made = newFromTemplate(id, { makeId: countIds() });
  if (!made) throw new Error(`no template ${id}`);
  return made;
}

function oddMap(name: string): Made {
  const made = oddMaps[name];
  if (!made) throw new Error(`no map ${name}`);
  return made;
}

const maps: ReadonlyMap<string, Made> = new Map([
  ...templates.map(({ id }) => [id, template(id)] as const),
  ...Object.entries(oddMaps),
]);

/** The wait before the check, 4 h, as somebody changes it to an hour and a half in a spreadsheet. */
const changedWait = (xml: string): string => xml.replace('<v>4</v>', '<v>1.5</v>');

describe.skipIf(!hasOffice)('a workbook that LibreOffice computes anew', () => {
  let made: Map<string, Uint8Array>;

  beforeAll(() => {
    const files = [...maps].map(
      ([name, { project, mapId }]) => [name, withoutResults(toXlsx(project, [mapId], options))] as const,
    );
    const { project, mapId } = oddMap('by-role-and-consumer');
    const changed = withoutResults(toXlsx(project, [mapId], options), changedWait);
    made = converted({ ...Object.fromEntries(files), changed }, 'xlsx');
  });

  it.each([...maps.keys()])('has the figures of the app: %s', async (name) => {
    const { project, mapId } = maps.get(name) ?? template('tour');
    const graph = graphOf(project, mapId);
    if (!graph) throw new Error('no map');
    const { figure, utilisation } = computeFigures(graph);
    const rows = await sheetOf(made.get(name), 'Figures');
    for (const key of live) {
      const { value } = figure[key];
      const told = rowCalled(rows, figuresText.name[key]);
      if (told.length === 0 && value === null) continue;
      expectSame(told[0], value === null ? null : inMinutes.has(key) ? value / 60 : value, `${name} ${key}`);
      if (value !== null) expect(told[3], `${name} ${key}`).toBe('Formula');
    }
    const roles = rows.slice(rows.findIndex(([first]) => first === 'Work of the roles'));
    for (const [id, used] of utilisation)
      expectSame(rowCalled(roles, graph.roles.get(id)?.name ?? '')[3], used, `${name} ${id}`);
  });

  it('follows a wait that somebody changes in the table of the steps, as the app does', async () => {
    const { project, mapId } = oddMap('by-role-and-consumer');
    const { check } = project.nodes;
    if (!check) throw new Error('no check');
    expect(check.wait).toEqual({ likely: hours(4) });
    const nodes = { ...project.nodes, check: { ...check, wait: { likely: hours(1.5) } } };
    const graph = graphOf({ ...project, nodes }, mapId);
    if (!graph) throw new Error('no map');
    const { figure } = computeFigures(graph);
    const rows = await sheetOf(made.get('changed'), 'Figures');
    for (const key of ['leadTimeExpected', 'leadTimeSinglePass', 'waitOnPath'] as const)
      expectSame(rowCalled(rows, figuresText.name[key])[0], (figure[key].value ?? 0) / 60, key);
    // A single pass: 10 min + 1 h 30 + 5 min + 30 min + 15 min = 2.5 h.
    expectSame(rowCalled(rows, figuresText.name.leadTimeSinglePass)[0], 2.5, 'by hand');
    const steps = await sheetOf(made.get('changed'), 'Steps');
    const [headings = []] = steps;
    const row = steps.find((cells) => cells.includes('Check')) ?? [];
    expect(row[headings.indexOf('Wait')]).toBe('1h 30m');
  });
});
