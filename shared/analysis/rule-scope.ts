import type { RuleSettingPatch } from '../commands/analysis';
import type { RuleSetting } from '../model/project';
import { profiles } from './profiles';
import type { AnalysisRule } from './rule';
import { type ChosenSetting, type RuleSettings, settingsOf } from './rule-settings';
import type { ProfileId } from './types';

/** Where a person sets how a rule judges, widest first: this computer, the project, a map, one step. */
export const ruleScopes = ['application', 'project', 'map', 'target'] as const;
export type RuleScope = (typeof ruleScopes)[number];

/** What settings are looked at from. */
export interface ScopePlace {
  readonly scope: RuleScope;
  readonly map: string;
  /** The step of the scope `target`, null where none is looked at. */
  readonly step: string | null;
}

/** What a setting of that scope is about, as the document stores it; undefined for the whole project and for this computer. */
export function aboutOf({ scope, map, step }: ScopePlace): string | undefined {
  if (scope === 'map') return map;
  return scope === 'target' ? (step ?? undefined) : undefined;
}

/** Only the settings of a scope and of those wider than it. */
function seenFrom(settings: RuleSettings, { scope, map, step }: ScopePlace): RuleSettings {
  const reach = ruleScopes.indexOf(scope);
  const isSeen = ({ about }: RuleSetting): boolean =>
    (about === undefined && reach >= ruleScopes.indexOf('project')) ||
    (about === map && reach >= ruleScopes.indexOf('map')) ||
    (about !== undefined && about === step && scope === 'target');
  const project = Object.entries(settings.project).filter(([, setting]) => isSeen(setting));
  return { application: settings.application, project: Object.fromEntries(project) };
}

/** How a rule judges as a scope has it: what is set there, else what the wider scopes, the profile and the rule say. */
export function settingIn(
  rule: AnalysisRule,
  settings: RuleSettings,
  profile: ProfileId,
  place: ScopePlace,
): ChosenSetting {
  const seen = seenFrom(settings, place);
  const { general, targets } = settingsOf(rule, {
    profile: profiles[profile],
    settings: seen,
    map: place.map,
  });
  return place.step === null || place.scope !== 'target' ? general : (targets.get(place.step) ?? general);
}

const isEmpty = ({ severity, options }: Pick<RuleSetting, 'severity' | 'options'>): boolean =>
  severity === undefined && Object.keys(options ?? {}).length === 0;

/** The settings of this computer with one rule changed; undefined gives a field back, and a setting that says nothing any more is left out. */
export function changeApplicationRule(
  all: readonly RuleSetting[],
  rule: string,
  patch: RuleSettingPatch,
): RuleSetting[] {
  const known = all.find((each) => each.rule === rule);
  const merged = Object.entries({ ...known?.options, ...patch.options });
  const options = Object.fromEntries(
    merged.flatMap(([name, value]) => (value === undefined ? [] : [[name, value] as const])),
  );
  const severity = 'severity' in patch ? patch.severity : known?.severity;
  const next: RuleSetting = {
    rule,
    ...(severity === undefined ? {} : { severity }),
    ...(Object.keys(options).length === 0 ? {} : { options }),
  };
  const others = all.filter((each) => each.rule !== rule);
  return isEmpty(next) ? others : [...others, next];
}
