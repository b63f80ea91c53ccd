import { escapeXml } from '../../../shared/drawing/escape-xml';
import type { Paper } from '../../../shared/export/formats';
import { type Cell, letters, place, sheetMark } from './cells';
import { heightOf, printScale } from './measure';
import type { Sheet } from './sheet';
import { styleNumber } from './styles';

/** The numbers that spreadsheets have for sizes of paper. */
const paperNumbers: Readonly<Record<Paper, number>> = { a4: 9, a3: 8, letter: 1 };

/** A text as a workbook holds it: what would be read as an escape is escaped itself, and carriage returns survive XML. */
export function cellText(text: string): string {
  const kept = text.replace(/_x(?=[\dA-F]{4}_)/gi, '_x005F_x');
  return escapeXml(kept).replaceAll('\r', '_x000D_');
}

function valueXml({ value, formula }: Cell): { readonly type: string; readonly xml: string } {
  if (typeof value === 'number' && Number.isFinite(value)) return { type: '', xml: `<v>${value}</v>` };
  if (formula === undefined) {
    return value === null || value === '' || typeof value === 'number'
      ? { type: '', xml: '' }
      : { type: ' t="inlineStr"', xml: `<is><t xml:space="preserve">${cellText(value)}</t></is>` };
  }
  return typeof value === 'string'
    ? { type: ' t="str"', xml: `<v>${escapeXml(value)}</v>` }
    : { type: ' t="e"', xml: '<v>#N/A</v>' };
}

function formulaXml({ formula, over }: Cell): string {
  if (formula === undefined) return '';
  const array = over === undefined ? '' : ` t="array" ref="${over}"`;
  return `<f${array}>${escapeXml(formula)}</f>`;
}

function cellXml(cell: Cell, column: number, row: number): string {
  const { type, xml } = valueXml(cell);
  const content = formulaXml(cell) + xml;
  const start = `<c r="${place(column, row)}" s="${styleNumber(cell.style)}"${type}`;
  return content === '' ? `${start}/>` : `${start}>${content}</c>`;
}

function rowXml(sheet: Sheet, cells: readonly (Cell | null)[], row: number): string {
  const told = cells.map((cell, column) => (cell === null ? '' : cellXml(cell, column, row))).join('');
  return told === '' ? '' : `<row r="${row}" ht="${heightOf(sheet, cells)}">${told}</row>`;
}

function viewXml({ frozen: { rows, columns } }: Sheet, isFirst: boolean): string {
  const view = `<sheetView showGridLines="0" workbookViewId="0"${isFirst ? ' tabSelected="1"' : ''}`;
  if (rows === 0 && columns === 0) return `<sheetViews>${view}/></sheetViews>`;
  const pane = rows > 0 && columns > 0 ? 'bottomRight' : rows > 0 ? 'bottomLeft' : 'topRight';
  const splits = `${columns > 0 ? ` xSplit="${columns}"` : ''}${rows > 0 ? ` ySplit="${rows}"` : ''}`;
  return (
    `<sheetViews>${view}><pane${splits} topLeftCell="${place(columns, rows + 1)}" activePane="${pane}" state="frozen"/>` +
    `<selection pane="${pane}" activeCell="${place(columns, rows + 1)}" sqref="${place(columns, rows + 1)}"/></sheetView></sheetViews>`
  );
}

function barsXml({ bars }: Sheet): string {
  return bars
    .map(
      ({ range, colour, whole }, at) =>
        `<conditionalFormatting sqref="${range}"><cfRule type="dataBar" priority="${at + 1}"><dataBar>` +
        `<cfvo type="num" val="0"/>${whole === undefined ? '<cfvo type="max"/>' : `<cfvo type="num" val="${whole}"/>`}<color rgb="FF${colour.slice(1)}"/></dataBar></cfRule></conditionalFormatting>`,
    )
    .join('');
}

/** What the sheets of a workbook have in common. */
export interface SheetContext {
  /** What stands at the foot of each page. */
  readonly title: string;
  readonly paper: Paper;
}

/** Texts in the margins have an ampersand before each instruction, and only so much room. */
const marginText = (text: string): string =>
  Array.from(text.replaceAll(/\s+/g, ' ')).slice(0, 60).join('').replaceAll('&', '&&');

function printXml(sheet: Sheet, { title, paper }: SheetContext): string {
  const scale = printScale(sheet, paper);
  const size = scale === 'fit' ? 'fitToWidth="1" fitToHeight="0"' : `scale="${scale}"`;
  return (
    '<pageMargins left="0.5" right="0.5" top="0.6" bottom="0.7" header="0.3" footer="0.35"/>' +
    `<pageSetup paperSize="${paperNumbers[paper]}" orientation="landscape" ${size}/>` +
    `<headerFooter><oddFooter>${escapeXml(`&L&8 ${marginText(title)}&C&8&A&R&8&P / &N`)}</oddFooter></headerFooter>`
  );
}

/** The XML of a sheet; its chart is in a part of its own, called `rId1` here. */
export function sheetXml(sheet: Sheet, context: SheetContext, isFirst: boolean): string {
  const rows = sheet.rows.map((cells, at) => rowXml(sheet, cells, at + 1)).join('');
  const widths = sheet.widths
    .map((width, at) => `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"/>`)
    .join('');
  const isFitted = printScale(sheet, context.paper) === 'fit';
  const merged = (sheet.merged ?? []).map((range) => `<mergeCell ref="${range}"/>`);
  return (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' +
    '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">' +
    `<sheetPr><tabColor rgb="FF${sheet.tab.slice(1)}"/>${isFitted ? '<pageSetUpPr fitToPage="1"/>' : ''}</sheetPr>` +
    viewXml(sheet, isFirst) +
    '<sheetFormatPr defaultRowHeight="15"/>' +
    (widths === '' ? '' : `<cols>${widths}</cols>`) +
    `<sheetData>${rows}</sheetData>` +
    (sheet.filter === null ? '' : `<autoFilter ref="${sheet.filter}"/>`) +
    (merged.length === 0 ? '' : `<mergeCells count="${merged.length}">${merged.join('')}</mergeCells>`) +
    barsXml(sheet) +
    printXml(sheet, context) +
    (sheet.chart === null ? '' : '<drawing r:id="rId1"/>') +
    '</worksheet>'
  );
}

/** The ranges that a workbook names of its sheets: rows to repeat on paper, and filters. */
export function namedRanges(sheets: readonly Sheet[]): string {
  const names = sheets.flatMap(({ name, headingRow, filter, frozen }, at) => {
    const mark = escapeXml(sheetMark(name));
    const corners = filter?.split(':').map((corner) => {
      const [, column = '', row = ''] = /^([A-Z]+)(\d+)$/.exec(corner) ?? [];
      return `$${column}$${row}`;
    });
    return [
      ...(corners === undefined
        ? []
        : [
            `<definedName name="_xlnm._FilterDatabase" localSheetId="${at}" hidden="1">${mark}${corners.join(':')}</definedName>`,
          ]),
      ...(headingRow === null
        ? []
        : [
            `<definedName name="_xlnm.Print_Titles" localSheetId="${at}">${frozen.columns > 0 ? `${mark}$A:$${letters(frozen.columns - 1)},` : ''}${mark}$${headingRow}:$${headingRow}</definedName>`,
          ]),
    ];
  });
  return names.length === 0 ? '' : `<definedNames>${names.join('')}</definedNames>`;
}

/** The cells of a column from one row to another, `$B$2:$B$9`. */
export function columnRange(column: number, first: number, last: number): string {
  return `$${letters(column)}$${first}:$${letters(column)}$${last}`;
}
