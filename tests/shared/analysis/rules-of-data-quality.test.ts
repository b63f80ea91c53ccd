import { describe, expect, it } from 'vitest';
import type { ExampleStep } from '../../../shared/analysis/example';
import { askedOn, findingOn, reportOn } from './said-of-example';

const rulesOf = (example: Parameters<typeof reportOn>[0]): string[] =>
  reportOn(example).findings.map(({ rule }) => rule);

describe('the rules about the data say', () => {
  it('where a way breaks off once, with the steps behind it', () => {
    const finding = findingOn('dq-unreachable-step', {
      steps: { log: {}, restore: {}, audit: {}, file: {}, report: {} },
      flows: [
        { from: 'start', to: 'log' },
        { from: 'log', to: 'restore' },
        { from: 'restore', to: 'end' },
        { from: 'audit', to: 'file' },
        { from: 'file', to: 'report' },
      ],
    });
    expect(finding.about).toEqual(['audit']);
    expect(finding.involves).toEqual(['file', 'report']);
    expect(finding.message).toBe('No item ever comes here or to 2 steps behind it: the time is in no total');
  });

  it('one thing about one fault: branches that never meet are no dead ends besides', () => {
    const { findings } = reportOn({
      steps: { part: { type: 'fork' }, inform: {}, restore: {} },
      flows: [
        { from: 'start', to: 'part' },
        { from: 'part', to: 'inform' },
        { from: 'part', to: 'restore' },
      ],
    });
    const broken = findings.filter(({ rule }) => rule === 'dq-unreachable-step');
    expect(broken).toEqual([]);
    expect(findings.map(({ rule }) => rule)).toContain('dq-unmatched-parallel');
  });

  it('that the demand leads nowhere, though the last step alone leads to the value', () => {
    const finding = findingOn('dq-unreachable-step', {
      steps: { log: { processTime: 30, wait: 60 }, restore: { processTime: 30, wait: 60 } },
      flows: [{ from: 'restore', to: 'end' }],
    });
    expect([finding.severity, finding.about]).toEqual(['error', ['start']]);
    expect(finding.message).toBe('The demand leads nowhere: what comes in here gets to none of the 2 steps');
    expect(rulesOf({ steps: {}, flows: [] })).not.toContain('dq-unreachable-step');
  });

  it('of a branch that was not led to the join that its time is missing', () => {
    const ways = [
      { from: 'start', to: 'part' },
      { from: 'part', to: 'order' },
      { from: 'part', to: 'restore' },
      { from: 'restore', to: 'meet' },
      { from: 'meet', to: 'end' },
    ];
    const parts = {
      part: { type: 'fork' },
      restore: { processTime: 60, wait: 0 },
      meet: { type: 'join' },
    } as const;
    const finding = findingOn('dq-unmatched-parallel', {
      steps: { ...parts, order: { processTime: 600, wait: 2400 } },
      flows: ways,
    });
    expect([finding.severity, finding.about]).toEqual(['error', ['order']]);
    // 10h of work and 40h of waiting.
    expect(finding.message).toBe(
      'Nothing waits for this branch, it ends on its own: its 50h are in no lead time, and nobody said that it does not hold up the item',
    );
    const unknown = findingOn('dq-unmatched-parallel', { steps: { ...parts, order: {} }, flows: ways });
    expect(unknown.message).toContain('its time is in no lead time');
    expect(rulesOf({ steps: { ...parts, order: { detached: true } }, flows: ways })).not.toContain(
      'dq-unmatched-parallel',
    );
  });

  it('that ways without shares keep all totals unknown, and asks for them', () => {
    const example = {
      steps: { triage: {}, fix: {}, call: {}, drop: {} },
      flows: [
        { from: 'start', to: 'triage' },
        { from: 'triage', to: 'fix', share: 0.5 },
        { from: 'triage', to: 'call' },
        { from: 'triage', to: 'drop' },
        ...['fix', 'call', 'drop'].map((from) => ({ from, to: 'end' })),
      ],
    };
    const finding = findingOn('dq-split-probabilities', example);
    expect([finding.severity, finding.about]).toEqual(['error', ['triage']]);
    expect(finding.message).toBe(
      '3 ways lead on, 2 of them without a share: nobody can say how many items go where, so no total is known',
    );
    expect(askedOn('dq-split-probabilities', example)).toEqual(['share']);
  });

  it('once that a loop beside the stream is cut off', () => {
    const finding = findingOn('dq-unreachable-step', {
      steps: { log: {}, audit: {}, file: {} },
      flows: [
        { from: 'start', to: 'log' },
        { from: 'log', to: 'end' },
        { from: 'audit', to: 'file' },
        { from: 'file', to: 'audit' },
      ],
    });
    expect([finding.about, finding.involves]).toEqual([['audit'], ['file']]);
  });

  it('the names of a few steps of a long loop', () => {
    const steps = ['a', 'b', 'c', 'd', 'e', 'f'];
    const finding = findingOn('dq-loop-without-exit', {
      steps: Object.fromEntries(steps.map((id) => [id, {}])),
      flows: ['start', ...steps].map((from, at) => ({ from, to: steps[at] ?? 'a' })),
    });
    expect(finding.message).toBe(
      'Items go round between “A”, “B” and 4 more for ever: no flow leads out of these 6 steps',
    );
  });

  it('which steps a loop without an exit holds', () => {
    const finding = findingOn('dq-loop-without-exit', {
      steps: { assess: {}, ask: {}, decide: {} },
      flows: [
        { from: 'start', to: 'assess' },
        { from: 'assess', to: 'ask' },
        { from: 'ask', to: 'assess', kind: 'rework' },
        { from: 'decide', to: 'end' },
      ],
    });
    expect(finding.message).toBe(
      'Items go round between “Assess” and “Ask” for ever: no flow leads out of these 2 steps',
    );
  });

  it('that stated totals contradict each other, or the steps', () => {
    const steps = { log: { processTime: 20 }, restore: { processTime: 55 } };
    const totals = findingOn('dq-lead-shorter-than-process', {
      map: { statedLeadTime: 60, statedProcessTime: 90 },
      steps,
    });
    expect([totals.severity, totals.message]).toEqual([
      'error',
      'A lead time of 1h was given with 1h 30m of work in it',
    ]);
    const work = findingOn('dq-lead-shorter-than-process', { map: { statedLeadTime: 60 }, steps });
    expect([work.severity, work.message]).toEqual([
      'high',
      'A lead time of 1h was given, but the work of the steps alone takes 1h 15m',
    ]);
  });

  it('how much shorter the lead time is if waits are calendar days', () => {
    const one = findingOn('dq-mixed-time-basis', { steps: { order: { processTime: 5, wait: 2880 } } });
    expect(one.severity).toBe('low');
    expect(one.message).toBe('“Order” waits 48h: are these 2 calendar days on a map of working hours?');
    // Two days of 24 h are 48 x 8/24 x 5/7 = 11.43 working hours.
    expect(one.impact.leadTime).toBeCloseTo(2880 - 685.714, 2);
    const two = findingOn('dq-mixed-time-basis', {
      steps: { order: { processTime: 5, wait: 2880 }, deliver: { processTime: 5, wait: 4320 } },
    });
    expect(two.severity).toBe('medium');
  });

  it('what Little’s law makes of a count', () => {
    const finding = findingOn('dq-littles-law-mismatch', {
      stream: { demandPerMonth: 520, itemsInProgress: 46 },
      steps: { log: { processTime: 60, wait: 0 }, restore: { processTime: 60, wait: 480 } },
    });
    expect(finding.message).toBe(
      '46 items are on the way, but 520 a month with 10h of lead time make 30: a queue is hidden, or the times are too short',
    );
  });

  it('that a return contradicts the quality of all steps before it', () => {
    const finding = findingOn('dq-implausible-quality', {
      steps: {
        design: { completeAccurate: 0.99 },
        build: { completeAccurate: 0.99 },
        test: { completeAccurate: 0.7 },
      },
      flows: [
        { from: 'start', to: 'design' },
        { from: 'design', to: 'build' },
        { from: 'build', to: 'test' },
        { from: 'test', to: 'design', kind: 'rework', share: 0.3 },
        { from: 'test', to: 'end', share: 0.7 },
      ],
    });
    expect(finding.message).toBe(
      '30 % come back to “Design”, yet 98 % of what leaves the 2 steps on that way is said to be right',
    );
  });
});

