import type { Figures } from '../figures/types';
import { knownMean } from '../model/quantity';
import { type MapGraph, membersOf, stepsOf } from '../model/queries';
import type { AutomationLevel, NnvaReason, Party, ValueClass, WorkKind } from '../model/value-sets';
import { type Measure, measure } from './measure';

/** A step as the rules read it; null is unknown. */
export interface StepFacts {
  readonly id: string;
  readonly name: string;
  /** Expected visits per item. */
  readonly visits: number | null;
  /** Minutes per visit. */
  readonly wait: Measure | null;
  readonly processTime: Measure | null;
  readonly completeAccurate: Measure | null;
  /** People busy at once, 1 where nothing is said. */
  readonly crew: number;
  readonly activity: string | null;
  readonly value: ValueClass | null;
  readonly nnvaReason: NnvaReason | null;
  readonly kind: WorkKind | null;
  readonly automation: AutomationLevel | null;
  readonly party: Party | null;
  /** Ids of the systems with their names. */
  readonly systems: readonly { readonly id: string; readonly name: string }[] | null;
  /** Ids of artefacts. */
  readonly inputs: readonly string[] | null;
  readonly outputs: readonly string[] | null;
  readonly rekeys: boolean | null;
  readonly standardised: boolean | null;
  readonly touchesConsumer: boolean | null;
  readonly afterValue: boolean;
  readonly requiredWait: boolean;
  /** True where it belongs to a rework branch: marked so, or reached by rework alone. */
  readonly isRework: boolean;
  /** True where its time moves the customer's clock: before the value point and on the longest branch. */
  readonly movesClock: boolean;
  /** Demand x visits x process time, minutes of one person a month. */
  readonly workPerMonth: number | null;
}

function product(...factors: readonly (number | null)[]): number | null {
  return factors.reduce<number | null>(
    (value, factor) => (value === null || factor === null ? null : value * factor),
    1,
  );
}

function systemsOf(graph: MapGraph, ids: readonly string[]): { id: string; name: string }[] {
  return ids.map((id) => ({ id, name: graph.systems.get(id)?.name ?? id }));
}

/** The facts of every step; `direct` holds the ids of nodes that items reach without any rework. */
export function stepFacts(graph: MapGraph, figures: Figures, direct: ReadonlySet<string>): StepFacts[] {
  const onPath = new Set(figures.contributions.filter((each) => each.onPath).map((each) => each.node));
  return stepsOf(graph).map((node) => {
    const visits = figures.visits?.node.get(node.id) ?? null;
    const processTime = measure(node.processTime);
    return {
      id: node.id,
      name: node.name,
      visits,
      wait: measure(node.wait),
      processTime,
      completeAccurate: measure(node.completeAccurate),
      crew: knownMean(node.crew) ?? 1,
      activity: node.activity ?? null,
      value: node.value ?? null,
      nnvaReason: node.nnvaReason ?? null,
      kind: node.kind ?? null,
      automation: node.automation ?? null,
      party: node.party ?? null,
      systems: node.systems === undefined ? null : systemsOf(graph, membersOf(node.systems)),
      inputs: node.inputs === undefined ? null : membersOf(node.inputs),
      outputs: node.outputs === undefined ? null : membersOf(node.outputs),
      rekeys: node.rekeys ?? null,
      standardised: node.standardised ?? null,
      touchesConsumer: node.touchesConsumer ?? null,
      afterValue: node.afterValue === true,
      requiredWait: node.requiredWait === true,
      isRework: node.isRework === true || (graph.in.has(node.id) && !direct.has(node.id)),
      movesClock: node.afterValue !== true && onPath.has(node.id),
      workPerMonth: product(graph.stream.demandPerMonth ?? null, visits, processTime?.mean ?? null),
    };
  });
}
