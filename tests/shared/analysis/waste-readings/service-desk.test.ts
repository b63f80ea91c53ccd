import { describe, expect, it } from 'vitest';
import { buildMap } from '../../../helpers/build-map';
import { inARow, judge } from '../judge-map';
import { good, reading, sentence, type Tell } from './read-waste';

/** A desk that routes by hand, and specialists who send back what is not theirs, drawn with a diamond. */
const desk: Tell = (m) => {
  m.stream({ demandPerMonth: 1000 });
  m.start();
  m.step('route', { ...good, team: 'Service desk', kind: 'handoff', value: 'NVA', processTime: 3, wait: 45 });
  m.step('look', { ...good, team: 'Second line', kind: 'work', value: 'VA', processTime: 60, wait: 240 });
  m.node('decision', 'ours', { name: 'Is it ours?' });
  m.step('fix', { ...good, team: 'Second line', kind: 'work', value: 'VA', processTime: 30, wait: 30 });
  m.end();
  m.path('start', 'route', 'look', 'ours');
  m.flow('ours', 'route', { kind: 'rework', share: 0.2, label: 'wrong team' });
  m.flow('ours', 'fix', { share: 0.8 });
  m.path('fix', 'end');
};

describe('the service desk', () => {
  it('reads a diamond that sends items back as a bounce, and routing by hand as passing through', () => {
    expect(reading(desk)).toEqual(['transport-pass-through route', 'transport-ping-pong ours>route']);
    // 20 % of the looks go back: 0.2 / 0.8 = 25 returns per 100 items
    expect(sentence('waste-transport-ping-pong', desk)).toMatch(
      /^Items bounce from Second line back to Service desk \(wrong team\): 25 returns per 100 items/,
    );
  });

  it('leaves a check that refuses within its task, and a machine that routes, in peace', () => {
    expect(
      reading((m) => {
        m.stream({ demandPerMonth: 1000 });
        m.start();
        m.step('route', {
          ...good,
          team: 'Desk',
          kind: 'handoff',
          automation: 'automated',
          value: 'NVA',
          isRework: false,
          processTime: 0,
          wait: 1,
        });
        m.step('answer', { ...good, team: 'Desk', kind: 'work', value: 'VA', processTime: 30, wait: 20 });
        m.step('confirm', {
          ...good,
          team: 'Quality',
          kind: 'verify',
          value: 'VA',
          touchesConsumer: true,
          processTime: 2,
          wait: 10,
        });
        m.end();
        m.path('start', 'route', 'answer', 'confirm');
        m.flow('confirm', 'answer', { kind: 'rework', share: 0.05 });
        m.flow('confirm', 'end', { share: 0.95 });
      }),
    ).toEqual(['overprocessing-nva-step route']);
  });

  it('tells a first line that passes on too much from specialists who ask a vendor', () => {
    const lines = (first: number, second: number): string[] =>
      reading((m) => {
        m.stream({ demandPerMonth: 1000 });
        m.start();
        m.step('triage', { ...good, team: 'Desk', kind: 'work', value: 'VA', processTime: 15, wait: 10 });
        m.step('diagnose', {
          ...good,
          team: 'Second line',
          kind: 'work',
          value: 'VA',
          processTime: 60,
          wait: 60,
        });
        m.step('vendor', {
          ...good,
          team: 'Vendor',
          party: 'partner',
          kind: 'work',
          value: 'VA',
          processTime: 60,
          wait: 60,
        });
        m.end();
        m.path('start', 'triage');
        m.flow('triage', 'end', { share: 1 - first });
        m.flow('triage', 'diagnose', { kind: 'escalation', share: first });
        m.flow('diagnose', 'end', { share: 1 - second });
        m.flow('diagnose', 'vendor', { kind: 'escalation', share: second });
        m.path('vendor', 'end');
      });
    expect(lines(0.45, 0.1)).toEqual(['skills-escalation triage']);
    expect(lines(0.25, 0.3)).toEqual([]);
    expect(lines(0.3, 0.5)).toEqual(['waiting-supplier vendor']);
  });

  it('finds a pile that grows, not one that breathes', () => {
    const pile = (out: number): string[] =>
      reading((m) => {
        m.stream({ demandPerMonth: 1000, arrivalsPerMonth: 1000, departuresPerMonth: out });
        inARow(m, { answer: { ...good, kind: 'work', value: 'VA', processTime: 10, wait: 30, wip: 20 } });
      });
    expect(pile(980)).toEqual([]);
    expect(pile(900)).toEqual(['inventory-backlog-growth map']);
  });

  it('asks and finds nothing where only names are known', () => {
    const { findings, gaps } = judge(
      buildMap((m) => inARow(m, { 'take-the-call': {}, 'solve-it': {}, 'tell-the-user': {} })),
    );
    expect(findings.filter(({ rule }) => rule.startsWith('waste-'))).toEqual([]);
    expect(
      new Set(gaps.filter(({ rule }) => rule.startsWith('waste-')).map(({ rule }) => rule)).size,
    ).toBeGreaterThan(10);
  });
});
