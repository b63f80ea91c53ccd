import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { analyse } from '../../shared/analysis/analyse';
import { presentFindings } from '../../shared/analysis/present-findings';
import { itil4 } from '../../shared/catalogue/itil4/itil4';
import { graphOf, type MapGraph } from '../../shared/model/queries';
import { readTable } from '../../shared/tables/read-table';

interface ExpectedReport {
  readonly today: string;
  readonly findings: readonly {
    readonly severity: string;
    readonly where: string;
    readonly rule: string;
    readonly sentence: string;
  }[];
  readonly questions: readonly { readonly question: string; readonly rules: readonly string[] }[];
}

const textOf = (name: string): string => readFileSync(new URL(name, import.meta.url), 'utf8');

function graphFrom(table: string): MapGraph {
  let made = 0;
  const makeId = (): string => `id${String((made += 1))}`;
  const read = readTable(table, 'json', { makeId, name: 'Corpus' });
  if (read.kind === 'errors') throw new Error(read.errors.map(({ sentence }) => sentence).join('\n'));
  const graph = graphOf(read.project, read.mapId);
  if (graph === null) throw new Error('The table holds no map.');
  return graph;
}

const names = readdirSync(new URL('.', import.meta.url))
  .filter((file) => file.endsWith('.table.json'))
  .map((file) => file.replace('.table.json', ''));

describe('a whole map has exactly the report that was worked out by hand beside it', () => {
  it('for each table of the folder', () => {
    expect(names).toEqual(['advice-by-phone', 'half-filled', 'laptop-order']);
  });

  it.each(names)('%s', (name) => {
    const expected = JSON.parse(textOf(`${name}.report.json`)) as ExpectedReport;
    const graph = graphFrom(textOf(`${name}.table.json`));
    const report = analyse(graph, {
      pack: itil4,
      profile: 'review',
      today: expected.today,
      suppressForTemplates: false,
    });
    const { rows, gaps, failures } = presentFindings(report, graph, itil4);
    const findings = rows.map(({ group, where, rule, sentence }) => ({
      severity: group,
      where: where.name,
      rule,
      sentence: sentence.replaceAll('\u00a0', ' '),
    }));
    expect(findings).toEqual(expected.findings);
    expect(gaps.map(({ question, rules }) => ({ question, rules }))).toEqual(expected.questions);
    expect(failures).toEqual([]);
  });
});
