import type { FrameworkPack } from '../catalogue/types';
import { computeFigures } from '../figures/compute-figures';
import type { Project } from '../model/project';
import type { MapGraph } from '../model/queries';
import { en } from '../text/en';
import { allRules } from './all-rules';
import { factsOf } from './facts';
import type { FieldName } from './fields';
import { nameFor } from './names';
import { type Profile, profiles } from './profiles';
import { byImportance } from './ranking';
import type { AnalysisRule, JudgedClaim } from './rule';
import type { Finding, Gap, ProfileId, Report } from './types';

/** What the analysis of a map depends on besides the map. */
export interface AnalyseOptions {
  readonly pack: FrameworkPack;
  readonly profile: ProfileId;
  /** ISO date: nothing here reads a clock. */
  readonly today: string;
  /** True in the app: a stream that is an untouched copy of a template is not asked when it was observed. */
  readonly suppressForTemplates: boolean;
  /** Findings that the team accepted; none unless given. */
  readonly waivers?: Project['waivers'];
  /** All rules unless given. */
  readonly rules?: readonly AnalysisRule[];
}

type Waivers = readonly Project['waivers'][string][];

function isWaived(waivers: Waivers, rule: string, about: readonly string[]): boolean {
  return waivers.some((waiver) => waiver.rule === rule && about.includes(waiver.about));
}

function findingOf(rule: AnalysisRule, claim: JudgedClaim, profile: Profile, waivers: Waivers): Finding {
  return {
    rule: rule.id,
    severity: claim.severity ?? profile.severity[rule.id] ?? rule.defaultSeverity,
    about: claim.about,
    involves: claim.involves ?? [],
    message: claim.message,
    evidence: claim.evidence,
    threshold: claim.threshold,
    impact: {
      leadTime: claim.impact?.leadTime ?? null,
      effortPerMonth: claim.impact?.effortPerMonth ?? null,
    },
    confidence: claim.trust ?? 1,
    supersededBy: null,
    waived: isWaived(waivers, rule.id, claim.about),
  };
}

function gapOf(graph: MapGraph, rule: string, field: FieldName, about: readonly string[]): Gap {
  const names = about.map((id) => nameFor(graph, id, field));
  return { rule, about, missing: [field], question: en.findings.ask[field](names) };
}

const target = (finding: Finding): string => [...finding.about].sort().join(' ');

/** Marks the findings that another rule on the same target folds. */
function fold(findings: readonly Finding[], rules: readonly AnalysisRule[]): Finding[] {
  const folders = new Map<string, string>();
  const supersedes = new Map(rules.map((rule) => [rule.id, rule.supersedes]));
  for (const finding of findings)
    for (const folded of supersedes.get(finding.rule) ?? [])
      folders.set(`${folded} ${target(finding)}`, finding.rule);
  return findings.map((finding) => ({
    ...finding,
    supersededBy: folders.get(`${finding.rule} ${target(finding)}`) ?? null,
  }));
}

/** Judges a map by all rules: findings in the order of their importance, questions, and the rules that crashed. */
export function analyse(graph: MapGraph, options: AnalyseOptions): Report {
  const rules = options.rules ?? allRules;
  const profile = profiles[options.profile];
  const facts = factsOf(graph, computeFigures(graph), options);
  const waivers = Object.values(options.waivers ?? {}).filter(
    (waiver) => waiver.map === graph.id && (waiver.expires ?? options.today) >= options.today,
  );
  const findings: Finding[] = [];
  const gaps: Gap[] = [];
  const failed: string[] = [];
  for (const rule of rules) {
    try {
      const { claims, missing } = rule.judge(facts, profile.options[rule.id] ?? {});
      findings.push(...claims.map((claim) => findingOf(rule, claim, profile, waivers)));
      gaps.push(...[...missing].map(([field, about]) => gapOf(graph, rule.id, field, about)));
    } catch {
      failed.push(rule.id);
    }
  }
  return {
    profile: profile.id,
    findings: fold(findings, rules).sort(byImportance(graph, rules)),
    gaps,
    failed,
  };
}
