import type { Item } from '../../../shared/drawing/display-list';
import { measureText } from '../../../shared/drawing/font-metrics';
import type { ReportCell, ReportColumn, TableBlock } from '../../../shared/report/types';
import { type Flow, lineItem, linesOf, mostLines, ruleItem, type Setting, settings } from './flow';
import { spaced, toneInks } from './lay-text';
import { type Tag, tagIn } from './sheet';

const padding = { x: 6, y: 4.5 } as const;

/** A cell with its text in lines. */
interface LaidCell {
  readonly lines: readonly string[];
  readonly x: number;
  readonly width: number;
  readonly isEnd: boolean;
  readonly setting: Setting;
}

type LaidRow = readonly LaidCell[];

/** Width of the longest word of a text, up to a share of the table: words are cut only where they must. */
function longestWord(text: string, { size, weight }: Pick<Setting, 'size' | 'weight'>): number {
  const words = text.split(/\s+|[–—]|(?<!\d)[-/]/u).map((word) => measureText(`${word}-`, size, weight));
  return Math.max(0, ...words);
}

/** The most that one column takes to keep its words whole, as a share of the table. */
const mostForWords = 0.3;
/** Cells that are looked at for their words. */
const rowsLookedAt = 400;

/** Widths of the columns by their shares, but wide enough for the words in them, points. */
function columnWidths({ columns, rows }: TableBlock, width: number): readonly number[] {
  const total = columns.reduce((sum, { share }) => sum + share, 0) || 1;
  const wanted = columns.map(({ share }) => (share / total) * width);
  const least = columns.map(({ title }, index) => {
    const cells = rows.slice(0, rowsLookedAt).map((row) => {
      const cell = row[index];
      const weight = cell?.isStrong === true ? 600 : settings.cell.weight;
      return longestWord(cell?.text ?? '', { size: settings.cell.size, weight });
    });
    const words = Math.max(longestWord(title, settings.head), ...cells) + 2 * padding.x;
    return Math.min(words, width * mostForWords);
  });
  const lacking = wanted.map((each, index) => Math.max(0, (least[index] ?? 0) - each));
  const spare = wanted.map((each, index) => Math.max(0, each - (least[index] ?? 0)));
  const missing = lacking.reduce((sum, each) => sum + each, 0);
  const all = spare.reduce((sum, each) => sum + each, 0);
  const given = all === 0 ? 0 : Math.min(1, missing / all);
  const taken = missing === 0 ? 0 : Math.min(1, all / missing);
  return wanted.map((each, index) => each + (lacking[index] ?? 0) * taken - (spare[index] ?? 0) * given);
}

function layRow(
  flow: Flow,
  columns: readonly ReportColumn[],
  widths: readonly number[],
  cells: readonly ReportCell[],
  base: Setting,
  most?: number,
): LaidRow {
  let x = flow.left;
  return columns.map(({ align }, index): LaidCell => {
    const width = widths[index] ?? 0;
    const { text = '', tone, isStrong } = cells[index] ?? {};
    const setting: Setting = {
      ...base,
      ink: tone === undefined ? base.ink : toneInks[tone],
      weight: isStrong === true ? 600 : base.weight,
    };
    const lines = linesOf(text, width - 2 * padding.x, setting, most);
    const cell = { lines, x, width, isEnd: align === 'end', setting };
    x += width;
    return cell;
  });
}

const linesIn = (row: LaidRow): number => Math.max(1, ...row.map(({ lines }) => lines.length));
const heightOf = (count: number, { line }: Setting): number => count * line + 2 * padding.y;

function cellItems({ lines, x, width, isEnd, setting }: LaidCell, top: number): Item[] {
  const edge = isEnd ? x + width - padding.x : x + padding.x;
  return lines.map((line, index) => {
    const at = top + padding.y + index * setting.line;
    return isEnd
      ? lineItem(line, edge, at, setting, { anchor: 'end' })
      : lineItem(spaced(line, index, lines), edge, at, setting);
  });
}

/** The headings of the columns: the first time as such, on further pages as furniture. */
function placeHead(flow: Flow, row: LaidRow, tags: readonly Tag[] | null): void {
  const height = heightOf(linesIn(row), settings.head);
  flow.mark(null, [
    { kind: 'rect', x: flow.left, y: flow.y, width: flow.width, height, fill: 'sunken' },
    ruleItem(flow.left, flow.y + height - 0.75, flow.width, 'borderStrong', 0.75),
  ]);
  row.forEach((cell, index) => flow.mark(tags?.[index] ?? null, cellItems(cell, flow.y)));
  flow.y += height;
}

