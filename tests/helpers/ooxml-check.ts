import { XMLParser } from 'fast-xml-parser';
import { strFromU8, unzipSync } from 'fflate';
import { ooxmlSequences } from './ooxml-sequences';
import { xmlProblem } from './xml-check';

/** An element of a parsed part: its name, its attributes, its children in their order. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlElement[];
  readonly text: string;
}

/** An Office file taken apart. */
export interface OoxmlFile {
  readonly paths: readonly string[];
  /** The text of an XML part; throws where there is none. */
  readonly text: (path: string) => string;
  /** The root of an XML part; throws where there is none. */
  readonly root: (path: string) => XmlElement;
  readonly bytes: (path: string) => Uint8Array;
}

const isXml = (path: string): boolean => /\.(?:xml|rels|vml)$/.test(path);

const parser = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: '',
  parseTagValue: false,
  parseAttributeValue: false,
  trimValues: false,
  processEntities: false,
});

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** What a text says once its entities are read. */
const decoded = (text: string): string =>
  text.replaceAll(/&(?:#x([\da-f]+)|#(\d+)|(\w+));/gi, (whole, hex?: string, decimal?: string, name = '') => {
    if (hex !== undefined) return String.fromCodePoint(Number.parseInt(hex, 16));
    if (decimal !== undefined) return String.fromCodePoint(Number(decimal));
    return entities[String(name)] ?? whole;
  });

type Raw = Readonly<Record<string, unknown>>;
const isRaw = (value: unknown): value is Raw => typeof value === 'object' && value !== null;
const rawList = (value: unknown): readonly Raw[] => (Array.isArray(value) ? value.filter(isRaw) : []);

function elementOf(raw: Raw): XmlElement[] {
  const name = Object.keys(raw).find((key) => key !== ':@');
  if (name === undefined || name === '#text' || name.startsWith('?')) return [];
  const inside = rawList(raw[name]);
  const attributes = Object.entries(isRaw(raw[':@']) ? raw[':@'] : {}).map(
    ([key, value]) => [key, decoded(String(value))] as const,
  );
  return [
    {
      name,
      attributes: Object.fromEntries(attributes),
      children: inside.flatMap(elementOf),
      text: inside.map((each) => (typeof each['#text'] === 'string' ? decoded(each['#text']) : '')).join(''),
    },
  ];
}

/** Opens a file of Word, Excel or PowerPoint. */
export function openOoxml(bytes: Uint8Array): OoxmlFile {
  const files = unzipSync(bytes);
  const bytesOf = (path: string): Uint8Array => {
    const found = Object.hasOwn(files, path) ? files[path] : undefined;
    if (!found) throw new RangeError(`there is no part ${path}`);
    return found;
  };
  const text = (path: string): string => strFromU8(bytesOf(path));
  return {
    paths: Object.keys(files),
    text,
    bytes: bytesOf,
    root: (path) => {
      const [root] = rawList(parser.parse(text(path))).flatMap(elementOf);
      if (!root) throw new RangeError(`${path} is empty`);
      return root;
    },
  };
}

/** All elements inside an element, itself first. */
export function everyElement(element: XmlElement): XmlElement[] {
  return [element, ...element.children.flatMap(everyElement)];
}

/** The elements of a name inside an element. */
export function elementsNamed(element: XmlElement, name: string): XmlElement[] {
  return everyElement(element).filter((each) => each.name === name);
}

const twice = (values: readonly string[]): string[] => [
  ...new Set(values.filter((value, at) => values.indexOf(value) !== at)),
];

const relationsPath = (path: string): string => path.replace(/([^/]*)$/, '_rels/$1.rels');
const sourceOf = (path: string): string => path.replace(/_rels\/([^/]*)\.rels$/, '$1');

function resolved(from: string, target: string): string {
  if (target.startsWith('/')) return target.slice(1);
  const steps = from.split('/').slice(0, -1);
  for (const step of target.split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '.') steps.push(step);
  }
  return steps.join('/');
}

function typeProblems(file: OoxmlFile): string[] {
  const { children } = file.root('[Content_Types].xml');
  const of = (name: string, key: string): string[] =>
    children.flatMap((each) => (each.name === name ? [each.attributes[key] ?? ''] : []));
  const [endings, overrides] = [of('Default', 'Extension'), of('Override', 'PartName')];
  const untyped = file.paths.filter(
    (path) =>
      path !== '[Content_Types].xml' &&
      !overrides.includes(`/${path}`) &&
      !endings.includes(path.split('.').at(-1) ?? ''),
  );
  return [
    ...untyped.map((path) => `${path} has no content type`),
    ...overrides
      .filter((path) => !file.paths.includes(path.slice(1)))
      .map((path) => `a content type is given for ${path}, which is not there`),
    ...twice([...endings, ...overrides]).map((each) => `${each} has two content types`),
  ];
}

