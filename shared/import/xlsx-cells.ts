import { importText } from '../text/import';
import { evened } from '../tables/cells-text';
import { importLimits } from './limits';
import { Refused } from './refused';
import type { Sheet } from './types';
import { unzipTexts } from './unzip';
import { type NumberFormat, readFormats, sayNumber } from './xlsx-formats';
import { allNamed, childNamed, readXml, type XmlElement } from './xml';

/** Rows and columns of a sheet that are looked at; a table of steps has far fewer. */
const most = { rows: 5000, columns: 100 } as const;

interface Book {
  readonly texts: readonly string[];
  readonly formats: readonly NumberFormat[];
  readonly is1904: boolean;
  /** Filled cells of all sheets so far. */
  count: number;
}

/** The text of a cell or a shared text, readings of foreign scripts aside. */
function wordsOf(element: XmlElement): string {
  const words = element.children.map((child) =>
    child.name === 't' ? child.text : child.name === 'r' ? wordsOf(child) : '',
  );
  return words
    .join('')
    .replace(/_x([\dA-F]{4})_/gi, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
}

/** Column and row of `B12`, from 0; null where it is no place. */
function placeOf(reference: string): { readonly column: number; readonly row: number } | null {
  const [, letters, digits] = /^([A-Z]{1,3})(\d{1,7})$/.exec(reference) ?? [];
  if (letters === undefined || digits === undefined) return null;
  const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
  return { column, row: Number(digits) - 1 };
}

function textOf(cell: XmlElement, book: Book): string {
  const value = childNamed(cell, 'v')?.text ?? '';
  switch (cell.attributes.get('t')) {
    case 's':
      return book.texts[Number(value)] ?? '';
    case 'inlineStr':
      return wordsOf(childNamed(cell, 'is') ?? cell);
    case 'b':
      return value === '' ? '' : value === '1' ? 'yes' : 'no';
    case 'str':
    case 'e':
      return value;
    case 'd':
      return value.slice(0, 10);
    default: {
      const number = value.trim() === '' ? Number.NaN : Number(value);
      const format = book.formats[Number(cell.attributes.get('s') ?? 0)] ?? { kind: 'number', unit: '' };
      return Number.isFinite(number) ? sayNumber(number, format, book.is1904) : value;
    }
  }
}

function readSheet(sheet: XmlElement, book: Book): string[][] {
  const rows: string[][] = [];
  let [nextRow, nextColumn] = [0, 0];
  for (const row of childNamed(sheet, 'sheetData')?.children ?? []) {
    const stated = Number(row.attributes.get('r'));
    const at = Number.isInteger(stated) && stated > 0 ? stated - 1 : nextRow;
    nextRow = at + 1;
    nextColumn = 0;
    for (const cell of row.children) {
      const place = placeOf(cell.attributes.get('r') ?? '');
      const column = place?.column ?? nextColumn;
      nextColumn = column + 1;
      const text = textOf(cell, book).trim();
      if (text === '') continue;
      book.count += 1;
      if (book.count > importLimits.cells)
        throw new Refused(importText.refused.tooManyCells(importLimits.cells));
      if (at >= most.rows || column >= most.columns) continue;
      while (rows.length <= at) rows.push([]);
      const texts = rows[at];
      if (texts === undefined) continue;
      while (texts.length < column) texts.push('');
      texts[column] = text.slice(0, importLimits.text);
    }
  }
  return rows.map((texts) => Array.from(texts, (text) => text ?? ''));
}

const fileOf = (target: string): string => (target.startsWith('/') ? target.slice(1) : `xl/${target}`);

const isWanted = (name: string): boolean =>
  /^xl\/(?:workbook|sharedStrings|styles)\.xml$|^xl\/worksheets\/[^/]+\.xml$|^xl\/_rels\/workbook\.xml\.rels$/i.test(
    name,
  );

/** The sheets of an .xlsx workbook as texts, blank ones left out; throws `Refused` where it is none. */
export function readXlsxSheets(bytes: Uint8Array): Sheet[] {
  const parts = unzipTexts(bytes, isWanted);
  const xml = (name: string): XmlElement | null => {
    const source = parts.get(name);
    return source === undefined ? null : readXml(source);
  };
  const workbook = xml('xl/workbook.xml');
  const relations = xml('xl/_rels/workbook.xml.rels');
  if (workbook === null) throw new Refused(importText.refused.notAWorkbook);
  const targets = new Map(
    relations?.children.map(({ attributes }) => [
      attributes.get('Id') ?? '',
      attributes.get('Target') ?? '',
    ]) ?? [],
  );
  const book: Book = {
    texts: xml('xl/sharedStrings.xml')?.children.map(wordsOf) ?? [],
    formats: readFormats(xml('xl/styles.xml')),
    is1904: ['1', 'true'].includes(childNamed(workbook, 'workbookPr')?.attributes.get('date1904') ?? ''),
    count: 0,
  };
  const sheets = allNamed(workbook, 'sheet').flatMap(({ attributes }, index): Sheet[] => {
    const id = [...attributes].find(([name]) => name.endsWith(':id'))?.[1] ?? '';
    const source = xml(fileOf(targets.get(id) ?? `worksheets/sheet${String(index + 1)}.xml`));
    const cells = source === null ? [] : evened(readSheet(source, book));
    return cells.length === 0 ? [] : [{ name: attributes.get('name') ?? '', cells }];
  });
  if (sheets.length === 0) throw new Refused(importText.refused.notAWorkbook);
  return sheets;
}
