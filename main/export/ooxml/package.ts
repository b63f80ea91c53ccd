import { xml, xmlFile, xmlText } from '../xml';
import { type ZipEntry, zip } from '../zip';

/** A relation of a part to another; `target` is relative to the part, `type` the end of its name in the standard or a whole URI. */
export interface Relation {
  readonly id: string;
  readonly type: string;
  readonly target: string;
}

/** A part of an Office file. */
export interface Part {
  /** With forward slashes, from the root of the package. */
  readonly path: string;
  readonly contentType: string;
  readonly content: string | Uint8Array;
  readonly relations?: readonly Relation[];
}

const relationTypes = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/';
const packageTypes = 'http://schemas.openxmlformats.org/package/2006';

function relationsFile(relations: readonly Relation[]): string {
  const written = relations.map(({ id, type, target }) =>
    xml('Relationship', {
      Id: id,
      Type: type.startsWith('http') ? type : relationTypes + type,
      Target: target,
    }),
  );
  return xmlFile(xml('Relationships', { xmlns: `${packageTypes}/relationships` }, ...written));
}

function typesFile(parts: readonly Part[]): string {
  const relations = 'application/vnd.openxmlformats-package.relationships+xml';
  return xmlFile(
    xml(
      'Types',
      { xmlns: `${packageTypes}/content-types` },
      xml('Default', { Extension: 'rels', ContentType: relations }),
      xml('Default', { Extension: 'xml', ContentType: 'application/xml' }),
      ...parts.map(({ path, contentType }) =>
        xml('Override', { PartName: `/${path}`, ContentType: contentType }),
      ),
    ),
  );
}

/** What a file says of itself: its title, and the ISO date on which it was made. No user, no computer. */
export interface Properties {
  readonly title: string;
  readonly date: string;
}

function coreFile({ title, date }: Properties): string {
  const moment = `${date}T00:00:00Z`;
  const time = { 'xsi:type': 'dcterms:W3CDTF' };
  return xmlFile(
    xml(
      'cp:coreProperties',
      {
        'xmlns:cp': `${packageTypes}/metadata/core-properties`,
        'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
        'xmlns:dcterms': 'http://purl.org/dc/terms/',
        'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
      },
      xmlText('dc:title', title),
      xmlText('dc:creator', 'Streamwright'),
      xmlText('dcterms:created', moment, time),
      xmlText('dcterms:modified', moment, time),
    ),
  );
}

const appFile = xmlFile(
  xml(
    'Properties',
    { xmlns: 'http://schemas.openxmlformats.org/officeDocument/2006/extended-properties' },
    xmlText('Application', 'Streamwright'),
  ),
);

const coreType = 'application/vnd.openxmlformats-package.core-properties+xml';
const appType = 'application/vnd.openxmlformats-officedocument.extended-properties+xml';

/** An Office file from its parts, of which `main` is the path of the one that opens: the same parts give the same bytes. */
export function officeFile(main: string, parts: readonly Part[], properties: Properties): Uint8Array {
  const all: Part[] = [
    ...parts,
    { path: 'docProps/core.xml', contentType: coreType, content: coreFile(properties) },
    { path: 'docProps/app.xml', contentType: appType, content: appFile },
  ];
  const root: Relation[] = [
    { id: 'rId1', type: 'officeDocument', target: main },
    {
      id: 'rId2',
      type: `${packageTypes}/relationships/metadata/core-properties`,
      target: 'docProps/core.xml',
    },
    { id: 'rId3', type: 'extended-properties', target: 'docProps/app.xml' },
  ];
  const entries = all.flatMap(({ path, content, relations = [] }): ZipEntry[] => [
    { path, content },
    ...(relations.length === 0
      ? []
      : [{ path: path.replace(/([^/]*)$/, '_rels/$1.rels'), content: relationsFile(relations) }]),
  ]);
  return zip([
    { path: '[Content_Types].xml', content: typesFile(all) },
    { path: '_rels/.rels', content: relationsFile(root) },
    ...entries,
  ]);
}
