import { plainWords } from '../catalogue/packs';
import { insideQuotes } from './split-line';

/** Something that people call by a name. */
export interface Nameable {
  readonly id: string;
  readonly name: string;
  readonly aliases?: readonly string[];
}

/** The entries whose name is nearest to a text; `rank` 0 is the name itself, higher is less like it. */
export interface Match<T> {
  readonly entries: readonly T[];
  readonly rank: number;
}

const small = new Set(['and', 'of', 'the', 'for', 'to', 'or']);

function initialsOf(words: readonly string[]): string {
  return words.map((word) => word[0] ?? '').join('');
}

function isInitials(typed: string, name: string): boolean {
  const words = name.split(' ');
  if (typed.length < 2 || words.length < 2) return false;
  return [words, words.filter((word) => !small.has(word))].some((each) => initialsOf(each) === typed);
}

function isWordPrefixes(typed: string, name: string): boolean {
  const words = name.split(' ');
  return typed.split(' ').every((part) => words.some((word) => word.startsWith(part)));
}

/** Letters to add, drop, change or swap until one text is the other; stops caring above `most`. */
export function editDistance(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const change = a[i - 1] === b[j - 1] ? 0 : 1;
      let least = Math.min((row[j - 1] ?? 0) + 1, (last[j] ?? 0) + 1, (last[j - 1] ?? 0) + change);
      const isSwap = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      if (isSwap) least = Math.min(least, (before[j - 2] ?? 0) + 1);
      row.push(least);
    }
    before = last;
    last = row;
  }
  return last[b.length] ?? most + 1;
}

const digitsOf = (text: string): string => text.replace(/\D+/g, ' ').trim();

/** How many slips of the finger a word of that length may hold. */
const slipsIn = (length: number): number => (length < 4 ? 0 : length < 8 ? 1 : 2);

/** How far a typed text is from a name, both as plain words: 0 is the name itself, infinite is another name. Names with other numbers are other names. */
export function rankOf(typed: string, name: string): number {
  if (typed === name) return 0;
  const digits = digitsOf(typed);
  if (digits !== '' && digits !== digitsOf(name)) return Infinity;
  if (typed.length < 2) return Infinity;
  if (name.startsWith(typed)) return 1;
  if (isInitials(typed.replaceAll(' ', ''), name)) return 2;
  if (isWordPrefixes(typed, name)) return 3;
  if (digits !== digitsOf(name)) return Infinity;
  const most = slipsIn(typed.length);
  const distance = most === 0 ? Infinity : editDistance(typed, name, most);
  return distance <= most ? 3 + distance : Infinity;
}

/** The entries that a text means: by the whole name, its beginning, its initials, the beginnings of its words, or with a small slip. Text in quotation marks means only that name. */
export function matchName<T extends Nameable>(entries: readonly T[], text: string): Match<T> | null {
  const quoted = insideQuotes(text);
  const typed = plainWords(quoted ?? text);
  if (typed === '') return exactly(entries, quoted ?? text);
  let rank = Infinity;
  let found: T[] = [];
  for (const entry of entries) {
    const names = [entry.name, ...(entry.aliases ?? [])].map(plainWords);
    const own = Math.min(...names.map((name) => rankOf(typed, name)));
    if (own === Infinity || own > rank || (quoted !== null && own > 0)) continue;
    if (own < rank) found = [];
    rank = own;
    found.push(entry);
  }
  return found.length === 0 ? null : { entries: asWritten(found, quoted ?? text), rank };
}

/** Names of signs alone have no words to compare. */
function exactly<T extends Nameable>(entries: readonly T[], text: string): Match<T> | null {
  const found = entries.filter(({ name }) => name.trim() === text.trim());
  return text.trim() === '' || found.length === 0 ? null : { entries: found, rank: 0 };
}

/** Of names that differ in signs only, the one that was written. */
function asWritten<T extends Nameable>(found: readonly T[], text: string): readonly T[] {
  const exact = found.filter(({ name }) => name.trim() === text.trim());
  return exact.length > 0 ? exact : found;
}
