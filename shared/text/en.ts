import { commandsText } from './commands';
import { drawingSentences, drawingText } from './drawing';
import { fileFormatText } from './file-format';
import { findingsText } from './findings';
import { layoutText } from './layout';
import { mainText } from './main';
import { unitsText } from './units';

/** Every text of the app in English, by topic. Values are strings, or functions of typed values that give one. */
export const en = {
  drawing: drawingText,
  drawingSentences,
  commands: commandsText,
  fileFormat: fileFormatText,
  findings: findingsText,
  layout: layoutText,
  main: mainText,
  units: unitsText,
} as const;
