import type { Weight } from './display-list';
import { measureText } from './font-metrics';

/** A line that fits; `full` is the whole text where the line was shortened. */
export interface Line {
  readonly text: string;
  readonly full?: string;
}

/** Size in pixels and weight of a text. */
export interface Face {
  readonly size: number;
  readonly weight: Weight;
}

const ellipsis = '…';
const plainText = /^[\u0020-\u024f\u2010-\u2026]*$/u;
const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' });
/** Where a line may end: before a space, after hyphens and slashes, after an ideograph. */
const breaks = /(?= )|(?<=[-/–—])|(?<=[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}])/u;

/** Words of plain letters with single spaces: nothing to do, as for most texts. */
const cleanAlready = /^[!-~]+(?: [!-~]+)*$/;

/** A text as one clean line: composed characters, single spaces, nothing that XML or a screen cannot show. */
export function cleanLine(text: string): string {
  if (cleanAlready.test(text)) return text;
  return text
    .normalize('NFC')
    .replace(/\p{Surrogate}|[\ufffe\uffff]/gu, '\ufffd')
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim();
}

/** What a reader takes for one character: never half an emoji or a letter without its accent. */
function charactersOf(text: string): string[] {
  return plainText.test(text) ? [...text] : Array.from(segmenter.segment(text), (part) => part.segment);
}

/** The longest beginning of a text that fits, at least `least` characters of it. */
function beginning(text: string, width: number, face: Face, least: number): string {
  let taken = '';
  let used = 0;
  let count = 0;
  for (const character of charactersOf(text)) {
    used += measureText(character, face.size, face.weight);
    if (used > width && count >= least) break;
    taken += character;
    count += 1;
  }
  return taken;
}

function withEllipsis(text: string, full: string, width: number, face: Face): Line {
  const room = width - measureText(ellipsis, face.size, face.weight);
  if (room < 0) return { text: '', full };
  return { text: beginning(text, room, face, 0).trimEnd() + ellipsis, full };
}

/** One line of at most `width` pixels, shortened with an ellipsis where it is longer. */
export function fitText(text: string, width: number, face: Face): Line {
  const line = cleanLine(text);
  if (measureText(line, face.size, face.weight) <= width) return { text: line };
  return withEllipsis(line, line, width, face);
}

/** Starts of the lines of a clean text, one more than `most` where it goes on. */
function lineStarts(line: string, width: number, face: Face, most: number): number[] {
  const fits = (text: string): boolean => measureText(text, face.size, face.weight) <= width;
  const starts = [0];
  let end = 0;
  const startNext = (at: number): void => {
    starts.push(line[at] === ' ' ? at + 1 : at);
    end = Math.max(end, starts.at(-1) ?? 0);
  };
  for (const piece of line.split(breaks)) {
    const pieceEnd = end + piece.length;
    if (!fits(line.slice(starts.at(-1), pieceEnd)) && end > (starts.at(-1) ?? 0)) startNext(end);
    while (starts.length <= most && !fits(line.slice(starts.at(-1), pieceEnd))) {
      const start = starts.at(-1) ?? 0;
      const cut = start + beginning(line.slice(start, pieceEnd), width, face, 1).length;
      if (cut >= pieceEnd) break;
      startNext(cut);
    }
    if (starts.length > most) return starts;
    end = pieceEnd;
  }
  return starts;
}

/** At most `mostLines` lines of at most `width` pixels; the last one is shortened with an ellipsis and keeps the full text. */
export function wrapText(text: string, width: number, face: Face, mostLines: number): readonly Line[] {
  const line = cleanLine(text);
  if (line === '') return [];
  const starts = lineStarts(line, width, face, mostLines);
  return starts.slice(0, mostLines).map((start, index): Line => {
    const isCut = index === mostLines - 1 && starts.length > mostLines;
    if (isCut) return withEllipsis(line.slice(start), line, width, face);
    return { text: line.slice(start, starts[index + 1]).trimEnd() };
  });
}
