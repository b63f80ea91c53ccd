import { writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { writeProject } from '../../../shared/file-format/write';
import { bigMap } from '../../bench/big-map';
import { expect, type Running, test } from '../harness/fixture';
import { Editor } from '../pages/editor';

test.describe.configure({ timeout: 120_000 });
test.use({ displaySize: { width: 1600, height: 1000 } });

/** Opens a large map and shows it from so far that a step is a few pixels wide. */
async function openFromAfar(
  steps: number,
  folder: string,
  launch: (options: { files: string[] }) => Promise<Running>,
): Promise<{ page: Page; editor: Editor; nodes: number; flows: number }> {
  const { project, graph } = bigMap(steps, false);
  const file = path.join(folder, 'Large.vsmap');
  writeFileSync(file, writeProject(project));
  const { page } = await launch({ files: [file] });
  const editor = new Editor(page);
  await editor.nodes.first().waitFor();
  await editor.showWholeMap();
  await turnWheel(editor, 1_000);
  await expect.poll(() => zoomOf(page)).toBeLessThan(10);
  return { page, editor, nodes: graph.nodes.length, flows: graph.flows.length };
}

/** The zoom in percent, as the zoom bar says it. */
async function zoomOf(page: Page): Promise<number> {
  return Number.parseInt((await page.locator('[data-zoom-tools] output').textContent()) ?? '', 10);
}

/** Turns the wheel over the canvas with Control held; less than zero comes nearer. */
async function turnWheel(editor: Editor, by: number): Promise<void> {
  const { x, y } = await editor.at(0.4, 0.4);
  await editor.page.mouse.move(x, y);
  await editor.page.keyboard.down('Control');
  for (let left = Math.abs(by); left > 0; left -= 40) await editor.page.mouse.wheel(0, Math.sign(by) * 40);
  await editor.page.keyboard.up('Control');
  await editor.settled();
}

/** A step of the middle of the map that nothing lies over, and one beside it. */
async function twoSteps(page: Page): Promise<{ id: string; x: number; y: number; width: number }[]> {
  return page.evaluate(() => {
    const seen = [
      ...document.querySelectorAll<HTMLElement>('.react-flow__node:has([data-type="step"])'),
    ].flatMap((node) => {
      const { x, y, width, height } = node.getBoundingClientRect();
      const at = { id: node.dataset['id'] ?? '', x: x + width / 2, y: y + height / 2, width };
      return node.contains(document.elementFromPoint(at.x, at.y)) ? [at] : [];
    });
    return seen.slice(Math.floor(seen.length / 2)).slice(0, 2);
  });
}

test('a large map seen from afar is selected, dragged and walked through as near by', async ({
  launch,
  folder,
}) => {
  const steps = 200;
  const { page, editor, nodes, flows } = await openFromAfar(steps, folder, launch);
  const selected = page.locator('.react-flow__node.selected');
  const [one, next] = await twoSteps(page);
  if (!one || !next) throw new Error('No step can be reached by the mouse.');
  const node = page.locator(`.react-flow__node[data-id="${one.id}"]`);

  await test.step('all steps and flows are there, and each step says its name', async () => {
    await expect(editor.nodes).toHaveCount(nodes);
    await expect(editor.flows).toHaveCount(flows);
    const name = bigMap(steps, false).graph.node.get(one.id)?.name ?? '';
    await expect(node).toHaveAccessibleName(new RegExp(name));
    expect(one.width).toBeLessThan(16);
  });

  await test.step('a click selects one step and gives it the focus; Alt with an arrow goes on from it', async () => {
    await page.mouse.click(one.x, one.y);
    await expect(selected).toHaveCount(1);
    await expect(node).toBeFocused();
    await expect(node).toHaveClass(/selected/);
    await page.keyboard.press('Alt+ArrowRight');
    await expect(node).not.toBeFocused();
    await expect(selected).toHaveCount(1);
  });

  await test.step('a rectangle selects what it touches', async () => {
    await page.keyboard.press('Escape');
    const [left, right] = [one, next].sort((a, b) => a.x - b.x);
    if (!left || !right) return;
    const top = Math.min(one.y, next.y) - 7;
    await page.mouse.move(left.x - left.width, top);
    await page.mouse.down();
    await page.mouse.move(right.x, Math.max(one.y, next.y), { steps: 5 });
    await page.mouse.up();
    await expect.poll(() => selected.count()).toBeGreaterThanOrEqual(2);
    await expect(page.locator(`.react-flow__node.selected[data-id="${one.id}"]`)).toHaveCount(1);
  });

  await test.step('a drag moves the step, and the flows follow', async () => {
    await page.keyboard.press('Escape');
    const before = await node.boundingBox();
    const lines = (): Promise<string[]> =>
      editor.flows
        .locator('path:first-child')
        .evaluateAll((paths) => paths.map((each) => each.getAttribute('d') ?? ''));
    const drawn = await lines();
    await editor.drag(one, { x: one.x + 30, y: one.y + 24 });
    await expect.poll(async () => (await node.boundingBox())?.x ?? 0).toBeGreaterThan((before?.x ?? 0) + 15);
    await expect.poll(lines).not.toEqual(drawn);
    await expect(editor.flows).toHaveCount(flows);
  });
});

test('while a large map is zoomed from afar no step leaves the page or is made anew', async ({
  launch,
  folder,
}) => {
  const { page, editor, nodes } = await openFromAfar(700, folder, launch);
  await expect(editor.nodes).toHaveCount(nodes);
  await editor.nodes.evaluateAll((all) => {
    for (const node of all) node.setAttribute('data-known', '');
  });
  const known = page.locator('.react-flow__node[data-known]');
  const far = await zoomOf(page);
  await turnWheel(editor, -680);
  expect(await zoomOf(page)).toBeGreaterThan(far);
  await expect(known).toHaveCount(nodes);
  await turnWheel(editor, 680);
  await expect(known).toHaveCount(nodes);

  await test.step('near by only what is near the window is in the page, drawn whole', async () => {
    await page.keyboard.press('Control+0');
    await editor.settled();
    await expect.poll(() => editor.nodes.count()).toBeLessThan(nodes / 2);
    await expect(editor.nodes.locator('text').first()).toBeVisible();
  });
});
