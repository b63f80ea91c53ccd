import { type WasteId, wastes } from '../catalogue/wastes';
import type { MapNode } from '../model/project';
import type { MapGraph, WithId } from '../model/queries';
import { calmClockVisits } from './calm-clock';
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

/** What is spent at one step, per item. */
interface StepSpending {
  readonly node: string;
  readonly crew: number;
  readonly visits: StepVisits;
  readonly wait: Portions;
  readonly work: Portions;
  /** What the clock counts without rework. */
  readonly calm: readonly Portions[];
}

function spendingAt(
  node: WithId<MapNode>,
  step: StepTimes,
  calmStep: StepTimes | undefined,
  visits: StepVisits,
  calmOnClock: number,
): StepSpending {
  const perVisit = step.processTime === null ? null : (calmStep?.processTime ?? step.processTime);
  const firstPart = visits.calm > 0 ? visits.firstApproval / visits.calm : 1;
  const quiet = { ...visits, all: calmOnClock, calm: calmOnClock, firstApproval: calmOnClock * firstPart };
  const quietWork = calmOnClock * (perVisit ?? 0);
  return {
    node: node.id,
    crew: step.crew,
    visits,
    wait: waitPortions(node, step.wait ?? 0, visits),
    work: workPortions(node, visits.all * (step.processTime ?? 0), visits.calm * (perVisit ?? 0), visits),
    calm: [waitPortions(node, step.wait ?? 0, quiet), workPortions(node, quietWork, quietWork, quiet)],
  };
}

const minutesIn = (portions: Portions): number => [...portions.values()].reduce((sum, each) => sum + each, 0);

/** Spends what the clock takes without rework, and as defects what it takes more with it: on a branch with slack rework costs no lead time. */
function spendLeadTime(tally: Tally, steps: readonly StepSpending[], leadTime: number): void {
  const calm = steps.reduce(
    (sum, step) => sum + step.calm.reduce((own, each) => own + minutesIn(each), 0),
    0,
  );
  const part = calm > leadTime ? leadTime / calm : 1;
  for (const { node, calm: portions } of steps) for (const each of portions) tally.add(node, each, part, 0);
  const rework = steps.map(({ node, visits, wait, work }) => {
    const minutes = (wait.get('defects') ?? 0) + (work.get('defects') ?? 0);
    return { node, minutes: (minutes * visits.onClock) / visits.all };
  });
  const all = rework.reduce((sum, { minutes }) => sum + minutes, 0);
  if (all <= 0) return;
  const added = Math.max(0, leadTime - calm) / all;
  for (const { node, minutes } of rework) tally.add(node, split(['defects', minutes]), added, 0);
}

/**
 * The Pareto of wastes: every minute of lead time and every person-minute of effort belongs to one
 * spending. Where several match, the first of these counts: defects (what rework adds, and steps
 * marked as rework), transport (work and wait of hand-off steps), motion (work of keying in again),
 * overprocessing (work of NVA steps, and of approvals beyond the first that an item meets), waiting
 * (waits that were not agreed on). What is left is VA, NNVA (agreed waits too) or unclassified.
 *
 * The bars add up to the expected lead time, which ends where value is there and counts the longest
 * branch of parallel work, and to the effort, which counts all steps: what is done after value or
 * beside the path is in the effort alone. Defects of the lead time are what it is longer than
 * without rework; where visits are unknown, the time of the visits that rework adds.
 */
export function wastePareto(graph: MapGraph, figures: Figures): WastePareto {
  const input = figureInputOf(graph);
  const { structure, steps, calmSteps, expected } = input;
  const { leadTimeExpected, effortPersonHours } = figures.figure;
  const first = firstApprovals(input);
  const onClock = new Map(figures.contributions.map((each) => [each.node, each.clockVisits]));
  const calm = leadTimeExpected.value === null ? null : calmClockVisits(input);
  const spent = structure.network.nodes.flatMap((node, at): StepSpending[] => {
    const step = steps[at];
    if (!step?.isStep || expected.problems.length > 0 || !isReached(expected, at)) return [];
    const visits = visitsOf(input, node, at, onClock.get(node.id) ?? 0, first?.[at]);
    if (visits.all === 0) return [];
    return [spendingAt(node, step, calmSteps[at], visits, calm?.get(node.id) ?? 0)];
  });
  const tally = new Tally();
  for (const { node, crew, visits, wait, work } of spent) {
    const part = calm === null ? visits.onClock / visits.all : 0;
    tally.add(node, wait, part, 0);
    tally.add(node, work, part, crew);
  }
  if (calm !== null) spendLeadTime(tally, spent, leadTimeExpected.value ?? 0);
  const bars = everything.map((id) => tally.bar(id));
  return {
    bars: bars.sort((a, b) => b.leadTime - a.leadTime || b.effort - a.effort),
    leadTime: bars.reduce((sum, bar) => sum + bar.leadTime, 0),
    effort: bars.reduce((sum, bar) => sum + bar.effort, 0),
    isPart: leadTimeExpected.value === null || effortPersonHours.value === null,
  };
}
