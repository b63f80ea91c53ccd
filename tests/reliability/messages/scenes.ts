import { importScene, readingScene, tableScene } from './importing';
import { newerScene, openingScene, remarkScenes, versionScene } from './opening';
import { othersScene, twiceScene } from './others';
import { conflictScene, goneScene } from './conflicts';
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
  newerScene,
  exportScene,
  printingScene,
  paperScene,
  supportScene,
  othersScene,
  conflictScene,
  goneScene,
  overwritingScene,
  versionsScene,
  twiceScene,
  openingScene,
  ...remarkScenes,
  versionScene,
  importScene,
  readingScene,
  tableScene,
  crashScene,
  hangScene,
  lostScene,
  besideScene,
  typedScene,
  discardScene,
  noCopyScene,
  onlyHereScene,
  settingsScene,
  noProfileScene,
  questionScene,
];
