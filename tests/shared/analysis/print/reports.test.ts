import { describe, expect, it } from 'vitest';
import { allRules } from '../../../../shared/analysis/all-rules';
import { reportToJson } from '../../../../shared/analysis/print/report-json';
import { reportToMarkdown } from '../../../../shared/analysis/print/report-markdown';
import { reportToSarif } from '../../../../shared/analysis/print/report-sarif';
import { reportToText } from '../../../../shared/analysis/print/report-text';
import type { AnalysisRule } from '../../../../shared/analysis/rule';
import type { Report } from '../../../../shared/analysis/types';
import { itil4 } from '../../../../shared/catalogue/itil4/itil4';
import { buildMap } from '../../../helpers/build-map';
import { inARow, judge } from '../judge-map';

const built = buildMap((m) => {
  m.stream({ name: 'Laptop | order', demandPerMonth: 120 });
  inARow(m, {
    approve: { value: 'NVA', processTime: 6, wait: 300, rekeys: false, completeAccurate: 0.9 },
    deliver: { value: 'VA', processTime: 30, wait: 30, rekeys: true, completeAccurate: 0.9 },
  });
});
const rules = [
  'flow-dominant-wait',
  'waste-motion-rekeying',
  'waste-overprocessing-nva-step',
  'flow-lead-time-over-target',
];
const only = allRules.filter(({ id }) => rules.includes(id));
const report = judge(built, { rules: only });

const crash: AnalysisRule = {
  ...(allRules.find(({ id }) => id === 'dq-missing-measures') as AnalysisRule),
  judge: () => {
    throw new Error('This rule is broken.');
  },
};
const failed = judge(built, { rules: [crash] });

describe('the text of a report', () => {
  it('has the sentences of the app, the limits and the questions', () => {
    expect(reportToText(report, built.graph, itil4)).toBe(
      [
        'Laptop | order: Current state',
        '2 errors, 1 warning, 0 notes',
        '',
        'error    Approve: Adds no value and nobody requires it, yet costs 5h 06m per item and 12h of work a month',
        '         At stake: 5h 06m per item · 12h of work a month',
        '         waste-overprocessing-nva-step · Focus on value, Keep it simple and practical',
        '         Time per item from which it counts: 1m · Work from which it counts with less time per item, too: 1h a month · Limits of the profile “Review”',
        '',
        'error    Approve: Waits 5h for 6m of work – 82 % of the lead time',
        '         At stake: 4h 42m per item',
        '         flow-dominant-wait · Optimize and automate, Focus on value',
        '         Share of the lead time: 20 % · Multiple of the work that follows: 3 × · Limits of the profile “Review”',
        '',
        'warning  Deliver: Types again what is already recorded: 60h a month',
        '         At stake: 60h of work a month',
        '         waste-motion-rekeying · Optimize and automate, Keep it simple and practical',
        '         Follows from a definition: there is no limit to set',
        '',
        'Questions for the room',
        '  Which lead time was promised to the consumer? (1 rule waits)',
        '',
        '3 of 4 rules judged this map, 1 could not be judged yet.',
        '',
      ]
        .join('\n')
        .replaceAll(' %', '\u00a0%'),
    );
  });

  it('says that nothing stands out, and which rule failed', () => {
    expect(reportToText(failed, built.graph, itil4)).toBe(
      'Laptop | order: Current state\nNothing stands out on this map.\n\n0 of 1 rule judged this map, 1 could not be judged yet.\n\nThe rule dq-missing-measures could not judge this map: something went wrong inside Streamwright. The other findings stand, and the map is not touched.\n',
    );
  });
});

describe('the Markdown of a report', () => {
  it('is a table with the questions below it, and no text of the map can break it', () => {
    const lines = reportToMarkdown(report, built.graph, itil4).replaceAll('\u00a0', ' ').split('\n');
    expect(lines.slice(0, 6)).toEqual([
      '# Laptop \\| order: Current state',
      '',
      '## Findings',
      '',
      '| Severity | Where | Finding | At stake | Guiding principles | Rule |',
      '| --- | --- | --- | --- | --- | --- |',
    ]);
    expect(lines).toContain(
      '| Warning | Deliver | Types again what is already recorded: 60h a month | 60h of work a month | Optimize and automate, Keep it simple and practical | waste-motion-rekeying |',
    );
    expect(lines).toContain('- Which lead time was promised to the consumer? (1 rule waits)');
  });
});

