import { describe, expect, it } from 'vitest';
import type { MapBuilder, StepFields } from '../../helpers/build-map';
import { findingsOf, inARow } from './judge-map';

type Tell = (m: MapBuilder) => void;

/** The severity of the one finding of a rule, or "nothing". */
function verdict(rule: string, tell: Tell): string {
  const findings = findingsOf(rule, tell);
  expect(findings.length).toBeLessThan(2);
  return findings[0]?.severity ?? 'nothing';
}

const row =
  (steps: Readonly<Record<string, StepFields>>): Tell =>
  (m) =>
    inARow(m, steps);

const many = (count: number, fields: (at: number) => StepFields): Record<string, StepFields> =>
  Object.fromEntries(Array.from({ length: count }, (_, at) => [`s${String(at)}`, fields(at)]));

/** 100 minutes of lead time, of which the first wait takes a part. */
const waitOf = (wait: number): Tell =>
  row({ queue: { wait, processTime: 0 }, work: { wait: 0, processTime: 100 - wait } });

const waitBefore = (wait: number, processTime: number): Tell =>
  row({ queue: { wait, processTime }, rest: { wait: 0, processTime: 1 } });

const leadTimeOf =
  (minutes: number): Tell =>
  (m) => {
    m.stream({ targetLeadTime: 480 });
    inARow(m, { fulfil: { wait: 0, processTime: minutes } });
  };

const known: StepFields = { processTime: 1, wait: 1, completeAccurate: 1 };

/** Steps of which some lack a field. */
const lacking = (field: 'processTime' | 'wait' | 'completeAccurate', of: number, count = 1): Tell =>
  row(
    many(of, (at) => {
      const { [field]: gone, ...rest } = known;
      return at < count ? rest : { ...rest, [field]: gone };
    }),
  );

const exits =
  (first: number, second: number): Tell =>
  (m) => {
    m.start();
    m.step('triage');
    m.step('fix');
    m.end();
    m.path('start', 'triage');
    m.flow('triage', 'fix', { share: first });
    m.flow('triage', 'end', { share: second });
    m.path('fix', 'end');
  };

/** A row of steps of alternating teams: one hand-off fewer than steps; and a part of the items that goes on to one more team. */
const handoffs =
  (count: number, more = 0): Tell =>
  (m) => {
    const steps = many(count + 1, (at) => ({ team: at % 2 === 0 ? 'A' : 'B' }));
    const last = `s${String(count)}`;
    m.start();
    for (const [id, fields] of Object.entries(steps)) m.step(id, fields);
    m.step('more', { team: 'C' });
    m.end();
    m.path('start', ...Object.keys(steps));
    m.flow(last, 'more', { share: more });
    m.flow(last, 'end', { share: 1 - more });
    m.path('more', 'end');
  };

const approvals = (count: number, of: number): Tell =>
  row(many(of, (at) => ({ kind: at < count ? 'approval' : 'work' })));

/** A part of the items is sent back by the last step: passes per item are share / (1 - share). */
const sentBack =
  (share: number): Tell =>
  (m) => {
    m.start();
    m.step('work');
    m.step('verify');
    m.end();
    m.path('start', 'work', 'verify');
    m.flow('verify', 'work', { kind: 'rework', share });
    m.flow('verify', 'end', { share: 1 - share });
  };

/** A part of the items needs a diagnosis, which is repeated for some: visits are reach / (1 - share). */
const repeated =
  (reach: number, share: number): Tell =>
  (m) => {
    m.start();
    m.step('triage');
    m.step('diagnose');
    m.end();
    m.path('start', 'triage');
    m.flow('triage', 'diagnose', { share: reach });
    m.flow('triage', 'end', { share: 1 - reach });
    m.flow('diagnose', 'diagnose', { kind: 'rework', share });
    m.flow('diagnose', 'end', { share: 1 - share });
  };

const observed =
  (observedOn: string, guesses = 0, times = 1): Tell =>
  (m) => {
    m.map({ observedOn });
    inARow(
      m,
      many(times, (at) => ({ processTime: { likely: 1, source: at < guesses ? 'guess' : 'measured' } })),
    );
  };

const standardWork =
  (minutes: number): Tell =>
  (m) => {
    m.stream({ demandPerMonth: 120 });
    inARow(m, { book: { automation: 'manual', standardised: true, processTime: minutes } });
  };

