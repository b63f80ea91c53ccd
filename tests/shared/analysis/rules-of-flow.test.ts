import { describe, expect, it } from 'vitest';
import type { Example } from '../../../shared/analysis/example';
import { askedOn, findingOn, reportOn } from './said-of-example';

type Map = Omit<Example, 'title'>;

const severity = (rule: string, example: Map): string =>
  reportOn(example).findings.find((finding) => finding.rule === rule)?.severity ?? 'nothing';

/** A month of office hours has 520 / 3 h: three items an hour. */
const threeAnHour = 520;

const busy = (demandPerMonth: number, people: number): Map => ({
  stream: { demandPerMonth },
  steps: { diagnose: { role: 'specialist', processTime: 60, wait: 480 } },
  roles: { specialist: { people, availability: 1 } },
});

describe('the rules about flow say', () => {
  it('how much of the time is work, and where the rest goes', () => {
    const finding = findingOn('flow-low-activity-ratio', {
      steps: { order: { processTime: 5, wait: 60 }, approve: { processTime: 10, wait: 885 } },
    });
    // 15 of 960 minutes; to reach 15 % with that work the lead time would have to be 100 minutes.
    expect(finding.message).toBe(
      'Work takes 15m of 16h (2 %); the longest waits are before “Approve” (14h 45m) and “Order” (1h)',
    );
    expect(finding.impact.leadTime).toBeCloseTo(860, 9);
  });

  it.each([
    [149.9, 'medium'],
    [150, 'nothing'],
    [50, 'medium'],
    [49.9, 'high'],
  ])('that %d minutes of work in 1000 are %s', (work, expected) => {
    const example = { steps: { do: { processTime: work, wait: 1000 - work } } };
    expect(severity('flow-low-activity-ratio', example)).toBe(expected);
  });

  it('how many people more would do', () => {
    // 416 h of work against 2 x 173.3 h; 416 / (0.85 x 173.3) = 2.8 people.
    const finding = findingOn('flow-overloaded-resource', busy(416, 2));
    expect(finding.message).toBe(
      'The role “Specialist” has 416h of work a month and 347h for it (120 %): the queue must grow; 1 more person would do',
    );
    expect(finding.impact.effortPerMonth).toBeCloseTo((416 - 1040 / 3) * 60, 6);
  });

  it('what the queue costs at 90 %, and what it would cost at 80 %', () => {
    // Random arrivals and work, one person: rho / (1 - rho) hours.
    const finding = findingOn('flow-high-utilisation', busy(156, 1));
    expect(finding.message).toBe(
      'The role “Specialist” is busy 90 % of the time: items wait about 9h until somebody is free, at 80 % it would be 4h',
    );
    expect(finding.impact.leadTime).toBeCloseTo(300, 6);
  });

  it('how many of a hundred items are late', () => {
    const finding = findingOn('flow-target-hit-rate', {
      stream: { targetLeadTime: 480 },
      steps: { diagnose: { processTime: 60, wait: { low: 60, likely: 300, high: 1200 } } },
      sampled: { runs: 10_000, seed: 1, mean: 440, p50: 380, p85: 640, p95: 800, shareWithinTarget: 0.7 },
    });
    expect(finding.message).toBe('70 % of the items are done within 8h; 85 of 100 take up to 10h 40m');
  });

  it('what a date costs, and folds the long wait under it', () => {
    const example = {
      steps: {
        log: { processTime: 60, wait: 60 },
        decide: { processTime: 12, wait: 3480, cadence: 2400, cutoff: 240 },
      },
    };
    // (20 h + 4 h) of 60.2 h; twice as often saves a quarter of the interval.
    const finding = findingOn('flow-cadence-wait', example);
    expect(finding.message).toBe(
      'Happens weekly: that alone makes items wait 24h on average – 40 % of the lead time',
    );
    expect(finding.impact.leadTime).toBe(600);
    expect(findingOn('flow-dominant-wait', example).supersededBy).toBe('flow-cadence-wait');
  });

  it('how long an item waits until a batch is full', () => {
    // 19 / (2 x 3 an hour) = 3 h 10 min of 7 h 30 min.
    const finding = findingOn('flow-large-batch', {
      stream: { demandPerMonth: threeAnHour },
      steps: { log: { processTime: 60, wait: 60 }, archive: { processTime: 30, wait: 300, batch: 20 } },
    });
    expect(finding.message).toBe(
      'Takes 20 items at a time: until so many are there an item waits 3h 10m on average – 42 % of the lead time',
    );
    // Ten at a time: 9 / 6 h = 1 h 30 min.
    expect(finding.impact.leadTime).toBeCloseTo(100, 9);
  });

  it('how much of the time goes into setting up', () => {
    // 10 of 50 minutes per batch; 100 batches a month.
    const finding = findingOn('flow-changeover', {
      stream: { demandPerMonth: 400 },
      steps: { test: { processTime: 10, wait: 5, batch: 4, changeover: 10 } },
    });
    expect(finding.message).toBe(
      'Setting up takes 10m for every 4 items: 20 % of the time that the step is busy, 16h 40m a month',
    );
  });

  it('how long everybody waits for one branch', () => {
    const finding = findingOn('flow-unbalanced-parallel', {
      steps: {
        part: { type: 'fork' },
        diagnose: { processTime: 60, wait: 240 },
        inform: { processTime: 30, wait: 30 },
        meet: { type: 'join' },
      },
      flows: [
        { from: 'start', to: 'part' },
        { from: 'part', to: 'diagnose' },
        { from: 'part', to: 'inform' },
        { from: 'diagnose', to: 'meet' },
        { from: 'inform', to: 'meet' },
        { from: 'meet', to: 'end' },
      ],
    });
    expect(finding.message).toBe(
      'The branch with “Diagnose” takes 5h, the next one 1h: everybody else waits 4h for it',
    );
  });

  it('how many items the target allows', () => {
    const finding = findingOn('flow-wip-above-need', {
      stream: { demandPerMonth: threeAnHour, targetLeadTime: 600, itemsInProgress: 46 },
      steps: { log: {}, restore: {} },
    });
    expect(finding.message).toBe('46 items are on the way; a lead time of 10h at 520 a month allows 30');
    // 16 items too many at three an hour.
    expect(finding.impact.leadTime).toBeCloseTo(320, 9);
  });

  it('what a return from far away repeats', () => {
    const finding = findingOn('flow-long-return', {
      stream: { demandPerMonth: 120 },
      steps: {
        register: { processTime: 10 },
        build: { processTime: 240, crew: 2 },
        test: { processTime: 60 },
        validate: { processTime: 30 },
      },
      flows: [
        { from: 'start', to: 'register' },
        { from: 'register', to: 'build' },
        { from: 'build', to: 'test' },
        { from: 'test', to: 'validate' },
        { from: 'validate', to: 'register', kind: 'rework', share: 0.1 },
        { from: 'validate', to: 'end', share: 0.9 },
      ],
    });
    // 120 x 0.1 / 0.9 returns of 10 + 2 x 240 + 60 + 30 person-minutes.
    expect(finding.message).toBe(
      '11 % of the items go back to “Register”, 3 steps back: 129h of work a month is done again',
    );
  });

  it.each([
    [9.99, 'low'],
    [10, 'medium'],
  ])('that one person for %d items a month is %s', (demandPerMonth, expected) => {
    expect(severity('dimension-single-person', busy(demandPerMonth, 1))).toBe(expected);
  });
});

