import { computeFigures } from '../figures/compute-figures';
import { queueEstimates } from '../figures/queue-estimates';
import { figuresWith, type TimedKey } from '../figures/figures-with';
import type { Figure, FigureKey, Figures } from '../figures/types';
import type { Project } from '../model/project';
import { graphOf, lookUp, type MapGraph, stepsOf } from '../model/queries';
import type { ScenarioChange } from '../model/workshop';
import { applyScenario } from './apply-scenario';
import { changeKey } from './change-key';
import { sharesOutOf } from './scenario-shares';

/** What is tried: a wait, work or returns cut by a part, more of the output right, one more person, a step left out. */
export type TriedKind = 'wait' | 'processTime' | 'rework' | 'quality' | 'person' | 'skip';

/** One change that is tried on its own. */
export interface TriedChange {
  readonly key: string;
  readonly kind: TriedKind;
  readonly change: ScenarioChange;
}

/** What one change alone brings; null where that is unknown. Positive is better. */
export interface RankedChange extends TriedChange {
  /** Minutes of the expected lead time, waits as they were entered. */
  readonly leadTime: number | null;
  /** Person-minutes per item. */
  readonly effort: number | null;
  /** Work and delay of a month, in the currency of the project. */
  readonly money: number | null;
  /** Part of the items that are right at every step. */
  readonly quality: number | null;
  /** Minutes that an item waits less for the role by the estimate of its queue, all its visits together; not part of `leadTime`. */
  readonly queue: number | null;
}

/** What the ranking takes for granted. */
export interface Assumption {
  /** The part by which waits, work and returns are cut, 0..1. */
  readonly part: number;
}

/** By how much more of the output is right where quality is tried. */
const points = 0.1;

const tried = (kind: TriedKind, change: ScenarioChange): TriedChange => ({
  key: changeKey(change.about, change.field),
  kind,
  change,
});

/** Everything that is tried on a map, one change at a time. Steps that add value, or that somebody requires, are not left out. */
export function changesToTry(project: Project, graph: MapGraph, { part }: Assumption): TriedChange[] {
  const factor = 1 - part;
  const steps = stepsOf(graph).flatMap((step): TriedChange[] => {
    const { id: about, wait, processTime, completeAccurate: share } = step;
    const isRequired =
      step.value === 'VA' || step.nnvaReason !== undefined || step.obligationReference !== undefined;
    const right = share === undefined ? null : Math.min(1, share.likely + points);
    return [
      ...(wait !== undefined && wait.likely > 0 && step.requiredWait !== true
        ? [tried('wait', { about, field: 'wait', factor })]
        : []),
      ...(processTime !== undefined ? [tried('processTime', { about, field: 'processTime', factor })] : []),
      ...(right !== null && share !== undefined && right > share.likely
        ? [tried('quality', { about, field: 'completeAccurate', value: right })]
        : []),
      ...(step.value !== undefined && !isRequired ? [tried('skip', { about, field: 'skip', value: 1 })] : []),
    ];
  });
  const flows = graph.flows
    .filter(({ kind, from, id }) => kind === 'rework' && (sharesOutOf(project, from)?.get(id) ?? 0) > 0)
    .map(({ id }) => tried('rework', { about: id, field: 'share', factor }));
  const roles = [...graph.roles.values()].flatMap(({ id, people }) =>
    people !== undefined && graph.nodes.some((node) => node.role === id)
      ? [tried('person', { about: id, field: 'people', value: people + 1 })]
      : [],
  );
  return [...steps, ...flows, ...roles];
}

type Main = Readonly<Pick<Record<FigureKey, Figure>, TimedKey>>;

function gain(key: TimedKey, before: Main, after: Main): number | null {
  const [a, b] = [before[key].value, after[key].value];
  if (a === null || b === null) return null;
  return Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(a)) ? 0 : a - b;
}

/** Work and delay together, as far as either is known. */
function moneyGain(before: Main, after: Main): number | null {
  const gains = [gain('costPerMonth', before, after), gain('delayCostPerMonth', before, after)];
  const known = gains.filter((each) => each !== null);
  return known.length === 0 ? null : known.reduce((sum, each) => sum + each, 0);
}

/** Minutes an item waits in the queue of a role by the estimate, over all visits to its steps. */
function queueWait(graph: MapGraph, figures: Figures, role: string): number | null {
  const estimate = queueEstimates(graph).find((each) => each.role === role);
  if (!estimate || estimate.wait === null) return null;
  const visits = estimate.steps.map(({ node }) => figures.visits?.node.get(node) ?? null);
  if (visits.some((each) => each === null)) return null;
  return visits.reduce<number>((sum, each) => sum + (each ?? 0), 0) * estimate.wait;
}

/** Minutes that an item waits less for a role by the estimate of its queue. */
function queueGain(before: MapGraph, after: MapGraph, role: string): number | null {
  const [then, now] = [before, after].map((graph) => queueWait(graph, computeFigures(graph), role));
  return then == null || now == null ? null : then - now;
}

/** Changes that leave the ways of the items as they are. */
const isTimed = ({ kind }: TriedChange): boolean =>
  kind === 'wait' || kind === 'processTime' || kind === 'quality';

/** What one change alone brings on a map; null where the map is gone or the change cannot be made. */
export function rankOne(project: Project, map: string, change: TriedChange): RankedChange | null {
  const graph = graphOf(project, map);
  const { about } = change.change;
  const applied = applyScenario(project, map, { [change.key]: change.change });
  if (!graph || applied.unused.length > 0) return null;
  const before = computeFigures(graph).figure;
  const node = isTimed(change) ? lookUp(applied.project.nodes, about) : undefined;
  const next = node ? null : graphOf(applied.project, map);
  if (!node && !next) return null;
  const after = next
    ? computeFigures(next).figure
    : node
      ? figuresWith(graph, { ...node, id: about })
      : before;
  const quality = gain('rolledCompleteAccurate', before, after);
  return {
    ...change,
    leadTime: gain('leadTimeExpected', before, after),
    effort: gain('effortPersonHours', before, after),
    money: moneyGain(before, after),
    quality: quality === null || quality === 0 ? quality : -quality,
    queue: change.kind === 'person' && next ? queueGain(graph, next, about) : null,
  };
}

/** What changes are ranked by. */
export type RankedBy = 'leadTime' | 'effort' | 'money' | 'quality';

/** The largest gain first; of equal ones that which also saves more effort; unknown gains last. */
export function inRank(changes: readonly RankedChange[], by: RankedBy): RankedChange[] {
  const size = (value: number | null): number => value ?? Number.NEGATIVE_INFINITY;
  const order = (a: number | null, b: number | null): number => (size(a) === size(b) ? 0 : size(b) - size(a));
  return [...changes].sort(
    (a, b) => order(a[by], b[by]) || order(a.effort, b.effort) || (a.key < b.key ? -1 : 1),
  );
}

/** All changes that can be tried on a map, ranked by what each alone brings. */
export function rankChanges(
  project: Project,
  map: string,
  assumption: Assumption,
  by: RankedBy = 'leadTime',
): RankedChange[] {
  const graph = graphOf(project, map);
  if (!graph) return [];
  const ranked = changesToTry(project, graph, assumption).flatMap(
    (each) => rankOne(project, map, each) ?? [],
  );
  return inRank(ranked, by);
}
