import type { MapGraph } from '../model/queries';
import { bottleneckOf } from './bottleneck';
import { contributionsOf } from './contributions';
import { consumerEffort, efforts } from './effort';
import type { FigureInput } from './figure';
import { handoffs } from './handoffs';
import { leadTimes, readClocks } from './lead-time';
import { money } from './money';
import { buildNetwork, type Network, reachableFrom } from './network';
import { findBlocks } from './parallel-blocks';
import { peopleNeeded } from './people-needed';
import { qualities } from './quality';
import { ratios } from './ratios';
import { hiddenRepair } from './repair';
import { withRepeats } from './repeats';
import { type Solution, type Structure, solveVariant } from './solution';
import { stepTimesOf } from './step-times';
import { takt, wip } from './takt';
import type { Bottleneck, Figure, Figures, MissingInput, Visits } from './types';
import { knownUtilisations, loadsOf, utilisationSpans } from './utilisation';

/** Why a network has no way to follow: nowhere to begin, or no step on the way. */
function brokenWay(network: Network): MissingInput[] {
  const steps = network.nodes.filter((node) => node.type === 'step');
  const reached = reachableFrom(network, network.starts, () => true);
  if ([...reached].some((at) => network.nodes[at]?.type === 'step')) return [];
  const abouts = steps.length > 0 ? steps.map((step) => step.id) : [network.graph.id];
  return abouts.map((about) => ({ about, field: 'path' }));
}

const structures = new WeakMap<MapGraph, Structure>();

/** The network of a map and its parallel blocks, with what makes them impossible to read. Computed once per graph. */
export function structureOf(graph: MapGraph): Structure {
  let structure = structures.get(graph);
  if (!structure) {
    const network = buildNetwork(graph);
    const blocks = findBlocks(network);
    structure = { network, blocks, problems: [...brokenWay(network), ...blocks.problems] };
    structures.set(graph, structure);
  }
  return structure;
}

/** Expected visits of the nodes and flows where they are known; null where the equations have no answer. */
function visitsOf({ network }: Structure, solution: Solution): Visits | null {
  if (solution.problems.length > 0) return null;
  const isKnown = (node: number): boolean => solution.isKnown[node] === 1;
  const node = network.nodes.flatMap(({ id }, at) =>
    isKnown(at) && network.graph.node.has(id) ? [[id, solution.visits[at] ?? 0] as const] : [],
  );
  const flow = network.flows.flatMap(({ id, from, to }, at) => {
    if (!network.graph.node.has(network.nodes[to]?.id ?? '')) return [];
    const items = (solution.visits[from] ?? 0) * (solution.weight[at] ?? 0);
    return isKnown(from) && !Number.isNaN(items) ? [[id, items] as const] : [];
  });
  return { node: new Map(node), flow: new Map(flow) };
}

function unreachableSteps({ network }: Structure): string[] {
  const reached = reachableFrom(network, network.starts, () => true);
  return network.nodes.flatMap((node, at) => (node.type === 'step' && !reached.has(at) ? [node.id] : []));
}

/** The open ends that items come to. */
function openEndsOf({ network }: Structure): string[] {
  if (network.openEnds.length === 0) return [];
  const reached = reachableFrom(network, network.starts, () => true);
  const isReached = (id: string): boolean =>
    network.nodes.some((node, at) => node.id === id && reached.has(at));
  return network.openEnds.filter(isReached);
}

/** Solves a map in the ways that its figures need. */
export function solveFor(structure: Structure): FigureInput {
  const first = stepTimesOf(structure);
  const expected = solveVariant(structure, 'expected');
  const singlePass = solveVariant(structure, 'singlePass');
  const withoutRework = solveVariant(structure, 'withoutRework');
  return {
    structure,
    expected,
    singlePass,
    withoutRework,
    steps: withRepeats(structure, first, expected, 'expected'),
    singlePassSteps: withRepeats(structure, first, singlePass, 'singlePass'),
    calmSteps: withRepeats(structure, first, withoutRework, 'withoutRework'),
  };
}

const inputs = new WeakMap<MapGraph, FigureInput>();

/** What the figures of a map are computed from; solved once per graph object. */
export function figureInputOf(graph: MapGraph): FigureInput {
  let input = inputs.get(graph);
  if (!input) inputs.set(graph, (input = solveFor(structureOf(graph))));
  return input;
}

const isSound = (value: number | null): boolean => value === null || Number.isFinite(value);

/** What no number can hold, because something was divided by next to nothing, is unknown. */
function soundFigures(figures: Figures['figure']): Figures['figure'] {
  const unsound = Object.entries(figures).filter(
    ([, { value, lower, upper }]) => !isSound(value) || !isSound(lower) || !isSound(upper),
  );
  if (unsound.length === 0) return figures;
  const sound = (value: number | null): number | null => (isSound(value) ? value : null);
  const mended = unsound.map(([key, figure]): [string, Figure] => {
    const { value, lower, upper } = figure;
    return [key, { ...figure, value: sound(value), lower: sound(lower), upper: sound(upper) }];
  });
  return { ...figures, ...Object.fromEntries<Figure>(mended) };
}

/** The same by role. */
function soundByRole(byRole: ReadonlyMap<string, number | null>): ReadonlyMap<string, number | null> {
  return new Map([...byRole].map(([role, value]) => [role, isSound(value) ? value : null]));
}

const soundBottleneck = (found: Bottleneck | null): Bottleneck | null =>
  found !== null && isSound(found.amount) ? found : null;

/** Every figure from what it is computed from. */
export function figuresFrom(input: FigureInput): Figures {
  const { structure } = input;
  const { graph } = structure.network;
  const clocks = readClocks(input);
  const times = leadTimes(input, clocks);
  const moves = handoffs(input);
  const loads = loadsOf(input);
  const utilisation = utilisationSpans(graph, loads);
  const people = peopleNeeded(input, loads);
  const contributions = contributionsOf(input, clocks.expected);
  const onPath = new Set(contributions.flatMap((each) => (each.onPath ? [each.node] : [])));
  return {
    figure: soundFigures({
      ...times,
      ...efforts(input),
      ...ratios(input, clocks.expected.total),
      ...qualities(input),
      ...moves.figure,
      takt: takt(graph),
      wip: wip(graph, times.leadTimeExpected),
      ...money(input, times.leadTimeExpected),
      peopleNeeded: people.figure,
      hiddenRepair: hiddenRepair(input),
      consumerEffort: consumerEffort(input),
    }),
    visits: visitsOf(structure, input.expected),
    contributions,
    bottleneck: soundBottleneck(bottleneckOf(input, utilisation, onPath)),
    utilisation: soundByRole(knownUtilisations(utilisation)),
    peopleNeeded: soundByRole(people.byRole),
    handoffsByRole: moves.byRole,
    unreachable: unreachableSteps(structure),
    openEnds: openEndsOf(structure),
  };
}

const computed = new WeakMap<MapGraph, Figures>();

/** Every figure of one map; computed once per graph object. Times in minutes of the map's calendar. */
export function computeFigures(graph: MapGraph): Figures {
  let figures = computed.get(graph);
  if (!figures) computed.set(graph, (figures = figuresFrom(figureInputOf(graph))));
  return figures;
}
