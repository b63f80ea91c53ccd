import type {
  Block,
  HeadingBlock,
  ListBlock,
  ParagraphBlock,
  ReportCell,
  ReportColumn,
  TableBlock,
  Tone,
} from './types';

/** A heading inside a section. */
export function heading(level: 2 | 3, text: string): HeadingBlock {
  return { kind: 'heading', level, text };
}

/** A paragraph; none where there is nothing to say. */
export function paragraph(text: string | null | undefined, tone?: Tone): ParagraphBlock[] {
  const said = (text ?? '').trim();
  if (said === '') return [];
  return [{ kind: 'paragraph', text: said, ...(tone === undefined ? {} : { tone }) }];
}

/** A list; none where there is no item. */
export function list(items: readonly string[]): ListBlock[] {
  const said = items.filter((item) => item.trim() !== '');
  return said.length === 0 ? [] : [{ kind: 'list', items: said }];
}

/** A cell of a table from a text. */
export function cell(text: string | undefined, tone?: Tone): ReportCell {
  return { text: (text ?? '').trim(), ...(tone === undefined ? {} : { tone }) };
}

/** A cell that names its row. */
export function strong(text: string): ReportCell {
  return { text, isStrong: true };
}

/** A column by its title and its share of the width, in any unit; numbers are set to the right. */
export type ColumnSpec = readonly [title: string, share: number, align?: 'end'];

interface TableSpec {
  readonly caption: string;
  readonly columns: readonly ColumnSpec[];
  readonly rows: readonly (readonly ReportCell[])[];
}

/** A table; none where there is no row. Columns in which no row says anything are left out, but never the first. */
export function table({ caption, columns, rows }: TableSpec): TableBlock[] {
  if (rows.length === 0) return [];
  const kept = columns
    .map((_, at) => at)
    .filter((at) => at === 0 || rows.some((row) => (row[at]?.text ?? '') !== ''));
  const whole = kept.reduce((sum, at) => sum + (columns[at]?.[1] ?? 0), 0);
  return [
    {
      kind: 'table',
      caption,
      columns: kept.map((at): ReportColumn => {
        const [title, share, align] = columns[at] ?? ['', 0];
        return { title, share: share / whole, ...(align === undefined ? {} : { align }) };
      }),
      rows: rows.map((row) => kept.map((at) => row[at] ?? { text: '' })),
    },
  ];
}

/** Blocks under a heading; none where there are no blocks. */
export function under(level: 2 | 3, text: string, blocks: readonly Block[]): Block[] {
  return blocks.length === 0 ? [] : [heading(level, text), ...blocks];
}

/** The id of a picture or chart of a map, unique in its report: letters, digits and hyphens. */
export function blockId(kind: string, map: string): string {
  return `${kind}-${map.replaceAll(/[^A-Za-z0-9-]/g, '')}`;
}
