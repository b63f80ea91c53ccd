import { describe, expect, it } from 'vitest';
import { allRules } from '../../../shared/analysis/all-rules';
import { exampleMapId, exampleProject } from '../../../shared/analysis/example';
import { factsOf } from '../../../shared/analysis/facts';
import { itil4 } from '../../../shared/catalogue/itil4/itil4';
import type { FrameworkPack } from '../../../shared/catalogue/types';
import { computeFigures } from '../../../shared/figures/compute-figures';
import { graphOf } from '../../../shared/model/queries';
import { today } from './judge-map';

/** A framework of an organisation that knows none of the practices and activities of ITIL 4. */
const own: FrameworkPack = { ...itil4, id: 'own', activities: [], practices: [] };

function found(ruleId: string, pack: FrameworkPack): string[] {
  const rule = allRules.find((each) => each.id === ruleId);
  if (rule === undefined) throw new Error(`No rule ${ruleId}.`);
  return rule.examples.flagged.flatMap((example) => {
    const graph = graphOf(exampleProject(example), exampleMapId);
    if (graph === null) throw new Error('An example has no map.');
    const facts = factsOf(graph, computeFigures(graph), {
      pack,
      today,
      suppressForTemplates: false,
      sampled: example.sampled ?? null,
    });
    return rule.judge(facts, {}).claims.map((claim) => claim.message);
  });
}

describe('with a framework that has other practices', () => {
  it.each(allRules.map((rule) => rule.id))('%s judges or keeps quiet, without a crash', (id) => {
    for (const message of found(id, own)) expect(message).not.toMatch(/undefined|null|NaN/);
  });

  it.each([
    'value-warranty-not-designed',
    'principle-single-practice-stream',
    'dimension-unusual-practice',
    'pattern-no-standard-route',
    'pattern-approval-on-standard-request',
    'pattern-incidents-without-learning',
  ])('%s rests on practices and has nothing to say', (id) => {
    expect(found(id, itil4)).not.toEqual([]);
    expect(found(id, own)).toEqual([]);
  });
});
