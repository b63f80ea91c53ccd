import { describe, expect, it } from 'vitest';
import { allRules } from '../../../shared/analysis/all-rules';
import { nameOf } from '../../../shared/analysis/names';
import { nextPlace } from '../../../shared/analysis/present-gaps';
import { presentFindings } from '../../../shared/analysis/present-findings';
import { groupOf } from '../../../shared/analysis/severity-groups';
import { itil4 } from '../../../shared/catalogue/itil4/itil4';
import { type BuiltMap, buildMap } from '../../helpers/build-map';
import { inARow, judge, type JudgeOptions } from './judge-map';

/** Few rules, so that what stands in the panel can be told by hand. */
const few = [
  'dq-missing-measures',
  'dq-split-probabilities',
  'dq-unclassified-steps',
  'flow-dominant-wait',
  'flow-lead-time-over-target',
  'waste-transport-handoffs',
  'waste-motion-rekeying',
  'waste-overprocessing-approvals',
  'waste-overprocessing-nva-step',
  'waste-defects-rework-loop',
  'value-nnva-without-reason',
  'value-no-consumer-contact',
  'principle-unobserved-current-state',
  'principle-no-feedback-loop',
  'principle-manual-standard-work',
];
const rules = allRules.filter(({ id }) => few.includes(id));

const present = (built: BuiltMap, options?: JudgeOptions) =>
  presentFindings(judge(built, { rules, ...options }), built.graph, itil4);

const known = { activity: 'improve', touchesConsumer: true, kind: 'work', automation: 'automated' } as const;

/** Everything is known and nothing is wrong, but for what a test changes. */
const quiet = { ...known, value: 'VA', processTime: 10, wait: 0, completeAccurate: 1, team: 'Desk' } as const;

const observed = buildMap((m) => {
  m.stream({ demandPerMonth: 100, targetLeadTime: 5000 });
  m.map({ observedOn: '2026-11-01' });
  m.start();
  m.step('take-in', { ...quiet, activity: 'engage' });
  m.step('check', { ...quiet, value: 'NVA', rekeys: true, wait: 500 });
  m.step('fix', { ...quiet, wait: 10 });
  m.end();
  m.path('start', 'take-in', 'check', 'fix');
  m.flow('fix', 'check', { kind: 'rework', share: 0.3 });
  m.flow('fix', 'end', { share: 0.7 });
});

