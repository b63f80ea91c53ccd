import { wastes } from '../../shared/catalogue/wastes';
import { wastePareto } from '../../shared/figures/waste-pareto';
import { en } from '../../shared/text/en';
import type { Derived } from '../derive';

/** What the bars of the Pareto stand for. */
export type ParetoBy = 'step' | 'waste';

/** A bar of the Pareto. */
export interface Bar {
  readonly id: string;
  readonly name: string;
  /** Minutes per item. */
  readonly minutes: number;
  /** Part of all bars up to and with this one, 0..1. */
  readonly upTo: number;
  /** Ids of the steps that a click selects. */
  readonly nodes: readonly string[];
}

/** Bars, longest first, and what they add up to. */
export interface Bars {
  readonly bars: readonly Bar[];
  /** Minutes per item. */
  readonly total: number;
  /** Minutes of lead time per item that they are a part of. */
  readonly of: number;
}

type Length = Omit<Bar, 'upTo'>;

function ranked(lengths: readonly Length[]): Pick<Bars, 'bars' | 'total'> {
  const longest = [...lengths].sort((a, b) => b.minutes - a.minutes);
  const total = longest.reduce((sum, each) => sum + each.minutes, 0);
  let sum = 0;
  const bars = longest.map((each) => {
    sum += each.minutes;
    return { ...each, upTo: sum / total };
  });
  return { bars, total };
}

/** Waits on the clock, by the step before which they lie. */
function waitsByStep({ graph, figures }: Derived): Bars {
  const lengths = figures.contributions.flatMap((part): Length[] => {
    const node = graph.node.get(part.node);
    const isCounted = node !== undefined && part.onPath && node.afterValue !== true;
    const minutes = part.wait !== null && part.visits !== null ? part.wait * part.visits : 0;
    return isCounted && minutes > 0 ? [{ id: part.node, name: node.name, minutes, nodes: [part.node] }] : [];
  });
  const { bars, total } = ranked(lengths);
  return { bars, total, of: total };
}

/** Lead time that is spent on wastes, each minute on one. */
function timeByWaste({ graph, figures }: Derived): Bars {
  const pareto = wastePareto(graph, figures);
  const lengths = pareto.bars.flatMap(({ id, isWaste, leadTime, nodes }): Length[] => {
    const name = wastes.find((waste) => waste.id === id)?.name ?? en.analysisPanels.pareto.unclassified;
    return isWaste && leadTime > 0 ? [{ id, name, minutes: leadTime, nodes }] : [];
  });
  return { ...ranked(lengths), of: pareto.leadTime };
}

/** The bars of a map. */
export function barsOf(derived: Derived, by: ParetoBy): Bars {
  return by === 'step' ? waitsByStep(derived) : timeByWaste(derived);
}
