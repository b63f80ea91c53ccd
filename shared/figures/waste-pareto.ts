import { type WasteId, wastes } from '../catalogue/wastes';
import type { MapNode } from '../model/project';
import type { MapGraph } from '../model/queries';
import { figureInputOf } from './compute-figures';
import { type FigureInput, isReached } from './figure';
import { solveVariant } from './solution';
import type { StepTimes } from './step-times';
import type { Figures } from './types';

/** What minutes are spent on: one of the eight wastes, value, work that is needed without adding value, or work that nobody has classified. */
export type Spending = WasteId | 'VA' | 'NNVA' | 'unclassified';

/** One bar of the Pareto of wastes. */
export interface WasteBar {
  readonly id: Spending;
  readonly isWaste: boolean;
  /** Minutes of lead time per item. */
  readonly leadTime: number;
  /** Person-minutes per item. */
  readonly effort: number;
  /** Ids of the steps in it, the one with the most minutes first. */
  readonly nodes: readonly string[];
}

/** Where the minutes of an item go. */
export interface WastePareto {
  /** Every kind of spending, most lead time first; wastes that no minute can be pinned on (inventory, overproduction, skills) have none. */
  readonly bars: readonly WasteBar[];
  /** Sums of all bars: the expected lead time and the effort, as far as they are known. */
  readonly leadTime: number;
  readonly effort: number;
  /** True where inputs lack, so that the bars hold only the known part. */
  readonly isPart: boolean;
}

/** Visits of a step, split by what they are for. */
interface StepVisits {
  readonly all: number;
  /** Those that count on the clock. */
  readonly onClock: number;
  /** Those that would stay without rework. */
  readonly calm: number;
  /** Those in which the item meets its first approval. */
  readonly firstApproval: number;
}

type Portions = ReadonlyMap<Spending, number>;

const leftover: Record<NonNullable<MapNode['value']>, Spending> = {
  VA: 'VA',
  NNVA: 'NNVA',
  NVA: 'overprocessing',
};

function split(...entries: readonly (readonly [Spending, number])[]): Portions {
  const portions = new Map<Spending, number>();
  for (const [id, minutes] of entries) if (minutes > 0) portions.set(id, (portions.get(id) ?? 0) + minutes);
  return portions;
}

/** The wait of a step per item, by what it is. */
function waitPortions(node: MapNode, wait: number, { all, calm }: StepVisits): Portions {
  const rest = node.kind === 'handoff' ? 'transport' : node.requiredWait === true ? 'NNVA' : 'waiting';
  return split(['defects', (all - calm) * wait], [rest, calm * wait]);
}

/** The process time of a step per item, by what it is; `calmWork` is what would stay without rework. */
function workPortions(node: MapNode, work: number, calmWork: number, visits: StepVisits): Portions {
  const kept = Math.min(work, calmWork);
  const rest = node.value === undefined ? 'unclassified' : leftover[node.value];
  const first: Spending = node.kind === 'handoff' ? 'transport' : node.rekeys === true ? 'motion' : rest;
  const isGate = node.kind === 'approval' && first === rest && visits.calm > 0;
  const further = isGate ? kept * Math.max(0, 1 - visits.firstApproval / visits.calm) : 0;
  return split(['defects', work - kept], ['overprocessing', further], [first, kept - further]);
}

/** Visits per node in which an item that follows no rework meets its first approval. Approvals in parallel branches are one gate. */
function firstApprovals({ structure }: FigureInput): Float64Array | null {
  const { nodes } = structure.network;
  const isApproval = (at: number): boolean => nodes[at]?.kind === 'approval';
  if (!nodes.some((_, at) => isApproval(at))) return null;
  const solution = solveVariant(structure, 'withoutRework', (at) => (isApproval(at) ? 0 : 1));
  return solution.problems.length > 0 ? null : solution.visits;
}

