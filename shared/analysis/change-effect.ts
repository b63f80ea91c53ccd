import { computeFigures } from '../figures/compute-figures';
import { formatFigure } from '../figures/describe';
import type { SampledLeadTime } from '../figures/types';
import type { MapGraph } from '../model/queries';
import { formatDuration, formatNumber, formatShare } from '../model/units-format';
import { changeStoryText as words } from '../text/change-story';
import { busyBefore } from './compare-figures';

/** Figures before and after something, with the words for those that it moves. */
export interface Effect {
  /** Minutes of expected lead time that it saves, below zero where it costs time; null where unknown. */
  readonly leadTimeSaved: number | null;
  /** Minutes of effort per item that it saves; null where unknown. */
  readonly effortSaved: number | null;
  /** What it moves, the lead time first: `expected lead time 47h 30m to 27h 42m`. Empty where nothing moves. */
  readonly says: readonly string[];
}

const share = (value: number): string => formatShare(value, 0);
const number = (value: number): string => formatNumber(value);

type Say = (before: string, after: string) => string;

/** The sentence for two values where they differ once they are written. */
function moved(a: number | null, b: number | null, format: (value: number) => string, say: Say): string[] {
  if (a === null || b === null || format(a) === format(b)) return [];
  return [say(format(a), format(b))];
}

function saved(a: number | null, b: number | null): number | null {
  return a === null || b === null ? null : a - b;
}

/** The role whose people get most more or less to do. */
function loadMoved(before: MapGraph, after: MapGraph): string[] {
  const changes = busyBefore(before, after)
    .filter(({ before: a, after: b }) => Math.abs(a - b) >= 0.02)
    .sort((x, y) => Math.abs(y.before - y.after) - Math.abs(x.before - x.after));
  return changes
    .slice(0, 1)
    .flatMap(({ role, before: a, after: b }) => moved(a, b, share, (x, y) => words.busy(role, x, y)));
}

/** What lies between two graphs: what is saved and which main figures move; the share within the target where both were sampled. */
export function effectOf(
  before: MapGraph,
  after: MapGraph,
  sampled?: { readonly before: SampledLeadTime | null; readonly after: SampledLeadTime | null },
): Effect {
  const [then, now] = [computeFigures(before).figure, computeFigures(after).figure];
  const value = (key: keyof typeof then): readonly [number | null, number | null] => [
    then[key].value,
    now[key].value,
  ];
  const [leadTime, effort] = [value('leadTimeExpected'), value('effortPersonHours')];
  const within = [
    sampled?.before?.shareWithinTarget ?? null,
    sampled?.after?.shareWithinTarget ?? null,
  ] as const;
  const money = (amount: number): string => formatFigure('costPerItem', amount, before.currency);
  return {
    leadTimeSaved: saved(...leadTime),
    effortSaved: saved(...effort),
    says: [
      ...moved(...leadTime, formatDuration, words.leadTime),
      ...moved(...within, share, words.within),
      ...moved(...effort, formatDuration, words.effort),
      ...moved(...value('reworkEffortShare'), share, words.rework),
      ...moved(...value('rolledCompleteAccurate'), share, words.rolled),
      ...moved(...value('handoffs'), number, words.handoffs),
      ...moved(...value('costPerItem'), money, words.cost),
      ...loadMoved(before, after),
    ],
  };
}
