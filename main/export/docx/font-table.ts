/** The family of the text, and the one for ideographs; beside each, what office programs take that lack it. */
export const fontName = 'Inter';
export const eastAsianFont = 'Yu Gothic';

const namespaces =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';

function font(name: string, instead: string, charset: string, embedded: string): string {
  return `<w:font w:name="${name}"><w:altName w:val="${instead}"/><w:charset w:val="${charset}"/><w:family w:val="swiss"/><w:pitch w:val="variable"/>${embedded}</w:font>`;
}

/** The fonts of a document with their substitutes; `embedded` are the elements that lead to the files of the first. */
export function fontTableXml(embedded: string): string {
  const fonts =
    font(fontName, 'Segoe UI', '00', embedded) + font(eastAsianFont, 'Noto Sans CJK JP', '80', '');
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:fonts ${namespaces}>${fonts}</w:fonts>`;
}
