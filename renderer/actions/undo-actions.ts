import { canRedo, canUndo, type Entry } from '../../shared/commands/history';
import { en } from '../../shared/text/en';
import type { PageName } from '../../shared/text/pages';
import { nextMoment, stepTrial, trialMoment } from '../pages/what-if/what-if-state';
import { notify, redoLast, undoLast, useApp } from '../store';
import type { Action } from './action';

/** The page on which a change was made. */
const pages = new WeakMap<Entry, PageName>();

useApp.subscribe(({ history, page }) => {
  const entry = history.past.at(-1);
  if (entry && !pages.has(entry)) pages.set(entry, page);
});

/** When a change was made, or taken back last. */
const moments = new WeakMap<Entry, number>();

useApp.subscribe(({ history }, before) => {
  for (const way of ['past', 'future'] as const) {
    const entry = history[way].at(-1);
    const isNew = entry !== before.history[way].at(-1) && history[way].length >= before.history[way].length;
    if (entry && isNew) moments.set(entry, nextMoment());
  }
});

/** True where what is tried with the sliders is next: they are shown, and were moved after the last change of the document. */
export function isTrialNext(way: 'back' | 'again'): boolean {
  const { page, mapId, history } = useApp.getState();
  const tried = page === 'what-if' ? trialMoment(mapId, way) : null;
  const entry = history[way === 'back' ? 'past' : 'future'].at(-1);
  return tried !== null && (entry === undefined || tried > (moments.get(entry) ?? 0));
}

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
    can: () => isTrialNext('back') || canUndo(useApp.getState().history),
    run: () => {
      if (isTrialNext('back')) return stepTrial(useApp.getState().mapId, 'back');
      const entry = useApp.getState().history.past.at(-1);
      undoLast();
      say(entry, en.shell.takenBack);
    },
  },
  {
    id: 'edit.redo',
    group: 'edit',
    keys: ['$mod+Shift+KeyZ', '$mod+KeyY'],
    can: () => isTrialNext('again') || canRedo(useApp.getState().history),
    run: () => {
      if (isTrialNext('again')) return stepTrial(useApp.getState().mapId, 'again');
      const entry = useApp.getState().history.future.at(-1);
      redoLast();
      say(entry, en.shell.doneAgain);
    },
  },
];
