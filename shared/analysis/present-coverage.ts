import type { FrameworkPack } from '../catalogue/types';
import { wastes } from '../catalogue/wastes';
import type { MapGraph } from '../model/queries';
import { analysisText } from '../text/analysis';
import { allRules } from './all-rules';
import { questionsOf } from './present-gaps';
import type { CoverageCount, Judged, Report } from './types';

const words = analysisText.coverage;

/** What a waste, principle, dimension or value class was judged by. */
export interface CoverageRow extends CoverageCount {
  readonly name: string;
  /** `5 of 6 judged`. */
  readonly said: string;
}

/** The rows of one kind under their heading. */
export interface CoverageKind {
  readonly kind: 'wastes' | 'principles' | 'dimensions' | 'values';
  readonly title: string;
  readonly rows: readonly CoverageRow[];
}

/** A rule that did not judge everything, with the questions that it waits for. */
export interface UnjudgedRule {
  readonly rule: string;
  readonly title: string;
  readonly state: Exclude<Judged, 'judged'>;
  readonly stateName: string;
  readonly questions: readonly string[];
}

/** What was judged and what could not be, in words. */
export interface PresentedCoverage {
  readonly counts: Readonly<Record<Judged | 'rules', number>>;
  /** One sentence over all rules. */
  readonly summary: string;
  readonly kinds: readonly CoverageKind[];
  /** In the order of the catalogue. */
  readonly unjudged: readonly UnjudgedRule[];
}

function rowOf(count: CoverageCount, name: string): CoverageRow {
  return { ...count, name, said: words.of(count.judged + count.partly, count.rules) };
}

function rowsOf(
  counts: readonly CoverageCount[],
  named: readonly { readonly id: string; readonly name: string }[],
): CoverageRow[] {
  return counts.map((count) => rowOf(count, named.find(({ id }) => id === count.id)?.name ?? count.id));
}

function countsOf({ coverage }: Report): PresentedCoverage['counts'] {
  const counts = { rules: 0, judged: 0, partly: 0, notJudged: 0, off: 0, failed: 0 };
  for (const { state } of coverage.rules) {
    counts.rules += 1;
    counts[state] += 1;
  }
  return counts;
}

function unjudgedOf(report: Report, graph: MapGraph): UnjudgedRule[] {
  const questions = questionsOf(report, graph);
  return report.coverage.rules.flatMap(({ rule, state }): UnjudgedRule[] => {
    if (state === 'judged') return [];
    const title = allRules.find((each) => each.id === rule)?.title ?? rule;
    const asked = questions.filter(({ rules }) => rules.includes(rule)).map(({ question }) => question);
    return [{ rule, title, state, stateName: words.states[state], questions: asked }];
  });
}

/** What was judged and what could not be, for the panel and for reports. */
export function presentCoverage(report: Report, graph: MapGraph, pack: FrameworkPack): PresentedCoverage {
  const { coverage } = report;
  const counts = countsOf(report);
  return {
    counts,
    summary: words.summary({ ...counts, notJudged: counts.notJudged + counts.failed }),
    kinds: [
      { kind: 'wastes', title: words.kinds.wastes, rows: rowsOf(coverage.wastes, wastes) },
      {
        kind: 'principles',
        title: words.kinds.principles,
        rows: rowsOf(coverage.principles, pack.principles),
      },
      {
        kind: 'dimensions',
        title: words.kinds.dimensions,
        rows: rowsOf(coverage.dimensions, pack.dimensions),
      },
      {
        kind: 'values',
        title: words.kinds.values,
        rows: coverage.values.map((count) => rowOf(count, words.values[count.id])),
      },
    ],
    unjudged: unjudgedOf(report, graph),
  };
}
