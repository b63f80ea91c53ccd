import { findingsText } from './findings';

/** Every text of the app in English, by topic. Values are strings, or functions of typed values that give one. */
export const en = {
  findings: findingsText,
} as const;
