import type { Facts } from './facts';
import type { FlowFacts } from './facts-flows';

/** Flows by the node that they leave, or that they reach. */
export type Ways = ReadonlyMap<string, readonly FlowFacts[]>;

const isOnward = ({ kind, likelihood }: FlowFacts): boolean =>
  kind !== 'rework' && kind !== 'iteration' && likelihood !== 0;

interface Onward {
  readonly exits: Ways;
  readonly entries: Ways;
}

function add(ways: Map<string, FlowFacts[]>, id: string, flow: FlowFacts): void {
  const there = ways.get(id);
  if (there === undefined) ways.set(id, [flow]);
  else there.push(flow);
}

const known = new WeakMap<object, Onward>();

/** The flows that lead on, by the node that they leave and by the node that they reach: no rework, no iteration, none that nothing takes. */
export function onwardFlows(facts: Pick<Facts, 'flows'>): Onward {
  let ways = known.get(facts);
  if (ways === undefined) {
    const exits = new Map<string, FlowFacts[]>();
    const entries = new Map<string, FlowFacts[]>();
    for (const flow of facts.flows) {
      if (!isOnward(flow)) continue;
      add(exits, flow.from, flow);
      add(entries, flow.to, flow);
    }
    known.set(facts, (ways = { exits, entries }));
  }
  return ways;
}

/** The nodes that can be reached from some nodes in one flow or more, in the direction of the flows or against it. */
export function reachedFrom(
  ids: Iterable<string>,
  { exits, entries }: Onward,
  direction: 'onward' | 'back',
): ReadonlySet<string> {
  const ways = direction === 'onward' ? exits : entries;
  const found = new Set<string>();
  const open = [...ids];
  for (let id = open.pop(); id !== undefined; id = open.pop())
    for (const flow of ways.get(id) ?? []) {
      const next = direction === 'onward' ? flow.to : flow.from;
      if (found.has(next)) continue;
      found.add(next);
      open.push(next);
    }
  return found;
}

/** Nodes in an order in which each comes after all that it leads to; a node that is met again on its own way is left out of it. */
function lastFirst(starts: readonly string[], exits: Ways): string[] {
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

/**
 * Ids of the picked steps on the way of one item, without rework, that meets the most of them:
 * of the ways out of a choice the best one, of a fork all branches.
 */
export function mostOnOneWay(facts: Facts, isPicked: (step: string) => boolean): readonly string[] {
  const { exits } = onwardFlows(facts);
  const type = new Map(facts.nodes.map((node) => [node.id, node.type]));
  const joinOf = new Map(facts.structure.blocks.map(({ fork, join }) => [fork, join]));
  const most = new Map<string, number>();
  const best = new Map<string, string>();
  const starts = facts.nodes.flatMap((node) => (node.type === 'start' ? [node.id] : []));
  for (const id of lastFirst(starts, exits)) {
    const onward = exits.get(id) ?? [];
    const own = type.get(id) === 'step' && isPicked(id) ? 1 : 0;
    const counts = onward.map(({ to }) => most.get(to) ?? 0);
    if (type.get(id) === 'fork') {
      const behind = most.get(joinOf.get(id) ?? '') ?? 0;
      most.set(
        id,
        counts.reduce((sum, count) => sum + Math.max(0, count - behind), behind),
      );
    } else {
      const top = Math.max(0, ...counts);
      const chosen = onward[counts.indexOf(top)];
      if (chosen !== undefined) best.set(id, chosen.to);
      most.set(id, own + top);
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
  return facts.nodes.flatMap(({ id }) =>
    found.has(id) && type.get(id) === 'step' && isPicked(id) ? [id] : [],
  );
}
