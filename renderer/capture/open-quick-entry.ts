import { focusCanvas } from '../shell/panes';
import { useApp } from '../store';

/** The id of the field in which steps are typed. */
export const quickEntryField = 'quick-entry';

/** Where the focus was when the line was opened. */
let cameFrom: Element | null = null;

/** Adds what is typed in the line; false where nothing is. */
let addTyped: (() => boolean) | null = null;

/** Says how the line that is open adds what is typed in it; null when it closes. */
export function onAddTyped(add: (() => boolean) | null): void {
  addTyped = add;
}

function inQuickEntry(): boolean {
  return document.activeElement?.id === quickEntryField;
}

/** Opens the line that makes steps, or goes to it where it is open. */
function openQuickEntry(): void {
  cameFrom = document.activeElement;
  useApp.setState({ isQuickEntry: true });
  document.getElementById(quickEntryField)?.focus();
}

/** Closes the line and gives the focus back: to the step made last, else to where it was. */
export function closeQuickEntry(hasMade: boolean): void {
  useApp.setState({ isQuickEntry: false });
  const before = cameFrom;
  cameFrom = null;
  const isOnCanvas = before === null || before.closest('[data-canvas]') !== null || before === document.body;
  if (!hasMade && !isOnCanvas && before instanceof HTMLElement && before.isConnected) before.focus();
  else focusCanvas();
}

/** Opens the line that makes steps. Where the focus is in it, adds what is typed and stays, and closes an empty line. */
export function toggleQuickEntry(): void {
  if (!useApp.getState().isQuickEntry || !inQuickEntry()) openQuickEntry();
  else if (addTyped?.() !== true) closeQuickEntry(false);
}
