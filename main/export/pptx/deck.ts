import type { DisplayList } from '../../../shared/drawing/display-list';
import type { Box } from '../../../shared/layout/types';
import type { ChartBlock, PictureBlock, ReportCell, SectionName, Tile } from '../../../shared/report/types';
import type { Placing } from './map-parts';
import type { LayoutName } from './master-xml';
import type { Paragraph } from './text-xml';

/** A row of a table on a slide. */
export interface SlideRow {
  readonly cells: readonly ReportCell[];
  /** Points. */
  readonly height: number;
}

/** A table on a slide, or the part of one that fits. */
export interface SlideTable {
  readonly caption: string;
  readonly columns: readonly { readonly title: string; readonly width: number; readonly isEnd: boolean }[];
  readonly headHeight: number;
  readonly rows: readonly SlideRow[];
  /** Of the letters, points. */
  readonly size: number;
}

/** What stands on a slide; boxes are in points. */
export type Piece =
  | { readonly kind: 'text'; readonly box: Box; readonly paragraphs: readonly Paragraph[] }
  | {
      readonly kind: 'tile';
      readonly box: Box;
      readonly tile: Tile;
      readonly paragraphs: readonly Paragraph[];
    }
  | { readonly kind: 'table'; readonly box: Box; readonly table: SlideTable }
  | { readonly kind: 'chart'; readonly box: Box; readonly chart: ChartBlock }
  | {
      readonly kind: 'drawing';
      readonly list: DisplayList;
      readonly links: PictureBlock['links'];
      readonly placing: Placing;
    };

/** A slide before it is written. */
export interface Slide {
  readonly layout: LayoutName;
  /** The section that it belongs to; null for the first slide. */
  readonly section: SectionName | null;
  readonly kicker: string;
  readonly title: string;
  readonly titleSize?: number;
  readonly subtitle?: string;
  /** The line below a picture, or the day on the first slide. */
  readonly caption: string;
  readonly pieces: readonly Piece[];
}
