/** A spreadsheet computes a cell that begins with such a sign; the reader takes the apostrophe away again. */
export const escaped = (text: string): string => (/^'*[=+\-@\t\r]/.test(text) ? `'${text}` : text);
