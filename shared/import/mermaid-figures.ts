import { wordsIn } from './mermaid-text';

const patterns: readonly (readonly ['process_time' | 'wait' | 'complete_accurate', RegExp])[] = [
  ['process_time', /^([\d.<~≈∞].*) work$/],
  ['wait', /^waits ([\d.<~≈∞].*)$/],
  ['complete_accurate', /^([\d.<~≈∞].*%) right$/],
];

function figureIn(text: string): readonly [string, string] | null {
  for (const [column, pattern] of patterns) {
    const found = pattern.exec(text)?.[1];
    if (found !== undefined) return [column, found];
  }
  return null;
}

/** The words of a label, and the figures by column where its last line tells nothing else, as this app writes it: `Check<br/>6m work, waits 15m, 95 % right`. */
export function labelledFigures(text: string): {
  readonly label: string;
  readonly figures: ReadonlyMap<string, string>;
} {
  const at = [...text.matchAll(/<br\s{0,9}\/?>/gi)].at(-1)?.index ?? -1;
  const last = at < 0 ? '' : wordsIn(text.slice(at).replace(/["'`]\s*$/, ''));
  const parts = last === '' ? [] : last.split(', ').map(figureIn);
  const read = parts.filter((part) => part !== null);
  const figures = new Map(read);
  if (read.length === 0 || read.length < parts.length || figures.size < read.length)
    return { label: wordsIn(text), figures: new Map() };
  return { label: wordsIn(text.slice(0, at).replace(/^\s*["'`]/, '')), figures };
}
