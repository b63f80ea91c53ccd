import type { MapGraph } from '../model/queries';
import { figuresText } from '../text/figures';
import { structureOf } from './compute-figures';
import { reachableFrom } from './network';
import { stepTimesOf } from './step-times';
import type { Figure, FigureKey, MissingInput } from './types';

type Field = keyof typeof figuresText.lacking;

const fields: readonly Field[] = ['wait', 'processTime', 'value', 'completeAccurate', 'team', 'role'];

/** Figures of the customer's clock: steps after value and beside the path are left out. */
const untilValue = new Set<FigureKey>([
  'leadTimeExpected',
  'leadTimeSinglePass',
  'processTimeOnPath',
  'waitOnPath',
  'activityRatio',
  'processCycleEfficiency',
  'wip',
  'leadTimeElapsed',
  'slaTime',
  'delayCostPerMonth',
]);

/** Figures that steps of rework alone take no part in. */
const singlePass = new Set<FigureKey>(['leadTimeSinglePass', 'rolledCompleteAccurate', 'rolledPerStep']);

/** Figures of which the demand is asked before fields of steps. */
const demandFirst = new Set<FigureKey>(['wip', 'costPerMonth', 'delayCostPerMonth', 'peopleNeeded']);

/** How many steps a figure looks at. */
export function stepsNeeded(graph: MapGraph, key: FigureKey): number {
  const structure = structureOf(graph);
  const { network } = structure;
  const steps = stepTimesOf(structure);
  const reached = reachableFrom(
    network,
    network.starts,
    (number) => !singlePass.has(key) || network.flows[number]?.isForward === true,
  );
  const counted = steps.filter((step, at) => {
    if (!step.isStep || !reached.has(at)) return false;
    if (key === 'afterValueTail') return step.holdsUp && step.afterValue;
    if (key === 'rolledCompleteAccurate' || key === 'rolledPerStep') return step.holdsUp;
    return !untilValue.has(key) || (step.holdsUp && !step.afterValue);
  });
  return counted.length;
}

const nameOf = (graph: MapGraph, id: string | undefined): string => graph.node.get(id ?? '')?.name ?? '';

function sayPath(graph: MapGraph, about: string): string {
  const node = graph.node.get(about);
  if (!node) return figuresText.emptyMap;
  if (node.type === 'fork') return figuresText.forkWithoutJoin(node.name);
  if (node.type === 'join') return figuresText.joinWithoutFork(node.name);
  const { network } = structureOf(graph);
  const reached = reachableFrom(network, network.starts, () => true);
  const isReached = network.nodes.some((each, at) => each.id === about && reached.has(at));
  return isReached ? figuresText.blockedWay(node.name) : figuresText.noWayIn;
}

function sayShares(graph: MapGraph, gaps: readonly MissingInput[]): string {
  const flows = new Map(graph.flows.map((flow) => [flow.id, flow.from]));
  const nodes = new Set(gaps.map(({ about }) => flows.get(about) ?? about));
  const [first] = nodes;
  return figuresText.lackingShare(nameOf(graph, first), nodes.size - 1);
}

/** The known part of the inputs of a figure, 0..1, where it says something: not of a figure that is complete, and not of money without any rate, of which known times are no part. */
export function tellingCoverage({ coverage, lower, upper, missing }: Figure): number | null {
  const isWithoutRates =
    lower === null && upper === null && missing.some(({ field }) => field === 'rate' || field === 'role');
  return coverage < 1 && !isWithoutRates ? coverage : null;
}

/** What keeps a figure from being known, in a few words; null where nothing does. The first obstacle is named: a broken way, then shares, then fields of steps, then the demand (first of all for work in progress). */
export function sayMissing(graph: MapGraph, key: FigureKey, figure: Figure): string | null {
  const of = (field: MissingInput['field']): MissingInput[] =>
    figure.missing.filter((gap) => gap.field === field);
  const [path] = of('path');
  if (path) return sayPath(graph, path.about);
  const shares = of('share');
  if (shares.length > 0) return sayShares(graph, shares);
  if (of('calendar').length > 0) return figuresText.lackingHours;
  if (demandFirst.has(key) && of('demand').length > 0) return figuresText.lackingDemand;
  if (of('costOfDelay').length > 0) return figuresText.lackingCostOfDelay;
  const lacking = fields.flatMap((field) => {
    const about = of(field).filter((gap) => graph.node.has(gap.about));
    if (about.length === 0) return [];
    return [figuresText.lacking[field](about.length, Math.max(about.length, stepsNeeded(graph, key)))];
  });
  if (lacking.length > 0) return figuresText.areUnknown(lacking);
  if (of('rate').length > 0) return figuresText.lackingRates(of('rate').length);
  if (of('availability').length > 0) return figuresText.lackingAvailability(of('availability').length);
  if (of('demand').length > 0) return figuresText.lackingDemand;
  return figure.missing.length > 0 ? figuresText.lackingTimes : null;
}
