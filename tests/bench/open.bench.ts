import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { CDPSession, ElectronApplication, Page } from '@playwright/test';
import { startDisplay } from '../../scripts/setup/display.mjs';
import { writeProject } from '../../shared/file-format/write';
import { endApp, launchApp, waitUntilReady } from '../e2e/harness/launch';
import { bigMap } from './big-map';
import { buildBareCanvas, launchBareCanvas, plainScene } from './measure/bare-canvas';
import { machine, median } from './measure/numbers';

const rounds = Number(process.env['BENCH_ROUNDS'] ?? 3);
const sizes = [300, 1_000];

/** What an opening costs: time until the first frame that shows steps, and processor time of the page's main thread until then, ms. */
interface Cost {
  readonly seen: number;
  readonly work: number;
}

async function spent(cdp: CDPSession): Promise<number> {
  const { metrics } = await cdp.send('Performance.getMetrics');
  return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0) * 1_000;
}

/** Measures from the beginning of some work to the first frame with a node on the canvas. */
async function untilSeen(page: Page, begin: () => Promise<unknown>): Promise<Cost> {
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('Performance.enable', { timeDomain: 'threadTicks' });
  const before = await spent(cdp);
  const begun = Date.now();
  await begin();
  const end = await page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        const look = (): void => {
          if (document.querySelector('.react-flow__node') === null) requestAnimationFrame(look);
          else requestAnimationFrame(() => setTimeout(() => resolve(Date.now())));
        };
        look();
      }),
  );
  const work = (await spent(cdp)) - before;
  await cdp.detach();
  return { seen: end - begun, work };
}

/** Hands a text over to the window, as the app does with a file that the system asks it to open. */
function hand(app: ElectronApplication, text: string): Promise<void> {
  return app.evaluate(({ BrowserWindow }, given) => {
    const opened = { kind: 'opened', document: 'bench', name: 'bench.vsmap', text: given, isReadOnly: false };
    BrowserWindow.getAllWindows()[0]?.webContents.send('document:handed', opened);
  }, text);
}

const folder = mkdtempSync(path.join(os.tmpdir(), 'streamwright-bench-'));
const display = await startDisplay({ width: 1600, height: 1000 });
const bare = await buildBareCanvas(path.join(folder, 'bare'));

/** Opening from the start screen, for the first time in a process. */
async function inApp(text: string): Promise<Cost> {
  const app = await launchApp({ display: display.name, profile: path.join(folder, 'profile') });
  const child = app.process();
  const page = await waitUntilReady(await app.firstWindow());
  await page.locator('[data-screen="start"] main button').first().waitFor();
  await page.waitForTimeout(1_500);
  const cost = await untilSeen(page, () => hand(app, text));
  await endApp(app, child);
  return cost;
}

/** Parsing the same text and showing as many plain nodes where the app would put them, all of them or those in the window. */
async function inBare(steps: number, text: string, isSparing: boolean): Promise<Cost> {
  const { app, page } = await launchBareCanvas(bare, display.name, path.join(folder, 'bare-profile'));
  const child = app.process();
  await page.waitForFunction(() => 'showBare' in window);
  await page.waitForTimeout(500);
  const viewport = { x: 0, y: 0, zoom: 0.5 };
  const scene = { ...plainScene(steps), viewport, size: { width: 1_030, height: 640 }, isSparing };
  const cost = await untilSeen(page, () =>
    page.evaluate(
      (given) => {
        JSON.parse(given.text);
        window.showBare(given.scene);
      },
      { text, scene },
    ),
  );
  await endApp(app, child);
  return cost;
}

for (const steps of sizes) {
  const text = writeProject(bigMap(steps, false).project);
  const [ours, all, sparing]: [Cost[], Cost[], Cost[]] = [[], [], []];
  for (let round = 0; round < rounds; round += 1) {
    ours.push(await inApp(text));
    all.push(await inBare(steps, text, false));
    sparing.push(await inBare(steps, text, true));
  }
  const of = (costs: readonly Cost[]): string =>
    `${median(costs.map(({ seen }) => seen)).toFixed(0)} ms, ${median(costs.map(({ work }) => work)).toFixed(0)} ms of the main thread`;
  const ratio = (costs: readonly Cost[]): string =>
    median(ours.map(({ work }, round) => work / (costs[round]?.work ?? Number.NaN))).toFixed(1);
  console.log(
    `opening ${steps} steps (${(text.length / 1_000).toFixed(0)} kB): ${of(ours)}; parsing and a bare canvas ${of(all)} (${ratio(all)} times its work), with only what is in the window ${of(sparing)} (${ratio(sparing)} times)`,
  );
}
console.log(`${rounds} rounds, medians; ${machine()}`);
display.stop();
rmSync(folder, { recursive: true, force: true });
