import type { Facts } from './facts';
import type { FlowFacts } from './facts-flows';

/** True for the flows that lead on: neither rework nor iteration, and taken by some items as far as is known. */
export const leadsOn = (flow: FlowFacts): boolean =>
  flow.kind !== 'rework' && flow.kind !== 'iteration' && flow.likelihood !== 0;

type Neighbours = ReadonlyMap<string, readonly string[]>;

const ways = new WeakMap<Facts, { readonly on: Neighbours; readonly back: Neighbours }>();

function waysOf(facts: Facts): { readonly on: Neighbours; readonly back: Neighbours } {
  const known = ways.get(facts);
  if (known !== undefined) return known;
  const on = new Map<string, string[]>();
  const back = new Map<string, string[]>();
  const note = (map: Map<string, string[]>, from: string, to: string): void => {
    const before = map.get(from);
    if (before) before.push(to);
    else map.set(from, [to]);
  };
  for (const flow of facts.flows) {
    if (!leadsOn(flow)) continue;
    note(on, flow.from, flow.to);
    note(back, flow.to, flow.from);
  }
  const found = { on, back };
  ways.set(facts, found);
  return found;
}

/** The nodes behind some nodes, or before them with `backwards`, along the flows that lead on; the nodes themselves only where a way comes back to them. */
export function nodesBehind(facts: Facts, from: Iterable<string>, backwards = false): Set<string> {
  const next = waysOf(facts)[backwards ? 'back' : 'on'];
  const found = new Set<string>();
  for (const id of from) for (const to of next.get(id) ?? []) found.add(to);
  for (const id of found) for (const to of next.get(id) ?? []) found.add(to);
  return found;
}

/** The share of those that lead on which takes a flow, or null where that is unknown. */
function partOf(flow: FlowFacts, onward: readonly FlowFacts[]): number | null {
  if (onward.length === 1) return 1;
  const sum = onward.reduce<number | null>(
    (total, each) => (total === null || each.likelihood === null ? null : total + each.likelihood),
    0,
  );
  return sum === null || sum === 0 || flow.likelihood === null ? null : flow.likelihood / sum;
}

const plus = (a: number | null, b: number | null): number | null =>
  a === null || b === null ? null : Math.min(1, a + b);

const most = (a: number | null, b: number | null): number | null =>
  a === null || b === null ? (a ?? b) : Math.max(a, b);

const cache = new WeakMap<Facts, ReadonlyMap<string, number | null>>();

/** The share of the items that come to each node, rework and iteration left aside: 0..1, null where it is unknown. Where a way leads round without being rework it is the visits, at most 1. */
export function reachOf(facts: Facts): ReadonlyMap<string, number | null> {
  const known = cache.get(facts);
  if (known !== undefined) return known;
  const nodes = new Map(facts.nodes.map((node) => [node.id, node]));
  const open = new Map<string, number>();
  for (const node of facts.nodes)
    for (const flow of node.exits) if (leadsOn(flow)) open.set(flow.to, (open.get(flow.to) ?? 0) + 1);
  const starts = facts.nodes.filter((node) => node.type === 'start');
  const reach = new Map<string, number | null>(
    starts.map(({ id, exits }) => [id, exits[0]?.visitsBefore ?? 1 / starts.length]),
  );
  const ready = facts.nodes.filter((node) => !open.has(node.id)).map((node) => node.id);
  const settled = new Map<string, number | null>();
  for (const id of ready) {
    const node = nodes.get(id);
    const own = reach.get(id) ?? (reach.has(id) ? null : 0);
    settled.set(id, own);
    const onward = (node?.exits ?? []).filter(leadsOn);
    for (const flow of onward) {
      const part = node?.type === 'fork' ? 1 : partOf(flow, onward);
      const carried = own === 0 ? 0 : own === null || part === null ? null : own * part;
      const isJoin = nodes.get(flow.to)?.type === 'join';
      const before = reach.get(flow.to);
      reach.set(
        flow.to,
        before === undefined ? carried : isJoin ? most(before, carried) : plus(before, carried),
      );
      const left = (open.get(flow.to) ?? 1) - 1;
      open.set(flow.to, left);
      if (left === 0) ready.push(flow.to);
    }
  }
  for (const { id, visits } of facts.steps)
    if (!settled.has(id)) settled.set(id, visits === null ? null : Math.min(1, visits));
  cache.set(facts, settled);
  return settled;
}
