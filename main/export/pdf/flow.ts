import { paperSize } from '../../../shared/drawing/paper-size';
import type { Ink, Item, Weight } from '../../../shared/drawing/display-list';
import { wrapText } from '../../../shared/drawing/wrap-text';
import type { Paper } from '../../../shared/export/formats';
import type { Orientation, Sheet, Tag } from './sheet';

/** Empty edges of a page, points; the lower one holds the footer. */
export const margin = { side: 56, top: 56, bottom: 66 } as const;

/** How a text is set; lengths in points. */
export interface Setting {
  readonly size: number;
  readonly weight: Weight;
  /** From line to line. */
  readonly line: number;
  readonly before: number;
  readonly after: number;
  readonly ink: Ink;
}

const set = (
  size: number,
  line: number,
  weight: Weight,
  ink: Ink = 'text',
  before = 0,
  after = 0,
): Setting => ({
  size,
  line,
  weight,
  ink,
  before,
  after,
});

export const settings = {
  title: set(30, 37, 650, 'text', 0, 8),
  subtitle: set(13, 19, 400, 'text2', 0, 6),
  h1: set(20, 26, 650, 'text', 0, 12),
  h2: set(14, 19, 650, 'text', 14, 5),
  h3: set(11, 16, 600, 'text', 10, 4),
  body: set(10, 15, 400, 'text', 0, 7),
  lead: set(12, 18, 400, 'text', 0, 8),
  quiet: set(9, 13, 400, 'text3', 0, 7),
  caption: set(9, 13, 400, 'text2', 5, 14),
  tableCaption: set(9, 13, 600, 'text', 8, 5),
  cell: set(9, 13, 400),
  head: set(8.5, 12, 600, 'text2'),
  tileName: set(9, 13, 500, 'text2'),
  tileValue: set(20, 26, 650),
  tileDetail: set(8.5, 12, 400, 'text3'),
  contents1: set(11, 17, 600, 'text', 6, 1),
  contents2: set(10, 15, 400, 'text2', 0, 1),
  footer: set(8.5, 12, 400, 'text3'),
} as const satisfies Readonly<Record<string, Setting>>;

/** The lines of a text in a width, points; its own line ends stay. All of it, or at most `most` lines with an ellipsis. */
export function linesOf(
  text: string,
  width: number,
  { size, weight }: Setting,
  most = Number.MAX_SAFE_INTEGER,
): readonly string[] {
  const paragraphs = text.split(/\r\n?|\n/);
  const lines = paragraphs.flatMap((each) =>
    wrapText(each, width, { size, weight }, most).map((line) => line.text),
  );
  return lines.slice(0, most);
}

/** The most lines of what must stay in one piece: names of tables and pictures, headings of columns, figures in tiles. */
export const mostLines = 8;

/** One line as an item; `top` is the upper edge of the line. */
export function lineItem(
  text: string,
  x: number,
  top: number,
  setting: Setting,
  more: { readonly ink?: Ink; readonly anchor?: 'start' | 'middle' | 'end' } = {},
): Item {
  const { size, weight, line, ink } = setting;
  return { kind: 'text', x, y: top + line / 2 + size * 0.36, text, size, weight, ink, ...more };
}

/** A thin line across. */
export function ruleItem(x: number, y: number, width: number, ink: Ink, thickness = 0.5): Item {
  return { kind: 'rect', x, y, width, height: thickness, fill: ink };
}

/** Fills pages from top to bottom. */
export class Flow {
  readonly sheets: Sheet[] = [];
  /** Where the next thing goes, points from the top. */
  y = 0;

  constructor(
    readonly paper: Paper,
    readonly usual: Orientation,
  ) {}

  /** The page that is being filled. */
  get sheet(): Sheet {
    return this.sheets.at(-1) ?? this.open();
  }

  open(orientation: Orientation = this.usual): Sheet {
    const sheet: Sheet = { ...paperSize(this.paper, orientation), marks: [], anchors: [], links: [] };
    this.sheets.push(sheet);
    this.y = margin.top;
    return sheet;
  }

  get orientation(): Orientation {
    return this.sheet.width > this.sheet.height ? 'landscape' : 'portrait';
  }

  get left(): number {
    return margin.side;
  }

  get width(): number {
    return this.sheet.width - 2 * margin.side;
  }

  /** What is left on this page, points. */
  get room(): number {
    return this.sheet.height - margin.bottom - this.y;
  }

  /** Room of a whole page of this orientation. */
  get wholeRoom(): number {
    return this.sheet.height - margin.bottom - margin.top;
  }

  get isFresh(): boolean {
    return this.y === margin.top;
  }

  /** Goes to the next page unless there is room for so much, or this page is still empty. */
  need(height: number): void {
    if (height > this.room && !this.isFresh) this.open();
  }

  /** A gap, unless at the top of a page. */
  gap(height: number): void {
    if (!this.isFresh) this.y += height;
  }

  mark(tag: Tag | null, items: readonly Item[]): void {
    this.sheet.marks.push({ tag, items });
  }
}