describe('the rows of the panel', () => {
  it('say severity, sentence, place, principles, wastes, rule and limits', () => {
    const row = present(observed).rows.find(({ rule }) => rule === 'flow-dominant-wait');
    expect(row).toMatchObject({
      key: 'flow-dominant-wait check',
      group: 'error',
      // 1 / 0.7 visits of check and fix: 500 of 500 + 10 + 10 + 10, and 10 minutes before them.
      sentence:
        'Waits 8h 20m each time for 10m of work, at 143 visits per 100 items: 11h 54m per item – 93\u00a0% of the lead time',
      where: { name: 'Check', ids: ['check'] },
      principles: ['Optimize and automate', 'Focus on value'],
      wastes: ['Waiting'],
      howToChange:
        'Share of the lead time: 20\u00a0% · Multiple of the work that follows: 3 × · Limits of the profile “Review”',
      isBackground: false,
    });
  });

  it('say where a limit was set by hand', () => {
    const settings = {
      application: [],
      project: { one: { rule: 'flow-dominant-wait', options: { share: 0.3 } } },
    };
    const row = present(observed, { settings }).rows.find(({ rule }) => rule === 'flow-dominant-wait');
    expect(row?.howToChange).toBe(
      'Share of the lead time: 30\u00a0% · Multiple of the work that follows: 3 × · Limits set by hand',
    );
  });

  it('name the node that a loop leaves, and select the loop', () => {
    const row = present(observed).rows.find(({ rule }) => rule === 'waste-defects-rework-loop');
    expect(row?.where).toEqual({ name: 'Fix', ids: ['fix--check'] });
    expect(row?.sentence).toMatch(/^30\u00a0% go back to “Check”, which adds /);
  });

  it('fold a finding into the one that says more, and put what is accepted last', () => {
    const { rows } = present(observed);
    expect(rows.some(({ rule }) => rule === 'waste-overprocessing-nva-step')).toBe(false);
    const rekeying = rows.find(({ rule }) => rule === 'waste-motion-rekeying');
    expect(rekeying?.folds).toEqual(['Also: A step adds no value and nobody requires it']);
    const waiver = { map: 'map', rule: 'waste-motion-rekeying', about: 'check', reason: 'Law' };
    const { rows: left } = present(observed, { waivers: { one: waiver } });
    expect(left.filter(({ rule }) => rule === 'waste-motion-rekeying')).toEqual([left.at(-1)]);
    expect(left.at(-1)).toMatchObject({ isWaived: true, waiverWords: 'Accepted: Law' });
  });

  it('stand worst first, and within a severity by importance', () => {
    const groups = present(observed).rows.map(({ group }) => group);
    expect(groups).toEqual([...groups].sort((a, b) => 'ewi'.indexOf(a[0] ?? '') - 'ewi'.indexOf(b[0] ?? '')));
    expect(groups).toEqual(expect.arrayContaining(['error', 'warning']));
  });

  it('say of the whole map what concerns no step alone, and select the steps involved', () => {
    const built = buildMap((m) =>
      inARow(m, { log: { ...quiet, activity: 'plan' }, fix: { activity: 'engage' } }),
    );
    const row = present(built).rows.find(({ rule }) => rule === 'dq-missing-measures');
    expect(row?.where).toEqual({ name: 'Whole map', ids: ['fix'] });
  });

  it('are seven at most at first in a workshop, none of them a matter of tidiness', () => {
    const built = buildMap((m) =>
      inARow(
        m,
        Object.fromEntries(
          Array.from({ length: 9 }, (_, at) => [`step${String(at)}`, { value: 'NVA', ...known } as const]),
        ),
      ),
    );
    const isFront = (options?: JudgeOptions): number =>
      present(built, options).rows.filter(({ isBackground }) => !isBackground).length;
    expect(isFront({ profile: 'workshop' })).toBe(7);
    expect(isFront()).toBe(present(built).rows.length);
    const untidy = buildMap((m) => inARow(m, { check: { ...quiet, value: 'NNVA' } }));
    const row = present(untidy, { profile: 'workshop' }).rows.find(
      ({ rule }) => rule === 'value-nnva-without-reason',
    );
    expect(row?.isBackground).toBe(true);
  });
});

describe('the place of a finding', () => {
  it('is told by the step before a fork that has no name of its own, and by the step after a join', () => {
    const { graph } = buildMap((m) => {
      m.start();
      m.step('log', { name: 'Log' });
      m.node('fork', 'fork', { name: 'Fork' });
      m.step('x', { name: 'X' });
      m.step('y', { name: 'Y' });
      m.node('join', 'join', { name: '' });
      m.step('close', { name: 'Close' });
      m.node('decision', 'own', { name: 'Is it urgent?' });
      m.end('end', { name: '' });
      m.path('start', 'log', 'fork', 'x', 'join', 'close', 'own', 'end');
      m.path('fork', 'y', 'join');
    });
    expect(['fork', 'join', 'own', 'end', 'fork--y'].map((id) => nameOf(graph, id))).toEqual([
      'Fork after Log',
      'Join before Close',
      'Is it urgent?',
      'Value',
      'Fork after Log → Y',
    ]);
  });
});

