import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { allRules } from '../../shared/analysis/all-rules';
import { analyse } from '../../shared/analysis/analyse';
import type { FieldName } from '../../shared/analysis/fields';
import { nameFor, nameOf } from '../../shared/analysis/names';
import { presentFindings } from '../../shared/analysis/present-findings';
import { itil4 } from '../../shared/catalogue/itil4/itil4';
import { graphOf, type MapGraph } from '../../shared/model/queries';
import { readTable } from '../../shared/tables/read-table';

/** What was worked out by hand. Rules and places are told in full; the sentence where its numbers were worked out too. */
interface ExpectedReport {
  readonly today: string;
  readonly findings: readonly {
    readonly severity: string;
    readonly where: string;
    readonly rule: string;
    readonly sentence?: string;
  }[];
  /** Rule and step of findings that another one speaks for. */
  readonly folded: readonly string[];
  /** Rules that must be silent, each with the reason. */
  readonly quiet: Readonly<Record<string, string>>;
  /** For each field that is asked for, the steps, flows or the whole map that lack it. */
  readonly questions: Readonly<Record<string, readonly string[]>>;
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

const inOrder = (list: readonly string[]): string[] => [...list].sort();

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
    const places = rows.map(({ group, where, rule }) => `${group} ${rule}: ${where.name}`);
    expect(inOrder(places)).toEqual(
      inOrder(expected.findings.map(({ severity, where, rule }) => `${severity} ${rule}: ${where}`)),
    );
    for (const { where, rule, sentence } of expected.findings) {
      const row = rows.find((each) => each.rule === rule && each.where.name === where);
      if (sentence !== undefined) expect(row?.sentence.replaceAll('\u00a0', ' ')).toBe(sentence);
    }
    const folded = report.findings.filter(({ supersededBy }) => supersededBy !== null);
    expect(inOrder(folded.map(({ rule, about }) => `${rule} ${nameOf(graph, about[0] ?? '')}`))).toEqual(
      inOrder(expected.folded),
    );
    const fired = new Set(report.findings.map(({ rule }) => rule));
    for (const [rule, reason] of Object.entries(expected.quiet)) {
      expect(allRules.map(({ id }) => id)).toContain(rule);
      expect(fired.has(rule), `${rule} is quiet: ${reason}`).toBe(false);
    }
    const asked = gaps.map(({ key, ids }) => [key, ids.map((id) => nameFor(graph, id, key as FieldName))]);
    expect(Object.fromEntries(asked)).toEqual(expected.questions);
    expect(failures).toEqual([]);
  });
});
