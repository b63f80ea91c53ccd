import './no-eval';
import { keepNativeMenu } from './actions/native-menu';
import { runAction } from './actions/registry';
import { listenToKeys } from './actions/shortcuts';
import { startEmpty, startFromTemplate, startTour } from './document/import';
import { keepWork } from './document/keep';
import { openByDialog, openRecent, takeOpened } from './document/open';
import { compareWork, restoreWork, showReturned } from './document/restore';
import { hearOutside } from './document/outside';
import { save } from './document/save';
import { showCopy } from './history/show-copy';
import { importFile, takeForeign } from './import/open-foreign';
import { keepSampling } from './sampling/keep-sampling';
import { keepFocus } from './shell/keep-focus';

/** Listens to the keys, keeps work, focus and percentiles, and makes the fonts for other scripts known. */
export function begin(): void {
  keepWork();
  hearOutside();
  listenToKeys();
  keepNativeMenu();
  keepFocus();
  keepSampling();
  void import('./ui/fallback-fonts');
}

/** What the start screen and the main process ask for. */
export const deeds = {
  compareWork,
  importFile,
  openByDialog,
  openRecent,
  restoreWork,
  runAction,
  save,
  showCopy,
  showReturned,
  startEmpty,
  startFromTemplate,
  startTour,
  takeForeign,
  takeOpened,
};
