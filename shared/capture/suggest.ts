import { plainWords, searchByName } from '../catalogue/packs';
import { en } from '../text/en';
import { matchName, type Nameable } from './match-names';
import { writeName } from './print-line';
import { type Piece, splitLine } from './split-line';
import type { QuickContext } from './types';

/** A text that can take the place of what is being typed. */
export interface Suggestion {
  readonly label: string;
  /** What kind of thing it is, in words. */
  readonly field: string;
  /** The whole line with it, and where the typing goes on. */
  readonly line: string;
  readonly caret: number;
}

interface Choice {
  readonly name: string;
  readonly field: string;
  readonly written: string;
}

const most = 6;
const { fields, newRole } = en.capture;

function found<T extends Nameable>(entries: readonly T[], typed: string): readonly T[] {
  const list = entries.map((entry) => ({ ...entry, aliases: entry.aliases ?? [] }));
  const begun = searchByName(list, typed);
  const alike = matchName(entries, typed)?.entries ?? [];
  return [...alike, ...begun.filter(({ id }) => !alike.some((each) => each.id === id))];
}

function nodeChoices(before: string, typed: string, context: QuickContext): Choice[] {
  const field = /^(?:->|→)/.test(before) ? fields.to : fields.from;
  return found(context.nodes, typed).map(({ name }) => ({
    name,
    field,
    written: `${before} ${writeName(name, context)}`,
  }));
}

function fieldChoices(typed: string, context: QuickContext, only: string | null): Choice[] {
  const tables = [
    ['role', context.roles],
    ['team', context.teams.map((name) => ({ id: name, name }))],
    ['activity', context.pack.activities],
    ['practice', context.pack.practices],
  ] as const;
  const chosen = tables
    .filter(([field]) => only === null || only === field)
    .flatMap(([field, entries]) =>
      found<Nameable>(entries, typed).map(({ name }) => ({
        name,
        field: fields[field],
        written: `${field} ${writeName(name, context)}`,
      })),
    );
  const isKnown = context.roles.some(({ name }) => plainWords(name) === plainWords(typed));
  const canBeNew =
    (only === null || only === 'role') && !isKnown && !typed.includes('"') && /^\p{L}/u.test(typed);
  const fresh = { name: newRole(typed), field: fields.role, written: `role "${typed}"` };
  return canBeNew ? [...chosen.slice(0, most - 1), fresh] : chosen;
}

function choicesFor(piece: Piece, context: QuickContext): Choice[] {
  const [, arrow, target] = /^(->|→|<-|←|after(?=\s))\s*(.*)$/is.exec(piece.text) ?? [];
  if (arrow !== undefined) return nodeChoices(arrow, target ?? '', context);
  const [, word, rest] = /^(role|team|activity|practice)\s*:?\s+(.*)$/is.exec(piece.text) ?? [];
  const typed = rest ?? piece.text;
  return typed.length < 2 || /^[-.,]?\d/.test(typed)
    ? []
    : fieldChoices(typed, context, word?.toLowerCase() ?? null);
}

/** What can be meant by the part of the line in which the typing is, best first; nothing for the name of the step. */
export function suggestionsFor(line: string, caret: number, context: QuickContext): Suggestion[] {
  const pieces = splitLine(line);
  const index = pieces.findIndex(
    (piece, at) => at > 0 && piece.text !== '' && caret >= piece.from && caret <= piece.to,
  );
  const piece = pieces[index];
  if (!piece) return [];
  return choicesFor(piece, context)
    .filter(({ written }) => written.toLowerCase() !== piece.text.toLowerCase())
    .slice(0, most)
    .map(({ name, field, written }) => ({
      label: name,
      field,
      line: line.slice(0, piece.from) + written + line.slice(piece.to),
      caret: piece.from + written.length,
    }));
}
