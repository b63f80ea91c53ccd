import type { Span } from './types';

/** A part of a line between semicolons, without outer spaces. */
export interface Piece extends Span {
  readonly text: string;
}

const opens = /[\s;>:,|-]/;
const closes = /[\s;,]/;

/** The place right after a text in quotation marks that begins here, or -1 where none does. */
function endOfQuoted(line: string, at: number): number {
  if (line[at] !== '"' || !opens.test(line[at - 1] ?? ' ')) return -1;
  const end = line.indexOf('"', at + 1);
  return end > at + 1 && closes.test(line[end + 1] ?? ' ') ? end + 1 : -1;
}

function trimmed(line: string, from: number, to: number): Piece {
  const raw = line.slice(from, to);
  const start = from + (raw.length - raw.trimStart().length);
  const text = raw.trim();
  return { text, from: start, to: start + text.length };
}

/** The parts of a line between separators; one inside quotation marks does not separate. */
export function splitLine(line: string, separator: ';' | ',' = ';'): Piece[] {
  const pieces: Piece[] = [];
  let start = 0;
  for (let at = 0; at < line.length; at += 1) {
    const end = endOfQuoted(line, at);
    if (end !== -1) at = end - 1;
    else if (line[at] === separator) {
      pieces.push(trimmed(line, start, at));
      start = at + 1;
    }
  }
  return [...pieces, trimmed(line, start, line.length)];
}

/** The text inside quotation marks, or null where it does not stand in them. */
export function insideQuotes(text: string): string | null {
  const inside = /^"([^"]+)"$/.exec(text)?.[1]?.trim();
  return inside === undefined || inside === '' ? null : inside;
}
