import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { CDPSession, Page } from '@playwright/test';
import { startDisplay } from '../../scripts/setup/display.mjs';
import { writeProject } from '../../shared/file-format/write';
import { endApp, launchApp, waitUntilReady } from '../e2e/harness/launch';
import { bigMap } from './big-map';
import { machine, median } from './measure/numbers';

const rounds = Number(process.env['BENCH_ROUNDS'] ?? 12);
/** Rounds before those that count: the first ones compile what they run. */
const warmUp = 2;

declare global {
  interface Window {
    /** Milliseconds from each press of a key to the frame that shows what followed from it. */
    keysSeen?: number[];
  }
}

async function scriptBy(page: CDPSession): Promise<number> {
  const { metrics } = await page.send('Performance.getMetrics');
  return (metrics.find(({ name }) => name === 'ScriptDuration')?.value ?? 0) * 1_000;
}

async function watchKeys(page: Page): Promise<void> {
  await page.evaluate(() => {
    const seen: number[] = [];
    window.keysSeen = seen;
    const note = ({ timeStamp }: KeyboardEvent): void => {
      requestAnimationFrame(() => requestAnimationFrame(() => seen.push(performance.now() - timeStamp)));
    };
    addEventListener('keydown', note, { capture: true });
  });
}

/** What one key costs: script in the page, and the time until it is seen. */
interface Cost {
  readonly script: number;
  readonly seen: number;
}

async function press(page: Page, cdp: CDPSession, key: string): Promise<Cost> {
  const [before, count] = [await scriptBy(cdp), await page.evaluate(() => window.keysSeen?.length ?? 0)];
  await page.keyboard.press(key);
  await page.waitForFunction((known) => (window.keysSeen?.length ?? 0) > known, count);
  const seen = await page.evaluate(() => window.keysSeen?.at(-1) ?? Number.NaN);
  return { script: (await scriptBy(cdp)) - before, seen };
}

function tell(what: string, costs: readonly Cost[]): string {
  const of = (pick: (cost: Cost) => number): string => median(costs.map(pick)).toFixed(0);
  return `${what} ${of(({ script }) => script)} ms of script, seen after ${of(({ seen }) => seen)} ms`;
}

async function measure(page: Page, rows: number): Promise<void> {
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('Performance.enable', { timeDomain: 'threadTicks' });
  await watchKeys(page);
  const costs: Record<'open' | 'key' | 'store' | 'move', Cost[]> = { open: [], key: [], store: [], move: [] };
  for (let round = 0; round < warmUp + rounds; round += 1) {
    const open = await press(page, cdp, 'N');
    const key = await press(page, cdp, 'o');
    await press(page, cdp, String(round % 10));
    const store = await press(page, cdp, 'Enter');
    await page.waitForTimeout(400);
    const move = await press(page, cdp, 'ArrowDown');
    if (round < warmUp) continue;
    for (const [name, cost] of Object.entries({ open, key, store, move }))
      if (name === 'open' || name === 'key' || name === 'store' || name === 'move') costs[name].push(cost);
  }
  console.log(`${rows} rows: ${tell('a key in a cell', costs.key)}; ${tell('the first key', costs.open)}`);
  console.log(`${rows} rows: ${tell('Enter, which stores', costs.store)}; ${tell('an arrow', costs.move)}`);
  await cdp.detach();
}

const folder = mkdtempSync(path.join(os.tmpdir(), 'streamwright-bench-'));
const display = await startDisplay({ width: 1600, height: 1000 });

for (const rows of [300, 1_000]) {
  const file = path.join(folder, `${rows}.vsmap`);
  writeFileSync(file, writeProject(bigMap(rows, false).project));
  const place = { display: display.name, profile: path.join(folder, 'profile') };
  const app = await launchApp(place, { files: [file] });
  const child = app.process();
  try {
    const page = await waitUntilReady(await app.firstWindow());
    await page.locator('[data-canvas]').waitFor({ timeout: 120_000 });
    await page.keyboard.press('Control+2');
    await page.getByRole('grid').getByRole('rowheader').nth(3).click();
    await measure(page, rows);
  } finally {
    await endApp(app, child);
  }
}
console.log(`${rounds} rounds each, medians; aim: 16 ms of script for a key; ${machine()}`);
display.stop();
rmSync(folder, { recursive: true, force: true });
