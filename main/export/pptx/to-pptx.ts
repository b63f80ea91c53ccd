import { dark, light } from '../../../shared/drawing/theme';
import type { WriterOptions } from '../../../shared/export/formats';
import type { ChartBlock, Report } from '../../../shared/report/types';
import { deckText } from '../../../shared/text/deck';
import { chartSheet, chartWorkbook } from '../ooxml/chart-workbook';
import { chartType, chartXml } from '../ooxml/chart-xml';
import { officeFile, type Part, type Relation } from '../ooxml/package';
import { xml, xmlFile } from '../xml';
import { buildDeck } from './build-deck';
import type { Slide } from './deck';
import { layoutNames, layoutXml, levelsXml, masterXml, slideSpaces } from './master-xml';
import { slideXml, type SlideLook } from './slide-xml';
import { themeXml } from './theme-xml';
import { emu, slideSize } from './units';

const typeOf = (kind: string): string =>
  `application/vnd.openxmlformats-officedocument.presentationml.${kind}+xml`;
const themeType = 'application/vnd.openxmlformats-officedocument.theme+xml';
const workbookType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const sectionsSpace = 'http://schemas.microsoft.com/office/powerpoint/2010/main';
const chartSize = 12;

const firstSlideId = 256;

/** Runs of slides that belong to one section, by their numbers. */
function runsOf(
  slides: readonly Slide[],
  titles: ReadonlyMap<string | null, string>,
): { name: string; at: number[] }[] {
  const runs: { name: string; section: Slide['section']; at: number[] }[] = [];
  slides.forEach(({ section }, at) => {
    const last = runs.at(-1);
    if (last && last.section === section) last.at.push(at);
    else runs.push({ name: titles.get(section) ?? '', section, at: [at] });
  });
  return runs;
}

/** The sections of the list of slides. */
function sectionsXml(slides: readonly Slide[], report: Report): string {
  const titles = new Map<string | null, string>(report.sections.map(({ name, title }) => [name, title]));
  titles.set(null, report.title);
  const sections = runsOf(slides, titles).map(({ name, at }, index) =>
    xml(
      'p14:section',
      { name, id: `{5B7D1E00-0000-4000-8000-${String(index + 1).padStart(12, '0')}}` },
      xml('p14:sldIdLst', {}, ...at.map((each) => xml('p14:sldId', { id: firstSlideId + each }))),
    ),
  );
  return xml(
    'p:extLst',
    {},
    xml(
      'p:ext',
      { uri: '{521415D9-36F7-43E2-AB2F-B90AF26B5E84}' },
      xml('p14:sectionLst', { 'xmlns:p14': sectionsSpace }, ...sections),
    ),
  );
}

function presentationPart(slides: readonly Slide[], report: Report, look: SlideLook): Part {
  const relations: Relation[] = [
    { id: 'rId1', type: 'slideMaster', target: 'slideMasters/slideMaster1.xml' },
    { id: 'rId2', type: 'presProps', target: 'presProps.xml' },
    { id: 'rId3', type: 'viewProps', target: 'viewProps.xml' },
    { id: 'rId4', type: 'theme', target: 'theme/theme1.xml' },
    { id: 'rId5', type: 'tableStyles', target: 'tableStyles.xml' },
    ...slides.map((_, at) => ({ id: `rId${at + 6}`, type: 'slide', target: `slides/slide${at + 1}.xml` })),
  ];
  const size = { cx: emu(slideSize.width), cy: emu(slideSize.height) };
  const content = xml(
    'p:presentation',
    { ...slideSpaces, saveSubsetFonts: 1 },
    '<p:sldMasterIdLst><p:sldMasterId id="2147483648" r:id="rId1"/></p:sldMasterIdLst>',
    xml(
      'p:sldIdLst',
      {},
      ...slides.map((_, at) => xml('p:sldId', { id: firstSlideId + at, 'r:id': `rId${at + 6}` })),
    ),
    xml('p:sldSz', size),
    xml('p:notesSz', { cx: size.cy, cy: size.cx }),
    xml('p:defaultTextStyle', {}, levelsXml(18, 'text', look.theme, 'plain')),
    sectionsXml(slides, report),
  );
  return {
    path: 'ppt/presentation.xml',
    contentType: typeOf('presentation.main'),
    content: xmlFile(content),
    relations,
  };
}

