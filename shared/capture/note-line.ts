import type { Nameable } from './match-names';

/** What a line that was called out says: the words, the heading, the step, and who said it. */
export interface NoteLine {
  readonly text: string;
  readonly group: string | null;
  readonly step: string | null;
  readonly by: string | null;
  /** What was typed after `@` where no step, or more than one, is called so; null where none was. */
  readonly noStep: string | null;
}

const sameStart = (text: string, name: string): boolean =>
  name !== '' && text.toLowerCase().startsWith(name.toLowerCase());

const endsWord = (text: string, length: number): boolean => !/^[\p{L}\p{N}]/u.test(text.slice(length));

/** The longest of the names that a text begins with. */
function longest<T extends Nameable>(text: string, names: readonly T[]): T | null {
  const found = names.filter(({ name }) => sameStart(text, name) && endsWord(text, name.length));
  return found.sort((a, b) => b.name.length - a.name.length)[0] ?? null;
}

/** The step whose name begins with the word, where it is the only one. */
function onlyBeginning<T extends Nameable>(word: string, names: readonly T[]): T | null {
  const found = names.filter(({ name }) =>
    name
      .toLowerCase()
      .split(/\s+/)
      .some((part) => part.startsWith(word.toLowerCase())),
  );
  return found.length === 1 ? (found[0] ?? null) : null;
}

interface Taken {
  readonly value: string;
  readonly rest: string;
}

/** The heading at the start of `#...`: one that is there by its whole name, `"in quotes"`, else one word. */
function readGroup(line: string, groups: readonly Nameable[]): Taken | null {
  const after = line.slice(1);
  const known = longest(after, groups);
  if (known) return { value: known.name, rest: after.slice(known.name.length) };
  const [whole, quoted, word] = /^(?:"([^"]+)"|([\p{L}\p{N}_&/-]+))/u.exec(after) ?? [];
  const value = quoted ?? word;
  return whole === undefined || value === undefined ? null : { value, rest: after.slice(whole.length) };
}

function readStep(text: string, at: number, steps: readonly Nameable[]): { id: string; end: number } | null {
  const after = text.slice(at + 1);
  const known = longest(after, steps);
  if (known) return { id: known.id, end: at + 1 + known.name.length };
  const word = /^[\p{L}\p{N}_-]+/u.exec(after)?.[0];
  const found = word === undefined ? null : onlyBeginning(word, steps);
  return found && word !== undefined ? { id: found.id, end: at + 1 + word.length } : null;
}

/**
 * Reads `#group what was said @step -- who said it`. A group stands at the start, a step anywhere; what is not understood
 * stays in the words.
 */
export function readNoteLine(
  line: string,
  known: { readonly groups: readonly Nameable[]; readonly steps: readonly Nameable[] },
): NoteLine {
  const typed = line.trim();
  const group = typed.startsWith('#') ? readGroup(typed, known.groups) : null;
  let text = (group ? group.rest : typed).trim();
  const [, words, speaker] = /^(.*?)\s+(?:--|–|—)\s*([^-–—]+)$/u.exec(text) ?? [];
  if (words !== undefined) text = words;
  let step: string | null = null;
  let noStep: string | null = null;
  for (const { index } of text.matchAll(/(?<![\p{L}\p{N}.])@/gu)) {
    const read = readStep(text, index, known.steps);
    if (!read) {
      noStep ??= text.slice(index + 1).trim();
      continue;
    }
    step = read.id;
    noStep = null;
    text = text.slice(0, index) + text.slice(read.end);
    break;
  }
  return {
    text: text.replace(/\s+/g, ' ').trim(),
    group: group?.value ?? null,
    step,
    by: speaker?.trim() ?? null,
    noStep: noStep === '' ? null : noStep,
  };
}
