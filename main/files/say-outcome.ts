import { filesText } from '../../shared/text/files';
import { largestFile, type OpenResult } from './open-file';
import type { WriteOptions, WriteResult } from './write-safely';

const megabyte = 1024 * 1024;

/** The sentence for a save that is not `saved`, and for one that separated hard links; null when there is nothing to say. */
export function saySaved(result: WriteResult, name: string, { expected }: WriteOptions): string | null {
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
export function sayNotOpened(result: Exclude<OpenResult, { kind: 'opened' }>, name: string): string {
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
