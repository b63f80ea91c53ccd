import type { FileHandle } from 'node:fs/promises';
import { asFileProblem, type FileProblemKind } from './file-problem';
import { type FileStamp, sha256Of, withRegularFile } from './file-stamp';
import { resolveTarget } from './real-path';

/** The largest document that is opened, in bytes. */
export const largestFile = 100 * 1024 * 1024;

/** The answer of opening: the whole text with the stamp to expect at save (`path` is the real one), or a named failure. */
export type OpenResult =
  | { readonly kind: 'opened'; readonly path: string; readonly text: string; readonly stamp: FileStamp }
  | { readonly kind: 'too-large'; readonly size: number }
  | { readonly kind: 'not-text'; readonly path: string; readonly bytes: Uint8Array }
  | {
      readonly kind: Exclude<FileProblemKind, 'read-only-file' | 'read-only-disk' | 'disk-full'>;
      readonly code: string | null;
    };

interface WholeFile {
  readonly bytes: Uint8Array;
  readonly mtimeMs: number;
}

async function readWhole(handle: FileHandle, limit: number): Promise<WholeFile | { readonly size: number }> {
  const { size } = await handle.stat();
  if (size > limit) return { size };
  // One byte more than expected, so that a file that grows meanwhile is seen to.
  let bytes = Buffer.allocUnsafe(size + 1);
  let length = 0;
  for (;;) {
    const { bytesRead } = await handle.read(bytes, length, bytes.length - length, length);
    length += bytesRead;
    if (bytesRead === 0) break;
    if (length > limit) return { size: length };
    if (length === bytes.length) bytes = Buffer.concat([bytes], bytes.length * 2);
  }
  return { bytes: bytes.subarray(0, length), mtimeMs: (await handle.stat()).mtimeMs };
}

function decode(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** Reads a user's document: a regular file of at most `limit` bytes in UTF-8, with or without byte order mark. */
export async function openFile(path: string, limit = largestFile): Promise<OpenResult> {
  try {
    const real = await resolveTarget(path);
    const read = await withRegularFile(real, (handle) => readWhole(handle, limit));
    if ('size' in read) return { kind: 'too-large', size: read.size };
    const text = decode(read.bytes);
    if (text === null) return { kind: 'not-text', path: real, bytes: read.bytes };
    const stamp = { mtimeMs: read.mtimeMs, size: read.bytes.length, sha256: sha256Of(read.bytes) };
    return { kind: 'opened', path: real, text, stamp };
  } catch (error) {
    const { kind, code } = asFileProblem(error);
    if (kind === 'read-only-file' || kind === 'read-only-disk' || kind === 'disk-full')
      return { kind: 'io-error', code };
    return { kind, code };
  }
}
