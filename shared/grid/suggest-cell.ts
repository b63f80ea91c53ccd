import { matchName, type Nameable } from '../capture/match-names';
import { plainWords, searchByName } from '../catalogue/packs';
import { listOf } from '../model/queries';
import { automationLevels, parties, valueClasses, workKinds } from '../model/value-sets';
import { type GridContext, systemNames } from './cell-text';
import type { GridColumn } from './columns';
import { rowTypes } from './read-cell';

/** A text that can take the place of the one in a cell. */
export interface CellSuggestion {
  readonly label: string;
  /** The whole text of the cell with it. */
  readonly text: string;
}

const most = 8;

const asNames = (names: readonly string[]): Nameable[] => names.map((name) => ({ id: name, name }));

function namesFor({ kind }: GridColumn, context: GridContext): readonly Nameable[] {
  switch (kind.is) {
    case 'activity':
      return context.pack.activities;
    case 'practices':
      return context.pack.practices;
    case 'role':
      return listOf(context.project.roles);
    case 'team':
      return asNames(context.quick.teams);
    case 'systems':
      return asNames(systemNames(context.project));
    case 'next':
      return context.quick.nodes;
    case 'value':
      return asNames(valueClasses);
    case 'type':
      return asNames(rowTypes);
    case 'choice':
      return asNames(kind.field === 'kind' ? workKinds : kind.field === 'party' ? parties : automationLevels);
    default:
      return [];
  }
}

/** What was typed last of a list, and what stands before it. */
function lastEntry(text: string, { kind }: GridColumn): { before: string; typed: string } {
  const isList = kind.is === 'practices' || kind.is === 'systems' || kind.is === 'next';
  const cut = isList ? text.lastIndexOf(';') + 1 : 0;
  const arrow = kind.is === 'next' ? (/^\s*(?:->|→)?\s*/.exec(text.slice(cut))?.[0] ?? '') : '';
  const space = cut > 0 && arrow === '' ? ' ' : '';
  const before = text.slice(0, cut) + (arrow === '' ? space : arrow);
  return { before, typed: text.slice(cut + arrow.length).trim() };
}

function found(entries: readonly Nameable[], typed: string): readonly Nameable[] {
  if (typed === '') return entries;
  const begun = searchByName(
    entries.map((entry) => ({ ...entry, aliases: entry.aliases ?? [] })),
    typed,
  );
  const alike = matchName(entries, typed)?.entries ?? [];
  return [...alike, ...begun.filter(({ id }) => !alike.some((each) => each.id === id))];
}

/** What can be meant by the text of a cell, best first; all that there is for an empty text. */
export function suggestCell(text: string, column: GridColumn, context: GridContext): CellSuggestion[] {
  const { before, typed } = lastEntry(text, column);
  return found(namesFor(column, context), typed)
    .filter(({ name }) => name.trim() !== '' && plainWords(name) !== plainWords(typed))
    .slice(0, typed === '' ? 14 : most)
    .map(({ name }) => ({ label: name, text: before + name }));
}
