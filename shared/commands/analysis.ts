import type { Project, RuleSetting, Waiver } from '../model/project';
import { lookUp } from '../model/queries';
import { en } from '../text/en';
import { definedFields, type MakingCommand, type PatchOf, patchRecord, type ProjectDraft } from './change';
import type { Command, MakeId } from './command';

const { label, refused } = en.commands;

/** A waiver as a dialog gives it; dates are ISO, `about` the targets of the finding. */
export interface NewWaiver {
  readonly map: string;
  readonly rule: string;
  readonly about: readonly string[];
  readonly reason: string;
  readonly author?: string | undefined;
  readonly on: string;
  readonly expires?: string | undefined;
  readonly evidence: NonNullable<Waiver['evidence']>;
}

const targetsOf = (about: string): string[] => about.split(' ').sort();

const sameTargets = (a: readonly string[], b: readonly string[]): boolean => a.join(' ') === b.join(' ');

/** Accepts a finding with a reason, until a day or for good; it takes the place of an earlier waiver of the same finding. */
export function waiveFinding(waiver: NewWaiver, makeId: MakeId): MakingCommand {
  const id = makeId();
  const about = [...waiver.about].sort();
  const blankToNone = (text: string | undefined): string | undefined => text?.trim() || undefined;
  return {
    name: 'analysis.waive',
    label: label.waiveFinding,
    made: [id],
    refuse(project) {
      if (!lookUp(project.maps, waiver.map)) return refused.mapGone;
      if (waiver.reason.trim() === '') return refused.noReason;
      return waiver.expires !== undefined && waiver.expires < waiver.on ? refused.expiresBefore : null;
    },
    apply(draft) {
      for (const [other, { map, rule, about: target }] of Object.entries(draft.waivers))
        if (map === waiver.map && rule === waiver.rule && sameTargets(targetsOf(target), about))
          delete draft.waivers[other];
      draft.waivers[id] = definedFields({
        map: waiver.map,
        rule: waiver.rule,
        about: about.join(' '),
        reason: waiver.reason.trim(),
        author: blankToNone(waiver.author),
        on: waiver.on,
        expires: waiver.expires,
        evidence: { ...waiver.evidence },
      }) as Waiver;
    },
  };
}

/** Takes a waiver back, so that its finding counts again. */
export function endWaiver({ id }: { id: string }): Command {
  return {
    name: 'analysis.endWaiver',
    label: label.endWaiver,
    refuse: (project) => (lookUp(project.waivers, id) ? null : refused.waiverGone),
    apply(draft) {
      delete draft.waivers[id];
    },
  };
}

/** Changed fields of a setting: undefined gives a field back to the wider layer; limits are changed one by one. */
export interface RuleSettingPatch {
  readonly severity?: RuleSetting['severity'] | undefined;
  readonly options?: PatchOf<Record<string, number>> | undefined;
}

/** What a setting is of: `about` is a map, node, flow or role, the whole project where it is absent. */
export interface RuleSettingPlace {
  readonly rule: string;
  readonly about?: string | undefined;
}

const isAt =
  ({ rule, about }: RuleSettingPlace) =>
  (setting: RuleSetting): boolean =>
    setting.rule === rule && setting.about === about;

/** The setting of a rule in exactly one place of the project, or undefined. */
export function ruleSettingAt(project: Project, place: RuleSettingPlace): RuleSetting | undefined {
  return Object.values(project.ruleSettings).find(isAt(place));
}

const isEmpty = ({ severity, options }: RuleSetting): boolean =>
  severity === undefined && Object.keys(options ?? {}).length === 0;

/** Changes how a rule judges in a place; a setting that says nothing any more is taken away. */
export function setRuleSetting(
  { rule, about, patch }: RuleSettingPlace & { readonly patch: RuleSettingPatch },
  makeId: MakeId,
): Command {
  const id = makeId();
  return {
    name: 'analysis.setRule',
    label: label.setRule,
    refuse: () => null,
    apply(draft) {
      const known = Object.entries(draft.ruleSettings).find(([, each]) => isAt({ rule, about })(each));
      const options: Record<string, number> = { ...known?.[1].options };
      patchRecord(options, patch.options ?? {});
      const severity = 'severity' in patch ? patch.severity : known?.[1].severity;
      const hasOptions = Object.keys(options).length > 0;
      const next = definedFields({ rule, about, severity, options: hasOptions ? options : undefined });
      const isBlank = isEmpty(next as RuleSetting);
      if (known === undefined) {
        if (!isBlank) draft.ruleSettings[id] = next as RuleSetting;
      } else if (isBlank) delete draft.ruleSettings[known[0]];
      else patchRecord(known[1], { severity, options: next.options });
    },
  };
}

/** Takes settings away: of one rule, of one place, or (with neither) of the whole document. */
export function clearRuleSettings({
  rule,
  about,
}: {
  readonly rule?: string | undefined;
  readonly about?: string | 'project' | undefined;
} = {}): Command {
  const isMeant = (setting: RuleSetting): boolean =>
    (rule === undefined || setting.rule === rule) &&
    (about === undefined || (about === 'project' ? setting.about === undefined : setting.about === about));
  return {
    name: 'analysis.clearRules',
    label: label.clearRules,
    refuse: (project) => (Object.values(project.ruleSettings).some(isMeant) ? null : refused.noRuleSettings),
    apply(draft) {
      for (const [id, setting] of Object.entries(draft.ruleSettings))
        if (isMeant(setting)) delete draft.ruleSettings[id];
    },
  };
}

/** Takes away the waivers and settings about things that a command deletes. */
export function forgetJudgements(draft: ProjectDraft, gone: ReadonlySet<string>): void {
  for (const [id, waiver] of Object.entries(draft.waivers))
    if (gone.has(waiver.map) || targetsOf(waiver.about).some((each) => gone.has(each)))
      delete draft.waivers[id];
  for (const [id, { about }] of Object.entries(draft.ruleSettings))
    if (about !== undefined && gone.has(about)) delete draft.ruleSettings[id];
}

/** Copies the waivers and settings about things of a map that was copied; `ids` leads from each old id (the map's, nodes', flows') to the new one. */
export function copyJudgements(
  draft: ProjectDraft,
  { map, ids }: { map: string; ids: ReadonlyMap<string, string> },
  makeId: MakeId,
): void {
  const newMap = ids.get(map);
  if (newMap === undefined) return;
  const isThing = (id: string): boolean =>
    lookUp(draft.nodes, id) !== undefined || lookUp(draft.flows, id) !== undefined;
  for (const waiver of Object.values(draft.waivers)) {
    if (waiver.map !== map) continue;
    const old = targetsOf(waiver.about);
    if (old.some((id) => isThing(id) && !ids.has(id))) continue;
    const about = old.map((id) => ids.get(id) ?? id).sort();
    draft.waivers[makeId()] = { ...waiver, map: newMap, about: about.join(' ') };
  }
  for (const setting of Object.values(draft.ruleSettings)) {
    const about = setting.about === undefined ? undefined : ids.get(setting.about);
    if (about !== undefined) draft.ruleSettings[makeId()] = { ...setting, about };
  }
}
