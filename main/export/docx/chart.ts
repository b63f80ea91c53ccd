import { Paragraph, Run } from 'docx';
import { light } from '../../../shared/drawing/theme';
import type { ChartBlock } from '../../../shared/report/types';
import { chartSheet, chartWorkbook } from '../ooxml/chart-workbook';
import { chartType, chartXml } from '../ooxml/chart-xml';
import { xml, xmlFile } from '../xml';
import type { ZipEntry } from '../zip';
import { element } from './element';
import { faces } from './faces';
import { fontName } from './font-table';
import type { PictureAbout } from './picture';
import { clean } from './runs';

const emuPerPoint = 12_700;
const schemas = 'http://schemas.openxmlformats.org';
const relations = `${schemas}/officeDocument/2006/relationships`;

/** Height of a chart, points: bars that lie need room for each name, others are as high as a third of a page. */
export function chartHeight({ categories, series }: ChartBlock): number {
  const isAcross = series.every(({ as }) => as === 'bar');
  return isAcross ? 60 + 22 * categories.length : 230;
}

const relationOf = (number: number): string => `rIdChart${number}`;

/** A chart that the office program draws itself. `width` in points. */
export function chartParagraph(chart: ChartBlock, { number, alt }: PictureAbout, width: number): Paragraph {
  const size = { cx: Math.round(width * emuPerPoint), cy: Math.round(chartHeight(chart) * emuPerPoint) };
  const drawn = element('c:chart', {
    'xmlns:c': `${schemas}/drawingml/2006/chart`,
    'xmlns:r': relations,
    'r:id': relationOf(number),
  });
  const graphic = element('a:graphic', { 'xmlns:a': `${schemas}/drawingml/2006/main` }, [
    element('a:graphicData', { uri: `${schemas}/drawingml/2006/chart` }, [drawn]),
  ]);
  const inline = element('wp:inline', { distT: 0, distB: 0, distL: 0, distR: 0 }, [
    element('wp:extent', size),
    element('wp:docPr', { id: number, name: `Chart ${number}`, descr: clean(alt) }),
    element('wp:cNvGraphicFramePr'),
    graphic,
  ]);
  return new Paragraph({
    style: 'Picture',
    children: [new Run({ children: [element('w:drawing', {}, [inline])] })],
  });
}

/** The parts of a chart, and what the document and the list of types say of them. */
export interface ChartParts {
  readonly entries: readonly ZipEntry[];
  readonly relation: string;
  readonly type: string;
}

/** A document has no theme that could name the font. */
const themeFont = '<a:latin typeface="+mn-lt"/>';

/** The chart itself with the workbook that “Edit data” opens. `today` is an ISO date. */
export function chartParts(chart: ChartBlock, number: number, today: string): ChartParts {
  const look = { theme: light, fontSize: faces.TableText.size, sheet: chartSheet, workbook: 'rId1' };
  const path = `charts/chart${number}.xml`;
  const workbook = `embeddings/chart${number}.xlsx`;
  const toWorkbook = xml('Relationship', {
    Id: 'rId1',
    Type: `${relations}/package`,
    Target: `../${workbook}`,
  });
  return {
    entries: [
      {
        path: `word/${path}`,
        content: chartXml(chart, look).replaceAll(themeFont, `<a:latin typeface="${fontName}"/>`),
      },
      {
        path: `word/charts/_rels/chart${number}.xml.rels`,
        content: xmlFile(
          xml('Relationships', { xmlns: `${schemas}/package/2006/relationships` }, toWorkbook),
        ),
      },
      { path: `word/${workbook}`, content: chartWorkbook(chart, today) },
    ],
    relation: xml('Relationship', { Id: relationOf(number), Type: `${relations}/chart`, Target: path }),
    type: xml('Override', { PartName: `/word/${path}`, ContentType: chartType }),
  };
}

/** The type of the workbooks inside a document. */
export const workbookDefault = xml('Default', {
  Extension: 'xlsx',
  ContentType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
});
