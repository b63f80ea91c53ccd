import type { MapNode } from '../model/project';
import { knownMean, meanOf, type Quantity } from '../model/quantity';
import type { MapGraph } from '../model/queries';
import { figureInputOf } from './compute-figures';
import { type FigureInput, gapsOf, isReached } from './figure';
import { cadenceWait, chanceOfWaiting, type Queue, utilisationOf, waitInQueue } from './queueing';
import { demandRate } from './takt';
import type { MissingInput } from './types';

/** The stated wait of a step beside what the queue of its role explains. */
export interface StatedWait {
  readonly node: string;
  /** Minutes per visit; null where unknown. */
  readonly stated: number | null;
  /** False where the stated wait, less that for the next date, is over three times the estimate, so that capacity is not the reason (look for priority or missing input); null where nothing can be said, and for an agreed wait. */
  readonly isExplained: boolean | null;
}

/** What a queueing model says of the wait before the steps of one role. */
export interface QueueEstimate {
  readonly role: string;
  /** Null where something lacks; `missing` says what. */
  readonly queue: Queue | null;
  /** 0.. */
  readonly utilisation: number | null;
  /** Mean wait before a step of the role, in working minutes; null where it grows without end or is unknown. */
  readonly wait: number | null;
  /** Chance that an item has to wait at all, with arrivals and service at random, 0..1. */
  readonly chanceOfWaiting: number | null;
  readonly reason: 'grows' | 'unknown' | null;
  /** What was taken for granted: arrivals at random where no variation is stated, service at random where no process time has a range. */
  readonly assumed: readonly ('arrivals' | 'service')[];
  readonly missing: readonly MissingInput[];
  readonly steps: readonly StatedWait[];
}

/** A stated wait above so many estimates is not explained by capacity. */
const farAbove = 3;

/** Variance of a PERT-beta quantity: (mean - low)(high - mean) / 7; null for a single value, which says nothing of its spread. */
export function pertVariance(quantity: Quantity): number | null {
  const { likely, low = likely, high = likely } = quantity;
  const mean = meanOf(quantity);
  return low < high ? ((mean - low) * (high - mean)) / 7 : null;
}

interface Work {
  readonly visits: number;
  /** Mean minutes of a visit, its variance (null where nothing says how it spreads), people busy at once. */
  readonly mean: number;
  readonly variance: number | null;
  readonly crew: number;
}

function workAt({ structure, steps, expected }: FigureInput, at: number): Work | null {
  const step = steps[at];
  const quantity = structure.network.nodes[at]?.processTime;
  if (!step || step.processTime === null || quantity === undefined || expected.isKnown[at] !== 1) return null;
  const first = meanOf(quantity);
  const scale = first > 0 ? step.processTime / first : 1;
  const variance = pertVariance(quantity);
  return {
    visits: expected.visits[at] ?? 0,
    mean: step.processTime,
    variance: variance === null ? null : variance * scale * scale,
    crew: step.crew,
  };
}

/** All visits of a role as one queue. A visit takes longer on the clock when people are there part of the time; people who work together count as one server. */
function queueOf(
  work: readonly Work[],
  rate: number,
  { people, availability }: { readonly people: number; readonly availability: number },
  arrivalVariation: number,
): Queue | null {
  const sum = (of: (each: Work) => number): number =>
    work.reduce((total, each) => total + each.visits * of(each), 0);
  const visits = sum(() => 1);
  const minutes = sum(({ mean }) => mean);
  if (visits === 0 || minutes === 0) return null;
  const crew = sum(({ mean, crew: busy }) => mean * busy) / minutes;
  const mean = minutes / visits;
  const square = sum((each) => each.mean ** 2 + (each.variance ?? each.mean ** 2)) / visits;
  const servers = people / crew;
  return {
    arrivalRate: rate * visits,
    serviceTime: mean / availability / Math.min(1, servers),
    servers: Math.max(1, servers),
    arrivalVariation,
    serviceVariation: square / mean ** 2 - 1,
  };
}