describe('accepted findings', () => {
  const waivers = {
    one: {
      map: 'map',
      rule: 'flow-dominant-wait',
      about: 'approve',
      reason: 'Law | duty',
      author: 'Ana',
      on: '2026-11-01',
      expires: '2026-12-31',
    },
    two: {
      map: 'map',
      rule: 'waste-motion-rekeying',
      about: 'deliver',
      reason: 'Soon',
      expires: '2026-11-01',
    },
  };
  const waived = judge(built, { rules: only, waivers });

  it('are counted and listed apart in the text, and one that is back says so', () => {
    const lines = reportToText(waived, built.graph, itil4).replaceAll('\u00a0', ' ').split('\n');
    expect(lines[1]).toBe('1 error, 1 warning, 0 notes, 1 accepted finding');
    const heading = lines.indexOf('Accepted findings');
    expect(lines.slice(heading + 1, heading + 3)).toEqual([
      '  Approve: Waits 5h for 6m of work – 82 % of the lead time (flow-dominant-wait)',
      '  Accepted by Ana on 2026-11-01 until 2026-12-31: Law | duty',
    ]);
    expect(lines).toContain('         Back since its acceptance ended on 2026-11-01. Accepted: Soon');
  });

  it('are struck through in Markdown', () => {
    const lines = reportToMarkdown(waived, built.graph, itil4).replaceAll('\u00a0', ' ').split('\n');
    expect(lines).toContain(
      '| ~~Error~~ | ~~Approve~~ | ~~Waits 5h for 6m of work – 82 % of the lead time~~ | Accepted by Ana on 2026-11-01 until 2026-12-31: Law \\| duty | flow-dominant-wait |',
    );
  });

  it('stand with their reason in JSON', () => {
    const { findings }: { findings: Record<string, unknown>[] } = JSON.parse(
      reportToJson(waived, built.graph),
    );
    expect(findings.find(({ rule }) => rule === 'flow-dominant-wait')).toMatchObject({
      waived: true,
      returned: null,
      waiver: { id: 'one', reason: 'Law | duty', author: 'Ana', on: '2026-11-01', expires: '2026-12-31' },
    });
    expect(findings.find(({ rule }) => rule === 'waste-motion-rekeying')).toMatchObject({
      waived: false,
      returned: 'expired',
      waiver: { id: 'two' },
    });
  });
});

describe('the JSON of a report', () => {
  const printed: unknown = JSON.parse(reportToJson(report, built.graph));

  it('has hours, three severities, evidence, limits, impact and trust', () => {
    expect(printed).toMatchObject({
      schema: 1,
      map: { id: 'map', name: 'Current state', state: 'current' },
      gaps: [{ rule: 'flow-lead-time-over-target', about: ['map'], missing: ['target_lead_time'] }],
      failed: [],
    });
    expect(printed).toHaveProperty('findings.0', {
      rule: 'waste-overprocessing-nva-step',
      severity: 'error',
      about: ['approve'],
      message: 'Adds no value and nobody requires it, yet costs 5h 06m per item and 12h of work a month',
      evidence: {
        timePerItem: { unit: 'hours', value: 5.1 },
        hoursPerMonth: { unit: 'hoursPerMonth', value: 12 },
      },
      threshold: { least: 1 / 60, work: 1 },
      impact: { leadTimeHours: 5.1, effortHoursPerMonth: 12 },
      confidence: 0.6,
      supersededBy: null,
      waived: false,
      waiver: null,
      returned: null,
    });
    expect(printed).toHaveProperty('findings.1.threshold', { share: 0.2, mult: 3 });
  });

  it('lists raw findings, folded and accepted ones too', () => {
    const waivers = {
      one: { map: 'map', rule: 'waste-overprocessing-nva-step', about: 'approve', reason: 'Law' },
    };
    const folded = buildMap((m) => inARow(m, { register: { value: 'NVA', rekeys: true } }));
    const marks = (raw: Report, graph = built.graph): unknown[][] => {
      const { findings }: { findings: Record<string, unknown>[] } = JSON.parse(reportToJson(raw, graph));
      return findings.map((each) => [each.rule, each.waived, each.supersededBy]);
    };
    expect(marks(judge(built, { rules: only, waivers }))).toContainEqual([
      'waste-overprocessing-nva-step',
      true,
      null,
    ]);
    expect(marks(judge(folded, { rules: only }), folded.graph)).toEqual([
      ['waste-overprocessing-nva-step', false, 'waste-motion-rekeying'],
      ['waste-motion-rekeying', false, null],
    ]);
  });
});

