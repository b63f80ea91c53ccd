import { escapeXml } from '../../drawing/escape-xml';

/** Attributes of an element; those without a value are left out. */
export type Attributes = Readonly<Record<string, string | number | undefined>>;

/** Text of an attribute: line ends are written so that a reader keeps them. */
const attribute = (text: string): string =>
  escapeXml(text.replaceAll('\r\n', '\n')).replaceAll('\n', '&#10;').replaceAll('\t', '&#9;');

const rounded = (value: number): string => String(Math.round(value * 100) / 100);

/** An element with its attributes and what is inside. */
export function element(name: string, attributes: Attributes, inside: readonly string[] = []): string {
  const written = Object.entries(attributes)
    .flatMap(([key, value]) =>
      value === undefined ? [] : ` ${key}="${typeof value === 'number' ? rounded(value) : attribute(value)}"`,
    )
    .join('');
  return inside.length === 0 ? `<${name}${written}/>` : `<${name}${written}>${inside.join('')}</${name}>`;
}

/** A style of draw.io: keys with values; a value that is empty stands alone. No text of the user may come in here. */
export function styleOf(parts: Readonly<Record<string, string | number>>): string {
  return Object.entries(parts)
    .map(([key, value]) => (value === '' ? `${key};` : `${key}=${String(value)};`))
    .join('');
}
