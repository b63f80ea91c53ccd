import type { Draft } from 'immer';
import { amountTimes, guessed } from '../analysis/fixes/amounts';
import type { ProjectDraft } from '../commands/change';
import { computeFigures } from '../figures/compute-figures';
import { batchWait } from '../figures/queueing';
import { demandRate } from '../figures/takt';
import type { MapNode, Project } from '../model/project';
import { knownMean, meanOf, type Quantity } from '../model/quantity';
import { graphOf, lookUp } from '../model/queries';
import type { ScenarioChange } from '../model/workshop';
import type { UnusedReason } from './types';

/** Fields of a step that a scenario can change. */
export const stepFields = ['processTime', 'wait', 'batch', 'cadence', 'completeAccurate', 'crew'] as const;
export type StepField = (typeof stepFields)[number];

const least: Partial<Record<StepField, number>> = { batch: 1, crew: 1 };

const isStepField = (field: string): field is StepField => stepFields.some((each) => each === field);

/** What a field becomes: the value itself where one is given, else a part of what it was, with its spread in proportion. Null where there is nothing to take a part of. */
function changed(
  field: StepField,
  before: Quantity | undefined,
  { factor, value }: ScenarioChange,
): Quantity | null {
  const isShare = field === 'completeAccurate';
  if (value !== undefined)
    return { likely: isShare ? Math.min(1, value) : Math.max(least[field] ?? 0, value), source: 'guess' };
  const mean = knownMean(before);
  if (before === undefined || mean === null) return null;
  const lowest = Math.min(least[field] ?? 0, mean);
  return guessed(amountTimes(before, factor ?? 1, { least: lowest, ...(isShare ? { most: 1 } : {}) }));
}

/** By how many minutes the mean wait changes with the rhythm of a step: half of what the interval changes by, or what filling a batch takes; null where the arrivals are unknown. */
function rhythmChange(
  project: Project,
  map: string,
  id: string,
  field: StepField,
  before: Quantity | undefined,
  after: Quantity,
): number | null {
  const then = before === undefined ? null : meanOf(before);
  if (then === null) return null;
  if (field === 'cadence') return (meanOf(after) - then) / 2;
  const graph = graphOf(project, map);
  const visits = graph && computeFigures(graph).visits?.node.get(id);
  const rate = graph && demandRate(graph);
  const arrivals = (visits ?? 0) * (rate ?? 0);
  return arrivals > 0 ? batchWait(meanOf(after), arrivals) - batchWait(then, arrivals) : null;
}

/** The wait of a step after its rhythm has changed, never below nothing. */
function moveWait(node: Draft<MapNode>, minutes: number | null): void {
  if (minutes === null || node.wait === undefined) return;
  const mean = meanOf(node.wait);
  if (mean > 0) node.wait = guessed(amountTimes(node.wait, Math.max(0, mean + minutes) / mean));
}

/** Changes one field of a step; `before` is the project before any change. The answer is why that cannot be done, or null. */
export function writeNode(
  draft: ProjectDraft,
  before: Project,
  map: string,
  change: ScenarioChange,
): UnusedReason | null {
  const { about, field } = change;
  const node = lookUp(draft.nodes, about);
  if (!node) return 'gone';
  if (!isStepField(field)) return 'field';
  const old = before.nodes[about]?.[field];
  const next = changed(field, old, change);
  if (next === null) return 'unknown';
  node[field] = next;
  if (field === 'cadence' || field === 'batch')
    moveWait(node, rhythmChange(before, map, about, field, old, next));
  return null;
}
