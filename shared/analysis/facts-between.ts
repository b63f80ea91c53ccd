import type { Facts } from './facts';
import { type FlowFacts, stepsBefore } from './facts-flows';
import type { StepFacts } from './facts-steps';
import { onwardFlows } from './facts-ways';

type Ways = Pick<Facts, 'nodes' | 'flows' | 'steps'>;

/** The shortest way from one node to another without rework, both included; empty where there is none. */
export function shortestWay(facts: Ways, from: string, to: string): string[] {
  const { exits } = onwardFlows(facts);
  const cameFrom = new Map<string, string | null>([[from, null]]);
  for (const [at] of cameFrom) {
    if (at === to) break;
    for (const flow of exits.get(at) ?? []) if (!cameFrom.has(flow.to)) cameFrom.set(flow.to, at);
  }
  if (!cameFrom.has(to)) return [];
  const way = [to];
  for (let at = cameFrom.get(to); at != null; at = cameFrom.get(at)) way.unshift(at);
  return way;
}

const placeByStep = new WeakMap<Ways['steps'], ReadonlyMap<string, number>>();

/** The place of each step among the steps, once per map. */
function placesOf({ steps }: Ways): ReadonlyMap<string, number> {
  const known = placeByStep.get(steps);
  if (known !== undefined) return known;
  const places = new Map(steps.map(({ id }, at) => [id, at]));
  placeByStep.set(steps, places);
  return places;
}

/** The steps that an item may pass between where a return leads to and where it was sent back, the latter left out. */
export function stepsBetween(facts: Ways, { from, to }: FlowFacts): StepFacts[] {
  const { exits } = onwardFlows(facts);
  const before = stepsBefore(facts.flows, from);
  // Whatever lies on a way to `from` lies before it, so nothing else need be followed.
  const leadsOn = (id: string): boolean => id === from || before.has(id);
  const after = new Set([to]);
  for (const id of after) for (const flow of exits.get(id) ?? []) if (leadsOn(flow.to)) after.add(flow.to);
  const places = placesOf(facts);
  return [...after]
    .flatMap((id) => (before.has(id) ? (places.get(id) ?? []) : []))
    .sort((a, b) => a - b)
    .flatMap((at) => facts.steps[at] ?? []);
}
