import type { Flow, MapNode } from '../model/project';
import { knownMean } from '../model/quantity';
import { isForward, type MapGraph, type WithId } from '../model/queries';

/** A flow between two numbered nodes. */
export interface NetworkFlow {
  readonly id: string;
  readonly flow: WithId<Flow>;
  readonly from: number;
  readonly to: number;
  /** False for rework and iteration flows. */
  readonly isForward: boolean;
}

/** The nodes and flows of a map that items pass through, numbered in the order of the model. */
export interface Network {
  readonly graph: MapGraph;
  readonly nodes: readonly WithId<MapNode>[];
  readonly flows: readonly NetworkFlow[];
  /** Numbers of the flows out of and into each node. */
  readonly out: readonly (readonly number[])[];
  readonly in: readonly (readonly number[])[];
  /** Where items come in, each with an equal part of the demand; empty where that cannot be told. */
  readonly starts: readonly number[];
  /** Ids of the nodes with nothing but typed returns: the rest of their items is not yet led on and leaves the stream here, by a flow and a node that are on no map and stand last. */
  readonly openEnds: readonly string[];
}

const carriesItems = (node: MapNode): boolean => node.type !== 'note' && node.type !== 'burst';

/**
 * Where items come in: the start nodes that lead somewhere. Where there is none, the only node
 * that nothing but rework leads to serves (a map that is still being drawn has no start yet);
 * several of them are ambiguous, so nothing serves.
 */
function findStarts(
  nodes: readonly WithId<MapNode>[],
  flows: readonly NetworkFlow[],
  out: readonly (readonly number[])[],
): number[] {
  const hasExit = (at: number): boolean => (out[at]?.length ?? 0) > 0;
  const numbers = nodes.map((_, at) => at);
  const drawn = numbers.filter((at) => nodes[at]?.type === 'start' && hasExit(at));
  if (drawn.length > 0) return drawn;
  const entered = new Set(flows.filter((each) => each.isForward).map((each) => each.to));
  const heads = numbers.filter((at) => {
    const type = nodes[at]?.type;
    return type !== 'start' && type !== 'end' && type !== 'control' && !entered.has(at);
  });
  const leading = heads.filter(hasExit);
  const serving = leading.length > 0 ? leading : heads;
  return serving.length === 1 ? serving : [];
}

/** Shares may miss the whole by so much. */
const shareTolerance = 0.01 + 1e-9;

/** True where all ways out of a node are returns with known shares that leave some of the items: nothing leads these on yet. */
function isOpenEnd(node: WithId<MapNode>, exits: readonly NetworkFlow[]): boolean {
  const mayLeadOn = node.type === 'step' || node.type === 'decision' || node.type === 'join';
  if (!mayLeadOn || exits.length === 0 || exits.some((exit) => exit.isForward)) return false;
  const shares = exits.map(({ flow }) => knownMean(flow.share));
  return (
    !shares.includes(null) &&
    shares.reduce<number>((sum, share) => sum + (share ?? 0), 0) < 1 - shareTolerance
  );
}

/** Where the items go that nothing leads on yet, and the flow to there: its share is left blank, so that it takes the rest. */
function wayOut(from: WithId<MapNode>): { readonly node: WithId<MapNode>; readonly flow: WithId<Flow> } {
  const { map, order } = from;
  const id = `${from.id} onward`;
  return {
    node: { id, map, order, type: 'decision', name: '' },
    flow: { id: `${id} flow`, map, order, from: from.id, to: id, kind: 'normal' },
  };
}

/** Numbers the nodes and flows that carry items: notes, bursts, information flows and exits of an end are left out. */
export function buildNetwork(graph: MapGraph): Network {
  const nodes = graph.nodes.filter(carriesItems);
  const index = new Map(nodes.map((node, at) => [node.id, at]));
  const flows: NetworkFlow[] = [];
  const out: number[][] = nodes.map(() => []);
  const into: number[][] = nodes.map(() => []);
  for (const flow of graph.flows) {
    const from = index.get(flow.from);
    const to = index.get(flow.to);
    if (flow.kind === 'information' || from === undefined || to === undefined) continue;
    if (nodes[from]?.type === 'end') continue;
    out[from]?.push(flows.length);
    into[to]?.push(flows.length);
    flows.push({ id: flow.id, flow, from, to, isForward: isForward(flow) });
  }
  const starts = findStarts(nodes, flows, out);
  const open = nodes.flatMap((node, at) => {
    const exits = (out[at] ?? []).flatMap((number) => flows[number] ?? []);
    return isOpenEnd(node, exits) ? [at] : [];
  });
  const all = [...nodes];
  for (const from of open) {
    const last = nodes[from];
    if (!last) continue;
    const { node, flow } = wayOut(last);
    out[from]?.push(flows.length);
    into.push([flows.length]);
    out.push([]);
    flows.push({ id: flow.id, flow, from, to: all.push(node) - 1, isForward: true });
  }
  const openEnds = open.flatMap((at) => nodes[at]?.id ?? []);
  return { graph, nodes: all, flows, out, in: into, starts, openEnds };
}

/** The nodes that can be reached from `sources` by flows that `follows` accepts. */
export function reachableFrom(
  network: Network,
  sources: readonly number[],
  follows: (flow: number) => boolean,
): Set<number> {
  const seen = new Set(sources);
  const stack = [...sources];
  for (let at = stack.pop(); at !== undefined; at = stack.pop()) {
    for (const number of network.out[at] ?? []) {
      const to = network.flows[number]?.to;
      if (to === undefined || seen.has(to) || !follows(number)) continue;
      seen.add(to);
      stack.push(to);
    }
  }
  return seen;
}
