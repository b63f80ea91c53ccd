import type { MapNode } from '../model/project';
import { isForward, type MapGraph, type WithId } from '../model/queries';

/** A node in the order of the flow, with its place in the structure of branches. */
export interface FlowRow {
  readonly node: WithId<MapNode>;
  /** How many branchings it stands under: 0 on the main line. */
  readonly depth: number;
  /** The branching node under which it stands; null on the main line. */
  readonly parent: string | null;
  /** True where several ways lead on from it. */
  readonly isBranching: boolean;
}

const isOffStream = ({ type }: MapNode): boolean => type === 'note' || type === 'burst';

/** Where items come from and go to on their way to the value, each node once. */
class Ways {
  private readonly ahead = new Map<string, string[]>();
  private readonly behind = new Map<string, string[]>();

  constructor(graph: MapGraph) {
    for (const { id } of graph.nodes) {
      const targets = (graph.out.get(id) ?? []).filter((flow) => isForward(flow) && flow.to !== id);
      this.ahead.set(id, [...new Set(targets.map(({ to }) => to))]);
    }
    for (const [from, targets] of this.ahead)
      for (const to of targets) this.behind.set(to, [...(this.behind.get(to) ?? []), from]);
  }

  after(id: string): readonly string[] {
    return this.ahead.get(id) ?? [];
  }

  before(id: string): readonly string[] {
    return this.behind.get(id) ?? [];
  }
}

/** Each node after all those that lead to it, a branch in one piece; where flows go round, the order of the model breaks the circle. */
function inOrder(nodes: readonly WithId<MapNode>[], ways: Ways): string[] {
  const open = new Map(nodes.map(({ id }) => [id, ways.before(id).length]));
  const order: string[] = [];
  const ready: string[] = [];
  const emit = (id: string): void => {
    open.delete(id);
    order.push(id);
    for (const next of [...ways.after(id)].reverse()) {
      const left = open.get(next);
      if (left === undefined) continue;
      open.set(next, left - 1);
      if (left === 1) ready.push(next);
    }
  };
  const drain = (): void => {
    for (let id = ready.pop(); id !== undefined; id = ready.pop()) if (open.has(id)) emit(id);
  };
  const starts = nodes.filter(({ type }) => type === 'start');
  for (const { id } of [...starts, ...nodes.filter(({ type }) => type !== 'start')]) {
    if (open.get(id) !== 0) continue;
    ready.push(id);
    drain();
  }
  const reached = (id: string): boolean => ways.before(id).some((each) => !open.has(each));
  while (open.size > 0) {
    const left = nodes.filter(({ id }) => open.has(id));
    const next = left.find(({ id }) => reached(id)) ?? left[0];
    if (!next) break;
    emit(next.id);
    drain();
  }
  return order;
}

interface Place {
  readonly depth: number;
  readonly parent: string | null;
  /** The last node that everything passes on the way here. */
  readonly gate: string | null;
  readonly gateDepth: number;
}

/** The last node that all ways to the given ones pass; null where there is none. */
function commonGate(ids: readonly string[], places: ReadonlyMap<string, Place>): string | null {
  let [common = null] = ids as readonly (string | null)[];
  for (const id of ids) {
    let other: string | null = id;
    while (common !== other && common !== null && other !== null) {
      const [a, b] = [places.get(common)?.gateDepth ?? 0, places.get(other)?.gateDepth ?? 0];
      if (a >= b) common = places.get(common)?.gate ?? null;
      if (b >= a) other = places.get(other)?.gate ?? null;
    }
    common = other === null ? null : common;
  }
  return common;
}

function placeOf(id: string, ways: Ways, places: ReadonlyMap<string, Place>): Place {
  const known = ways.before(id).filter((each) => places.has(each));
  const gate = known.length === 0 ? null : commonGate(known, places);
  const at = gate === null ? undefined : places.get(gate);
  if (gate === null || !at) return { depth: 0, parent: null, gate: null, gateDepth: 0 };
  const gateDepth = at.gateDepth + 1;
  const isBranch = known.length === 1 && ways.after(gate).length > 1;
  return isBranch
    ? { depth: at.depth + 1, parent: gate, gate, gateDepth }
    : { depth: at.depth, parent: at.parent, gate, gateDepth };
}

const known = new WeakMap<MapGraph, readonly FlowRow[]>();

/** The nodes of a map in the order of the flow, indented under decisions and forks; notes and bursts are left out. Computed once per graph. */
export function flowOrder(graph: MapGraph): readonly FlowRow[] {
  const before = known.get(graph);
  if (before) return before;
  const nodes = graph.nodes.filter((node) => !isOffStream(node));
  const ways = new Ways(graph);
  const places = new Map<string, Place>();
  const rows: FlowRow[] = [];
  for (const id of inOrder(nodes, ways)) {
    const node = graph.node.get(id);
    const place = placeOf(id, ways, places);
    places.set(id, place);
    if (node)
      rows.push({ node, depth: place.depth, parent: place.parent, isBranching: ways.after(id).length > 1 });
  }
  known.set(graph, rows);
  return rows;
}
