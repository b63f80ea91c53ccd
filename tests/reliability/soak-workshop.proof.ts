import { mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startDisplay } from '../../scripts/setup/display.mjs';
import { readProject } from '../../shared/file-format/read';
import { writeProject } from '../../shared/file-format/write';
import { Complaints } from '../e2e/harness/complaints';
import { chanceFrom } from '../fuzz/random';
import { facilitatorMap } from '../helpers/facilitator-map';
import { record } from './record';
import { endAll, type SavingApp, startApp } from './saving-app';
import { type Held, megabytes, slopeOf, SoakMeasure } from './soak-measure';
import { SoakWindow } from './soak-window';
import { WorkshopMonkey } from './workshop-monkey';

/*
 * Four hours of a workshop as fast as the app takes them: 7,200 actions (PROVE_ACTIONS) by mouse and keys in one window,
 * one for each two seconds. After every 500 (PROVE_EVERY) the work is saved; the first map is opened in its place, always
 * the same, and what the app holds then is read; the saved work is opened again and saved under another name: the same
 * bytes. Read for the first time after 300 actions (PROVE_WARM), in which everything is shown once, and then compared:
 * heap without the code that V8 compiles, nodes, listeners, memory of both processes, time to move a step. PROVE_SEED
 * replays.
 */

const actions = Number(process.env['PROVE_ACTIONS'] ?? 7_200);
const every = Number(process.env['PROVE_EVERY'] ?? 500);
const warm = Number(process.env['PROVE_WARM'] ?? 300);
const seed = Number(process.env['PROVE_SEED'] ?? Date.now() % 1_000_000);
/** Bytes of heap that may be kept in all, and with each action of the second half; for the rest by what share it may grow. */
const most = { heap: 2 * 1024 * 1024, slope: 1024, main: 0.1, counts: 0.5, moveTime: 1 };
const size = { width: 1280, height: 800 };

const home = realpathSync(mkdtempSync(path.join(tmpdir(), 'streamwright-soak-')));
const inHome = (name: string): string => path.join(home, name);
writeFileSync(inHome('start.vsmap'), writeProject(facilitatorMap(7, 12).project));
const display = await startDisplay(size);

/** What the app holds with the first map open, after so many actions. */
interface Point extends Held {
  readonly at: number;
  /** The heap without compiled code, bytes. */
  readonly data: number;
  /** What it takes to move a step and take that back, ms of the processor. */
  readonly moveTime: number;
  /** How many elements the work has that was open before. */
  readonly elements: number;
}

interface Parts {
  readonly window: SoakWindow;
  readonly measure: SoakMeasure;
}

/** Opens the first map and reads what the app holds then. */
async function look({ window, measure }: Parts, at: number, elements: number): Promise<Point> {
  await window.open(inHome('start.vsmap'));
  await window.setPanels('closed');
  const held = await measure.take();
  const data = await measure.heapWithoutCode();
  const moveTime = await window.moveTime(measure);
  await window.setPanels('open');
  const point = { at, elements, ...held, data, moveTime };
  tell(point);
  return point;
}

function tell({ at, elements, data, heap, nodes, listeners, main, page, moveTime }: Point): void {
  console.log(
    `${at} actions, ${elements} elements: heap ${megabytes(data)} (${megabytes(heap)} with code), ${nodes} nodes, ${listeners} listeners, main ${megabytes(main)}, page ${megabytes(page)}, ${moveTime.toFixed(0)} ms`,
  );
}

/** The work as a file, opened and written again: the same bytes, valid, without a warning. Meanwhile the first map is looked at. */
async function checkpoint(parts: Parts, monkey: WorkshopMonkey, at: number): Promise<Point> {
  await monkey.comeHome();
  const file = inHome(`saved-${at}.vsmap`);
  const saved = await parts.window.saveAs(file);
  const read = readProject(saved);
  if (read.kind !== 'read' || read.warnings.length > 0)
    throw new Error(`after ${at} actions the file is not sound`);
  if (writeProject(read.project) !== saved) throw new Error(`after ${at} actions the file is not canonical`);
  const point = await look(parts, at, Object.keys(read.project.nodes).length);
  await parts.window.open(file);
  if ((await parts.window.saveAs(inHome(`again-${at}.vsmap`))) !== saved)
    throw new Error(`after ${at} actions the file changes when it is opened`);
  return point;
}

/** Everything that is loaded when it is first shown. */
async function lookAround({ page }: SavingApp, monkey: WorkshopMonkey): Promise<void> {
  for (const key of ['1', '2', '3', '4', '5', '6', '7', '8', '9'])
    await page.keyboard.press(`Control+${key}`);
  await monkey.comeHome();
}

