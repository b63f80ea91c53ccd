import { dimensions } from '../catalogue/itil4/dimensions';
import { principles } from '../catalogue/itil4/principles';
import { wastes } from '../catalogue/wastes';
import type { MapGraph } from '../model/queries';
import { type ValueClass, valueClasses } from '../model/value-sets';
import type { AnalysisRule } from './rule';
import type { Coverage, CoverageCount, Finding, Gap, Judged, RuleCoverage } from './types';

/** What the engine knows of a rule after judging. */
export interface RuleRun {
  readonly rule: AnalysisRule;
  readonly isOff: boolean;
  readonly hasFailed: boolean;
  readonly gaps: readonly Gap[];
  readonly findings: readonly Finding[];
}

/**
 * The value classes that a rule is about: those it names; else a rule about a waste is about what adds
 * no value, one that asks for the reason of a step or judges approvals about what is necessary, and
 * the rules about value about what the consumer wants.
 */
export function valueClassesOf(rule: AnalysisRule): readonly ValueClass[] {
  const known = classesByRule.get(rule) ?? findValueClasses(rule);
  classesByRule.set(rule, known);
  return known;
}

const classesByRule = new WeakMap<AnalysisRule, readonly ValueClass[]>();

function findValueClasses(rule: AnalysisRule): readonly ValueClass[] {
  if (rule.valueClasses !== undefined) return rule.valueClasses;
  const isAboutNecessity = /nnva|approval|inspection|rubber-stamp|constraint/.test(rule.id);
  const found: Record<ValueClass, boolean> = {
    VA: rule.category === 'value' && !isAboutNecessity,
    NNVA: isAboutNecessity,
    NVA: rule.wastes.length > 0 || rule.id.includes('nva-step'),
  };
  return valueClasses.filter((each) => found[each]);
}

/** How many targets a rule may have on the map, by its scope. */
type Targets = Readonly<Record<AnalysisRule['scope'], number>>;

function targetsOn(graph: MapGraph): Targets {
  return {
    map: 1,
    flow: graph.flows.length,
    role: new Set(graph.nodes.flatMap((node) => node.role ?? [])).size,
    step: graph.nodes.filter((node) => node.type === 'step').length,
  };
}

function stateOf(graph: MapGraph, targets: Targets, run: RuleRun): Judged {
  const { rule, isOff, hasFailed, gaps, findings } = run;
  if (hasFailed) return 'failed';
  if (isOff) return 'off';
  if (gaps.length === 0) return 'judged';
  if (findings.length > 0) return 'partly';
  if (rule.scope === 'map') return 'notJudged';
  const asked = new Set(gaps.flatMap((gap) => gap.about));
  return asked.has(graph.id) || asked.size >= targets[rule.scope] ? 'notJudged' : 'partly';
}

/** True where the panel shows a finding as a problem: it is neither accepted nor folded into another one. */
export const isShown = ({ waived, supersededBy }: Finding): boolean => !waived && supersededBy === null;

function countByRule(findings: readonly Finding[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { rule } of findings.filter(isShown)) counts.set(rule, (counts.get(rule) ?? 0) + 1);
  return counts;
}

const counted = {
  judged: 'judged',
  partly: 'partly',
  notJudged: 'notJudged',
  failed: 'notJudged',
  off: 'off',
} as const;

const idsOf = <Id extends string>(all: readonly { readonly id: Id }[]): Id[] => all.map(({ id }) => id);

/** Counts for each id the rules that are about it, by how far they could judge. */
function countBy<Id extends string>(
  ids: readonly Id[],
  states: ReadonlyMap<AnalysisRule, RuleCoverage>,
  aboutOf: (rule: AnalysisRule) => readonly Id[],
): (CoverageCount & { readonly id: Id })[] {
  const counts = new Map(
    ids.map((id) => [id, { id, rules: 0, judged: 0, partly: 0, notJudged: 0, off: 0, findings: 0 }]),
  );
  for (const [rule, { state, findings }] of states)
    for (const id of aboutOf(rule)) {
      const count = counts.get(id);
      if (count === undefined) continue;
      count.rules += 1;
      count[counted[state]] += 1;
      count.findings += findings;
    }
  return [...counts.values()];
}

/** How far each rule could judge, and what that means for wastes, principles, dimensions and value classes; the findings are those of the report. */
export function coverageOf(
  graph: MapGraph,
  runs: readonly RuleRun[],
  findings: readonly Finding[],
): Coverage {
  const targets = targetsOn(graph);
  const counts = countByRule(findings);
  const states = new Map<AnalysisRule, RuleCoverage>(
    runs.map((run) => [
      run.rule,
      {
        rule: run.rule.id,
        state: stateOf(graph, targets, run),
        findings: counts.get(run.rule.id) ?? 0,
      },
    ]),
  );
  return {
    rules: [...states.values()],
    wastes: countBy(idsOf(wastes), states, (rule) => rule.wastes),
    principles: countBy(idsOf(principles), states, (rule) => rule.principles),
    dimensions: countBy(idsOf(dimensions), states, (rule) => rule.dimensions),
    values: countBy(valueClasses, states, valueClassesOf),
  };
}
