import { createHash } from 'node:crypto';
import { mkdir, open, readdir, readFile, rename, rm, stat, unlink } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { renameOver, syncFolder, writeAll } from './durable';
import { codeOf, FileProblem } from './file-problem';
import { sha256Of, withRegularFile } from './file-stamp';
import type { KeptVersion } from './history-rotation';

/** The list of the versions of one document. */
export interface HistoryIndex {
  /** The real path of the document. */
  readonly path: string;
  /** The real path that the work had before it was saved under this one. */
  readonly from?: string | undefined;
  /** In their order. */
  readonly versions: readonly KeptVersion[];
}

/** What the disk says of a history: its list, nothing, or a list that cannot be read. */
export type FoundIndex = HistoryIndex | 'missing' | 'damaged';

const indexName = 'index.json';
const versionName = /^([0-9a-f]{64})\.vsmap$/;
const largestIndex = 1024 * 1024;

const indexSchema = z.object({
  format: z.literal('streamwright-history'),
  path: z.string().min(1).max(32_768),
  from: z.string().min(1).max(32_768).optional(),
  versions: z
    .array(
      z.object({
        number: z.number().int().positive(),
        at: z.number().nullable(),
        size: z.number().int().nonnegative(),
        sha256: z.string().regex(/^[0-9a-f]{64}$/),
        why: z.enum(['saved', 'opened', 'replaced']),
      }),
    )
    .max(10_000),
});

/** The name of the folder of a document: a hash of its real path, so that any path makes a plain name. */
export function historyKey(path: string): string {
  return createHash('sha256').update(path.normalize('NFC')).digest('hex').slice(0, 32);
}

/** Writes a file whole or not at all, readable by its owner alone. */
async function put(path: string, bytes: Uint8Array): Promise<void> {
  const unfinished = `${path}.new`;
  const handle = await open(unfinished, 'w', 0o600);
  try {
    await writeAll(handle, bytes);
    await handle.sync();
    if ((await handle.stat()).size !== bytes.length) throw new FileProblem('io-error', 'EIO');
  } catch (error) {
    await handle.close().catch(() => undefined);
    await unlink(unfinished).catch(() => undefined);
    throw error;
  }
  await handle.close();
  await renameOver(unfinished, path);
}

async function namesIn(folder: string): Promise<readonly string[]> {
  return await readdir(folder).catch((error: unknown) => {
    if (codeOf(error) === 'ENOENT') return [];
    throw error;
  });
}

/** Makes the folder of a document, for its owner alone. */
export async function makeHistoryFolder(folder: string): Promise<void> {
  await mkdir(dirname(folder), { recursive: true, mode: 0o700 });
  const isMade = await mkdir(folder, { recursive: true, mode: 0o700 });
  if (isMade !== undefined) await syncFolder(dirname(folder));
}

/** The keys of all documents with a history. */
export async function historyKeys(root: string): Promise<readonly string[]> {
  return (await namesIn(root)).filter((name) => /^[0-9a-f]{32}$/.test(name));
}

/** Reads the list of a document. */
export async function readIndex(folder: string): Promise<FoundIndex> {
  try {
    const text = await withRegularFile(join(folder, indexName), async (handle) =>
      (await handle.stat()).size > largestIndex ? '' : await handle.readFile('utf8'),
    );
    const found = indexSchema.safeParse(JSON.parse(text)).data;
    return found ? { path: found.path, from: found.from, versions: found.versions } : 'damaged';
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return (await namesIn(folder)).some(isVersion) ? 'damaged' : 'missing';
    if (error instanceof SyntaxError) return 'damaged';
    throw error;
  }
}

const isVersion = (name: string): boolean => versionName.test(name);

/** Writes the list of a document. */
export async function writeIndex(folder: string, index: HistoryIndex): Promise<void> {
  const text = JSON.stringify({ format: 'streamwright-history', ...index }, null, 1);
  await put(join(folder, indexName), Buffer.from(text));
  await syncFolder(folder);
}

/** The list that the files themselves tell where theirs is damaged: their times are not known. */
export async function indexFromFiles(folder: string, path: string): Promise<HistoryIndex> {
  const hashes = (await namesIn(folder)).flatMap((name) => versionName.exec(name)?.[1] ?? []);
  const sized = await Promise.all(
    hashes.map(async (sha256) => ({ sha256, size: (await stat(fileOf(folder, sha256))).size })),
  );
  const versions = sized.map(
    (each, at): KeptVersion => ({ ...each, number: at + 1, at: null, why: 'saved' }),
  );
  return { path, versions };
}

/** The file of a version. */
export function fileOf(folder: string, sha256: string): string {
  return join(folder, `${sha256}.vsmap`);
}

/** True where the file of a version is there in its full length; its content is checked when it is read. */
export async function hasVersion(
  folder: string,
  { sha256, size }: Pick<KeptVersion, 'sha256' | 'size'>,
): Promise<boolean> {
  return await stat(fileOf(folder, sha256)).then(
    (found) => found.isFile() && found.size === size,
    () => false,
  );
}

/** Writes the file of a version. */
export async function putVersion(folder: string, sha256: string, bytes: Uint8Array): Promise<void> {
  await put(fileOf(folder, sha256), bytes);
}

/** The bytes of a version; null where its file is gone or not what was kept. */
export async function readVersion(folder: string, sha256: string): Promise<Uint8Array | null> {
  const bytes = await readFile(fileOf(folder, sha256)).catch(() => null);
  return bytes !== null && sha256Of(bytes) === sha256 ? bytes : null;
}

/** Removes the files that no version of the list needs any more, and what was not finished. */
export async function dropUnlisted(folder: string, versions: readonly KeptVersion[]): Promise<void> {
  const listed = new Set(versions.map(({ sha256 }) => `${sha256}.vsmap`));
  const surplus = (await namesIn(folder)).filter(
    (name) => (isVersion(name) && !listed.has(name)) || name.endsWith('.new'),
  );
  for (const name of surplus) await unlink(join(folder, name)).catch(() => undefined);
}

/** Removes the history of one document or, given the root, of all. */
export async function dropHistory(folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true, maxRetries: 3 });
}

/** Gives the history of a document that was moved to its new place. */
export async function moveHistory(from: string, to: string): Promise<void> {
  await rename(from, to);
  await syncFolder(dirname(to));
}