/** The one in the middle: at some readings what was shown last is still held, until the next thing is done. */
const middleOf = (values: readonly number[]): number =>
  values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? 0;

interface Result {
  readonly points: readonly Point[];
  /** The heap without code right before the last save, with all that can be undone. */
  readonly full: number;
  readonly seconds: number;
}

function judge({ points, full, seconds }: Result): void {
  const half = points.filter(({ at }) => at >= actions / 2);
  const [first, last] = [points[0], points.at(-1)];
  if (!first || !last || half.length < 3) throw new Error('too little was measured');
  const slope = slopeOf(half.map(({ at, data }) => ({ at, value: data })));
  const highest = (of: 'main' | 'page'): number => Math.max(...points.map((point) => point[of]));
  const way = (of: 'main' | 'page'): string =>
    `${megabytes(first[of])} to ${megabytes(last[of])} (at most ${megabytes(highest(of))})`;
  record('soak-workshop', {
    promises: ['R14'],
    figures: [
      `${actions.toLocaleString('en-GB')} actions in one window in ${Math.round(seconds / 60)} min, saved and opened again after every ${every} byte by byte: 0 errors`,
      `heap without compiled code, the first map open each time: ${megabytes(first.data)} to ${megabytes(last.data)}, ${slope < 0 ? '' : '+'}${slope.toFixed(0)} bytes an action in the second half (${megabytes(full)} with ${last.elements} elements and all that can be undone)`,
      `listeners ${first.listeners} to ${last.listeners}, nodes ${first.nodes} to ${last.nodes}`,
      `main process ${way('main')}, page ${way('page')}`,
      `moving a step and back takes ${first.moveTime.toFixed(0)} and ${last.moveTime.toFixed(0)} ms of the processor`,
    ].join('; '),
  });
  // For the same reason the least of the first half is compared with the middle one of the last three.
  const early = points.filter(({ at }) => at < actions / 2);
  const least = (of: 'data' | 'nodes' | 'listeners'): number => Math.min(...early.map((point) => point[of]));
  const kept = middleOf(points.slice(-3).map(({ data }) => data)) - least('data');
  if (kept > most.heap) throw new Error(`${megabytes(kept)} are not given back`);
  if (slope >= most.slope) throw new Error(`the heap grows by ${slope.toFixed(0)} bytes with each action`);
  if (last.main > first.main * (1 + most.main))
    throw new Error('the main process grows by more than a tenth');
  for (const of of ['nodes', 'listeners'] as const)
    if (middleOf(half.map((point) => point[of])) > least(of) * (1 + most.counts))
      throw new Error(`${of} of the page are left behind`);
  if (last.moveTime > first.moveTime * (1 + most.moveTime))
    throw new Error('moving a step takes twice as long');
}

console.log(`seed ${seed}`);
/** Keeps a picture of what the window shows when something fails. */
let showLast = (): Promise<void> => Promise.resolve();
try {
  const running = await startApp(
    { display: display.name, profile: inHome('profile') },
    { files: [inHome('start.vsmap')] },
  );
  showLast = async () => {
    const folder = process.env['STREAMWRIGHT_TEST_RESULTS'];
    if (folder) await running.page.screenshot({ path: path.join(folder, 'soak-workshop.png') });
  };
  const complaints = new Complaints();
  complaints.watch(running.app);
  const window = new SoakWindow(running);
  await window.answerNothing();
  const monkey = new WorkshopMonkey(running.page, chanceFrom(seed), size);
  await lookAround(running, monkey);
  for (let at = 0; at < warm; at += 1) await monkey.act();
  await monkey.comeHome();
  await window.saveAs(inHome('warm.vsmap'));
  const measure = await SoakMeasure.of(running.app, running.page);
  const parts = { window, measure };
  const points = [await look(parts, 0, 0)];
  await window.open(inHome('warm.vsmap'));
  const began = performance.now();
  let full = 0;
  for (let at = 1; at <= actions; at += 1) {
    await monkey.act();
    if (at % 40 === 0) await monkey.comeHome();
    if (at === actions) full = await measure.heapWithoutCode();
    if (at % every === 0 || at === actions) points.push(await checkpoint(parts, monkey, at));
    if (complaints.unexpected().length > 0)
      throw new Error(`at action ${at}: ${complaints.unexpected().join('\n')}`);
  }
  judge({ points, full, seconds: (performance.now() - began) / 1000 });
} catch (error) {
  await showLast();
  throw error;
} finally {
  await endAll();
  display.stop();
  rmSync(home, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
}
