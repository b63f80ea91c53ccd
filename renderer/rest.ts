import './no-eval';
import { keepNativeMenu } from './actions/native-menu';
import { runAction } from './actions/registry';
import { listenToKeys } from './actions/shortcuts';
import { startEmpty, startFromTemplate, startTour } from './document/import';
import { keepWork } from './document/keep';
import { openByDialog, openRecent, restoreWork, takeOpened } from './document/open';
import { save } from './document/save';
import { importFile, takeForeign } from './import/open-foreign';
import { keepSampling } from './sampling/keep-sampling';
import { keepFocus } from './shell/keep-focus';

/** Listens to the keys, keeps work, focus and percentiles, and makes the fonts for other scripts known. */
export function begin(): void {
  keepWork();
  listenToKeys();
  keepNativeMenu();
  keepFocus();
  keepSampling();
  void import('./ui/fallback-fonts');
}

/** What the start screen and the main process ask for. */
export const deeds = {
  importFile,
  openByDialog,
  openRecent,
  restoreWork,
  runAction,
  save,
  startEmpty,
  startFromTemplate,
  startTour,
  takeForeign,
  takeOpened,
};
