import type { Flow, MapNode } from '../../shared/model/project';
import type { WithId } from '../../shared/model/queries';
import { derivedNow } from '../derive';
import { useApp } from '../store';

/** The nodes of the shown map. */
export function shownNodes(): readonly WithId<MapNode>[] {
  return derivedNow()?.graph.nodes ?? [];
}

/** The selected nodes; of a selected group those inside. */
export function selectedNodes(): WithId<MapNode>[] {
  const { selection } = useApp.getState();
  if (selection.length === 0) return [];
  const chosen = new Set(selection);
  return shownNodes().filter(
    (node) => chosen.has(node.id) || (node.group !== undefined && chosen.has(node.group)),
  );
}

/** The selected steps. */
export function selectedSteps(): WithId<MapNode>[] {
  return selectedNodes().filter((node) => node.type === 'step');
}

/** The selected flows. */
export function selectedFlows(): WithId<Flow>[] {
  const { selection } = useApp.getState();
  return (derivedNow()?.graph.flows ?? []).filter((flow) => selection.includes(flow.id));
}
