import type { ProjectDraft } from '../../commands/change';
import type { MakeId } from '../../commands/command';
import { putNode } from '../../commands/nodes';
import { structureOf } from '../../figures/compute-figures';
import type { MapNode } from '../../model/project';
import { lookUp, type MapGraph, type WithId } from '../../model/queries';
import { canvasText } from '../../text/canvas';
import { placeBeside } from './places';
import { exitsOf, isForward, isReturn, leadElsewhere, putFlow } from './rewire';

const inFlow: readonly MapNode['type'][] = ['step', 'decision', 'fork', 'join'];

/** Nodes that items come to from one of some nodes, without returns; those themselves included. */
export function reachFrom(graph: MapGraph, from: readonly string[]): Set<string> {
  const seen = new Set(from);
  for (const id of seen) for (const flow of graph.out.get(id) ?? []) if (!isReturn(flow)) seen.add(flow.to);
  return seen;
}

/** Nodes that items come to from a start in any way, rework included. */
function reachedAtAll(graph: MapGraph): Set<string> {
  const seen = new Set(graph.nodes.filter(({ type }) => type === 'start').map(({ id }) => id));
  for (const id of seen) for (const flow of graph.out.get(id) ?? []) seen.add(flow.to);
  return seen;
}

function ledOn(graph: MapGraph, id: string, side: 'in' | 'out'): boolean {
  return (graph[side].get(id) ?? []).some((flow) => !isReturn(flow) && flow.from !== flow.to);
}

/** What a start that is added leads to: of the nodes that nothing leads to, the one from which most can be reached. */
export function headOf(graph: MapGraph): string | null {
  const nodes = graph.nodes.filter(({ type }) => inFlow.includes(type));
  const heads = nodes.filter(({ id, type }) => type !== 'join' && !ledOn(graph, id, 'in'));
  const reach = ({ id }: WithId<MapNode>): number => reachFrom(graph, [id]).size;
  const [head] = (heads.length > 0 ? heads : nodes.slice(0, 1)).sort((a, b) => reach(b) - reach(a));
  return head?.id ?? null;
}

/** What leads to an end that is added: the nodes that lead nowhere and that items come to; else all that lead nowhere. */
export function tailsOf(graph: MapGraph): string[] {
  const tails = graph.nodes.filter(({ id, type }) => inFlow.includes(type) && !ledOn(graph, id, 'out'));
  const reached = reachedAtAll(graph);
  const on = tails.filter(({ id }) => reached.has(id));
  return (on.length > 0 ? on : tails).map(({ id }) => id);
}

function nodeOfType(graph: MapGraph, type: 'start' | 'end'): string | undefined {
  const side = type === 'start' ? 'out' : 'in';
  return graph.nodes.find((node) => node.type === type && !ledOn(graph, node.id, side))?.id;
}

/** Adds the demand before a node; one that stands there alone is used. */
export function putStart(draft: ProjectDraft, graph: MapGraph, head: string, makeId: MakeId): void {
  const known = nodeOfType(graph, 'start');
  const id = known ?? makeId();
  const spot = placeBeside(draft, head, 'left', 'start');
  if (known === undefined) {
    const first = Math.min(0, ...graph.nodes.map((node) => node.order)) - 1;
    const name = canvasText.newName.start;
    putNode(draft, id, { map: graph.id, type: 'start', name, order: first, ...spot }, null);
  }
  putFlow(draft, { map: graph.id, from: id, to: head, kind: 'normal' }, makeId);
}

/** Adds the value after some nodes; one that stands there alone is used. */
export function putEnd(draft: ProjectDraft, graph: MapGraph, tails: readonly string[], makeId: MakeId): void {
  const known = nodeOfType(graph, 'end');
  const id = known ?? makeId();
  const spot = placeBeside(draft, tails[0] ?? '', 'right', 'end');
  const name = canvasText.newName.end;
  if (known === undefined) putNode(draft, id, { map: graph.id, type: 'end', name, ...spot }, null);
  for (const tail of tails) putFlow(draft, { map: graph.id, from: tail, to: id, kind: 'normal' }, makeId);
}

/** Where a join is put: before the first node where all branches of an open fork meet, or before the end they all should come to. */
export interface JoinPlace {
  readonly before: string;
  readonly flows: readonly string[];
  /** Nodes of the branches that lead nowhere. */
  readonly tails: readonly string[];
}

