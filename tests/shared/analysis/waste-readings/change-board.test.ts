import { describe, expect, it } from 'vitest';
import { buildMap, hours, type MapBuilder } from '../../../helpers/build-map';
import { inARow, judge } from '../judge-map';
import { good, reading, sentence, type Tell } from './read-waste';

/** A change whose board waits for its weekly meeting. */
const change =
  (board: Parameters<MapBuilder['step']>[1], build = 600): Tell =>
  (m) => {
    m.stream({ demandPerMonth: 60 });
    inARow(m, {
      assess: { ...good, team: 'Engineering', kind: 'work', value: 'VA', processTime: 60, wait: 120 },
      board: {
        ...good,
        team: 'Board',
        kind: 'approval',
        value: 'NNVA',
        processTime: 10,
        wait: hours(24),
        ...board,
      },
      build: { ...good, team: 'Engineering', kind: 'build', value: 'VA', processTime: build, wait: 240 },
      test: {
        ...good,
        team: 'Engineering',
        kind: 'inspection',
        automation: 'automated',
        value: 'NNVA',
        nnvaReason: 'risk',
        processTime: 20,
        wait: 5,
      },
      deploy: { ...good, team: 'Engineering', kind: 'deploy', value: 'VA', processTime: 30, wait: 60 },
      tell: {
        ...good,
        team: 'Engineering',
        kind: 'communication',
        value: 'VA',
        touchesConsumer: true,
        processTime: 5,
        wait: 5,
      },
    });
  };

describe('the change board', () => {
  it('is a wait, which says how often it refuses', () => {
    const board = change({ nnvaReason: 'coordination', rejectRate: 0.01 });
    expect(reading(change({ nnvaReason: 'coordination', rejectRate: 0.2 }))).toEqual([
      'waiting-approval board',
    ]);
    expect(reading(board)).toEqual(['waiting-approval board']);
    expect(sentence('waste-waiting-approval', board)).toMatch(/of the lead time, and refuses 1\s%$/);
  });

  it('is a rubber stamp where it refuses hardly anything, though nobody waits for it long', () => {
    expect(reading(change({ nnvaReason: 'coordination', rejectRate: 0.01, wait: 30 }))).toEqual([
      'overprocessing-rubber-stamp board',
    ]);
  });

  it('waits without blame where the date was agreed', () => {
    expect(reading(change({ requiredWait: true, rejectRate: 0.2 }))).toEqual([]);
  });

  it('does not hold up anything while longer work goes on beside it', () => {
    expect(
      reading((m) => {
        m.stream({ demandPerMonth: 60 });
        m.start();
        m.node('fork', 'both');
        m.step('board', {
          ...good,
          team: 'A',
          kind: 'approval',
          value: 'NNVA',
          processTime: 10,
          wait: hours(24),
          rejectRate: 0.2,
        });
        m.step('build', {
          ...good,
          team: 'A',
          kind: 'build',
          value: 'VA',
          processTime: hours(20),
          wait: hours(20),
        });
        m.node('join', 'met');
        for (const id of ['stage', 'deploy', 'watch'])
          m.step(id, { ...good, team: 'A', kind: 'deploy', value: 'VA', processTime: 30, wait: 60 });
        m.end();
        m.path('start', 'both', 'board', 'met', 'stage', 'deploy', 'watch', 'end');
        m.path('both', 'build', 'met');
      }),
    ).toEqual([]);
  });

  it('is one of many approvals, which matters less where the law asks for them', () => {
    const two =
      (reason: 'legal' | 'coordination'): Tell =>
      (m) =>
        inARow(m, {
          plan: { ...good, kind: 'work' },
          'lead-approves': { ...good, kind: 'approval', rejectRate: 0.1, value: 'NNVA', nnvaReason: reason },
          'board-approves': { ...good, kind: 'approval', rejectRate: 0.1, value: 'NNVA', nnvaReason: reason },
          build: { ...good, kind: 'work' },
        });
    const severity = (tell: Tell): string | undefined =>
      judge(buildMap(tell)).findings.find(({ rule }) => rule === 'waste-overprocessing-approvals')?.severity;
    expect(severity(two('coordination'))).toBe('high');
    expect(severity(two('legal'))).toBe('low');
  });

  it('is no reason to count what machines and users check', () => {
    const checked: Tell = (m) =>
      inARow(m, {
        build: { ...good, kind: 'build', value: 'VA', processTime: 300 },
        'unit-test': {
          ...good,
          kind: 'inspection',
          automation: 'automated',
          value: 'NNVA',
          nnvaReason: 'risk',
          processTime: 10,
        },
        'peer-review': { ...good, kind: 'inspection', value: 'NNVA', nnvaReason: 'risk', processTime: 20 },
        'try-out': { ...good, kind: 'verify', value: 'VA', touchesConsumer: true, processTime: 60 },
      });
    expect(reading(checked)).toEqual([]);
  });
});
