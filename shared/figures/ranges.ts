import type { MapNode } from '../model/project';
import { isRange, type Quantity } from '../model/quantity';
import type { MapGraph, WithId } from '../model/queries';
import { computeFigures, figureInputOf, figuresFrom } from './compute-figures';
import type { FigureInput } from './figure';
import { leadTimes, readClocks } from './lead-time';
import { ratios } from './ratios';
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
  'firstPassYield' | 'handoffs' | 'handoffsProvider' | 'reworkEffortShare' | 'takt'
>;

/** The range of every figure that carries one. */
export type Ranges = Readonly<Record<RangedKey, Range>>;

type End = 'low' | 'likely' | 'high';

/** Which end of its quantities a step is taken at. */
interface Ends {
  readonly processTime: End;
  readonly wait: End;
  readonly completeAccurate: End;
}

type Scenario = (node: MapNode) => Ends;

const all =
  (times: End, completeAccurate: End): Scenario =>
  () => ({ processTime: times, wait: times, completeAccurate });

const active =
  (processTime: End, wait: End): Scenario =>
  () => ({ processTime, wait, completeAccurate: 'likely' });

const valuable =
  (value: End, rest: End): Scenario =>
  (node) => ({ processTime: node.value === 'VA' ? value : rest, wait: rest, completeAccurate: 'likely' });

function at(quantity: Quantity, end: End): Quantity {
  return isRange(quantity) ? { likely: quantity[end] ?? quantity.likely } : quantity;
}

function nodeAt(node: WithId<MapNode>, scenario: Scenario): WithId<MapNode> {
  const { processTime, wait, crew, completeAccurate } = node;
  const ends = scenario(node);
  return {
    ...node,
    ...(processTime && { processTime: at(processTime, ends.processTime) }),
    ...(crew && { crew: at(crew, ends.processTime) }),
    ...(wait && { wait: at(wait, ends.wait) }),
    ...(completeAccurate && { completeAccurate: at(completeAccurate, ends.completeAccurate) }),
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

type Scene = Pick<Readonly<Record<FigureKey, Figure>>, PathKey>;

/** Figures of the path: which branch of parallel work is the longest decides them, so that any case may be the outermost. */
const ofPath = [
  'processTimeOnPath',
  'waitOnPath',
  'activityRatio',
  'processCycleEfficiency',
] as const satisfies readonly RangedKey[];
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
  const sceneAt = (scenario: Scenario): Scene => {
    const other = inputAt(input, scenario);
    const clocks = readClocks(other);
    return { ...leadTimes(other, clocks), ...ratios(other, clocks.expected.total) };
  };
  const least = figuresAt(all('low', 'high'));
  const likely = figuresAt(all('likely', 'likely'));
  const most = figuresAt(all('high', 'low'));
  const scenes = [
    computeFigures(graph).figure,
    least,
    most,
    ...[active('low', 'high'), active('high', 'low'), valuable('low', 'high'), valuable('high', 'low')].map(
      sceneAt,
    ),
  ];
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
 * per graph. Times and people at once go together; of the activity ratio the low end has little
 * work and long waits, of the process cycle efficiency little value-adding work and much of all
 * else; where another branch of parallel work becomes the longest, the outermost of these cases
 * counts. %C&A goes with quality and against hidden repair. Shares of flows, parts of repeats and
 * rates stay at their means.
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
