import type { Locator, Page } from '@playwright/test';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { writeProject } from '../../../shared/file-format/write';
import { buildMap } from '../../helpers/build-map';
import { expect, test } from '../harness/fixture';
import { expectAccessible } from '../pages/accessibility';
import { Editor } from '../pages/editor';
import { Keyboard } from '../pages/keyboard';

/** Lead time by hand: 10 + 20 to log, 5 + 300 to route, 60 + 40 to fix, each at 1 / 0.8 = 1.25 visits: 543.75 minutes, 9h 04m. */
function laptopRepair(): string {
  const { project } = buildMap((m) => {
    m.stream({ name: 'Laptop repair', demandPerMonth: 100, purpose: 'A laptop that works', owner: 'Ada' });
    m.role('desk', { name: 'Service desk', people: 1, availability: 1 });
    m.start('demand');
    m.step('log', {
      name: 'Log',
      role: 'desk',
      processTime: 10,
      wait: 20,
      completeAccurate: 0.8,
      value: 'VA',
    });
    m.step('route', { name: 'Route', role: 'desk', processTime: 5, wait: 300, value: 'NVA' });
    m.step('fix', { name: 'Fix', role: 'desk', processTime: 60, wait: 40, value: 'VA' });
    m.end('value');
    m.path('demand', 'log', 'route', 'fix');
    m.flow('fix', 'value', { share: 0.8 });
    m.flow('fix', 'log', { share: 0.2, kind: 'rework' });
  });
  return writeProject(project);
}

const slider = (page: Page, name: string): Locator => page.getByRole('slider', { name });
const row = (page: Page, name: string): Locator =>
  page.getByRole('main').getByRole('row', { name: new RegExp(`^${name}`) });

test.beforeEach(({ folder }) => {
  writeFileSync(path.join(folder, 'repair.vsmap'), laptopRepair());
});

test('a slider moves the figures and not the map, and is kept, compared and made a future state', async ({
  launch,
  folder,
}) => {
  const { page } = await launch({ files: [path.join(folder, 'repair.vsmap')] });
  const editor = new Editor(page);
  await page.getByRole('button', { name: 'What-if' }).first().click();
  await expect(page.getByText('The volume, and the inputs with the largest effect')).toBeVisible();
  await expect(slider(page, 'Route: Wait before')).toHaveAttribute('aria-valuetext', /^5h, 100\s%/);
  await editor.field('Route: Wait before').fill('2h 30m');
  await editor.field('Route: Wait before').press('Enter');
  // 1.25 x 150 minutes less: 543.75 - 187.5 = 356.25.
  await expect(row(page, 'Lead time, expected')).toContainText('5h 56m');
  await expect(row(page, 'Lead time, expected')).toContainText('−3h 08m, better');
  await expect(editor.figure('leadTime')).toContainText('9h 04m');
  await page.keyboard.press('Control+z');
  await expect(slider(page, 'Route: Wait before')).toHaveAttribute('aria-valuetext', /^5h, /);
  await page.keyboard.press('Control+y');
  await expect(row(page, 'Lead time, expected')).toContainText('5h 56m');
  await page.getByRole('button', { name: 'Undo: what was tried' }).click();
  await page.getByRole('button', { name: 'Redo: what was tried' }).click();
  await editor.field('Route: Wait before').fill('soon');
  await editor.field('Route: Wait before').press('Enter');
  await expect(page.getByRole('alert').filter({ hasText: 'It stays at 2h 30m.' })).toBeVisible();
  await expect(editor.field('Route: Wait before')).toHaveValue('2h 30m');
  await expect(row(page, 'Lead time, expected')).toContainText('5h 56m');
  await expectAccessible(page, 'what-if, sliders', 'main');

  await page.getByRole('button', { name: 'Keep as scenario' }).click();
  await page.getByRole('dialog').getByRole('textbox').fill('Route twice a day');
  await page.keyboard.press('Enter');
  await expect(page.getByText('“Route twice a day” is kept.')).toBeVisible();
  await page.getByRole('tab', { name: 'Scenarios' }).click();
  await expect(page.getByRole('columnheader', { name: /Route twice a day/ })).toBeVisible();
  await expect(page.locator('td[data-best=true]').first()).toContainText('5h 56m');
  await expectAccessible(page, 'what-if, scenarios', 'main');

  await page.getByRole('button', { name: 'Make this a future state' }).click();
  await expect(editor.figure('leadTime')).toContainText('5h 56m');
  await page.keyboard.press('Control+z');
  await expect(editor.figure('leadTime')).toContainText('9h 04m');
});

test('a share takes its siblings along, and the ranking puts a change on the sliders', async ({
  launch,
  folder,
}) => {
  const { page } = await launch({ files: [path.join(folder, 'repair.vsmap')] });
  const editor = new Editor(page);
  await page.keyboard.press('Control+Shift+R');
  await editor.field('Fix → Log (rework): Share of items').fill('0 %');
  await editor.field('Fix → Log (rework): Share of items').press('Enter');
  await expect(page.getByText(/The others from there: Value 100(\.0)?\s%/)).toBeVisible();
  await expect(row(page, 'Lead time, expected')).toContainText('7h 15m');
  await page.getByRole('button', { name: 'Set all back' }).click();
  await page.getByRole('tab', { name: 'Which change buys most' }).click();
  // Left out: 1.25 x 305 = 381.25 minutes.
  await expect(page.getByRole('main').getByRole('row').nth(1)).toContainText('Leave “Route” out');
  await expect(page.getByRole('main').getByRole('row').nth(1)).toContainText('−6h 21m');
  await expectAccessible(page, 'what-if, ranking', 'main');
  await page.getByRole('button', { name: 'Put on the sliders: Leave “Route” out' }).click();
  await expect(row(page, 'Lead time, expected')).toContainText('2h 43m');
});

test('everything is done by keyboard alone', async ({ launch, folder }) => {
  const { page } = await launch({ files: [path.join(folder, 'repair.vsmap')] });
  const keys = new Keyboard(page);
  await page.keyboard.press('Control+6');
  await expect(slider(page, 'Route: Wait before')).toBeVisible();
  await slider(page, 'Route: Wait before').focus();
  await keys.press('ArrowLeft', 'ArrowLeft');
  await expect(slider(page, 'Route: Wait before')).toHaveAttribute('aria-valuetext', /^4h 30m, 90\s%/);
  await page.getByRole('combobox', { name: 'Add something to change' }).focus();
  await keys.type('time for');
  await expect(page.getByRole('option', { name: 'Service desk: Time for this stream' })).toBeVisible();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(slider(page, 'Service desk: Time for this stream')).toBeVisible();
  await slider(page, 'Service desk: People').focus();
  await keys.press('ArrowRight');
  await expect(page.getByRole('region', { name: 'Queues, as an estimate' })).toContainText('Service desk');
  await page.getByRole('checkbox', { name: 'Let the waits follow the queues' }).focus();
  await keys.press('Space');
  const followed = page.getByRole('region', { name: 'Waits that follow their queues, by estimate' });
  await expect(followed).toContainText('Wait before “Fix”: 40m →');
  await expectAccessible(page, 'what-if, waits that follow the queues', 'main');
});
