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

const isOpen = (finding: Finding): boolean => !finding.waived;

/** How far each rule could judge, and what that means for wastes, principles, dimensions and value classes. */
export function coverageOf(graph: MapGraph, runs: readonly RuleRun[]): Coverage {
  const targets = targetsOn(graph);
  const states = new Map<AnalysisRule, RuleCoverage>(
    runs.map((run) => [
      run.rule,
      {
        rule: run.rule.id,
        state: stateOf(graph, targets, run),
        findings: run.findings.filter(isOpen).length,
      },
    ]),
  );
  const entries = [...states];
  const count = <Id extends string>(
    id: Id,
    isAbout: (rule: AnalysisRule) => boolean,
  ): CoverageCount & { readonly id: Id } => {
    const about = entries.filter(([rule]) => isAbout(rule)).map(([, covered]) => covered);
    const having = (state: Judged): number => about.filter((each) => each.state === state).length;
    return {
      id,
      rules: about.length,
      judged: having('judged'),
      partly: having('partly'),
      notJudged: having('notJudged') + having('failed'),
      off: having('off'),
      findings: about.reduce((sum, { findings }) => sum + findings, 0),
    };
  };
  return {
    rules: [...states.values()],
    wastes: wastes.map(({ id }) => count(id, (rule) => rule.wastes.includes(id))),
    principles: principles.map(({ id }) => count(id, (rule) => rule.principles.includes(id))),
    dimensions: dimensions.map(({ id }) => count(id, (rule) => rule.dimensions.includes(id))),
    values: valueClasses.map((id) => count(id, (rule) => valueClassesOf(rule).includes(id))),
  };
}
