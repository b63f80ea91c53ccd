import Papa from 'papaparse';

/** Cells as they stand on a clipboard: rows of texts. */
export type Cells = readonly (readonly string[])[];

/** More than any workshop has; what is beyond is left out. */
const most = { rows: 5000, columns: 100 } as const;

/** All rows of the same width, without blank rows at the end. */
export function evened(rows: Cells): Cells {
  const kept = rows.slice(0, most.rows).map((row) => row.slice(0, most.columns));
  const isBlank = (row: readonly string[]): boolean => row.every((cell) => cell.trim() === '');
  while (kept.length > 0 && isBlank(kept.at(-1) ?? [])) kept.pop();
  const width = Math.max(0, ...kept.map((row) => row.length));
  return kept.map((row) => [...row, ...Array<string>(width - row.length).fill('')]);
}

function delimiterIn(text: string): string {
  if (text.includes('\t')) return '\t';
  const [line = ''] = text.split(/\r?\n/).filter((each) => each.trim() !== '');
  const outside = line.replace(/"[^"]*"/g, '');
  const isCsv = text.trim().includes('\n') && /[;,|]/.test(outside);
  const count = (sign: string): number => outside.split(sign).length - 1;
  return isCsv ? ([';', ',', '|'].toSorted((a, b) => count(b) - count(a))[0] ?? '\t') : '\t';
}

/** Cells of a plain text as spreadsheets copy it: apart by tabs, or a CSV of several lines. */
export function readCells(text: string): Cells {
  const body = text.replace(/^\ufeff/, '');
  const delimiter = delimiterIn(body);
  const parsed = Papa.parse<string[]>(body, { delimiter, skipEmptyLines: false });
  const isBroken = parsed.errors.some(({ type }) => type === 'Quotes');
  const rows = isBroken ? body.split(/\r\n|\n|\r/).map((line) => line.split(delimiter)) : parsed.data;
  return evened(rows.map((row) => row.map((cell) => cell.trim())));
}

