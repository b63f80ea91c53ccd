import type { Severity } from '../model/value-sets';

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

/** What the analysis says of one map, most important first. */
export interface Report {
  readonly profile: ProfileId;
  readonly findings: readonly Finding[];
  readonly gaps: readonly Gap[];
  /** Ids of rules that crashed; the others stand. */
  readonly failed: readonly string[];
}
