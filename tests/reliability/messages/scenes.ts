import { importScene, readingScene, tableScene } from './importing';
import { cleanCrashScene, partScene, returnScene } from './crashing';
import { damagedScene } from './damaged';
import { damagedHereScene, hopelessScene, nothingLeftScene } from './hopeless';
import { insideScene } from './inside';
import { openingScene, versionScene } from './opening';
import { forgottenScene, keptScene, putBackScenes, recentScene } from './recovering';
import { newerScene, remarkScenes } from './remarks';
import { startingScene } from './starting';
import { othersScene, twiceScene } from './others';
import { conflictScene, doubtedScene, goneScene } from './conflicts';
import { exportScene, printingScene, supportScene } from './exporting';
import { notSavedScene, onlyHereScene, settingsScene } from './not-saved';
import { paperScene } from './papers';
import { savingScene } from './saving';
import type { Scene } from './stage';
import { overwritingScene, versionsScene } from './versions';
import {
  besideScene,
  crashScene,
  discardScene,
  hangScene,
  lostScene,
  noCopyScene,
  noProfileScene,
  questionScene,
  typedScene,
} from './windows';

/** All scenes, in the order in which their messages are met. */
export const scenes: readonly Scene[] = [
  savingScene,
  notSavedScene,
  insideScene,
  newerScene,
  exportScene,
  printingScene,
  paperScene,
  supportScene,
  othersScene,
  conflictScene,
  goneScene,
  doubtedScene,
  overwritingScene,
  versionsScene,
  twiceScene,
  openingScene,
  ...remarkScenes,
  versionScene,
  nothingLeftScene,
  damagedScene,
  damagedHereScene,
  hopelessScene,
  recentScene,
  forgottenScene,
  importScene,
  readingScene,
  tableScene,
  crashScene,
  cleanCrashScene,
  returnScene,
  partScene,
  hangScene,
  lostScene,
  besideScene,
  typedScene,
  ...putBackScenes,
  keptScene,
  discardScene,
  noCopyScene,
  onlyHereScene,
  settingsScene,
  noProfileScene,
  questionScene,
  startingScene,
];
