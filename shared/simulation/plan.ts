import { crossings } from '../figures/branches';
import type { Block } from '../figures/parallel-blocks';
import type { Solution, Structure } from '../figures/solution';
import { type StepTimes, stepTimesOf } from '../figures/step-times';
import type { Calendar } from '../model/calendar';
import { waitIn } from '../model/calendar-convert';
import type { MapNode } from '../model/project';
import { knownMean, type Quantity } from '../model/quantity';
import { type Pert, pertOf } from './pert';

/** A node as the sampler walks it. */
export interface Stop {
  /** What a visit adds to the customer's clock; null where that is nothing. */
  readonly wait: Pert | null;
  readonly processTime: Pert | null;
  /** Part of the process time that a second visit of the same item takes, and each one after it. */
  readonly repeat: number;
  /** Where items go on, each with the summed shares up to it; empty where they end. */
  readonly exits: readonly number[];
  readonly upTo: readonly number[];
  /** The block that opens here. */
  readonly block: Block | null;
}

/** A map made ready to be walked many times. */
export interface Plan {
  readonly stops: readonly Stop[];
  readonly starts: readonly number[];
  /** Per region, 1 for the nodes in it; the whole (0) is not asked. */
  readonly within: readonly Uint8Array[];
  /** Per region, its first node. */
  readonly first: readonly number[];
}

function timesOf(
  node: MapNode,
  step: StepTimes | undefined,
  calendar: Calendar,
): Pick<Stop, 'wait' | 'processTime' | 'repeat'> {
  const counts = step?.holdsUp === true && !step.afterValue;
  const drawn = (quantity: Quantity | undefined): Pert | null => {
    const isNothing = quantity === undefined || (quantity.high ?? quantity.likely) === 0;
    return !counts || isNothing ? null : pertOf(quantity);
  };
  const repeat = knownMean(node.repeatFactor) ?? 1;
  return { wait: drawn(waitIn(node, calendar)), processTime: drawn(node.processTime), repeat };
}

/** Flows that an item follows, with their shares; branches that nothing waits for are not followed. Where shares are unknown although the lead time is known they do not matter: all are equal. */
function exitsOf(
  { network, blocks }: Structure,
  solution: Solution,
  at: number,
): Pick<Stop, 'exits' | 'upTo'> {
  const exits: number[] = [];
  const upTo: number[] = [];
  let sum = 0;
  for (const number of network.out[at] ?? []) {
    const flow = network.flows[number];
    const weight = solution.weight[number] ?? 0;
    if (!flow || weight === 0) continue;
    const target = blocks.list[blocks.regionOf[flow.to] ?? 0];
    const leadsAside =
      target?.join === null && target.isDetached && crossings(blocks, flow).left.length === 0;
    if (leadsAside && blocks.regionOf[at] !== blocks.regionOf[flow.to]) continue;
    sum += Number.isNaN(weight) ? 1 : weight;
    exits.push(flow.to);
    upTo.push(sum);
  }
  return { exits, upTo };
}

/** Prepares a map for sampling. */
export function planOf(structure: Structure, solution: Solution): Plan {
  const { network, blocks } = structure;
  const steps = stepTimesOf(structure);
  const stops = network.nodes.map((node, at) => {
    const block = blocks.blockAt.get(at);
    return {
      ...timesOf(node, steps[at], network.graph.calendar),
      ...exitsOf(structure, solution, at),
      block: block?.fork === at ? block : null,
    };
  });
  const within = blocks.members.map((members) => {
    const own = new Uint8Array(network.nodes.length);
    for (const at of members) own[at] = 1;
    return own;
  });
  return { stops, starts: network.starts, within, first: blocks.list.map((region) => region.first) };
}

/** Nodes that can be reached over `next` from some nodes. */
function spreadFrom(sources: readonly number[], next: (node: number) => readonly number[]): Set<number> {
  const seen = new Set(sources);
  const stack = [...sources];
  for (let at = stack.pop(); at !== undefined; at = stack.pop()) {
    for (const to of next(at)) {
      if (seen.has(to)) continue;
      seen.add(to);
      stack.push(to);
    }
  }
  return seen;
}

/** False where an item may come into a loop that nothing leaves, so that a walk would not end. */
export function isEveryWalkFinite({ stops, starts, first }: Plan): boolean {
  const next = ({ block, exits }: Stop): readonly number[] =>
    block ? [block.join, ...block.branches.map((region) => first[region] ?? block.join)] : exits;
  const before: number[][] = stops.map(() => []);
  stops.forEach((stop, at) => {
    for (const to of next(stop)) before[to]?.push(at);
  });
  const ends = stops.flatMap((stop, at) => (stop.block === null && stop.exits.length === 0 ? [at] : []));
  const canEnd = spreadFrom(ends, (at) => before[at] ?? []);
  const walked = spreadFrom(starts, (at) => {
    const stop = stops[at];
    return stop ? next(stop) : [];
  });
  return [...walked].every((at) => canEnd.has(at));
}
