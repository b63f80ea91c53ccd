import type { ChartBlock } from '../../../shared/report/types';
import { xml, xmlFile, xmlText } from '../xml';
import { columnName } from './chart-xml';
import { officeFile, type Part } from './package';

const sheetSpace = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const relationSpace = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const typeOf = (kind: string): string =>
  `application/vnd.openxmlformats-officedocument.spreadsheetml.${kind}+xml`;

/** The name of the one sheet of the workbook of a chart. */
export const chartSheet = 'Data';

/** A text as a text, so that nothing in it is ever a formula. */
const textCell = (place: string, text: string): string =>
  xml('c', { r: place, t: 'inlineStr' }, xml('is', {}, xmlText('t', text, { 'xml:space': 'preserve' })));

function rowsOf({ categories, series }: ChartBlock): string[] {
  const head = series.map(({ name }, at) => textCell(`${columnName(at + 1)}1`, name));
  const rows = categories.map((name, row) =>
    xml(
      'row',
      { r: row + 2 },
      textCell(`A${row + 2}`, name),
      ...series.map(({ values }, at) => {
        const value = values[row] ?? null;
        const place = `${columnName(at + 1)}${row + 2}`;
        return value === null ? '' : xml('c', { r: place }, xml('v', {}, String(value)));
      }),
    ),
  );
  return [xml('row', { r: 1 }, ...head), ...rows];
}

/** The workbook inside a chart that PowerPoint and Word open with “Edit data”: names in the first column, one column a series; unknown values stay empty. */
export function chartWorkbook(chart: ChartBlock, today: string): Uint8Array {
  const parts: Part[] = [
    {
      path: 'xl/workbook.xml',
      contentType: typeOf('sheet.main'),
      content: xmlFile(
        xml(
          'workbook',
          { xmlns: sheetSpace, 'xmlns:r': relationSpace },
          xml('sheets', {}, xml('sheet', { name: chartSheet, sheetId: 1, 'r:id': 'rId1' })),
        ),
      ),
      relations: [{ id: 'rId1', type: 'worksheet', target: 'worksheets/sheet1.xml' }],
    },
    {
      path: 'xl/worksheets/sheet1.xml',
      contentType: typeOf('worksheet'),
      content: xmlFile(
        xml(
          'worksheet',
          { xmlns: sheetSpace },
          xml('cols', {}, '<col min="1" max="1" width="40" customWidth="1"/>'),
          xml('sheetData', {}, ...rowsOf(chart)),
        ),
      ),
    },
  ];
  return officeFile('xl/workbook.xml', parts, { title: chart.title, date: today });
}
