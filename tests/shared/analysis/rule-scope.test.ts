import { describe, expect, test } from 'vitest';
import { allRules } from '../../../shared/analysis/all-rules';
import { changeApplicationRule, type RuleScope, settingIn } from '../../../shared/analysis/rule-scope';
import type { RuleSettings } from '../../../shared/analysis/rule-settings';

const id = 'flow-dominant-wait';
const rule = allRules.find((each) => each.id === id);
if (!rule) throw new Error(`no rule ${id}`);

const settings: RuleSettings = {
  application: [{ rule: id, options: { share: 0.3 } }],
  project: {
    a: { rule: id, options: { share: 0.4 } },
    b: { rule: id, about: 'map', severity: 'low' },
    c: { rule: id, about: 'step', severity: 'off' },
    d: { rule: 'another', options: { share: 0.9 } },
  },
};

const seen = (scope: RuleScope) => settingIn(rule, settings, 'review', { scope, map: 'map', step: 'step' });

describe('a rule looked at from', () => {
  test('this computer knows nothing of the project', () => {
    expect(seen('application')).toMatchObject({ severity: null, options: { share: 0.3 } });
  });

  test('the project has its own word, not that of one map', () => {
    expect(seen('project')).toMatchObject({ severity: null, options: { share: 0.4 } });
    expect(seen('project').from).toEqual({ share: 'project' });
  });

  test('a map adds its own to the project’s', () => {
    expect(seen('map')).toMatchObject({ severity: 'low', options: { share: 0.4 } });
    expect(seen('map').from).toEqual({ share: 'project', severity: 'map' });
  });

  test('a step has the last word', () => {
    expect(seen('target')).toMatchObject({ severity: 'off', options: { share: 0.4 } });
  });

  test('another step has what the map has', () => {
    const other = settingIn(rule, settings, 'review', { scope: 'target', map: 'map', step: 'other' });
    expect(other.severity).toBe('low');
  });

  test('the audit profile, where nobody said anything', () => {
    const none = settingIn(rule, { application: [], project: {} }, 'audit', {
      scope: 'map',
      map: 'map',
      step: null,
    });
    expect(none.options['share']).toBe(0.15);
    expect(none.from['share']).toBe('profile');
  });
});

describe('a rule on this computer', () => {
  test('keeps what was set before and is not changed now', () => {
    const once = changeApplicationRule([], id, { severity: 'off' });
    expect(changeApplicationRule(once, id, { options: { share: 0.5 } })).toEqual([
      { rule: id, severity: 'off', options: { share: 0.5 } },
    ]);
  });

  test('is left out once everything is given back', () => {
    const set = changeApplicationRule([], id, { severity: 'off', options: { share: 0.5 } });
    const half = changeApplicationRule(set, id, { options: { share: undefined } });
    expect(half).toEqual([{ rule: id, severity: 'off' }]);
    expect(changeApplicationRule(half, id, { severity: undefined })).toEqual([]);
  });

  test('leaves other rules alone', () => {
    const other = { rule: 'another', severity: 'off' as const };
    expect(changeApplicationRule([other], id, { severity: 'low' })).toEqual([
      other,
      { rule: id, severity: 'low' },
    ]);
  });
});
