/** The family of the text, and the one for ideographs; beside each, what office programs take that lack it. */
export const fontName = 'Inter';
export const eastAsianFont = 'Yu Gothic';

const namespace = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';

function font(name: string, instead: string, charset: string): string {
  return `<w:font w:name="${name}"><w:altName w:val="${instead}"/><w:charset w:val="${charset}"/><w:family w:val="swiss"/><w:pitch w:val="variable"/></w:font>`;
}

/** The fonts of a document with their substitutes. */
export function fontTableXml(): string {
  const fonts = font(fontName, 'Segoe UI', '00') + font(eastAsianFont, 'Noto Sans CJK JP', '80');
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:fonts xmlns:w="${namespace}">${fonts}</w:fonts>`;
}
