import { type Part, officeFile, type Relation } from '../ooxml/package';
import { chartType } from '../ooxml/chart-xml';
import type { WriterOptions } from '../../../shared/export/formats';
import { xml, xmlFile } from '../xml';
import type { Chart, Sheet } from './sheet';
import { namedRanges, sheetXml } from './sheet-xml';
import { stylesXml } from './styles';

const spaces = 'http://schemas.openxmlformats.org';
const content = 'application/vnd.openxmlformats-officedocument';
const sheetTypes = `${content}.spreadsheetml`;

const corner = (tag: string, { column, row }: Chart['from']): string =>
  `<xdr:${tag}><xdr:col>${column}</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>${row}</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:${tag}>`;

/** Where the chart of a sheet is, and what it shows for those who do not see it. */
function drawingXml({ name, alt, from, to }: Chart): string {
  const frame =
    '<xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr><xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm>' +
    `<a:graphic><a:graphicData uri="${spaces}/drawingml/2006/chart"><c:chart xmlns:c="${spaces}/drawingml/2006/chart" r:id="rId1"/>` +
    '</a:graphicData></a:graphic>';
  return xmlFile(
    xml(
      'xdr:wsDr',
      {
        'xmlns:xdr': `${spaces}/drawingml/2006/spreadsheetDrawing`,
        'xmlns:a': `${spaces}/drawingml/2006/main`,
        'xmlns:r': `${spaces}/officeDocument/2006/relationships`,
      },
      `<xdr:twoCellAnchor>${corner('from', from)}${corner('to', to)}<xdr:graphicFrame macro=""><xdr:nvGraphicFramePr>`,
      xml('xdr:cNvPr', { id: 2, name, descr: alt }),
      `${frame}</xdr:graphicFrame><xdr:clientData/></xdr:twoCellAnchor>`,
    ),
  );
}

/** The parts of the chart of a sheet, numbered like the sheet. */
function chartParts({ chart }: Sheet, number: number): Part[] {
  if (chart === null) return [];
  return [
    {
      path: `xl/drawings/drawing${number}.xml`,
      contentType: `${content}.drawing+xml`,
      content: drawingXml(chart),
      relations: [{ id: 'rId1', type: 'chart', target: `../charts/chart${number}.xml` }],
    },
    { path: `xl/charts/chart${number}.xml`, contentType: chartType, content: chart.xml },
  ];
}

function workbookXml(sheets: readonly Sheet[]): string {
  return xmlFile(
    xml(
      'workbook',
      {
        xmlns: `${spaces}/spreadsheetml/2006/main`,
        'xmlns:r': `${spaces}/officeDocument/2006/relationships`,
      },
      '<bookViews><workbookView xWindow="0" yWindow="0" windowWidth="28800" windowHeight="16000"/></bookViews>',
      xml(
        'sheets',
        {},
        ...sheets.map(({ name }, at) => xml('sheet', { name, sheetId: at + 1, 'r:id': `rId${at + 1}` })),
      ),
      namedRanges(sheets),
      '<calcPr calcId="191029" fullCalcOnLoad="1"/>',
    ),
  );
}

/** The bytes of a workbook; the same sheets give the same bytes. */
export function workbook(
  title: string,
  sheets: readonly Sheet[],
  { paper, today }: Pick<WriterOptions, 'paper' | 'today'>,
): Uint8Array {
  const relations = sheets.map(
    (_, at): Relation => ({
      id: `rId${at + 1}`,
      type: 'worksheet',
      target: `worksheets/sheet${at + 1}.xml`,
    }),
  );
  const parts: Part[] = [
    {
      path: 'xl/workbook.xml',
      contentType: `${sheetTypes}.sheet.main+xml`,
      content: workbookXml(sheets),
      relations: [...relations, { id: `rId${sheets.length + 1}`, type: 'styles', target: 'styles.xml' }],
    },
    { path: 'xl/styles.xml', contentType: `${sheetTypes}.styles+xml`, content: stylesXml() },
    ...sheets.flatMap((sheet, at): Part[] => [
      {
        path: `xl/worksheets/sheet${at + 1}.xml`,
        contentType: `${sheetTypes}.worksheet+xml`,
        content: sheetXml(sheet, { title, paper }, at === 0),
        ...(sheet.chart === null
          ? {}
          : { relations: [{ id: 'rId1', type: 'drawing', target: `../drawings/drawing${at + 1}.xml` }] }),
      },
      ...chartParts(sheet, at + 1),
    ]),
  ];
  return officeFile('xl/workbook.xml', parts, { title, date: today });
}
