import { unzipSync } from 'fflate';
import { escapeXml } from '../../../shared/drawing/escape-xml';
import type { Report } from '../../../shared/report/types';
import { zip } from '../zip';
import { type ChartParts, workbookDefault } from './chart';
import { type EmbeddedFonts, embeddedFonts } from './embedded-fonts';
import { fontTableXml } from './font-table';

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** The properties of a document: its title, its language and the date that was asked for; nobody's name. `today` is an ISO date. */
export function corePropertiesXml({ title, subtitle, language }: Report, today: string): string {
  const moment = (name: string): string =>
    `<dcterms:${name} xsi:type="dcterms:W3CDTF">${escapeXml(today)}T00:00:00Z</dcterms:${name}>`;
  return [
    declaration,
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">',
    `<dc:title>${escapeXml(title)}</dc:title>`,
    `<dc:subject>${escapeXml(subtitle)}</dc:subject>`,
    '<dc:creator>Streamwright</dc:creator>',
    moment('created'),
    moment('modified'),
    `<dc:language>${escapeXml(language)}</dc:language>`,
    '</cp:coreProperties>',
  ].join('');
}

/** The program that wrote the document. */
export function appPropertiesXml(): string {
  return `${declaration}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><Application>Streamwright</Application></Properties>`;
}

/** Readers look for these first. */
const firstPaths = ['[Content_Types].xml', '_rels/.rels'];

function rank(path: string): number {
  const at = firstPaths.indexOf(path);
  return at < 0 ? firstPaths.length : at;
}

const documentPath = 'word/document.xml';
/** The element of the settings that stands before what is said of fonts. */
const beforeFonts = '<w:displayBackgroundShape/>';

/** Borders that the library gives to every table, over those of the style: the text of a user has no such element, because it is escaped. */
const ownBorders = /<w:tblBorders>.*?<\/w:tblBorders>/gs;

/** The paragraph that the library ends a section with, which would be as high as a line of text. */
const sectionEnd = /<w:p><w:pPr><w:sectPr/g;
const gapStyle = '<w:pStyle w:val="Gap"/>';

/** What the library's parts lack. */
interface Additions {
  readonly charts: readonly ChartParts[];
  readonly fonts: EmbeddedFonts | null;
}

function finished(path: string, content: Uint8Array, { charts, fonts }: Additions): string | Uint8Array {
  const text = (): string => new TextDecoder().decode(content);
  const relations = charts.map(({ relation }) => relation).join('');
  const types = charts.map(({ type }) => type).join('');
  switch (path) {
    case documentPath:
      return text().replaceAll(ownBorders, '').replaceAll(sectionEnd, `<w:p><w:pPr>${gapStyle}<w:sectPr`);
    case 'word/_rels/document.xml.rels':
      return text().replace('</Relationships>', `${relations}</Relationships>`);
    case 'word/fontTable.xml':
      return fontTableXml(fonts?.elements ?? '');
    case 'word/settings.xml':
      return fonts === null ? content : text().replace(beforeFonts, `${beforeFonts}<w:embedTrueTypeFonts/>`);
    case '[Content_Types].xml':
      return charts.length === 0
        ? content
        : text().replace('<Override', `${workbookDefault}<Override`).replace('</Types>', `${types}</Types>`);
    default:
      return content;
  }
}

/** The same archive with charts and fonts, and tables that look as their style says; its entries in a fixed order and with one date, so that the same document gives the same bytes. */
export async function repacked(archive: Uint8Array, charts: readonly ChartParts[]): Promise<Uint8Array> {
  const parts = Object.entries(unzipSync(archive)).filter(([path]) => !path.endsWith('/'));
  const document = parts.flatMap(([path, content]) => (path === documentPath ? [content] : []));
  const fonts = await embeddedFonts(document.map((each) => new TextDecoder().decode(each)).join(''));
  const all = new Map<string, string | Uint8Array>(
    parts.map(([path, content]) => [path, finished(path, content, { charts, fonts })]),
  );
  for (const { path, content } of [...charts.flatMap(({ entries }) => entries), ...(fonts?.entries ?? [])])
    all.set(path, content);
  const entries = [...all].map(([path, content]) => ({ path, content }));
  return zip(entries.sort((a, b) => rank(a.path) - rank(b.path) || (a.path < b.path ? -1 : 1)));
}
