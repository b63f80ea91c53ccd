import { readFileSync } from 'node:fs';
import Ajv from 'ajv-draft-04';
import addFormats from 'ajv-formats';
import { describe, expect, it } from 'vitest';
import { allRules } from '../../../../shared/analysis/all-rules';
import { exampleProject } from '../../../../shared/analysis/example';
import { reportToSarif } from '../../../../shared/analysis/print/report-sarif';
import type { Report } from '../../../../shared/analysis/types';
import { graphOf, type MapGraph } from '../../../../shared/model/queries';
import { buildMap } from '../../../helpers/build-map';
import { inARow, judge } from '../judge-map';

const schema = JSON.parse(
  readFileSync(new URL('../../../fixtures/sarif-schema-2.1.0.json', import.meta.url), 'utf8'),
) as object;
// A draft 4 of JSON Schema; one of its patterns is none in Unicode mode.
const ajv = new Ajv({ allErrors: true, strict: false, unicodeRegExp: false });
addFormats(ajv);
const validate = ajv.compile(schema);

/** What the official schema holds against a log. */
function errorsOf(log: unknown): string[] {
  validate(log);
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message ?? ''}`);
}

const logOf = (report: Report, graph: MapGraph): unknown =>
  JSON.parse(reportToSarif(report, graph, { uri: 'maps/a%20map.vsmap', version: '0.1.0' }));

const built = buildMap((m) => {
  m.stream({ name: 'Laptop “order” \u2028 日本語', demandPerMonth: 120 });
  inARow(m, {
    approve: { name: '', value: 'NVA', processTime: 6, wait: 300, kind: 'work' },
    deliver: { name: '👩‍💻', value: 'VA', processTime: 30, rekeys: true, completeAccurate: 0.5 },
  });
});

describe('against the official schema of SARIF 2.1.0', () => {
  it('a log of findings, accepted and returned ones, questions, and rules that are off or failed is valid', () => {
    const about = 'approve';
    const waiver = { map: 'map', rule: 'flow-dominant-wait', about, reason: 'Law', author: 'Ana' };
    const report = judge(built, {
      rules: allRules.map((rule, at) =>
        at === 0
          ? {
              ...rule,
              judge: () => {
                throw new Error('This rule is broken.');
              },
            }
          : rule,
      ),
      waivers: {
        one: waiver,
        two: { ...waiver, rule: 'waste-overprocessing-nva-step', expires: '2026-01-01' },
      },
      settings: { application: [], project: { s: { rule: allRules[1]?.id ?? '', severity: 'off' } } },
    });
    expect(report.findings.some(({ waived }) => waived)).toBe(true);
    expect(report.findings.some(({ returned }) => returned === 'expired')).toBe(true);
    expect(report.gaps).not.toEqual([]);
    const log = logOf(report, built.graph);
    expect(log).toHaveProperty('runs.0.invocations.0.ruleConfigurationOverrides');
    expect(JSON.stringify(log)).toContain('"suppressions":[{');
    expect(JSON.stringify(log)).toContain('"returned":"expired"');
    expect(errorsOf(log)).toEqual([]);
  });

  it('the log of every flagged example of every rule is valid', () => {
    for (const rule of allRules)
      for (const example of rule.examples.flagged) {
        const graph = graphOf(exampleProject(example), 'map');
        if (graph === null) throw new Error('An example has no map.');
        const project = exampleProject(example);
        expect(errorsOf(logOf(judge({ project, mapId: 'map', graph }), graph)), rule.id).toEqual([]);
      }
  });

  it('a log with a wrong level or a stray field is not', () => {
    const log = logOf(judge(built), built.graph) as { runs: { results: Record<string, unknown>[] }[] };
    const [first] = log.runs[0]?.results ?? [];
    if (first === undefined) throw new Error('Nothing was found.');
    first.level = 'fatal';
    first.stray = 1;
    expect(errorsOf(log).join('\n')).toMatch(/results\/0.*additional propert[\s\S]*results\/0\/level/);
  });
});
