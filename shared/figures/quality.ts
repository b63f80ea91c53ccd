import { knownMean } from '../model/quantity';
import { type FigureInput, figureOf, needs, unknownFigure } from './figure';
import { overOpenShares } from './open-shares';
import { type Solution, type Structure, solveVariant } from './solution';
import type { Span } from './step-times';
import type { Figure, MissingInput } from './types';

/** Items that reach an end, per item that comes in; ends of branches that nothing waits for do not count. */
function arrivals(
  { network, blocks }: Structure,
  solution: Solution,
  good: (node: number) => number,
): number {
  return network.nodes.reduce((sum, _, at) => {
    const isEnd = (network.out[at]?.length ?? 0) === 0;
    const region = blocks.list[blocks.regionOf[at] ?? 0];
    if (!isEnd || (region?.isDetached && region.join === null)) return sum;
    return sum + (solution.visits[at] ?? 0) * good(at);
  }, 0);
}

/** A chance between two ends; nothing is said of ends that say nothing. */
function chanceOf({ low, high }: Span, coverage: number, missing: readonly MissingInput[]): Figure {
  return figureOf(
    { low, high: high < 1 || low === high ? high : Number.POSITIVE_INFINITY },
    coverage,
    missing,
  );
}

/**
 * Rolled %C&A: the part of the items that is right after every step of a single pass, weighted by
 * share at a choice, all branches of a parallel block. It is the flow equation of the single pass
 * in which each step lets only its good output go on. With gaps: an upper bound, and with shares
 * left blank what lies between their ends.
 */
function rolled(input: FigureInput): Figure {
  const { structure, steps, singlePass } = input;
  const { nodes } = structure.network;
  const known = nodes.map((node) => (node.type === 'step' ? knownMean(node.completeAccurate) : 1));
  const { coverage, missing } = needs(input, singlePass, (step) => step.holdsUp, [
    { field: 'completeAccurate', isKnown: (node) => known[node] !== null },
  ]);
  if (singlePass.problems.length > 0) return unknownFigure(coverage, missing);
  const isGiven = missing.every(({ field }) => field === 'share');
  const good = (node: number): number => (steps[node]?.holdsUp ? (known[node] ?? 1) : 1);
  const product = (of: Structure): Span | null => {
    const solution = solveVariant(of, 'singlePass', good);
    if (solution.problems.length > 0 || solution.unknownShares.length > 0) return null;
    const high = arrivals(of, solution, good);
    return { low: isGiven ? high : 0, high };
  };
  const span = overOpenShares(structure, singlePass.unknownShares, product);
  return span ? chanceOf(span, coverage, missing) : unknownFigure(coverage, missing);
}

/** Chance of reaching an end without taking a rework flow, 0..1; planned iteration is no rework. Shares left blank leave what lies between their ends. */
function firstPass({ structure }: FigureInput): Figure {
  const solution = solveVariant(structure, 'firstPass');
  const missing = [...solution.problems, ...solution.unknownShares];
  if (solution.problems.length > 0) return unknownFigure(0, missing);
  const chance = (of: Structure): Span | null => {
    const own = of === structure ? solution : solveVariant(of, 'firstPass');
    if (own.problems.length > 0 || own.unknownShares.length > 0) return null;
    const whole = Math.min(
      1,
      arrivals(of, own, () => 1),
    );
    return { low: whole, high: whole };
  };
  const span = overOpenShares(structure, solution.unknownShares, chance);
  return span ? chanceOf(span, missing.length === 0 ? 1 : 0, missing) : unknownFigure(0, missing);
}

/** The %C&A that each step would have if all were alike: the root of the rolled one by the expected number of steps on a single pass. */
function perStep({ structure, steps, singlePass }: FigureInput, whole: Figure): Figure {
  const { unknownShares } = singlePass;
  if (unknownShares.length > 0) {
    return unknownFigure(whole.coverage, whole.missing.length > 0 ? whole.missing : unknownShares);
  }
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
