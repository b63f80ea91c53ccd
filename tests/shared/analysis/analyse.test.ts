import { describe, expect, it } from 'vitest';
import { allRules } from '../../../shared/analysis/all-rules';
import type { AnalysisRule } from '../../../shared/analysis/rule';
import { buildMap, hours } from '../../helpers/build-map';
import { findingsOf, inARow, judge } from './judge-map';

const broken: AnalysisRule = {
  ...(allRules[0] as AnalysisRule),
  id: 'dq-missing-measures',
  judge: () => {
    throw new Error('This rule is broken.');
  },
};

/** Receipt, an approval that waits long, and a step that types the asset record again. */
const request = buildMap((m) => {
  m.stream({ demandPerMonth: 600, targetLeadTime: hours(8) });
  inARow(m, {
    receive: { activity: 'engage', touchesConsumer: true, value: 'VA', processTime: 10, wait: 10 },
    approve: { kind: 'approval', value: 'NNVA', nnvaReason: 'risk', processTime: 5, wait: hours(20) },
    register: { kind: 'record', value: 'NVA', rekeys: true, processTime: 6, wait: 60, systems: ['assets'] },
  });
});

describe('a report', () => {
  it('stands when one rule crashes, and names the rule', () => {
    const whole = judge(request);
    const report = judge(request, {
      rules: allRules.map((rule) => (rule.id === broken.id ? broken : rule)),
    });
    expect(report.failed).toEqual(['dq-missing-measures']);
    expect(report.findings).toEqual(whole.findings.filter(({ rule }) => rule !== 'dq-missing-measures'));
    expect(whole.failed).toEqual([]);
  });

  it('keeps a folded finding and says which rule folds it', () => {
    const { findings } = judge(request);
    const onRegister = findings.filter(({ about }) => about[0] === 'register');
    expect(onRegister.map(({ rule, supersededBy }) => [rule, supersededBy])).toEqual([
      ['waste-overprocessing-nva-step', 'waste-motion-rekeying'],
      ['waste-motion-rekeying', null],
    ]);
  });

  it('folds nothing on another target', () => {
    const { findings } = judge(
      buildMap((m) =>
        inARow(m, { register: { rekeys: true, value: 'VA' }, route: { value: 'NVA', rekeys: false } }),
      ),
    );
    expect(findings.every(({ supersededBy }) => supersededBy === null)).toBe(true);
    expect(findings.map(({ rule }) => rule)).toContain('waste-overprocessing-nva-step');
  });

  it('puts first what keeps figures from being computed, then what saves most in a month', () => {
    const { findings } = judge(
      buildMap((m) => {
        m.stream({ demandPerMonth: 100 });
        m.start();
        m.step('route', { value: 'NVA', processTime: 5, wait: 20 });
        m.step('check', { value: 'NVA', processTime: 5, wait: 50 });
        m.step('fix', { value: 'VA', processTime: 5, wait: 0 });
        m.step('sort', { value: 'NVA', afterValue: true, processTime: 5, wait: 500 });
        m.end();
        m.path('start', 'route', 'check', 'fix', 'sort');
        m.flow('sort', 'end', { share: 0.5 });
      }),
    );
    const order = findings.map(({ rule, about }) => `${rule} ${about.join()}`);
    expect(order[0]).toBe('dq-split-probabilities sort');
    const waste = order.filter((each) => each.startsWith('waste-overprocessing-nva-step'));
    // 55 minutes for each of 100 items, then 25 minutes; the last one moves no clock.
    expect(waste.map((each) => each.split(' ')[1])).toEqual(['check', 'route', 'sort']);
  });

  it('weighs an hour of lead time by the cost of delay and an hour of work by the rate', () => {
    const order = (costOfDelayPerHour: number): string[] =>
      judge(
        buildMap((m) => {
          m.stream({ demandPerMonth: 100, costOfDelayPerHour });
          m.role('agent', { ratePerHour: 50 });
          inARow(m, {
            // 10 minutes of waiting against 9 minutes of work that a machine could do.
            wait: { value: 'NVA', processTime: 0, wait: 10 },
            type: { value: 'VA', automation: 'manual', standardised: true, processTime: 20, wait: 0 },
          });
        }),
      )
        .findings.filter(({ impact }) => impact.leadTime !== null || impact.effortPerMonth !== null)
        .map(({ rule }) => rule)
        .filter(
          (rule) => rule === 'waste-overprocessing-nva-step' || rule === 'principle-manual-standard-work',
        );
    expect(order(1)).toEqual(['principle-manual-standard-work', 'waste-overprocessing-nva-step']);
    expect(order(500)).toEqual(['waste-overprocessing-nva-step', 'principle-manual-standard-work']);
  });

  it('is worth the minutes that the catalogue says', () => {
    const of = (rule: string) => judge(request).findings.find((finding) => finding.rule === rule)?.impact;
    expect(of('flow-dominant-wait')).toEqual({ leadTime: 1200 - 3 * 5, effortPerMonth: null });
    // 10 + 10, 5 + 1200, 6 + 60 minutes against eight hours.
    expect(of('flow-lead-time-over-target')).toEqual({ leadTime: 1291 - 480, effortPerMonth: null });
    expect(of('waste-overprocessing-nva-step')).toEqual({ leadTime: 66, effortPerMonth: 3600 });
    expect(of('waste-motion-rekeying')).toEqual({ leadTime: null, effortPerMonth: 3600 });
  });

  it('trusts a claim no more than the weakest value in it', () => {
    const confidence = (source: 'measured' | 'log' | 'estimate' | 'guess'): number | undefined =>
      findingsOf('waste-overprocessing-nva-step', (m) =>
        inARow(m, {
          route: {
            value: 'NVA',
            processTime: { likely: 5, source: 'measured' },
            wait: { likely: 20, source },
          },
        }),
      )[0]?.confidence;
    expect(['measured', 'log', 'estimate', 'guess'].map((source) => confidence(source as 'log'))).toEqual([
      1, 0.9, 0.6, 0.3,
    ]);
  });

  it('tells the cost of a loop as the difference to the same map without it', () => {
    const [loop] = findingsOf('waste-defects-rework-loop', (m) => {
      m.stream({ demandPerMonth: 100 });
      m.start();
      m.step('write', { processTime: 30, wait: 60, crew: 2 });
      m.step('review', { processTime: 10, wait: 20 });
      m.end();
      m.path('start', 'write', 'review');
      m.flow('review', 'write', { kind: 'rework', share: 0.2 });
      m.flow('review', 'end', { share: 0.8 });
    });
    // With the loop each step is visited 1.25 times: a quarter of 120 minutes and of 70 person-minutes more.
    expect(loop?.impact.leadTime).toBeCloseTo(30, 9);
    expect(loop?.impact.effortPerMonth).toBeCloseTo(1750, 9);
    expect(loop?.message).toBe(
      '20 % go back to “Write”, which adds 30m per item and 29h 10m of work a month'.replaceAll(
        ' %',
        '\u00a0%',
      ),
    );
  });
});

