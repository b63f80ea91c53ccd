import type { FrameworkPack } from '../catalogue/types';
import { computeFigures } from '../figures/compute-figures';
import type { SampledLeadTime } from '../figures/types';
import type { Project } from '../model/project';
import type { MapGraph } from '../model/queries';
import { en } from '../text/en';
import { allRules } from './all-rules';
import { coverageOf, isShown, type RuleRun } from './coverage';
import { type Facts, factsOf } from './facts';
import type { FieldName } from './fields';
import { nameFor } from './names';
import { profiles } from './profiles';
import { byImportance } from './ranking';
import type { AnalysisRule, JudgedClaim } from './rule';
import { type ChosenSetting, type RuleSettings, settingsOf, type SettingsOfRule } from './rule-settings';
import type { Finding, Gap, ProfileId, Report } from './types';
import { verdictOf, type WaiversOfMap, waiversOfMap } from './waivers';

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
  /** What people set rules to; the profile alone unless given. */
  readonly settings?: RuleSettings;
  /** Percentiles of this map, where they have been sampled. */
  readonly sampled?: SampledLeadTime | null;
  /** All rules unless given. */
  readonly rules?: readonly AnalysisRule[];
}

interface Judging {
  readonly graph: MapGraph;
  readonly facts: Facts;
  readonly options: AnalyseOptions;
  readonly waivers: WaiversOfMap;
}

function severityOf(rule: AnalysisRule, claim: JudgedClaim, chosen: ChosenSetting): Finding['severity'] {
  const set = chosen.severity === 'off' ? null : chosen.severity;
  if (chosen.isChosen && set !== null) return set;
  return claim.severity ?? set ?? rule.defaultSeverity;
}

const finite = (value: number | null | undefined): number | null =>
  value === undefined || value === null || !Number.isFinite(value) ? null : value;

function findingOf(judging: Judging, rule: AnalysisRule, claim: JudgedClaim, chosen: ChosenSetting): Finding {
  const finding = {
    rule: rule.id,
    severity: severityOf(rule, claim, chosen),
    about: claim.about,
    involves: claim.involves ?? [],
    message: claim.message,
    evidence: claim.evidence,
    threshold: claim.threshold,
    impact: {
      leadTime: finite(claim.impact?.leadTime),
      effortPerMonth: finite(claim.impact?.effortPerMonth),
    },
    confidence: claim.trust ?? 1,
    supersededBy: null,
  };
  return { ...finding, ...verdictOf(judging.waivers, finding, judging.options.today) };
}

function gapOf(graph: MapGraph, rule: string, field: FieldName, about: readonly string[]): Gap {
  // A question says the first three names at most and counts the rest.
  const names = about.map((id, at) => (at < 3 ? nameFor(graph, id, field) : ''));
  return { rule, about, missing: [field], question: en.findings.ask[field](names) };
}

interface Said {
  readonly findings: Finding[];
  readonly missing: Map<FieldName, string[]>;
}

/** Judges by one setting and takes what is about the targets that the setting is for. */
function judgeBy(
  judging: Judging,
  rule: AnalysisRule,
  { chosen, isFor }: { chosen: ChosenSetting; isFor: (about: readonly string[]) => boolean },
  said: Said,
): void {
  if (chosen.severity === 'off') return;
  const { claims, missing } = rule.judge(judging.facts, chosen.options);
  for (const claim of claims)
    if (isFor(claim.about)) said.findings.push(findingOf(judging, rule, claim, chosen));
  for (const [field, about] of missing) {
    const mine = about.filter((id) => isFor([id]));
    if (mine.length > 0) said.missing.set(field, [...(said.missing.get(field) ?? []), ...mine]);
  }
}

