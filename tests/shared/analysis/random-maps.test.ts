import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { allRules } from '../../../shared/analysis/all-rules';
import { analyse } from '../../../shared/analysis/analyse';
import { presentFindings } from '../../../shared/analysis/present-findings';
import { reportToJson } from '../../../shared/analysis/print/report-json';
import { reportToMarkdown } from '../../../shared/analysis/print/report-markdown';
import { reportToSarif } from '../../../shared/analysis/print/report-sarif';
import { reportToText } from '../../../shared/analysis/print/report-text';
import type { Report } from '../../../shared/analysis/types';
import { itil4 } from '../../../shared/catalogue/itil4/itil4';
import { exampleProject } from '../../../shared/analysis/example';
import { type Random, randomFrom } from '../../../shared/simulation/random';
import type { SampledLeadTime } from '../../../shared/figures/types';
import type { Project } from '../../../shared/model/project';
import { graphOf, type MapGraph } from '../../../shared/model/queries';
import { anyProject } from '../../helpers/random-project';

interface Judged {
  readonly graph: MapGraph;
  readonly report: Report;
}

/** Percentiles as good as any, for the rules that ask for them. */
const sampled: SampledLeadTime = {
  runs: 10_000,
  seed: 1,
  mean: 400,
  p50: 300,
  p85: 700,
  p95: 1000,
  shareWithinTarget: 0.4,
};

function reportsOf(project: Project, withSamples: SampledLeadTime | null = sampled): Judged[] {
  return Object.keys(project.maps).flatMap((id, at) => {
    const graph = graphOf(project, id);
    if (graph === null) return [];
    const { waivers, ruleSettings } = project;
    const options = {
      pack: itil4,
      today: '2026-11-21',
      suppressForTemplates: true,
      profile: project.settings.profile,
      waivers,
      settings: { application: [], project: ruleSettings },
      sampled: at % 2 === 0 ? withSamples : null,
    };
    return [{ graph, report: analyse(graph, options) }];
  });
}