const quoted = (cell: string): string => (/["\t\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

/** Cells as plain text that every spreadsheet takes. */
export function writeCells(cells: Cells): string {
  return cells.map((row) => row.map(quoted).join('\t')).join('\r\n');
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('\n', '<br>');

/** Cells as an HTML table. */
export function writeHtmlCells(cells: Cells): string {
  const row = (each: readonly string[]): string =>
    `<tr>${each.map((cell) => `<td>${escaped(cell)}</td>`).join('')}</tr>`;
  return `<meta charset="utf-8"><table>${cells.map(row).join('')}</table>`;
}

const entities: ReadonlyMap<string, string> = new Map(
  Object.entries({
    amp: '&',
    lt: '<',
    gt: '>',
    quot: '"',
    apos: "'",
    nbsp: ' ',
    ndash: '–',
    mdash: '—',
    minus: '−',
    times: '×',
    hellip: '…',
    auml: 'ä',
    ouml: 'ö',
    uuml: 'ü',
    Auml: 'Ä',
    Ouml: 'Ö',
    Uuml: 'Ü',
    szlig: 'ß',
    eacute: 'é',
    rarr: '→',
  }),
);

function decoded(text: string): string {
  return text.replace(/&(?:#x([\da-f]{1,6})|#(\d{1,7})|(\w{2,8}));/gi, (whole, hex, digits, name) => {
    const code = typeof hex === 'string' ? parseInt(hex, 16) : Number(digits ?? Number.NaN);
    if (Number.isInteger(code) && code > 0 && code < 0x110000) return String.fromCodePoint(code);
    return typeof name === 'string' ? (entities.get(name) ?? String(whole)) : String(whole);
  });
}

const spanIn = (attributes: string, name: 'colspan' | 'rowspan'): number => {
  const digits = new RegExp(`\\b${name}\\s*=\\s*["']?(\\d{1,4})`, 'i').exec(attributes)?.[1];
  return Math.max(1, Math.min(most.rows, Number(digits ?? 1)));
};

/** Puts cells where a table shows them: what a cell spans is blank. */
class TableBuilder {
  private readonly rows: string[][] = [];
  /** By column: the row from which on nothing above spans it any more. */
  private readonly freeFrom: number[] = [];
  private cell: { text: string; columns: number; rows: number } | null = null;

  startRow(): void {
    this.endCell();
    this.rows.push([]);
  }

  startCell(attributes: string): void {
    this.endCell();
    if (this.rows.length === 0) this.rows.push([]);
    this.cell = { text: '', columns: spanIn(attributes, 'colspan'), rows: spanIn(attributes, 'rowspan') };
  }

  add(text: string): void {
    if (this.cell) this.cell.text += text;
  }

  endCell(): void {
    const row = this.rows.at(-1);
    const { cell } = this;
    if (!row || !cell) return;
    this.cell = null;
    const y = this.rows.length - 1;
    while (row.length < most.columns && (this.freeFrom[row.length] ?? 0) > y) row.push('');
    const x = row.length;
    if (x >= most.columns || y >= most.rows) return;
    const lines = cell.text.split('\n').map((line) => line.replace(/[ \u00a0]+/g, ' ').trim());
    row.push(lines.join('\n').trim());
    const end = Math.min(x + cell.columns, most.columns);
    while (row.length < end) row.push('');
    for (let column = x; column < end; column += 1)
      this.freeFrom[column] = Math.max(this.freeFrom[column] ?? 0, y + cell.rows);
  }

  cells(): Cells {
    this.endCell();
    return evened(this.rows.filter((row) => row.length > 0));
  }
}

const tag = /<(\/?)([a-z][\w:-]*)(?![\w:-])((?:"[^"]*"|'[^']*'|[^"'>])*)>|[^<]+|</iy;
const hiddenTag = /<(style|script|title)\b/iy;

const breaks = new Set(['br', 'p', 'div', 'li']);

/** Finds the ends of comments, styles and scripts; one that is missing is not sought again for each of many that begin. */
class Hidden {
  readonly #html: string;
  readonly #unclosed = new Set<string>();

  constructor(html: string) {
    this.#html = html;
  }

  /** The place after what is not shown and begins here; null where nothing of the kind does. */
  endAt(at: number): number | null {
    if (this.#html.startsWith('<!--', at)) return this.#endOf('comment', /-->/g, at);
    hiddenTag.lastIndex = at;
    const name = hiddenTag.exec(this.#html)?.[1]?.toLowerCase();
    return name === undefined ? null : this.#endOf(name, new RegExp(`</${name}\\s*>`, 'gi'), at);
  }

  #endOf(name: string, end: RegExp, at: number): number | null {
    if (this.#unclosed.has(name)) return null;
    end.lastIndex = at;
    if (end.exec(this.#html) !== null) return end.lastIndex;
    this.#unclosed.add(name);
    return null;
  }
}

function readTag(builder: TableBuilder, name: string, slash: string, attributes: string): void {
  if (name === 'tr' && slash === '') builder.startRow();
  else if ((name === 'td' || name === 'th') && slash === '') builder.startCell(attributes);
  else if (name === 'td' || name === 'th') builder.endCell();
  else if (breaks.has(name) && (slash === '/' || name === 'br')) builder.add('\n');
}

/** Cells of the first table in an HTML text, as Excel, LibreOffice, Google Sheets and web pages copy it; null where there is none. */
export function readHtmlCells(html: string): Cells | null {
  const start = html.search(/<table\b/i);
  if (start < 0) return null;
  const end = html.search(/<\/table\s*>/i);
  const table = html.slice(start, end < start ? undefined : end);
  // What begins after the last tag has ended is no tag.
  const lastEnd = table.lastIndexOf('>');
  const hidden = new Hidden(table);
  const builder = new TableBuilder();
  for (let at = 0; at <= lastEnd; ) {
    const hiddenEnd = table[at] === '<' ? hidden.endAt(at) : null;
    tag.lastIndex = at;
    const [text = '', slash = '', name, attributes = ''] = hiddenEnd === null ? (tag.exec(table) ?? []) : [];
    at = hiddenEnd ?? at + Math.max(1, text.length);
    if (name !== undefined) readTag(builder, name.toLowerCase(), slash, attributes);
    else if (text !== '<') builder.add(decoded(text.replace(/\s+/g, ' ')));
  }
  builder.add(
    decoded(
      table
        .slice(lastEnd + 1)
        .replaceAll('<', '')
        .replace(/\s+/g, ' '),
    ),
  );
  const cells = builder.cells();
  return cells.length === 0 ? null : cells;
}

/** The cells of a clipboard: of its plain text, or of its HTML table where that holds rows that the text does not tell apart. */
export function clipboardCells(text: string, html: string): Cells {
  const plain = readCells(text);
  const table = html === '' ? null : readHtmlCells(html);
  if (!table) return plain;
  const isTold = text.includes('\t') && plain.length === table.length;
  return isTold ? plain : table;
}
