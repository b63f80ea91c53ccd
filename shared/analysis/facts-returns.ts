import { flowsBy } from '../model/queries';
import type { Facts } from './facts';
import type { FlowFacts } from './facts-flows';
import type { StepFacts } from './facts-steps';

/** A rework flow with the steps at its ends; choices in between are looked through. */
export interface Return {
  readonly flow: FlowFacts;
  readonly giver: StepFacts;
  readonly taker: StepFacts;
}

/** Where a walk through choices, forks and joins goes on: the flows by node, and which end of a flow comes next. */
interface Direction {
  readonly flows: ReadonlyMap<string, readonly FlowFacts[]>;
  readonly next: 'from' | 'to';
}

/** The step at a node, or the only step that can be met from there. */
function onlyStep(
  id: string,
  steps: ReadonlyMap<string, StepFacts>,
  { flows, next }: Direction,
): StepFacts | null {
  let at = id;
  const seen = new Set<string>();
  for (;;) {
    const step = steps.get(at);
    if (step !== undefined) return step;
    const all = flows.get(at) ?? [];
    const only = all.length === 1 ? all[0] : undefined;
    if (only === undefined || seen.has(at)) return null;
    seen.add(at);
    at = only[next];
  }
}

/** The step that work comes from when it leaves a node: itself, or the only step before a choice or a join. */
export function stepBehind(
  id: string,
  steps: ReadonlyMap<string, StepFacts>,
  entries: ReadonlyMap<string, readonly FlowFacts[]>,
): StepFacts | null {
  return onlyStep(id, steps, { flows: entries, next: 'from' });
}

/** Rework flows between two different steps that items take, or may take. */
export function returnsOf({ flows, nodes, steps }: Pick<Facts, 'flows' | 'nodes' | 'steps'>): Return[] {
  const byId = new Map(steps.map((step) => [step.id, step]));
  const exits = new Map(nodes.map((node) => [node.id, node.exits]));
  const entries = flowsBy(flows, 'to');
  return flows.flatMap((flow) => {
    if (flow.kind !== 'rework' || flow.passes === 0) return [];
    const giver = stepBehind(flow.from, byId, entries);
    const taker = onlyStep(flow.to, byId, { flows: exits, next: 'to' });
    return giver === null || taker === null || giver === taker ? [] : [{ flow, giver, taker }];
  });
}
