import type { Ink } from '../../../shared/drawing/display-list';
import { escapeXml } from '../../../shared/drawing/escape-xml';
import { colour, faces, type StyleId } from './faces';
import { eastAsianFont, fontName } from './font-table';

/** Left indent of the texts of lists, twips. */
export const listIndent = 360;
/** Room in a cell beside its text and above and below it, twips. */
export const cellMargin = { side: 110, upright: 55 } as const;
/** Left indent of the second level of the contents, twips. */
export const contentsIndent = 280;

/** What a style says besides its face. */
interface Traits {
  readonly name: string;
  readonly next?: StyleId;
  readonly priority?: number;
  readonly outline?: number;
  readonly isKept?: boolean;
  readonly breaksPage?: boolean;
  readonly indent?: number;
  /** A bar at the left: the words beside it say the same. */
  readonly bar?: Ink;
  /** Numbers stand at the right end of the line. */
  readonly hasRightTab?: boolean;
  /** A strong line above. */
  readonly hasTopLine?: boolean;
}

const traits: Readonly<Record<StyleId, Traits>> = {
  Normal: { name: 'Normal' },
  Title: { name: 'Title', next: 'Subtitle', priority: 10, hasTopLine: true },
  Subtitle: { name: 'Subtitle', next: 'Normal', priority: 11 },
  Date: { name: 'Date', next: 'Normal', priority: 99 },
  Heading1: {
    name: 'heading 1',
    next: 'Normal',
    priority: 9,
    outline: 0,
    isKept: true,
    breaksPage: true,
  },
  Heading2: { name: 'heading 2', next: 'Normal', priority: 9, outline: 1, isKept: true },
  Heading3: { name: 'heading 3', next: 'Normal', priority: 9, outline: 2, isKept: true },
  Caption: { name: 'caption', next: 'Normal', priority: 35 },
  TableCaption: { name: 'Table caption', next: 'Normal', isKept: true },
  TableText: { name: 'Table text' },
  TableHeading: { name: 'Table heading', isKept: true },
  ListBullet: { name: 'List Bullet', priority: 36, indent: listIndent },
  ListNumber: { name: 'List Number', priority: 36, indent: listIndent },
  Lead: { name: 'Lead', next: 'Normal' },
  Quiet: { name: 'Quiet', next: 'Normal' },
  Good: { name: 'Good', next: 'Normal', bar: 'ok' },
  Warning: { name: 'Warning', next: 'Normal', bar: 'nnva' },
  Problem: { name: 'Problem', next: 'Normal', bar: 'error' },
  Picture: { name: 'Picture', next: 'Caption', isKept: true },
  Gap: { name: 'Gap', next: 'Normal' },
  TileName: { name: 'Tile name', isKept: true },
  TileValue: { name: 'Tile value', isKept: true },
  TileDetail: { name: 'Tile detail' },
  ContentsTitle: { name: 'TOC Heading', next: 'Normal', priority: 39, isKept: true },
  TOC1: { name: 'toc 1', next: 'Normal', priority: 39, hasRightTab: true },
  TOC2: { name: 'toc 2', next: 'Normal', priority: 39, indent: contentsIndent, hasRightTab: true },
  Header: { name: 'header', priority: 99 },
  Footer: { name: 'footer', priority: 99 },
};

/** A line beside a paragraph: eighths of a point thick, points away. */
function edge(side: 'left' | 'top', thick: number, away: number, ink: Ink): string {
  return `<w:pBdr><w:${side} w:val="single" w:sz="${thick}" w:space="${away}" w:color="${colour(ink)}"/></w:pBdr>`;
}

function paragraphProperties(id: StyleId, width: number): string {
  const { line, before, after } = faces[id];
  const { isKept, breaksPage, bar, hasRightTab, hasTopLine, indent, outline } = traits[id];
  const left = indent ?? (bar === undefined ? undefined : 160);
  return [
    isKept === true ? '<w:keepNext/><w:keepLines/>' : '',
    breaksPage === true ? '<w:pageBreakBefore/>' : '',
    hasTopLine === true ? edge('top', 36, 16, 'accent') : '',
    bar === undefined ? '' : edge('left', 18, 8, bar),
    hasRightTab === true ? `<w:tabs><w:tab w:val="right" w:pos="${width}"/></w:tabs>` : '',
    `<w:spacing w:before="${before * 20}" w:after="${after * 20}" w:line="${line * 20}" w:lineRule="atLeast"/>`,
    left === undefined ? '' : `<w:ind w:left="${left}"/>`,
    outline === undefined ? '' : `<w:outlineLvl w:val="${outline}"/>`,
  ].join('');
}

