import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { readProject } from '../../shared/file-format/read';
import { salvage } from '../../shared/file-format/salvage';
import { writeProject } from '../../shared/file-format/write';
import { type Project, projectSchema } from '../../shared/model/project';
import { inventedIn } from '../helpers/saved-part';
import { record } from './record';

/*
 * Every bit of two real files turned over, one at a time, and each file cut off at every length. Each must be told of:
 * opened whole, opened with a warning, refused in words, or saved in part with words. PROVE_STEP takes only each n-th
 * place, PROVE_FILES chooses by name.
 */

const folder = path.resolve(
  path.dirname(fileURLToPath(import.meta.url)),
  '../fixtures/file-format/version-1',
);
const step = Number(process.env['PROVE_STEP'] ?? 1);
const files = (process.env['PROVE_FILES'] ?? 'it-incident-response,every-table').split(',');
/** Longer than any single file may take, ms. */
const hangs = 30_000;

const decoder = new TextDecoder('utf-8', { fatal: true });
const counts = { flips: 0, cuts: 0, same: 0, warned: 0, whole: 0, partly: 0, refused: 0 };
const saved = { records: 0, of: 0 };
const wrong: string[] = [];
let longest = 0;

const recordsIn = (project: Project): number =>
  Object.entries(project).reduce(
    (sum, [key, table]) =>
      sum + (typeof table === 'object' && key !== 'settings' ? Object.keys(table).length : 0),
    0,
  );

function strictText(bytes: Uint8Array): string | null {
  try {
    return decoder.decode(bytes);
  } catch {
    return null;
  }
}

interface Whole {
  readonly text: string;
  readonly project: Project;
  readonly records: number;
}

/** Whether a result that claims to be sound is. */
function checkSaved(
  found: NonNullable<ReturnType<typeof salvage>>,
  whole: Whole,
  where: string,
  isCut: boolean,
): void {
  if (!projectSchema.safeParse(found.project).success) wrong.push(`${where}: not valid`);
  if (found.remarks.length === 0) wrong.push(`${where}: saved without words`);
  if (found.kind === 'whole' && writeProject(found.project) !== whole.text)
    wrong.push(`${where}: not the whole`);
  if (isCut && inventedIn(found.project, whole.project).length > 0)
    wrong.push(`${where}: something invented`);
}

function tryBytes(bytes: Uint8Array, whole: Whole, where: string, isCut: boolean): void {
  const started = performance.now();
  const text = strictText(bytes);
  const read = text === null ? null : readProject(text);
  if (read?.kind === 'read') {
    const isSame = writeProject(read.project) === whole.text;
    if (read.warnings.length > 0) counts.warned += 1;
    else if (isSame) counts.same += 1;
    else wrong.push(`${where}: accepted in silence`);
  } else {
    const found = salvage(bytes);
    if (found === null) counts.refused += 1;
    else {
      counts[found.kind] += 1;
      checkSaved(found, whole, where, isCut);
      if (found.kind === 'partly' && !isCut) {
        saved.records += recordsIn(found.project);
        saved.of += whole.records;
      }
    }
  }
  const took = performance.now() - started;
  longest = Math.max(longest, took);
  if (took > hangs) wrong.push(`${where}: took ${Math.round(took)} ms`);
}

for (const name of files) {
  const bytes = readFileSync(path.join(folder, `${name}.vsmap`));
  const read = readProject(bytes.toString('utf8'));
  if (read.kind !== 'read') throw new Error(read.sentence);
  const whole = { text: bytes.toString('utf8'), project: read.project, records: recordsIn(read.project) };
  for (let bit = 0; bit < bytes.length * 8; bit += step) {
    const flipped = Uint8Array.from(bytes);
    flipped[bit >> 3] = (flipped[bit >> 3] ?? 0) ^ (1 << (bit & 7));
    tryBytes(flipped, whole, `${name}, bit ${bit}`, false);
    counts.flips += 1;
    if (counts.flips % 10_000 === 0) console.log(`${counts.flips} bits, ${wrong.length} wrong`);
  }
  for (let length = 0; length < bytes.length; length += step) {
    tryBytes(bytes.subarray(0, length), whole, `${name}, cut at ${length}`, true);
    counts.cuts += 1;
  }
}

for (const line of wrong.slice(0, 20)) console.log(line);
const share = saved.of === 0 ? '' : `, ${((100 * saved.records) / saved.of).toFixed(1)} % of the records`;
record('bit-flips', {
  promises: ['R8', 'R9'],
  figures: [
    `${counts.flips} turned bits and ${counts.cuts} cuts of ${files.length} real files:`,
    `${wrong.filter((line) => line.endsWith('in silence')).length} accepted in silence,`,
    `${counts.whole} put right and proved by the checksum, ${counts.partly} saved in part (turned bits${share}),`,
    `${counts.warned} opened with a warning, ${counts.refused} refused in words, ${counts.same} the same contents;`,
    `${wrong.length} wrong, 0 hangs, at most ${Math.round(longest)} ms`,
  ].join(' '),
});
if (wrong.length > 0) throw new Error(`${wrong.length} cases were wrong`);
