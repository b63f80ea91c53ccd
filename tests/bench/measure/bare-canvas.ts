import path from 'node:path';
import { _electron, type ElectronApplication, type Page } from '@playwright/test';
import react from '@vitejs/plugin-react';
import { build } from 'vite';
import { labelSizeFor } from '../../../shared/drawing/flow-text';
import { layoutMap } from '../../../shared/layout/layout-map';
import { root } from '../../e2e/harness/launch';
import type { BareScene } from '../bare-canvas/main';
import { bigMap } from '../big-map';

const source = path.join(root, 'tests', 'bench', 'bare-canvas');

/** Builds the page of the bare canvas into a folder; gives the file to show. */
export async function buildBareCanvas(outDir: string): Promise<string> {
  // What runs the benchmarks calls itself a development server: React would be bundled with its checks.
  process.env['NODE_ENV'] = 'production';
  await build({
    root: source,
    configFile: false,
    base: './',
    logLevel: 'error',
    plugins: [react()],
    build: { outDir, emptyOutDir: true, target: 'chrome130', chunkSizeWarningLimit: 4_000 },
  });
  return path.join(outDir, 'index.html');
}

/** Starts a window with the bare canvas, empty. */
export async function launchBareCanvas(
  page: string,
  display: string,
  profile: string,
): Promise<{ app: ElectronApplication; page: Page }> {
  const app = await _electron.launch({
    chromiumSandbox: true,
    executablePath: process.env['ELECTRON_RUNTIME'] ?? '',
    cwd: root,
    args: ['--disable-gpu', `--user-data-dir=${profile}`, path.join(source, 'window.cjs')],
    env: { ...(process.env as Record<string, string>), DISPLAY: display, BENCH_PAGE: page },
  });
  return { app, page: await app.firstWindow() };
}

/** The nodes and edges of the large map of so many steps, where the app would put them. */
export function plainScene(steps: number): Pick<BareScene, 'nodes' | 'edges'> {
  const { graph } = bigMap(steps, false);
  const { boxes } = layoutMap(graph, { laneBy: 'none', labelSize: labelSizeFor(graph) });
  const nodes = graph.nodes.map(({ id, name }) => {
    const { x = 0, y = 0, width = 0, height = 0 } = boxes.get(id) ?? {};
    return { id, position: { x, y }, width, height, data: { label: name } };
  });
  return { nodes, edges: graph.flows.map(({ id, from, to }) => ({ id, source: from, target: to })) };
}

/** Shows a scene on it and waits until it stands. */
export async function showScene(page: Page, scene: BareScene): Promise<void> {
  await page.waitForFunction(() => 'showBare' in window);
  await page.evaluate((given) => window.showBare(given), scene);
  await page.waitForSelector('.react-flow__node');
  await page.waitForTimeout(500);
}
