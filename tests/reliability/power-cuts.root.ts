import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as wait } from 'node:timers/promises';
import { createRecovery } from '../../main/files/recovery';
import { bundleForNode } from '../fault-shim/bundle';
import { versionOf } from '../fault-shim/versions';
import { randomFrom } from '../helpers/random-map';
import {
  cannotTry,
  cut,
  type FileSystem,
  fileSystems,
  makeGround,
  makeImage,
  mountImage,
  unmount,
} from './disk-image';
import { record } from './record';

// Power cuts: a process saves, makes new files and keeps a journal on a small disk image without a pause; the image is
// copied at random moments while it is mounted. Each copy is then mounted as a machine does after a power cut, and must
// hold whole files, each at least as new as the process had been told was saved.

const runs = Number(process.env['PROVE_RUNS'] ?? 100);
const seed = Number(process.env['PROVE_SEED'] ?? 20_261_122);
const random = randomFrom(seed);
const cutsPerImage = 10;
const careless = Math.min(runs, 20);

/** The last step of each kind that was called safe. */
type Promised = Record<'replace' | 'create' | 'journal', number>;

interface Cut {
  readonly copy: string;
  readonly promised: Promised;
}

interface Found {
  cuts: number;
  promises: number;
  damaged: string[];
  lost: string[];
}

class Load {
  readonly promised: Promised = { replace: 0, create: 0, journal: 0 };
  readonly #child: ChildProcess;
  #isAsked = false;

  constructor(script: string, folder: string, how: string) {
    this.#child = spawn(process.execPath, [script, folder, how], { stdio: ['ignore', 'pipe', 'inherit'] });
    this.#child.once('exit', () => {
      if (!this.#isAsked) throw new Error('the writing process ended by itself');
    });
    if (this.#child.stdout === null) throw new Error('the writing process has no output');
    createInterface({ input: this.#child.stdout }).on('line', (line) => {
      const [what, number] = line.split(' ');
      if (what === 'replace' || what === 'create' || what === 'journal') this.promised[what] = Number(number);
    });
  }

  async begun(): Promise<void> {
    while (Object.values(this.promised).some((number) => number === 0)) await wait(5);
  }

  async end(): Promise<void> {
    this.#isAsked = true;
    this.#child.kill('SIGKILL');
    await once(this.#child, 'exit');
  }
}

function textOf(path: string): string {
  return existsSync(path) ? readFileSync(path, 'utf8') : '';
}

/** The state of unsaved work that the next start would offer. */
async function stateKept(folder: string): Promise<number> {
  const recovery = createRecovery({
    folder: join(folder, 'recovery'),
    session: 'next',
    now: () => 0,
    isAlive: () => false,
    onProblem: (kind) => {
      throw new Error(kind);
    },
  });
  const [document] = await recovery.listRecoverable();
  return document === undefined ? 0 : Number(document.patches.at(-1) ?? document.snapshotText);
}

async function judge(found: Found, label: string, folder: string, promised: Promised): Promise<void> {
  const version = versionOf(textOf(join(folder, 'map.vsmap')));
  if (version === null) found.damaged.push(`${label}: the document`);
  else if (version < promised.replace)
    found.lost.push(`${label}: version ${promised.replace}, found ${version}`);
  for (let number = 1; number <= promised.create; number += 1) {
    const path = join(folder, `new-${number}.vsmap`);
    if (!existsSync(path)) found.lost.push(`${label}: new file ${number} of ${promised.create}`);
    else if (versionOf(textOf(path), 40) !== number) found.damaged.push(`${label}: new file ${number}`);
  }
  const kept = await stateKept(folder);
  if (kept < promised.journal) found.lost.push(`${label}: unsaved work ${promised.journal}, found ${kept}`);
  found.cuts += 1;
  found.promises += promised.replace + promised.create + promised.journal;
}

/** Cuts one image several times under load, then looks at each copy. */
async function cutOneImage(found: Found, system: FileSystem, script: string, how: string, count: number) {
  const home = mkdtempSync(join(ground.folder, 'one-'));
  const at = join(home, 'disk');
  const image = join(home, 'image');
  const cuts: Cut[] = [];
  try {
    makeImage(system, image);
    mountImage(image, at, system.mountOptions);
    mkdirSync(join(at, 'documents'));
    const load = new Load(script, join(at, 'documents'), how);
    try {
      await load.begun();
      for (let number = 0; number < count; number += 1) {
        await wait(20 + random() * 230);
        const promised = { ...load.promised };
        const copy = join(home, `cut-${number}`);
        cut(image, copy);
        cuts.push({ copy, promised });
      }
    } finally {
      await load.end();
      unmount(system, at);
    }
    for (const { copy, promised } of cuts) {
      mountImage(copy, at, [...system.mountOptions, ...system.copyOptions]);
      try {
        await judge(found, `${system.name}, cut ${found.cuts + 1}`, join(at, 'documents'), promised);
      } finally {
        unmount(system, at);
      }
    }
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
}

async function cutOften(system: FileSystem, script: string, how: string, count: number): Promise<Found> {
  const found: Found = { cuts: 0, promises: 0, damaged: [], lost: [] };
  while (found.cuts < count)
    await cutOneImage(found, system, script, how, Math.min(cutsPerImage, count - found.cuts));
  console.log(
    `${system.name}, ${how}: ${found.cuts} cuts, ${found.promises} steps called safe, ` +
      `${found.damaged.length} damaged, ${found.lost.length} lost.`,
  );
  return found;
}

console.log(`Power cuts: seed ${seed}.`);
const ground = makeGround();
const tried: Found[] = [];
const names: string[] = [];
const leftOut: string[] = [];
let yardstick: Found | null = null;
try {
  const script = await bundleForNode(join(import.meta.dirname, '../fault-shim/load-child.ts'), ground.folder);
  for (const system of fileSystems) {
    const reason = cannotTry(system, ground.folder);
    if (reason !== null) {
      console.log(`${system.name} is left out: ${reason}.`);
      leftOut.push(system.name);
      continue;
    }
    yardstick ??= await cutOften(system, script, 'careless', careless);
    tried.push(await cutOften(system, script, 'safely', runs));
    names.push(system.name);
  }
} finally {
  ground.end();
}
const wrong = tried.flatMap(({ damaged, lost }) => [...damaged, ...lost]);
for (const line of wrong.slice(0, 20)) console.error(line);
if (tried.length === 0) throw new Error('No file system could be tried here.');
const sum = (of: (found: Found) => number): number => tried.reduce((total, found) => total + of(found), 0);
const harm = yardstick === null ? 0 : yardstick.damaged.length + yardstick.lost.length;
record('power-cuts', {
  promises: ['R2', 'R4'],
  figures:
    `${sum(({ cuts }) => cuts)} cuts on ${names.join(', ')}: ${sum(({ damaged }) => damaged.length)} damaged, ` +
    `${sum(({ lost }) => lost.length)} of ${sum(({ promises }) => promises)} steps called safe lost` +
    ` (without flushing, ${harm} files damaged or lost in ${careless} cuts)` +
    (leftOut.length === 0 ? '' : `; not tried here: ${leftOut.join(', ')}`),
});
if (wrong.length > 0) throw new Error(`${wrong.length} promises were broken.`);
