import { lineOf } from './branches';
import { componentsInOrder } from './components';
import type { Network } from './network';
import type { Variant } from './shares';
import { type Solution, type Structure, solveVariant } from './solution';
import type { StepTimes } from './step-times';

/** Nodes that an item can come to again by flows that are followed. */
function nodesInLoops({ nodes, flows }: Network, weight: Float64Array): Set<number> {
  const followed = flows.filter((_, number) => weight[number] !== 0);
  const edges = {
    size: nodes.length,
    from: followed.map(({ from }) => from),
    to: followed.map(({ to }) => to),
    weight: followed.map(() => 1),
  };
  const loops = componentsInOrder(edges, [...nodes.keys()]).filter((component) => component.length > 1);
  const alone = followed.filter(({ from, to }) => from === to).map(({ from }) => from);
  return new Set([...loops.flat(), ...alone]);
}

/** The outermost branch around a node that nothing waits for. */
function asideBranch({ blocks }: Structure, at: number): number | undefined {
  return lineOf(blocks, blocks.regionOf[at] ?? 0).findLast((region) => blocks.list[region]?.isDetached);
}

/**
 * Chance that an item ever comes to a node: the visits of the node when nothing goes on from it.
 * In a branch that nothing waits for the item goes on all the same, so there its fork is asked:
 * how often it is passed until a pass comes to the node. Null where the equations have no answer.
 */
function chanceToReach(structure: Structure, variant: Variant, at: number): number | null {
  const first = solveVariant(structure, variant, (node) => (node === at ? 0 : 1));
  if (first.problems.length > 0) return null;
  const visits = first.visits[at] ?? 0;
  const aside = asideBranch(structure, at);
  const fork = aside === undefined ? null : (structure.blocks.list[aside]?.fork ?? null);
  if (fork === null) return visits;
  const perPass = Math.min(1, visits / (first.visits[fork] || 1));
  const onward = structure.blocks.blockAt.get(fork)?.join ?? fork;
  const until = solveVariant(structure, variant, (node) => (node === onward ? 1 - perPass : 1));
  return until.problems.length > 0 ? null : (until.visits[fork] ?? 0) * perPass;
}

function repeated(step: StepTimes, meanPart: number | null, reach: number | null): StepTimes {
  const processTime = meanPart === null || step.processTime === null ? null : step.processTime * meanPart;
  return { ...step, processTime, meanPart, reach };
}

/** Steps with other times that are repeated as often as `like`. */
export function repeatedLike(steps: readonly StepTimes[], like: readonly StepTimes[]): readonly StepTimes[] {
  const parts = like.map(({ meanPart }) => meanPart);
  if (parts.every((part) => part === 1)) return steps;
  return steps.map((step, at) => repeated(step, parts[at] ?? null, like[at]?.reach ?? null));
}

/**
 * Learning: the first visit of a step takes its process time p, each repeat a part f of it. With
 * v visits and the chance h to come there at all, all visits together take p (h + (v - h) f); the
 * steps get the mean over their visits, so that v x process time stays the total.
 */
export function withRepeats(
  structure: Structure,
  steps: readonly StepTimes[],
  solution: Solution,
  variant: Variant,
): readonly StepTimes[] {
  const learns = (step: StepTimes): boolean => step.isStep && step.repeatFactor !== 1;
  if (solution.problems.length > 0 || !steps.some(learns)) return steps;
  const loops = nodesInLoops(structure.network, solution.weight);
  return steps.map((step, at) => {
    const visits = solution.isKnown[at] === 1 ? (solution.visits[at] ?? 0) : 0;
    if (!learns(step) || visits <= 0) return step;
    const mayReturn = loops.has(at) || asideBranch(structure, at) !== undefined;
    const chance = mayReturn ? chanceToReach(structure, variant, at) : visits;
    if (chance === null) return repeated(step, null, null);
    const reach = Math.min(1, visits, chance);
    return repeated(step, (reach + (visits - reach) * step.repeatFactor) / visits, reach);
  });
}
