import type { Project, RuleSetting } from '../model/project';
import type { Severity } from '../model/value-sets';
import type { Profile } from './profiles';
import type { AnalysisRule } from './rule';

/** How rules judge where their defaults are not wanted: on this computer, and in the document. */
export interface RuleSettings {
  /** For every project of the user; a setting that names a target is left out. */
  readonly application: readonly RuleSetting[];
  readonly project: Project['ruleSettings'];
}

/** Where a limit or a severity was set; the later the nearer, and the nearest wins. */
export type SettingLayer = 'rule' | 'profile' | 'application' | 'project' | 'map' | 'target';

/** How a rule judges in one place. */
export interface ChosenSetting {
  /** Null where neither the profile nor a setting says anything: the rule's own word holds. */
  readonly severity: Severity | 'off' | null;
  /** True where a person chose the severity, so that the rule neither raises nor lowers it. */
  readonly isChosen: boolean;
  /** By option name, within the ends of the option; options that keep their default are absent. */
  readonly options: Readonly<Record<string, number>>;
  /** Where each came from, by option name, `severity` for the severity. */
  readonly from: Readonly<Record<string, SettingLayer>>;
}

/** How a rule judges a map, and where it judges single targets otherwise. */
export interface SettingsOfRule {
  readonly general: ChosenSetting;
  /** By id of a node, flow or role. */
  readonly targets: ReadonlyMap<string, ChosenSetting>;
}

/** What a profile says of a rule. */
function fromProfile(rule: AnalysisRule, profile: Profile): ChosenSetting {
  const severity = profile.severity[rule.id] ?? null;
  const options = profile.options[rule.id] ?? {};
  const from: Record<string, SettingLayer> = {};
  for (const name of Object.keys(options)) from[name] = 'profile';
  if (severity !== null) from.severity = 'profile';
  return { severity, isChosen: false, options, from };
}

/** A nearer layer over a wider one: each field for itself; options that the rule lacks and values that are no numbers are left out. */
function over(
  rule: AnalysisRule,
  wider: ChosenSetting,
  { severity, options = {} }: RuleSetting,
  layer: SettingLayer,
): ChosenSetting {
  const chosen: Record<string, number> = { ...wider.options };
  const from: Record<string, SettingLayer> = { ...wider.from };
  for (const [name, value] of Object.entries(options)) {
    if (!Object.hasOwn(rule.options, name) || !Number.isFinite(value)) continue;
    const spec = rule.options[name];
    if (spec === undefined) continue;
    chosen[name] = Math.min(spec.max, Math.max(spec.min, value));
    from[name] = layer;
  }
  if (severity === undefined) return { ...wider, options: chosen, from };
  return { severity, isChosen: true, options: chosen, from: { ...from, severity: layer } };
}

const none: RuleSettings = { application: [], project: {} };

/** How a rule judges a map under a profile: nearest layer wins, field by field. Never throws. */
export function settingsOf(
  rule: AnalysisRule,
  { profile, settings = none, map }: { profile: Profile; settings?: RuleSettings | undefined; map: string },
): SettingsOfRule {
  const mine = Object.values(settings.project).filter((setting) => setting.rule === rule.id);
  const layers: readonly (readonly [SettingLayer, readonly RuleSetting[]])[] = [
    ['application', settings.application.filter((each) => each.rule === rule.id && each.about === undefined)],
    ['project', mine.filter((each) => each.about === undefined)],
    ['map', mine.filter((each) => each.about === map)],
  ];
  let general = fromProfile(rule, profile);
  for (const [layer, list] of layers)
    for (const setting of list) general = over(rule, general, setting, layer);
  const targets = new Map<string, ChosenSetting>();
  for (const setting of mine) {
    const { about } = setting;
    if (about === undefined || about === map) continue;
    targets.set(about, over(rule, targets.get(about) ?? general, setting, 'target'));
  }
  return { general, targets };
}
