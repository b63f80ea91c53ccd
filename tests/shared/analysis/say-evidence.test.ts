import { describe, expect, it } from 'vitest';
import { allRules } from '../../../shared/analysis/all-rules';
import { sayEvidence } from '../../../shared/analysis/say-evidence';
import { evidenceText } from '../../../shared/text/evidence';

describe('the numbers behind a finding', () => {
  it('are said with a name and a unit', () => {
    expect(
      sayEvidence({
        wait: { unit: 'minutes', value: 90 },
        share: { unit: 'share', value: 0.255 },
        reach: { unit: 'share', value: 0.1 },
        hoursPerMonth: { unit: 'hoursPerMonth', value: 56 },
        steps: { unit: 'count', value: 7 },
        observedOn: { unit: 'date', value: '2026-11-01' },
      }),
    ).toEqual([
      'Wait: 1h 30m',
      'Share: 25.5\u00a0%',
      'Part of the items that gets there: 10\u00a0%',
      'Work: 56h a month',
      'Steps: 7',
      'Observed on: 2026-11-01',
    ]);
  });

  it('say that a figure is a bound, and nothing of one that is exact', () => {
    expect(sayEvidence({ bound: { unit: 'text', value: 'at least' } })).toEqual([
      'What is known makes: at least this',
    ]);
    expect(sayEvidence({ bound: { unit: 'text', value: 'exact' } })).toEqual([]);
  });

  it('leave out what only chooses the words of the sentence', () => {
    expect(sayEvidence({ problem: { unit: 'text', value: 'fork' } })).toEqual([]);
  });

  it('have a name each, in every rule', () => {
    const used = new Set(allRules.flatMap(({ evidence }) => Object.keys(evidence)));
    expect([...used].filter((name) => !Object.hasOwn(evidenceText.names, name))).toEqual([]);
  });
});
