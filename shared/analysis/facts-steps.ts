import type { Figures } from '../figures/types';
import { waitIn } from '../model/calendar-convert';
import type { MapNode } from '../model/project';
import { knownMean } from '../model/quantity';
import { type MapGraph, membersOf, stepsOf, type WithId } from '../model/queries';
import {
  type AutomationLevel,
  type FlowBarrier,
  flowBarriers,
  type NnvaReason,
  type OutsideFactor,
  type Party,
  type ValueClass,
  type WorkKind,
} from '../model/value-sets';
import { type Measure, measure } from './measure';

/** A system that a step uses; `isPrivate` is null where nobody said. */
export interface SystemFacts {
  readonly id: string;
  readonly name: string;
  readonly isPrivate: boolean | null;
}

/** A step as the rules read it; null is unknown. */
export interface StepFacts {
  readonly id: string;
  readonly name: string;
  /** Expected visits per item. */
  readonly visits: number | null;
  /** Minutes per visit, in working time of the map's calendar. */
  readonly wait: Measure | null;
  /** Minutes per visit; repeats that take less time are in the mean. */
  readonly processTime: Measure | null;
  readonly completeAccurate: Measure | null;
  /** People busy at once, 1 where nothing is said. */
  readonly crew: number;
  readonly activity: string | null;
  /** Ids of practices of the framework. */
  readonly practices: readonly string[] | null;
  /** Id of the role. */
  readonly role: string | null;
  readonly team: string | null;
  /** Id and name of the partner. */
  readonly partner: { readonly id: string; readonly name: string } | null;
  readonly agreement: boolean | null;
  /** Items that are worked on together, items that wait. */
  readonly batch: Measure | null;
  readonly wip: Measure | null;
  /** Minutes: to change over, from one date to the next, and how long before its date an item must be in. */
  readonly changeover: Measure | null;
  readonly cadence: Measure | null;
  readonly cutoff: Measure | null;
  readonly rejectRate: Measure | null;
  readonly skillRequired: number | null;
  readonly skillTypical: number | null;
  readonly external: boolean | null;
  readonly warranty: boolean | null;
  readonly obligationReference: string | null;
  readonly outsideFactor: OutsideFactor | null;
  readonly barriers: readonly FlowBarrier[] | null;
  readonly detached: boolean;
  /** True where its wait is kept in a calendar of its own; `wait` is converted into that of the map. */
  readonly hasOwnCalendar: boolean;
  readonly value: ValueClass | null;
  readonly nnvaReason: NnvaReason | null;
  readonly kind: WorkKind | null;
  readonly automation: AutomationLevel | null;
  readonly party: Party | null;
  readonly systems: readonly SystemFacts[] | null;
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

function systemsOf(graph: MapGraph, ids: readonly string[]): SystemFacts[] {
  return ids.map((id) => {
    const system = graph.systems.get(id);
    return { id, name: system?.name ?? id, isPrivate: system?.isPrivate ?? null };
  });
}

const listed = (members: MapNode['systems']): string[] | null =>
  members === undefined ? null : membersOf(members);

function barriersOf({ barriers }: MapNode): FlowBarrier[] | null {
  return barriers === undefined ? null : flowBarriers.filter((each) => Object.hasOwn(barriers, each));
}

/** True where an entry of value says that a stakeholder can rely on the service because of this step. */
const bringsWarranty = (graph: MapGraph, { id }: WithId<MapNode>): boolean =>
  graph.valueItems.some(({ kind, steps }) => kind === 'warranty' && Object.hasOwn(steps ?? {}, id));

function plainFacts(graph: MapGraph, node: WithId<MapNode>): PlainFacts {
  const { partner } = node;
  return {
    activity: node.activity ?? null,
    practices: listed(node.practices),
    role: node.role ?? null,
    team: node.team ?? null,
    partner:
      partner === undefined ? null : { id: partner, name: graph.partners.get(partner)?.name ?? partner },
    agreement: node.agreement ?? null,
    batch: measure(node.batch),
    wip: measure(node.wip),
    changeover: measure(node.changeover),
    cadence: measure(node.cadence),
    cutoff: measure(node.cutoff),
    rejectRate: measure(node.rejectRate),
    skillRequired: node.skillRequired ?? null,
    skillTypical: node.skillTypical ?? null,
    external: node.external ?? null,
    warranty: node.warranty ?? (bringsWarranty(graph, node) ? true : null),
    obligationReference: node.obligationReference ?? null,
    outsideFactor: node.outsideFactor ?? null,
    barriers: barriersOf(node),
    detached: node.detached === true,
    hasOwnCalendar: node.calendar !== undefined,
  };
}

type PlainFacts = Pick<
  StepFacts,
  | 'activity'
  | 'practices'
  | 'role'
  | 'team'
  | 'partner'
  | 'agreement'
  | 'batch'
  | 'wip'
  | 'changeover'
  | 'cadence'
  | 'cutoff'
  | 'rejectRate'
  | 'skillRequired'
  | 'skillTypical'
  | 'external'
  | 'warranty'
  | 'obligationReference'
  | 'outsideFactor'
  | 'barriers'
  | 'detached'
  | 'hasOwnCalendar'
>;

/** The facts of every step; `direct` holds the ids of nodes that items reach without any rework. */
export function stepFacts(graph: MapGraph, figures: Figures, direct: ReadonlySet<string>): StepFacts[] {
  const contribution = new Map(figures.contributions.map((each) => [each.node, each]));
  return stepsOf(graph).map((node) => {
    const visits = figures.visits?.node.get(node.id) ?? null;
    const own = contribution.get(node.id);
    const first = measure(node.processTime);
    const processTime = first && { ...first, mean: own?.processTime ?? first.mean };
    return {
      id: node.id,
      name: node.name,
      visits,
      wait: measure(waitIn(node, graph.calendar)),
      processTime,
      completeAccurate: measure(node.completeAccurate),
      crew: knownMean(node.crew) ?? 1,
      ...plainFacts(graph, node),
      value: node.value ?? null,
      nnvaReason: node.nnvaReason ?? null,
      kind: node.kind ?? null,
      automation: node.automation ?? null,
      party: node.party ?? null,
      systems: node.systems === undefined ? null : systemsOf(graph, membersOf(node.systems)),
      inputs: listed(node.inputs),
      outputs: listed(node.outputs),
      rekeys: node.rekeys ?? null,
      standardised: node.standardised ?? null,
      touchesConsumer: node.touchesConsumer ?? null,
      afterValue: node.afterValue === true,
      requiredWait: node.requiredWait === true,
      isRework: node.isRework === true || (graph.in.has(node.id) && !direct.has(node.id)),
      movesClock: node.afterValue !== true && own?.onPath === true,
      workPerMonth: product(graph.stream.demandPerMonth ?? null, visits, processTime?.mean ?? null),
    };
  });
}
