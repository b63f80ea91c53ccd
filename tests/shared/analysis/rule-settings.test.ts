import { describe, expect, it } from 'vitest';
import { allRules } from '../../../shared/analysis/all-rules';
import { profiles } from '../../../shared/analysis/profiles';
import type { AnalysisRule } from '../../../shared/analysis/rule';
import { type RuleSettings, settingsOf } from '../../../shared/analysis/rule-settings';
import type { Report } from '../../../shared/analysis/types';
import { computeFigures } from '../../../shared/figures/compute-figures';
import type { RuleSetting } from '../../../shared/model/project';
import { buildMap } from '../../helpers/build-map';
import { inARow, judge } from './judge-map';

const rule = 'flow-dominant-wait';

/** Two waits: 60 of 200 minutes of lead time before the check, 100 before the approval. */
const built = buildMap((m) =>
  inARow(m, {
    check: { processTime: 20, wait: 60 },
    approve: { processTime: 20, wait: 100 },
  }),
);

const inProject = (...list: RuleSetting[]): RuleSettings => ({
  application: [],
  project: Object.fromEntries(list.map((setting, at) => [`s${String(at)}`, setting])),
});

const reportOf = (settings: RuleSettings): Report => judge(built, { settings });

/** What the rule finds: targets with their severity. */
const found = (settings: RuleSettings): Record<string, string> =>
  Object.fromEntries(
    reportOf(settings)
      .findings.filter((finding) => finding.rule === rule)
      .map(({ about, severity }) => [about.join(' '), severity]),
  );

const share = (value: number, about?: string): RuleSetting => ({
  rule,
  options: { share: value },
  ...(about === undefined ? {} : { about }),
});

describe('a setting of a rule', () => {
  it('is not needed', () => {
    expect(found(inProject())).toEqual({ check: 'high', approve: 'high' });
  });

  it('of the nearest layer wins: project over computer, map over project, step over map', () => {
    const layers = {
      application: [share(0.9)],
      project: { p: share(0.4), m: share(0.9, 'map'), s: share(0.1, 'check') },
    };
    const { p, m, s } = layers.project;
    expect(found({ application: layers.application, project: {} })).toEqual({});
    expect(found({ ...layers, project: { p } })).toEqual({ approve: 'high' });
    expect(found({ ...layers, project: { p, m } })).toEqual({});
    expect(found({ ...layers, project: { p, m, s } })).toEqual({ check: 'high' });
  });

  it('changes one field and leaves the others to the wider layers', () => {
    const severity: RuleSetting = { rule, about: 'map', severity: 'low' };
    expect(found(inProject(share(0.4), severity))).toEqual({ approve: 'low' });
    // Two thirds of 160 minutes of waiting against three times the work: a multiple of 6 leaves neither.
    expect(found(inProject(share(0.4), { rule, about: 'map', options: { mult: 6 } }))).toEqual({});
  });

  it('of another map or another rule says nothing', () => {
    expect(
      found(inProject(share(0.9, 'other'), { ...share(0.9), rule: 'waste-transport-handoffs' })),
    ).toEqual({ check: 'high', approve: 'high' });
  });

  it('holds for one step only, and the limit stands in its finding', () => {
    const report = reportOf(inProject(share(0.9, 'approve')));
    const shown = report.findings.filter((finding) => finding.rule === rule);
    expect(shown.map(({ about, threshold }) => [about[0], threshold.share])).toEqual([['check', 0.2]]);
    const raised = reportOf(inProject(share(0.45, 'approve')));
    expect(
      raised.findings.find(({ about, rule: id }) => id === rule && about[0] === 'approve'),
    ).toMatchObject({
      threshold: { share: 0.45, mult: 3 },
    });
  });

  it('mutes a rule everywhere, or at one step alone', () => {
    expect(found(inProject({ rule, severity: 'off' }))).toEqual({});
    expect(found(inProject({ rule, about: 'approve', severity: 'off' }))).toEqual({ check: 'high' });
    expect(
      found(inProject({ rule, severity: 'off' }, { rule, about: 'approve', severity: 'medium' })),
    ).toEqual({ approve: 'medium' });
  });

  it('mutes the questions of a rule too', () => {
    const open = buildMap((m) => inARow(m, { check: { processTime: 20 }, approve: { processTime: 20 } }));
    const asked = (settings?: RuleSettings): string[] =>
      judge(open, settings === undefined ? {} : { settings })
        .gaps.filter((gap) => gap.rule === rule)
        .flatMap(({ about }) => about);
    expect(asked()).toEqual(['check', 'approve']);
    expect(asked(inProject({ rule, severity: 'off' }))).toEqual([]);
    expect(asked(inProject({ rule, about: 'check', severity: 'off' }))).toEqual(['approve']);
  });

  it('decides the severity even where the rule raises its own', () => {
    const late = buildMap((m) => {
      m.stream({ targetLeadTime: 10 });
      inARow(m, { fulfil: { wait: 0, processTime: 100 } });
    });
    const severity = (settings?: RuleSettings): string | undefined =>
      judge(late, settings === undefined ? {} : { settings }).findings.find(
        (each) => each.rule === 'flow-lead-time-over-target',
      )?.severity;
    expect(severity()).toBe('error');
    expect(severity(inProject({ rule: 'flow-lead-time-over-target', severity: 'low' }))).toBe('low');
  });

  it('that nobody can use is left out: unknown rules and limits, no numbers, and values beyond the ends', () => {
    const odd = { share: Number.NaN, mult: Number.POSITIVE_INFINITY, constructor: 3, unheard: 1 };
    const settings = inProject({ rule, options: odd }, { rule: 'no-such-rule', severity: 'off' });
    expect(reportOf(settings)).toEqual(reportOf(inProject()));
    const threshold = (value: number): number | undefined =>
      reportOf(inProject({ rule, options: { mult: value } })).findings.find((each) => each.rule === rule)
        ?.threshold.mult;
    expect(threshold(-5)).toBe(0);
    const clamped = settingsOf(ruleOf(), {
      profile: profiles.review,
      settings: inProject(share(7)),
      map: 'map',
    });
    expect(clamped.general.options.share).toBe(1);
  });

  it('tells of each value where it was set', () => {
    const { general, targets } = settingsOf(ruleOf(), {
      profile: profiles.audit,
      settings: {
        application: [{ rule, severity: 'low' }],
        project: { a: share(0.5), b: share(0.6, 'check') },
      },
      map: 'map',
    });
    expect(general.from).toEqual({ share: 'project', mult: 'profile', severity: 'application' });
    expect(targets.get('check')?.from).toEqual({ share: 'target', mult: 'profile', severity: 'application' });
  });
});

function ruleOf(): AnalysisRule {
  const wanted = allRules.find((each) => each.id === rule);
  if (wanted === undefined) throw new Error('The rule is gone.');
  return wanted;
}

describe('muting', () => {
  it('changes no figure and no other finding', () => {
    const before = computeFigures(built.graph).figure;
    const all = reportOf(inProject());
    const muted = reportOf(inProject({ rule, severity: 'off' }));
    expect(computeFigures(built.graph).figure).toEqual(before);
    const others = (report: Report): unknown[] =>
      report.findings
        .filter((finding) => finding.rule !== rule)
        .map((finding) => ({ ...finding, supersededBy: null }));
    expect(others(muted)).toEqual(others(all));
  });
});
