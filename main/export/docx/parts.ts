import { unzipSync } from 'fflate';
import { escapeXml } from '../../../shared/drawing/escape-xml';
import type { Report } from '../../../shared/report/types';
import { zip } from '../zip';

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

/** Borders that the library gives to every table, over those of the style: the text of a user has no such element, because it is escaped. */
const ownBorders = /<w:tblBorders>.*?<\/w:tblBorders>/gs;

function finished(path: string, content: Uint8Array): string | Uint8Array {
  if (path !== 'word/document.xml') return content;
  return new TextDecoder().decode(content).replaceAll(ownBorders, '');
}

/** The same archive with tables that look as their style says, its entries in a fixed order and with one date, so that the same document gives the same bytes. */
export function repacked(archive: Uint8Array): Uint8Array {
  const entries = Object.entries(unzipSync(archive))
    .filter(([path]) => !path.endsWith('/'))
    .sort(([a], [b]) => rank(a) - rank(b) || (a < b ? -1 : 1));
  return zip(entries.map(([path, content]) => ({ path, content: finished(path, content) })));
}
