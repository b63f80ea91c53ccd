import { describe, expect, it } from 'vitest';
import { analyse } from '../../../shared/analysis/analyse';
import { itil4 } from '../../../shared/catalogue/itil4/itil4';
import { templates } from '../../../shared/catalogue/templates/templates';
import { graphOf } from '../../../shared/model/queries';
import { newFromTemplate } from '../../../shared/tables/new-from-template';
import { countIds } from '../../helpers/count-ids';
import { today } from './judge-map';

/** Rules by id with the templates on which they find something, as the app judges untouched copies. */
function findingsPerRule(): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const { id } of templates) {
    const made = newFromTemplate(id, { makeId: countIds() });
    const graph = made && graphOf(made.project, made.mapId);
    if (!graph) throw new Error(`The template ${id} has no map.`);
    const { findings, failed } = analyse(graph, {
      pack: itil4,
      profile: 'review',
      today,
      suppressForTemplates: true,
    });
    expect(failed).toEqual([]);
    for (const rule of new Set(findings.map((finding) => finding.rule)))
      found.set(rule, [...(found.get(rule) ?? []), id]);
  }
  return found;
}

describe('on the ten templates', () => {
  const found = findingsPerRule();
  const own = /^(value|principle|dimension|pattern)-/;

  it('no rule about value, principles, dimensions or patterns fires on eight or more: it would say nothing', () => {
    for (const [rule, on] of found) if (own.test(rule)) expect(on.length, rule).toBeLessThan(8);
  });

  it('what a rule looks for is found where it is', () => {
    expect(found.get('pattern-no-standard-route')).toEqual(['normal-change']);
    expect(found.get('pattern-approval-on-standard-request')).toEqual([
      'service-request-fulfilment',
      'employee-onboarding',
    ]);
    expect(found.get('pattern-deploy-without-test')).toEqual(['problem-to-known-error']);
    expect(found.get('value-low-va-share')).toEqual(['service-request-fulfilment']);
  });

  it('an untouched copy is not asked for its owner, its agreements and its clauses', () => {
    for (const rule of [
      'dimension-stream-without-owner',
      'dimension-supplier-without-agreement',
      'dimension-external-constraint-unnamed',
      'dimension-step-undescribed',
      'value-no-outcome',
    ])
      expect(found.has(rule), rule).toBe(false);
  });
});
