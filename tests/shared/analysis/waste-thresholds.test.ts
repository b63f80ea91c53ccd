import { describe, expect, it } from 'vitest';
import type { MapNode } from '../../../shared/model/project';
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
  (steps: Readonly<Record<string, StepFields>>, stream: Parameters<MapBuilder['stream']>[0] = {}): Tell =>
  (m) => {
    m.stream(stream);
    inARow(m, steps);
  };

/** Some items go back from the second of two steps to the first: passes per item are share / (1 - share). */
const back =
  (share: number, first: StepFields, second: StepFields): Tell =>
  (m) => {
    m.start();
    m.step('first', first);
    m.step('second', second);
    m.end();
    m.path('start', 'first', 'second');
    m.flow('second', 'first', { kind: 'rework', share });
    m.flow('second', 'end', { share: 1 - share });
  };

const bounce = (share: number): Tell => back(share, { team: 'A', kind: 'work' }, { team: 'B', kind: 'work' });

/** A part of the items reaches the specialists, who send a part of them back. */
const bounceOf =
  (reach: number, share: number): Tell =>
  (m) => {
    m.start();
    m.step('triage', { team: 'A', kind: 'work' });
    m.step('diagnose', { team: 'B', kind: 'work' });
    m.end();
    m.path('start', 'triage');
    m.flow('triage', 'diagnose', { share: reach });
    m.flow('triage', 'end', { share: 1 - reach });
    m.flow('diagnose', 'triage', { kind: 'rework', share });
    m.flow('diagnose', 'end', { share: 1 - share });
  };

const passing = (wait: number): Tell => row({ route: { kind: 'handoff', wait, processTime: 10 } });

/** 130 items a month of 173.33 hours: 6 a day. */
const queue = (items: number): Tell => row({ test: { wip: items } }, { demandPerMonth: 130 });

const growth = (departures: number): Tell =>
  row({ fulfil: {} }, { arrivalsPerMonth: 100, departuresPerMonth: departures });

/** 1000 minutes of lead time, part of them before an approval. */
const approval = (wait: number, processTime: number, fields: StepFields = {}): Tell =>
  row({
    approve: { kind: 'approval', wait, processTime, ...fields },
    work: { kind: 'work', wait: 0, processTime: 1000 - wait - processTime },
  });

const sides = (party: NonNullable<MapNode['party']>, wait: number, processTime: number): Tell =>
  row({
    theirs: { party, wait, processTime },
    ours: { party: 'provider', wait: 0, processTime: 1000 - wait - processTime },
  });

const refusing = (rejectRate: number, fields: StepFields = {}): Tell =>
  row({ approve: { kind: 'approval', rejectRate, ...fields } });

const checks = (count: number, minutes: number): Tell =>
  row({
    build: { kind: 'build', processTime: 100 - minutes },
    ...Object.fromEntries(
      Array.from({ length: count }, (_, at) => [
        `check-${String(at)}`,
        { kind: 'inspection', processTime: minutes / count } satisfies StepFields,
      ]),
    ),
  });

const quality = (completeAccurate: number, fields: StepFields = {}, demandPerMonth = 100): Tell =>
  row({ register: { completeAccurate, ...fields }, work: { completeAccurate: 1 } }, { demandPerMonth });

const rolled = (each: number): Tell => row({ a: { completeAccurate: each }, b: { completeAccurate: each } });

/** The rework share of the effort is the share of the returns. */
const repeated =
  (share: number): Tell =>
  (m) => {
    m.start();
    m.step('work', { processTime: 60 });
    m.end();
    m.path('start', 'work');
    m.flow('work', 'work', { kind: 'rework', share });
    m.flow('work', 'end', { share: 1 - share });
  };

const escalated =
  (share: number): Tell =>
  (m) => {
    m.start();
    m.step('triage');
    m.step('diagnose');
    m.end();
    m.path('start', 'triage');
    m.flow('triage', 'end', { share: 1 - share });
    m.flow('triage', 'diagnose', { kind: 'escalation', share });
    m.path('diagnose', 'end');
  };

/** One minute each: so many items are so many minutes a month. */
const expert = (gap: number, items: number): Tell =>
  row({ reset: { skillRequired: 1, skillTypical: 1 + gap, processTime: 1 } }, { demandPerMonth: items });

const systems = (count: number): Tell =>
  row({ enter: { systems: Array.from({ length: count }, (_, at) => `system-${String(at)}`) } });

const reports = (count: number): Tell =>
  row(
    Object.fromEntries(
      Array.from({ length: count }, (_, at) => [
        `report-${String(at)}`,
        { kind: 'communication', value: 'NNVA' } satisfies StepFields,
      ]),
    ),
  );

const stopped = (wait: number): Tell =>
  row({
    prepare: { wait, processTime: 0, barriers: { interruptions: 1 } },
    work: { wait: 0, processTime: 1000 - wait },
  });

