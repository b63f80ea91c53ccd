import { packOf } from '../catalogue/packs';
import type { Flow, MapNode, Project } from '../model/project';
import { graphOf, isForward, listOf, onlyExitOf, type MapGraph, type WithId } from '../model/queries';
import type { KnownNode, QuickContext } from './types';

/** The flows on which items go on out of a node. */
export function exitsOf(graph: MapGraph, id: string): readonly WithId<Flow>[] {
  return (graph.out.get(id) ?? []).filter(isForward);
}

/** The flows on which items come to a node the first time. */
export function entriesOf(graph: MapGraph, id: string): readonly WithId<Flow>[] {
  return (graph.in.get(id) ?? []).filter(isForward);
}

/** Ids of the nodes from which items come to one, itself included. */
function nodesBefore(graph: MapGraph, id: string): Set<string> {
  const seen = new Set([id]);
  for (const at of seen) for (const { from } of entriesOf(graph, at)) seen.add(from);
  return seen;
}

const named = ({ id, name }: WithId<MapNode>): KnownNode => ({ id, name });

/** The steps at the ends of the branches of the nearest fork before a node. */
function openBranchesAt(graph: MapGraph, anchor: string): KnownNode[] {
  const forks = [...nodesBefore(graph, anchor)].filter((id) => graph.node.get(id)?.type === 'fork');
  const [fork] = forks;
  if (fork === undefined) return [];
  const after = new Set([fork]);
  for (const at of after) for (const { to } of exitsOf(graph, at)) after.add(to);
  return graph.nodes
    .filter(({ id, type }) => type === 'step' && after.has(id) && exitsOf(graph, id).length === 0)
    .map(named);
}

/** The last node that leads to an end of the map, in the order of the map. */
function lastBeforeEnd(graph: MapGraph): WithId<MapNode> | undefined {
  const leadsToEnd = (id: string): boolean =>
    exitsOf(graph, id).some(({ to }) => graph.node.get(to)?.type === 'end');
  return graph.nodes.filter(({ id, type }) => type === 'step' && leadsToEnd(id)).at(-1);
}

/** Where the next step comes when nobody says it: after the node that was given, else after the last step that leads nowhere, else before the end, else after the start. */
function anchorOf(graph: MapGraph, wanted: string | null): WithId<MapNode> | null {
  const given = wanted === null ? undefined : graph.node.get(wanted);
  const canLead = given && given.type !== 'end' && given.type !== 'note' && given.type !== 'burst';
  if (canLead) return given;
  const open = graph.nodes.filter(({ id, type }) => type === 'step' && exitsOf(graph, id).length === 0);
  return open.at(-1) ?? lastBeforeEnd(graph) ?? graph.nodes.find(({ type }) => type === 'start') ?? null;
}

/** What a line about a map is read against; `wanted` is the node after which the step shall come, null where none was chosen. */
export function quickContext(project: Project, mapId: string, wanted: string | null): QuickContext | null {
  const graph = graphOf(project, mapId);
  if (!graph) return null;
  const anchor = anchorOf(graph, wanted);
  const teams = new Set(graph.nodes.flatMap(({ team }) => (team === undefined || team === '' ? [] : [team])));
  const unnamed = new Set(['note', 'burst', 'fork', 'join']);
  return {
    calendar: graph.calendar,
    pack: packOf(project.pack),
    roles: listOf(project.roles).map(({ id, name }) => ({ id, name })),
    teams: [...teams],
    nodes: graph.nodes.filter(({ type, name }) => !unnamed.has(type) && name.trim() !== '').map(named),
    anchor: anchor && named(anchor),
    openBranches: anchor ? openBranchesAt(graph, anchor.id) : [],
    leadsTo: (node, other) => nodesBefore(graph, other).has(node),
  };
}

/** Where the step of a line will stand. */
export type QuickPlace =
  | { readonly kind: 'alone' }
  | { readonly kind: 'next'; readonly after: string; readonly isBranch: boolean }
  | { readonly kind: 'between'; readonly after: string; readonly flow: string; readonly next: string }
  | { readonly kind: 'beside'; readonly beside: string; readonly flow: string; readonly from: string }
  | { readonly kind: 'join'; readonly ends: readonly string[] };

/** The place after a node: between it and the next one where it has one exit, unless the step takes a share of its own. */
export function placeAfter(graph: MapGraph, after: string, isBranch: boolean): QuickPlace {
  const only = isBranch ? null : onlyExitOf(graph, after);
  if (only) return { kind: 'between', after, flow: only.id, next: only.to };
  return { kind: 'next', after, isBranch: exitsOf(graph, after).length > 0 };
}

/** True where a place is among steps that somebody put where they stand; everywhere else the layout chooses. */
export function isAmongHandSet(place: QuickPlace, graph: MapGraph): boolean {
  const isByHand = (id: string): boolean => graph.node.get(id)?.position !== undefined;
  const isStep = (id: string): boolean => graph.node.get(id)?.type === 'step';
  if (place.kind === 'next') return isByHand(place.after) && isStep(place.after);
  if (place.kind !== 'between') return false;
  const { after, next } = place;
  return isByHand(after) && isByHand(next) && (isStep(after) || isStep(next));
}

/** The place beside a node, of which the first way to it leads into both; null where none does. */
export function placeBeside(graph: MapGraph, beside: string): QuickPlace | null {
  const [entry] = entriesOf(graph, beside);
  return entry ? { kind: 'beside', beside, flow: entry.id, from: entry.from } : null;
}
