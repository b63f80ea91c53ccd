/** Words that say nothing about the work. */
const smallWords = new Set('a an and at by for from in into of on or the to with'.split(' '));

/** Two words count as the same from this likeness on: “approve” and “approval”, not “hardware” and “software”. */
const sameWord = 0.7;

/** A name as it is compared: its words without small ones, and its numbers. */
export interface NameParts {
  readonly words: readonly string[];
  /** The letter pairs of each word. */
  readonly pairs: readonly (readonly string[])[];
  readonly numbers: string;
}

const pairsOf = (word: string): string[] =>
  word.length < 2 ? [word] : Array.from({ length: word.length - 1 }, (_, at) => word.slice(at, at + 2));

/** Names are looked at again after every edit: so many are remembered. */
const mostRemembered = 20_000;
const remembered = new Map<string, NameParts>();

/** The parts of a name: lower case, without accents and punctuation. */
export function partsOf(name: string): NameParts {
  let parts = remembered.get(name);
  if (parts === undefined) {
    if (remembered.size >= mostRemembered) remembered.clear();
    remembered.set(name, (parts = takeApart(name)));
  }
  return parts;
}

function takeApart(name: string): NameParts {
  const all = name
    .toLowerCase()
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .split(/[^\p{L}\p{N}]+/u);
  const isNumber = (word: string): boolean => /\p{N}/u.test(word);
  const words = [...new Set(all.filter((word) => word !== '' && !smallWords.has(word) && !isNumber(word)))];
  return {
    words,
    pairs: words.map(pairsOf),
    numbers: all.filter(isNumber).join(' '),
  };
}

/** Likeness of two words by their letter pairs: twice those that they share over all (Dice). */
function pairLikeness(left: readonly string[], right: readonly string[]): number {
  const all = left.length + right.length;
  if (2 * Math.min(left.length, right.length) < sameWord * all) return 0;
  const open = [...right];
  let shared = 0;
  for (const pair of left) {
    const at = open.indexOf(pair);
    if (at < 0) continue;
    open.splice(at, 1);
    shared += 1;
  }
  return (2 * shared) / all;
}

/** Likeness of two names, 0..1: twice the words that they share over all words; 0 where their numbers differ. */
export function nameLikeness(a: NameParts, b: NameParts): number {
  if (a.numbers !== b.numbers || a.words.length === 0 || b.words.length === 0) return 0;
  const open = b.words.map((word, at) => ({ word, pairs: b.pairs[at] ?? [] }));
  let shared = 0;
  for (const [place, word] of a.words.entries()) {
    const pairs = a.pairs[place] ?? [];
    const at = open.findIndex((other) => word === other.word || pairLikeness(pairs, other.pairs) >= sameWord);
    if (at < 0) continue;
    open.splice(at, 1);
    shared += 1;
  }
  return (2 * shared) / (a.words.length + b.words.length);
}
