import { describe, expect, it } from 'vitest';
import { allRules } from '../../../shared/analysis/all-rules';
import type { Example } from '../../../shared/analysis/example';
import { rhythmOf } from '../../../shared/analysis/wording';
import { officeHours, roundTheClock } from '../../../shared/model/calendar';
import { en } from '../../../shared/text/en';
import { findingOn, reportOn } from './said-of-example';

type Map = Omit<Example, 'title'>;

const found = (rule: string, example: Map): number =>
  reportOn(example).findings.filter((finding) => finding.rule === rule).length;

/** Half of the items pass a board: 60 + 0.5 x 600 + 0 minutes, with no work to speak of at the board. */
const halfPass = (board: Example['steps'][string]): Map => ({
  steps: { log: { processTime: 60, wait: 0 }, board, deliver: { processTime: 40, wait: 0 } },
  flows: [
    { from: 'start', to: 'log' },
    { from: 'log', to: 'board', share: 0.5 },
    { from: 'log', to: 'deliver', share: 0.5 },
    { from: 'board', to: 'deliver' },
    { from: 'deliver', to: 'end' },
  ],
});

describe('a wait that not every item has', () => {
  // 60 + 0.5 x 600 + 40 = 400 minutes of lead time, of which 300 are the wait: 75 %.
  it('is told for each visit and for each item', () => {
    expect(findingOn('flow-dominant-wait', halfPass({ processTime: 0, wait: 600 })).message).toBe(
      'Waits 10h each time for no work at all, at 50 visits per 100 items: 5h per item – 75 % of the lead time',
    );
  });

  it('is told so of an approval, too', () => {
    const board = { kind: 'approval', processTime: 0, wait: 600 } as const;
    expect(findingOn('waste-waiting-approval', halfPass(board)).message).toBe(
      'Waits 10h each time for a decision of no time at all, at 50 visits per 100 items: 5h per item, 75 % of the lead time',
    );
  });

  it('is told so of a date, too', () => {
    // Half of 20 h; all of the wait.
    const board = { processTime: 0, wait: 600, cadence: 1200 };
    expect(findingOn('flow-cadence-wait', halfPass(board)).message).toBe(
      'Happens twice a week: that alone makes items wait 10h on average each time, at 50 visits per 100 items: 5h per item – 75 % of the lead time',
    );
  });

  it('is told so of a known barrier, too', () => {
    const board = { processTime: 0, wait: 600, barriers: ['interruptions'] } as const;
    expect(findingOn('waste-waiting-known-barrier', halfPass(board)).message).toBe(
      'Stopped by interruptions: waits 10h each time, at 50 visits per 100 items: 5h per item, 75 % of the lead time, and no improvement is noted here',
    );
  });
});

describe('a rhythm', () => {
  it.each([
    [480, 'daily'],
    [2400, 'weekly'],
    [4800, 'every two weeks'],
    [9600, 'every four weeks'],
    [173 * 60, 'monthly'],
    [520 * 60, 'every three months'],
    [720, 'every 12h'],
  ])('of %d working minutes in office hours is said as “%s”', (minutes, words) => {
    expect(rhythmOf(minutes, officeHours)).toBe(words);
  });

  it('follows the calendar of the map', () => {
    expect(rhythmOf(1440, roundTheClock)).toBe('daily');
    expect(rhythmOf(2400, roundTheClock)).toBe('every 40h');
  });
});

describe('what is passed on to specialists', () => {
  const desk = (share: number): Map => ({
    stream: { demandPerMonth: 1000 },
    steps: { triage: { processTime: 10 }, diagnose: { processTime: 60 } },
    flows: [
      { from: 'start', to: 'triage' },
      { from: 'triage', to: 'end', share: 1 - share },
      { from: 'triage', to: 'diagnose', share, kind: 'escalation' },
      { from: 'diagnose', to: 'end' },
    ],
  });

  it('is counted in items where each comes once', () => {
    expect(findingOn('waste-skills-escalation', desk(0.4)).message).toBe(
      '40 % of the items are passed on to specialists: 400 a month, 400h of their time',
    );
  });

  it('is counted in times where items come back', () => {
    // A fifth of 0.5 comes back: 1 / (1 - 0.1) visits, half of which go on: 556 times a month.
    const example = {
      ...desk(0.5),
      flows: [
        { from: 'start', to: 'triage' },
        { from: 'triage', to: 'end', share: 0.5 },
        { from: 'triage', to: 'diagnose', share: 0.5, kind: 'escalation' as const },
        { from: 'diagnose', to: 'triage', share: 0.2, kind: 'rework' as const },
        { from: 'diagnose', to: 'end', share: 0.8 },
      ],
    };
    expect(findingOn('waste-skills-escalation', example).message).toMatch(
      /^50 % of what comes here is passed on to specialists: 556 times, repeats counted again, a month/,
    );
  });
});

