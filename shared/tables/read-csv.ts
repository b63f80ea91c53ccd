import Papa from 'papaparse';
import { en } from '../text/en';
import { type Column, nextColumn, stepColumns } from './columns';
import { unescaped } from './escape-cell';
import { understandHeading } from './headings';
import type { CellError, RawCell, RawRow, RawTable } from './types';

const text = en.tables;
const delimiters = [';', '\t', ',', '|'] as const;

/** The sign that parts the cells: the commonest one of the heading line, which holds no other texts than headings. */
function delimiterOf(headingLine: string): string {
  const outsideQuotes = headingLine.replace(/"[^"]*"/g, '');
  const count = (sign: string): number => outsideQuotes.split(sign).length - 1;
  return delimiters.reduce<string>((best, sign) => (count(sign) > count(best) ? sign : best), ',');
}

function withoutPreamble(source: string): { body: string; delimiter: string } {
  const plain = source.replace(/^\ufeff/, '');
  const stated = /^sep=(.)\r?\n/i.exec(plain);
  const body = stated === null ? plain : plain.slice(stated[0].length);
  const headingLine = body.split(/\r?\n/).find((line) => line.trim() !== '') ?? '';
  return { body, delimiter: stated?.[1] ?? delimiterOf(headingLine) };
}

interface Place {
  readonly column: Column;
  readonly heading: string;
  readonly unit: string;
}

interface Headings {
  readonly places: readonly (Place | null)[];
  readonly ignored: readonly string[];
  readonly errors: readonly CellError[];
}

function readHeadings(cells: readonly string[], row: number): Headings {
  const places: (Place | null)[] = [];
  const ignored: string[] = [];
  const errors: CellError[] = [];
  for (const cell of cells) {
    const heading = cell.trim();
    const understood = understandHeading(heading, [...stepColumns, nextColumn]);
    const same = places.find((place) => place?.column === understood?.column && place !== null);
    if (understood !== null && same)
      errors.push({
        sheet: 'steps',
        row,
        column: heading,
        found: heading,
        sentence: text.sameHeading(same.heading),
      });
    if (understood === null && heading !== '') ignored.push(heading);
    places.push(understood === null || same ? null : { ...understood, heading });
  }
  const names = places.map((place) => place?.column.name);
  if (errors.length === 0 && !names.includes('name') && !names.includes('id')) {
    const sentence = text.noNameColumn(cells.map((cell) => cell.trim()).join(', '));
    errors.push({ sheet: 'steps', row, column: '', found: '', sentence });
  }
  return { places, ignored, errors };
}

function readRow(cells: readonly string[], row: number, places: readonly (Place | null)[]): RawRow {
  const named = new Map<string, RawCell>();
  for (const [index, place] of places.entries()) {
    const value = unescaped((cells[index] ?? '').trim());
    if (place === null || value === '') continue;
    named.set(place.column.name, {
      heading: place.heading,
      text: value,
      list: null,
      unit: place.unit,
      fields: null,
    });
  }
  return { sheet: 'steps', row, cells: named };
}

const isBlank = (cells: readonly string[]): boolean => cells.every((cell) => cell.trim() === '');

/** The rows of a CSV text as they are, from the headings on; null where a quotation mark is never closed. */
export function csvRows(source: string): readonly (readonly string[])[] | null {
  const { body, delimiter } = withoutPreamble(source);
  const parsed = Papa.parse<string[]>(body, { delimiter, skipEmptyLines: false });
  if (parsed.errors.some((error) => error.type === 'Quotes')) return null;
  return parsed.data.slice(
    Math.max(
      0,
      parsed.data.findIndex((cells) => !isBlank(cells)),
    ),
  );
}

/** Cuts a CSV text into cells: any usual delimiter, a byte order mark, quoted cells with line breaks. */
export function readCsv(source: string): RawTable | { readonly errors: readonly CellError[] } {
  const { body, delimiter } = withoutPreamble(source);
  const parsed = Papa.parse<string[]>(body, { delimiter, skipEmptyLines: false });
  const headingAt = parsed.data.findIndex((cells) => !isBlank(cells));
  const headingCells = parsed.data[headingAt];
  const problem = (row: number, column: string, found: string, sentence: string): CellError => ({
    sheet: 'steps',
    row,
    column,
    found,
    sentence,
  });
  if (headingCells === undefined) return { errors: [problem(1, '', '', text.empty)] };
  const quote = parsed.errors.find((error) => error.type === 'Quotes');
  if (quote) return { errors: [problem((quote.row ?? 0) + 1, '', '', text.openQuote)] };
  const { places, ignored, errors } = readHeadings(headingCells, headingAt + 1);
  const rows = parsed.data
    .map((cells, index) => ({ cells, row: index + 1 }))
    .filter(({ cells, row }) => row > headingAt + 1 && !isBlank(cells));
  const surplus = rows.flatMap(({ cells, row }) => {
    const extra = cells.slice(headingCells.length).find((cell) => cell.trim() !== '');
    return extra === undefined ? [] : [problem(row, '', extra, text.tooManyCells)];
  });
  if (errors.length + surplus.length > 0) return { errors: [...errors, ...surplus] };
  const steps = rows.map(({ cells, row }) => readRow(cells, row, places));
  return { stream: null, roles: [], steps, flows: null, ignored };
}
