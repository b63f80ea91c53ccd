import { salvage } from '../shared/file-format/salvage';
import { writeProject } from '../shared/file-format/write';
import type { OpenResult } from '../shared/ipc/results';
import { damagedText } from '../shared/text/damaged';

/** The largest damaged file out of which something is saved, bytes. */
export const largestSalvaged = 32 * 1024 * 1024;

/** Offers what of a damaged file is sound, or says why it cannot be opened; the file itself is left alone. */
export function offerSaved(bytes: Uint8Array, name: string, sentence: string): OpenResult {
  if (bytes.length > largestSalvaged)
    return { kind: 'failed', sentence: `${sentence} ${damagedText.tooLarge(largestSalvaged / 1024 / 1024)}` };
  const found = salvage(bytes);
  if (found === null) return { kind: 'failed', sentence };
  const { project, problem, remarks, kind } = found;
  return { kind: 'damaged', name, problem, text: writeProject(project), isWhole: kind === 'whole', remarks };
}
