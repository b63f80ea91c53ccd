import type { FigureChange } from '../../shared/analysis/compare-figures';
import type { DisplayList } from '../../shared/drawing/display-list';

/** What is wanted of a version; texts are those of project files. `map` is the shown map, which the version may not have. */
export type HistoryJob = {
  readonly id: number;
  readonly text: string;
  readonly map: string;
} & (
  | {
      /** A line of the list: how much it differs from the version before, and a small picture. */
      readonly kind: 'row';
      readonly earlier: string | null;
      readonly isDark: boolean;
    }
  | {
      /** The chosen version beside what the window shows now. */
      readonly kind: 'chosen';
      readonly now: string;
    }
);

/** A line of the list. */
export interface RowFacts {
  readonly steps: number;
  /** How much it differs from the version before; null where there is none, or it cannot be read. */
  readonly change: readonly string[] | null;
  /** An SVG file; null where the map is too large or there is none. */
  readonly svg: string | null;
}

/** The chosen version. */
export interface ChosenFacts {
  /** The map that is shown of it; null where it has none. */
  readonly map: string | null;
  /** Null for an empty map, and for one that is too large. */
  readonly drawing: DisplayList | null;
  readonly isTooLarge: boolean;
  /** Main figures of that map then and now; empty where the map is not there any more. */
  readonly figures: readonly FigureChange[];
  /** How much now differs from then; empty where nothing does. */
  readonly since: readonly string[];
}

/** The answer carries the id of its job; `unreadable` where the version is no project, with the reason. */
export type HistoryAnswer = { readonly id: number } & (
  | { readonly kind: 'row'; readonly facts: RowFacts }
  | { readonly kind: 'chosen'; readonly facts: ChosenFacts }
  | { readonly kind: 'unreadable'; readonly sentence: string }
);