/** Up to this share of a page, a row is not parted. */
const wholeRow = 0.8;

/** A row as one piece; one that is higher than a page goes on on the next. */
function placeRow(flow: Flow, row: LaidRow, tags: readonly Tag[], repeatHead: () => void): void {
  const all = linesIn(row);
  const { line } = settings.cell;
  let at = 0;
  while (at < all) {
    const isWhole = heightOf(all - at, settings.cell) <= flow.room;
    const fits = Math.floor((flow.room - 2 * padding.y) / line);
    const couldFit = heightOf(all - at, settings.cell) <= flow.wholeRoom * wholeRow;
    if (!isWhole && (couldFit || fits < 3)) {
      flow.open();
      repeatHead();
      if (couldFit) continue;
    }
    const now = Math.min(all - at, Math.max(1, Math.floor((flow.room - 2 * padding.y) / line)));
    const height = heightOf(now, settings.cell);
    const from = at;
    row.forEach((cell, index) => {
      const piece = { ...cell, lines: cell.lines.slice(from, from + now) };
      const tag = tags[index];
      if (tag) flow.mark(tag, cellItems(piece, flow.y));
    });
    flow.mark(null, [ruleItem(flow.left, flow.y + height - 0.5, flow.width, 'border')]);
    flow.y += height;
    at += now;
  }
}

const titlesOf = ({ columns }: TableBlock): ReportCell[] => columns.map(({ title }) => ({ text: title }));

/** Up to this share of a page, a table is not parted. */
const smallTable = 0.35;

/** Height of the least of a table that may stand at the end of a page: its name, headings and first row; all of a small one. */
export function tableStart(flow: Flow, block: TableBlock): number {
  const { caption, columns, rows } = block;
  const name = settings.tableCaption;
  const widths = columnWidths(block, flow.width);
  const head = layRow(flow, columns, widths, titlesOf(block), settings.head, mostLines);
  const named = linesOf(caption, flow.width, name, mostLines).length * name.line;
  const above = name.before + named + name.after + heightOf(linesIn(head), settings.head);
  const rowHeight = (cells: readonly ReportCell[]): number =>
    heightOf(linesIn(layRow(flow, columns, widths, cells, settings.cell)), settings.cell);
  const most = flow.wholeRoom * smallTable;
  let height = 0;
  for (const cells of rows) {
    height += rowHeight(cells);
    if (height > most) {
      const first = rowHeight(rows[0] ?? []);
      return above + (first <= flow.wholeRoom * wholeRow ? first : flow.wholeRoom / 3);
    }
  }
  return above + height;
}

function layName(flow: Flow, table: Tag, text: string): void {
  const name = settings.tableCaption;
  const lines = linesOf(text, flow.width, name, mostLines);
  if (lines.length === 0) return;
  flow.gap(name.before);
  const top = flow.y;
  const items = lines.map((line, index) => lineItem(line, flow.left, top + index * name.line, name));
  flow.mark(tagIn(table, 'Caption'), items);
  flow.y += lines.length * name.line + name.after;
}

/** A table whose headings stand on every page; without its name where the heading above says the same. */
export function layTable(flow: Flow, parent: Tag, block: TableBlock, above: string | null): void {
  const { caption, columns, rows } = block;
  flow.need(tableStart(flow, block));
  const table = tagIn(parent, 'Table');
  layName(flow, table, caption === above ? '' : caption);
  const widths = columnWidths(block, flow.width);
  const head = layRow(flow, columns, widths, titlesOf(block), settings.head, mostLines);
  const headTag = tagIn(table, 'TR');
  placeHead(
    flow,
    head,
    columns.map(() => tagIn(headTag, 'TH', { scope: 'Column' })),
  );
  for (const cells of rows) {
    const rowTag = tagIn(table, 'TR');
    const tags = columns.map((_, index) =>
      index === 0 && cells[0]?.isStrong === true
        ? tagIn(rowTag, 'TH', { scope: 'Row' })
        : tagIn(rowTag, 'TD'),
    );
    const row = layRow(flow, columns, widths, cells, settings.cell);
    placeRow(flow, row, tags, () => placeHead(flow, head, null));
  }
  flow.y += 14;
}
