import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { startDisplay } from '../../scripts/setup/display.mjs';
import { root } from '../e2e/harness/launch';
import { machine, median } from './measure/numbers';

/** Starts of each kind; the first of each warms the machine up and is not counted. */
const rounds = Number(process.env['BENCH_ROUNDS'] ?? 9);
const bench = path.join(root, 'tests', 'bench');

interface Start {
  readonly name: string;
  /** What Electron is given: a folder or file, and the files to open. */
  readonly target: readonly string[];
  /** Present once there is something to press. */
  readonly selector: string;
}

const starts: readonly Start[] = [
  { name: 'empty window', target: [path.join(bench, 'empty-window', 'window.cjs')], selector: 'body' },
  { name: 'start screen', target: [root], selector: '[data-screen="start"] main button' },
  {
    name: 'opened map',
    target: [root, path.join(root, 'examples', 'incident-restoration.vsmap')],
    selector: '[data-screen="editor"] .react-flow__node',
  },
];

/** From the start of the process to the first frame in which there is something to press, and processor time of the main process and the page until then, ms. */
interface Cost {
  readonly seen: number;
  readonly work: number;
}

function firstFrame(start: Start, display: string, profile: string): Promise<Cost> {
  const switches = ['--disable-gpu', `--user-data-dir=${profile}`];
  const instrument = ['-r', path.join(bench, 'measure', 'first-frame.cjs')];
  const env = { ...process.env, DISPLAY: display, BENCH_SELECTOR: start.selector };
  const begun = Date.now();
  const child = spawn(process.env['ELECTRON_RUNTIME'] ?? '', [...switches, ...instrument, ...start.target], {
    cwd: root,
    env,
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  let printed = '';
  child.stdout.on('data', (chunk: Buffer) => {
    printed += String(chunk);
  });
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => {
      const [, at, work] = /first frame at ([\d.]+) work (\d+)/.exec(printed) ?? [];
      if (at === undefined) reject(new Error(`${start.name} ended with ${code} before its first frame`));
      else resolve({ seen: Number(at) - begun, work: Number(work) });
    });
  });
}

const folder = mkdtempSync(path.join(os.tmpdir(), 'streamwright-bench-'));
const display = await startDisplay({ width: 1600, height: 1000 });
const times = new Map<Start, Cost[]>(starts.map((start) => [start, []]));
for (let round = 0; round <= rounds; round += 1)
  for (const [at, start] of starts.entries()) {
    const cost = await firstFrame(start, display.name, path.join(folder, String(at)));
    if (round > 0) times.get(start)?.push(cost);
  }
const [empty = []] = times.values();
for (const [start, all] of times) {
  const ratio = (of: keyof Cost): string =>
    median(all.map((cost, round) => cost[of] / (empty[round]?.[of] ?? Number.NaN))).toFixed(2);
  const time = (of: keyof Cost): string => `${median(all.map((cost) => cost[of])).toFixed(0)} ms`;
  const aim = start.name === 'start screen' ? ' (aim: 1.5 or less)' : '';
  console.log(
    `${start.name}: ${time('seen')}, ${ratio('seen')} times an empty window${aim}; ${time('work')} of processor time, ${ratio('work')} times`,
  );
}
console.log(`${rounds} rounds, medians; ${machine()}`);
display.stop();
rmSync(folder, { recursive: true, force: true });
