import type { Block } from './parallel-blocks';
import type { Solution, Structure } from './solution';
import { nothing, plus, type Span, type StepTimes, spanOf, times } from './step-times';

/** Minutes on the clock, and the parts of them. */
export interface ClockTime {
  readonly clock: Span;
  readonly process: Span;
  readonly wait: Span;
  readonly valueAdding: Span;
}

/** What the clock shows at the end, and which branches moved it. */
export interface ClockReading {
  readonly total: ClockTime;
  /** Regions that are, or may be, the longest branch of their block. */
  readonly longest: ReadonlySet<number>;
  /** What each branch of a parallel block would take of the clock, over all its passes. */
  readonly branches: ReadonlyMap<number, Span>;
}

interface Visits {
  readonly low: (node: number) => number;
  readonly high: (node: number) => number;
}

interface Reading {
  readonly structure: Structure;
  readonly solution: Solution;
  readonly perVisit: readonly ClockTime[];
  /** Nodes directly in each region, and blocks directly in each region. */
  readonly nodesIn: readonly (readonly number[])[];
  readonly blocksIn: readonly (readonly Block[])[];
  readonly longest: Set<number>;
  readonly branches: Map<number, Span>;
}

/** Fewer visits than this are what rounding leaves of none. */
const negligible = 1e-9;

const still: ClockTime = { clock: nothing, process: nothing, wait: nothing, valueAdding: nothing };

const add = (a: ClockTime, b: ClockTime): ClockTime => ({
  clock: plus(a.clock, b.clock),
  process: plus(a.process, b.process),
  wait: plus(a.wait, b.wait),
  valueAdding: plus(a.valueAdding, b.valueAdding),
});

const repeat = (time: ClockTime, low: number, high: number): ClockTime => ({
  clock: times(time.clock, low, high),
  process: times(time.process, low, high),
  wait: times(time.wait, low, high),
  valueAdding: times(time.valueAdding, low, high),
});

function timePerVisit(step: StepTimes): ClockTime {
  const wait = spanOf(step.wait);
  const process = spanOf(step.processTime);
  const valueAdding =
    step.addsValue === true ? process : { low: 0, high: step.addsValue === null ? process.high : 0 };
  return { clock: plus(wait, process), process, wait, valueAdding };
}

const isCertain = (span: Span): boolean => span.low === span.high;

const spread = (spans: readonly Span[]): Span => ({
  low: Math.min(...spans.map((span) => span.low)),
  high: Math.max(...spans.map((span) => span.high)),
});

/** Longest first; where two are equally long, the one with more work, then more value. */
const byLength = (a: ClockTime, b: ClockTime): number =>
  b.clock.low - a.clock.low || b.process.low - a.process.low || b.valueAdding.low - a.valueAdding.low;

/** The longest of several branches; where gaps leave open which one that is, the span of all that may be it. */
function longestOf(
  reading: Reading,
  branches: readonly { readonly region: number; readonly time: ClockTime }[],
  isVisited: boolean,
): ClockTime {
  const ranked = [...branches].sort((a, b) => byLength(a.time, b.time));
  const first = ranked[0];
  if (!first) return still;
  const isSettled = ranked.every(({ time }) => isCertain(time.clock));
  const open = isSettled ? [first] : ranked.filter(({ time }) => time.clock.high >= first.time.clock.low);
  if (isVisited) for (const { region } of open) reading.longest.add(region);
  const parts = (part: keyof ClockTime): Span[] => open.map(({ time }) => time[part]);
  return {
    clock: { low: first.time.clock.low, high: Math.max(...parts('clock').map((span) => span.high)) },
    process: spread(parts('process')),
    wait: spread(parts('wait')),
    valueAdding: spread(parts('valueAdding')),
  };
}

/** A block that is also entered from outside: one pass counts its longest branch, items that enter later add all their time. */
function readEntered(reading: Reading, block: Block, visits: Visits): ClockTime {
  const inside = reading.solution.passes.get(block)?.visits ?? [];
  const forks = { low: visits.low(block.fork), high: visits.high(block.fork) };
  let later = still;
  const branches = block.branches.map((region, at) => {
    const own = (node: number): number => inside[at]?.get(node) ?? 0;
    const less = (amount: number, passes: number, node: number): number =>
      own(node) === 0 ? amount : Math.max(0, amount - passes * own(node));
    const rest = {
      low: (node: number) => less(visits.low(node), forks.high, node),
      high: (node: number) => less(visits.high(node), forks.low, node),
    };
    later = add(later, readRegion(reading, region, rest));
    return { region, time: readRegion(reading, region, { low: own, high: own }) };
  });
  for (const { region, time } of branches)
    reading.branches.set(region, times(time.clock, forks.low, forks.high));
  const pass = longestOf(reading, branches, forks.high > negligible);
  return add(repeat(pass, forks.low, forks.high), later);
}

function readRegion(reading: Reading, region: number, visits: Visits): ClockTime {
  let total = still;
  for (const node of reading.nodesIn[region] ?? []) {
    const time = reading.perVisit[node] ?? still;
    if (time !== still) total = add(total, repeat(time, visits.low(node), visits.high(node)));
  }
  for (const block of reading.blocksIn[region] ?? []) {
    if (reading.solution.passes.get(block)?.hasEntries) {
      total = add(total, readEntered(reading, block, visits));
      continue;
    }
    const branches = block.branches.map((each) => ({
      region: each,
      time: readRegion(reading, each, visits),
    }));
    for (const branch of branches) reading.branches.set(branch.region, branch.time.clock);
    total = add(total, longestOf(reading, branches, visits.high(block.fork) > negligible));
  }
  return total;
}

/** Reads the clock: the sum of visits x time of the steps that `counts`, with the longest branch of each parallel block. */
export function readClock(
  structure: Structure,
  solution: Solution,
  steps: readonly StepTimes[],
  counts: (step: StepTimes) => boolean,
): ClockReading {
  const { blocks } = structure;
  const nodesIn: number[][] = blocks.list.map(() => []);
  const blocksIn: Block[][] = blocks.list.map(() => []);
  blocks.regionOf.forEach((region, node) => nodesIn[region]?.push(node));
  for (const block of blocks.blocks) blocksIn[blocks.regionOf[block.fork] ?? 0]?.push(block);
  const perVisit = steps.map((step) => (step.holdsUp && counts(step) ? timePerVisit(step) : still));
  const branches = new Map<number, Span>();
  const reading = { structure, solution, perVisit, nodesIn, blocksIn, longest: new Set([0]), branches };
  const visits: Visits = {
    low: (node) => solution.lowest[node] ?? 0,
    high: (node) => (solution.isKnown[node] === 1 ? (solution.visits[node] ?? 0) : Number.POSITIVE_INFINITY),
  };
  const isUnsolved = solution.problems.length > 0;
  const unsolved = { low: 0, high: Number.POSITIVE_INFINITY };
  const total = isUnsolved
    ? { clock: unsolved, process: unsolved, wait: unsolved, valueAdding: unsolved }
    : readRegion(reading, 0, visits);
  return { total, longest: reading.longest, branches };
}
