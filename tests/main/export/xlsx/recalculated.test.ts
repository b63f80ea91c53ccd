import readXlsxFile from 'read-excel-file/node';
import { beforeAll, describe, expect, it } from 'vitest';
import { toXlsx } from '../../../../main/export/xlsx/to-xlsx';
import { templates } from '../../../../shared/catalogue/templates/templates';
import { computeFigures } from '../../../../shared/figures/compute-figures';
import type { FigureKey } from '../../../../shared/figures/types';
import type { Project } from '../../../../shared/model/project';
import { graphOf } from '../../../../shared/model/queries';
import { readForeign } from '../../../../shared/import/read-foreign';
import { newFromTemplate } from '../../../../shared/tables/new-from-template';
import { figuresText } from '../../../../shared/text/figures';
import { hours } from '../../../helpers/build-map';
import { countIds } from '../../../helpers/count-ids';
import { converted, hasOffice, withoutResults } from '../../../helpers/recalculate';
import { tableWithoutWho } from '../../../helpers/table-of';
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

/** Two maps, one with a name that formulas could stumble over. */
const twoMaps: Project = (() => {
  const { project } = oddMap('by-role-and-consumer');
  const second = <T extends { map: string }>(rows: Record<string, T>): [string, T][] =>
    Object.entries(rows).map(([id, row]) => [`${id}2`, { ...row, map: 'other' }]);
  const flows = second(project.flows).map(([id, flow]) => [
    id,
    { ...flow, from: `${flow.from}2`, to: `${flow.to}2` },
  ]);
  const map = {
    stream: 'stream',
    state: 'future',
    order: 2,
    name: `It's "ours" & [=1+1]!$A$1 'then'`,
  } as const;
  return {
    ...project,
    maps: { ...project.maps, other: map },
    nodes: { ...project.nodes, ...Object.fromEntries(second(project.nodes)) },
    flows: { ...project.flows, ...Object.fromEntries(flows) },
  };
})();

describe.skipIf(!hasOffice)('a workbook that LibreOffice computes anew', () => {
  let made: Map<string, Uint8Array>;

  beforeAll(() => {
    const files = [...maps].map(
      ([name, { project, mapId }]) => [name, withoutResults(toXlsx(project, [mapId], options))] as const,
    );
    const { project, mapId } = oddMap('by-role-and-consumer');
    const changed = withoutResults(toXlsx(project, [mapId], options), changedWait);
    const two = withoutResults(toXlsx(twoMaps, ['map', 'other'], options));
    made = converted({ ...Object.fromEntries(files), changed, two }, 'xlsx');
  }, 300_000);

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

  it('finds its cells on the sheets of each of several maps, whatever these are called', async () => {
    const graph = graphOf(twoMaps, 'other');
    const lead = (graph && computeFigures(graph).figure.leadTimeExpected.value) ?? 0;
    const sheets = await readXlsxFile(Buffer.from(made.get('two') ?? []));
    const figures = sheets.filter(({ sheet }) => sheet.startsWith('Figures'));
    expect(figures).toHaveLength(2);
    for (const { sheet, data } of figures)
      expectSame(rowCalled(data, figuresText.name.leadTimeExpected)[0], lead / 60, sheet);
  });

  it.each(['incident-restoration', 'three-returns'])(
    'that LibreOffice saved comes back as the same map: %s',
    (name) => {
      const { project, mapId } = maps.get(name) ?? oddMap(name);
      const file = { name: 'saved.xlsx', bytes: made.get(name) ?? new Uint8Array(), text: () => '' };
      const read = readForeign(file, { makeId: countIds(), name: 'back', mapsColumns: false });
      if (read.kind !== 'read') throw new Error(JSON.stringify(read));
      expect(tableWithoutWho(read.project, read.maps[0] ?? '')).toEqual(tableWithoutWho(project, mapId));
    },
  );
});
