import { createKeybindingsHandler, type KeyBindingMap } from 'tinykeys';
import type { Action } from './action';
import { copySelection, cutSelection, pasteText } from '../canvas/clipboard';
import { useApp } from '../store';
import { allActions } from './registry';

function inField(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || target.closest('input, textarea, select') !== null)
  );
}

function isUntouched(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.dataset['untouched'] === 'true';
}

function inCanvas(target: EventTarget | null): boolean {
  return target instanceof Element && (target.closest('[data-canvas]') !== null || target === document.body);
}

/** True where the shortcut belongs to what has the focus: no letters in fields, no canvas keys outside the canvas, nothing under a dialog. */
function applies(action: Action, event: KeyboardEvent): boolean {
  const { screen, dialog } = useApp.getState();
  if (event.defaultPrevented || dialog !== null) return false;
  if (action.scope === 'canvas')
    return screen === 'editor' && inCanvas(event.target) && !inField(event.target);
  if (action.id === 'pane.canvas') return screen === 'editor' && !inCanvas(event.target);
  // A field in which nothing was typed yet has nothing of its own to take back.
  if (action.id === 'edit.undo' || action.id === 'edit.redo')
    return !inField(event.target) || isUntouched(event.target);
  return !inField(event.target) || event.ctrlKey || event.metaKey || event.key.startsWith('F');
}

/** Keys that the canvas itself, the paste event or the browser's own focus order serve. */
const servedElsewhere = new Set([
  'insert.next',
  'walk.next',
  'walk.previous',
  'edit.cut',
  'edit.copy',
  'edit.paste',
]);

function bindings(): KeyBindingMap {
  const map: KeyBindingMap = {};
  for (const action of allActions) {
    if (servedElsewhere.has(action.id)) continue;
    for (const keys of action.keys ?? []) {
      map[keys] = (event) => {
        if (!applies(action, event)) return;
        event.preventDefault();
        if (action.can?.() ?? true) action.run();
      };
    }
  }
  return map;
}

/** Listens to shortcuts and to paste. Returns a function that ends it. */
export function listenToKeys(): () => void {
  const onKey = createKeybindingsHandler(bindings());
  const onPaste = (event: ClipboardEvent): void => {
    if (!inCanvas(event.target) || inField(event.target) || useApp.getState().screen !== 'editor') return;
    if (pasteText(event.clipboardData?.getData('text/plain') ?? '')) event.preventDefault();
  };
  const onCopy = (event: ClipboardEvent): void => {
    const { selection, screen } = useApp.getState();
    if (screen !== 'editor' || selection.length === 0 || !inCanvas(event.target) || inField(event.target))
      return;
    event.preventDefault();
    if (event.type === 'cut') cutSelection(event.clipboardData);
    else copySelection(event.clipboardData);
  };
  window.addEventListener('keydown', onKey);
  document.addEventListener('copy', onCopy);
  document.addEventListener('cut', onCopy);
  document.addEventListener('paste', onPaste);
  return () => {
    window.removeEventListener('keydown', onKey);
    document.removeEventListener('paste', onPaste);
    document.removeEventListener('copy', onCopy);
    document.removeEventListener('cut', onCopy);
  };
}
