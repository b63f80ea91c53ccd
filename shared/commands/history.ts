import { enablePatches, freeze, type Patch, produceWithPatches } from 'immer';
import type { Project } from '../model/project';
import { refuseInvalid } from './check-change';
import type { Command } from './command';
import { applyPatches } from './patches';
import { touchedTemplates } from './template-mark';

enablePatches();

/** One undoable change. */
export interface Entry {
  readonly name: string;
  readonly label: string;
  readonly patches: readonly Patch[];
  readonly inverse: readonly Patch[];
}

/** A project with its way back and forth; immutable, and so is the project. */
export interface History {
  readonly project: Project;
  readonly past: readonly Entry[];
  readonly future: readonly Entry[];
  /** The top of the undo stack when it was saved: null for the opened state, `never` where no state is on disk. */
  readonly saved: Entry | null | 'never';
}

export type RunResult =
  | { readonly kind: 'done'; readonly history: History }
  | { readonly kind: 'refused'; readonly sentence: string };

/** Starts a history on a project, which is frozen; `isSaved` is false for work that no file holds (recovered, imported). */
export function openHistory(project: Project, isSaved = true): History {
  return { project: freeze(project, true), past: [], future: [], saved: isSaved ? null : 'never' };
}

function change(project: Project, command: Command): { project: Project; entry: Entry } {
  const [changed, patches, inverse] = produceWithPatches(project, (draft) => command.apply(draft));
  const touched = touchedTemplates(project, changed, patches);
  const [next, more, lessMore] = produceWithPatches(changed, (draft) => {
    for (const id of touched) delete draft.streams[id]?.template;
  });
  const entry = {
    name: command.name,
    label: command.label,
    patches: [...patches, ...more],
    inverse: [...lessMore, ...inverse],
  };
  return { project: next, entry };
}

/** Does a command, or says why not; a command that changes nothing leaves the history as it is. */
export function run(history: History, command: Command): RunResult {
  const sentence = command.refuse(history.project);
  if (sentence !== null) return { kind: 'refused', sentence };
  const { project, entry } = change(history.project, command);
  if (entry.patches.length === 0) return { kind: 'done', history };
  const invalid = refuseInvalid(project, entry.patches);
  if (invalid !== null) return { kind: 'refused', sentence: invalid };
  return { kind: 'done', history: { ...history, project, past: [...history.past, entry], future: [] } };
}

/** Takes the last change back; the same history where there is none. */
export function undo(history: History): History {
  const entry = history.past.at(-1);
  if (entry === undefined) return history;
  return {
    ...history,
    project: applyPatches(history.project, entry.inverse),
    past: history.past.slice(0, -1),
    future: [...history.future, entry],
  };
}

/** Takes a change back for good, as if it had never been made; the same history where it is not the last one. */
export function takeBack(history: History, entry: Entry | null): History {
  if (entry === null || topEntry(history) !== entry) return history;
  const project = applyPatches(history.project, entry.inverse);
  return { ...history, project, past: history.past.slice(0, -1) };
}

/** Does the last undone change again; the same history where there is none. */
export function redo(history: History): History {
  const entry = history.future.at(-1);
  if (entry === undefined) return history;
  return {
    ...history,
    project: applyPatches(history.project, entry.patches),
    past: [...history.past, entry],
    future: history.future.slice(0, -1),
  };
}

/** True where there is something to undo. */
export function canUndo(history: History): boolean {
  return history.past.length > 0;
}

/** True where there is something to do again. */
export function canRedo(history: History): boolean {
  return history.future.length > 0;
}

/** What undo takes back, or null. */
export function undoLabel(history: History): string | null {
  return history.past.at(-1)?.label ?? null;
}

/** What redo does again, or null. */
export function redoLabel(history: History): string | null {
  return history.future.at(-1)?.label ?? null;
}

/** The entry that stands for the present state; keep it while a save is under way, then hand it to `markSaved`. */
export function topEntry(history: History): Entry | null {
  return history.past.at(-1) ?? null;
}

/** Notes that the state of the entry `top` (the present one unless told) is on disk. */
export function markSaved(history: History, top: Entry | null = topEntry(history)): History {
  return { ...history, saved: top };
}

/** Dirty means: the top of the undo stack is not the saved entry. */
export function isDirty(history: History): boolean {
  return topEntry(history) !== history.saved;
}
