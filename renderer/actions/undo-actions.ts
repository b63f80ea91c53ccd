import { canRedo, canUndo, type Entry } from '../../shared/commands/history';
import { en } from '../../shared/text/en';
import type { PageName } from '../../shared/text/pages';
import { canStepTrial, stepTrial } from '../pages/what-if/what-if-state';
import { notify, redoLast, undoLast, useApp } from '../store';
import type { Action } from './action';

/** The page on which a change was made. */
const pages = new WeakMap<Entry, PageName>();

useApp.subscribe(({ history, page }) => {
  const entry = history.past.at(-1);
  if (entry && !pages.has(entry)) pages.set(entry, page);
});

/** What is tried with the sliders goes first while they are shown. */
const triesFirst = (way: 'back' | 'again'): boolean => {
  const { page, mapId } = useApp.getState();
  return page === 'what-if' && canStepTrial(mapId, way);
};

/** Says what was taken back or done again where that was made on a page which is not shown. */
function say(entry: Entry | undefined, words: (label: string) => string): void {
  if (!entry) return;
  const made = pages.get(entry);
  if (made !== undefined && made !== useApp.getState().page) notify(words(entry.label));
}

/** Takes the last change back, or does it again. */
export const undoActions: readonly Action[] = [
  {
    id: 'edit.undo',
    group: 'edit',
    keys: ['$mod+KeyZ'],
    can: () => triesFirst('back') || canUndo(useApp.getState().history),
    run: () => {
      if (triesFirst('back')) return stepTrial(useApp.getState().mapId, 'back');
      const entry = useApp.getState().history.past.at(-1);
      undoLast();
      say(entry, en.shell.takenBack);
    },
  },
  {
    id: 'edit.redo',
    group: 'edit',
    keys: ['$mod+Shift+KeyZ', '$mod+KeyY'],
    can: () => triesFirst('again') || canRedo(useApp.getState().history),
    run: () => {
      if (triesFirst('again')) return stepTrial(useApp.getState().mapId, 'again');
      const entry = useApp.getState().history.future.at(-1);
      redoLast();
      say(entry, en.shell.doneAgain);
    },
  },
];