describe('a limit decides exactly where it says', () => {
  it.each<[rule: string, limit: string, tell: Tell, verdict: string]>([
    ['flow-dominant-wait', 'a fifth of the lead time', waitOf(20), 'high'],
    ['flow-dominant-wait', 'a fifth, a rounding error less', waitOf(20 - 1e-9), 'high'],
    ['flow-dominant-wait', 'less than a fifth', waitOf(19.9999), 'nothing'],
    ['flow-dominant-wait', 'three times the work', waitBefore(30, 10), 'high'],
    ['flow-dominant-wait', 'three times 0.1, a rounding error apart', waitBefore(0.3, 0.1), 'high'],
    ['flow-dominant-wait', 'less than three times the work', waitBefore(29.999, 10), 'nothing'],

    ['flow-lead-time-over-target', 'the target', leadTimeOf(480), 'nothing'],
    ['flow-lead-time-over-target', 'more than the target', leadTimeOf(480.001), 'medium'],
    ['flow-lead-time-over-target', 'one and a half targets', leadTimeOf(720), 'medium'],
    ['flow-lead-time-over-target', 'more than one and a half', leadTimeOf(720.001), 'error'],

    ['dq-missing-measures', 'nothing', row({ a: known }), 'nothing'],
    ['dq-missing-measures', 'one process time of five', lacking('processTime', 5), 'medium'],
    ['dq-missing-measures', 'one process time of four', lacking('processTime', 4), 'high'],
    ['dq-missing-measures', 'one wait of five', lacking('wait', 5), 'medium'],
    ['dq-missing-measures', 'one wait of four', lacking('wait', 4), 'high'],
    ['dq-missing-measures', 'one %C&A of four', lacking('completeAccurate', 4), 'nothing'],
    ['dq-missing-measures', '51 %C&A of 203', lacking('completeAccurate', 203, 51), 'medium'],
    ['dq-missing-measures', '41 waits of 204', lacking('wait', 204, 41), 'high'],

    ['dq-split-probabilities', '99 %', exits(0.5, 0.49), 'nothing'],
    ['dq-split-probabilities', 'less than 99 %', exits(0.5, 0.48999), 'error'],
    ['dq-split-probabilities', '101 %', exits(0.5, 0.51), 'nothing'],
    ['dq-split-probabilities', 'more than 101 %', exits(0.5, 0.51001), 'error'],

    ['dq-unclassified-steps', 'all classed', row({ a: { value: 'VA' } }), 'nothing'],
    [
      'dq-unclassified-steps',
      'one of twenty not classed',
      row({ ...many(19, () => ({ value: 'VA' })), b: {} }),
      'low',
    ],

    ['waste-transport-handoffs', 'six', handoffs(6), 'nothing'],
    ['waste-transport-handoffs', 'a little more than six', handoffs(6, 0.001), 'medium'],
    ['waste-transport-handoffs', 'ten', handoffs(10), 'medium'],
    ['waste-transport-handoffs', 'a little more than ten', handoffs(10, 0.001), 'high'],

    ['waste-overprocessing-approvals', 'one of six', approvals(1, 6), 'nothing'],
    ['waste-overprocessing-approvals', 'two of twelve', approvals(2, 12), 'high'],
    ['waste-overprocessing-approvals', 'one of five, a fifth', approvals(1, 5), 'nothing'],
    ['waste-overprocessing-approvals', 'one of four, more than a fifth', approvals(1, 4), 'high'],

    ['waste-defects-rework-loop', '0.1 passes', sentBack(1 / 11), 'medium'],
    ['waste-defects-rework-loop', 'less than 0.1 passes', sentBack(0.09089), 'nothing'],
    ['waste-defects-rework-loop', '0.25 passes', sentBack(0.2), 'high'],
    ['waste-defects-rework-loop', 'less than 0.25 passes', sentBack(0.19999), 'medium'],
    ['waste-defects-rework-loop', '15 % at a step that 20 % reach', repeated(0.17, 0.15), 'medium'],
    ['waste-defects-rework-loop', '15 % at a step that fewer reach', repeated(0.16999, 0.15), 'nothing'],
    [
      'waste-defects-rework-loop',
      'less than 15 % at a step that 35 % reach',
      repeated(0.3, 0.14999),
      'nothing',
    ],
    ['waste-defects-rework-loop', '15 % at a step that 35 % reach', repeated(0.3, 0.15), 'medium'],

    ['principle-unobserved-current-state', '180 days ago', observed('2026-05-25'), 'nothing'],
    ['principle-unobserved-current-state', '181 days ago', observed('2026-05-24'), 'medium'],
    ['principle-unobserved-current-state', 'half guessed', observed('2026-11-20', 2, 4), 'nothing'],
    ['principle-unobserved-current-state', '51 of 101 guessed', observed('2026-11-20', 51, 101), 'medium'],

    ['principle-manual-standard-work', '20 hours a month', standardWork(10), 'medium'],
    ['principle-manual-standard-work', 'less than 20 hours', standardWork(9.999), 'nothing'],
  ])('%s: %s', (rule, _limit, tell, expected) => {
    expect(verdict(rule, tell)).toBe(expected);
  });
});
