import type { MapGraph } from '../model/queries';
import { hasQueue } from './has-queue';
import { laneValue } from './lanes';
import { layoutMap } from './layout-map';
import type { LayoutOptions } from './place-nodes';
import type { MapLayout } from './types';

/** A layout together with what it was made from. */
export interface KnownLayout {
  readonly inputs: readonly unknown[];
  readonly layout: MapLayout;
}

/** Everything of a map that its layout depends on, one after the other: where nothing of it differs, neither does the layout. */
function layoutInputs(graph: MapGraph, { laneBy, pack, laneNames }: LayoutOptions): unknown[] {
  const inputs: unknown[] = [laneBy, pack, laneNames, graph.stream.user];
  if (laneBy === 'role') for (const role of graph.roles.values()) inputs.push(role.id, role.name);
  for (const node of graph.nodes) {
    inputs.push(node.id, node.type, node.position?.x, node.position?.y, hasQueue(graph, node.id));
    if (laneBy !== 'none') inputs.push(laneValue(node, laneBy), node.party);
  }
  for (const { id, from, to, kind, share, label, style, limit } of graph.flows)
    inputs.push(id, from, to, kind, label, style, limit, share?.low, share?.likely, share?.high);
  return inputs;
}

/** The layout of a map after an edit: the one before where nothing that it depends on has changed, as when a name or a time is typed. */
export function layoutAgain(
  before: KnownLayout | null,
  graph: MapGraph,
  options: LayoutOptions,
): KnownLayout {
  const inputs = layoutInputs(graph, options);
  const isSame =
    before?.inputs.length === inputs.length && inputs.every((input, at) => input === before.inputs[at]);
  return isSame ? before : { inputs, layout: layoutMap(graph, options) };
}
