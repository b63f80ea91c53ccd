/** Words that say nothing about the work. */
const smallWords = new Set('a an and at by for from in into of on or the to with'.split(' '));

/** Two words count as the same from this likeness on: “approve” and “approval”, not “hardware” and “software”. */
const sameWord = 0.7;

/** A name as it is compared: its words without small ones, and its numbers. */
export interface NameParts {
  readonly words: readonly string[];
  readonly numbers: string;
}

/** The parts of a name: lower case, without accents and punctuation. */
export function partsOf(name: string): NameParts {
  const all = name
    .toLowerCase()
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .split(/[^\p{L}\p{N}]+/u);
  const isNumber = (word: string): boolean => /\p{N}/u.test(word);
  return {
    words: [...new Set(all.filter((word) => word !== '' && !smallWords.has(word) && !isNumber(word)))],
    numbers: all.filter(isNumber).join(' '),
  };
}

const pairsOf = (word: string): string[] =>
  word.length < 2 ? [word] : Array.from({ length: word.length - 1 }, (_, at) => word.slice(at, at + 2));

/** Likeness of two words, 0..1: twice the letter pairs that they share over all letter pairs (Dice). */
export function wordLikeness(a: string, b: string): number {
  if (a === b) return 1;
  const left = pairsOf(a);
  const right = pairsOf(b);
  const open = [...right];
  let shared = 0;
  for (const pair of left) {
    const at = open.indexOf(pair);
    if (at < 0) continue;
    open.splice(at, 1);
    shared += 1;
  }
  return (2 * shared) / (left.length + right.length);
}

/** Likeness of two names, 0..1: twice the words that they share over all words; 0 where their numbers differ. */
export function nameLikeness(a: NameParts, b: NameParts): number {
  if (a.numbers !== b.numbers || a.words.length === 0 || b.words.length === 0) return 0;
  const open = [...b.words];
  let shared = 0;
  for (const word of a.words) {
    const at = open.findIndex((other) => wordLikeness(word, other) >= sameWord);
    if (at < 0) continue;
    open.splice(at, 1);
    shared += 1;
  }
  return (2 * shared) / (a.words.length + b.words.length);
}