function lackingOf(
  input: FigureInput,
  role: string,
  own: readonly number[],
  graph: MapGraph,
): readonly MissingInput[] {
  const { people, availability } = graph.roles.get(role) ?? {};
  const { nodes } = input.structure.network;
  const gap = (about: string, field: MissingInput['field'], lacks: boolean): MissingInput[] =>
    lacks ? [{ about, field }] : [];
  return [
    ...gapsOf(input.expected),
    ...own.flatMap((at) => gap(nodes[at]?.id ?? '', 'processTime', input.steps[at]?.processTime === null)),
    ...gap(graph.stream.id, 'demand', demandRate(graph) === null),
    ...gap(role, 'people', people === undefined || people === 0),
    ...gap(role, 'availability', availability === undefined || availability === 0),
  ];
}

/** True where the stated wait, less what the dates of the step explain, is not far above the estimate; an agreed wait needs no explanation. */
function isExplained(
  node: MapNode | undefined,
  stated: number | null,
  estimate: number | null,
): boolean | null {
  if (stated === null || estimate === null || !node || node.requiredWait === true) return null;
  const interval = knownMean(node.cadence) ?? 0;
  const forDate = interval > 0 ? cadenceWait(interval, knownMean(node.cutoff) ?? 0) : 0;
  return stated - forDate <= farAbove * estimate;
}

function estimateOf(input: FigureInput, role: string, own: readonly number[]): QueueEstimate {
  const { graph, nodes } = input.structure.network;
  const { people = 0, availability = 0 } = graph.roles.get(role) ?? {};
  const missing = lackingOf(input, role, own, graph);
  const work = own.flatMap((at) => workAt(input, at) ?? []).filter(({ mean, crew }) => mean * crew > 0);
  const { demandCv } = graph.stream;
  const rate = demandRate(graph);
  const queue =
    missing.length > 0 || rate === null
      ? null
      : queueOf(work, rate, { people, availability }, (demandCv ?? 1) ** 2);
  const wait = queue ? waitInQueue(queue) : null;
  const isGrowing = queue !== null && wait === null;
  const steps = own.map((at): StatedWait => {
    const stated = input.steps[at]?.wait ?? null;
    const node = nodes[at];
    return {
      node: node?.id ?? '',
      stated,
      isExplained: isExplained(node, stated, isGrowing ? Number.POSITIVE_INFINITY : wait),
    };
  });
  const spread = work.some(({ variance }) => variance === null);
  return {
    role,
    queue,
    utilisation: queue ? utilisationOf(queue) : null,
    wait,
    chanceOfWaiting: queue
      ? chanceOfWaiting(queue.arrivalRate * queue.serviceTime, Math.max(1, Math.floor(queue.servers)))
      : null,
    reason: isGrowing ? 'grows' : queue === null ? 'unknown' : null,
    assumed: [
      ...(demandCv === undefined ? (['arrivals'] as const) : []),
      ...(spread ? (['service'] as const) : []),
    ],
    missing,
    steps,
  };
}

/**
 * What the queues of the roles explain of the waits: for each role that does a step, its people as
 * servers, the work of all its steps as service, the demand as arrivals. An estimate that knows
 * nothing of priorities, cadences or other streams; `wait` of the steps stays the stated input.
 */
export function queueEstimates(graph: MapGraph): readonly QueueEstimate[] {
  const input = figureInputOf(graph);
  const own = new Map<string, number[]>();
  input.structure.network.nodes.forEach((node, at) => {
    const isDone = input.steps[at]?.isStep === true && isReached(input.expected, at);
    if (!isDone || node.role === undefined || !graph.roles.has(node.role)) return;
    own.set(node.role, [...(own.get(node.role) ?? []), at]);
  });
  return [...own].map(([role, numbers]) => estimateOf(input, role, numbers));
}
