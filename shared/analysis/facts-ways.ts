import { flowsBy } from '../model/queries';
import type { Facts } from './facts';
import type { FlowFacts } from './facts-flows';
import { wayWithMost } from './way-with-most';

/** Flows by the node that they leave, or that they reach. */
export type Ways = ReadonlyMap<string, readonly FlowFacts[]>;

const isOnward = ({ kind, likelihood }: FlowFacts): boolean =>
  kind !== 'rework' && kind !== 'iteration' && likelihood !== 0;

interface Onward {
  readonly exits: Ways;
  readonly entries: Ways;
}

const known = new WeakMap<Facts['flows'], Onward>();

/** The flows that lead on, by the node that they leave and by the node that they reach: no rework, no iteration, none that nothing takes. */
export function onwardFlows({ flows }: Pick<Facts, 'flows'>): Onward {
  let ways = known.get(flows);
  if (ways === undefined) {
    const onward = flows.filter(isOnward);
    known.set(flows, (ways = { exits: flowsBy(onward, 'from'), entries: flowsBy(onward, 'to') }));
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

/** Ids of the picked steps on the way of one item, without rework, that meets the most of them; in the order of the map. */
export function mostOnOneWay(facts: Facts, isPicked: (step: string) => boolean): readonly string[] {
  const { exits } = onwardFlows(facts);
  const joinOf = new Map(facts.structure.blocks.map(({ fork, join }) => [fork, join]));
  const picked = new Set(wayWithMost({ nodes: facts.nodes, exits, joinOf }, isPicked).picked);
  return facts.nodes.flatMap(({ id }) => (picked.has(id) ? [id] : []));
}
