import { plainWords } from '../catalogue/packs';
import { type Nameable, rankOf } from './match-names';

/** A stretch of a name, from its first letter to the one behind its last. */
export type Stretch = readonly [from: number, to: number];

/** An entry that a search found: `rank` 0 is the name itself, higher is less like it; `marks` is what was typed, in the name. */
export interface Found<T> {
  readonly entry: T;
  readonly rank: number;
  readonly marks: readonly Stretch[];
}

/** An alias counts as a little less than the name. */
const aliasCost = 0.5;
/** Rank of a text somewhere inside the name. */
export const insideRank = 6;
/** Rank of letters in their order with others between. */
export const scatteredRank = 7;
/** Longer names hold nearly any letters in order, characters. */
const longName = 48;

/** A letter without its accents, in lower case; one letter for one, so that places stay what they are. */
const plainLetter = (letter: string): string =>
  letter.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()[0] ?? ' ';

const plainLetters = (name: string): string => Array.from(name, plainLetter).join('');

const isLetter = (char: string | undefined): boolean => char !== undefined && /[\p{L}\p{N}]/u.test(char);

/** Where the words of a name begin. */
function wordStarts(name: string): number[] {
  return Array.from(name, (char, at) => (isLetter(char) && !isLetter(name[at - 1]) ? at : -1)).filter(
    (at) => at !== -1,
  );
}

/** The letters of a text one after the other in a name, the beginnings of words first; null where they are not there. */
function scattered(letters: string, name: string): number[] | null {
  const starts = new Set(wordStarts(name));
  const places: number[] = [];
  let at = 0;
  for (const letter of letters) {
    const rest = Array.from({ length: name.length - at }, (_, index) => at + index);
    const there = rest.filter((place) => name[place] === letter);
    const next = there[0] === at ? at : (there.find((place) => starts.has(place)) ?? there[0]);
    if (next === undefined) return null;
    places.push(next);
    at = next + 1;
  }
  return places;
}

const stretches = (places: readonly number[]): Stretch[] => {
  const list: [number, number][] = [];
  for (const place of places) {
    const last = list.at(-1);
    if (last?.[1] === place) last[1] = place + 1;
    else list.push([place, place + 1]);
  }
  return list;
};

/** What of a name was typed: the text itself, else its words, else its letters. */
function marksIn(name: string, typed: string): Stretch[] {
  const plain = plainLetters(name);
  const whole = plain.indexOf(typed);
  if (whole !== -1) return [[whole, whole + typed.length]];
  const starts = wordStarts(plain);
  const words = typed.split(' ').map((word): Stretch | null => {
    const start = starts.find((at) => plain.startsWith(word, at));
    return start === undefined ? null : [start, start + word.length];
  });
  const all = words.flatMap((each) => (each === null ? [] : [each]));
  if (all.length === words.length) return all.sort(([a], [b]) => a - b);
  const places = scattered(typed.replaceAll(' ', ''), plain);
  return places === null ? [] : stretches(places);
}

/** True where letters scattered over a name are more than chance: most of them begin words or follow one another. */
function isTelling(letters: string, name: string): boolean {
  const plain = plainLetters(name);
  const places = scattered(letters, plain);
  if (places === null || letters.length < 2 || name.length > longName) return false;
  const starts = new Set(wordStarts(plain));
  const runs = stretches(places);
  return runs.every(([from]) => starts.has(from));
}

function rankIn(name: string, typed: string): number {
  const plain = plainWords(name);
  const rank = rankOf(typed, plain);
  if (rank !== Infinity) return rank;
  if (typed.length < 2) return plain.split(' ').some((word) => word.startsWith(typed)) ? 3 : Infinity;
  if (plain.includes(typed)) return insideRank;
  return isTelling(typed.replaceAll(' ', ''), name) ? scatteredRank : Infinity;
}

function found<T extends Nameable>(entry: T, typed: string): Found<T> | null {
  const own = rankIn(entry.name, typed);
  const alias = Math.min(Infinity, ...(entry.aliases ?? []).map((each) => rankIn(each, typed))) + aliasCost;
  const rank = Math.min(own, alias);
  if (rank === Infinity) return null;
  return { entry, rank, marks: own === Infinity ? [] : marksIn(entry.name, typed) };
}

/** All entries whose name or alias a typed text may mean, best first; all of them, unmarked, for an empty text. Among equals the order stays. */
export function searchNames<T extends Nameable>(entries: readonly T[], text: string): Found<T>[] {
  const typed = plainWords(text);
  if (typed === '') return entries.map((entry) => ({ entry, rank: 0, marks: [] }));
  return entries.flatMap((entry) => found(entry, typed) ?? []).sort((a, b) => a.rank - b.rank);
}