describe('a limit of a rule about waste decides exactly where it says', () => {
  it.each<[rule: string, limit: string, tell: Tell, verdict: string]>([
    ['waste-transport-ping-pong', '0.15 returns', bounce(0.15 / 1.15), 'high'],
    ['waste-transport-ping-pong', 'less than 0.15 returns', bounce(0.1304), 'nothing'],
    ['waste-transport-ping-pong', '15 % back from where 20 % get', bounceOf(0.17, 0.15), 'nothing'],
    ['waste-transport-ping-pong', '15 % back from where a little over 20 % get', bounceOf(0.2, 0.15), 'high'],
    ['waste-transport-ping-pong', 'less than 15 % back', bounceOf(0.2, 0.1499), 'nothing'],

    ['waste-transport-pass-through', 'twice the work', passing(20), 'medium'],
    ['waste-transport-pass-through', 'less than twice the work', passing(19.999), 'nothing'],

    ['waste-inventory-queue', 'five days of work', queue(30), 'nothing'],
    ['waste-inventory-queue', 'a little more than five days', queue(30.01), 'medium'],

    ['waste-inventory-backlog-growth', '5 %', growth(95), 'nothing'],
    ['waste-inventory-backlog-growth', 'more than 5 %', growth(94.99), 'high'],

    ['waste-waiting-approval', 'ten times the work and 5 %', approval(50, 5), 'high'],
    ['waste-waiting-approval', 'less than ten times the work', approval(100, 10.001), 'nothing'],
    ['waste-waiting-approval', 'less than 5 %', approval(49.99, 1), 'nothing'],
    ['waste-waiting-approval', 'a law asks for it', approval(500, 5, { nnvaReason: 'legal' }), 'medium'],

    ['waste-waiting-consumer', 'a fifth', sides('consumer', 200, 0), 'low'],
    ['waste-waiting-consumer', 'less than a fifth', sides('consumer', 199.99, 500), 'nothing'],
    ['waste-waiting-supplier', '15 %', sides('partner', 100, 50), 'medium'],
    ['waste-waiting-supplier', 'less than 15 %', sides('partner', 100, 49.99), 'nothing'],

    ['waste-overprocessing-rubber-stamp', '3 %', refusing(0.03), 'medium'],
    ['waste-overprocessing-rubber-stamp', 'more than 3 %', refusing(0.0301), 'nothing'],
    ['waste-overprocessing-rubber-stamp', 'a law asks for it', refusing(0, { nnvaReason: 'legal' }), 'info'],

    ['waste-overprocessing-inspections', 'one check, 15 % of the effort', checks(1, 15), 'nothing'],
    ['waste-overprocessing-inspections', 'one check, more than 15 %', checks(1, 15.01), 'medium'],
    ['waste-overprocessing-inspections', 'two checks', checks(2, 1), 'medium'],

    ['waste-defects-low-quality-output', '80 %', quality(0.8), 'nothing'],
    ['waste-defects-low-quality-output', 'less than 80 %', quality(0.7999), 'medium'],
    ['waste-defects-low-quality-output', '60 %', quality(0.6), 'medium'],
    ['waste-defects-low-quality-output', 'less than 60 %', quality(0.5999), 'high'],
    ['waste-defects-low-quality-output', 'after the value point', quality(0.5, { afterValue: true }), 'low'],
    ['waste-defects-low-quality-output', 'one output a month', quality(0.5, {}, 1), 'high'],
    ['waste-defects-low-quality-output', 'fewer than one a month', quality(0.5, {}, 0.99), 'nothing'],

    ['waste-defects-rolled-quality', '85 % per step', rolled(0.85), 'nothing'],
    ['waste-defects-rolled-quality', 'less than 85 %', rolled(0.8499), 'medium'],
    ['waste-defects-rolled-quality', '75 % per step', rolled(0.75), 'medium'],
    ['waste-defects-rolled-quality', 'less than 75 %', rolled(0.7499), 'high'],

    ['waste-defects-rework-effort', '15 %', repeated(0.15), 'nothing'],
    ['waste-defects-rework-effort', 'more than 15 %', repeated(0.1501), 'medium'],
    ['waste-defects-rework-effort', '30 %', repeated(0.3), 'medium'],
    ['waste-defects-rework-effort', 'more than 30 %', repeated(0.3001), 'high'],

    ['waste-defects-failure-demand', 'a fifth', row({ a: {} }, { failureDemandShare: 0.2 }), 'nothing'],
    [
      'waste-defects-failure-demand',
      'over a fifth',
      row({ a: {} }, { failureDemandShare: 0.2001 }),
      'medium',
    ],

    ['waste-skills-escalation', '30 %', escalated(0.3), 'nothing'],
    ['waste-skills-escalation', 'more than 30 %', escalated(0.3001), 'medium'],

    ['waste-skills-expert-on-routine', 'two levels, four hours', expert(2, 240), 'medium'],
    ['waste-skills-expert-on-routine', 'less than two levels', expert(1, 240), 'nothing'],
    ['waste-skills-expert-on-routine', 'less than four hours', expert(4, 239), 'nothing'],

    ['waste-motion-many-systems', 'four', systems(4), 'nothing'],
    ['waste-motion-many-systems', 'five', systems(5), 'low'],

    ['waste-overproduction-status-steps', 'one', reports(1), 'nothing'],
    ['waste-overproduction-status-steps', 'two', reports(2), 'low'],

    ['waste-waiting-known-barrier', 'a tenth', stopped(100), 'medium'],
    ['waste-waiting-known-barrier', 'less than a tenth', stopped(99.99), 'nothing'],
  ])('%s: %s', (rule, _limit, tell, expected) => {
    expect(verdict(rule, tell)).toBe(expected);
  });
});
