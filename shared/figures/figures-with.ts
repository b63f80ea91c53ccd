import type { MapNode } from '../model/project';
import type { MapGraph, WithId } from '../model/queries';
import { figureInputOf } from './compute-figures';
import { efforts } from './effort';
import { leadTimes, readClocks } from './lead-time';
import { money } from './money';
import { qualities } from './quality';
import { repeatedLike } from './repeats';
import { stepTimesOf } from './step-times';
import type { Figure, FigureKey } from './types';

/** Figures that change where only times, people at once or %C&A of steps do. */
export type TimedKey =
  | 'leadTimeExpected'
  | 'effortPersonHours'
  | 'rolledCompleteAccurate'
  | 'costPerMonth'
  | 'delayCostPerMonth';

/**
 * The main figures of a map with other times, people at once or %C&A at one step: the ways of the items stay, so that
 * nothing is solved again. The same as those of the map with that step, a good deal faster.
 */
export function figuresWith(
  graph: MapGraph,
  changed: WithId<MapNode>,
): Readonly<Pick<Record<FigureKey, Figure>, TimedKey>> {
  const known = figureInputOf(graph);
  const { network } = known.structure;
  const nodes = network.nodes.map((node) => (node.id === changed.id ? changed : node));
  const structure = { ...known.structure, network: { ...network, nodes } };
  const first = stepTimesOf(structure);
  const input = {
    ...known,
    structure,
    steps: repeatedLike(first, known.steps),
    singlePassSteps: repeatedLike(first, known.singlePassSteps),
    calmSteps: repeatedLike(first, known.calmSteps),
  };
  const { leadTimeExpected } = leadTimes(input, readClocks(input));
  const { effortPersonHours } = efforts(input);
  const { rolledCompleteAccurate } = qualities(input);
  const { costPerMonth, delayCostPerMonth } = money(input, leadTimeExpected);
  return { leadTimeExpected, effortPersonHours, rolledCompleteAccurate, costPerMonth, delayCostPerMonth };
}
