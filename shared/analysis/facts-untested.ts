import type { Facts } from './facts';
import type { StepFacts } from './facts-steps';

/** Whether items are checked in a step; null where its kind, or the practices of work that may be a check, are unknown. */
export type IsTest = (step: StepFacts) => boolean | null;

/** What goes live unchecked: ids of steps that deploy, each with a step that builds and leads there without a check. */
export interface Untested {
  readonly deployedFrom: ReadonlyMap<string, StepFacts>;
  /** Steps on such ways that may be a check. */
  readonly open: readonly StepFacts[];
}

/**
 * Follows all ways from the steps that build. With `passOpen` a step that may be a check lets pass, and one whose kind is unknown may build and deploy.
 * A join behind a check in one of its branches lets pass only what is built inside the fork, since it waits for the check.
 */
export function untestedDeploys(facts: Facts, isTest: IsTest, passOpen: boolean): Untested {
  const steps = new Map(facts.steps.map((step) => [step.id, step]));
  const nodes = new Map(facts.nodes.map((node) => [node.id, node]));
  const isChecked = (id: string): boolean => {
    const step = steps.get(id);
    return step !== undefined && (isTest(step) ?? !passOpen);
  };
  const checkedJoins = new Map<string, ReadonlySet<string>>();
  for (const { join, branches } of facts.structure.blocks) {
    const inside = branches.flatMap((branch) => branch.nodes);
    if (inside.some(isChecked)) checkedJoins.set(join, new Set(inside));
  }
  const mayBe = (step: StepFacts, kind: 'build' | 'deploy'): boolean =>
    step.kind === kind || (passOpen && step.kind === null);
  const sources = facts.steps.filter((step) => mayBe(step, 'build') && isTest(step) !== true);
  const origin = new Map(sources.map((step) => [step.id, step]));
  const deployedFrom = new Map<string, StepFacts>();
  const open = sources.filter((step) => step.kind === null);
  for (const [id, build] of origin) {
    for (const flow of nodes.get(id)?.exits ?? []) {
      const to = steps.get(flow.to);
      const inside = checkedJoins.get(flow.to);
      const waitsForCheck = inside !== undefined && !inside.has(build.id);
      if (flow.likelihood === 0 || waitsForCheck) continue;
      if (to !== undefined && isTest(to) === null) open.push(to);
      if (isChecked(flow.to)) continue;
      if (to !== undefined && to !== build && mayBe(to, 'deploy') && !deployedFrom.has(to.id))
        deployedFrom.set(to.id, build);
      if (!origin.has(flow.to)) origin.set(flow.to, build);
    }
  }
  return { deployedFrom, open };
}
