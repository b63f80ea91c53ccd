import { importScene } from './importing';
import { newerScene, openingScene, remarkScenes, versionScene } from './opening';
import { othersScene, twiceScene } from './others';
import { printingScene, savingScene } from './saving';
import type { Scene } from './stage';
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
  newerScene,
  printingScene,
  othersScene,
  twiceScene,
  openingScene,
  ...remarkScenes,
  versionScene,
  importScene,
  crashScene,
  hangScene,
  lostScene,
  besideScene,
  typedScene,
  discardScene,
  noCopyScene,
  noProfileScene,
  questionScene,
];
