import type { Chance } from './random';

const tag = /<(\/?)([\w:.-]+)(?:"[^"]*"|'[^']*'|[^"'<>])*?(\/?)>/g;
const attribute = /([\w:.-]+)\s*=\s*("[^"]*"|'[^']*')/g;

interface Found {
  readonly text: string;
  readonly at: number;
}

const foundIn = (text: string, pattern: RegExp): Found[] =>
  [...text.matchAll(pattern)].map((match) => ({ text: match[0], at: match.index }));

/** The elements of a text, inner ones too, each from its first to its last sign. */
function elementsIn(text: string): Found[] {
  const open: { name: string; at: number }[] = [];
  const found: Found[] = [];
  for (const { 0: whole, 1: slash, 2: name = '', 3: empty, index } of text.matchAll(tag)) {
    if (empty === '/') found.push({ text: whole, at: index });
    else if (slash === '') open.push({ name, at: index });
    else {
      const start = open.pop();
      if (start?.name === name)
        found.push({ text: text.slice(start.at, index + whole.length), at: start.at });
    }
  }
  return found;
}

const put = (text: string, { text: old, at }: Found, by: string): string =>
  text.slice(0, at) + by + text.slice(at + old.length);

/** An XML text with an element or an attribute left out, doubled, moved, wrapped or taken from another; null where it has none. */
export function mutateXml(
  text: string,
  other: string,
  words: readonly string[],
  chance: Chance,
): string | null {
  const elements = elementsIn(text);
  const attributes = foundIn(text, attribute);
  if (elements.length === 0) return null;
  const one = chance.pick(elements);
  const others = elementsIn(other);
  switch (chance.below(9)) {
    case 0:
      return put(text, one, '');
    case 1:
      return put(text, one, one.text + one.text);
    case 2:
      return put(text, one, chance.pick(elements).text);
    case 3:
      return others.length === 0 ? null : put(text, one, one.text + chance.pick(others).text);
    case 4:
      return put(text, one, `<${chance.pick(['a', 'object', 'subProcess', 'diagram', 'root'])}>${one.text}`);
    case 5: {
      const insides = one.text.indexOf('>') + 1;
      return put(
        text,
        one,
        one.text.slice(0, insides) + chance.pick(elements).text + one.text.slice(insides),
      );
    }
    default:
      return attributes.length === 0 ? null : changeAttribute(text, attributes, words, chance);
  }
}

function changeAttribute(
  text: string,
  attributes: readonly Found[],
  words: readonly string[],
  chance: Chance,
): string {
  const one = chance.pick(attributes);
  const valueOf = ({ text: whole }: Found): string => whole.slice(whole.indexOf('=') + 1).trim();
  const name = one.text.slice(0, one.text.indexOf('='));
  switch (chance.below(5)) {
    case 0:
      return put(text, one, '');
    case 1:
      return put(text, one, `${name}=${valueOf(chance.pick(attributes))}`);
    case 2:
      return put(text, one, `${one.text} ${chance.pick(attributes).text}`);
    case 3:
      return put(
        text,
        one,
        `${name}="${chance.pick(['', '-1', '1e308', 'NaN', '0', 'constructor', '&#xD800;', '%', '99999999999'])}"`,
      );
    default:
      if (words.length === 0) return text;
      return put(text, one, `${name}="${chance.pick(words).replaceAll('"', '')}"`);
  }
}

/** A text of rows and cells, or of lines and parts, with a row, a column or a cell changed. */
export function mutateRows(text: string, other: string, words: readonly string[], chance: Chance): string {
  const sign = chance.pick([';', ',', '\t', ' ']);
  const rows = text.split('\n');
  const at = chance.below(rows.length);
  const cells = (rows[at] ?? '').split(sign);
  const cell = chance.below(cells.length);
  switch (chance.below(8)) {
    case 0:
      rows.splice(at, 1);
      break;
    case 1:
      rows.splice(at, 0, rows[at] ?? '');
      break;
    case 2:
      rows.splice(at, 0, chance.pick(other.split('\n')));
      break;
    case 3:
      rows[at] = rows[chance.below(rows.length)] ?? '';
      break;
    case 4:
      return rows.map((row) => row.split(sign).toSpliced(cell, 1).join(sign)).join('\n');
    case 5:
      cells[cell] = chance.pick(words.length > 0 ? words : ['x']);
      rows[at] = cells.join(sign);
      break;
    case 6:
      cells[cell] = cells[chance.below(cells.length)] ?? '';
      rows[at] = cells.join(sign);
      break;
    default:
      cells.splice(cell, 0, chance.pick(words.length > 0 ? words : ['x']));
      rows[at] = cells.join(sign);
  }
  return rows.join('\n');
}
