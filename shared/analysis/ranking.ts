import type { MapGraph } from '../model/queries';
import { severities } from '../model/value-sets';
import type { AnalysisRule } from './rule';
import type { Finding } from './types';
import { usualRate } from './worth';

/**
 * Orders findings: first what keeps figures from being computed, then by what a month would save
 * (lead time hours x demand x cost of delay + hours of effort x rate; where no money is known an
 * hour counts as one), then by severity. Rules and targets in their order decide the rest.
 */
export function byImportance(
  graph: MapGraph,
  rules: readonly AnalysisRule[],
): (a: Finding, b: Finding) => number {
  const { demandPerMonth = 1, costOfDelayPerHour = 1 } = graph.stream;
  const rate = usualRate(graph) ?? 1;
  const blocks = new Set(rules.filter((rule) => rule.blocksCalculation).map((rule) => rule.id));
  const worth = ({ impact }: Finding): number =>
    ((impact.leadTime ?? 0) * demandPerMonth * costOfDelayPerHour + (impact.effortPerMonth ?? 0) * rate) / 60;
  return (a, b) =>
    Number(blocks.has(b.rule)) - Number(blocks.has(a.rule)) ||
    worth(b) - worth(a) ||
    severities.indexOf(a.severity) - severities.indexOf(b.severity);
}
