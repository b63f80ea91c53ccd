import { dimensions } from '../catalogue/itil4/dimensions';
import { itil4 } from '../catalogue/itil4/itil4';
import { principles } from '../catalogue/itil4/principles';
import { wastes } from '../catalogue/wastes';
import { computeFigures } from '../figures/compute-figures';
import { graphOf } from '../model/queries';
import { findingsText } from '../text/findings';
import { allRules } from './all-rules';
import { type Example, exampleMapId, exampleProject, type FlaggedExample } from './example';
import { factsOf } from './facts';
import type { AnalysisRule, RuleCategory } from './rule';

const words = findingsText.catalogue;

/** The day on which examples are judged, so that ages of observations stay. */
export const exampleDay = '2026-11-21';

/** A rule with the example that shows what it finds, what it says there, and the one that it leaves alone. */
export interface RuleEntry {
  readonly rule: AnalysisRule;
  readonly flagged: FlaggedExample;
  /** What the rule says of the flagged example. */
  readonly sentence: string;
  readonly clean: Example;
}

/** Rules of one category under their heading. */
export interface RuleChapter {
  readonly category: RuleCategory;
  readonly heading: string;
  readonly entries: readonly RuleEntry[];
}

const nameIn = (all: readonly { id: string; name: string }[], id: string): string =>
  all.find((each) => each.id === id)?.name ?? id;

/** A category as a heading: `Waste: Waiting`. */
export function headingOf(category: RuleCategory): string {
  const id = category.slice(category.indexOf(':') + 1);
  if (category.startsWith('waste:')) return words.waste(nameIn(wastes, id));
  if (category.startsWith('principle:')) return words.principle(nameIn(principles, id));
  if (category.startsWith('dimension:')) return words.dimension(nameIn(dimensions, id));
  const plain: Readonly<Record<string, string>> = words.categories;
  return plain[category] ?? category;
}

/** What a rule says first of an example; empty where it finds nothing. */
function sentenceOf(rule: AnalysisRule, example: Example): string {
  const graph = graphOf(exampleProject(example), exampleMapId);
  if (graph === null) return '';
  const facts = factsOf(graph, computeFigures(graph), {
    pack: itil4,
    today: exampleDay,
    suppressForTemplates: false,
    sampled: example.sampled ?? null,
  });
  return rule.judge(facts, {}).claims[0]?.message ?? '';
}

function entryOf(rule: AnalysisRule): RuleEntry[] {
  const [flagged] = rule.examples.flagged;
  const [clean] = rule.examples.clean;
  if (flagged === undefined || clean === undefined) return [];
  return [{ rule, flagged, sentence: sentenceOf(rule, flagged), clean }];
}

/** All rules by category, in the order of the catalogue, each with its examples. */
export function ruleChapters(): RuleChapter[] {
  const categories = [...new Set(allRules.map((rule) => rule.category))];
  return categories.map((category) => ({
    category,
    heading: headingOf(category),
    entries: allRules.filter((rule) => rule.category === category).flatMap(entryOf),
  }));
}
