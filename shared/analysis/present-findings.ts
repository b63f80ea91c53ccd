import { wastes } from '../catalogue/wastes';
import type { FrameworkPack } from '../catalogue/types';
import type { MapGraph } from '../model/queries';
import { en } from '../text/en';
import { allRules } from './all-rules';
import { formatLimit } from './limits';
import { flowOf, nameOf, nodesOf, sayNames } from './names';
import { type GapRow, questionsOf } from './present-gaps';
import { isBackgroundRule, profiles } from './profiles';
import type { AnalysisRule, Suggestion } from './rule';
import { groupOf, type SeverityGroup, worstFirst } from './severity-groups';
import type { Finding, ProfileId, Report } from './types';
import { sayTrust, type Sources, sourcesOf } from './sources';
import { sayWaiver } from './wording';
import { sayWorth, worthOf } from './worth';

export type { GapRow } from './present-gaps';
export type { SeverityGroup } from './severity-groups';

const words = en.findings;

/** A remedy as the panel offers it; `index` is its place in the rule's `suggest`. */
export interface OfferedRemedy {
  readonly label: string;
  readonly kind: Suggestion['kind'];
  readonly index: number;
}

/** A finding as a row of the panel. */
export interface FindingRow {
  /** Stable while the finding lasts: rule and targets. */
  readonly key: string;
  readonly group: SeverityGroup;
  readonly sentence: string;
  /** What a click selects, with the text of the link. */
  readonly where: { readonly name: string; readonly ids: readonly string[] };
  /** Names of the steps that it is about; none where it is about the whole map. */
  readonly steps: readonly string[];
  readonly principles: readonly string[];
  readonly wastes: readonly string[];
  readonly dimensions: readonly string[];
  readonly rule: string;
  readonly title: string;
  readonly whyItMatters: string;
  readonly whatToDo: string;
  readonly whenItIsFine: string;
  /** The limits it was judged by, and whose they are. */
  readonly howToChange: string;
  /** Titles of the rules that this finding folds. */
  readonly folds: readonly string[];
  /** What is at stake in words, or null where nothing is known. */
  readonly worth: string | null;
  /** Its place among all findings by what is at stake: 0 is first. */
  readonly rank: number;
  readonly confidence: number;
  /** Where the values that it rests on come from, in words. */
  readonly trust: string;
  /** True where the panel shows it only after "more". */
  readonly isBackground: boolean;
  /** True where the team accepted it: struck through, counted apart, last. */
  readonly isWaived: boolean;
  /** Why a waiver no longer holds; null where there is none or it holds. */
  readonly returned: Finding['returned'];
  /** Who accepted it, when and why, also where that no longer holds; null where nobody did. */
  readonly waiverWords: string | null;
  readonly suggestions: readonly OfferedRemedy[];
  /** What the row shows. */
  readonly finding: Finding;
}

/** A number on a node of the canvas. */
export interface Badge {
  readonly count: number;
  readonly worst: SeverityGroup;
}

/** Everything that the panel and the canvas show of a report. */
export interface PresentedFindings {
  /** Worst first and then by what is at stake; accepted ones last. */
  readonly rows: readonly FindingRow[];
  readonly gaps: readonly GapRow[];
  /** By the id of a node, or of a group of nodes. */
  readonly badges: ReadonlyMap<string, Badge>;
  /** Findings that are not accepted. */
  readonly counts: Readonly<Record<SeverityGroup, number>>;
  readonly waivedCount: number;
  /** Sentences about rules that crashed. */
  readonly failures: readonly string[];
  /** What is not yet said of an untouched template; null where nothing is held back. */
  readonly spared: string | null;
}

/** What the words of findings depend on besides the report. */
export interface PresentOptions {
  /** Code of the currency in which money is said; no money is said without it. */
  readonly currency?: string | null;
}

const namesIn = (
  all: readonly { readonly id: string; readonly name: string }[],
  ids: readonly string[],
): string[] => ids.flatMap((id) => all.find((each) => each.id === id)?.name ?? []);

/** True where a limit is not the one of the profile: somebody set it for this computer, project, map or step. */
function isSetByHand(rule: AnalysisRule, { threshold }: Finding, profile: ProfileId): boolean {
  const usual = profiles[profile].options[rule.id] ?? {};
  return Object.entries(rule.options).some(
    ([name, option]) => (threshold[name] ?? option.default) !== (usual[name] ?? option.default),
  );
}

