import { figureInputOf } from '../../../shared/figures/compute-figures';
import type { FigureInput } from '../../../shared/figures/figure';
import type { Solution } from '../../../shared/figures/solution';
import type { MapGraph } from '../../../shared/model/queries';
import { sheetMark } from './cells';
import type { DataSheet } from './data-sheets';
import { missing, type Term } from './terms';
import type { Edge } from './visit-terms';
import { singlePassTerms, weightTerms } from './weights';

/** What the calculation of a map is made from. */
export interface CalculationInput {
  readonly name: string;
  readonly graph: MapGraph;
  readonly figures: FigureInput;
  readonly steps: DataSheet;
  /** The shares that count by the number of the flow in the network: of all flows, and of a single pass. */
  readonly weight: readonly Term[];
  readonly singleWeight: readonly (Term | null)[];
}

/** Gathers it; `flows` holds a column with the shares that count. */
export function calculationInput(
  name: string,
  graph: MapGraph,
  steps: DataSheet,
  flows: DataSheet,
): CalculationInput {
  const figures = figureInputOf(graph);
  const { network } = figures.structure;
  const whole = weightTerms(network, figures.expected, (flow) => flows.at(flow, 'mean'));
  const byFlow = new Map(
    network.flows.map(({ id }) => {
      const term = whole.get(id) ?? missing;
      const place = flows.at(id, 'part');
      return [id, place === null ? term : { code: place, value: term.value }] as const;
    }),
  );
  const single = singlePassTerms(network, byFlow, figures.singlePass);
  return {
    name,
    graph,
    figures,
    steps,
    weight: network.flows.map(({ id }) => byFlow.get(id) ?? missing),
    singleWeight: network.flows.map(({ id }) => single.get(id) ?? null),
  };
}

/** The ways that items take in a solution, those through parallel blocks from fork to join; null where the inside of a block decides how many go on. */
export function edgesOf(
  { figures }: CalculationInput,
  solution: Solution,
  weights: readonly (Term | null)[],
): readonly Edge[] | null {
  const { network, blocks } = figures.structure;
  if (solution.problems.length > 0 || solution.following === null) return null;
  if ([...solution.passes.values()].some((pass) => pass.isLookedInto || pass.hasEntries)) return null;
  const followed = solution.following.weight;
  const along = network.flows.flatMap(({ from, to }, number): Edge[] => {
    const term = weights[number] ?? null;
    const isCutOff = followed[number] === 0 && solution.weight[number] !== 0;
    if (term === null || isCutOff || blocks.blockAt.get(to)?.join === to) return [];
    return [{ from, to, weight: term }];
  });
  const through = blocks.blocks.map(
    ({ fork, join }): Edge => ({ from: fork, to: join, weight: { code: '1', value: 1 } }),
  );
  return [...along, ...through];
}

/** Where a cell of the calculation is, for the formulas of other sheets. */
export function outside(name: string, term: Term): Term {
  return { code: `${sheetMark(name)}${term.code}`, value: term.value };
}