function runProperties(id: StyleId): string {
  const { size, ink, isBold } = faces[id];
  const weight = isBold ? '<w:b/><w:bCs/>' : '';
  return `${weight}<w:color w:val="${colour(ink)}"/><w:sz w:val="${size * 2}"/><w:szCs w:val="${size * 2}"/>`;
}

function paragraphStyle(id: StyleId, width: number): string {
  const { name, next, priority } = traits[id];
  const isNormal = id === 'Normal';
  const isBuiltIn = priority !== undefined || isNormal;
  return [
    `<w:style w:type="paragraph"${isNormal ? ' w:default="1"' : ''}${isBuiltIn ? '' : ' w:customStyle="1"'} w:styleId="${id}">`,
    `<w:name w:val="${name}"/>`,
    isNormal ? '' : '<w:basedOn w:val="Normal"/>',
    next === undefined ? '' : `<w:next w:val="${next}"/>`,
    priority === undefined ? '' : `<w:uiPriority w:val="${priority}"/>`,
    '<w:qFormat/>',
    `<w:pPr>${paragraphProperties(id, width)}</w:pPr>`,
    `<w:rPr>${runProperties(id)}</w:rPr>`,
    '</w:style>',
  ].join('');
}

const line = (side: string, ink: Ink, eighths: number): string =>
  `<w:${side} w:val="single" w:sz="${eighths}" w:space="0" w:color="${colour(ink)}"/>`;

const margins = (side: number, upright: number): string =>
  `<w:tblCellMar><w:top w:w="${upright}" w:type="dxa"/><w:left w:w="${side}" w:type="dxa"/><w:bottom w:w="${upright}" w:type="dxa"/><w:right w:w="${side}" w:type="dxa"/></w:tblCellMar>`;

/** Thin lines between rows, a stronger one below the headings. */
function tableStyles(): string {
  return [
    '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:uiPriority w:val="99"/><w:semiHidden/><w:unhideWhenUsed/>',
    `<w:tblPr><w:tblInd w:w="0" w:type="dxa"/>${margins(108, 0)}</w:tblPr></w:style>`,
    '<w:style w:type="table" w:customStyle="1" w:styleId="ReportTable"><w:name w:val="Report table"/><w:basedOn w:val="TableNormal"/><w:uiPriority w:val="50"/><w:qFormat/>',
    `<w:tblPr><w:tblBorders>${line('bottom', 'border', 4)}${line('insideH', 'border', 4)}</w:tblBorders>${margins(cellMargin.side, cellMargin.upright)}</w:tblPr>`,
    `<w:tblStylePr w:type="firstRow"><w:tcPr><w:tcBorders>${line('bottom', 'borderStrong', 8)}</w:tcBorders><w:shd w:val="clear" w:color="auto" w:fill="${colour('canvas')}"/><w:vAlign w:val="bottom"/></w:tcPr></w:tblStylePr>`,
    '</w:style>',
    '<w:style w:type="table" w:customStyle="1" w:styleId="TileTable"><w:name w:val="Tiles"/><w:basedOn w:val="TableNormal"/><w:uiPriority w:val="51"/>',
    `<w:tblPr>${margins(150, 120)}</w:tblPr></w:style>`,
  ].join('');
}

/** All styles of the document: who wants another look changes these and nothing else. `width` is that of the text, twips. */
export function stylesXml(width: number, language: string): string {
  const fonts = `w:ascii="${fontName}" w:hAnsi="${fontName}" w:cs="${fontName}" w:eastAsia="${eastAsianFont}"`;
  const ids = Object.keys(faces) as StyleId[];
  return [
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n',
    '<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">',
    `<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts ${fonts}/><w:kern w:val="0"/><w:sz w:val="20"/><w:szCs w:val="20"/><w:lang w:val="${escapeXml(language)}" w:eastAsia="ja-JP" w:bidi="ar-SA"/></w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>`,
    ...ids.map((id) => paragraphStyle(id, width)),
    '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont"><w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/><w:unhideWhenUsed/></w:style>',
    '<w:style w:type="numbering" w:default="1" w:styleId="NoList"><w:name w:val="No List"/><w:uiPriority w:val="99"/><w:semiHidden/><w:unhideWhenUsed/></w:style>',
    tableStyles(),
    '</w:styles>',
  ].join('');
}
