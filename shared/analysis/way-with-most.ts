import type { NodeType } from '../model/value-sets';

/** A map as an item without rework sees it. */
export interface WayNetwork {
  readonly nodes: readonly { readonly id: string; readonly type: NodeType }[];
  /** Where the flows that lead on go, by the node that they leave. */
  readonly exits: ReadonlyMap<string, readonly { readonly to: string }[]>;
  /** The join of each fork. */
  readonly joinOf: ReadonlyMap<string, string>;
}

/** A way of one item from demand to value without rework: ids of its steps, and of the picked ones among them. */
export interface Way {
  readonly steps: readonly string[];
  readonly picked: readonly string[];
}

/** Nodes in an order in which each comes after all that it leads to; a node that is met again on its own way is left out of it. */
export function lastFirst(starts: readonly string[], exits: WayNetwork['exits']): string[] {
  const done: string[] = [];
  const seen = new Set<string>(starts);
  const path = starts.map((id) => ({ id, next: 0 }));
  for (let at = path.at(-1); at !== undefined; at = path.at(-1)) {
    const flow = exits.get(at.id)?.[at.next];
    at.next += 1;
    if (flow === undefined) {
      done.push(at.id);
      path.pop();
    } else if (!seen.has(flow.to)) {
      seen.add(flow.to);
      path.push({ id: flow.to, next: 0 });
    }
  }
  return done;
}

const orders = new WeakMap<WayNetwork, readonly string[]>();

/** The nodes that lead to others last; once for each network. */
function orderOf(network: WayNetwork): readonly string[] {
  const known = orders.get(network);
  if (known !== undefined) return known;
  const starts = network.nodes.flatMap((node) => (node.type === 'start' ? [node.id] : []));
  const order = lastFirst(starts, network.exits);
  orders.set(network, order);
  return order;
}

/** The way that meets the most picked steps: of the ways out of a choice the best one, of a fork all branches. */
export function wayWithMost(network: WayNetwork, isPicked: (step: string) => boolean): Way {
  const { nodes, exits, joinOf } = network;
  const type = new Map(nodes.map((node) => [node.id, node.type]));
  const most = new Map<string, number>();
  const best = new Map<string, string>();
  const starts = nodes.flatMap((node) => (node.type === 'start' ? [node.id] : []));
  for (const id of orderOf(network)) {
    const onward = exits.get(id) ?? [];
    const kind = type.get(id);
    if (kind === 'fork') {
      const behind = most.get(joinOf.get(id) ?? '') ?? 0;
      let all = behind;
      for (const { to } of onward) all += Math.max(0, (most.get(to) ?? 0) - behind);
      most.set(id, all);
    } else {
      let top = -1;
      for (const { to } of onward) {
        const count = most.get(to) ?? 0;
        if (count <= top) continue;
        top = count;
        best.set(id, to);
      }
      most.set(id, Math.max(0, top) + (kind === 'step' && isPicked(id) ? 1 : 0));
    }
  }
  const first = starts.reduce<string | undefined>(
    (top, id) => (top === undefined || (most.get(id) ?? 0) > (most.get(top) ?? 0) ? id : top),
    undefined,
  );
  const found = new Set(first === undefined ? [] : [first]);
  for (const id of found) {
    const next = type.get(id) === 'fork' ? (exits.get(id) ?? []).map(({ to }) => to) : [best.get(id)];
    for (const each of next) if (each !== undefined) found.add(each);
  }
  const steps = [...found].filter((id) => type.get(id) === 'step');
  return { steps, picked: steps.filter(isPicked) };
}
