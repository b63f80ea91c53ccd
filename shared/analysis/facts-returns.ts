import type { Facts } from './facts';
import type { FlowFacts } from './facts-flows';
import type { StepFacts } from './facts-steps';

/** A rework flow with the steps at its ends; choices in between are looked through. */
export interface Return {
  readonly flow: FlowFacts;
  readonly giver: StepFacts;
  readonly taker: StepFacts;
}

/** The step that work comes from when it leaves a node: itself, or the only step before a choice or a join. */
export function stepBehind(
  id: string,
  steps: ReadonlyMap<string, StepFacts>,
  entries: ReadonlyMap<string, readonly FlowFacts[]>,
): StepFacts | null {
  let at = id;
  const seen = new Set<string>();
  for (;;) {
    const step = steps.get(at);
    if (step !== undefined) return step;
    const into = entries.get(at) ?? [];
    const only = into.length === 1 ? into[0] : undefined;
    if (only === undefined || seen.has(at)) return null;
    seen.add(at);
    at = only.from;
  }
}

/** The step that work comes to: the node itself, or the only step behind a choice, a fork or a join. */
function stepAhead(
  id: string,
  steps: ReadonlyMap<string, StepFacts>,
  exits: ReadonlyMap<string, readonly FlowFacts[]>,
): StepFacts | null {
  let at = id;
  const seen = new Set<string>();
  for (;;) {
    const step = steps.get(at);
    if (step !== undefined) return step;
    const out = exits.get(at) ?? [];
    const only = out.length === 1 ? out[0] : undefined;
    if (only === undefined || seen.has(at)) return null;
    seen.add(at);
    at = only.to;
  }
}

/** Flows by the node that they reach. */
export function flowsInto(flows: readonly FlowFacts[]): ReadonlyMap<string, readonly FlowFacts[]> {
  const entries = new Map<string, FlowFacts[]>();
  for (const flow of flows) {
    const into = entries.get(flow.to);
    if (into) into.push(flow);
    else entries.set(flow.to, [flow]);
  }
  return entries;
}

/** Rework flows between two different steps that items take, or may take. */
export function returnsOf({ flows, nodes, steps }: Pick<Facts, 'flows' | 'nodes' | 'steps'>): Return[] {
  const byId = new Map(steps.map((step) => [step.id, step]));
  const exits = new Map(nodes.map((node) => [node.id, node.exits]));
  const entries = flowsInto(flows);
  return flows.flatMap((flow) => {
    if (flow.kind !== 'rework' || flow.passes === 0) return [];
    const giver = stepBehind(flow.from, byId, entries);
    const taker = stepAhead(flow.to, byId, exits);
    return giver === null || taker === null || giver === taker ? [] : [{ flow, giver, taker }];
  });
}
