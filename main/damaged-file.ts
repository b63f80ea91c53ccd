import { basename } from 'node:path';
import { holdsWork } from '../shared/file-format/holds-work';
import { readProject } from '../shared/file-format/read';
import { salvage } from '../shared/file-format/salvage';
import { writeProject } from '../shared/file-format/write';
import type { DamagedFile, OpenResult } from '../shared/ipc/results';
import { damagedText } from '../shared/text/damaged';
import type { Context } from './context';

/** The largest damaged file out of which something is saved, bytes. */
const largestSalvaged = 32 * 1024 * 1024;

/** A file that cannot be shown as it stands: what is said of it, and `alone` where nothing of it is found. */
interface NotSound {
  readonly path: string;
  readonly bytes: Uint8Array;
  readonly sentence: string;
  readonly alone?: string;
}

/** The newest kept version of a file that is whole. */
async function lastGoodOf(path: string, { history }: Context): Promise<DamagedFile['lastGood']> {
  const { versions } = await history.list(path);
  for (const { number, at, isThere } of versions) {
    const bytes = isThere ? await history.read(path, number) : null;
    const text = bytes === null ? '' : new TextDecoder().decode(bytes);
    const read = readProject(text);
    const isSound = read.kind === 'read' && read.warnings.length === 0;
    if (isSound) return { text, keptAt: at === null ? null : new Date(at).toISOString() };
  }
  return null;
}

/** Offers what of a damaged file is sound and its last good version, or says why it cannot be opened. The file itself is left alone; `path` is the real one. */
export async function offerSaved(
  { path, bytes, sentence, alone }: NotSound,
  context: Context,
): Promise<OpenResult> {
  const isTooLarge = bytes.length > largestSalvaged;
  const tooLarge = `${sentence} ${damagedText.tooLarge(largestSalvaged / 1024 / 1024)}`;
  const salvaged = isTooLarge ? null : salvage(bytes);
  const found = salvaged && (salvaged.kind === 'whole' || holdsWork(salvaged.project)) ? salvaged : null;
  const lastGood = await lastGoodOf(path, context);
  if (found === null && lastGood === null)
    return { kind: 'failed', sentence: isTooLarge ? tooLarge : (alone ?? sentence) };
  const saved = found && {
    text: writeProject(found.project),
    isWhole: found.kind === 'whole',
    remarks: found.remarks,
  };
  return { kind: 'damaged', name: basename(path), problem: salvaged?.problem ?? sentence, saved, lastGood };
}