function visitsOf(
  { expected, withoutRework }: FigureInput,
  node: MapNode,
  at: number,
  clock: number,
  firstApproval: number | undefined,
): StepVisits {
  const all = expected.isKnown[at] === 1 ? (expected.visits[at] ?? 0) : 0;
  const isCalmKnown = withoutRework.problems.length === 0 && withoutRework.isKnown[at] === 1;
  const calm = isCalmKnown ? Math.min(all, withoutRework.visits[at] ?? 0) : all;
  const kept = node.isRework === true ? 0 : calm;
  return { all, onClock: clock, calm: kept, firstApproval: firstApproval ?? kept };
}

interface Minutes {
  readonly leadTime: number;
  readonly effort: number;
}

class Tally {
  private readonly minutes = new Map<Spending, Map<string, Minutes>>();

  add(node: string, portions: Portions, onClock: number, crew: number): void {
    for (const [id, minutes] of portions) {
      let nodes = this.minutes.get(id);
      if (!nodes) this.minutes.set(id, (nodes = new Map<string, Minutes>()));
      const { leadTime, effort } = nodes.get(node) ?? { leadTime: 0, effort: 0 };
      nodes.set(node, { leadTime: leadTime + minutes * onClock, effort: effort + minutes * crew });
    }
  }

  bar(id: Spending): WasteBar {
    const nodes = [...(this.minutes.get(id) ?? [])].filter(([, own]) => own.leadTime + own.effort > 0);
    nodes.sort(([, a], [, b]) => b.leadTime - a.leadTime || b.effort - a.effort);
    return {
      id,
      isWaste: id !== 'VA' && id !== 'NNVA' && id !== 'unclassified',
      leadTime: nodes.reduce((sum, [, own]) => sum + own.leadTime, 0),
      effort: nodes.reduce((sum, [, own]) => sum + own.effort, 0),
      nodes: nodes.map(([node]) => node),
    };
  }
}

const everything: readonly Spending[] = [...wastes.map(({ id }) => id), 'VA', 'NNVA', 'unclassified'];

/**
 * The Pareto of wastes: every minute of lead time and every person-minute of effort belongs to one
 * spending. Where several match, the first of these counts: defects (what rework adds, and steps
 * marked as rework), transport (work and wait of hand-off steps), motion (work of keying in again),
 * overprocessing (work of NVA steps, and of approvals beyond the first that an item meets), waiting
 * (waits that were not agreed on). What is left is VA, NNVA (agreed waits too) or unclassified.
 *
 * The bars add up to the expected lead time, which ends where value is there and counts the longest
 * branch of parallel work, and to the effort, which counts all steps: what is done after value or
 * beside the path is in the effort alone.
 */
export function wastePareto(graph: MapGraph, figures: Figures): WastePareto {
  const input = figureInputOf(graph);
  const { structure, steps, calmSteps, expected } = input;
  const first = firstApprovals(input);
  const onClock = new Map(figures.contributions.map((each) => [each.node, each.clockVisits]));
  const tally = new Tally();
  structure.network.nodes.forEach((node, at) => {
    const step: StepTimes | undefined = steps[at];
    if (!step?.isStep || expected.problems.length > 0 || !isReached(expected, at)) return;
    const visits = visitsOf(input, node, at, onClock.get(node.id) ?? 0, first?.[at]);
    if (visits.all === 0) return;
    const part = visits.onClock / visits.all;
    if (step.wait !== null) tally.add(node.id, waitPortions(node, step.wait, visits), part, 0);
    if (step.processTime === null) return;
    const work = visits.all * step.processTime;
    const calmWork = visits.calm * (calmSteps[at]?.processTime ?? step.processTime);
    tally.add(node.id, workPortions(node, work, calmWork, visits), part, step.crew);
  });
  const bars = everything.map((id) => tally.bar(id));
  const { leadTimeExpected, effortPersonHours } = figures.figure;
  return {
    bars: bars.sort((a, b) => b.leadTime - a.leadTime || b.effort - a.effort),
    leadTime: bars.reduce((sum, bar) => sum + bar.leadTime, 0),
    effort: bars.reduce((sum, bar) => sum + bar.effort, 0),
    isPart: leadTimeExpected.value === null || effortPersonHours.value === null,
  };
}