interface Sarif {
  readonly $schema: string;
  readonly version: string;
  readonly runs: readonly {
    readonly tool: { readonly driver: { readonly name: string; readonly rules: readonly { id: string }[] } };
    readonly results: readonly {
      readonly ruleId: string;
      readonly ruleIndex: number;
      readonly kind: string;
      readonly level: string;
      readonly message: { readonly text: string };
      readonly locations: readonly {
        readonly physicalLocation: { readonly artifactLocation: { readonly uri: string } };
        readonly logicalLocations: readonly { readonly name: string; readonly fullyQualifiedName: string }[];
      }[];
      readonly suppressions?: readonly { readonly kind: string; readonly status: string }[];
    }[];
    readonly invocations: readonly {
      readonly executionSuccessful: boolean;
      readonly toolExecutionNotifications: readonly { readonly associatedRule: { readonly id: string } }[];
    }[];
  }[];
}

const sarifOf = (raw: Report): Sarif =>
  JSON.parse(reportToSarif(raw, built.graph, { uri: 'maps/laptop.vsmap', version: '0.1.0' }));

describe('the SARIF log of a report', () => {
  const log = sarifOf(report);
  const [run] = log.runs;

  it('has the shape of SARIF 2.1.0', () => {
    expect(log.version).toBe('2.1.0');
    expect(log.$schema).toMatch(/sarif-schema-2\.1\.0\.json$/);
    expect(log.runs).toHaveLength(1);
    expect(run?.tool.driver.name).toBe('Streamwright');
    for (const result of run?.results ?? []) {
      expect(run?.tool.driver.rules[result.ruleIndex]?.id).toBe(result.ruleId);
      expect(result.message.text).not.toBe('');
      expect(['none', 'note', 'warning', 'error']).toContain(result.level);
      // Only a failure has a level: section 3.27.10 of the standard.
      expect(result.level === 'none').toBe(result.kind !== 'fail');
      expect(result.locations[0]?.physicalLocation.artifactLocation.uri).toBe('maps/laptop.vsmap');
    }
  });

  it('names the step in the message and in the place', () => {
    const wait = run?.results.find(({ ruleId }) => ruleId === 'flow-dominant-wait');
    expect(wait?.message.text).toBe('Approve: Waits 5h for 6m of work – 82\u00a0% of the lead time');
    expect(wait?.locations[0]?.logicalLocations).toEqual([
      { name: 'Approve', fullyQualifiedName: 'map/approve' },
    ]);
  });

  it('leaves a question open instead of failing it', () => {
    const question = run?.results.find(({ ruleId }) => ruleId === 'flow-lead-time-over-target');
    expect(question).toMatchObject({ kind: 'open', level: 'none' });
  });

  it('suppresses what the team accepted, and reports a rule that failed', () => {
    const waivers = { one: { map: 'map', rule: 'flow-dominant-wait', about: 'approve', reason: 'Law' } };
    const accepted = sarifOf(judge(built, { rules: only, waivers })).runs[0]?.results.find(
      ({ ruleId }) => ruleId === 'flow-dominant-wait',
    );
    expect(accepted?.suppressions).toEqual([
      { kind: 'inSource', status: 'accepted', justification: 'Accepted: Law' },
    ]);
    expect(run?.invocations[0]?.executionSuccessful).toBe(true);
    const invocation = sarifOf(failed).runs[0]?.invocations[0];
    expect(invocation?.executionSuccessful).toBe(false);
    expect(invocation?.toolExecutionNotifications[0]?.associatedRule.id).toBe('dq-missing-measures');
  });
});
