import type { FrameworkPack } from '../catalogue/types';
import type { Figure, Figures, MissingInput } from '../figures/types';
import type { MapGraph } from '../model/queries';
import type { MapState, NodeType } from '../model/value-sets';
import { type ApprovalWay, wayWithMostApprovals } from './facts-approvals';
import { costOfLoop } from './facts-loops';
import { type FlowFacts, flowFacts, reachedWithoutRework } from './facts-flows';
import { type Handoffs, handoffsOf } from './facts-handoffs';
import { type StepFacts, stepFacts } from './facts-steps';
import { leastTrust } from './measure';
import type { FieldName } from './fields';
import type { Impact } from './types';

/** A figure as the rules read it: minutes, shares or counts, with what is certain where it is unknown. */
export interface Known {
  readonly value: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
  readonly coverage: number;
  /** What keeps the value unknown, in the words of the step table. */
  readonly missing: readonly { readonly about: string; readonly field: FieldName }[];
  /** Least trust of the values in it. */
  readonly trust: number;
}

/** Anything on the map that items pass: steps, choices, forks and joins, start and end. */
export interface NodeFacts {
  readonly id: string;
  readonly name: string;
  readonly type: NodeType;
  /** The flows out of it that carry items, in order. */
  readonly exits: readonly FlowFacts[];
}

/** What the rules may know of a map: plain, frozen, derived once. Times are minutes of working time, shares 0..1, efforts person-minutes. */
export interface Facts {
  readonly map: { readonly id: string; readonly state: MapState; readonly observedOn: string | null };
  readonly stream: {
    readonly demandPerMonth: number | null;
    readonly targetLeadTime: number | null;
    /** True where the stream is an untouched copy of a template and such streams are to be spared. */
    readonly isSparedTemplate: boolean;
  };
  /** Ids of the activities of the framework. */
  readonly activities: readonly string[];
  /** ISO date. */
  readonly today: string;
  /** Steps that items reach, or may reach where that is unknown. */
  readonly steps: readonly StepFacts[];
  readonly nodes: readonly NodeFacts[];
  /** Flows that carry items. */
  readonly flows: readonly FlowFacts[];
  /** Information flows, by the ids of their ends. */
  readonly informationFlows: readonly { readonly from: string; readonly to: string }[];
  readonly leadTime: Known;
  readonly handoffs: Known & Handoffs;
  /** What keeps the expected visits unknown; empty where they are known. */
  readonly visitsMissing: Known['missing'];
  /** What a loop adds to the lead time of an item and to the effort of a month: the difference to the same map without that flow. */
  readonly costOfLoop: (flow: string) => Impact;
  /** The way of one item that meets the most approvals: those known, and those that unknown kinds of work may add. */
  readonly approvals: { readonly certain: ApprovalWay; readonly possible: ApprovalWay };
}

/** What else the facts depend on. */
export interface FactsContext {
  readonly pack: FrameworkPack;
  /** ISO date. */
  readonly today: string;
  readonly suppressForTemplates: boolean;
}

const fieldOf = {
  processTime: 'process_time',
  wait: 'wait',
  completeAccurate: 'complete_accurate',
  value: 'value',
  share: 'share',
  demand: 'demand_per_month',
  team: 'team',
  role: 'role',
  path: 'path',
} as const satisfies Record<MissingInput['field'], FieldName>;

function known(figure: Figure, trust: number): Known {
  const { value, lower, upper, coverage } = figure;
  const missing = figure.missing.map(({ about, field }) => ({ about, field: fieldOf[field] }));
  return { value, lower, upper, coverage, missing, trust };
}

function visitsMissing({ figure }: Figures): Known['missing'] {
  const all = [...figure.leadTimeExpected.missing, ...figure.effortPersonHours.missing];
  const found = new Map(all.map((each) => [`${each.field} ${each.about}`, each]));
  return [...found.values()]
    .filter(({ field }) => field === 'share' || field === 'path')
    .map(({ about, field }) => ({ about, field: fieldOf[field] }));
}

function freeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const part of Object.values(value)) freeze(part);
  }
  return value;
}

function nodeFacts(graph: MapGraph, flows: readonly FlowFacts[]): NodeFacts[] {
  const byId = new Map(flows.map((flow) => [flow.id, flow]));
  return graph.nodes.map(({ id, name, type }) => ({
    id,
    name,
    type,
    exits: (graph.out.get(id) ?? []).flatMap((flow) => byId.get(flow.id) ?? []),
  }));
}

/** Derives the facts of a map from its graph and its figures; deeply frozen. */
export function factsOf(graph: MapGraph, figures: Figures, context: FactsContext): Facts {
  const { stream, map } = graph;
  const flows = flowFacts(graph, figures);
  const direct = reachedWithoutRework(graph, flows);
  const steps = stepFacts(graph, figures, direct).filter(
    (step) => step.visits !== 0 && !figures.unreachable.includes(step.id),
  );
  const trust = leastTrust(steps.flatMap((step) => [step.wait, step.processTime]));
  const leadTime = known(figures.figure.leadTimeExpected, trust);
  const clock = new Set(steps.filter((step) => step.movesClock).map((step) => step.id));
  const handoffs = handoffsOf(graph, { flows, clock, byRole: figures.handoffsByRole });
  return freeze({
    map: { id: graph.id, state: map.state, observedOn: map.observedOn ?? null },
    stream: {
      demandPerMonth: stream.demandPerMonth ?? null,
      targetLeadTime: stream.targetLeadTime ?? null,
      isSparedTemplate: context.suppressForTemplates && stream.template !== undefined,
    },
    activities: context.pack.activities.map((activity) => activity.id),
    today: context.today,
    steps,
    nodes: nodeFacts(graph, flows),
    flows,
    informationFlows: graph.flows
      .filter((flow) => flow.kind === 'information')
      .map(({ from, to }) => ({ from, to })),
    leadTime,
    visitsMissing: visitsMissing(figures),
    costOfLoop: (flow: string) => costOfLoop(graph, figures, flow),
    handoffs: { ...known(figures.figure.handoffsProvider, 1), ...handoffs },
    approvals: wayWithMostApprovals(graph),
  });
}
