import type { Project } from '../model/project';
import { lookUp } from '../model/queries';
import type { ProjectDraft } from './change';
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
  for (const [id, improvement] of Object.entries(draft.improvements)) {
    const { node, future } = improvement;
    if (node !== undefined && bursts.has(node)) {
      delete draft.improvements[id];
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
}
