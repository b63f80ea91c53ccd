import type { Project } from '../model/project';

/** Containers of a step table. */
export type TableFormat = 'json' | 'csv';

export type SheetName = 'stream' | 'roles' | 'steps' | 'flows' | 'stakeholders' | 'value_items';

/** A cell that could not be read. */
export interface CellError {
  readonly sheet: SheetName;
  /** As a spreadsheet counts: the heading of a CSV is row 1; in JSON the first entry of a list is row 1. */
  readonly row: number;
  /** The heading as it stands in the table. */
  readonly column: string;
  /** The text of the cell. */
  readonly found: string;
  readonly sentence: string;
}

/** A project made from a table, or every cell that kept it from being made. */
export type ReadTableResult =
  | {
      readonly kind: 'read';
      readonly project: Project;
      readonly mapId: string;
      /** Headings that mean nothing to the reader and were left out. */
      readonly ignored: readonly string[];
    }
  | { readonly kind: 'errors'; readonly errors: readonly CellError[] };

/** A cell before it is understood. */
export interface RawCell {
  readonly heading: string;
  readonly text: string;
  /** The entries of a JSON list; null where the cell is one text, whose entries are parted by `;`. */
  readonly list: readonly string[] | null;
  /** The unit that the heading names, `PT (h)`; numbers without a unit take it. */
  readonly unit: string;
  /** The value itself where it is a group of JSON fields. */
  readonly fields: Readonly<Record<string, unknown>> | null;
}

export interface RawRow {
  readonly sheet: SheetName;
  readonly row: number;
  /** By column name of the step table. */
  readonly cells: ReadonlyMap<string, RawCell>;
}

/** A table of any container, cut into cells. */
export interface RawTable {
  readonly stream: RawRow | null;
  readonly roles: readonly RawRow[];
  readonly steps: readonly RawRow[];
  /** Null where the table has no flows of its own. */
  readonly flows: readonly RawRow[] | null;
  /** Only in JSON: who has a stake in the stream, and what it gives to them and takes. */
  readonly stakeholders?: readonly RawRow[];
  readonly valueItems?: readonly RawRow[];
  readonly ignored: readonly string[];
}
