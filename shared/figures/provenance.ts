import type { MapNode } from '../model/project';
import { knownMean, type Quantity } from '../model/quantity';
import type { MapGraph } from '../model/queries';
import type { ProvenanceSource } from '../model/value-sets';
import type { Contribution, FigureKey, Figures } from './types';

/** Where a value comes from; `unstated` where nobody said. */
export type Origin = ProvenanceSource | 'unstated';

/** Where the known part of a figure comes from. */
export interface Provenance {
  /** Part of the figure per origin; the parts add up to 1. */
  readonly parts: Readonly<Record<Origin, number>>;
  /** The origin to trust least among those that take part. */
  readonly least: Origin;
}

/** Least trusted first; a value that nobody vouches for may be anything but is usually an estimate. */
const byTrust: readonly Origin[] = ['guess', 'unstated', 'estimate', 'log', 'measured'];

interface Weighed {
  readonly quantity: Quantity | undefined;
  readonly weight: number;
}

type Weighing = (contribution: Contribution, node: MapNode) => readonly Weighed[];

const timesOf =
  (fields: readonly ('wait' | 'processTime')[], visits: (each: Contribution) => number | null): Weighing =>
  (each, node) =>
    fields.map((field) => ({ quantity: node[field], weight: (visits(each) ?? 0) * (each[field] ?? 0) }));

const clock = timesOf(['wait', 'processTime'], (each) => each.clockVisits);

const workOf =
  (counts: (node: MapNode) => boolean): Weighing =>
  (each, node) => {
    const minutes = (each.visits ?? 0) * (each.processTime ?? 0) * (knownMean(node.crew) ?? 1);
    return counts(node) ? [{ quantity: node.processTime, weight: minutes }] : [];
  };

const work = workOf(() => true);

const quality: Weighing = (each, node) => [
  { quantity: node.completeAccurate, weight: node.detached === true ? 0 : (each.visits ?? 0) },
];

const weighings: Partial<Record<FigureKey, Weighing>> = {
  leadTimeExpected: clock,
  leadTimeSinglePass: clock,
  afterValueTail: (each, node) =>
    node.afterValue === true ? timesOf(['wait', 'processTime'], ({ visits }) => visits)(each, node) : [],
  processTimeOnPath: timesOf(['processTime'], (each) => each.clockVisits),
  waitOnPath: timesOf(['wait'], (each) => each.clockVisits),
  activityRatio: clock,
  processCycleEfficiency: clock,
  wip: clock,
  delayCostPerMonth: clock,
  leadTimeElapsed: clock,
  slaTime: (each, node) => (node.stopsClock === true ? [] : clock(each, node)),
  effortPersonHours: work,
  reworkEffortShare: work,
  costPerItem: work,
  costPerMonth: work,
  peopleNeeded: work,
  consumerEffort: workOf((node) => node.party === 'consumer'),
  rolledCompleteAccurate: quality,
  rolledPerStep: quality,
  hiddenRepair: quality,
};

/**
 * Where a figure comes from: which part of its minutes (of its visits, for quality) is measured,
 * from a log, estimated, guessed or unstated, and the least of them. The confidence of a total is
 * the part that is measured or logged. Null for figures that rest on no quantity of a step, and
 * where nothing is known yet. The single pass is weighed by what is expected.
 */
export function provenanceOf(graph: MapGraph, figures: Figures, key: FigureKey): Provenance | null {
  const weigh = weighings[key];
  if (!weigh) return null;
  const sums: Record<Origin, number> = { measured: 0, log: 0, estimate: 0, guess: 0, unstated: 0 };
  for (const each of figures.contributions) {
    const node = graph.node.get(each.node);
    for (const { quantity, weight } of node ? weigh(each, node) : [])
      if (quantity !== undefined) sums[quantity.source ?? 'unstated'] += weight;
  }
  const all = byTrust.reduce((sum, origin) => sum + sums[origin], 0);
  const least = byTrust.find((origin) => sums[origin] > 0);
  if (least === undefined) return null;
  const parts = Object.fromEntries(byTrust.map((origin) => [origin, sums[origin] / all]));
  return { parts: parts as Record<Origin, number>, least };
}
