import type { DisplayList, Ink } from '../drawing/display-list';

/** The parts of a report in their usual order; each can be left out and moved. */
export const sectionNames = [
  'cover',
  'charter',
  'current',
  'figures',
  'findings',
  'future',
  'plan',
  'workshop',
  'method',
] as const;
export type SectionName = (typeof sectionNames)[number];

/** How a text is meant; `good` and `bad` are also said in words, never by colour alone. */
export type Tone = 'lead' | 'quiet' | 'good' | 'warning' | 'bad';

/** A heading inside a section; the title of the section itself is level 1. */
export interface HeadingBlock {
  readonly kind: 'heading';
  readonly level: 2 | 3;
  readonly text: string;
}

export interface ParagraphBlock {
  readonly kind: 'paragraph';
  readonly text: string;
  readonly tone?: Tone;
}

export interface ListBlock {
  readonly kind: 'list';
  readonly items: readonly string[];
  readonly isNumbered?: boolean;
}

export interface ReportCell {
  readonly text: string;
  readonly tone?: Tone;
  readonly isStrong?: boolean;
}

export interface ReportColumn {
  readonly title: string;
  /** Share of the width of the table; the shares of a table sum to 1. */
  readonly share: number;
  readonly align?: 'start' | 'end';
}

/** A table with one row of headings, which repeats on each page. Every row has as many cells as there are columns. */
export interface TableBlock {
  readonly kind: 'table';
  readonly caption: string;
  readonly columns: readonly ReportColumn[];
  readonly rows: readonly (readonly ReportCell[])[];
}

/** A figure in large type: "Lead time", "4d 2h", "26h on one pass". */
export interface Tile {
  readonly name: string;
  readonly value: string;
  readonly detail: string;
  readonly tone?: Tone;
}

export interface TilesBlock {
  readonly kind: 'tiles';
  readonly tiles: readonly Tile[];
}

/** A drawing; of a map, `links` says which nodes each flow joins, so that a slide can glue its connectors. */
export interface PictureBlock {
  readonly kind: 'picture';
  /** Unique in the report: letters, digits and hyphens. */
  readonly id: string;
  readonly drawing: DisplayList;
  readonly alt: string;
  readonly caption: string;
  /** By the id of the flow, as in `about` of its group; absent where the drawing is not of a map. */
  readonly links?: Readonly<Record<string, { readonly from: string; readonly to: string }>>;
  /** The same map in rows below each other, where one row would be too small to read on a sheet of paper or a slide. */
  readonly folded?: DisplayList;
  /** The same in rows on several sheets, each small enough to be read on a slide; absent where one slide does. */
  readonly pages?: readonly DisplayList[];
}

export interface ChartSeries {
  readonly name: string;
  /** One value a category; null is unknown and drawn as a gap. */
  readonly values: readonly (number | null)[];
  readonly as: 'bar' | 'line';
  /** `second` has its own scale at the right (the cumulative share of a Pareto chart). */
  readonly axis: 'first' | 'second';
  /** Colours of the bars: one for all, or one a category; those of the format where absent. */
  readonly inks?: readonly Ink[];
}

/** A chart that an office program draws itself; where none can, `drawing` shows the same. */
export interface ChartBlock {
  readonly kind: 'chart';
  readonly id: string;
  readonly title: string;
  readonly alt: string;
  readonly categories: readonly string[];
  readonly series: readonly ChartSeries[];
  /** Whether bars of one category stand on each other. */
  readonly isStacked: boolean;
  /** What the values of the first axis are; those of a second axis are shares 0 to 1. */
  readonly unit: 'hours' | 'share' | 'count';
  readonly drawing: DisplayList;
}

export type Block =
  | HeadingBlock
  | ParagraphBlock
  | ListBlock
  | TableBlock
  | TilesBlock
  | PictureBlock
  | ChartBlock;

export interface Section {
  readonly name: SectionName;
  readonly title: string;
  readonly blocks: readonly Block[];
}

/** What a report says, before it becomes a document, a page or slides. */
export interface Report {
  readonly title: string;
  readonly subtitle: string;
  /** BCP 47. */
  readonly language: string;
  /** ISO date that the report shows; null where it shows none. */
  readonly date: string | null;
  readonly sections: readonly Section[];
}
