import { amountTimes, guessed } from '../analysis/fixes/amounts';
import type { ProjectDraft } from '../commands/change';
import { type QueueEstimate, queueEstimates } from '../figures/queue-estimates';
import { cadenceWait } from '../figures/queueing';
import { hasOwnCalendar } from '../model/calendar-convert';
import type { MapNode } from '../model/project';
import { knownMean } from '../model/quantity';
import { type MapGraph, stepsOf, type WithId } from '../model/queries';
import type { Scenario, ScenarioChange } from '../model/workshop';
import { changeKey } from './change-key';

type ScenarioChanges = Scenario['changes'];

/** The field of a change that lets the waits of a map follow its queues; `about` is the map. */
export const queueField = 'queueWaits';

/** The change that lets the waits of a map follow its queues, by its key. */
export function queueChange(map: string): { readonly key: string; readonly change: ScenarioChange } {
  return { key: changeKey(map, queueField), change: { about: map, field: queueField, value: 1 } };
}

/** True where a scenario lets the waits of a map follow its queues. */
export function followsQueues(map: string, changes: ScenarioChanges): boolean {
  return Object.hasOwn(changes, changeKey(map, queueField));
}

/** What an estimate of a queue may lack. */
const lacks = ['processTime', 'demand', 'people', 'availability', 'share', 'path'] as const;

/**
 * Why the wait of a step does not follow its queue: the scenario gives it itself; it was agreed on; nobody knows it; it
 * runs on a calendar of its own; no role does the step; the role has more work than it can do on the map already; or
 * what the estimate lacks.
 */
type KeptReason = 'given' | 'agreed' | 'unknown' | 'calendar' | 'noRole' | 'grows' | (typeof lacks)[number];

/** What the queue of its role makes of the wait of a step. Minutes per visit. */
export interface QueueWait {
  readonly node: string;
  readonly before: number | null;
  /** Null where it is not known: the queue grows without end, or the wait was unknown before. */
  readonly after: number | null;
  /** The role whose people it waits for. */
  readonly role: string | null;
  /** Why the wait stays as it was entered; null where it follows the queue. */
  readonly kept: KeptReason | null;
}

const byStep = (graph: MapGraph): ReadonlyMap<string, QueueEstimate> =>
  new Map(queueEstimates(graph).flatMap((each) => each.steps.map(({ node }) => [node, each] as const)));

/** The part of a wait that may be a queue: all but what the dates of the step explain, at most what the queue on the map does. Minutes. */
function queuedPart(step: MapNode, wait: number, estimate: number): number {
  const interval = knownMean(step.cadence) ?? 0;
  const forDate = interval > 0 ? cadenceWait(interval, knownMean(step.cutoff) ?? 0) : 0;
  return Math.min(Math.max(0, wait - forDate), estimate);
}

function lackOf(...estimates: readonly QueueEstimate[]): KeptReason {
  const [first] = estimates.flatMap(({ missing }) => missing);
  return first ? (lacks.find((each) => each === first.field) ?? 'path') : 'grows';
}

function followed(
  step: WithId<MapNode>,
  { graph, changes }: { readonly graph: MapGraph; readonly changes: ScenarioChanges },
  then: QueueEstimate | undefined,
  now: QueueEstimate | undefined,
): QueueWait {
  const before = knownMean(step.wait);
  const keep = (kept: KeptReason): QueueWait => ({
    node: step.id,
    before,
    after: before,
    role: step.role ?? null,
    kept,
  });
  if (before === null) return keep('unknown');
  if (step.requiredWait === true) return keep('agreed');
  if (Object.hasOwn(changes, changeKey(step.id, 'wait'))) return keep('given');
  if (hasOwnCalendar(step, graph.calendar)) return keep('calendar');
  if (step.role === undefined || !then || !now) return keep('noRole');
  if (now.queue !== null && now.wait === null && then.wait !== null && then.wait > 0)
    return { node: step.id, before, after: null, role: step.role, kept: null };
  if (then.wait === null || then.wait <= 0 || now.wait === null) return keep(lackOf(then, now));
  const part = queuedPart(step, before, then.wait);
  const after = before - part + (part * now.wait) / then.wait;
  return { node: step.id, before, after, role: step.role, kept: null };
}

/**
 * The waits of a map once volume, people or times have changed, in the order of its steps: as much of a wait as the queue
 * of its role explains on the map grows or shrinks as that queue does (Allen-Cunneen); the rest has other reasons and
 * stays. Null for a queue that would grow without end. `changed` is the map with all other changes made.
 */
export function queueWaits(
  graph: MapGraph,
  changed: MapGraph,
  changes: ScenarioChanges,
): readonly QueueWait[] {
  const then = byStep(graph);
  const now = byStep(changed);
  return stepsOf(changed).map((step) =>
    followed(step, { graph, changes }, then.get(step.id), now.get(step.id)),
  );
}

/** Writes the waits that follow their queues. */
export function writeQueueWaits(draft: ProjectDraft, waits: readonly QueueWait[]): void {
  for (const { node, before, after, kept } of waits) {
    const row = draft.nodes[node];
    if (kept !== null || !row?.wait || before === after) continue;
    if (after === null) delete row.wait;
    else row.wait = before !== null && before > 0 ? guessed(amountTimes(row.wait, after / before)) : row.wait;
  }
}
