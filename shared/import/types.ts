import type { Project } from '../model/project';
import type { Cells } from '../tables/cells-text';
import type { CellError } from '../tables/types';

/** What a file that comes in was made by or is. */
export type ImportKind = 'drawio' | 'bpmn' | 'mermaid' | 'xlsx' | 'csv' | 'json';

/** Something of the file that is not on the map, or not as it was drawn. */
export interface Skipped {
  /** What it is, in words: `Arrow “Yes”`. */
  readonly what: string;
  /** The page, the step or the cell where it stands; empty where it stands alone. */
  readonly where: string;
  readonly why: string;
}

/** A sheet of a workbook, or a whole CSV: cells as texts. */
export interface Sheet {
  readonly name: string;
  readonly cells: Cells;
}

/** A project that was read from a foreign file, and what must be told of it. */
export interface ReadForeign {
  readonly kind: 'read';
  readonly from: ImportKind;
  readonly project: Project;
  /** The maps in the order of the file. */
  readonly maps: readonly string[];
  readonly skipped: readonly Skipped[];
  /** What was understood in a way that somebody may want to check. */
  readonly notes: readonly string[];
}

/** What became of a foreign file. `cells`: a table whose columns somebody must name. */
export type ImportOutcome =
  | ReadForeign
  | { readonly kind: 'cells'; readonly from: ImportKind; readonly sheets: readonly Sheet[] }
  | { readonly kind: 'errors'; readonly from: ImportKind; readonly errors: readonly CellError[] }
  | { readonly kind: 'refused'; readonly sentence: string };

/** Cells by column name of the step table. */
export type FoundCells = ReadonlyMap<string, string>;

/** A node as it was found in a drawing. */
export interface FoundNode {
  readonly id: string;
  /** What it is called in a report. */
  readonly called: string;
  readonly cells: FoundCells;
  readonly group?: string | undefined;
}

/** A flow as it was found in a drawing; `from` and `to` are ids of found nodes. */
export interface FoundFlow {
  readonly from: string;
  readonly to: string;
  readonly cells: FoundCells;
}

/** One map as it was found in a drawing, before it is understood. */
export interface FoundMap {
  readonly name: string;
  /** Columns of the stream, where the file was written by this app. */
  readonly stream: FoundCells;
  readonly roles: readonly FoundCells[];
  readonly nodes: readonly FoundNode[];
  readonly flows: readonly FoundFlow[];
  readonly groups: readonly { readonly id: string; readonly name: string }[];
  readonly skipped: readonly Skipped[];
  readonly notes: readonly string[];
  /** Written by this app: kinds, ids and order are as they stand. */
  readonly isOurs: boolean;
}
