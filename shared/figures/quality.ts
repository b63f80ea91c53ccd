import { knownMean } from '../model/quantity';
import { type FigureInput, figureOf, needs, unknownFigure } from './figure';
import { type Solution, solveVariant } from './solution';
import type { Figure } from './types';

/** Items that reach an end, per item that comes in; ends of branches that nothing waits for do not count. */
function arrivals({ structure }: FigureInput, solution: Solution, good: (node: number) => number): number {
  const { network, blocks } = structure;
  return network.nodes.reduce((sum, _, at) => {
    const isEnd = (network.out[at]?.length ?? 0) === 0;
    const region = blocks.list[blocks.regionOf[at] ?? 0];
    if (!isEnd || (region?.isDetached && region.join === null)) return sum;
    return sum + (solution.visits[at] ?? 0) * good(at);
  }, 0);
}

/**
 * Rolled %C&A: the part of the items that is right after every step of a single pass, weighted by
 * share at a choice, all branches of a parallel block. It is the flow equation of the single pass
 * in which each step lets only its good output go on. With gaps: an upper bound.
 */
function rolled(input: FigureInput): Figure {
  const { structure, steps, singlePass } = input;
  const { nodes } = structure.network;
  const known = nodes.map((node) => (node.type === 'step' ? knownMean(node.completeAccurate) : 1));
  const { coverage, missing } = needs(input, singlePass, (step) => step.holdsUp, [
    { field: 'completeAccurate', isKnown: (node) => known[node] !== null },
  ]);
  if (singlePass.problems.length > 0 || singlePass.unknownShares.length > 0) {
    return unknownFigure(coverage, missing);
  }
  const good = (node: number): number => (steps[node]?.holdsUp ? (known[node] ?? 1) : 1);
  const solution = solveVariant(structure, 'singlePass', good);
  if (solution.problems.length > 0) return unknownFigure(coverage, solution.problems);
  const product = arrivals(input, solution, good);
  if (missing.length === 0) return figureOf({ low: product, high: product }, coverage, missing);
  return figureOf({ low: 0, high: product < 1 ? product : Number.POSITIVE_INFINITY }, coverage, missing);
}

/** Chance of reaching an end without taking a rework flow, 0..1; planned iteration is no rework. */
function firstPass(input: FigureInput): Figure {
  const { structure } = input;
  const solution = solveVariant(structure, 'firstPass');
  const missing = [...solution.problems, ...solution.unknownShares];
  if (missing.length > 0) return unknownFigure(0, missing);
  const chance = Math.min(
    1,
    arrivals(input, solution, () => 1),
  );
  return figureOf({ low: chance, high: chance }, 1, []);
}

/** The %C&A that each step would have if all were alike: the root of the rolled one by the expected number of steps on a single pass. */
function perStep({ structure, steps, singlePass }: FigureInput, whole: Figure): Figure {
  const count = steps.reduce((sum, step, at) => sum + (step.holdsUp ? (singlePass.visits[at] ?? 0) : 0), 0);
  if (count === 0) {
    const about = structure.network.graph.id;
    return unknownFigure(whole.coverage, [...whole.missing, { about, field: 'path' }]);
  }
  const root = (share: number | null): number | null => (share === null ? null : share ** (1 / count));
  return { ...whole, value: root(whole.value), lower: root(whole.lower), upper: root(whole.upper) };
}

/** The figures of quality, 0..1. */
export function qualities(
  input: FigureInput,
): Record<'rolledCompleteAccurate' | 'rolledPerStep' | 'firstPassYield', Figure> {
  const rolledCompleteAccurate = rolled(input);
  return {
    rolledCompleteAccurate,
    rolledPerStep: perStep(input, rolledCompleteAccurate),
    firstPassYield: firstPass(input),
  };
}

/** Rolled throughput yield from defects per unit: e^-DPU, the part of the units without any defect. */
export function rolledThroughputYield(defectsPerUnit: number): number {
  return Math.exp(-defectsPerUnit);
}
