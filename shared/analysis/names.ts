import type { MapNode } from '../model/project';
import type { MapGraph } from '../model/queries';
import { en } from '../text/en';
import type { FieldName } from './fields';

const flowsById = new WeakMap<MapGraph, ReadonlyMap<string, MapGraph['flows'][number]>>();

/** A flow of a map, or undefined; looked up in constant time. */
export function flowOf(graph: MapGraph, id: string): MapGraph['flows'][number] | undefined {
  let known = flowsById.get(graph);
  if (known === undefined)
    flowsById.set(graph, (known = new Map(graph.flows.map((flow) => [flow.id, flow]))));
  return known.get(id);
}

/** True where something that is no step has no name of its own, so that its name tells nobody which one it is. */
const isGeneric = ({ type, name }: MapNode): boolean =>
  type !== 'step' && (name === '' || name === en.inspector.nodeTypes[type]);

/** What such a node is told by: its kind, and the step before it; a join by what comes after it. */
function kindAndPlace({ node, in: into, out }: MapGraph, { id, type }: MapGraph['nodes'][number]): string {
  const kind = en.inspector.nodeTypes[type];
  if (type !== 'fork' && type !== 'decision' && type !== 'join') return kind;
  const neighbour = node.get((type === 'join' ? out.get(id)?.[0]?.to : into.get(id)?.[0]?.from) ?? '');
  if (neighbour === undefined || neighbour.name === '' || isGeneric(neighbour)) return kind;
  return en.findings[type === 'join' ? 'placeBefore' : 'placeAfter'](kind, neighbour.name);
}

/** The name of a node, a flow ("from → to"), a role or the map itself. */
export function nameOf(graph: MapGraph, id: string): string {
  const node = graph.node.get(id);
  if (node !== undefined && isGeneric(node)) return kindAndPlace(graph, node);
  if (node !== undefined) return node.name === '' ? en.findings.unnamed : node.name;
  const flow = flowOf(graph, id);
  if (flow !== undefined) return `${nameOf(graph, flow.from)} → ${nameOf(graph, flow.to)}`;
  const role = graph.roles.get(id);
  if (role !== undefined) return role.name === '' ? en.findings.unnamed : role.name;
  return en.findings.wholeMap;
}

/** The name of what lacks a field, as a question says it: for the shares out of a node its exits. */
export function nameFor(graph: MapGraph, id: string, field: FieldName): string {
  const name = nameOf(graph, id);
  return field === 'share' && graph.node.has(id) ? `${name} → …` : name;
}

/** The nodes that a target is about: itself, or the node that a flow leaves; none for the map. */
export function nodesOf(graph: MapGraph, id: string): readonly string[] {
  if (graph.node.has(id)) return [id];
  const flow = flowOf(graph, id);
  return flow === undefined ? [] : [flow.from];
}

/** More names than this are told by their number. */
const mostNames = 4;

/** Names in a line: each once with how often it comes, the first three and how many more where there are many. */
export function sayNames(names: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  const told = [...counts].slice(0, counts.size > mostNames ? mostNames - 1 : mostNames);
  const line = told.map(([name, count]) => en.findings.sameName(name, count)).join(', ');
  const more = names.length - told.reduce((sum, [, count]) => sum + count, 0);
  return more === 0 ? line : en.findings.andMore(line, more);
}