describe('the rules about flow ask', () => {
  const spread = { diagnose: { processTime: 60, wait: { low: 60, likely: 300, high: 1200 } } };

  it('for samples only where there is a target and a spread', () => {
    const rule = 'flow-target-hit-rate';
    expect(askedOn(rule, { stream: { targetLeadTime: 480 }, steps: spread })).toEqual(['samples']);
    expect(askedOn(rule, { steps: spread })).toEqual([]);
    expect(
      askedOn(rule, { stream: { targetLeadTime: 480 }, steps: { diagnose: { processTime: 60, wait: 300 } } }),
    ).toEqual([]);
  });

  it('how often something takes place only where it may have dates', () => {
    const step = { processTime: 10, wait: 480 };
    expect(askedOn('flow-cadence-wait', { steps: { approve: { ...step, kind: 'approval' } } })).toEqual([
      'cadence',
    ]);
    expect(askedOn('flow-cadence-wait', { steps: { build: { ...step, kind: 'build' } } })).toEqual([]);
  });

  it('for the people of a role before they say anything of its load', () => {
    const steps = { diagnose: { role: 'specialist', processTime: 60, wait: 60 } };
    const asked = askedOn('flow-overloaded-resource', { stream: { demandPerMonth: 100 }, steps });
    expect(asked).toEqual(['people', 'availability']);
  });

  it('which step an idea concerns before they say that it ignores the constraint', () => {
    const example = {
      steps: { build: { processTime: 60, wait: 60 }, test: { processTime: 120, wait: 960 } },
      improvements: { 'work-better': {} },
    };
    expect(askedOn('principle-constraint-ignored', example)).toEqual(['improvements']);
    expect(severity('principle-constraint-ignored', example)).toBe('nothing');
  });
});
