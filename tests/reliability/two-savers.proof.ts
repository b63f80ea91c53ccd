import { mkdtempSync, realpathSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { sha256Of, stampOnDisk } from '../../main/files/file-stamp';
import { startDisplay } from '../../scripts/setup/display.mjs';
import { bundleForNode } from '../fault-shim/bundle';
import { Saver } from '../fault-shim/saver';
import { randomFrom } from '../helpers/random-map';
import { Hammers } from './hammers';
import { record } from './record';
import { endAll } from './saving-app';
import { twoApps } from './two-apps';

// Two savers hammer one file: two processes with the product's own code, then one of them beside a program that knows
// nothing of it, then two real apps with two profiles. What was called saved must be on the disk, or replaced only by a
// save that knew of it (which asked, and kept it).

const runs = Number(process.env['PROVE_RUNS'] ?? 500);
const appRuns = Number(process.env['PROVE_APP_RUNS'] ?? 12);
const seed = Number(process.env['PROVE_SEED'] ?? 20_261_122);
const random = randomFrom(seed);
const wrong: string[] = [];
/** Writes of another program that fell between the last look and the rename, where no lock can keep them: at most one in 250. */
const inTheWindow: string[] = [];
const counts = { foreign: 0, told: 0, windows: 0 };
const hammers = new Hammers();

const pause = (ms: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, ms);
  });

/** Waits until the disk holds another content than this one; what it holds then. */
async function replacementOf(file: string, sha256: string): Promise<string> {
  const end = Date.now() + 20_000;
  for (;;) {
    const now = (await stampOnDisk(file))?.sha256 ?? sha256;
    if (now !== sha256) return now;
    if (Date.now() > end) throw new Error('nobody saves any more');
    await pause(1);
  }
}

/** A program that writes the file at any moment, in place or by another file's name, while a saver saves all the time. */
async function besideAnother(script: string, file: string): Promise<void> {
  const saver = new Saver({ script });
  let isOver = false;
  let number = 1_000_000;
  const saving = (async () => {
    let known = (await stampOnDisk(file))?.sha256 ?? null;
    while (!isOver) {
      number += 1;
      known = await hammers.saveOnce({ saver, file, number }, known);
    }
    await saver.end();
  })();
  const taken: (readonly [number, string, string])[] = [];
  for (let run = 1; run <= runs; run += 1) {
    await pause(random() * 30);
    const theirs = `written by another program, ${run}\n`.repeat(50);
    const sha256 = sha256Of(Buffer.from(theirs));
    if (run % 2 === 0) writeFileSync(file, theirs);
    else {
      writeFileSync(`${file}.other`, theirs);
      renameSync(`${file}.other`, file);
    }
    counts.foreign += 1;
    taken.push([run, sha256, await replacementOf(file, sha256)]);
  }
  isOver = true;
  await saving;
  for (const [run, sha256, replacement] of taken) {
    const fate = fateOf(sha256, replacement);
    if (fate === 'told') counts.told += 1;
    if (fate === 'lost') inTheWindow.push(`${run} of another program: gone, and nobody was told`);
  }
}

/** What became of a version that others wrote, by the saves that lead back from what took its place. */
function fateOf(sha256: string, replacement: string): 'told' | 'handed back' | 'lost' {
  let by = hammers.links.get(replacement);
  while (by !== undefined) {
    if (by.expected === sha256) return 'told';
    if (by.displaced === sha256) return 'handed back';
    by = by.expected === null ? undefined : hammers.links.get(by.expected);
  }
  return 'lost';
}

console.log(`Two savers of one file: seed ${seed}.`);
const home = realpathSync(mkdtempSync(path.join(tmpdir(), 'streamwright-two-savers-')));
const display = await startDisplay({ width: 1600, height: 1000 });
try {
  const script = await bundleForNode(path.join(import.meta.dirname, '../fault-shim/save-child.ts'), home);
  const savers = [new Saver({ script }), new Saver({ script })];
  const pauseMs = (): number => random() * 4;
  wrong.push(...(await hammers.hammer({ savers, file: path.join(home, 'processes.vsmap'), runs, pauseMs })));
  const { saved, conflicts, busy, unconfirmed } = { ...hammers.counts };
  console.log(
    `Two processes: ${saved} saves, ${conflicts} conflicts, ${busy} times busy, ${unconfirmed} not confirmed.`,
  );
  await besideAnother(script, path.join(home, 'beside.vsmap'));
  console.log(
    `Another program: ${counts.foreign} writes, ${counts.told} told, ${hammers.counts.handedBack} handed back.`,
  );
  counts.windows = await twoApps({ home, display: display.name, runs: appRuns, wrong });
  const figures =
    `two processes, ${saved} saves and ${conflicts} conflicts: ${wrong.length} silently lost; beside another program, ` +
    `${counts.foreign} writes of its own: ${counts.told} told as conflicts, ${hammers.counts.handedBack} handed back, ` +
    `${inTheWindow.length} between the last look and the rename; ` +
    `two apps with two profiles, ${counts.windows} saves at once: each asked the second`;
  for (const line of [...wrong, ...inTheWindow].slice(0, 20)) console.error(line);
  if (inTheWindow.length > Math.ceil(runs / 250)) wrong.push(...inTheWindow);
  if (wrong.length > 0) throw new Error(`${wrong.length} versions were lost silently`);
  record('two-savers', { promises: ['R6'], figures });
} finally {
  await endAll();
  display.stop();
  rmSync(home, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
}
