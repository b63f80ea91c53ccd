import { describe, expect, it } from 'vitest';
import { allRules } from '../../../shared/analysis/all-rules';
import { type Example, exampleMapId, exampleProject } from '../../../shared/analysis/example';
import { type Facts, factsOf } from '../../../shared/analysis/facts';
import type { AnalysisRule, OptionSpec } from '../../../shared/analysis/rule';
import { itil4 } from '../../../shared/catalogue/itil4/itil4';
import { computeFigures } from '../../../shared/figures/compute-figures';
import { graphOf } from '../../../shared/model/queries';
import { today } from './judge-map';

function factsFrom(example: Example): Facts {
  const graph = graphOf(exampleProject(example), exampleMapId);
  if (graph === null) throw new Error('An example has no map.');
  const sampled = example.sampled ?? null;
  return factsOf(graph, computeFigures(graph), { pack: itil4, today, suppressForTemplates: false, sampled });
}

/** Limits beside which another one finds the same in every example: that other one is opened as far as it goes. */
const beside: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  'dq-implausible-quality gap': { near: 1 },
};

/** Limits that no example of the rule tells apart; `thresholds.test.ts` and `rules-of-data-quality.test.ts` do. */
const testedElsewhere: readonly string[] = ['dq-implausible-quality perfect', 'dq-missing-measures maxPt'];

/** What a rule finds with one limit set to a value: targets and severities. */
function verdict(rule: AnalysisRule, facts: Facts, name: string, value: number): string {
  const { claims } = rule.judge(facts, { ...beside[`${rule.id} ${name}`], [name]: value });
  return claims
    .map(({ about, severity }) => [...about, severity ?? ''].join(' '))
    .sort()
    .join('; ');
}

/** Values from one end of a limit to the other, whole ones where it counts. */
function valuesOf({ min, max, default: usual, unit }: OptionSpec): number[] {
  const steps = Array.from({ length: 41 }, (_, at) => min + ((max - min) * at) / 40);
  const near = [0.25, 0.5, 0.75, 0.9, 1.1, 1.5, 2, 4, 10].map((factor) => usual * factor);
  const all = [...steps, ...near, usual].filter((value) => value >= min && value <= max);
  return [...new Set(unit === 'count' ? all.map(Math.round) : all)].sort((a, b) => a - b);
}

/** The place between two values at which the verdict changes, to one part in a million million. */
function edgeBetween(judge: (value: number) => string, low: number, high: number): [number, number] {
  const first = judge(low);
  let [below, above] = [low, high];
  for (let round = 0; round < 60; round += 1) {
    const middle = (below + above) / 2;
    if (middle === below || middle === above) break;
    if (judge(middle) === first) below = middle;
    else above = middle;
  }
  return [below, above];
}

/** All that a rule says with one limit set to a value: a limit may weigh instead of decide. */
function saying(rule: AnalysisRule, facts: Facts, name: string, value: number): string {
  const { claims } = rule.judge(facts, { [name]: value });
  return JSON.stringify(claims.map(({ message, impact, evidence }) => [message, impact, evidence]));
}

const limits = allRules
  .flatMap((rule) => Object.entries(rule.options).map(([name, option]) => [rule, name, option] as const))
  .filter(([rule, name]) => !testedElsewhere.includes(`${rule.id} ${name}`))
  .map(([rule, name, option]) => [rule.id, name, rule, option] as const);

describe('every limit', () => {
  it.each(limits)(
    'of %s: %s decides or weighs in one of the examples, at one sharp edge',
    (_id, name, rule, option) => {
      const facts = [...rule.examples.flagged, ...rule.examples.clean].map(factsFrom);
      const values = valuesOf(option);
      const edges = facts.flatMap((each) => {
        const judge = (value: number): string => verdict(rule, each, name, value);
        const at = values.findIndex((value, index) => judge(value) !== judge(values[index - 1] ?? value));
        return at < 1 ? [] : [edgeBetween(judge, values[at - 1] ?? 0, values[at] ?? 0)];
      });
      const weighs = facts.some(
        (each) => new Set(values.map((value) => saying(rule, each, name, value))).size > 1,
      );
      expect(edges.length > 0 || weighs, 'no example changes at any value').toBe(true);
      for (const [below, above] of edges)
        expect(above - below).toBeLessThanOrEqual(1e-9 * Math.max(1, above));
    },
  );
});
