import type { Flow, MapNode } from '../model/project';
import type { MapGraph, WithId } from '../model/queries';

/** A flow that decides on columns: from one node of the stream to a later one. */
export interface Link {
  readonly from: string;
  readonly to: string;
  readonly flow: WithId<Flow>;
}

/** Columns of the nodes of a stream. */
export interface Ranks {
  /** The column of each node of the stream, counted from 0. */
  readonly rank: ReadonlyMap<string, number>;
  /** Flows that run forward, in the order of the model. */
  readonly links: readonly Link[];
  /** Forward flows out of each node. */
  readonly next: ReadonlyMap<string, readonly Link[]>;
  /** Forward flows into each node. */
  readonly previous: ReadonlyMap<string, readonly Link[]>;
  /** Nodes of the stream by column, then by the order of the model. */
  readonly ordered: readonly WithId<MapNode>[];
}

/** Notes, bursts and control boxes stand where there is room; everything else stands in the stream. */
export const standsFree = (node: MapNode): boolean =>
  node.type === 'note' || node.type === 'burst' || node.type === 'control';

const leadsOn = (flow: Flow): boolean => flow.kind === 'normal' || flow.kind === 'escalation';

function groupBy(links: readonly Link[], end: 'from' | 'to'): Map<string, Link[]> {
  const groups = new Map<string, Link[]>();
  for (const link of links) {
    const list = groups.get(link[end]);
    if (list) list.push(link);
    else groups.set(link[end], [link]);
  }
  return groups;
}

/** Normal flows, and of the rework flows those that alone lead to a node (a repair that hangs beside the stream). */
function leadingLinks(graph: MapGraph, nodes: readonly WithId<MapNode>[]): Link[] {
  const inStream = new Set(nodes.map((node) => node.id));
  const all = graph.flows
    .filter((flow) => flow.from !== flow.to && inStream.has(flow.from) && inStream.has(flow.to))
    .filter((flow) => flow.kind !== 'information')
    .map((flow) => ({ from: flow.from, to: flow.to, flow }));
  const links = new Set(all.filter((link) => leadsOn(link.flow)));
  const back = all.filter((link) => !links.has(link));
  const into = groupBy(all, 'to');
  const out = groupBy([...links], 'from');
  const reached = new Set<string>();
  const reach = (first: string): void => {
    const open = [first];
    for (let id = open.pop(); id !== undefined; id = open.pop()) {
      if (reached.has(id)) continue;
      reached.add(id);
      for (const link of out.get(id) ?? []) open.push(link.to);
    }
  };
  for (const node of nodes) if (node.type === 'start' || !into.has(node.id)) reach(node.id);
  for (;;) {
    const way = back.find((link) => reached.has(link.from) && !reached.has(link.to));
    const next = way?.to ?? nodes.find((node) => !reached.has(node.id))?.id;
    if (next === undefined) break;
    if (way) for (const link of back) if (link.to === next && reached.has(link.from)) links.add(link);
    reach(next);
  }
  return all.filter((link) => links.has(link));
}

/** Nodes that remain when those without a way in, and then those without a way out, are taken off one by one. */
function tangle(ids: readonly string[], links: readonly Link[]): { ids: string[]; entered: Set<string> } {
  const peel = (open: readonly string[], end: 'from' | 'to'): Set<string> => {
    const other = end === 'to' ? 'from' : 'to';
    const left = new Set(open);
    const count = new Map<string, number>();
    for (const link of links)
      if (left.has(link.from) && left.has(link.to)) count.set(link[end], (count.get(link[end]) ?? 0) + 1);
    const groups = groupBy(links, other);
    const free = open.filter((id) => !count.has(id));
    for (let id = free.pop(); id !== undefined; id = free.pop()) {
      left.delete(id);
      for (const link of groups.get(id) ?? []) {
        if (!left.has(link[end])) continue;
        const rest = (count.get(link[end]) ?? 0) - 1;
        count.set(link[end], rest);
        if (rest === 0) free.push(link[end]);
      }
    }
    return left;
  };
  const held = peel(ids, 'to');
  const entered = new Set(links.filter((link) => !held.has(link.from)).map((link) => link.to));
  const rest = peel([...held], 'from');
  return { ids: ids.filter((id) => rest.has(id)), entered };
}

