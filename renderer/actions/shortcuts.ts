import type { Action } from './action';
import { copySelection, cutSelection, pasteText } from '../canvas/clipboard';
import { clipboardCells } from '../../shared/tables/cells-text';
import { isTable, pasteTable } from '../pages/table/paste-target';
import { usePresent } from '../present/present-state';
import { useApp } from '../store';
import { closeLayers } from '../ui/close-layers';
import { fitOf } from './keymap';
import { keysNow } from './keys-now';
import { allActions } from './registry';

function inField(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || target.closest('input, textarea, select') !== null)
  );
}

/** Sliders, boxes to tick and the like hold no text that could be taken back. */
function hasNoText(target: EventTarget | null): boolean {
  return target instanceof HTMLInputElement && /^(range|checkbox|radio|button)$/.test(target.type);
}

function isUntouched(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.dataset['untouched'] === 'true';
}

function inCanvas(target: EventTarget | null): boolean {
  const { screen, page } = useApp.getState();
  if (screen !== 'editor' || page !== 'map') return false;
  return target instanceof Element && (target.closest('[data-canvas]') !== null || target === document.body);
}

/** True where the shortcut belongs to what has the focus: no letters in fields, no canvas keys outside the canvas, nothing under a dialog. */
function applies(action: Action, event: KeyboardEvent): boolean {
  const { screen, dialog } = useApp.getState();
  if (dialog !== null || usePresent.getState().isOn) return false;
  if (action.scope === 'canvas') return inCanvas(event.target) && !inField(event.target);
  if (action.id === 'pane.canvas') return screen === 'editor' && !inCanvas(event.target);
  // A field in which nothing was typed yet has nothing of its own to take back.
  if (action.id === 'edit.undo' || action.id === 'edit.redo')
    return !inField(event.target) || hasNoText(event.target) || isUntouched(event.target);
  return !inField(event.target) || event.ctrlKey || event.metaKey || /^F\d/.test(event.key);
}

/** Actions that the canvas itself or a clipboard event does when their usual keys are pressed. */
const servedElsewhere: ReadonlySet<string> = new Set([
  'insert.next',
  'walk.next',
  'walk.previous',
  'edit.cut',
  'edit.copy',
  'edit.paste',
]);

const isServedElsewhere = (action: Action, event: KeyboardEvent): boolean =>
  servedElsewhere.has(action.id) && (action.keys ?? []).some((keys) => fitOf(keys, event) > 0);

/** The action whose shortcut fits best, those of the canvas first. */
function wantedBy(event: KeyboardEvent): Action | undefined {
  const { preferences } = useApp.getState();
  let best: { action: Action; fit: number } | null = null;
  for (const action of allActions) {
    const own = Math.max(0, ...keysNow(action, preferences).map((keys) => fitOf(keys, event)));
    if (own === 0 || !applies(action, event)) continue;
    const fit = own * 2 + (action.scope === 'canvas' ? 1 : 0);
    if (best === null || fit > best.fit) best = { action, fit };
  }
  return best?.action;
}

function onKey(event: KeyboardEvent): void {
  if (event.defaultPrevented || event.isComposing) return;
  const action = wantedBy(event);
  if (!action || isServedElsewhere(action, event)) return;
  event.preventDefault();
  closeLayers();
  if (action.can?.() ?? true) action.run();
}

/** Keeps keys from the canvas that the user took from an action which the canvas does itself. */
function onEarlyKey(event: KeyboardEvent): void {
  const { preferences } = useApp.getState();
  const isTaken = allActions.some(
    (action) =>
      isServedElsewhere(action, event) &&
      keysNow(action, preferences).every((keys) => fitOf(keys, event) === 0),
  );
  if (!isTaken || !inCanvas(event.target)) return;
  event.stopPropagation();
  onKey(event);
}

function onPaste(event: ClipboardEvent): void {
  if (!inCanvas(event.target) || inField(event.target)) return;
  const [text, html] = ['text/plain', 'text/html'].map((type) => event.clipboardData?.getData(type) ?? '');
  const cells = clipboardCells(text ?? '', html ?? '');
  if (pasteText(text ?? '')) event.preventDefault();
  else if (isTable(cells)) {
    event.preventDefault();
    pasteTable(cells);
  }
}

function onCopy(event: ClipboardEvent): void {
  if (useApp.getState().selection.length === 0 || !inCanvas(event.target) || inField(event.target)) return;
  event.preventDefault();
  if (event.type === 'cut') cutSelection(event.clipboardData);
  else copySelection(event.clipboardData);
}

/** Listens to shortcuts and to paste. Returns a function that ends it. */
export function listenToKeys(): () => void {
  window.addEventListener('keydown', onEarlyKey, { capture: true });
  window.addEventListener('keydown', onKey);
  document.addEventListener('copy', onCopy);
  document.addEventListener('cut', onCopy);
  document.addEventListener('paste', onPaste);
  return () => {
    window.removeEventListener('keydown', onEarlyKey, { capture: true });
    window.removeEventListener('keydown', onKey);
    document.removeEventListener('paste', onPaste);
    document.removeEventListener('copy', onCopy);
    document.removeEventListener('cut', onCopy);
  };
}
