/** Keys of the figures, as `figures --format json` prints them. Times are minutes in this library; only the command line prints hours. */
export type FigureKey =
  | 'leadTimeExpected'
  | 'leadTimeSinglePass'
  | 'afterValueTail'
  | 'processTimeOnPath'
  | 'waitOnPath'
  | 'effortPersonHours'
  | 'activityRatio'
  | 'processCycleEfficiency'
  | 'rolledCompleteAccurate'
  | 'firstPassYield'
  | 'handoffs'
  | 'handoffsProvider'
  | 'reworkEffortShare'
  | 'takt'
  | 'wip'
  | 'costPerItem'
  | 'costPerMonth'
  | 'delayCostPerMonth'
  | 'peopleNeeded'
  | 'leadTimeElapsed'
  | 'slaTime'
  | 'rolledPerStep'
  | 'hiddenRepair'
  | 'consumerEffort';

/** A figure: its value where it can be known, else null with what bounds it. */
export interface Figure {
  /** Minutes for times (effort: person-minutes; `leadTimeElapsed`: on the wall), 0..1 for shares, the currency of the project for money, a count otherwise; null where an input is missing. */
  readonly value: number | null;
  /** What is certain although inputs are missing; null where nothing is. */
  readonly lower: number | null;
  readonly upper: number | null;
  /** Known share of the step fields that the figure needs, weighted by visits, 0..1. */
  readonly coverage: number;
  /** Ids of the nodes or flows whose missing or impossible input keeps the value unknown, with the field that lacks. */
  readonly missing: readonly MissingInput[];
}

/** An input that a figure lacks; `about` is the id of a node, flow, role, stream or map. */
export interface MissingInput {
  readonly about: string;
  readonly field:
    | 'processTime'
    | 'wait'
    | 'completeAccurate'
    | 'value'
    | 'share'
    | 'demand'
    | 'team'
    | 'role'
    | 'rate'
    | 'people'
    | 'availability'
    | 'costOfDelay'
    | 'calendar'
    | 'path';
}

/** Expected visits per node and per flow, for those that are known: a node behind an unknown share is absent, one that nothing leads to has 0. */
export interface Visits {
  readonly node: ReadonlyMap<string, number>;
  readonly flow: ReadonlyMap<string, number>;
}

/** What a node adds to the clock: v (wait + process time), in minutes. */
export interface Contribution {
  readonly node: string;
  readonly visits: number | null;
  /** Mean minutes per visit, in working time of the map's calendar; null where unknown. */
  readonly wait: number | null;
  /** Mean minutes over all visits, repeats that take less time included; null where unknown. */
  readonly processTime: number | null;
  /** True where the wait was agreed on. */
  readonly isRequired: boolean;
  /** True where the step moves the customer's clock: reached, not after value, not detached, and on what is (or, with gaps, may be) the longest branch. */
  readonly onPath: boolean;
  /** Visits that count on the clock: those of steps on the path. Over all steps, clockVisits x (wait + process time) is the expected lead time. Null where unknown. */
  readonly clockVisits: number | null;
  /** Where repeats take a part of the first time: that part, and the chance that an item comes here at all (null where unknown); else null. */
  readonly repeat: { readonly factor: number; readonly reach: number | null } | null;
  /** True where the wait was converted from the step's own calendar into the map's. */
  readonly isConverted: boolean;
}

export interface Bottleneck {
  readonly kind: 'role' | 'step';
  readonly id: string;
  /** Utilisation 0.. of a role, or minutes of a step. */
  readonly amount: number;
  /** True where `amount` is only what is certain of it: an input of its own is missing. */
  readonly isLowerBound: boolean;
  /** False where another one may be larger once the missing inputs are known. */
  readonly isCertain: boolean;
}

/** Everything that is computed from one map. */
export interface Figures {
  readonly figure: Readonly<Record<FigureKey, Figure>>;
  /** Null where the flow equations cannot be solved; `missing` of the lead time says why. */
  readonly visits: Visits | null;
  readonly contributions: readonly Contribution[];
  readonly bottleneck: Bottleneck | null;
  /** Utilisation per role id, 0..; null where people or demand are unknown. */
  readonly utilisation: ReadonlyMap<string, number | null>;
  /** People needed per role id to keep up with the demand; null where demand, work or availability are unknown. */
  readonly peopleNeeded: ReadonlyMap<string, number | null>;
  /** True where no step names a team and roles served for the hand-offs. */
  readonly handoffsByRole: boolean;
  /** Steps that no item can reach; they are in no total. */
  readonly unreachable: readonly string[];
  /** Steps that nothing but returns leave, and not all items return: the others leave the stream there in all figures, which therefore tell the map as far as it is drawn. */
  readonly openEnds: readonly string[];
}

/** Percentiles of sampled lead times, minutes. */
export interface SampledLeadTime {
  readonly runs: number;
  readonly seed: number;
  readonly mean: number;
  readonly p50: number;
  readonly p85: number;
  readonly p95: number;
  /** Share of runs within the target, null without a target. */
  readonly shareWithinTarget: number | null;
}
