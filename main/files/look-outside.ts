import { type BigIntStats } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { basename, dirname, extname, join } from 'node:path';
import { asFileProblem, codeOf } from './file-problem';
import { type FileStamp, stampOnDisk } from './file-stamp';

/** The number by which a disk knows a file under all its names. */
export interface Identity {
  readonly device: bigint;
  readonly number: bigint;
}

/**
 * What became of a file since it was read or written here. `moved`: another name in the same folder holds what was
 * known; it is certainly the same file where the disk's own number says so, else a file that was not there before.
 */
export type Outside =
  | { readonly kind: 'same'; readonly identity: Identity; readonly beside: Beside }
  | { readonly kind: 'changed'; readonly stamp: FileStamp }
  | { readonly kind: 'deleted' | 'not-a-file' }
  | { readonly kind: 'moved'; readonly path: string; readonly stamp: FileStamp; readonly isCertain: boolean }
  | { readonly kind: 'unreachable'; readonly code: string | null };

/** What is known of a file: the stamp that the disk should give (null: nothing), and its number and neighbours where those were seen. */
export interface Known {
  readonly stamp: FileStamp | null;
  readonly identity: Identity | null;
  readonly beside: Beside;
}

/** The names in the folder of a file while the file was there; null where they were not seen. */
export type Beside = ReadonlySet<string> | null;

/** Of this many files at most is a moved one sought, and so many of its size are read. */
const mostNames = 2000;
const mostRead = 20;

/** The number of a file by its stats. */
export function identityOf({ dev, ino }: BigIntStats): Identity {
  return { device: dev, number: ino };
}

/** True where both are the same file on the same disk; a disk without numbers gives 0 for each. */
export function isSameFile(a: Identity | null, b: Identity | null): boolean {
  return a !== null && b !== null && a.number !== 0n && a.number === b.number && a.device === b.device;
}

async function statsOf(path: string): Promise<BigIntStats | null> {
  try {
    return await stat(path, { bigint: true });
  } catch (error) {
    if (codeOf(error) === 'ENOENT' || codeOf(error) === 'ENOTDIR') return null;
    throw error;
  }
}

/** The names in the folder of a file at this moment; null where they cannot be read, or where the file is not among them. */
export async function namesBeside(path: string): Promise<Beside> {
  const names = await readdir(dirname(path)).catch((): string[] => []);
  return names.includes(basename(path)) ? new Set(names) : null;
}

interface Candidate {
  readonly path: string;
  readonly isCertain: boolean;
}

/** Files of the folder that may be the lost one under another name, the certain one first; none that was a file of its own before. */
async function candidates(
  path: string,
  size: number,
  { identity, beside }: Known,
): Promise<readonly Candidate[]> {
  const folder = dirname(path);
  const names = (await readdir(folder)).filter(
    (name) => extname(name).toLowerCase() === extname(path).toLowerCase() && name !== basename(path),
  );
  const found = await Promise.all(
    names.slice(0, mostNames).map(async (name): Promise<Candidate | null> => {
      const stats = await statsOf(join(folder, name)).catch(() => null);
      if (!stats?.isFile() || stats.size !== BigInt(size)) return null;
      return { path: join(folder, name), isCertain: isSameFile(identityOf(stats), identity) };
    }),
  );
  return found
    .filter((each) => each !== null)
    .filter(({ path: other, isCertain }) => isCertain || beside?.has(basename(other)) === false)
    .toSorted((a, b) => Number(b.isCertain) - Number(a.isCertain))
    .slice(0, mostRead);
}

async function findMoved(path: string, known: Known): Promise<Outside> {
  const { stamp } = known;
  if (stamp === null) return { kind: 'deleted' };
  for (const { path: other, isCertain } of await candidates(path, stamp.size, known)) {
    const found = await stampOnDisk(other).catch(() => null);
    // Numbers are given again after a deletion: only the same content makes it the same file.
    if (found?.sha256 === stamp.sha256) return { kind: 'moved', path: other, stamp: found, isCertain };
  }
  return { kind: 'deleted' };
}

async function look(path: string, known: Known): Promise<Outside> {
  const stats = await statsOf(path);
  if (stats === null) {
    const folder = await statsOf(dirname(path));
    if (!folder?.isDirectory()) return { kind: 'unreachable', code: 'ENOENT' };
    return await findMoved(path, known);
  }
  if (!stats.isFile()) return { kind: 'not-a-file' };
  const stamp = await stampOnDisk(path);
  if (stamp === null) return { kind: 'deleted' };
  if (stamp.sha256 !== known.stamp?.sha256) return { kind: 'changed', stamp };
  return { kind: 'same', identity: identityOf(stats), beside: await namesBeside(path) };
}

/** Compares the disk with what is known of a file, by content and never by time or size; never rejects. */
export async function lookOutside(path: string, known: Known): Promise<Outside> {
  try {
    return await look(path, known);
  } catch (error) {
    const { kind, code } = asFileProblem(error);
    return kind === 'not-a-file' ? { kind } : { kind: 'unreachable', code };
  }
}

/** All that a disk tells of a file without reading it; equal answers mean that looking closer can wait. */
export async function fingerprintOf(path: string): Promise<string> {
  try {
    const { dev, ino, size, mtimeNs, ctimeNs, mode } = await stat(path, { bigint: true });
    return [dev, ino, size, mtimeNs, ctimeNs, mode].join(' ');
  } catch (error) {
    const folder = await stat(dirname(path), { bigint: true }).catch(() => null);
    return `${codeOf(error) ?? 'unknown'} in ${folder === null ? 'nothing' : String(folder.ino)}`;
  }
}
