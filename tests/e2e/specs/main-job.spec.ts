import { readFileSync } from 'node:fs';
import path from 'node:path';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { PNG } from 'pngjs';
import type { Project } from '../../../shared/model/project';
import { readProject } from '../../../shared/file-format/read';
import { expect, test } from '../harness/fixture';
import { Editor } from '../pages/editor';

const steps = [
  { activity: 'engage', name: 'Log the call', process: '6m', wait: '30m', quality: '80%' },
  { activity: 'plan', name: 'Approve the change', process: '12m', wait: '4h 20m', quality: '95%' },
  { activity: 'obtain-build', name: 'Build the fix', process: '1h', wait: '3h 10m', quality: '90%' },
  { activity: 'deliver-support', name: 'Confirm with the user', process: '5m', wait: '1h', quality: '99%' },
] as const;
// By hand: waits 30 + 260 + 190 + 60 = 540 min, work 6 + 12 + 60 + 5 = 83 min.
const leadTime = '10h 23m';
const processTime = '1h 23m';

function projectIn(file: string): Project {
  const read = readProject(readFileSync(file, 'utf8'));
  if (read.kind !== 'read') throw new Error(read.sentence);
  return read.project;
}

const nodeNamed = (project: Project, name: string) =>
  Object.values(project.nodes).find((node) => node.name === name);

async function textOfPdf(file: string): Promise<string> {
  const pdf = await getDocument({ data: new Uint8Array(readFileSync(file)), useSystemFonts: false }).promise;
  const content = await (await pdf.getPage(1)).getTextContent();
  return content.items.map((item) => ('str' in item ? item.str : '')).join(' ');
}

async function buildByDragging(editor: Editor): Promise<void> {
  for (const [index, step] of steps.entries()) {
    await editor.dragStep(
      step.activity,
      step.name,
      await editor.at(0.26 + index * 0.165, index % 2 === 0 ? 0.3 : 0.75),
    );
  }
  await expect(editor.nodes).toHaveCount(6);
  const first = await editor.node(steps[0].name).boundingBox();
  const second = await editor.node(steps[1].name).boundingBox();
  if (!first || !second) throw new Error('the steps are not on the screen');
  await editor.dragItem('service-desk', { x: first.x + 60, y: first.y + 40 });
  await editor.dragItem('change-enablement', { x: second.x + 60, y: second.y + 40 });
}

async function connectAll(editor: Editor): Promise<void> {
  const names = ['Demand', ...steps.map((step) => step.name), 'Value'];
  for (const [index, name] of names.entries()) {
    const next = names[index + 1];
    if (next !== undefined) await editor.connect(name, next);
  }
  await expect(editor.flows).toHaveCount(5);
}

async function fillAll(editor: Editor): Promise<void> {
  for (const step of steps) {
    await editor.select(step.name);
    await expect(editor.field('Name')).toHaveValue(step.name);
    await editor.fill('Process time', step.process);
    await editor.fill('Wait before', step.wait);
    await editor.fill('%C&A', step.quality);
  }
}

test('a facilitator builds a map by dragging, sees its figures and findings, saves, opens and exports it', async ({
  launch,
  folder,
}) => {
  test.setTimeout(120_000);
  const { page, dialogs, end } = await launch();
  const editor = new Editor(page);
  const file = path.join(folder, 'Laptop repair.vsmap');

  await test.step('drag four activities and two practices, and connect them', async () => {
    await editor.startEmpty();
    await buildByDragging(editor);
    await connectAll(editor);
  });

  await test.step('type times as people write them, and read the figures', async () => {
    await expect(editor.figure('leadTime')).toContainText('unknown');
    await fillAll(editor);
    await expect(editor.figure('leadTime')).toContainText(leadTime);
    await expect(editor.figure('processTime')).toContainText(processTime);
    // 83 / 623
    await expect(editor.figure('activityRatio')).toContainText('13.3');
    // 0.8 x 0.95 x 0.9 x 0.99
    await expect(editor.figure('rolled')).toContainText('68');
  });

  await test.step('see a finding, click it, and stand at its step', async () => {
    const finding = page.getByRole('button', { name: /^Waits 4h 20m for 12m of work/ });
    await finding.click();
    await expect(editor.field('Name')).toHaveValue('Approve the change');
    await expect(editor.node('Approve the change')).toHaveClass(/selected/);
  });

  await test.step('save', async () => {
    await dialogs.nextSavePath(file);
    await page.keyboard.press('Control+s');
    await expect(page.locator('header [role=status]')).toHaveText('Saved');
    const project = projectIn(file);
    expect(nodeNamed(project, 'Approve the change')?.wait?.likely).toBe(260);
    expect(Object.keys(nodeNamed(project, 'Approve the change')?.practices ?? {})).toEqual([
      'change-enablement',
    ]);
    expect(Object.keys(nodeNamed(project, 'Log the call')?.practices ?? {})).toEqual(['service-desk']);
  });

  await test.step('undo everything and redo everything', async () => {
    const saved = readFileSync(file, 'utf8');
    await editor.canvas.focus();
    const undo = page.getByRole('button', { name: /^Undo/ });
    while ((await undo.getAttribute('aria-disabled')) !== 'true') await page.keyboard.press('Control+z');
    await expect(editor.nodes).toHaveCount(2);
    await expect(page.locator('header [role=status]')).toHaveText('Unsaved changes');
    const redo = page.getByRole('button', { name: /^Redo/ });
    while ((await redo.getAttribute('aria-disabled')) !== 'true')
      await page.keyboard.press('Control+Shift+z');
    await expect(editor.nodes).toHaveCount(6);
    await expect(editor.figure('leadTime')).toContainText(leadTime);
    await expect(page.locator('header [role=status]')).toHaveText('Saved');
    await page.keyboard.press('Control+s');
    await expect(page.locator('header [role=status]')).toHaveText('Saved');
    expect(readFileSync(file, 'utf8')).toBe(saved);
  });

  await test.step('close, and open it again', async () => {
    await end();
  });
  const again = await launch({ files: [file] });
  const reopened = new Editor(again.page);
  await expect(reopened.figure('leadTime')).toContainText(leadTime);
  await expect(reopened.nodes).toHaveCount(6);

  await test.step('export the three formats, and open the files', async () => {
    for (const format of ['SVG', 'PNG', 'PDF']) {
      const out = path.join(folder, `map.${format.toLowerCase()}`);
      await again.page.keyboard.press('Control+e');
      const dialog = again.page.getByRole('dialog');
      await dialog.getByText(format, { exact: true }).click();
      await again.dialogs.nextSavePath(out);
      await dialog.getByRole('button', { name: 'Save…' }).click();
      await dialog.waitFor({ state: 'detached' });
    }
    const svg = readFileSync(path.join(folder, 'map.svg'), 'utf8');
    expect(svg).toContain('Confirm with the user');
    expect(svg).not.toMatch(/<script|href="http/);
    const png = PNG.sync.read(readFileSync(path.join(folder, 'map.png')));
    const [, width] = /<svg[^>]* width="(\d+)/.exec(svg) ?? [];
    expect(png.width).toBe(2 * Number(width));
    expect(new Set(png.data).size).toBeGreaterThan(100);
    const words = await textOfPdf(path.join(folder, 'map.pdf'));
    for (const step of steps) expect(words.replaceAll(/\s+/g, ' ')).toContain(step.name.split(' ')[0] ?? '');
  });
});