function relationProblems(file: OoxmlFile, path: string): string[] {
  const source = sourceOf(path);
  const relations = file.root(path).children.map(({ attributes }) => attributes);
  const missing = relations.filter(
    ({ Target = '', TargetMode }) =>
      TargetMode !== 'External' && !file.paths.includes(resolved(source, Target)),
  );
  const isThere = source === '' || file.paths.includes(source);
  return [
    ...(isThere ? [] : [`${path} belongs to no part`]),
    ...missing.map(({ Target }) => `${path} leads to ${Target}, which is not there`),
    ...relations
      .filter(
        ({ TargetMode, Target }) => TargetMode === 'External' && !/^https?:|^mailto:/.test(Target ?? ''),
      )
      .map(({ Target }) => `${path} leads outside to ${Target}`),
    ...twice(relations.map(({ Id = '' }) => Id)).map((id) => `${path} has two relations ${id}`),
  ];
}

function referenceProblems(file: OoxmlFile, path: string): string[] {
  const known = file.paths.includes(relationsPath(path))
    ? file.root(relationsPath(path)).children.map(({ attributes }) => attributes.Id)
    : [];
  return everyElement(file.root(path)).flatMap(({ name, attributes }) =>
    Object.entries(attributes)
      .filter(([key, value]) => /^r:(?:id|embed|link|pict|dm|lo|qs|cs)$/.test(key) && !known.includes(value))
      .map(([key, value]) => `${path}: ${key}="${value}" of ${name} leads nowhere`),
  );
}

/** Names of attributes that must be unique in their part, by element. */
const uniqueIds: Readonly<Record<string, string>> = {
  'p:cNvPr': 'id',
  'wp:docPr': 'id',
  'xdr:cNvPr': 'id',
  'p:sldId': 'id',
  'p:sldLayoutId': 'id',
  'w:bookmarkStart': 'w:id',
  sheet: 'sheetId',
};

function idProblems(path: string, root: XmlElement): string[] {
  const all = everyElement(root);
  return Object.entries(uniqueIds).flatMap(([name, key]) =>
    twice(all.flatMap((each) => (each.name === name ? [each.attributes[key] ?? ''] : []))).map(
      (id) => `${path}: two ${name} have the ${key} ${id}`,
    ),
  );
}

/** Children that stand in another order than the standard demands, or are not known to it there. */
function sequenceProblems(path: string, root: XmlElement): string[] {
  return everyElement(root).flatMap(({ name, children }) => {
    const order = Object.hasOwn(ooxmlSequences, name) ? ooxmlSequences[name]?.split(' ') : undefined;
    if (!order) return [];
    let last = 0;
    return children.flatMap((child) => {
      const at = order.indexOf(child.name);
      if (at < 0) return [`${path}: ${child.name} may not stand in ${name}`];
      if (at < last) return [`${path}: ${child.name} stands too late in ${name}`];
      last = at;
      return [];
    });
  });
}

function xmlProblems(file: OoxmlFile, path: string): string[] {
  const broken = xmlProblem(file.text(path));
  if (broken !== null) return [`${path}: ${broken}`];
  const root = file.root(path);
  return [
    ...(path.endsWith('.rels') ? [] : referenceProblems(file, path)),
    ...idProblems(path, root),
    ...sequenceProblems(path, root),
  ];
}

/**
 * What is wrong with the structure of an Office file, as sentences; none for a sound one. Judged are the archive,
 * content types, relations, references, identifiers, well-formed XML, and the order of children as the standard
 * (ECMA-376, transitional) lists them for the elements in `ooxml-sequences`.
 */
export function ooxmlProblems(bytes: Uint8Array): string[] {
  const file = openOoxml(bytes);
  if (!file.paths.includes('[Content_Types].xml')) return ['there is no [Content_Types].xml'];
  const broken = file.paths.filter(isXml).flatMap((path) => xmlProblems(file, path));
  return [
    ...(file.paths[0] === '[Content_Types].xml' ? [] : ['[Content_Types].xml is not the first entry']),
    ...file.paths.filter((path) => /\\|^\/|\.\./.test(path)).map((path) => `${path} is no path of a package`),
    ...typeProblems(file),
    ...file.paths.filter((path) => path.endsWith('.rels')).flatMap((path) => relationProblems(file, path)),
    ...broken,
  ];
}
