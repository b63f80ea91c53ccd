import type { Project } from '../model/project';
import { lookUp } from '../model/queries';
import type { ProjectDraft } from './change';
import { orderAtEnd } from './order';
import { forgetInRoom } from './room-links';
import { forgetInScenarios } from './scenarios';

/** Those of some nodes that are kaizen bursts: to be asked before they are deleted. */
export function burstsAmong(project: Project, ids: readonly string[]): ReadonlySet<string> {
  return new Set(ids.filter((id) => lookUp(project.nodes, id)?.type === 'burst'));
}

/**
 * Keeps scenarios and improvements true once maps, nodes and flows are gone: an improvement goes with its kaizen burst
 * where that was deleted by itself (`bursts`), else it stays and forgets where it stood and what it changed.
 */
export function forgetInPlan(
  draft: ProjectDraft,
  gone: ReadonlySet<string>,
  bursts: ReadonlySet<string> = new Set(),
): void {
  forgetInScenarios(draft, gone);
  const dropped = new Set<string>();
  for (const [id, improvement] of Object.entries(draft.improvements)) {
    const { node, future } = improvement;
    if (node !== undefined && bursts.has(node)) {
      delete draft.improvements[id];
      dropped.add(id);
      continue;
    }
    if (node !== undefined && gone.has(node)) delete improvement.node;
    if (future !== undefined && gone.has(future)) {
      delete improvement.future;
      delete improvement.changes;
    }
    for (const each of Object.keys(improvement.changes ?? {}))
      if (gone.has(each)) delete improvement.changes?.[each];
  }
  if (dropped.size > 0) forgetInRoom(draft, dropped);
}

/** Makes the improvement that a kaizen burst stands for; a node of another kind has none. */
export function linkBurst(draft: ProjectDraft, node: string, id: string): void {
  const burst = lookUp(draft.nodes, node);
  const stream = lookUp(draft.maps, burst?.map)?.stream;
  if (burst?.type !== 'burst' || stream === undefined) return;
  const order = orderAtEnd(Object.values(draft.improvements));
  draft.improvements[id] = { name: burst.name, order, stream, node, status: 'idea' };
}

/** Gives the improvement of a kaizen burst the name of the burst. */
export function renameWithBurst(draft: ProjectDraft, node: string): void {
  const burst = lookUp(draft.nodes, node);
  if (burst?.type !== 'burst') return;
  for (const improvement of Object.values(draft.improvements))
    if (improvement.node === node && improvement.name !== burst.name) improvement.name = burst.name;
}