/** Judges by the general setting, and again for each target that has its own: the first target of a claim that has one decides. */
function judgeRule(judging: Judging, rule: AnalysisRule, { general, targets }: SettingsOfRule): RuleRun {
  const said: Said = { findings: [], missing: new Map() };
  const run = { rule, isOff: general.severity === 'off', hasFailed: false };
  const governing = (about: readonly string[]): string | undefined => about.find((id) => targets.has(id));
  try {
    judgeBy(judging, rule, { chosen: general, isFor: (about) => governing(about) === undefined }, said);
    for (const [target, chosen] of targets)
      judgeBy(judging, rule, { chosen, isFor: (about) => governing(about) === target }, said);
  } catch {
    return { ...run, hasFailed: true, gaps: [], findings: [] };
  }
  const gaps = [...said.missing].map(([field, about]) => gapOf(judging.graph, rule.id, field, about));
  return { ...run, gaps, findings: said.findings };
}

const target = ({ about }: Finding): string =>
  about.length === 1 ? (about[0] ?? '') : [...about].sort().join(' ');

/** Marks the findings that another rule on the same target folds; who accepts a finding accepts what it folds. */
function fold(findings: readonly Finding[], rules: readonly AnalysisRule[]): Finding[] {
  const folders = new Map<string, string>();
  const supersedes = new Map(rules.map((rule) => [rule.id, rule.supersedes]));
  for (const finding of findings)
    for (const folded of supersedes.get(finding.rule) ?? [])
      folders.set(`${folded} ${target(finding)}`, finding.rule);
  return findings.map((finding) => {
    const supersededBy = folders.get(`${finding.rule} ${target(finding)}`);
    return supersededBy === undefined ? finding : { ...finding, supersededBy };
  });
}

/** An analysis with what it takes to do it again for other percentiles. */
export interface KnownAnalysis {
  readonly report: Report;
  readonly graph: MapGraph;
  readonly options: AnalyseOptions;
  readonly facts: Facts;
  readonly runs: readonly RuleRun[];
  /** Rules that looked at the percentiles. */
  readonly ofSampled: ReadonlySet<AnalysisRule>;
}

/** All rules by one set of facts, and which of them looked at what may change without the map. */
interface JudgedRules extends Pick<KnownAnalysis, 'runs' | 'ofSampled'> {
  /** Rules that asked whether the stream is a template that is spared. */
  readonly ofSpared: ReadonlySet<AnalysisRule>;
}

/** The same facts, which note when the percentiles are looked at, and whether the stream is spared. */
function watched(facts: Facts, onRead: (what: 'sampled' | 'spared') => void): Facts {
  const { sampled } = facts;
  const { isSparedTemplate } = facts.stream;
  const stream = Object.freeze({
    ...facts.stream,
    get isSparedTemplate() {
      onRead('spared');
      return isSparedTemplate;
    },
  });
  return Object.freeze({
    ...facts,
    stream,
    get sampled() {
      onRead('sampled');
      return sampled;
    },
  });
}

function judgeAll(graph: MapGraph, options: AnalyseOptions, facts: Facts): JudgedRules {
  const { settings, rules = allRules } = options;
  const profile = profiles[options.profile];
  const readers = { sampled: new Set<AnalysisRule>(), spared: new Set<AnalysisRule>() };
  let current: AnalysisRule | null = null;
  const noting = watched(facts, (what) => {
    if (current !== null) readers[what].add(current);
  });
  const waivers = waiversOfMap(options.waivers ?? {}, graph.id);
  const judging = { graph, facts: noting, options, waivers };
  const runs = rules.map((rule) => {
    current = rule;
    return judgeRule(judging, rule, settingsOf(rule, { profile, settings, map: graph.id }));
  });
  return { runs, ofSampled: readers.sampled, ofSpared: readers.spared };
}

/** The runs with some of them replaced by later ones of the same rules. */
function withRuns(runs: readonly RuleRun[], later: readonly RuleRun[]): RuleRun[] {
  const fresh = new Map(later.map((run) => [run.rule, run]));
  return runs.map((run) => fresh.get(run.rule) ?? run);
}