describe('what a workshop sees first', () => {
  const wasteful = Object.fromEntries(
    Array.from({ length: 9 }, (_, at) => [
      `step${String(at)}`,
      { ...quiet, processTime: 1000, value: 'NVA' } as const,
    ]),
  );

  it('is every error before anything lesser, though it is worth less', () => {
    // Nine steps of 1 000 minutes that add no value are worth more than a promise that cannot be kept.
    const built = buildMap((m) => {
      m.stream({ demandPerMonth: 100, targetLeadTime: 5 });
      inARow(m, wasteful);
    });
    const asWarning = { rule: 'waste-overprocessing-nva-step', severity: 'medium' as const };
    const settings = { application: [asWarning], project: {} };
    const { rows } = present(built, { profile: 'workshop', settings });
    const front = rows.filter(({ isBackground }) => !isBackground);
    expect(front).toHaveLength(7);
    const hidden = rows.filter(({ isBackground }) => isBackground);
    expect(front[0]).toMatchObject({ rule: 'flow-lead-time-over-target', group: 'error' });
    expect(hidden.some(({ rule }) => rule === 'waste-overprocessing-nva-step')).toBe(true);
    expect(hidden.some(({ group }) => group === 'error')).toBe(false);
  });

  it('is an error about the data, too, while the map is young', () => {
    const young = buildMap((m) => inARow(m, { log: { ...known, value: 'VA' }, fix: known }));
    const isHidden = (severity: 'medium' | 'high'): boolean | undefined => {
      const settings = { application: [{ rule: 'dq-missing-measures', severity }], project: {} };
      return present(young, { profile: 'workshop', settings }).rows.find(
        ({ rule }) => rule === 'dq-missing-measures',
      )?.isBackground;
    };
    expect(isHidden('medium')).toBe(true);
    expect(isHidden('high')).toBe(false);
  });
});

describe('an untouched template', () => {
  const told = { ...quiet, practices: ['incident-management'] } as const;
  const built = buildMap((m) => {
    m.stream({ template: 'incident', demandPerMonth: 100 });
    inARow(m, { log: told });
  });
  const about = allRules.filter(({ id }) =>
    ['principle-unobserved-current-state', 'dimension-stream-without-owner'].includes(id),
  );

  it('says how many findings wait until it is changed, and names them once it is judged like any other', () => {
    const spared = present(built, { rules: about, suppressForTemplates: true });
    expect(spared.rows).toEqual([]);
    expect(spared.spared).toMatch(/^2 more findings about where the data comes from/);
    const judged = present(built, { rules: about });
    expect([judged.rows.length, judged.spared]).toEqual([2, null]);
  });
});

describe('the badges of the canvas', () => {
  it('count what concerns a step, its loops too, and show the worst', () => {
    const { badges } = present(observed);
    // check: the wait and the re-keying (which folds the waste); fix: its loop.
    expect(badges.get('check')).toEqual({ count: 2, worst: 'error' });
    expect(badges.get('fix')).toEqual({ count: 1, worst: 'error' });
    expect([...badges.keys()].sort()).toEqual(['check', 'fix']);
  });
});

describe('the questions for the room', () => {
  it('are asked once, for all rules that wait for the answer', () => {
    const built = buildMap((m) => inARow(m, { log: {}, fix: {} }));
    const { gaps } = present(built);
    expect(new Set(gaps.map(({ question }) => question)).size).toBe(gaps.length);
    const value = gaps.find(({ missing }) => missing.includes('value'));
    expect(value).toMatchObject({
      question: 'Would the consumer miss “Log” and “Fix”? Or does a law, a contract or a risk require them?',
      ids: ['log', 'fix'],
      rules: ['waste-overprocessing-nva-step', 'value-nnva-without-reason'],
    });
  });

  it('lead from one place to the next, round and round', () => {
    expect(nextPlace(['a', 'b', 'c'], [])).toBe('a');
    expect(nextPlace(['a', 'b', 'c'], ['a'])).toBe('b');
    expect(nextPlace(['a', 'b', 'c'], ['c'])).toBe('a');
    expect(nextPlace(['a', 'b', 'c'], ['elsewhere'])).toBe('a');
    expect(nextPlace([], ['a'])).toBeUndefined();
  });

  it('name at most two of many steps', () => {
    const built = buildMap((m) => inARow(m, { a: {}, b: {}, c: {}, d: {} }));
    const team = present(built).gaps.find(({ missing }) => missing.includes('team'));
    expect(team).toBeUndefined();
    const value = present(built).gaps.find(({ missing }) => missing.includes('value'));
    expect(value?.question).toMatch(/^Would the consumer miss “A”, “B” and 2 more\?/);
  });
});

describe('severities', () => {
  it('are shown as three', () => {
    expect((['error', 'high', 'medium', 'low', 'info'] as const).map(groupOf)).toEqual([
      'error',
      'error',
      'warning',
      'info',
      'info',
    ]);
  });
});