function reachable(first: string, among: ReadonlySet<string>, out: ReadonlyMap<string, Link[]>): Set<string> {
  const found = new Set<string>();
  const open = [first];
  for (let id = open.pop(); id !== undefined; id = open.pop())
    for (const link of out.get(id) ?? [])
      if (among.has(link.to) && !found.has(link.to)) {
        found.add(link.to);
        open.push(link.to);
      }
  return found;
}

/** Cuts each cycle before the node at which the stream enters it, the first in the order of the model. */
export function cutCycles(ids: readonly string[], links: readonly Link[]): Link[] {
  let kept = [...links];
  for (;;) {
    const knot = tangle(ids, kept);
    if (knot.ids.length === 0) return kept;
    const among = new Set(knot.ids);
    const out = groupBy(kept, 'from');
    const first = knot.ids.filter((id) => knot.entered.has(id));
    const candidates = [...first, ...knot.ids.filter((id) => !knot.entered.has(id))];
    for (const id of candidates) {
      const behind = reachable(id, among, out);
      if (!behind.has(id)) continue;
      kept = kept.filter((link) => !(link.to === id && behind.has(link.from)));
      break;
    }
  }
}

/** Longest paths along the links. */
function longestPaths(
  ids: readonly string[],
  next: ReadonlyMap<string, readonly Link[]>,
): Map<string, number> {
  const rank = new Map(ids.map((id) => [id, 0]));
  const waiting = new Map<string, number>();
  for (const list of next.values())
    for (const link of list) waiting.set(link.to, (waiting.get(link.to) ?? 0) + 1);
  const free = ids.filter((id) => !waiting.has(id));
  for (let at = 0; at < free.length; at += 1) {
    const id = free[at] ?? '';
    for (const link of next.get(id) ?? []) {
      rank.set(link.to, Math.max(rank.get(link.to) ?? 0, (rank.get(id) ?? 0) + 1));
      const rest = (waiting.get(link.to) ?? 0) - 1;
      waiting.set(link.to, rest);
      if (rest === 0) free.push(link.to);
    }
  }
  return rank;
}

function settle(
  nodes: readonly WithId<MapNode>[],
  rank: Map<string, number>,
  next: ReadonlyMap<string, readonly Link[]>,
  previous: ReadonlyMap<string, readonly Link[]>,
): void {
  for (const { id, type } of nodes) {
    const followers = next.get(id);
    if (type === 'start' || previous.has(id) || !followers) continue;
    rank.set(id, Math.max(0, Math.min(...followers.map((link) => rank.get(link.to) ?? 0)) - 1));
  }
  const lone = nodes.filter((node) => !next.has(node.id) && !previous.has(node.id) && node.type !== 'end');
  const shift = nodes.some((node) => node.type === 'start') ? 1 : 0;
  lone
    .filter((node) => node.type !== 'start')
    .forEach((node, index) => {
      rank.set(node.id, index + shift);
    });
  const others = nodes.filter((node) => node.type !== 'end').map((node) => rank.get(node.id) ?? 0);
  const last = Math.max(
    others.length === 0 ? 0 : Math.max(...others) + 1,
    ...nodes.filter((node) => node.type === 'end').map((node) => rank.get(node.id) ?? 0),
  );
  for (const node of nodes) if (node.type === 'end') rank.set(node.id, last);
}

/** Puts the nodes of a stream into columns by the longest path to them: starts first, ends last. */
export function rankNodes(graph: MapGraph): Ranks {
  const nodes = graph.nodes.filter((node) => !standsFree(node));
  const ids = nodes.map((node) => node.id);
  const links = cutCycles(ids, leadingLinks(graph, nodes));
  const next = groupBy(links, 'from');
  const previous = groupBy(links, 'to');
  const rank = longestPaths(ids, next);
  settle(nodes, rank, next, previous);
  const ordered = nodes
    .map((node, index) => ({ node, key: rank.get(node.id) ?? 0, index }))
    .sort((a, b) => a.key - b.key || a.index - b.index)
    .map((each) => each.node);
  return { rank, links, next, previous, ordered };
}
