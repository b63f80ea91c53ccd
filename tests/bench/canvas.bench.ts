import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Page } from '@playwright/test';
import type { Viewport } from '@xyflow/react';
import { startDisplay } from '../../scripts/setup/display.mjs';
import { writeProject } from '../../shared/file-format/write';
import { endApp, launchApp, waitUntilReady } from '../e2e/harness/launch';
import { bigMap } from './big-map';
import { buildBareCanvas, launchBareCanvas, plainScene, showScene } from './measure/bare-canvas';
import { atRest, drag, type Flow, pan, type Point, zoom } from './measure/gestures';
import { machine, median } from './measure/numbers';

const rounds = Number(process.env['BENCH_ROUNDS'] ?? 3);
const sizes = [300, 1_000];

/** How much of the map is seen: all that fits, or a part at full size. */
const views = [
  { name: 'whole map', keys: 'Shift+1' },
  { name: 'at 100 %', keys: 'Control+0' },
] as const;

/** What is done; each leaves the view about as it was. */
const gestures = ['pan', 'drag of 1 step', 'drag of 10 steps', 'zoom'] as const;
type Gesture = (typeof gestures)[number];

/** The canvas of the app: where it stands, its view, and steps that the mouse can take, those near a third of its width first. */
interface Seen {
  readonly corner: Point;
  readonly size: { readonly width: number; readonly height: number };
  readonly viewport: Viewport;
  readonly inPage: number;
  readonly steps: readonly Point[];
}

function seenIn(page: Page): Promise<Seen> {
  return page.evaluate(() => {
    const stage = document.querySelector('[data-canvas]')?.getBoundingClientRect() ?? new DOMRect();
    const moved = document.querySelector<HTMLElement>('.react-flow__viewport')?.style.transform ?? '';
    const matrix = new DOMMatrix(moved);
    const start = { x: stage.x + stage.width / 3, y: stage.y + stage.height / 3 };
    const far = (point: Point): number => Math.hypot(point.x - start.x, point.y - start.y);
    const steps = [...document.querySelectorAll('.react-flow__node:has([data-type="step"])')]
      .map((node) => {
        const box = node.getBoundingClientRect();
        return { node, point: { x: box.x + box.width / 2, y: box.y + box.height / 2 } };
      })
      .filter(({ node, point }) => node.contains(document.elementFromPoint(point.x, point.y)))
      .map(({ point }) => point)
      .sort((one, other) => far(one) - far(other));
    return {
      corner: { x: stage.x, y: stage.y },
      size: { width: stage.width, height: stage.height },
      viewport: { x: matrix.e, y: matrix.f, zoom: matrix.a },
      inPage: document.querySelectorAll('.react-flow__node').length,
      steps: steps.slice(0, 10),
    };
  });
}

function perform(page: Page, gesture: Gesture, seen: Seen): Promise<Flow> {
  const middle = { x: seen.corner.x + seen.size.width / 3, y: seen.corner.y + seen.size.height / 3 };
  switch (gesture) {
    case 'pan':
      return pan(page, middle);
    case 'zoom':
      return zoom(page, middle);
    case 'drag of 1 step':
      return drag(page, seen.steps.slice(0, 1));
    case 'drag of 10 steps':
      return drag(page, seen.steps);
  }
}

/** Steps, view and gesture, as one key. */
const keyOf = (steps: number, view: string, gesture: Gesture): string =>
  `${steps} steps, ${view}, ${gesture}`;

type Measured = Map<string, Flow[]>;

function note(measured: Measured, key: string, flow: Flow): void {
  measured.set(key, [...(measured.get(key) ?? []), flow]);
}

const folder = mkdtempSync(path.join(os.tmpdir(), 'streamwright-bench-'));
const display = await startDisplay({ width: 1600, height: 1000 });
const bare = await buildBareCanvas(path.join(folder, 'bare'));
const seenViews = new Map<string, Seen>();

async function inApp(steps: number, measured: Measured): Promise<void> {
  const file = path.join(folder, `${steps}.vsmap`);
  writeFileSync(file, writeProject(bigMap(steps, false).project));
  const place = { display: display.name, profile: path.join(folder, 'profile') };
  const app = await launchApp(place, { files: [file] });
  const child = app.process();
  const page = await waitUntilReady(await app.firstWindow());
  await page.waitForSelector('.react-flow__node', { timeout: 120_000 });
  await page.waitForTimeout(1_000);
  for (const { name, keys } of views)
    for (const gesture of gestures) {
      await page.locator('[data-canvas]').focus();
      await page.keyboard.press('Escape');
      await page.keyboard.press(keys);
      await page.waitForTimeout(300);
      await atRest(page);
      const seen = await seenIn(page);
      seenViews.set(`${steps} ${name}`, seen);
      note(measured, keyOf(steps, name, gesture), await perform(page, gesture, seen));
      await page.waitForTimeout(500);
      if (gesture.startsWith('drag')) await page.keyboard.press('Control+z');
      await page.waitForTimeout(500);
    }
  await endApp(app, child);
}

async function inBare(steps: number, measured: Record<'all' | 'sparing', Measured>): Promise<void> {
  const { app, page } = await launchBareCanvas(bare, display.name, path.join(folder, 'bare-profile'));
  const child = app.process();
  for (const { name } of views)
    for (const kind of ['all', 'sparing'] as const)
      for (const gesture of gestures) {
        const seen = seenViews.get(`${steps} ${name}`);
        if (!seen) continue;
        const { viewport, size, corner } = seen;
        await showScene(page, { ...plainScene(steps), viewport, size, isSparing: kind === 'sparing' });
        const at = seen.steps.map(({ x, y }) => ({ x: x - corner.x, y: y - corner.y }));
        const there = { ...seen, corner: { x: 0, y: 0 }, steps: at };
        note(measured[kind], keyOf(steps, name, gesture), await perform(page, gesture, there));
      }
  await endApp(app, child);
}

mkdirSync(path.join(folder, 'profile'), { recursive: true });
const ours: Measured = new Map();
const theirs = { all: new Map(), sparing: new Map() } satisfies Record<string, Measured>;
for (let round = 0; round < rounds; round += 1)
  for (const steps of sizes) {
    await inApp(steps, ours);
    await inBare(steps, theirs);
  }
for (const [key, flows] of ours) {
  const of = (other: readonly Flow[]): string => {
    const ratio = median(flows.map(({ frames }, round) => frames / (other[round]?.frames ?? Number.NaN)));
    return `${median(other.map(({ frames }) => frames)).toFixed(0)} (ratio ${ratio.toFixed(2)}, ${median(other.map(({ work }) => work)).toFixed(1)} ms)`;
  };
  const [all, sparing] = [theirs.all.get(key) ?? [], theirs.sparing.get(key) ?? []];
  console.log(
    `${key}: ${median(flows.map(({ frames }) => frames)).toFixed(0)} frames/s, ${median(flows.map(({ work }) => work)).toFixed(1)} ms of the main thread a frame; bare canvas ${of(all)}, bare and sparing ${of(sparing)}`,
  );
}
for (const [key, { viewport, inPage, steps }] of seenViews)
  console.log(
    `${key}: zoom ${viewport.zoom.toFixed(2)}, ${inPage} nodes in the page, ${steps.length} steps dragged`,
  );
console.log(`${rounds} rounds, medians; aim: a ratio of 0.8 or more; ${machine()}`);
display.stop();
rmSync(folder, { recursive: true, force: true });