describe('a sentence names the number that decides', () => {
  it('for items that bounce: what of those that get there is sent back, where few get there', () => {
    const finding = findingOn('waste-transport-ping-pong', {
      steps: { triage: { team: 'Desk', kind: 'work' }, diagnose: { team: 'Second line', kind: 'work' } },
      flows: [
        { from: 'start', to: 'triage' },
        { from: 'triage', to: 'end', share: 0.6 },
        { from: 'triage', to: 'diagnose', share: 0.4 },
        { from: 'diagnose', to: 'triage', share: 0.2, kind: 'rework' },
        { from: 'diagnose', to: 'end', share: 0.8 },
      ],
    });
    // 0.4 x 0.2 / (1 - 0.08) = 8.7 returns per 100 items.
    expect(finding.message).toBe(
      'Items bounce from Second line back to Desk: 20 % of those that get there, 8.7 returns per 100 items',
    );
  });

  it('for faulty output: how many of how many', () => {
    const finding = findingOn('waste-defects-low-quality-output', {
      stream: { demandPerMonth: 3 },
      steps: { design: { completeAccurate: 0.7 }, build: { completeAccurate: 0.95 } },
    });
    expect(finding.message).toMatch(/: 0\.9 of 3 outputs a month$/);
  });

  it('for one person: never the limit itself, where the number lies below it', () => {
    const finding = findingOn('dimension-single-person', {
      stream: { demandPerMonth: 9.97 },
      steps: { approve: { role: 'manager' } },
      roles: { manager: { people: 1, availability: 1 } },
    });
    expect(finding.severity).toBe('low');
    expect(finding.message).toMatch(/, 9\.9 times a month:/);
  });
});

describe('a machine that routes', () => {
  const routing = {
    stream: { demandPerMonth: 1000 },
    steps: {
      route: {
        kind: 'handoff',
        value: 'NVA',
        automation: 'automated',
        completeAccurate: 0.95,
        processTime: 0,
        wait: 0,
      },
      fulfil: { value: 'VA', processTime: 60, wait: 60 },
    },
  } as const;

  it.each(['waste-overprocessing-nva-step', 'principle-automating-waste', 'waste-transport-pass-through'])(
    'is left in peace by %s',
    (rule) => {
      expect(found(rule, routing)).toBe(0);
    },
  );

  it('is found where it makes items wait', () => {
    const { steps } = routing;
    const slow = { ...routing, steps: { ...steps, route: { ...steps.route, wait: 60 } } };
    expect(findingOn('waste-overprocessing-nva-step', slow).message).toBe(
      'Adds no value and nobody requires it, yet costs 1h per item',
    );
  });
});

describe('data that may be typed again', () => {
  const book = (rekeys?: boolean): Map => ({
    steps: {
      order: { kind: 'entry', outputs: ['request'], systems: ['portal'], processTime: 5 },
      book: {
        kind: 'record',
        inputs: ['request'],
        systems: ['finance-tool'],
        processTime: 6,
        ...(rekeys === undefined ? {} : { rekeys }),
      },
    },
  });

  it('is asked about, as a note, until somebody says so', () => {
    const finding = findingOn('waste-motion-rekeying', book());
    expect(finding.message).toBe(
      'Is typed into Finance tool again what Portal already holds? The step takes 6m per item',
    );
    expect(finding.severity).toBe('low');
    expect(finding.confidence).toBeLessThanOrEqual(0.3);
  });

  it('is stated once somebody said so, and dropped once somebody denied it', () => {
    const finding = findingOn('waste-motion-rekeying', book(true));
    expect(finding.message).toBe('Types again into Finance tool what is already recorded: 6m per item');
    expect(finding.severity).toBe('medium');
    expect(found('waste-motion-rekeying', book(false))).toBe(0);
  });
});

describe('labels of limits', () => {
  it('can be read on their own', () => {
    const labels = allRules.flatMap(({ id, options }) =>
      Object.values(options).map(({ label }) => `${id}: ${label}`),
    );
    expect(labels.filter((label) => /…|\.\.\.|: (and|or) /i.test(label))).toEqual([]);
  });
});

describe('questions for the room', () => {
  it.each([
    ['outputs', 'What does “A” hand on?', 'What do “A”, “B” and 2 more hand on?'],
    ['cadence', 'How often does “A” take place?', 'How often do “A”, “B” and 2 more take place?'],
    ['team', 'Which team carries out “A”?', 'Which team carries out “A”, “B” and 2 more?'],
    [
      'reject_rate',
      'Of a hundred items, how many does “A” refuse?',
      'Of a hundred items, how many do “A”, “B” and 2 more refuse?',
    ],
  ] as const)('about %s agree with one name and with several', (field, one, several) => {
    expect(en.findings.ask[field](['A'])).toBe(one);
    expect(en.findings.ask[field](['A', 'B', 'C', 'D'])).toBe(several);
  });
});
