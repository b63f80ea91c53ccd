import { execFileSync } from 'node:child_process';
import {
  closeSync,
  fsyncSync,
  ftruncateSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { stampOnDisk } from '../../main/files/file-stamp';
import { writeSafely } from '../../main/files/write-safely';
import { randomFrom } from '../helpers/random-map';
import { cannotTry, type FileSystem, fileSystems, makeImage, mountImage, unmount } from './disk-image';
import { record } from './record';

// Full disks: a document is saved again and again on a small disk that a filler leaves now more, now less room. Each save
// must either be on the disk as a whole, or be refused because the disk is full, with the old version whole and nothing
// half-written beside it.

const runs = Number(process.env['PROVE_RUNS'] ?? 100);
const seed = Number(process.env['PROVE_SEED'] ?? 20_261_122);
const random = randomFrom(seed);
const largest = 400_000;
const wrong: string[] = [];
const counts = { saved: 0, refused: 0 };

/** A file that takes all the room there is, and can give some of it back. */
class Filler {
  readonly #file: number;
  #size = 0;

  constructor(folder: string) {
    this.#file = openSync(path.join(folder, 'filler'), 'w');
  }

  /** Takes all room but about so many bytes. */
  leave(bytes: number): void {
    const chunk = Buffer.alloc(65_536, 7);
    try {
      for (;;) this.#size += writeSync(this.#file, chunk, 0, chunk.length, this.#size);
    } catch {
      // The disk is full.
    }
    this.#size = Math.max(0, this.#size - bytes);
    ftruncateSync(this.#file, this.#size);
    fsyncSync(this.#file);
  }

  end(): void {
    closeSync(this.#file);
  }
}

async function saveOnFullDisk(disk: string, folder: string): Promise<void> {
  const documents = path.join(folder, 'documents');
  const file = path.join(documents, 'map.vsmap');
  mkdirSync(documents);
  const filler = new Filler(folder);
  try {
    await saveOften(disk, { documents, file }, filler);
  } finally {
    filler.end();
  }
}

async function saveOften(
  disk: string,
  { documents, file }: { documents: string; file: string },
  filler: Filler,
): Promise<void> {
  let held = 'first\n';
  await writeSafely(file, held, { expected: null });
  for (let run = 1; run <= runs; run += 1) {
    const text = `${disk} ${run}\n`.repeat(Math.ceil((random() * largest) / 10));
    filler.leave(Math.round(random() * largest * 1.6));
    const { kind } = await writeSafely(file, text, { expected: await stampOnDisk(file) });
    const now = readFileSync(file, 'utf8');
    const label = `${disk}, save ${run}: ${kind}`;
    if (kind === 'saved') counts.saved += 1;
    else if (kind === 'disk-full') counts.refused += 1;
    else wrong.push(label);
    if (now !== (kind === 'saved' ? text : held)) wrong.push(`${label}, but the file is another`);
    if (readdirSync(documents).length > 1) wrong.push(`${label}, and something is left`);
    held = now;
  }
}

async function onImage(system: FileSystem, home: string): Promise<boolean> {
  const reason = cannotTry(system, home);
  if (reason !== null) {
    console.log(`${system.name} is left out: ${reason}.`);
    return false;
  }
  const image = path.join(home, `${system.maker}.image`);
  const at = path.join(home, system.maker);
  makeImage(system, image);
  mountImage(image, at, system.mountOptions);
  try {
    await saveOnFullDisk(system.name, at);
  } finally {
    unmount(system, at);
    rmSync(image);
  }
  return true;
}

console.log(`Full disks: seed ${seed}.`);
const home = mkdtempSync(path.join(tmpdir(), 'streamwright-full-'));
const tried: string[] = [];
try {
  const small = path.join(home, 'small');
  mkdirSync(small);
  execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', small]);
  try {
    await saveOnFullDisk('tmpfs of 1 MB', small);
    tried.push('tmpfs of 1 MB');
  } finally {
    execFileSync('umount', [small]);
  }
  for (const system of fileSystems.filter(({ mountOptions }) => mountOptions.length === 0))
    if (await onImage(system, home)) tried.push(system.name);
} finally {
  rmSync(home, { recursive: true, force: true });
}
for (const line of wrong.slice(0, 20)) console.error(line);
record('full-disk', {
  promises: ['R5'],
  figures: `${counts.saved + counts.refused} saves on nearly full disks (${tried.join(', ')}): ${counts.saved} saved, ${counts.refused} refused as full, ${wrong.length} damaged or called wrongly`,
});
if (wrong.length > 0) throw new Error(`${wrong.length} saves went wrong.`);
