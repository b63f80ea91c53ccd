import type { History } from '../../shared/commands/history';

/** True where another project was put in the place of the shown one, rather than that changed. */
export function isAnother(after: History, before: History): boolean {
  const isFresh = after.past.length === 0 && after.future.length === 0;
  // A value that was stored for trial is taken back without a trace: the undone changes stay the same list.
  const isTakenBack = after.future === before.future;
  return isFresh && !isTakenBack && after.project !== before.project;
}

/** How many edits lie between two states: none where a value that was stored for trial gave way to another. */
export function editsBetween(before: History, after: History): number {
  const isUndone = after.future.length > before.future.length;
  const isRedone = after.future.length < before.future.length;
  return isUndone || isRedone ? 1 : after.past.length - before.past.length;
}
