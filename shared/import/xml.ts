import { XMLParser } from 'fast-xml-parser';
import { importText } from '../text/import';
import { importLimits } from './limits';
import { Refused } from './refused';

/** An element of an XML text: names without prefix, attributes as they stand with it. */
export interface XmlElement {
  /** `task` of `bpmn:task`. */
  readonly name: string;
  /** `bpmn` of `bpmn:task`; empty where there is none. */
  readonly prefix: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly XmlElement[];
  /** Its own text, that of its children aside. */
  readonly text: string;
}

const named: ReadonlyMap<string, string> = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
]);

/** A text without the five references of XML and those by number; any other stays as it stands. */
export function plainText(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(?:#x([\da-f]{1,6})|#(\d{1,7})|(\w{2,8}));/gi, (whole, hex, digits, name) => {
    if (typeof name === 'string') return named.get(name) ?? String(whole);
    const code = typeof hex === 'string' ? parseInt(hex, 16) : Number(digits);
    const isLegal = code === 9 || code === 10 || code === 13 || (code >= 32 && code < 0x110000);
    return isLegal && !(code >= 0xd800 && code <= 0xdfff) ? String.fromCodePoint(code) : '';
  });
}

const parser = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: '@',
  processEntities: false,
  parseTagValue: false,
  parseAttributeValue: false,
  trimValues: false,
  ignoreDeclaration: true,
  ignorePiTags: true,
  allowBooleanAttributes: true,
  maxNestedTags: importLimits.depth,
});

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

function elementOf(whole: string, content: unknown, attributes: unknown): XmlElement {
  const children: XmlElement[] = [];
  let text = '';
  for (const part of Array.isArray(content) ? content : []) {
    if (!isObject(part)) continue;
    for (const [key, value] of Object.entries(part)) {
      if (key === '#text') text += plainText(String(value));
      else if (key !== ':@') children.push(elementOf(key, value, part[':@']));
    }
  }
  const entries = isObject(attributes) ? Object.entries(attributes) : [];
  const colon = whole.indexOf(':');
  return {
    name: whole.slice(colon + 1),
    prefix: whole.slice(0, Math.max(0, colon)),
    attributes: new Map(entries.map(([key, value]) => [key.slice(1), plainText(String(value))])),
    children,
    text,
  };
}

/** Definitions of types are left out; one that defines anything is refused. */
function withoutDoctype(source: string): string {
  const found = /<!DOCTYPE\b[^[>]*(\[)?>?/i.exec(source);
  if (found?.[1] !== undefined || /<!ENTITY\b/i.test(source)) throw new Refused(importText.refused.entities);
  return found === null ? source : source.replace(found[0], '');
}

/** A name ends where no more of it can follow, so that each sign of a tag is looked at once. */
const piece =
  /<!--[\s\S]*?-->|<!\[CDATA\[[\s\S]*?\]\]>|<\?[\s\S]*?\?>|<(\/?)([^\s<>/!?"'=]+)(?![^\s<>/!?"'=])(?:"[^"]*"|'[^']*'|[^"'<>])*?(\/?)>|</g;

const lineOf = (source: string, at: number): number => source.slice(0, at).split('\n').length;

/** A long tag may be one long text, or attributes without end. */
function hasTooManyAttributes(tag: string): boolean {
  return tag.length > importLimits.attributes && tag.split(/=\s*["']/).length > importLimits.attributes;
}

/** Every element is closed in its turn, there are not too many, and they do not stand too deep in each other. */
function checkTags(source: string): void {
  const open: string[] = [];
  let tags = 0;
  let end = 0;
  for (const match of source.matchAll(piece)) {
    const [whole, slash, name, empty] = match;
    if (whole === '<') throw new Refused(importText.refused.notXml(lineOf(source, match.index)));
    if (name === undefined) continue;
    if (slash === '/') {
      if (open.pop() !== name) throw new Refused(importText.refused.notXml(lineOf(source, match.index)));
    } else {
      tags += 1;
      if (tags > importLimits.tags || hasTooManyAttributes(whole))
        throw new Refused(importText.refused.tooManyParts);
      if (empty !== '/') open.push(name);
      if (open.length > importLimits.depth) throw new Refused(importText.refused.tooDeep);
    }
    end = match.index;
  }
  if (open.length > 0 || tags === 0) throw new Refused(importText.refused.notXml(lineOf(source, end)));
}

function parse(body: string): unknown {
  try {
    return parser.parse(body);
  } catch {
    throw new Refused(importText.refused.notXml(1));
  }
}

/** The root of an XML text. No entities, no definitions of types; throws `Refused` with the sentence where it is not sound. */
export function readXml(source: string): XmlElement {
  const body = withoutDoctype(source.replace(/^\ufeff/, ''));
  checkTags(body);
  const root = elementOf('', parse(body), null).children[0];
  if (root === undefined) throw new Refused(importText.refused.notXml(1));
  return root;
}

/** The elements of that name anywhere below, in the order of the text. */
export function allNamed(root: XmlElement, name: string): XmlElement[] {
  return root.children.flatMap((each) => [...(each.name === name ? [each] : []), ...allNamed(each, name)]);
}

/** The first child of that name. */
export function childNamed(element: XmlElement, name: string): XmlElement | undefined {
  return element.children.find((each) => each.name === name);
}