function howToChange(rule: AnalysisRule, finding: Finding, profile: ProfileId): string {
  const limits = Object.entries(rule.options).map(([name, option]) =>
    words.limit(option.label, formatLimit(option, finding.threshold[name] ?? option.default)),
  );
  if (limits.length === 0) return words.noLimit;
  const whose = isSetByHand(rule, finding, profile) ? words.ownLimits : words.profile(profiles[profile].name);
  return [...limits, whose].join(' · ');
}

/** Where a finding is: the name of its steps, of the step that its flow leaves, of its role, or that it is about the whole map. */
export function whereOf(graph: MapGraph, { about, involves }: Finding): FindingRow['where'] {
  const flow = flowOf(graph, about[0] ?? '');
  if (flow !== undefined) return { name: nameOf(graph, flow.from), ids: [flow.id] };
  const nodes = about.filter((id) => graph.node.has(id));
  if (nodes.length > 0) return { name: sayNames(nodes.map((id) => nameOf(graph, id))), ids: nodes };
  const roles = about.filter((id) => graph.roles.has(id));
  if (roles.length > 0) return { name: sayNames(roles.map((id) => nameOf(graph, id))), ids: involves };
  return { name: words.wholeMap, ids: involves };
}

/** Steps that a finding is about: those it names, those that its flows leave, those that its roles do. */
function stepsOf(graph: MapGraph, { about, involves }: Finding): string[] {
  const isAboutRole = about.some((id) => graph.roles.has(id));
  const nodes = (isAboutRole ? involves : about).flatMap((id) => nodesOf(graph, id));
  return [...new Set(nodes)].map((id) => nameOf(graph, id));
}

/** What the rows of a rule have in common and is not on the rule itself. */
type RuleWords = Pick<FindingRow, 'principles' | 'wastes' | 'dimensions' | 'suggestions'>;

const wordsByRule = new WeakMap<FrameworkPack, Map<AnalysisRule, RuleWords>>();

/** Found once for each rule and framework. */
function wordsOf(rule: AnalysisRule, pack: FrameworkPack): RuleWords {
  const known = wordsByRule.get(pack) ?? new Map<AnalysisRule, RuleWords>();
  wordsByRule.set(pack, known);
  const found = known.get(rule) ?? {
    principles: namesIn(pack.principles, rule.principles),
    wastes: namesIn(wastes, rule.wastes),
    dimensions: namesIn(pack.dimensions, rule.dimensions),
    suggestions: rule.suggest.map(({ label, kind }, index) => ({ label, kind, index })),
  };
  known.set(rule, found);
  return found;
}

interface Presenting {
  readonly report: Report;
  readonly graph: MapGraph;
  readonly pack: FrameworkPack;
  readonly currency: string | null;
  readonly rules: ReadonlyMap<string, AnalysisRule>;
  readonly front: ReadonlySet<Finding>;
  readonly sources: Sources;
  /** Rules whose findings are folded, by the rule that folds them and the targets. */
  readonly folded: ReadonlyMap<string, readonly string[]>;
  /** How to change limits, by the limits themselves: those of a rule are one object. */
  readonly limits: Map<Finding['threshold'], string>;
}

function limitsOf({ limits, report }: Presenting, rule: AnalysisRule, finding: Finding): string {
  const known = limits.get(finding.threshold) ?? howToChange(rule, finding, report.profile);
  limits.set(finding.threshold, known);
  return known;
}

const targets = (finding: Finding): string => [...finding.about].sort().join(' ');

function foldedBy({ findings }: Report): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const finding of findings) {
    if (finding.supersededBy === null) continue;
    const key = `${finding.supersededBy} ${targets(finding)}`;
    const list = found.get(key);
    if (list) list.push(finding.rule);
    else found.set(key, [finding.rule]);
  }
  return found;
}

