import { computeFigures } from '../figures/compute-figures';
import type { Figures } from '../figures/types';
import type { Flow } from '../model/project';
import type { MapGraph, WithId } from '../model/queries';
import type { Impact } from './types';

const unknown: Impact = { leadTime: null, effortPerMonth: null };

/** The same map without one flow, the other exits of its node scaled to 1; null where it is the only exit. */
function withoutFlow(graph: MapGraph, figures: Figures, id: string): MapGraph | null {
  const gone = graph.flows.find((flow) => flow.id === id);
  const passes = figures.visits?.flow;
  if (gone === undefined || passes === undefined) return null;
  const left = (graph.out.get(gone.from) ?? []).filter((flow) => flow.id !== id);
  const total = left.reduce((sum, flow) => sum + (passes.get(flow.id) ?? 0), 0);
  if (total <= 0) return null;
  const scaled = new Map<string, WithId<Flow>>(
    left.map((flow) => [flow.id, { ...flow, share: { likely: (passes.get(flow.id) ?? 0) / total } }]),
  );
  const keep = (flow: WithId<Flow>): WithId<Flow>[] => (flow.id === id ? [] : [scaled.get(flow.id) ?? flow]);
  return {
    ...graph,
    flows: graph.flows.flatMap(keep),
    out: new Map(graph.out).set(gone.from, [...scaled.values()]),
    in: new Map([...graph.in].map(([to, flows]) => [to, flows.flatMap(keep)])),
  };
}

const difference = (a: number | null, b: number | null): number | null =>
  a === null || b === null ? null : a - b;

/** What a loop costs: minutes of lead time per item, person-minutes of effort a month. */
export function costOfLoop(graph: MapGraph, figures: Figures, id: string): Impact {
  const without = withoutFlow(graph, figures, id);
  if (without === null) return unknown;
  const better = computeFigures(without).figure;
  const effort = difference(figures.figure.effortPersonHours.value, better.effortPersonHours.value);
  const demand = graph.stream.demandPerMonth;
  return {
    leadTime: difference(figures.figure.leadTimeExpected.value, better.leadTimeExpected.value),
    effortPerMonth: effort === null || demand === undefined ? null : effort * demand,
  };
}
