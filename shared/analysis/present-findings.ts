import type { FrameworkPack } from '../catalogue/types';
import { wastes } from '../catalogue/wastes';
import type { MapGraph } from '../model/queries';
import { en } from '../text/en';
import { allRules } from './all-rules';
import { formatLimit } from './limits';
import { nameOf, nodesOf } from './names';
import { profiles } from './profiles';
import type { AnalysisRule } from './rule';
import type { Severity } from '../model/value-sets';
import type { Finding, ProfileId, Report } from './types';

/** The three severities that people see. */
export type SeverityGroup = 'error' | 'warning' | 'info';

const words = en.findings;

const groups = {
  error: 'error',
  high: 'error',
  medium: 'warning',
  low: 'info',
  info: 'info',
} as const satisfies Record<Severity, SeverityGroup>;

/** Severity as it is shown and printed: error (`error`, `high`), warning (`medium`), info (`low`, `info`). */
export function groupOf(severity: Severity): SeverityGroup {
  return groups[severity];
}

const rank = { error: 0, warning: 1, info: 2 } as const satisfies Record<SeverityGroup, number>;

/** Orders severity groups, worst first. */
export function worstFirst(a: SeverityGroup, b: SeverityGroup): number {
  return rank[a] - rank[b];
}

/** A finding as a row of the panel. */
export interface FindingRow {
  /** Stable while the finding lasts: rule and targets. */
  readonly key: string;
  readonly group: SeverityGroup;
  readonly sentence: string;
  /** What a click selects, with the text of the link. */
  readonly where: { readonly name: string; readonly ids: readonly string[] };
  readonly principles: readonly string[];
  readonly wastes: readonly string[];
  readonly rule: string;
  readonly title: string;
  readonly whyItMatters: string;
  readonly whatToDo: string;
  readonly whenItIsFine: string;
  /** The limits it was judged by, and whose they are. */
  readonly howToChange: string;
  /** Titles of the rules that this finding folds. */
  readonly folds: readonly string[];
  readonly confidence: number;
  /** True where the panel shows it only after "more". */
  readonly isBackground: boolean;
}

/** A question for the room, with every rule that waits for its answer. */
export interface GapRow {
  readonly key: string;
  readonly question: string;
  readonly ids: readonly string[];
  /** Fields of the step table. */
  readonly missing: readonly string[];
  readonly rules: readonly string[];
}

/** A number on a node of the canvas. */
export interface Badge {
  readonly count: number;
  readonly worst: SeverityGroup;
}

/** Everything that the panel and the canvas show of a report. */
export interface PresentedFindings {
  readonly rows: readonly FindingRow[];
  readonly gaps: readonly GapRow[];
  readonly badges: ReadonlyMap<string, Badge>;
  readonly counts: Readonly<Record<SeverityGroup, number>>;
  /** Sentences about rules that crashed. */
  readonly failures: readonly string[];
}

const namesIn = (
  all: readonly { readonly id: string; readonly name: string }[],
  ids: readonly string[],
): string[] => ids.flatMap((id) => all.find((each) => each.id === id)?.name ?? []);

function howToChange(rule: AnalysisRule, finding: Finding, profile: ProfileId): string {
  const limits = Object.entries(rule.options).map(([name, option]) =>
    words.limit(option.label, formatLimit(option, finding.threshold[name] ?? option.default)),
  );
  return limits.length === 0 ? words.noLimit : [...limits, words.profile(profiles[profile].name)].join(' · ');
}

function whereOf(graph: MapGraph, { about, involves }: Finding): FindingRow['where'] {
  const flow = graph.flows.find((each) => each.id === about[0]);
  if (flow !== undefined) return { name: nameOf(graph, flow.from), ids: [flow.id] };
  const nodes = about.filter((id) => graph.node.has(id));
  if (nodes.length > 0) return { name: nodes.map((id) => nameOf(graph, id)).join(', '), ids: nodes };
  return { name: words.wholeMap, ids: involves };
}

/** What a report and its map look like in the panel; findings that are folded or waived are no rows of their own. */
export function presentFindings(report: Report, graph: MapGraph, pack: FrameworkPack): PresentedFindings {
  const rules = new Map(allRules.map((rule) => [rule.id, rule]));
  const { shown, background } = profiles[report.profile];
  const visible = report.findings.filter((finding) => finding.supersededBy === null && !finding.waived);
  const front = visible.filter((finding) => !background.includes(finding.rule)).slice(0, shown ?? undefined);
  const rows = visible.flatMap((finding): FindingRow[] => {
    const rule = rules.get(finding.rule);
    if (rule === undefined) return [];
    const folded = report.findings.filter(
      (other) => other.supersededBy === rule.id && other.about.join(' ') === finding.about.join(' '),
    );
    return [
      {
        key: `${finding.rule} ${finding.about.join(' ')}`,
        group: groupOf(finding.severity),
        sentence: finding.message,
        where: whereOf(graph, finding),
        principles: namesIn(pack.principles, rule.principles),
        wastes: namesIn(wastes, rule.wastes),
        rule: rule.id,
        title: rule.title,
        whyItMatters: rule.whyItMatters,
        whatToDo: rule.whatToDo,
        whenItIsFine: rule.whenItIsFine,
        howToChange: howToChange(rule, finding, report.profile),
        folds: folded.map((other) => words.folds(rules.get(other.rule)?.title ?? other.rule)),
        confidence: finding.confidence,
        isBackground: !front.includes(finding),
      },
    ];
  });
  return {
    rows: rows.sort((a, b) => worstFirst(a.group, b.group)),
    gaps: gapRows(report),
    badges: badgesOf(graph, visible),
    counts: countsOf(rows),
    failures: report.failed.map((rule) => words.failed(rule)),
  };
}

function countsOf(rows: readonly FindingRow[]): Record<SeverityGroup, number> {
  const counts = { error: 0, warning: 0, info: 0 };
  for (const row of rows) counts[row.group] += 1;
  return counts;
}

function badgesOf(graph: MapGraph, findings: readonly Finding[]): Map<string, Badge> {
  const badges = new Map<string, Badge>();
  for (const finding of findings)
    for (const node of finding.about.flatMap((id) => nodesOf(graph, id))) {
      const group = groupOf(finding.severity);
      const { count, worst } = badges.get(node) ?? { count: 0, worst: group };
      badges.set(node, { count: count + 1, worst: worstFirst(group, worst) < 0 ? group : worst });
    }
  return badges;
}

function gapRows(report: Report): GapRow[] {
  const byQuestion = new Map<string, GapRow>();
  for (const { question, about, missing, rule } of report.gaps) {
    const same = byQuestion.get(question);
    byQuestion.set(question, {
      key: question,
      question,
      ids: about,
      missing,
      rules: [...(same?.rules ?? []), rule],
    });
  }
  return [...byQuestion.values()];
}
