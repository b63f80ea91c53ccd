import type { Figures } from '../figures/types';
import { figuresWithout } from '../figures/without-flow';
import type { MapGraph } from '../model/queries';
import type { Impact } from './types';

const difference = (a: number | null, b: number | null): number | null =>
  a === null || b === null ? null : a - b;

/** What a loop costs: minutes of lead time per item, person-minutes of effort a month. */
export function costOfLoop(graph: MapGraph, { figure }: Figures, flow: string): Impact {
  const without = figuresWithout(graph, flow);
  const effort = difference(figure.effortPersonHours.value, without.effort);
  const demand = graph.stream.demandPerMonth;
  return {
    leadTime: difference(figure.leadTimeExpected.value, without.leadTime),
    effortPerMonth: effort === null || demand === undefined ? null : effort * demand,
  };
}
