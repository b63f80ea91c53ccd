import type { AnalysisRule } from '../../shared/analysis/rule';
import type { ChosenSetting, SettingLayer } from '../../shared/analysis/rule-settings';
import { aboutOf, changeApplicationRule, type ScopePlace, settingIn } from '../../shared/analysis/rule-scope';
import { profiles } from '../../shared/analysis/profiles';
import {
  clearRuleSettings,
  ruleSettingAt,
  type RuleSettingPatch,
  setRuleSetting,
} from '../../shared/commands/analysis';
import type { RuleSetting } from '../../shared/model/project';
import { en } from '../../shared/text/en';
import { makeId } from '../make-id';
import { dispatch, rememberAnalysis, useApp } from '../store';

/** The settings of rules as a scope has them, and how they are changed there. */
export interface RulesHere {
  readonly place: ScopePlace;
  /** What is set in the scope, else what the wider ones say. */
  readonly settingOf: (rule: AnalysisRule) => ChosenSetting;
  /** What a step (where one is looked at) or the map is judged by. */
  readonly inForce: (rule: AnalysisRule) => ChosenSetting;
  /** What is set in exactly this scope. */
  readonly own: (rule: string) => RuleSetting | undefined;
  readonly isChanged: (rule: string) => boolean;
  readonly hasChanges: boolean;
  readonly set: (rule: string, patch: RuleSettingPatch) => void;
  /** Gives one rule, or all of them, back to the wider scopes. */
  readonly reset: (rule?: string) => void;
}

/** Where a value comes from, in words. */
export function sayLayer(layer: SettingLayer | undefined): string {
  const { from } = en.ruleSettings;
  const { profile } = useApp.getState().history.project.settings;
  return layer === 'profile' ? from.profile(profiles[profile].name) : from[layer ?? 'rule'];
}

function resetIn(place: ScopePlace, rule: string | undefined): void {
  if (place.scope === 'application') {
    const { rules } = useApp.getState().analysis;
    rememberAnalysis({ rules: rule === undefined ? [] : rules.filter((each) => each.rule !== rule) });
  } else dispatch(clearRuleSettings({ rule, about: aboutOf(place) ?? 'project' }));
}

/** The settings of rules as they are seen and changed from a scope. */
export function useRulesHere(place: ScopePlace): RulesHere {
  const project = useApp((state) => state.history.project);
  const application = useApp((state) => state.analysis.rules);
  const settings = { application, project: project.ruleSettings };
  const { profile } = project.settings;
  const isApplication = place.scope === 'application';
  const own = (rule: string): RuleSetting | undefined =>
    isApplication
      ? application.find((each) => each.rule === rule)
      : ruleSettingAt(project, { rule, about: aboutOf(place) });
  return {
    place,
    settingOf: (rule) => settingIn(rule, settings, profile, place),
    inForce: (rule) =>
      settingIn(rule, settings, profile, { ...place, scope: place.step === null ? 'map' : 'target' }),
    own,
    isChanged: (rule) => own(rule) !== undefined,
    hasChanges: isApplication
      ? application.length > 0
      : Object.values(project.ruleSettings).some((each) => each.about === aboutOf(place)),
    set: (rule, patch) => {
      if (isApplication)
        rememberAnalysis({
          rules: changeApplicationRule(useApp.getState().analysis.rules, rule, patch),
        });
      else dispatch(setRuleSetting({ rule, about: aboutOf(place), patch }, makeId));
    },
    reset: (rule) => resetIn(place, rule),
  };
}