describe('a report asks', () => {
  it('which steps lack what, once for each rule and field', () => {
    const report = judge(
      buildMap((m) => {
        m.stream({ targetLeadTime: 60 });
        inARow(m, { log: { processTime: 5 }, fix: { processTime: 5 } });
      }),
    );
    const gap = report.gaps.find(({ rule }) => rule === 'flow-lead-time-over-target');
    expect(gap).toEqual({
      rule: 'flow-lead-time-over-target',
      about: ['log', 'fix'],
      missing: ['wait'],
      question: 'How long do items wait before “Log” and “Fix”?',
    });
  });

  it('nothing where the known times alone miss the target', () => {
    const report = judge(
      buildMap((m) => {
        m.stream({ targetLeadTime: 60 });
        inARow(m, { log: { processTime: 50 }, fix: { processTime: 50 } });
      }),
    );
    const late = report.findings.find(({ rule }) => rule === 'flow-lead-time-over-target');
    expect(late?.message).toBe('Takes at least 1h 40m, 67\u00a0% over the target of 1h');
    expect(report.gaps.some(({ rule }) => rule === 'flow-lead-time-over-target')).toBe(false);
  });

  it('nothing where what is unknown cannot reach the limit', () => {
    const asks = (steps: number): boolean =>
      judge(
        buildMap((m) =>
          inARow(
            m,
            Object.fromEntries(
              Array.from({ length: steps }, (_, at) => [
                `s${String(at)}`,
                at === 2 ? {} : { team: at % 2 === 0 ? 'A' : 'B' },
              ]),
            ),
          ),
        ),
      ).gaps.some(({ rule }) => rule === 'waste-transport-handoffs');
    // Seven steps in a row change hands six times at most, which is the limit.
    expect(asks(7)).toBe(false);
    expect(asks(8)).toBe(true);
  });

  it('nothing of steps that no item reaches, but why they are there', () => {
    const report = judge(
      buildMap((m) => {
        inARow(m, { fix: { value: 'VA' } });
        m.step('loose', { value: 'NVA' });
      }),
    );
    const all = [...report.findings, ...report.gaps];
    const speaking = (id: string): string[] =>
      all.filter(({ about }) => about.includes(id)).map(({ rule }) => rule);
    expect(speaking('fix')).not.toEqual([]);
    expect(speaking('loose')).toEqual(['dq-unreachable-step']);
  });

  it('nothing of an empty map', () => {
    expect(judge(buildMap(() => undefined))).toMatchObject({
      profile: 'review',
      findings: [],
      gaps: [],
      failed: [],
    });
  });
});

