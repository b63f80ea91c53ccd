import { basename } from 'node:path';
import { importLimits } from '../../shared/import/limits';
import { filesText } from '../../shared/text/files';
import { importText } from '../../shared/text/import';
import { asFileProblem } from '../files/file-problem';
import { withRegularFile } from '../files/file-stamp';
import { resolveTarget } from '../files/real-path';

/** The bytes of a file that comes in, or the sentence that says why there are none. */
export type ReadBytes =
  | { readonly kind: 'read'; readonly bytes: Uint8Array }
  | { readonly kind: 'missing' | 'folder-missing' | 'failed'; readonly sentence: string };

/** Reads a regular file of at most the size that is imported. */
export async function readBytes(path: string): Promise<ReadBytes> {
  const tooLarge = importText.refused.tooLarge(importLimits.bytes / 1024 / 1024);
  try {
    return await withRegularFile(await resolveTarget(path), async (handle): Promise<ReadBytes> => {
      const { size } = await handle.stat();
      if (size > importLimits.bytes) return { kind: 'failed', sentence: tooLarge };
      const bytes = await handle.readFile();
      return bytes.length > importLimits.bytes
        ? { kind: 'failed', sentence: tooLarge }
        : { kind: 'read', bytes };
    });
  } catch (error) {
    const { kind, code } = asFileProblem(error);
    const name = basename(path);
    switch (kind) {
      case 'missing':
      case 'folder-missing':
        return { kind, sentence: filesText.notOpened[kind](name) };
      case 'read-only-file':
      case 'read-only-disk':
      case 'disk-full':
        return { kind: 'failed', sentence: filesText.notOpened['io-error'](name, code) };
      default:
        return { kind: 'failed', sentence: filesText.notOpened[kind](name, code) };
    }
  }
}