function rowOf(presenting: Presenting, finding: Finding, rule: AnalysisRule, rank: number): FindingRow {
  const { graph, pack, currency, rules, front, folded } = presenting;
  const shared = wordsOf(rule, pack);
  const folds = folded.get(`${rule.id} ${targets(finding)}`) ?? [];
  return {
    rule: rule.id,
    title: rule.title,
    whyItMatters: rule.whyItMatters,
    whatToDo: rule.whatToDo,
    whenItIsFine: rule.whenItIsFine,
    principles: shared.principles,
    wastes: shared.wastes,
    dimensions: shared.dimensions,
    suggestions: shared.suggestions,
    key: `${finding.rule} ${finding.about.join(' ')}`,
    group: groupOf(finding.severity),
    sentence: finding.message,
    where: whereOf(graph, finding),
    steps: stepsOf(graph, finding),
    howToChange: limitsOf(presenting, rule, finding),
    folds: folds.map((other) => words.folds(rules.get(other)?.title ?? other)),
    worth: sayWorth(worthOf(graph, finding), currency),
    rank,
    confidence: finding.confidence,
    trust: sayTrust(finding.confidence, presenting.sources),
    isBackground: !front.has(finding),
    isWaived: finding.waived,
    returned: finding.returned,
    waiverWords: sayWaiver(finding),
    finding,
  };
}

/** Rows by what they have at stake, or worst first and then by what they have at stake (as they are presented); accepted ones last. */
export function orderRows(rows: readonly FindingRow[], by: 'worth' | 'severity'): FindingRow[] {
  return [...rows].sort(
    (a, b) =>
      Number(a.isWaived) - Number(b.isWaived) ||
      (by === 'severity' ? worstFirst(a.group, b.group) : 0) ||
      a.rank - b.rank,
  );
}

/** What a report and its map look like in the panel; findings that are folded are no rows of their own. Money is said where a currency is given. */
export function presentFindings(
  report: Report,
  graph: MapGraph,
  pack: FrameworkPack,
  { currency = null }: PresentOptions = {},
): PresentedFindings {
  const rules = new Map(allRules.map((rule) => [rule.id, rule]));
  const { shown } = profiles[report.profile];
  const visible = report.findings.filter((finding) => finding.supersededBy === null);
  const open = visible.filter((finding) => !finding.waived);
  const isError = ({ severity }: Finding): boolean => groupOf(severity) === 'error';
  const isFront = (finding: Finding): boolean =>
    isError(finding) || !isBackgroundRule(report.profile, rules.get(finding.rule), graph);
  // No error waits behind "more" while something lesser is shown.
  const ranked = open.filter(isFront).sort((a, b) => Number(isError(b)) - Number(isError(a)));
  const front = new Set(ranked.slice(0, shown ?? undefined));
  const presenting = {
    report,
    graph,
    pack,
    currency,
    rules,
    front,
    sources: sourcesOf(graph),
    folded: foldedBy(report),
    limits: new Map(),
  };
  const rows = visible.flatMap((finding, rank): FindingRow[] => {
    const rule = rules.get(finding.rule);
    return rule === undefined ? [] : [rowOf(presenting, finding, rule, rank)];
  });
  return {
    rows: orderRows(rows, 'severity'),
    gaps: questionsOf(report, graph),
    badges: badgesOf(graph, open),
    counts: countsOf(rows),
    waivedCount: rows.filter((row) => row.isWaived).length,
    failures: report.failed.map((rule) => words.failed(rule)),
    spared: report.spared === 0 ? null : words.spared(report.spared),
  };
}

function countsOf(rows: readonly FindingRow[]): Record<SeverityGroup, number> {
  const counts = { error: 0, warning: 0, info: 0 };
  for (const row of rows) if (!row.isWaived) counts[row.group] += 1;
  return counts;
}

/** Nodes together with the groups that they belong to: a folded group says how many findings are about what it hides. */
function withGroups(graph: MapGraph, nodes: ReadonlySet<string>): Set<string> {
  return new Set([...nodes, ...[...nodes].flatMap((id) => graph.node.get(id)?.group ?? [])]);
}

function badgesOf(graph: MapGraph, findings: readonly Finding[]): Map<string, Badge> {
  const badges = new Map<string, Badge>();
  for (const finding of findings)
    for (const node of withGroups(graph, new Set(finding.about.flatMap((id) => nodesOf(graph, id))))) {
      const group = groupOf(finding.severity);
      const { count, worst } = badges.get(node) ?? { count: 0, worst: group };
      badges.set(node, { count: count + 1, worst: worstFirst(group, worst) < 0 ? group : worst });
    }
  return badges;
}
