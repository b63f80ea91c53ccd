import { writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { writeProject } from '../../../shared/file-format/write';
import { buildMap } from '../../helpers/build-map';
import { expect, test } from '../harness/fixture';
import { expectAccessible } from '../pages/accessibility';
import { Editor } from '../pages/editor';

test.describe.configure({ timeout: 180_000 });

/** Log, then a long check beside a short message, then an answer; a review after the value; 8 h target, 12 h stated. */
function stream(): string {
  const { project } = buildMap((m) => {
    m.stream({ name: 'Answer a question', demandPerMonth: 400, targetLeadTime: 480 });
    m.map({ statedLeadTime: 720 });
    m.start('demand');
    m.step('log', { processTime: [5, 10, 30], wait: 50, value: 'NNVA' });
    m.node('fork', 'fork', { name: '' });
    m.step('check', { processTime: { likely: 60, source: 'measured', by: 'Jo' }, wait: 240, value: 'VA' });
    m.step('message', { processTime: 20, wait: 0 });
    m.node('join', 'join', { name: '' });
    m.step('answer', { processTime: 30, wait: 0, value: 'VA' });
    m.step('review', { processTime: 15, wait: 600, afterValue: true });
    m.end('value');
    m.path('demand', 'log', 'fork', 'check', 'join', 'answer', 'review', 'value');
    m.path('fork', 'message', 'join');
  });
  return writeProject(project);
}

function fileIn(folder: string): string {
  const file = path.join(folder, 'Answer.vsmap');
  writeFileSync(file, stream());
  return file;
}

const panel = (page: Page): Locator => page.getByRole('complementary', { name: 'The arithmetic' });
const clockMark = (editor: Editor, name: string): Locator =>
  editor.node(name).locator('[data-clock]').first();

test('a figure opens its arithmetic beside the map, and the path that fixes the clock is marked', async ({
  launch,
  folder,
}) => {
  const { page } = await launch({ files: [fileIn(folder)] });
  const editor = new Editor(page);
  await editor.canvas.waitFor();

  await test.step('by a click on the lead time', async () => {
    await editor.figure('leadTime').click();
    await expect(panel(page).getByRole('heading', { name: 'The arithmetic' })).toBeFocused();
    await expect(editor.canvas).toBeVisible();
    // PERT mean of 5/10/30 is 12.5: 50 + 12.5 + 240 + 60 + 30 minutes.
    const rows = panel(page).getByRole('row');
    await expect(rows.filter({ hasText: 'Log' })).toContainText('1h 03m');
    await expect(rows.filter({ hasText: 'Check' })).toContainText('work 1h, measured, by Jo');
    await expect(rows.filter({ hasText: 'Total' })).toContainText('6h 33m');
  });

  await test.step('what is off the path is dimmed, and said', async () => {
    await expect(clockMark(editor, 'Check')).toHaveAttribute('data-clock', 'on');
    await expect(clockMark(editor, 'Message')).toHaveAttribute('data-clock', 'off');
    await expect(clockMark(editor, 'Review')).toHaveAttribute('data-clock', 'off');
    await expect(panel(page)).toContainText('this one takes 20m, the longest 5h');
    await expect(panel(page)).toContainText('comes after the customer has the value');
  });

  await test.step('the stated total is set against the steps', async () => {
    await expect(panel(page)).toContainText('Stated 12h, the steps give 6h 33m: 5h 28m are in no step.');
  });

  await test.step('a row selects its step, and the arithmetic stays', async () => {
    await panel(page).getByRole('button', { name: 'Show “Check” on the map' }).click();
    await expect(editor.node('Check').locator('[data-selected=true]')).toBeVisible();
    await expect(panel(page)).toBeVisible();
  });

  await test.step('Escape leaves, and the focus is back on the figure', async () => {
    await page.keyboard.press('Escape');
    await expect(panel(page)).toHaveCount(0);
    await expect(editor.figure('leadTime')).toBeFocused();
    await expect(page.locator('[data-clock]')).toHaveCount(0);
  });
});

test('it is reached by keyboard, tells every figure, and passes the checks of accessibility in light and dark', async ({
  launch,
  folder,
}) => {
  const { page } = await launch({ files: [fileIn(folder)] });
  const editor = new Editor(page);
  await editor.canvas.waitFor();
  await page.keyboard.press('Control+Shift+E');
  await expect(panel(page)).toContainText('6h 33m');
  await expectAccessible(page, 'arithmetic of the lead time');
  await editor.figure('activityRatio').focus();
  await page.keyboard.press('Enter');
  await expect(panel(page)).toContainText('1h 43m ÷ 6h 33m = 26.1');
  const choice = panel(page).getByRole('combobox', { name: 'Figure' });
  for (const name of [
    'Percentiles of sampled items',
    'Hand-offs',
    'Rolled %C&A',
    'Bottleneck',
    'Cost per item',
  ]) {
    await choice.click();
    await page.getByRole('option', { name, exact: true }).click();
    await expect(panel(page).getByRole('heading', { name: 'How it is computed' })).toBeVisible();
    await expectAccessible(page, `arithmetic: ${name}`);
  }
  await expect(panel(page)).toContainText('What is missing');
});

test('percentiles come by themselves, follow what is typed, and never stand for the mean', async ({
  launch,
  folder,
}) => {
  const { page } = await launch({ files: [fileIn(folder)] });
  const editor = new Editor(page);
  await editor.canvas.waitFor();
  const percentiles = editor.figure('sampled');
  // Only the log varies, by 25 minutes: all of it lies between 6 h 25 m and 6 h 50 m.
  await expect(percentiles).toContainText(/6h (2|3|4)\dm/);
  await expect(percentiles).toContainText('100');
  await expect(percentiles).toContainText('within 8h target');
  await editor.node('Answer').click();
  const wait = editor.field('Wait before');
  await wait.fill('10h');
  await wait.press('Enter');
  await expect(editor.figure('leadTime')).toContainText('16h 33m');
  await expect(percentiles).toContainText(/16h (2|3|4)\dm/);
  await expect(percentiles).toContainText('0');
  await percentiles.click();
  await expect(panel(page)).toContainText('10 000'.replace(' ', '\u00a0'));
  await expect(panel(page)).toContainText('Mean of the samples');
});

for (const [how, broken] of [
  ['cannot be started', 'start'],
  ['fails while it works', 'work'],
] as const)
  test(`a worker that ${how} costs the percentiles and nothing else`, async ({ launch }) => {
    const { page } = await launch();
    const editor = new Editor(page);
    await page.evaluate((breaks) => {
      class Broken extends EventTarget {
        constructor() {
          super();
          if (breaks === 'start') throw new Error('no worker today');
        }
        postMessage(): void {
          setTimeout(() => this.dispatchEvent(new Event('error', { cancelable: true })), 20);
        }
        terminate(): void {
          this.postMessage = () => undefined;
        }
      }
      Object.assign(window, { Worker: Broken });
    }, broken);
    await editor.startFromTemplate('incident-restoration');
    await expect(editor.figure('sampled')).toContainText('no samples of this map');
    await expect(editor.figure('leadTime')).toContainText('13h 36m');
    await editor.figure('sampled').click();
    await expect(panel(page)).toContainText('not sampled');
  });
