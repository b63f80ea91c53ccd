import { usualRepair } from '../figures/repair';
import type { Facts } from './facts';
import type { FlowFacts } from './facts-flows';
import type { StepFacts } from './facts-steps';

/** A step that receives what another one passes on, and the part of the items that goes there. */
export interface Receiver {
  readonly step: StepFacts;
  /** Null where it is unknown. */
  readonly part: number | null;
}

/** Reads who receives what a step passes on, and what repairing it may take. */
export interface RepairFacts {
  readonly receiversOf: (step: StepFacts) => readonly Receiver[];
  /** Minutes per item that the receivers spend on repair, estimated; null where rework is drawn or something is unknown. */
  readonly repairOf: (step: StepFacts) => number | null;
  /** Part of the visits after which a step repeats itself, 0 where it never does. */
  readonly repeatedBy: (step: StepFacts) => number;
}

/** The repair facts of a map, looking through choices, forks and joins. */
export function repairFacts({ nodes, flows, steps }: Pick<Facts, 'nodes' | 'flows' | 'steps'>): RepairFacts {
  const byId = new Map(steps.map((step) => [step.id, step]));
  const exits = new Map<string, readonly FlowFacts[]>(nodes.map((node) => [node.id, node.exits]));
  const forks = new Set(nodes.filter((node) => node.type === 'fork').map((node) => node.id));
  const withRework = new Set(flows.flatMap(({ kind, from, to }) => (kind === 'rework' ? [from, to] : [])));
  const receiversOf = (step: StepFacts): Receiver[] => {
    const found: Receiver[] = [];
    const seen = new Set<string>();
    const open: { id: string; part: number | null }[] = [{ id: step.id, part: 1 }];
    for (let at = open.pop(); at !== undefined; at = open.pop()) {
      if (seen.has(at.id)) continue;
      seen.add(at.id);
      for (const flow of exits.get(at.id) ?? []) {
        if (flow.likelihood === 0 || flow.kind === 'rework' || flow.kind === 'iteration') continue;
        const own = forks.has(at.id) ? 1 : flow.likelihood;
        const part = at.part === null || own === null ? null : at.part * own;
        const next = byId.get(flow.to);
        if (next === undefined) open.push({ id: flow.to, part });
        else found.push({ step: next, part });
      }
    }
    return found;
  };
  return {
    receiversOf,
    repairOf: (step) => {
      if (withRework.has(step.id) || step.completeAccurate === null || step.visits === null) return null;
      const next = receiversOf(step).reduce<number | null>((sum, { step: { processTime }, part }) => {
        return sum === null || part === null || processTime === null ? null : sum + part * processTime.mean;
      }, 0);
      return next === null ? null : (1 - step.completeAccurate.mean) * step.visits * usualRepair * next;
    },
    repeatedBy: (step) =>
      (exits.get(step.id) ?? [])
        .filter((flow) => flow.to === step.id && flow.kind === 'rework')
        .reduce((sum, flow) => sum + (flow.likelihood ?? 0), 0),
  };
}