/** How many findings the panel shows of what some rules said. */
function countShown(runs: readonly RuleRun[], rules: readonly AnalysisRule[]): number {
  const findings = fold(
    runs.flatMap((run) => run.findings),
    rules,
  );
  return findings.filter(isShown).length;
}

/** How many more findings there will be once an untouched template is changed; 0 where none is spared. */
function sparedOn(graph: MapGraph, options: AnalyseOptions, facts: Facts, judged: JudgedRules): number {
  if (!facts.stream.isSparedTemplate) return 0;
  const rules = options.rules ?? allRules;
  const stream = Object.freeze({ ...facts.stream, isSparedTemplate: false });
  const again = judgeAll(
    graph,
    { ...options, rules: [...judged.ofSpared] },
    Object.freeze({ ...facts, stream }),
  );
  const whole = withRuns(judged.runs, again.runs);
  return Math.max(0, countShown(whole, rules) - countShown(judged.runs, rules));
}

function reportOf(
  graph: MapGraph,
  options: AnalyseOptions,
  runs: readonly RuleRun[],
  spared: number,
): Report {
  const rules = options.rules ?? allRules;
  const findings = fold(
    runs.flatMap((run) => run.findings),
    rules,
  );
  return {
    profile: profiles[options.profile].id,
    findings: [...findings].sort(byImportance(graph, rules)),
    gaps: runs.flatMap((run) => run.gaps),
    failed: runs.filter((run) => run.hasFailed).map((run) => run.rule.id),
    coverage: coverageOf(graph, runs, findings),
    spared,
  };
}

/** True where nothing but the percentiles has changed since an analysis. */
function isSameButSampled(known: KnownAnalysis, graph: MapGraph, options: AnalyseOptions): boolean {
  const before = known.options;
  return (
    known.graph === graph &&
    before.pack === options.pack &&
    before.profile === options.profile &&
    before.today === options.today &&
    before.suppressForTemplates === options.suppressForTemplates &&
    before.waivers === options.waivers &&
    before.settings?.application === options.settings?.application &&
    before.settings?.project === options.settings?.project &&
    before.rules === options.rules
  );
}

const saidBy = ({ hasFailed, gaps, findings }: RuleRun): unknown => [hasFailed, gaps, findings];

/** Judges again by the rules that looked at the percentiles; the report is the same one where they say the same. */
function judgeSampled(known: KnownAnalysis, options: AnalyseOptions): KnownAnalysis {
  const { graph } = known;
  const facts: Facts = Object.freeze({ ...known.facts, sampled: options.sampled ?? null });
  const rules = [...known.ofSampled];
  const again = judgeAll(graph, { ...options, rules }, facts);
  const fresh = new Map(again.runs.map((run) => [run.rule, run]));
  const isSame = known.runs.every((run) => {
    const other = fresh.get(run.rule);
    return other === undefined || JSON.stringify(saidBy(other)) === JSON.stringify(saidBy(run));
  });
  if (isSame) return { ...known, options, facts };
  const runs = withRuns(known.runs, again.runs);
  return { ...known, options, facts, runs, report: reportOf(graph, options, runs, known.report.spared) };
}

/** Judges a map; where a former analysis differs in the percentiles alone, only by the rules that look at them. */
export function analyseAgain(
  known: KnownAnalysis | null,
  graph: MapGraph,
  options: AnalyseOptions,
): KnownAnalysis {
  if (known !== null && isSameButSampled(known, graph, options)) return judgeSampled(known, options);
  const facts = factsOf(graph, computeFigures(graph), options);
  const judged = judgeAll(graph, options, facts);
  const spared = sparedOn(graph, options, facts, judged);
  const { runs, ofSampled } = judged;
  return { report: reportOf(graph, options, runs, spared), graph, options, facts, runs, ofSampled };
}

/** Judges a map by all rules: findings in the order of their importance, questions, the rules that crashed, and what was judged at all. */
export function analyse(graph: MapGraph, options: AnalyseOptions): Report {
  return analyseAgain(null, graph, options).report;
}
