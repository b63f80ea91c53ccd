import { filesText } from '../../shared/text/files';
import { largestFile, type OpenResult } from './open-file';
import type { WriteOptions, WriteResult } from './write-safely';

const megabyte = 1024 * 1024;
const longestName = 60;

/** A file name as a sentence can hold it: the middle of a very long one is left out. */
function inSentence(name: string): string {
  const letters = [...name];
  if (letters.length <= longestName) return name;
  return `${letters.slice(0, 36).join('').trimEnd()}…${letters.slice(-20).join('').trimStart()}`;
}

/** The sentence for a save that is not `saved`, and for one that separated hard links; null when there is nothing to say. */
export function saySaved(result: WriteResult, fileName: string, { expected }: WriteOptions): string | null {
  const name = inSentence(fileName);
  switch (result.kind) {
    case 'saved':
      return result.separatedLinks > 0 ? filesText.linksSeparated(name) : null;
    case 'conflict':
      if (result.found === null) return filesText.conflict.deleted(name);
      return expected === null ? filesText.conflict.exists(name) : filesText.conflict.changed(name);
    case 'unconfirmed':
      return filesText.unconfirmed(name);
    default:
      return filesText.notSaved[result.kind](name, result.code);
  }
}

/** The sentence for a file that could not be opened. */
export function sayNotOpened(result: Exclude<OpenResult, { kind: 'opened' }>, fileName: string): string {
  const name = inSentence(fileName);
  switch (result.kind) {
    case 'too-large':
      return filesText.notOpened['too-large'](
        name,
        Math.ceil(result.size / megabyte),
        largestFile / megabyte,
      );
    case 'not-text':
      return filesText.notOpened['not-text'](name);
    default:
      return filesText.notOpened[result.kind](name, result.code);
  }
}
