import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { CDPSession, Page } from '@playwright/test';
import { startDisplay } from '../../scripts/setup/display.mjs';
import { writeProject } from '../../shared/file-format/write';
import { endApp, launchApp, waitUntilReady } from '../e2e/harness/launch';
import { bigMap } from './big-map';
import { machine, median } from './measure/numbers';

const rounds = Number(process.env['BENCH_ROUNDS'] ?? 15);
/** Edits before those that count: the first ones compile what they run. */
const warmUp = 3;

/** Processor time of the page's main thread since its start, ms. */
interface Spent {
  readonly script: number;
  readonly style: number;
  readonly all: number;
}

async function spentBy(page: CDPSession): Promise<Spent> {
  const { metrics } = await page.send('Performance.getMetrics');
  const of = (name: string): number => (metrics.find((each) => each.name === name)?.value ?? 0) * 1_000;
  return {
    script: of('ScriptDuration'),
    style: of('RecalcStyleDuration') + of('LayoutDuration'),
    all: of('TaskDuration'),
  };
}

declare global {
  interface Window {
    /** Milliseconds from each press of Enter to the frame that shows what followed from it. */
    enterSeen?: number[];
  }
}

async function watchEnter(page: Page): Promise<void> {
  await page.evaluate(() => {
    const seen: number[] = [];
    window.enterSeen = seen;
    const note = (event: KeyboardEvent): void => {
      if (event.key !== 'Enter') return;
      requestAnimationFrame(() =>
        requestAnimationFrame(() => seen.push(performance.now() - event.timeStamp)),
      );
    };
    addEventListener('keydown', note, { capture: true });
  });
}

async function pressEnter(page: Page, round: number): Promise<number> {
  await page.keyboard.press('Enter');
  await page.waitForFunction((count) => window.enterSeen?.length === count, round + 1);
  return page.evaluate(() => window.enterSeen?.at(-1) ?? Number.NaN);
}

async function measure(page: Page, label: string): Promise<void> {
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('Performance.enable', { timeDomain: 'threadTicks' });
  await watchEnter(page);
  const field = page.getByRole('textbox', { name: 'Process time', exact: true });
  const figure = page.locator('[data-figure="processTime"]');
  const all: { spent: Spent; latency: number }[] = [];
  let told = await figure.textContent();
  for (let round = 0; round < warmUp + rounds; round += 1) {
    await field.fill(`${200 + 100 * round}h`);
    const before = await spentBy(cdp);
    const latency = await pressEnter(page, round);
    const after = await spentBy(cdp);
    const now = await figure.textContent();
    if (now === told) throw new Error('The figures did not follow the edit.');
    told = now;
    const spent = {
      script: after.script - before.script,
      style: after.style - before.style,
      all: after.all - before.all,
    };
    if (round >= warmUp) all.push({ spent, latency });
  }
  const of = (pick: (each: (typeof all)[number]) => number): string => median(all.map(pick)).toFixed(0);
  console.log(
    `${label}: script ${of(({ spent }) => spent.script)} ms, style and layout ${of(({ spent }) => spent.style)} ms, main thread in all ${of(({ spent }) => spent.all)} ms of processor time; ${of(({ latency }) => latency)} ms until it is seen`,
  );
  await cdp.detach();
}

const folder = mkdtempSync(path.join(os.tmpdir(), 'streamwright-bench-'));
const display = await startDisplay({ width: 1600, height: 1000 });

async function editAt(steps: number): Promise<void> {
  const file = path.join(folder, `${steps}.vsmap`);
  writeFileSync(file, writeProject(bigMap(steps, false).project));
  const place = { display: display.name, profile: path.join(folder, 'profile') };
  const app = await launchApp(place, { files: [file] });
  const child = app.process();
  try {
    const page = await waitUntilReady(await app.firstWindow());
    const step = page.locator('.react-flow__node:has([data-type="step"])');
    await step.first().waitFor({ timeout: 120_000 });
    await page.locator('[data-canvas]').focus();
    await page.keyboard.press('Control+0');
    await page.waitForTimeout(600);
    await step.first().click();
    await measure(page, `a time on ${steps} steps`);
  } finally {
    await endApp(app, child);
  }
}

for (const steps of [300, 1_000]) await editAt(steps);
console.log(`${rounds} edits each, medians; aim at 300 steps: 50 ms of script; ${machine()}`);
display.stop();
rmSync(folder, { recursive: true, force: true });
