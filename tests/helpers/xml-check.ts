const tag = /<(?:\?[^?]*\?|(\/?)([A-Za-z_][\w.:-]*)((?:\s+[A-Za-z_][\w.:-]*="[^"<]*")*)\s*(\/?))>/g;
const attribute = /([A-Za-z_][\w.:-]*)="([^"<]*)"/g;
const badEntity = /&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[\da-f]+);)/i;
const forbidden =
  /(?![\t\n\r\u007f-\u009f])[\p{Cc}\ufffe\uffff]|&#(?:[0-8]|1[124-9]|2\d|3[01]|x0?[0-8bcef]|x1[\da-f]);/iu;

const twiceNamed = (names: readonly string[]): string | undefined =>
  names.find((name, at) => names.indexOf(name) !== at);

/** The first thing that makes a text no well-formed XML (without comments, CDATA and document types, which our writers do not use), as a sentence; null where it is. */
export function xmlProblem(text: string): string | null {
  const open: string[] = [];
  const bad = forbidden.exec(text);
  if (bad) return `forbidden character at ${bad.index}`;
  let end = 0;
  let roots = 0;
  for (const match of text.matchAll(tag)) {
    const between = text.slice(end, match.index);
    if (/[<>]/.test(between.replaceAll(/&gt;/g, '')) || badEntity.test(between))
      return `stray markup before ${match.index}: ${between.slice(0, 80)}`;
    if (open.length === 0 && between.trim() !== '')
      return `text outside of the root: ${between.slice(0, 80)}`;
    end = match.index + match[0].length;
    const [, closing = '', name = '', attributes = '', empty = ''] = match;
    if (name === '') continue;
    const names = [...attributes.matchAll(attribute)].map(([, each = '']) => each);
    const twice = twiceNamed(names);
    if (twice !== undefined) return `${name} has ${twice} twice`;
    if (badEntity.test(attributes)) return `${name} has an attribute with a stray ampersand`;
    if (closing === '') {
      if (open.length === 0) roots += 1;
      if (empty === '') open.push(name);
    } else if (open.pop() !== name) return `</${name}> closes nothing`;
  }
  if (text.slice(end).trim() !== '') return `stray text at the end: ${text.slice(end, end + 80)}`;
  if (open.length > 0) return `${open.join(', ')} is not closed`;
  return roots === 1 ? null : `${roots} roots`;
}
