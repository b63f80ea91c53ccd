import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { analyse } from '../../../shared/analysis/analyse';
import { presentFindings } from '../../../shared/analysis/present-findings';
import { reportToJson } from '../../../shared/analysis/print/report-json';
import { reportToMarkdown } from '../../../shared/analysis/print/report-markdown';
import { reportToSarif } from '../../../shared/analysis/print/report-sarif';
import { reportToText } from '../../../shared/analysis/print/report-text';
import type { Report } from '../../../shared/analysis/types';
import { itil4 } from '../../../shared/catalogue/itil4/itil4';
import type { Project } from '../../../shared/model/project';
import { graphOf, type MapGraph } from '../../../shared/model/queries';
import { anyProject } from '../../helpers/random-project';

interface Judged {
  readonly graph: MapGraph;
  readonly report: Report;
}

function reportsOf(project: Project): Judged[] {
  return Object.keys(project.maps).flatMap((id) => {
    const graph = graphOf(project, id);
    if (graph === null) return [];
    const { waivers, settings } = project;
    const options = { pack: itil4, today: '2026-11-21', suppressForTemplates: true };
    return [{ graph, report: analyse(graph, { ...options, profile: settings.profile, waivers }) }];
  });
}

const spoken = ({ findings, gaps }: Report): string[] => [
  ...findings.map(({ message }) => message),
  ...gaps.map(({ question }) => question),
];

describe('on any map with any fields missing', { timeout: 120_000 }, () => {
  it('no rule crashes, and nothing but numbers is said', () => {
    fc.assert(
      fc.property(anyProject, (project) => {
        for (const { graph, report } of reportsOf(project)) {
          expect(report.failed).toEqual([]);
          for (const sentence of spoken(report)) expect(sentence).not.toMatch(/\b(?:undefined|null|NaN)\b/);
          for (const { about, confidence } of report.findings) {
            expect(about.length).toBeGreaterThan(0);
            expect(confidence).toBeGreaterThanOrEqual(0.3);
            const ids = [graph.id, ...graph.node.keys(), ...graph.flows.map(({ id }) => id)];
            for (const id of about) expect(ids).toContain(id);
          }
        }
      }),
      { numRuns: 2000, seed: 20261121 },
    );
  });

  it('every report can be presented and printed', () => {
    fc.assert(
      fc.property(anyProject, (project) => {
        for (const { graph, report } of reportsOf(project)) {
          const { rows, counts } = presentFindings(report, graph, itil4);
          expect(rows).toHaveLength(counts.error + counts.warning + counts.info);
          expect(reportToText(report, graph, itil4).endsWith('\n')).toBe(true);
          expect(reportToMarkdown(report, graph, itil4).endsWith('\n')).toBe(true);
          JSON.parse(reportToJson(report, graph));
          JSON.parse(reportToSarif(report, graph, { uri: 'a.vsmap', version: '0.1.0' }));
        }
      }),
      { numRuns: 300, seed: 20261122 },
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
      { numRuns: 300, seed: 20261123 },
    );
  });
});
