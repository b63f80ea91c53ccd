import { commandsText } from './commands';
import { findingsText } from './findings';
import { unitsText } from './units';

/** Every text of the app in English, by topic. Values are strings, or functions of typed values that give one. */
export const en = {
  commands: commandsText,
  findings: findingsText,
  units: unitsText,
} as const;