/** The place of the join that an open fork lacks; null where the fork has one or where the branches can meet nowhere. */
export function placeOfJoin(graph: MapGraph, fork: string): JoinPlace | null {
  const { network, blocks } = structureOf(graph);
  const at = network.nodes.findIndex((node) => node.id === fork);
  const branches = (graph.out.get(fork) ?? []).map((flow) => reachFrom(graph, [flow.to]));
  if (at < 0 || blocks.blockAt.has(at) || branches.length < 2) return null;
  const all = new Set(branches.flatMap((branch) => [...branch]));
  if (all.has(fork)) return null;
  const common = [...(branches[0] ?? [])].filter(
    (id) =>
      branches.every((branch) => branch.has(id)) &&
      graph.node.get(id)?.type !== 'join' &&
      graph.node.get(id)?.type !== 'fork',
  );
  const first = common.sort((a, b) => reachFrom(graph, [b]).size - reachFrom(graph, [a]).size)[0];
  const ends = [...all].filter((id) => graph.node.get(id)?.type === 'end');
  const before = first ?? ends[0];
  if (before === undefined) return null;
  const targets = first === undefined ? ends : [first];
  const after = reachFrom(graph, [before]);
  const inside = [...all].filter((id) => first === undefined || !after.has(id));
  const sources = new Set([...inside, fork]);
  const flows = targets.flatMap((id) =>
    (graph.in.get(id) ?? []).filter((flow) => sources.has(flow.from) && !isReturn(flow)),
  );
  const tails = inside.filter((id) => graph.node.get(id)?.type !== 'end' && !ledOn(graph, id, 'out'));
  return { before, flows: flows.map(({ id }) => id), tails };
}

/** Puts a join before a node; ends that nothing leads to any more go. */
export function putJoin(draft: ProjectDraft, map: string, place: JoinPlace, makeId: MakeId): void {
  const join = makeId();
  const spot = placeBeside(draft, place.before, 'left', 'join');
  const before = lookUp(draft.flows, place.flows[0])?.from ?? place.tails[0] ?? null;
  putNode(draft, join, { map, type: 'join', ...spot }, before);
  const left = new Set(place.flows.flatMap((id) => lookUp(draft.flows, id)?.to ?? []));
  for (const id of place.flows) leadElsewhere(draft, id, { to: join }, makeId);
  for (const tail of place.tails) putFlow(draft, { map, from: tail, to: join, kind: 'normal' }, makeId);
  putFlow(draft, { map, from: join, to: place.before, kind: 'normal' }, makeId);
  for (const id of left) {
    const isLeft = Object.values(draft.flows).some((flow) => flow.from === id || flow.to === id);
    if (!isLeft && lookUp(draft.nodes, id)?.type === 'end') delete draft.nodes[id];
  }
}

/** A flow into which a node that nothing leads to can be put, with the last nodes of what hangs on it. */
export interface Splice {
  readonly flow: string;
  readonly tails: readonly string[];
}

const middle = (a: number, b: number): number => (a + b) / 2;

function distance(graph: MapGraph, id: string, flow: { readonly from: string; readonly to: string }): number {
  const [node, from, to] = [id, flow.from, flow.to].map((each) => graph.node.get(each));
  if (!node || !from || !to) return Number.POSITIVE_INFINITY;
  if (node.position && from.position && to.position) {
    const x = node.position.x - middle(from.position.x, to.position.x);
    const y = node.position.y - middle(from.position.y, to.position.y);
    return Math.hypot(x, y);
  }
  return Math.abs(node.order - middle(from.order, to.order));
}

/** The flow nearest to a node that nothing leads to (by place, else by order) into which it fits; null where none does. */
export function spliceFor(graph: MapGraph, id: string): Splice | null {
  const reached = reachedAtAll(graph);
  if (reached.size === 0 || reached.has(id) || !inFlow.includes(graph.node.get(id)?.type ?? 'note'))
    return null;
  const own = reachFrom(graph, [id]);
  const comesBack = [...own].some((each) => reached.has(each));
  const fitting = graph.flows.filter(
    (flow) =>
      flow.kind !== 'information' &&
      !isReturn(flow) &&
      reached.has(flow.from) &&
      flow.from !== flow.to &&
      (comesBack ? own.has(flow.to) : true),
  );
  const [nearest] = fitting.sort((a, b) => distance(graph, id, a) - distance(graph, id, b));
  if (!nearest) return null;
  const tails = [...own].filter((each) => {
    const type = graph.node.get(each)?.type;
    return type !== 'end' && !reached.has(each) && !ledOn(graph, each, 'out');
  });
  return { flow: nearest.id, tails: comesBack ? [] : tails };
}

/** Puts a node into a flow: what it leads to in the end leads on to where the flow led. */
export function spliceIn(draft: ProjectDraft, id: string, { flow, tails }: Splice, makeId: MakeId): void {
  const split = lookUp(draft.flows, flow);
  if (!split) return;
  const { map, to } = split;
  leadElsewhere(draft, flow, { to: id }, makeId);
  for (const tail of tails) {
    if (exitsOf(draft, tail).some(isForward)) continue;
    putFlow(draft, { map, from: tail, to, kind: 'normal' }, makeId);
  }
}
