import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readProject } from '../../../shared/file-format/read';
import type { Project } from '../../../shared/model/project';
import { buildReport, emptySections } from '../../../shared/report/build-report';
import type { ReportWish } from '../../../shared/report/context';
import { type Block, sectionNames, type TableBlock } from '../../../shared/report/types';

function example(name: string): Project {
  const read = readProject(readFileSync(new URL(`../../../examples/${name}.vsmap`, import.meta.url), 'utf8'));
  if (read.kind !== 'read') throw new Error(read.sentence);
  return read.project;
}

const project = example('incident-restoration');
const wish: ReportWish = {
  scope: { kind: 'project' },
  sections: sectionNames,
  lanes: 'role',
  ladder: true,
  today: '2026-11-22',
};
const report = buildReport(project, wish);

const blocksOf = (name: string): readonly Block[] =>
  report.sections.find((section) => section.name === name)?.blocks ?? [];

function tableOf(name: string, caption: string): TableBlock {
  const found = blocksOf(name).find(
    (block): block is TableBlock => block.kind === 'table' && block.caption.includes(caption),
  );
  if (!found) throw new Error(`no table ${caption}`);
  return found;
}

describe('a report', () => {
  it('has the sections that have something to say, in the order that was asked for', () => {
    const names = report.sections.map(({ name }) => name);
    expect(names).toEqual(['cover', 'charter', 'current', 'figures', 'findings', 'method']);
    const turned = buildReport(project, { ...wish, sections: ['findings', 'charter', 'plan'] });
    expect(turned.sections.map(({ name }) => name)).toEqual(['findings', 'charter']);
  });

  it('says of each section without content why it is left out', () => {
    expect([...emptySections(project, wish).keys()]).toEqual(['future', 'plan', 'workshop']);
  });

  it('prints the numbers of the worked example: 13.6 h, 11.8 h on one pass, 40 % right at every step', () => {
    // The three figures are those of the reference for this stream, in hours and rounded for reading.
    const rows = new Map(
      tableOf('figures', 'Figures of').rows.map(([name, value]) => [name?.text, value?.text]),
    );
    expect(rows.get('Lead time, expected')).toBe('13h 36m');
    expect(rows.get('Lead time, single pass')).toBe('11h 48m');
    expect(rows.get('Rolled %C&A')).toBe('40\u00a0%');
  });

  it('draws the map with the flows that its connectors are glued by', () => {
    const picture = blocksOf('current').find((block) => block.kind === 'picture');
    expect(picture?.kind === 'picture' && Object.keys(picture.links ?? {}).length).toBe(
      Object.keys(project.flows).length,
    );
  });

  it('gives every table as many cells in a row as it has columns, and shares that sum to 1', () => {
    const tables = report.sections.flatMap(({ blocks }) =>
      blocks.filter((block): block is TableBlock => block.kind === 'table'),
    );
    expect(tables.length).toBeGreaterThan(5);
    for (const { columns, rows } of tables) {
      expect(rows.map((row) => row.length)).toEqual(rows.map(() => columns.length));
      expect(columns.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 9);
    }
  });

  it('is the same for the same project and wish', () => {
    expect(buildReport(project, wish)).toEqual(report);
  });
});
