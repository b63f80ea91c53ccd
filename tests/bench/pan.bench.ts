import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Page } from '@playwright/test';
import type { Edge, Node, Viewport } from '@xyflow/react';
import { startDisplay } from '../../scripts/setup/display.mjs';
import { writeProject } from '../../shared/file-format/write';
import { labelSizeFor } from '../../shared/drawing/flow-text';
import { layoutMap } from '../../shared/layout/layout-map';
import { endApp, launchApp, waitUntilReady } from '../e2e/harness/launch';
import { bigMap } from './big-map';
import { buildBareCanvas, launchBareCanvas, showScene } from './measure/bare-canvas';
import { machine, median } from './measure/numbers';
import { framesWhilePanning } from './measure/pan';

const rounds = Number(process.env['BENCH_ROUNDS'] ?? 5);
const sizes = [300, 1_000];

/** How much of the map is seen: all that fits, or a part at full size. */
const views = [
  { name: 'whole map', keys: 'Shift+1' },
  { name: 'at 100 %', keys: 'Control+0' },
] as const;

interface Seen {
  readonly viewport: Viewport;
  readonly size: { readonly width: number; readonly height: number };
  readonly inPage: number;
}

/** Where the canvas of the app stands and how large it is. */
function seenIn(page: Page): Promise<Seen> {
  return page.evaluate(() => {
    const stage = document.querySelector('[data-canvas]')?.getBoundingClientRect() ?? new DOMRect();
    const moved = document.querySelector<HTMLElement>('.react-flow__viewport')?.style.transform ?? '';
    const { e: x, f: y, a: zoom } = new DOMMatrix(moved);
    const inPage = document.querySelectorAll('.react-flow__node').length;
    return { viewport: { x, y, zoom }, size: { width: stage.width, height: stage.height }, inPage };
  });
}

function plain(steps: number): { nodes: Node[]; edges: Edge[] } {
  const { graph } = bigMap(steps, false);
  const { boxes } = layoutMap(graph, { laneBy: 'none', labelSize: labelSizeFor(graph) });
  const nodes = graph.nodes.map(({ id, name }) => {
    const { x = 0, y = 0, width = 0, height = 0 } = boxes.get(id) ?? {};
    return { id, position: { x, y }, width, height, data: { label: name } };
  });
  return { nodes, edges: graph.flows.map(({ id, from, to }) => ({ id, source: from, target: to })) };
}

type Measured = Map<string, number[]>;

function note(measured: Measured, key: string, frames: number): void {
  measured.set(key, [...(measured.get(key) ?? []), frames]);
}

const folder = mkdtempSync(path.join(os.tmpdir(), 'streamwright-bench-'));
const display = await startDisplay({ width: 1600, height: 1000 });
const bare = await buildBareCanvas(path.join(folder, 'bare'));
const seen = new Map<string, Seen>();

async function panApp(steps: number, measured: Measured): Promise<void> {
  const file = path.join(folder, `${steps}.vsmap`);
  writeFileSync(file, writeProject(bigMap(steps, false).project));
  const place = { display: display.name, profile: path.join(folder, 'profile') };
  const app = await launchApp(place, { files: [file] });
  const child = app.process();
  const page = await waitUntilReady(await app.firstWindow());
  await page.waitForSelector('.react-flow__node', { timeout: 120_000 });
  await page.waitForTimeout(1_000);
  for (const { name, keys } of views) {
    await page.locator('[data-canvas]').focus();
    await page.keyboard.press(keys);
    await page.waitForTimeout(600);
    const now = await seenIn(page);
    seen.set(`${steps} ${name}`, now);
    const box = await page.locator('[data-canvas]').boundingBox();
    const from = { x: (box?.x ?? 0) + now.size.width / 3, y: (box?.y ?? 0) + now.size.height / 3 };
    note(measured, `${steps} ${name}`, await framesWhilePanning(page, from));
  }
  await endApp(app, child);
}

async function panBare(steps: number, measured: { all: Measured; sparing: Measured }): Promise<void> {
  const { app, page } = await launchBareCanvas(bare, display.name, path.join(folder, 'bare-profile'));
  const child = app.process();
  for (const { name } of views)
    for (const kind of ['all', 'sparing'] as const) {
      const view = seen.get(`${steps} ${name}`);
      if (!view) continue;
      await showScene(page, { ...plain(steps), ...view, isSparing: kind === 'sparing' });
      const from = { x: view.size.width / 3, y: view.size.height / 3 };
      note(measured[kind], `${steps} ${name}`, await framesWhilePanning(page, from));
    }
  await endApp(app, child);
}

mkdirSync(path.join(folder, 'profile'), { recursive: true });
const ours: Measured = new Map();
const theirs = { all: new Map(), sparing: new Map() } satisfies Record<string, Measured>;
for (let round = 0; round < rounds; round += 1)
  for (const steps of sizes) {
    await panApp(steps, ours);
    await panBare(steps, theirs);
  }
for (const [key, frames] of ours) {
  const of = (other: Measured): string => {
    const all = other.get(key) ?? [];
    const ratio = median(frames.map((each, round) => each / (all[round] ?? Number.NaN)));
    return `${median(all).toFixed(0)} (ratio ${ratio.toFixed(2)})`;
  };
  const zoom = seen.get(key)?.viewport.zoom.toFixed(2) ?? '';
  console.log(
    `${key} (zoom ${zoom}, ${seen.get(key)?.inPage ?? 0} nodes in the page): ${median(frames).toFixed(0)} frames/s; bare canvas ${of(theirs.all)}, bare and sparing ${of(theirs.sparing)}; aim: 0.8 or more`,
  );
}
console.log(`${rounds} rounds, medians; ${machine()}`);
display.stop();
rmSync(folder, { recursive: true, force: true });
