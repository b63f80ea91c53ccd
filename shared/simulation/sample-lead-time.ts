import { computeFigures, structureOf } from '../figures/compute-figures';
import { solveVariant } from '../figures/solution';
import type { SampledLeadTime } from '../figures/types';
import type { MapGraph } from '../model/queries';
import { type Histogram, histogramOf } from './histogram';
import { isEveryWalkFinite, type Plan, planOf, type Stop } from './plan';
import { drawPert } from './pert';
import { type Random, randomFrom } from './random';

/** How often to walk the map, and the seed that makes it repeatable. */
export interface SamplingOptions {
  readonly runs: number;
  readonly seed: number;
}

/** How lead times are sampled wherever they are shown or judged, so that a percentile has one value. */
export const usualSampling: SamplingOptions = { runs: 10_000, seed: 1 };

/** More visits than this in one sampling would take half a minute: a loop that is hardly ever left. */
const mostVisits = 3e8;

/** The item has come to an end. */
const ended = -1;

/** Where a walk through a region has come out. */
interface Walker {
  readonly plan: Plan;
  readonly random: Random;
  /** Per node with a repeat that is shorter, the last run that came there; null where there is none. */
  readonly lastRun: Int32Array | null;
  run: number;
  exit: number;
  /** Visits left before the sampling is given up. */
  budget: number;
}

/** Minutes of work of one visit: of a repeat its own part. */
function workAt({ random, lastRun, run }: Walker, { processTime, repeat }: Stop, at: number): number {
  const work = processTime ? drawPert(processTime, random) : 0;
  if (lastRun === null || repeat === 1) return work;
  const isRepeat = lastRun[at] === run;
  lastRun[at] = run;
  return isRepeat ? work * repeat : work;
}

function choose(exits: readonly number[], upTo: readonly number[], random: Random): number {
  if (exits.length <= 1) return exits[0] ?? ended;
  const mark = random.next() * (upTo.at(-1) ?? 1);
  let way = 0;
  while (way < exits.length - 1 && mark >= (upTo[way] ?? 0)) way += 1;
  return exits[way] ?? ended;
}

/**
 * Works all branches of a block from the same moment. The item goes on at the join when the
 * longest one is done; where branches were left on other flows, it follows one of these.
 */
function walkBlock(walker: Walker, block: NonNullable<Stop['block']>, clock: number): number {
  let latest = clock;
  let left: number[] | null = null;
  for (const region of block.branches) {
    const first = walker.plan.first[region] ?? block.join;
    if (first === block.join) continue;
    latest = Math.max(latest, walk(walker, first, region, block.join, clock));
    if (walker.exit === block.join) continue;
    left ??= [];
    left.push(walker.exit);
  }
  const ways = left ?? [block.join];
  walker.exit = ways[ways.length === 1 ? 0 : Math.floor(walker.random.next() * ways.length)] ?? ended;
  return latest;
}

/** Walks from a node until the item ends, reaches the join, or leaves the region; gives the clock then. */
function walk(walker: Walker, start: number, region: number, join: number, started: number): number {
  const { plan, random } = walker;
  const own = region === 0 ? null : plan.within[region];
  let clock = started;
  let at = start;
  for (;;) {
    walker.budget -= 1;
    if (at === ended || at === join || (own && own[at] !== 1) || walker.budget < 0) {
      walker.exit = at;
      return clock;
    }
    const stop = plan.stops[at];
    if (!stop) {
      walker.exit = ended;
      return clock;
    }
    if (stop.wait) clock += drawPert(stop.wait, random);
    if (stop.processTime) clock += workAt(walker, stop, at);
    if (stop.block) {
      clock = walkBlock(walker, stop.block, clock);
      at = walker.exit;
    } else {
      at = choose(stop.exits, stop.upTo, random);
    }
  }
}

const rounded = (value: number): number => Number(value.toPrecision(6));

/** The value below which a part of the sorted samples lies, between neighbours in proportion. */
function percentile(sorted: Float64Array, part: number): number {
  const place = (sorted.length - 1) * part;
  const before = Math.floor(place);
  const low = sorted[before] ?? 0;
  const high = sorted[Math.min(before + 1, sorted.length - 1)] ?? low;
  return rounded(low + (high - low) * (place - before));
}

/**
 * The lead times of many walks through a map, in minutes, shortest first: times drawn per visit,
 * routes by share, on the customer's clock (detached work and steps after value take no time).
 * Null where the expected lead time is unknown, and where a loop is so hardly ever left that
 * sampling would take minutes.
 */
export function sampleTimes(graph: MapGraph, { runs, seed }: SamplingOptions): Float64Array | null {
  const structure = structureOf(graph);
  const solution = solveVariant(structure, 'expected');
  const isKnown = computeFigures(graph).figure.leadTimeExpected.value !== null;
  const visits = solution.visits.reduce((sum, each) => sum + each, 0);
  if (!isKnown || runs < 1 || visits * runs > mostVisits) return null;
  const plan = planOf(structure, solution);
  if (!isEveryWalkFinite(plan)) return null;
  const random = randomFrom(seed);
  const lastRun = plan.stops.some(({ repeat }) => repeat !== 1)
    ? new Int32Array(plan.stops.length).fill(-1)
    : null;
  const walker: Walker = { plan, random, lastRun, run: 0, exit: ended, budget: 2 * mostVisits };
  const times = new Float64Array(runs);
  for (let run = 0; run < runs; run += 1) {
    const start = plan.starts[Math.floor(random.next() * plan.starts.length)] ?? ended;
    walker.run = run;
    times[run] = walk(walker, start, 0, ended, 0);
  }
  return walker.budget < 0 ? null : times.sort();
}

function summaryOf(graph: MapGraph, { runs, seed }: SamplingOptions, times: Float64Array): SampledLeadTime {
  const target = graph.stream.targetLeadTime;
  const inTime = target === undefined ? 0 : times.filter((time) => time <= target).length;
  return {
    runs,
    seed,
    mean: rounded(times.reduce((sum, time) => sum + time, 0) / runs),
    p50: percentile(times, 0.5),
    p85: percentile(times, 0.85),
    p95: percentile(times, 0.95),
    shareWithinTarget: target === undefined ? null : rounded(inTime / runs),
  };
}

/** Samples the lead time of a map. Results are minutes, rounded to six significant digits, so that a seed gives the same on every machine. Null where `sampleTimes` has no answer. */
export function sampleLeadTime(graph: MapGraph, options: SamplingOptions): SampledLeadTime | null {
  const times = sampleTimes(graph, options);
  return times && summaryOf(graph, options, times);
}

/** The same, with how often each length came up. */
export function sampleSpread(
  graph: MapGraph,
  options: SamplingOptions,
): { readonly sampled: SampledLeadTime; readonly histogram: Histogram } | null {
  const times = sampleTimes(graph, options);
  return times && { sampled: summaryOf(graph, options, times), histogram: histogramOf(times) };
}