describe('a fresh sketch', () => {
  const names = ['register', 'assess', 'approve', 'build', 'test', 'deploy'];
  const sketch = Object.fromEntries(names.map((id): [string, ExampleStep] => [id, {}]));

  it('is not called too neat, too short or too coarse, and is not asked for times on that account', () => {
    const found = rulesOf({ steps: sketch });
    for (const rule of ['dq-too-neat', 'dq-granularity', 'dq-implausible-quality', 'dq-mixed-time-basis'])
      expect(found).not.toContain(rule);
    expect(askedOn('dq-too-neat', { steps: sketch })).toEqual([]);
  });

  it('that is blank is asked for neither demand nor value', () => {
    const found = rulesOf({ steps: {}, flows: [], lacks: ['start', 'end'] });
    expect(found).not.toContain('dq-missing-trigger-or-value');
    expect(found).not.toContain('dq-no-demand');
  });
});

describe('a map that is too neat', () => {
  const neat: Record<string, ExampleStep> = {
    register: { processTime: 10, wait: 30, completeAccurate: 1 },
    assess: { processTime: 30, wait: 480, completeAccurate: 1 },
    approve: { processTime: 5, wait: 960, completeAccurate: 1 },
    build: { processTime: 480, wait: 60, completeAccurate: 1 },
    deploy: { processTime: 60, wait: 90, completeAccurate: 1 },
  };

  it('is questioned once: the doubt about its quality is folded', () => {
    const finding = findingOn('dq-too-neat', { steps: neat });
    expect(finding.message).toBe(
      '5 steps, no rework, no fault and 10 round times: is this how the work goes, or how it should go?',
    );
    expect(findingOn('dq-implausible-quality', { steps: neat }).supersededBy).toBe('dq-too-neat');
  });

  it('is believed where it was measured', () => {
    const measured = Object.fromEntries(
      Object.entries(neat).map(([id, step]) => [
        id,
        { ...step, wait: { likely: Number(step.wait), source: 'measured' as const } },
      ]),
    );
    expect(rulesOf({ steps: measured })).not.toContain('dq-too-neat');
  });
});
