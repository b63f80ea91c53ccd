import { escapeXml } from '../../shared/drawing/escape-xml';

/** Attributes of an element; those without a value are not written. Numbers are written whole. */
export type XmlAttributes = Readonly<Record<string, string | number | undefined>>;

/** An element as XML; `inside` is XML already. */
export function xml(name: string, attributes: XmlAttributes = {}, ...inside: readonly string[]): string {
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(
      ([key, value]) =>
        ` ${key}="${typeof value === 'number' ? Math.round(value) : escapeXml(String(value ?? ''))}"`,
    )
    .join('');
  const content = inside.join('');
  return content === '' ? `<${name}${written}/>` : `<${name}${written}>${content}</${name}>`;
}

/** The text of an element, escaped. */
export function xmlText(name: string, text: string, attributes: XmlAttributes = {}): string {
  return xml(name, attributes, escapeXml(text));
}

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** A whole XML file with this root. */
export function xmlFile(root: string): string {
  return head + root;
}
