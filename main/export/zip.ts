import { type Zippable, zipSync } from 'fflate';

/** A file of an archive: its path with forward slashes, and its text (written as UTF-8) or bytes. */
export interface ZipEntry {
  readonly path: string;
  readonly content: string | Uint8Array;
}

/** The earliest moment that an archive can hold, by the local clock, which is what an archive writes: the same everywhere. */
const mtime = new Date(1980, 0, 1);

/** Pictures are packed already. */
const isPacked = (path: string): boolean => /\.(?:png|jpe?g|woff2)$/i.test(path);

/** An archive with its entries in the given order and one fixed date: the same entries give the same bytes. Throws `RangeError` where two entries have one path. */
export function zip(entries: readonly ZipEntry[]): Uint8Array {
  const encoder = new TextEncoder();
  const files: Zippable = {};
  for (const { path, content } of entries) {
    if (Object.hasOwn(files, path)) throw new RangeError(`two entries are called ${path}`);
    const bytes = typeof content === 'string' ? encoder.encode(content) : content;
    files[path] = [bytes, { mtime, level: isPacked(path) ? 0 : 9 }];
  }
  return zipSync(files);
}
