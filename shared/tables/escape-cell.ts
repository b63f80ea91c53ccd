/** Signs with which a spreadsheet begins to compute a cell, those of East Asian keyboards with them. */
const signs = '=+\\-@\\t\\r\\n＝＋－＠';
const computes = new RegExp(`^'*[${signs}]`);
const isEscaped = new RegExp(`^'+[${signs}]`);

/** A text with an apostrophe before it where a spreadsheet would compute it; the reader takes it away again. */
export const escaped = (text: string): string => (computes.test(text) ? `'${text}` : text);

/** A text of a cell without that apostrophe. */
export const unescaped = (cell: string): string => (isEscaped.test(cell) ? cell.slice(1) : cell);
