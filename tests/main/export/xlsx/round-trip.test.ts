import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { toXlsx } from '../../../../main/export/xlsx/to-xlsx';
import { templates } from '../../../../shared/catalogue/templates/templates';
import { readForeign } from '../../../../shared/import/read-foreign';
import type { ReadForeign } from '../../../../shared/import/types';
import type { Project } from '../../../../shared/model/project';
import { newFromTemplate } from '../../../../shared/tables/new-from-template';
import { buildMap } from '../../../helpers/build-map';
import { countIds } from '../../../helpers/count-ids';
import { tableWithoutWho } from '../../../helpers/table-of';
import { oddMaps } from './odd-maps';

const options = { paper: 'a4', today: '2026-11-22' } as const;

function readBack(bytes: Uint8Array): ReadForeign {
  const file = { name: 'map.xlsx', bytes, text: () => '' };
  const read = readForeign(file, { makeId: countIds(), name: 'back', mapsColumns: false });
  if (read.kind !== 'read') throw new Error(JSON.stringify(read));
  return read;
}

/** Names that somebody may have typed, or put there to do harm. */
const hostile = [
  '=HYPERLINK("http://example.com","x")',
  '=1+1',
  "'=1+1",
  "''=1+1",
  '+1',
  '-2+3',
  '@SUM(A1)',
  '=cmd|/C calc!A0',
  '_x0041_ and _x000D_',
  '</t></is></c><c><f>1+1</f></c>',
  'A & B < C > "D"',
  'Überprüfung à la carte',
  'Έλεγχος · Проверка · 確認する · 🚑',
  'constructor',
  'line\nbreak',
];

const sheetsOf = (bytes: Uint8Array): string[] =>
  Object.entries(unzipSync(bytes))
    .filter(([name]) => name.startsWith('xl/worksheets/sheet'))
    .map(([, part]) => strFromU8(part));

describe('a workbook', () => {
  it.each(templates.map(({ id }) => id))('comes back as the same map: %s', (id) => {
    const made = newFromTemplate(id, { makeId: countIds() });
    if (!made) throw new Error('the template is there');
    const back = readBack(toXlsx(made.project, [made.mapId], options));
    expect(tableWithoutWho(back.project, back.maps[0] ?? '')).toEqual(
      tableWithoutWho(made.project, made.mapId),
    );
    expect(back.skipped).toEqual([]);
  });

  it.each(Object.keys(oddMaps))('comes back as the same map: %s', (name) => {
    const made = oddMaps[name];
    if (!made) throw new Error('the map is there');
    const back = readBack(toXlsx(made.project, [made.mapId], options));
    expect(tableWithoutWho(back.project, back.maps[0] ?? '')).toEqual(
      tableWithoutWho(made.project, made.mapId),
    );
  });

  it('keeps several maps apart, each with the number and the name of the map on its sheets', () => {
    const one = newFromTemplate('tour', { makeId: countIds() });
    const other = oddMaps['three-returns'];
    if (!one || !other) throw new Error('the maps are there');
    const later = { id: 'later', name: 'Later: [draft] *all* of what is to come one day' };
    const copy = <T extends { map: string }>(rows: Record<string, T>): Record<string, T> =>
      Object.fromEntries(Object.entries(rows).map(([id, row]) => [`${id}b`, { ...row, map: later.id }]));
    const { project, mapId } = one;
    const first = project.maps[mapId];
    if (!first) throw new Error('the map is there');
    const flows = Object.entries(copy(project.flows)).map(([id, flow]) => [
      id,
      { ...flow, from: `${flow.from}b`, to: `${flow.to}b` },
    ]);
    const both: Project = {
      ...project,
      maps: { ...project.maps, [later.id]: { ...first, name: later.name, state: 'future', order: 2 } },
      nodes: { ...project.nodes, ...copy(project.nodes) },
      flows: { ...project.flows, ...Object.fromEntries(flows) },
    };
    const back = readBack(toXlsx(both, [mapId, later.id], options));
    expect(Object.values(back.project.maps).map(({ name, state }) => [name, state])).toEqual([
      [first.name, 'current'],
      [later.name, 'future'],
    ]);
    expect(tableWithoutWho(back.project, back.maps[1] ?? '')).toEqual(tableWithoutWho(both, later.id));
  });

  it('keeps every text a text, whatever it begins with', () => {
    const { project, mapId } = buildMap((m) => {
      m.role('who', { name: '=role()' });
      m.start();
      hostile.forEach((name, at) => m.step(`s${at}`, { name, note: name, team: name, role: 'who' }));
      m.end();
      m.path('start', ...hostile.map((_, at) => `s${at}`), 'end');
    });
    const named: Project = {
      ...project,
      streams: { stream: { name: '=1+1', order: 1, purpose: '@purpose', demandPerMonth: 3 } },
    };
    const bytes = toXlsx(named, [mapId], options);
    const formulas = sheetsOf(bytes).flatMap((xml) =>
      [...xml.matchAll(/<f[^>]*>([^<]*)<\/f>/g)].map(([, code]) => code ?? ''),
    );
    expect(formulas.length).toBeGreaterThan(100);
    for (const code of formulas) expect(code).not.toMatch(/HYPERLINK|cmd|role\(|purpose|SUM\(A1\)|1\+1/i);
    const back = readBack(bytes);
    const names = Object.values(back.project.nodes).map(({ name }) => name);
    for (const name of hostile) expect(names).toContain(name);
    expect(tableWithoutWho(back.project, back.maps[0] ?? '')).toEqual(tableWithoutWho(named, mapId));
  });

  it('has texts that a spreadsheet would compute once they are edited marked as texts', () => {
    const { project, mapId } = buildMap((m) => {
      m.start();
      m.step('s', { name: '=1+1' });
      m.end();
      m.path('start', 's', 'end');
    });
    const parts = unzipSync(toXlsx(project, [mapId], options));
    const styles = strFromU8(parts['xl/styles.xml'] ?? new Uint8Array());
    const formats = [...styles.slice(styles.indexOf('<cellXfs')).matchAll(/<xf [^>]*>/g)].map(([xf]) => xf);
    const cells = Object.values(parts).flatMap((part) => [
      ...strFromU8(part).matchAll(/<c r="\w+" s="(\d+)" t="inlineStr"><is><t[^>]*>=1\+1</g),
    ]);
    expect(cells.length).toBeGreaterThan(0);
    for (const [, style] of cells) expect(formats[Number(style)]).toContain('quotePrefix="1"');
  });

  it('is the same file each time, and names nobody', () => {
    const made = oddMaps['three-returns'];
    if (!made) throw new Error('the map is there');
    const bytes = toXlsx(made.project, [made.mapId], options);
    expect(toXlsx(structuredClone(made.project), [made.mapId], options)).toEqual(bytes);
    const core = strFromU8(unzipSync(bytes)['docProps/core.xml'] ?? new Uint8Array());
    expect(core).toContain('2026-11-22T00:00:00Z');
    expect(core).not.toMatch(/lastModifiedBy|\/home|\/root/);
  });

  it('can be made of a map that has no step yet, with every range the right way round', () => {
    const { project, mapId } = buildMap((m) => m.map({ name: '2026 & later' }));
    const bytes = toXlsx(project, [mapId], options);
    for (const xml of sheetsOf(bytes)) {
      for (const [, first, last] of xml.matchAll(/\$?[A-Z]+\$?(\d+):\$?[A-Z]+\$?(\d+)/g))
        expect(Number(first)).toBeLessThanOrEqual(Number(last));
      expect(xml).toContain('2026 &amp;&amp; later');
    }
  });
});
