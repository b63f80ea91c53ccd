import { itil4 } from './itil4/itil4';
import type { Activity, FrameworkPack, Practice } from './types';

/** Every framework pack that the program knows. */
const packs: readonly FrameworkPack[] = [itil4];

/** The pack that new projects use. */
export const defaultPack = itil4;

/** The pack of that id, or the default one: a project of an unknown pack can still be read. */
export function packOf(id: string): FrameworkPack {
  return packs.find((pack) => pack.id === id) ?? defaultPack;
}

/** The activity of that id, or undefined. */
export function findActivity(pack: FrameworkPack, id: string | undefined): Activity | undefined {
  return pack.activities.find((activity) => activity.id === id);
}

/** The practice of that id, or undefined. */
export function findPractice(pack: FrameworkPack, id: string | undefined): Practice | undefined {
  return pack.practices.find((practice) => practice.id === id);
}

interface Findable {
  readonly id: string;
  readonly name: string;
  readonly aliases: readonly string[];
}

/** Lower case without accents, with one space for every run of other signs: `Obtain / build` and `obtain-build` are alike. */
export function plainWords(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/&/g, ' and ')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

const byNames = new WeakMap<readonly Findable[], ReadonlyMap<string, Findable>>();

/** Entries by their ids, then by their names and aliases, all in plain words; of two that are called alike the first. */
function namesIn(entries: readonly Findable[]): ReadonlyMap<string, Findable> {
  const known = byNames.get(entries);
  if (known) return known;
  const named = new Map<string, Findable>();
  const add = (name: string, entry: Findable): void => {
    const plain = plainWords(name);
    if (!named.has(plain)) named.set(plain, entry);
  };
  for (const entry of entries) add(entry.id, entry);
  for (const entry of entries) for (const name of [entry.name, ...entry.aliases]) add(name, entry);
  byNames.set(entries, named);
  return named;
}

/** The entry whose id, name or alias is that text (case, spaces and punctuation aside), or undefined. */
export function findByName<T extends Findable>(entries: readonly T[], text: string): T | undefined {
  const wanted = plainWords(text);
  const found = wanted === '' ? undefined : namesIn(entries).get(wanted);
  return entries.find((entry) => entry === found);
}

/** The entries in which every typed word begins a word of the name, id or an alias; all of them for an empty text. */
export function searchByName<T extends Findable>(entries: readonly T[], text: string): T[] {
  const typed = plainWords(text).split(' ').filter(Boolean);
  return entries.filter((entry) => {
    const words = plainWords([entry.name, entry.id, ...entry.aliases].join(' ')).split(' ');
    return typed.every((part) => words.some((word) => word.startsWith(part)));
  });
}