describe('a report spares', () => {
  const template = buildMap((m) => {
    m.stream({ template: 'incident-restoration' });
    inARow(m, { log: { value: 'VA' } });
  });
  const asks = (suppressForTemplates: boolean): boolean =>
    judge(template, { suppressForTemplates }).findings.some(
      ({ rule }) => rule === 'principle-unobserved-current-state',
    );

  it('untouched templates in the app, not on the command line', () => {
    expect(asks(true)).toBe(false);
    expect(asks(false)).toBe(true);
  });

  it('what the team accepted, until the waiver expires', () => {
    const waiver = { map: 'map', rule: 'flow-dominant-wait', about: 'approve', reason: 'Required by law' };
    const isWaived = (expires?: string): boolean | undefined =>
      judge(request, {
        waivers: { w: { ...waiver, ...(expires === undefined ? {} : { expires }) } },
      }).findings.find(({ rule }) => rule === 'flow-dominant-wait')?.waived;
    expect(isWaived()).toBe(true);
    expect(isWaived('2026-11-21')).toBe(true);
    expect(isWaived('2026-11-20')).toBe(false);
    expect(judge(request).findings.some(({ waived }) => waived)).toBe(false);
  });
});

describe('a profile', () => {
  it('changes limits and severities as data', () => {
    const old = buildMap((m) => {
      m.map({ observedOn: '2026-08-01' });
      inARow(m, { check: { value: 'NNVA' } });
    });
    const severities = (profile: 'workshop' | 'review' | 'audit') =>
      Object.fromEntries(judge(old, { profile }).findings.map(({ rule, severity }) => [rule, severity]));
    expect(severities('review')).toMatchObject({ 'value-nnva-without-reason': 'medium' });
    expect(severities('review')).not.toHaveProperty('principle-unobserved-current-state');
    expect(severities('audit')).toMatchObject({
      'value-nnva-without-reason': 'high',
      'principle-unobserved-current-state': 'medium',
    });
    expect(severities('workshop')).toEqual(severities('review'));
  });

  it('knows every rule and option that it changes', async () => {
    const { profiles } = await import('../../../shared/analysis/profiles');
    for (const profile of Object.values(profiles)) {
      for (const [id, options] of Object.entries(profile.options)) {
        const rule = allRules.find((each) => each.id === id);
        expect(Object.keys(rule?.options ?? {})).toEqual(expect.arrayContaining(Object.keys(options)));
      }
      const ids = allRules.map(({ id }) => id);
      expect(ids).toEqual(expect.arrayContaining([...Object.keys(profile.severity), ...profile.background]));
    }
  });
});