/** Parts that say nothing of their own but that every presentation has. */
function fixedParts(mode: 'light' | 'dark', { theme }: SlideLook): Part[] {
  const masterRelations: Relation[] = [
    ...layoutNames.map((_, at) => ({
      id: `rId${at + 1}`,
      type: 'slideLayout',
      target: `../slideLayouts/slideLayout${at + 1}.xml`,
    })),
    { id: `rId${layoutNames.length + 1}`, type: 'theme', target: '../theme/theme1.xml' },
  ];
  const drawing = { 'xmlns:a': slideSpaces['xmlns:a'] };
  return [
    {
      path: 'ppt/presProps.xml',
      contentType: typeOf('presProps'),
      content: xmlFile(xml('p:presentationPr', slideSpaces)),
    },
    {
      path: 'ppt/viewProps.xml',
      contentType: typeOf('viewProps'),
      content: xmlFile(xml('p:viewPr', slideSpaces)),
    },
    {
      path: 'ppt/tableStyles.xml',
      contentType: typeOf('tableStyles'),
      content: xmlFile(xml('a:tblStyleLst', { ...drawing, def: '{2D5ABB26-0587-4C30-8999-92F81FD0307C}' })),
    },
    { path: 'ppt/theme/theme1.xml', contentType: themeType, content: themeXml(mode) },
    {
      path: 'ppt/slideMasters/slideMaster1.xml',
      contentType: typeOf('slideMaster'),
      content: masterXml(theme, mode),
      relations: masterRelations,
    },
    ...layoutNames.map((name, at) => ({
      path: `ppt/slideLayouts/slideLayout${at + 1}.xml`,
      contentType: typeOf('slideLayout'),
      content: layoutXml(name, theme),
      relations: [{ id: 'rId1', type: 'slideMaster', target: '../slideMasters/slideMaster1.xml' }],
    })),
  ];
}

const chartsOf = ({ pieces }: Slide): ChartBlock[] =>
  pieces.flatMap((piece) => (piece.kind === 'chart' ? [piece.chart] : []));

/** A chart with the workbook that it is edited in. */
function chartParts(chart: ChartBlock, number: number, look: SlideLook, today: string): Part[] {
  const workbook = `ppt/embeddings/Microsoft_Excel_Sheet${number}.xlsx`;
  return [
    {
      path: `ppt/charts/chart${number}.xml`,
      contentType: chartType,
      content: chartXml(chart, {
        theme: look.theme,
        fontSize: chartSize,
        sheet: chartSheet,
        workbook: 'rId1',
      }),
      relations: [{ id: 'rId1', type: 'package', target: `../${workbook.slice('ppt/'.length)}` }],
    },
    { path: workbook, contentType: workbookType, content: chartWorkbook(chart, today) },
  ];
}

/**
 * A report as a presentation for PowerPoint, 16:9: maps as native shapes whose flows are connectors glued to their
 * steps, native charts with their data, native tables that go on over slides. The same input gives the same bytes; the
 * only date inside is `options.today`.
 */
export function toPptx(report: Report, options: WriterOptions): Promise<Uint8Array> {
  const look: SlideLook = {
    theme: options.theme === 'dark' ? dark : light,
    language: report.language,
    footer: report.title,
  };
  const slides = buildDeck(report);
  const parts: Part[] = [presentationPart(slides, report, look), ...fixedParts(options.theme, look)];
  let charts = 0;
  slides.forEach((slide, at) => {
    options.onProgress?.(at / slides.length, deckText.slide(at + 1, slides.length));
    const own = chartsOf(slide).map((chart) => {
      charts += 1;
      parts.push(...chartParts(chart, charts, look, options.today));
      return charts;
    });
    parts.push({
      path: `ppt/slides/slide${at + 1}.xml`,
      contentType: typeOf('slide'),
      content: slideXml(slide, look),
      relations: [
        {
          id: 'rId1',
          type: 'slideLayout',
          target: `../slideLayouts/slideLayout${layoutNames.indexOf(slide.layout) + 1}.xml`,
        },
        ...own.map((number, index) => ({
          id: `rId${index + 2}`,
          type: 'chart',
          target: `../charts/chart${number}.xml`,
        })),
      ],
    });
  });
  return Promise.resolve(
    officeFile('ppt/presentation.xml', parts, { title: report.title, date: options.today }),
  );
}
