import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { openHistory, run, undo } from '../../shared/commands/history';
import { renameNode } from '../../shared/commands/nodes';
import { readProject } from '../../shared/file-format/read';
import { writeProject } from '../../shared/file-format/write';
import { writeSafely } from '../../main/files/write-safely';
import { bigMap } from './big-map';
import { machine, median } from './measure/numbers';

const rounds = Number(process.env['BENCH_ROUNDS'] ?? 15);
const steps = 10_000;

/** How long something takes, ms, in each of the rounds, the first one left out. */
async function times(task: () => unknown): Promise<number[]> {
  const all: number[] = [];
  for (let round = 0; round <= rounds; round += 1) {
    const start = performance.now();
    await task();
    all.push(performance.now() - start);
  }
  return all.slice(1).sort((a, b) => a - b);
}

const folder = mkdtempSync(path.join(os.tmpdir(), 'streamwright-bench-'));
const { project } = bigMap(steps, false);
const text = writeProject(project);
const bare = JSON.stringify(project);
const file = path.join(folder, 'big.vsmap');

const asJson = median(await times(() => JSON.stringify(project)));
const fromJson = median(await times(() => JSON.parse(bare)));
const row = (name: string, all: readonly number[], unit: number, of: string): void => {
  const late = all[Math.floor(all.length * 0.95)] ?? Number.NaN;
  const middle = median([...all]);
  console.log(
    `${name.padEnd(34)} ${middle.toFixed(1)} ms, 95 of 100 under ${late.toFixed(1)} ms, ${(middle / unit).toFixed(1)} times ${of}`,
  );
};

console.log(
  `${steps.toLocaleString('en-GB')} steps, ${(text.length / 1024 / 1024).toFixed(1)} MB; ${machine()}`,
);
row('text of the file', await times(() => writeProject(project)), asJson, 'JSON.stringify');
row(
  'to the disk, and read back',
  await times(() => writeSafely(file, text, { expected: null, overwrite: true })),
  asJson,
  'JSON.stringify',
);
row('text to project, checked', await times(() => readProject(text)), fromJson, 'JSON.parse');
const [id = ''] = Object.keys(project.nodes);
const opened = openHistory(project);
let count = 0;
const rename = () => run(opened, renameNode({ id, name: `Name ${(count += 1)}` }));
row('one change', await times(rename), asJson, 'JSON.stringify');
const renamed = rename();
if (renamed.kind === 'done')
  row('taking it back', await times(() => undo(renamed.history)), asJson, 'JSON.stringify');
const before = process.memoryUsage().heapUsed;
const kept = Array.from({ length: 4 }, () => readProject(text));
const held = (process.memoryUsage().heapUsed - before) / kept.length / 1024 / 1024;
console.log(
  `memory of one open document       ${held.toFixed(1)} MB, ${(held / (text.length / 1024 / 1024)).toFixed(1)} times its file`,
);
rmSync(folder, { recursive: true, force: true });
