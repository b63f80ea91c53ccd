import type { MapGraph } from '../model/queries';
import { type FigureInput, figureOf, isReached, needs, scaledFigure, unknownFigure } from './figure';
import { nothing, plus, type Span, type StepTimes, spanOf, times } from './step-times';
import type { Figure, MissingInput } from './types';

/** Currency per person-minute of a step; null where its role or the role's rate is unknown. */
function ratePerMinute(graph: MapGraph, role: string | undefined): number | null {
  const hourly = role === undefined ? undefined : graph.roles.get(role)?.ratePerHour;
  return hourly === undefined ? null : hourly / 60;
}

/** What one visit costs: process time x people x rate of the role, and the cost per visit where one is stated. Work that takes no time needs no rate. */
function costOfVisit(step: StepTimes, rate: number | null, perVisit: number): Span {
  const work =
    step.processTime === 0
      ? nothing
      : times(spanOf(step.processTime), rate ?? 0, rate ?? Number.POSITIVE_INFINITY);
  return plus(times(work, step.crew, step.crew), spanOf(perVisit));
}

/** The rates that lack, one gap per role (or per step that names none). */
function lackingRates({ structure, steps, expected }: FigureInput): MissingInput[] {
  const { nodes, graph } = structure.network;
  const gaps = new Map<string, MissingInput>();
  nodes.forEach((node, at) => {
    const step = steps[at];
    if (!step?.isStep || step.processTime === 0 || !isReached(expected, at)) return;
    if (ratePerMinute(graph, node.role) !== null) return;
    const isNamed = node.role !== undefined && graph.roles.has(node.role);
    const about = isNamed ? (node.role ?? node.id) : node.id;
    gaps.set(about, { about, field: isNamed ? 'rate' : 'role' });
  });
  return [...gaps.values()];
}

/** Cost of one item in the currency of the project: expected visits x (process time x crew x rate + cost per visit) over all steps. */
function costPerItem(input: FigureInput): Figure {
  const { structure, steps, expected } = input;
  const { nodes, graph } = structure.network;
  const rates = nodes.map((node) => ratePerMinute(graph, node.role));
  const own = needs(input, expected, () => true, [
    { field: 'processTime', isKnown: (at) => steps[at]?.processTime !== null },
    { field: 'rate', isKnown: (at) => rates[at] !== null || steps[at]?.processTime === 0 },
  ]);
  const missing = [...own.missing.filter(({ field }) => field !== 'rate'), ...lackingRates(input)];
  if (expected.problems.length > 0) return unknownFigure(own.coverage, missing);
  let sum = nothing;
  steps.forEach((step, at) => {
    if (!step.isStep || !isReached(expected, at)) return;
    const high = expected.isKnown[at] === 1 ? (expected.visits[at] ?? 0) : Number.POSITIVE_INFINITY;
    const visit = costOfVisit(step, rates[at] ?? null, nodes[at]?.costPerVisit ?? 0);
    sum = plus(sum, times(visit, expected.lowest[at] ?? 0, high));
  });
  return figureOf(sum, own.coverage, missing);
}

/** Cost of an item and of a month, and what the delay of all items of a month costs (cost of delay per hour x lead time x demand), in the currency of the project. */
export function money(
  input: FigureInput,
  leadTime: Figure,
): Record<'costPerItem' | 'costPerMonth' | 'delayCostPerMonth', Figure> {
  const { stream } = input.structure.network.graph;
  const demand = stream.demandPerMonth ?? null;
  const lackingDemand: MissingInput = { about: stream.id, field: 'demand' };
  const item = costPerItem(input);
  const perHour = stream.costOfDelayPerHour ?? null;
  const lacking: MissingInput[] = [
    ...(perHour === null ? [{ about: stream.id, field: 'costOfDelay' } as const] : []),
    ...(demand === null ? [lackingDemand] : []),
  ];
  const perMinute = perHour === null || demand === null ? null : (perHour * demand) / 60;
  return {
    costPerItem: item,
    costPerMonth: scaledFigure(item, demand, [lackingDemand]),
    delayCostPerMonth: scaledFigure(leadTime, perMinute, lacking),
  };
}