const notSaid = /\b(?:undefined|null|NaN|Infinity)\b|\[object|^\s*$/;

/** Everything in a value that is no finite number where a number should be. */
function brokenNumbers(value: unknown): unknown[] {
  if (typeof value === 'number') return Number.isFinite(value) ? [] : [value];
  if (typeof value !== 'object' || value === null) return value === undefined ? [value] : [];
  return Object.values(value).flatMap(brokenNumbers);
}

/** Fields that a node, flow, stream or map cannot be without. */
const needed = new Set('map type name order from to kind state stream likely'.split(' '));

/** An example without some of its values, and with some numbers changed out of all proportion. */
function thinned(project: Project, random: Random): Project {
  const copy = structuredClone(project);
  const rows = [copy.nodes, copy.flows, copy.streams, copy.maps, copy.roles].flatMap((table) =>
    Object.values<Record<string, unknown>>(table),
  );
  for (const row of rows)
    for (const [field, value] of Object.entries(row)) {
      const dice = random.next();
      if (!needed.has(field) && dice < 0.12) delete row[field];
      else if (typeof value === 'object' && value !== null && 'likely' in value && dice > 0.9)
        row[field] = { likely: field === 'share' ? random.next() : (random.next() * 1e4) ** 2 / 1e4 };
    }
  return copy;
}

/** Reports of examples of all rules, each missing something else; the same every time. */
function* thinnedExamples(count: number): Generator<Judged> {
  const random = randomFrom(20261126);
  const examples = allRules.flatMap(({ examples: { flagged, clean } }) => [...flagged, ...clean]);
  for (let at = 0; at < count; at += 1) {
    const example = examples[at % examples.length];
    if (example === undefined) return;
    const judged = reportsOf(thinned(exampleProject(example), random), example.sampled ?? null);
    for (const each of judged) if (each.graph.nodes.length > 0) yield each;
  }
}

/** What is wrong with a report: rule and complaint, in a few words. */
function complaints({ graph, report }: Judged): string[] {
  const ids = new Set([
    graph.id,
    ...graph.node.keys(),
    ...graph.roles.keys(),
    ...graph.flows.map(({ id }) => id),
  ]);
  const strangers = (about: readonly string[]): string[] => about.filter((id) => !ids.has(id));
  return [
    ...report.failed.map((rule) => `${rule} crashes`),
    ...report.findings.flatMap((finding) => {
      const { rule, message, about, involves, confidence, evidence, impact, threshold } = finding;
      const numbers = brokenNumbers([evidence, impact, threshold, confidence]);
      return [
        ...(notSaid.test(message) ? [`${rule} says “${message}”`] : []),
        ...(about.length === 0 ? [`${rule} is about nothing`] : []),
        ...strangers([...about, ...involves]).map((id) => `${rule} is about ${id}`),
        ...numbers.map((value) => `${rule} counts ${String(value)}`),
        ...(confidence < 0.3 || confidence > 1 ? [`${rule} trusts ${String(confidence)}`] : []),
      ];
    }),
    ...report.gaps.flatMap(({ rule, about, question }) => [
      ...strangers(about).map((id) => `${rule} asks about ${id}`),
      ...(notSaid.test(question) ? [`${rule} asks “${question}”`] : []),
    ]),
  ];
}

describe('on any map with any fields missing', { timeout: 240_000 }, () => {
  it('no rule crashes, and nothing but sentences and numbers is said', () => {
    const findings = new Map<string, number>();
    const wrong = new Map<string, string>();
    let maps = 0;
    const count = (judged: Judged): void => {
      maps += 1;
      for (const { rule } of judged.report.findings) findings.set(rule, (findings.get(rule) ?? 0) + 1);
      for (const each of complaints(judged)) {
        const short = each.split(' ').slice(0, 2).join(' ');
        const { nodes, flows, stream, map } = judged.graph;
        if (!wrong.has(short)) wrong.set(short, `${each}: ${JSON.stringify({ nodes, flows, stream, map })}`);
      }
    };
    fc.assert(
      fc.property(anyProject, (project) => {
        for (const judged of reportsOf(project)) count(judged);
      }),
      { numRuns: 1_500, seed: 20261121 },
    );
    for (const judged of thinnedExamples(7_300)) count(judged);
    const silent = allRules.filter(({ id }) => !findings.has(id)).map(({ id }) => id);
    const all = [...findings.values()].reduce((sum, each) => sum + each, 0);
    console.info(
      `${String(maps)} random maps, ${String(all)} findings; silent: ${silent.join(', ') || 'no rule'}.`,
    );
    expect([...wrong.values()].map((each) => each.slice(0, 2000))).toEqual([]);
    expect(silent).toEqual([]);
    expect(maps).toBeGreaterThanOrEqual(10_000);
  });

  it('every report can be presented and printed', () => {
    fc.assert(
      fc.property(anyProject, (project) => {
        for (const { graph, report } of reportsOf(project)) {
          const { rows, counts, waivedCount } = presentFindings(report, graph, itil4);
          expect(rows).toHaveLength(counts.error + counts.warning + counts.info + waivedCount);
          expect(reportToText(report, graph, itil4).endsWith('\n')).toBe(true);
          expect(reportToMarkdown(report, graph, itil4).endsWith('\n')).toBe(true);
          JSON.parse(reportToJson(report, graph));
          JSON.parse(reportToSarif(report, graph, { uri: 'a.vsmap', version: '0.1.0' }));
        }
      }),
      { numRuns: 200, seed: 20261122 },
    );
  });

  it('the same map gets the same report', () => {
    fc.assert(
      fc.property(anyProject, (project) => {
        const again = structuredClone(project);
        expect(reportsOf(again).map(({ report }) => report)).toEqual(
          reportsOf(project).map(({ report }) => report),
        );
      }),
      { numRuns: 150, seed: 20261123 },
    );
  });
});
