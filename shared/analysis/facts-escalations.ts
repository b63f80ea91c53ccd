import { flowsBy } from '../model/queries';
import type { Facts } from './facts';
import type { FlowFacts } from './facts-flows';
import { stepBehind } from './facts-returns';
import type { StepFacts } from './facts-steps';
import { onwardFlows, reachedFrom } from './facts-ways';
import { sumOf } from './facts-worth';

/** What a step of the first line escalates. */
export interface Escalation {
  readonly step: StepFacts;
  readonly flows: readonly FlowFacts[];
  /** Part of the visits that is escalated; null where it is unknown. */
  readonly share: number | null;
  /** The steps that only escalated items come to, from this step on. */
  readonly specialists: readonly StepFacts[];
}

/** Nodes that items reach from a start without escalation and rework. */
function firstLine({ nodes, flows }: Facts): ReadonlySet<string> {
  const plain = flows.filter((flow) => flow.kind !== 'escalation');
  const starts = nodes.flatMap((node) => (node.type === 'start' ? [node.id] : []));
  return new Set([...starts, ...reachedFrom(starts, onwardFlows({ flows: plain }), 'onward')]);
}

/** The escalations out of the first line, by the step that they leave; choices are looked through. */
export function escalationsOf(facts: Facts): Escalation[] {
  const first = firstLine(facts);
  const byId = new Map(facts.steps.map((step) => [step.id, step]));
  const entries = flowsBy(facts.flows, 'to');
  const byStep = new Map<StepFacts, FlowFacts[]>();
  for (const flow of facts.flows) {
    if (flow.kind !== 'escalation' || flow.passes === 0 || !first.has(flow.from)) continue;
    const step = stepBehind(flow.from, byId, entries);
    if (step === null) continue;
    const known = byStep.get(step);
    if (known === undefined) byStep.set(step, [flow]);
    else known.push(flow);
  }
  return [...byStep].map(([step, flows]) => {
    const passes = sumOf(flows.map((flow) => flow.passes));
    const targets = flows.map((flow) => flow.to);
    const after = new Set([...targets, ...reachedFrom(targets, onwardFlows(facts), 'onward')]);
    return {
      step,
      flows,
      share: passes === null || !step.visits ? null : passes / step.visits,
      specialists: facts.steps.filter((each) => after.has(each.id) && !first.has(each.id)),
    };
  });
}
