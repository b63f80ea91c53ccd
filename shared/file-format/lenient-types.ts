import type { JsonValue } from './json';

/** A part of a document that grows while it is read. */
export interface Branch {
  [key: string]: Leaf;
}
export type Leaf = JsonValue | Branch | Leaf[];

/** What could be read of a text that is not sound JSON. */
export interface LenientRead {
  readonly document: Branch;
  /** Where something could not be read: the names on the way there, as far as they are known. */
  readonly damaged: readonly (readonly string[])[];
  /** The numbers of the lines that could not be read, from 0; only of texts of one entry a line. */
  readonly lines: readonly number[];
  /** True where the text breaks off before its end. */
  readonly isCut: boolean;
}

/** Begins the key of a part whose own key was not readable: no id of ours begins so. */
export const lostKeyMark = '\u0000';

/** Sets a field. A name that changes what an object inherits is never set. */
export function setField(branch: Branch, key: string, value: Leaf): boolean {
  if (key === '__proto__') return false;
  branch[key] = value;
  return true;
}
