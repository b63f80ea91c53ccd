import type { MapNode } from '../model/project';
import { isRange, type Quantity } from '../model/quantity';
import type { MapGraph, WithId } from '../model/queries';
import { computeFigures, figureInputOf, figuresFrom } from './compute-figures';
import type { FigureInput } from './figure';
import { repeatedLike } from './repeats';
import { stepTimesOf } from './step-times';
import type { Figure, FigureKey } from './types';

/** A figure with its inputs at their low, likely and high end; null where inputs lack. In the unit of the figure. */
export interface Range {
  readonly low: number | null;
  readonly likely: number | null;
  readonly high: number | null;
}

/** Figures that carry a range. */
export type RangedKey = Exclude<
  FigureKey,
  | 'firstPassYield'
  | 'handoffs'
  | 'handoffsProvider'
  | 'reworkEffortShare'
  | 'takt'
  | 'activityRatio'
  | 'processCycleEfficiency'
>;

/** The range of every figure that carries one. */
export type Ranges = Readonly<Record<RangedKey, Range>>;

type End = 'low' | 'likely' | 'high';

/** Which end its quantities are taken at, in all steps alike. */
interface Scenario {
  readonly times: End;
  readonly completeAccurate: End;
}

function at(quantity: Quantity, end: End): Quantity {
  return isRange(quantity) ? { likely: quantity[end] ?? quantity.likely } : quantity;
}

function nodeAt(node: WithId<MapNode>, scenario: Scenario): WithId<MapNode> {
  const { processTime, wait, crew, completeAccurate } = node;
  return {
    ...node,
    ...(processTime && { processTime: at(processTime, scenario.times) }),
    ...(crew && { crew: at(crew, scenario.times) }),
    ...(wait && { wait: at(wait, scenario.times) }),
    ...(completeAccurate && { completeAccurate: at(completeAccurate, scenario.completeAccurate) }),
  };
}

/** The same map with its quantities at other ends: visits stay, times change. */
function inputAt(input: FigureInput, scenario: Scenario): FigureInput {
  const { network } = input.structure;
  const nodes = network.nodes.map((node) => (node.type === 'step' ? nodeAt(node, scenario) : node));
  const structure = { ...input.structure, network: { ...network, nodes } };
  const first = stepTimesOf(structure);
  return {
    ...input,
    structure,
    steps: repeatedLike(first, input.steps),
    singlePassSteps: repeatedLike(first, input.singlePassSteps),
    calmSteps: repeatedLike(first, input.calmSteps),
  };
}

type Scene = Readonly<Record<FigureKey, Figure>>;

/** Parts of the lead time: they go with its own ends, so that they add up to it. Another branch of parallel work may be the longest at each end, so that any of them may be the outermost. */
const ofPath = ['processTimeOnPath', 'waitOnPath'] as const satisfies readonly RangedKey[];
type PathKey = (typeof ofPath)[number];

function outermost(key: PathKey, likely: Scene, scenes: readonly Scene[]): [RangedKey, Range] {
  const values = [likely, ...scenes].flatMap((scene) => scene[key].value ?? []);
  if (likely[key].value === null) return [key, { low: null, likely: null, high: null }];
  return [key, { low: Math.min(...values), likely: likely[key].value, high: Math.max(...values) }];
}

/** Figures that are smallest where all times are. */
const totals = [
  'leadTimeExpected',
  'leadTimeSinglePass',
  'afterValueTail',
  'effortPersonHours',
  'wip',
  'costPerItem',
  'costPerMonth',
  'delayCostPerMonth',
  'peopleNeeded',
  'leadTimeElapsed',
  'slaTime',
  'hiddenRepair',
  'consumerEffort',
] as const satisfies readonly RangedKey[];

const qualities = ['rolledCompleteAccurate', 'rolledPerStep'] as const satisfies readonly RangedKey[];

const ranged: ReadonlySet<string> = new Set<RangedKey>([...totals, ...qualities, ...ofPath]);

/** True for figures that carry a range. */
export function isRanged(key: FigureKey): key is RangedKey {
  return ranged.has(key);
}

function compute(graph: MapGraph): Ranges {
  const input = figureInputOf(graph);
  const figuresAt = (scenario: Scenario): Readonly<Record<FigureKey, Figure>> =>
    figuresFrom(inputAt(input, scenario)).figure;
  const least = figuresAt({ times: 'low', completeAccurate: 'high' });
  const likely = figuresAt({ times: 'likely', completeAccurate: 'likely' });
  const most = figuresAt({ times: 'high', completeAccurate: 'low' });
  const scenes = [computeFigures(graph).figure, least, most];
  const range = (key: RangedKey, low: typeof least, high: typeof least): [RangedKey, Range] => [
    key,
    { low: low[key].value, likely: likely[key].value, high: high[key].value },
  ];
  return Object.fromEntries([
    ...totals.map((key) => range(key, least, most)),
    ...qualities.map((key) => range(key, most, least)),
    ...ofPath.map((key) => outermost(key, likely, scenes)),
  ]) as Record<RangedKey, Range>;
}

const computed = new WeakMap<MapGraph, Ranges>();

/**
 * Every total with its inputs at their low, likely and high end, computed when asked for and once
 * per graph. Times and people at once go together. Process time and wait are those of the branch
 * that is the longest at that end, so that they add up to the lead time there; where another branch
 * makes one of them smaller or larger than at the ends, the outermost counts. Ratios carry no range:
 * with all times at one end they hardly move, and with work and wait at opposite ends they say what
 * no item ever meets. %C&A goes with quality and against hidden repair. Shares of flows, parts of
 * repeats and rates stay at their means.
 *
 * These are the outermost ends of the expected figures: that all steps are at their low at once is
 * far less likely than that one is. They say nothing of the spread of single items, which choices
 * and loops take further: percentiles of sampled lead times do. `likely` takes the likely values
 * and not their means, so it differs from the figure where ranges lean to one side.
 */
export function rangesOf(graph: MapGraph): Ranges {
  let ranges = computed.get(graph);
  if (!ranges) computed.set(graph, (ranges = compute(graph)));
  return ranges;
}
