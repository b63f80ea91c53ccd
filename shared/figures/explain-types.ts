import type { FigureKey, MissingInput } from './types';

/** Whatever the metrics strip and the command line show of a map, by its key. */
export type ExplainKey = FigureKey | 'bottleneck' | 'sampled';

/** An amount that goes into a figure, with where it comes from in words. */
export interface ExplainedInput {
  readonly name: string;
  readonly value: string;
  /** Who said so, when, from how many cases; null where that is no value that somebody gave. */
  readonly source: string | null;
}

/** What one step, role or move adds to a figure. */
export interface ExplainedRow {
  readonly key: string;
  /** Ids of the nodes and flows to show on the map. */
  readonly about: readonly string[];
  readonly name: string;
  /** The calculation in words: `1.14 × (4h wait + 30m work)`. */
  readonly terms: string;
  /** In the unit of the figure (minutes, 0..1, money, a count); null where unknown. */
  readonly amount: number | null;
  readonly amountText: string;
  /** Part of the total, 0..1; null where there is none. */
  readonly share: number | null;
  readonly inputs: readonly ExplainedInput[];
}

/** What the rows add up to: the figure itself, or what lacks from 100 %. */
export interface ExplainedTotal {
  readonly label: string;
  readonly amount: number | null;
  readonly text: string;
  /** Says that the shown rows do not add up to it, being rounded; null where they do. */
  readonly note: string | null;
  readonly isComplement: boolean;
}

/** A step that adds nothing, and why. */
export interface LeftOut {
  readonly about: string;
  readonly name: string;
  readonly why: string;
}

/** What would make a figure known. */
export interface ExplainedGap {
  readonly about: string;
  readonly field: MissingInput['field'];
  readonly question: string;
}

/** A total that somebody stated, set against that of the steps. */
export interface Reconciliation {
  /** The comparison in a sentence. */
  readonly sentence: string;
  /** Stated minus computed, minutes; null where the computed total is unknown. */
  readonly gap: number | null;
  readonly reasons: readonly string[];
}

/** The part of the map that a figure is computed from. */
export interface ExplainedPath {
  readonly nodes: ReadonlySet<string>;
  readonly flows: ReadonlySet<string>;
}

export type Confidence = 'high' | 'medium' | 'low';

/** How one figure came about, told so that it can be read out. */
export interface Explanation {
  readonly key: ExplainKey;
  readonly name: string;
  readonly value: string;
  readonly formula: string;
  readonly symbols: string;
  /** What the symbols stand for. */
  readonly legend: readonly string[];
  /** The formula with the numbers put in; null where they are unknown. */
  readonly worked: string | null;
  readonly elsewhere: readonly string[];
  readonly basis: readonly string[];
  readonly confidence: Confidence | null;
  readonly inputs: readonly ExplainedInput[];
  /** What kind of rows they are, for their heading. */
  readonly rowsAre: 'contributions' | 'losses' | 'people' | 'moves' | 'inputs';
  readonly rows: readonly ExplainedRow[];
  readonly total: ExplainedTotal | null;
  /** Null where the figure is not about a path. */
  readonly path: ExplainedPath | null;
  readonly off: readonly LeftOut[];
  readonly missing: readonly ExplainedGap[];
  readonly stated: Reconciliation | null;
}
