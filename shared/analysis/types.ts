import type { Severity, ValueClass } from '../model/value-sets';

/** A value of a finding's evidence, with its unit. */
export type EvidenceValue =
  | { readonly unit: 'minutes'; readonly value: number }
  | { readonly unit: 'share'; readonly value: number }
  | { readonly unit: 'count'; readonly value: number }
  | { readonly unit: 'text'; readonly value: string }
  | { readonly unit: 'hoursPerMonth'; readonly value: number }
  | { readonly unit: 'date'; readonly value: string };
export type Evidence = Readonly<Record<string, EvidenceValue>>;

/** What a finding is worth: minutes of lead time per item and person-minutes of effort per month; null where it cannot be told. */
export interface Impact {
  readonly leadTime: number | null;
  readonly effortPerMonth: number | null;
}

/** Why the team accepted a finding, and until when; dates are ISO. */
export interface FindingWaiver {
  readonly id: string;
  readonly reason: string;
  readonly author: string | null;
  readonly on: string | null;
  readonly expires: string | null;
}

/** A claim about the map with its evidence. */
export interface Finding {
  readonly rule: string;
  readonly severity: Severity;
  /** Ids of what it is about: nodes, flows or roles, or the id of the map alone. */
  readonly about: readonly string[];
  /** Ids of the nodes that a claim about the whole map speaks of, to be selected with it; may be empty. */
  readonly involves: readonly string[];
  /** One sentence with the numbers. */
  readonly message: string;
  readonly evidence: Evidence;
  /** The limits it was judged by, by option name. */
  readonly threshold: Readonly<Record<string, number>>;
  readonly impact: Impact;
  /** Least trust of the values used: measured 1, log 0.9, estimate 0.6, guess 0.3; 1 where no value was used. */
  readonly confidence: number;
  /** Id of the rule that folds this finding, where one fired on the same target. */
  readonly supersededBy: string | null;
  /** The waiver about it, whether it still holds or not. */
  readonly waiver: FindingWaiver | null;
  /** Why a waiver no longer holds; null where it holds and where there is none. */
  readonly returned: 'expired' | 'changed' | null;
  /** True where the team accepted it with a reason that still holds. */
  readonly waived: boolean;
}

/** Something a rule could not judge: a question for the room. */
export interface Gap {
  readonly rule: string;
  readonly about: readonly string[];
  /** Field names, as in the step table. */
  readonly missing: readonly string[];
  /** The question, one sentence. */
  readonly question: string;
}

/** How loud the analysis is. */
export type ProfileId = 'workshop' | 'review' | 'audit';

/**
 * How far a rule could judge a map. `partly`: it lacked something about some of its targets;
 * `notJudged`: it could decide nothing; `off`: muted; `failed`: it crashed.
 */
export type Judged = 'judged' | 'partly' | 'notJudged' | 'off' | 'failed';

/** What one rule could say of the map. */
export interface RuleCoverage {
  readonly rule: string;
  readonly state: Judged;
  /** Findings that are neither accepted nor folded into another one. */
  readonly findings: number;
}

/** Rules of a waste, a principle, a dimension or a value class, counted by how far they could judge. */
export interface CoverageCount {
  readonly id: string;
  readonly rules: number;
  readonly judged: number;
  readonly partly: number;
  readonly notJudged: number;
  readonly off: number;
  /** Findings that are neither accepted nor folded into another one. */
  readonly findings: number;
}

/** What was judged and what could not be. */
export interface Coverage {
  readonly rules: readonly RuleCoverage[];
  readonly wastes: readonly CoverageCount[];
  readonly principles: readonly CoverageCount[];
  readonly dimensions: readonly CoverageCount[];
  readonly values: readonly (CoverageCount & { readonly id: ValueClass })[];
}

/** What the analysis says of one map, most important first. */
export interface Report {
  readonly profile: ProfileId;
  readonly findings: readonly Finding[];
  readonly gaps: readonly Gap[];
  /** Ids of rules that crashed; the others stand. */
  readonly failed: readonly string[];
  readonly coverage: Coverage;
  /** How many more findings there will be once an untouched template is changed; 0 where none is spared. */
  readonly spared: number;
}
