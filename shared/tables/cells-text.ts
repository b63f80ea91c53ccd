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

const entities: Readonly<Record<string, string>> = {
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
};

function decoded(text: string): string {
  return text.replace(/&(?:#x([\da-f]{1,6})|#(\d{1,7})|(\w{2,8}));/gi, (whole, hex, digits, name) => {
    const code = typeof hex === 'string' ? parseInt(hex, 16) : Number(digits ?? Number.NaN);
    if (Number.isInteger(code) && code > 0 && code < 0x110000) return String.fromCodePoint(code);
    return typeof name === 'string' ? (entities[name] ?? String(whole)) : String(whole);
  });
}

const spanIn = (attributes: string, name: 'colspan' | 'rowspan'): number => {
  const digits = new RegExp(`\\b${name}\\s*=\\s*["']?(\\d{1,4})`, 'i').exec(attributes)?.[1];
  return Math.max(1, Math.min(most.rows, Number(digits ?? 1)));
};

/** Puts cells where a table shows them: what a cell spans is blank. */
class TableBuilder {
  private readonly rows: string[][] = [];
  private readonly covered = new Set<string>();
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
    while (this.covered.has(`${String(y)} ${String(row.length)}`)) row.push('');
    const x = row.length;
    const lines = cell.text.split('\n').map((line) => line.replace(/[ \u00a0]+/g, ' ').trim());
    row.push(lines.join('\n').trim());
    for (let right = 1; right < Math.min(cell.columns, most.columns); right += 1) row.push('');
    for (let down = 1; down < cell.rows; down += 1)
      for (let right = 0; right < Math.min(cell.columns, most.columns); right += 1)
        this.covered.add(`${String(y + down)} ${String(x + right)}`);
  }

  cells(): Cells {
    this.endCell();
    return evened(this.rows.filter((row) => row.length > 0));
  }
}

const token =
  /<!--[\s\S]*?-->|<(style|script|title)\b[\s\S]*?<\/\1\s*>|<(\/?)([a-z][\w:-]*)((?:"[^"]*"|'[^']*'|[^"'>])*)>|([^<]+)|</gi;

const breaks = new Set(['br', 'p', 'div', 'li']);

/** Cells of the first table in an HTML text, as Excel, LibreOffice, Google Sheets and web pages copy it; null where there is none. */
export function readHtmlCells(html: string): Cells | null {
  const start = html.search(/<table\b/i);
  if (start < 0) return null;
  const end = html.search(/<\/table\s*>/i);
  const builder = new TableBuilder();
  for (const [, , slash, tag, attributes = '', text] of html
    .slice(start, end < start ? undefined : end)
    .matchAll(token)) {
    const name = tag?.toLowerCase();
    if (text !== undefined) builder.add(decoded(text.replace(/\s+/g, ' ')));
    else if (name === 'tr' && slash === '') builder.startRow();
    else if ((name === 'td' || name === 'th') && slash === '') builder.startCell(attributes);
    else if (name === 'td' || name === 'th') builder.endCell();
    else if (name !== undefined && breaks.has(name) && (slash === '/' || name === 'br')) builder.add('\n');
  }
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
