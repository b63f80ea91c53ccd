import { describe, expect, it } from 'vitest';
import { allRules } from '../../../shared/analysis/all-rules';
import { contradictionOf } from '../../../shared/analysis/limit-order';
import { profiles } from '../../../shared/analysis/profiles';
import type { AnalysisRule } from '../../../shared/analysis/rule';

const ruleOf = (id: string): AnalysisRule => {
  const rule = allRules.find((each) => each.id === id);
  if (!rule) throw new Error(id);
  return rule;
};

const ordered = allRules.filter((rule) => rule.ordered !== undefined);

describe('limits that contradict each other', () => {
  const handoffs = ruleOf('waste-transport-handoffs');

  it('are refused in one sentence that names the other limit', () => {
    // Serious from 10 by default.
    expect(contradictionOf(handoffs, { limit: 20 }, 'limit')).toMatch(
      /^This must not be above “.+”, which is 10\.$/,
    );
    expect(contradictionOf(handoffs, { limit: 8, high: 7 }, 'high')).toMatch(
      /^This must not be below “.+”, which is 8\.$/,
    );
  });

  it('may be alike, and may be set together', () => {
    expect(contradictionOf(handoffs, { limit: 10 }, 'limit')).toBeNull();
    expect(contradictionOf(handoffs, { limit: 20, high: 30 }, 'limit')).toBeNull();
    expect(contradictionOf(ruleOf('dq-granularity'), { min: 16 }, 'max')).toMatch(/must not be below/);
  });

  it.each(ordered.map((rule) => [rule.id, rule] as const))('are declared soundly by %s', (_id, rule) => {
    for (const [low, high] of rule.ordered ?? []) {
      expect(Object.keys(rule.options)).toEqual(expect.arrayContaining([low, high]));
      expect(contradictionOf(rule, {}, low)).toBeNull();
      for (const { options } of Object.values(profiles))
        expect(contradictionOf(rule, options[rule.id] ?? {}, low)).toBeNull();
      expect(contradictionOf(rule, { [low]: 2, [high]: 1 }, low)).not.toBeNull();
    }
  });
});
