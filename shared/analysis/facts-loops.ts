import { loopCostWithin } from '../figures/loop-within';
import type { Figures } from '../figures/types';
import { figuresWithout } from '../figures/without-flow';
import type { MapGraph } from '../model/queries';
import type { Impact } from './types';

const difference = (a: number | null, b: number | null): number | null =>
  a === null || b === null ? null : a - b;

interface PerItem {
  readonly leadTime: number | null;
  readonly effort: number | null;
}

function perItem(graph: MapGraph, figures: Figures, flow: string): PerItem {
  const { leadTimeExpected, effortPersonHours } = figures.figure;
  if (leadTimeExpected.value !== null && effortPersonHours.value !== null) {
    const within = loopCostWithin(graph, figures, flow);
    if (within !== null) return within;
  }
  const without = figuresWithout(graph, flow);
  return {
    leadTime: difference(leadTimeExpected.value, without.leadTime),
    effort: difference(effortPersonHours.value, without.effort),
  };
}

/** What a loop costs: minutes of lead time per item, person-minutes of effort a month. */
export function costOfLoop(graph: MapGraph, figures: Figures, flow: string): Impact {
  const { leadTime, effort } = perItem(graph, figures, flow);
  const demand = graph.stream.demandPerMonth;
  return {
    leadTime,
    effortPerMonth: effort === null || demand === undefined ? null : effort * demand,
  };
}
