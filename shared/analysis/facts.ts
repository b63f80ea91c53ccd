import type { FrameworkPack } from '../catalogue/types';
import { demandRate } from '../figures/takt';
import type { Figure, FigureKey, Figures, MissingInput, SampledLeadTime } from '../figures/types';
import type { Calendar } from '../model/calendar';
import type { Improvement } from '../model/workshop';
import { knownMean } from '../model/quantity';
import type { MapGraph, WithId } from '../model/queries';
import type { MapState, NodeType } from '../model/value-sets';
import { type ApprovalWay, wayWithMostApprovals } from './facts-approvals';
import { costOfLoop } from './facts-loops';
import { type FlowFacts, flowFacts, reachedWithoutRework } from './facts-flows';
import { type Handoffs, handoffsOf } from './facts-handoffs';
import { type RoleFacts, roleFacts } from './facts-roles';
import { type StepFacts, stepFacts } from './facts-steps';
import { type StructureFacts, structureFacts } from './facts-structure';
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

/** An improvement of the stream; null is unknown. */
export interface ImprovementFacts {
  readonly id: string;
  readonly name: string;
  /** The node it changes. */
  readonly node: string | null;
  readonly dimension: string | null;
  /** ISO date. */
  readonly due: string | null;
  readonly status: NonNullable<Improvement['status']> | null;
}

/** What the rules may know of a map: plain, frozen, derived once. Times are minutes of working time, shares 0..1, efforts person-minutes. */
export interface Facts {
  readonly map: {
    readonly id: string;
    readonly name: string;
    readonly state: MapState;
    readonly observedOn: string | null;
    /** Totals that somebody else gave, minutes. */
    readonly statedLeadTime: number | null;
    readonly statedProcessTime: number | null;
    readonly calendar: Calendar;
    /** True where it was made as a copy of another map. */
    readonly isCopy: boolean;
  };
  /** States of the other maps of the stream. */
  readonly siblings: readonly MapState[];
  readonly stream: {
    readonly id: string;
    readonly name: string;
    readonly purpose: string | null;
    readonly valueOutcome: string | null;
    /** What stakeholders can do because of it, entry by entry. */
    readonly outcomes: readonly string[];
    readonly outputs: string | null;
    readonly owner: string | null;
    readonly startsOn: string | null;
    readonly demandPerMonth: number | null;
    /** Items per working minute; null where the demand is unknown. */
    readonly demandRate: number | null;
    readonly demandCv: number | null;
    readonly arrivalsPerMonth: number | null;
    readonly departuresPerMonth: number | null;
    /** Counted items in the stream, or the sum of the items that wait at its steps; null where neither is known. */
    readonly itemsInProgress: number | null;
    readonly failureDemandShare: number | null;
    readonly costOfDelayPerHour: number | null;
    readonly targetLeadTime: number | null;
    /** True where the stream is an untouched copy of a template and such streams are to be spared. */
    readonly isSparedTemplate: boolean;
  };
  /** The framework: activities, practices with their contributions, principles, dimensions. */
  readonly pack: FrameworkPack;
  /** Ids of the activities of the framework. */
  readonly activities: readonly string[];
  /** Names of the artefacts, by id. */
  readonly artefacts: Readonly<Record<string, string>>;
  /** Roles that do a step of this map. */
  readonly roles: readonly RoleFacts[];
  readonly structure: StructureFacts;
  /** Improvements of the stream. */
  readonly improvements: readonly ImprovementFacts[];
  /** Percentiles of sampled lead times, where they have been sampled for this map. */
  readonly sampled: SampledLeadTime | null;
  /** Every figure of the map. */
  readonly figures: Readonly<Record<FigureKey, Known>>;
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
  /** Percentiles of this map, where they have been sampled. */
  readonly sampled?: SampledLeadTime | null;
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
  rate: 'rate_per_hour',
  people: 'people',
  availability: 'availability',
  costOfDelay: 'cost_of_delay_per_hour',
  calendar: 'calendar',
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
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value;
  if (Array.isArray(value)) for (const part of value as readonly unknown[]) freeze(part);
  else for (const name in value) freeze(value[name]);
  return Object.freeze(value);
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

function mapFacts({ id, map, calendar }: MapGraph): Facts['map'] {
  return {
    id,
    name: map.name,
    state: map.state,
    observedOn: map.observedOn ?? null,
    statedLeadTime: map.statedLeadTime ?? null,
    statedProcessTime: map.statedProcessTime ?? null,
    calendar,
    isCopy: map.copiedFrom !== undefined,
  };
}

/** Counted items, else the sum of those that wait at the steps. */
function itemsInProgress(graph: MapGraph): number | null {
  const { itemsInProgress: counted } = graph.stream;
  if (counted !== undefined) return counted;
  const waiting = graph.nodes.flatMap((node) => knownMean(node.wip) ?? []);
  return waiting.length === 0 ? null : waiting.reduce((sum, items) => sum + items, 0);
}

function streamFacts(graph: MapGraph): Omit<Facts['stream'], 'isSparedTemplate'> {
  const { stream } = graph;
  return {
    id: stream.id,
    name: stream.name,
    purpose: stream.purpose ?? null,
    valueOutcome: stream.valueOutcome ?? null,
    outcomes: graph.valueItems.filter(({ kind }) => kind === 'outcome').map(({ name }) => name),
    outputs: stream.outputs ?? null,
    owner: stream.owner ?? null,
    startsOn: stream.startsOn ?? null,
    demandPerMonth: stream.demandPerMonth ?? null,
    demandRate: demandRate(graph),
    demandCv: stream.demandCv ?? null,
    arrivalsPerMonth: stream.arrivalsPerMonth ?? null,
    departuresPerMonth: stream.departuresPerMonth ?? null,
    itemsInProgress: itemsInProgress(graph),
    failureDemandShare: stream.failureDemandShare ?? null,
    costOfDelayPerHour: stream.costOfDelayPerHour ?? null,
    targetLeadTime: stream.targetLeadTime ?? null,
  };
}

function improvementFacts(improvement: WithId<Improvement>): ImprovementFacts {
  const { id, name, node, dimension, due, status } = improvement;
  return {
    id,
    name,
    node: node ?? null,
    dimension: dimension ?? null,
    due: due ?? null,
    status: status ?? null,
  };
}

function knownFigures({ figure }: Figures, trust: number): Record<FigureKey, Known> {
  const entries = Object.entries(figure).map(([key, each]) => [key, known(each, trust)] as const);
  return Object.fromEntries(entries) as Record<FigureKey, Known>;
}

/** Derives the facts of a map from its graph and its figures; deeply frozen. */
export function factsOf(graph: MapGraph, figures: Figures, context: FactsContext): Facts {
  const { stream } = graph;
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
    map: mapFacts(graph),
    siblings: graph.siblings.map((sibling) => sibling.state),
    stream: {
      ...streamFacts(graph),
      isSparedTemplate: context.suppressForTemplates && stream.template !== undefined,
    },
    pack: context.pack,
    activities: context.pack.activities.map((activity) => activity.id),
    artefacts: Object.fromEntries([...graph.artefacts.values()].map(({ id, name }) => [id, name])),
    roles: roleFacts(graph, figures, steps),
    structure: structureFacts(graph, figures),
    improvements: graph.improvements.map(improvementFacts),
    sampled: context.sampled ?? null,
    figures: knownFigures(figures, trust),
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
