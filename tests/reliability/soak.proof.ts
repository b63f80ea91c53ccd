import { mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { startDisplay } from '../../scripts/setup/display.mjs';
import { writeProject } from '../../shared/file-format/write';
import { Complaints } from '../e2e/harness/complaints';
import { projectIn } from '../e2e/pages/saved-file';
import { facilitatorMap } from '../helpers/facilitator-map';
import { record } from './record';
import { endAll, startApp, until } from './saving-app';
import { type Held, megabytes, slopeOf, SoakMeasure } from './soak-measure';

/*
 * A long workshop on a map that stays as it is: something is done by the keyboard and taken back, 3,000 times
 * (PROVE_CYCLES). In the second half nothing may grow: less than 1 KB of heap for each action, no listener more. The heap
 * is judged without the code that V8 compiles (it compiles for hours, and less and less), and told with it too.
 */

const cycles = Number(process.env['PROVE_CYCLES'] ?? 3_000);
const mostGrowth = 1024;

const home = realpathSync(mkdtempSync(path.join(tmpdir(), 'streamwright-soak-')));
const file = path.join(home, 'map.vsmap');
const text = writeProject(facilitatorMap(7, 12).project);
writeFileSync(file, text);
const display = await startDisplay({ width: 1280, height: 800 });

/** What is done on the selected step, all of it by keys that people use; the last three leave another selection behind. */
const deeds = ['ArrowRight', '1', 'ArrowDown', '2', 'ArrowLeft', '3', 'Control+d', 'Delete', 'Tab'] as const;
/** Always after the same deed: each leaves another selection, and another inspector, behind. */
const measureEvery = deeds.length * Math.max(1, Math.round(cycles / 30 / deeds.length));
/** How many of those the heap is looked through: it takes seconds. */
const lookEvery = measureEvery * 3;

async function select(page: Page): Promise<void> {
  await page.keyboard.press('Escape');
  await page
    .locator('.react-flow__node:has([data-type="step"])')
    .first()
    .click({ position: { x: 20, y: 12 } });
}

async function cycle(page: Page, at: number): Promise<void> {
  const deed = deeds[at % deeds.length] ?? 'ArrowRight';
  if (at % deeds.length === 0 || at % deeds.length > 6) await select(page);
  await page.keyboard.press(deed);
  if (deed === 'Tab') await page.keyboard.press('Escape');
  await undoAll(page);
}

/** Takes back until the work is as it was saved: a key may have meant one change or two. */
async function undoAll(page: Page): Promise<void> {
  for (let left = 4; left > 0; left -= 1) {
    await page.keyboard.press('Control+z');
    if ((await page.locator('header [role=status]').textContent()) === 'Saved') return;
  }
}

interface Point extends Held {
  /** After how many times. */
  readonly at: number;
  /** The heap without compiled code, where it was looked through. */
  readonly data: number | null;
}

function tell({ at, heap, data, nodes, listeners, main, page }: Point): void {
  const without = data === null ? '' : ` (${(data / 1024).toFixed(0)} KB without code)`;
  console.log(
    `${at}: heap ${megabytes(heap)}${without}, ${nodes} nodes, ${listeners} listeners, main ${megabytes(main)}, page ${megabytes(page)}`,
  );
}

function judge(held: readonly Point[]): void {
  const half = held.filter(({ at }) => at >= cycles / 2);
  const [first, last] = [half[0], half.at(-1)];
  if (!first || !last || half.filter(({ data }) => data !== null).length < 3)
    throw new Error('too little was measured');
  // A deed and its undo are two actions.
  const slopeFor = (of: 'heap' | 'data' | 'nodes'): number =>
    slopeOf(half.flatMap((each) => (each[of] === null ? [] : [{ at: each.at * 2, value: each[of] }])));
  const signed = (bytes: number): string => `${bytes < 0 ? '' : '+'}${bytes.toFixed(0)}`;
  const growth = slopeFor('data');
  const listeners = last.listeners - first.listeners;
  record('soak', {
    promises: ['R14'],
    figures: [
      `${cycles.toLocaleString('en-GB')} times done and undone: heap ${signed(growth)} bytes an action in the second half (${signed(slopeFor('heap'))} with the code that is compiled meanwhile)`,
      `listeners ${first.listeners} to ${last.listeners}, nodes ${first.nodes} to ${last.nodes}`,
      `main process ${megabytes(first.main)} to ${megabytes(last.main)}, page ${megabytes(first.page)} to ${megabytes(last.page)}`,
    ].join('; '),
  });
  if (growth >= mostGrowth) throw new Error(`the heap grows by ${growth.toFixed(0)} bytes with each action`);
  if (listeners > 0) throw new Error(`${listeners} listeners more`);
  if (slopeFor('nodes') > 0.01) throw new Error('nodes of the page are left behind');
  if (last.main > first.main * 1.1) throw new Error('the main process grows by more than a tenth');
}

try {
  const running = await startApp(
    { display: display.name, profile: path.join(home, 'profile') },
    { files: [file] },
  );
  const complaints = new Complaints();
  complaints.watch(running.app);
  const { page } = running;
  await page.locator('.react-flow__node:has([data-type="step"])').first().waitFor();
  const measure = await SoakMeasure.of(running.app, page);
  const held: Point[] = [];
  for (let at = 0; at < cycles; at += 1) {
    await cycle(page, at);
    if ((at + 1) % measureEvery !== 0) continue;
    const isLooked = at + 1 >= cycles / 2 && (at + 1) % lookEvery === 0;
    const taken = await measure.take();
    const point = { at: at + 1, data: isLooked ? await measure.heapWithoutCode() : null, ...taken };
    held.push(point);
    tell(point);
  }
  await page.keyboard.press('Escape');
  await until(
    'all is taken back',
    async () => (await page.locator('header [role=status]').textContent()) === 'Saved',
  );
  if (writeProject(projectIn(file)) !== text) throw new Error('the file is another one');
  judge(held);
  if (complaints.unexpected().length > 0) throw new Error(complaints.unexpected().join('\n'));
} finally {
  await endAll();
  display.stop();
  rmSync(home, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
}
