import { meanOf } from '../model/quantity';
import type { MapGraph } from '../model/queries';

/** Whether a queue is drawn before a node: a step with a wait or with work in it. */
export function hasQueue(graph: MapGraph, id: string): boolean {
  const node = graph.node.get(id);
  if (node?.type !== 'step') return false;
  return (
    (node.wait !== undefined && meanOf(node.wait) > 0) || (node.wip !== undefined && meanOf(node.wip) > 0)
  );
}
