import { damageText, type TableName } from '../text/damage';

/** What a record is in a sentence: its table, or that it is a step. */
export type RecordKind = TableName | 'steps';

/** Collects what was lost of a file, and says it. */
export interface Losses {
  /** A record is gone; its name where that was readable. */
  readonly record: (kind: RecordKind, name: string | null) => void;
  /** A field of a record that was kept. */
  readonly field: (kind: RecordKind, id: string, name: string, field: string) => void;
  /** A sentence of its own, said once. */
  readonly say: (sentence: string) => void;
  readonly sentences: () => readonly string[];
}

/** Longest list of sentences about single things; the rest is a number. */
const mostSentences = 60;

/** Starts with nothing lost. */
export function createLosses(): Losses {
  const records = new Map<RecordKind, (string | null)[]>();
  const fields = new Map<string, { readonly what: string; readonly names: Set<string> }>();
  const said = new Set<string>();
  const all = (): string[] => {
    const gone = [...records].map(([kind, names]) => {
      const known = names.filter((name) => name !== null && name !== '') as string[];
      return damageText.records(kind, names.length, known);
    });
    const parts = [...fields.values()].map(({ what, names }) => damageText.fields([...names], what));
    return [...gone, ...said, ...parts];
  };
  return {
    record: (kind, name) => {
      const names = records.get(kind) ?? [];
      names.push(name);
      records.set(kind, names);
    },
    field: (kind, id, name, field) => {
      const key = `${kind} ${id}`;
      const entry = fields.get(key) ?? { what: damageText.thing(kind, name), names: new Set() };
      entry.names.add(field);
      fields.set(key, entry);
    },
    say: (sentence) => void said.add(sentence),
    sentences: () => {
      const sentences = all();
      if (sentences.length <= mostSentences) return sentences;
      const rest = sentences.length - mostSentences;
      return [...sentences.slice(0, mostSentences), damageText.more(rest)];
    },
  };
}
