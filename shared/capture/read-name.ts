import { en } from '../text/en';
import { type Match, matchName, type Nameable } from './match-names';
import { insideQuotes } from './split-line';
import type { QuickContext, Reading, Said, Sureness } from './types';
import { readAutomation, readKind, wordsWithSlips } from './words';

const { problems } = en.capture;

type NameField = 'role' | 'team' | 'activity' | 'practice';

interface Found {
  readonly match: Match<Nameable>;
  readonly toSaid: (entry: Nameable) => Said;
}

/** How sure a match of that rank is. */
export function sureness(rank: number): Sureness {
  return rank === 0 ? 'exact' : 'alike';
}

/** The names of entries in a sentence. */
export function namesOf(entries: readonly { readonly name: string }[]): string {
  const names = entries.slice(0, 4).map(({ name }) => name);
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} or ${names.at(-1) ?? ''}`;
}

function entriesOf(field: NameField, context: QuickContext): readonly Nameable[] {
  if (field === 'role') return context.roles;
  if (field === 'team') return context.teams.map((name) => ({ id: name, name }));
  return field === 'activity' ? context.pack.activities : context.pack.practices;
}

function saidAs(field: NameField, entry: Nameable): Said {
  return field === 'activity' || field === 'practice'
    ? { field, value: entry.id, name: entry.name }
    : { field, value: entry.name };
}

/** Text of a name that is new to the project, or why it cannot be one. */
function newName(field: 'role' | 'team', text: string): Reading {
  const value = insideQuotes(text) ?? text;
  return value.includes('"') ? { sentence: problems.quotes } : { said: { field, value }, sureness: 'new' };
}

/** The name behind the word of its field, `role L1`; a role or team that is not known yet is new, a practice or activity must be known. Where the word can be a piece of the name, `whole` is that name. */
export function readNamed(
  field: NameField,
  text: string,
  context: QuickContext,
  whole: string | null = null,
): Reading {
  const match = matchName(entriesOf(field, context), text);
  if (whole !== null && match?.rank !== 0 && (field === 'role' || field === 'team')) {
    const known = matchName(entriesOf(field, context), `"${whole}"`)?.entries[0];
    return known ? { said: saidAs(field, known), sureness: 'exact' } : newName(field, whole);
  }
  if (match === null)
    return field === 'role' || field === 'team'
      ? newName(field, text)
      : { sentence: problems.notFound(field, text) };
  const [entry, ...others] = match.entries;
  if (entry === undefined || others.length > 0)
    return { sentence: problems.several(text, namesOf(match.entries)) };
  return { said: saidAs(field, entry), sureness: sureness(match.rank) };
}

function wordSaid(word: string): Said | null {
  const kind = readKind(word);
  if (kind !== undefined) return { field: 'kind', value: kind };
  const automation = readAutomation(word);
  return automation === undefined ? null : { field: 'automation', value: automation };
}

function candidates(text: string, context: QuickContext): Found[] {
  const fields = ['role', 'team', 'activity', 'practice'] as const;
  const found = fields.flatMap((field): Found[] => {
    const match = matchName(entriesOf(field, context), text);
    return match === null ? [] : [{ match, toSaid: (entry) => saidAs(field, entry) }];
  });
  const slip = matchName(wordsWithSlips, text);
  const said = slip?.entries[0] && slip.rank > 3 ? wordSaid(slip.entries[0].name) : null;
  return slip && said
    ? [...found, { match: { entries: slip.entries.slice(0, 1), rank: slip.rank }, toSaid: () => said }]
    : found;
}

/** The nearest thing that a name without a word before it can mean: a role, team, activity or practice, a word with a slip; null where nothing is like it. */
export function readLoose(text: string, context: QuickContext): { reading: Reading; rank: number } | null {
  const found = candidates(text, context);
  const rank = Math.min(...found.map(({ match }) => match.rank));
  const best = found.find(({ match }) => match.rank === rank);
  if (!best) return null;
  const [entry, ...others] = best.match.entries;
  const reading: Reading =
    entry === undefined || others.length > 0
      ? { sentence: problems.several(text, namesOf(best.match.entries)) }
      : { said: best.toSaid(entry), sureness: sureness(rank) };
  return { reading, rank };
}

/** Practices whose names are also what the people who do the work are called. */
const namesOfPeople: ReadonlySet<string> = new Set(['service desk']);

/** The role that the name of a practice means where people are called by it too; null where they are not. */
export function readPeople(text: string, said: Said): Reading | null {
  if (said.field !== 'practice' || insideQuotes(text) !== null) return null;
  const isPeople = namesOfPeople.has(said.name.toLowerCase()) && namesOfPeople.has(text.toLowerCase());
  return isPeople ? { said: { field: 'role', value: said.name }, sureness: 'either' } : null;
}

/** The first name that nothing is like is the role, marked as new. */
export function readNewRole(text: string): Reading {
  return newName('role', text);
}
