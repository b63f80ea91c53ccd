/** The most characters of a typed text that a sentence quotes. */
const longestQuote = 60;

const characters = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** A text that somebody typed as a sentence or a button names it: one line of at most `most` characters, the rest an ellipsis. */
export function shortened(text: string, most = longestQuote): string {
  // The start is enough to see that it is too long; a character is rarely more than a few units.
  const start = text
    .slice(0, most * 16)
    .replace(/\s+/g, ' ')
    .trim();
  const parts = Array.from(characters.segment(start), ({ segment }) => segment);
  if (parts.length <= most && text.length <= most * 16) return start;
  return `${parts
    .slice(0, most - 1)
    .join('')
    .trimEnd()}…`;
}
