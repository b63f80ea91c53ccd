import { writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { writeProject } from '../../../shared/file-format/write';
import { buildMap } from '../../helpers/build-map';
import { expect, test } from '../harness/fixture';
import { expectAccessible } from '../pages/accessibility';
import { Editor } from '../pages/editor';

/** Lead time by hand: 10 + 20 to log, 5 + 300 to route, 60 + 40 to fix: 435 minutes, 7h 15m; 1h 20m + 50m without routing. */
function laptopRepair(): string {
  const { project } = buildMap((m) => {
    m.stream({ name: 'Laptop repair', demandPerMonth: 100, purpose: 'A laptop that works', owner: 'Ada' });
    m.map({ observedOn: '2026-11-01' });
    m.role('desk', { name: 'Service desk', people: 1, availability: 1 });
    m.start('demand');
    m.step('log', {
      name: 'Log the call',
      role: 'desk',
      processTime: 10,
      wait: 20,
      value: 'VA',
      kind: 'work',
    });
    m.step('route', {
      name: 'Route it',
      role: 'desk',
      processTime: 5,
      wait: 300,
      value: 'NVA',
      kind: 'work',
    });
    m.step('fix', { name: 'Fix it', processTime: 60, wait: 40, value: 'VA', kind: 'work' });
    m.end('value');
    m.path('demand', 'log', 'route', 'fix');
    m.flow('fix', 'value', { share: 0.6 });
    m.flow('fix', 'log', { share: 0.2, kind: 'rework' });
  });
  for (const flow of Object.values(project.flows)) if (flow.kind === 'rework') flow.share = { likely: 0.2 };
  return writeProject(project);
}

const dialog = (page: Page): Locator => page.getByRole('dialog');
const maps = (page: Page): Locator => page.getByRole('group', { name: 'Maps of this stream' });

const comparePage = (page: Page): Locator =>
  page.getByRole('navigation', { name: 'Pages' }).getByRole('button', { name: 'Compare' });

/** Opens the menu of a finding: its row is unfolded first. */
async function openFix(page: Page, sentence: RegExp, remedy: RegExp): Promise<void> {
  const row = page.getByRole('listitem').filter({ has: page.getByRole('button', { name: sentence }) });
  const chevron = row.locator('[aria-expanded]').first();
  if ((await chevron.getAttribute('aria-expanded')) === 'false') await chevron.click();
  await row.getByRole('button', { name: /^Fix: / }).click();
  await page.getByRole('menu').last().getByRole('menuitem', { name: remedy }).first().click();
}

const isWaste = /^Adds no value and nobody requires it/;
const isLost = /^Exits add up to 80/;
const leadTime = (editor: Editor): Locator => editor.figure('leadTime');
const figureRow = (page: Page, name: RegExp): Locator => dialog(page).getByRole('row', { name });

test.beforeEach(({ folder }) => {
  writeFileSync(path.join(folder, 'repair.vsmap'), laptopRepair());
});

test('what the map says wrong is put right on the map itself, after a look at what changes', async ({
  launch,
  folder,
}) => {
  const { page } = await launch({ files: [path.join(folder, 'repair.vsmap')] });
  const editor = new Editor(page);
  const first = page.locator('.react-flow__node').first();

  await test.step('where the focus is shows from the first key on', async () => {
    await expect(first).toBeFocused();
    await expect(first).toHaveCSS('outline-style', 'none');
    await page.keyboard.press('Shift');
    await expect(first).toHaveCSS('outline-style', 'solid');
  });

  await openFix(page, isLost, /^Scale the exits/);
  await expect(dialog(page)).toContainText('This puts the map itself right');
  await expect(dialog(page)).toContainText('share of items 60 % → 75 %');
  await expect(dialog(page)).toContainText('It is gone.');
  // A quarter comes back: all is done 1 / 0.75 times, 435 minutes become 580.
  await expect(figureRow(page, /Lead time/)).toContainText('9h 40m');
  await page.keyboard.press('Escape');
  await expect(dialog(page)).toHaveCount(0);
  await expect(leadTime(editor)).not.toContainText('9h 40m');

  await openFix(page, isLost, /^Scale the exits/);
  await page.keyboard.press('Enter');
  await expect(leadTime(editor)).toContainText('9h 40m');
  await expect(maps(page).getByRole('button')).toHaveCount(1);
  await page.keyboard.press('Control+z');
  await expect(leadTime(editor)).not.toContainText('9h 40m');
});

test('an improvement goes to a future state, which is compared, added to and taken back', async ({
  launch,
  folder,
}) => {
  const { page } = await launch({ files: [path.join(folder, 'repair.vsmap')] });
  const editor = new Editor(page);
  await openFix(page, isLost, /^Scale the exits/);
  await expect(dialog(page)).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(leadTime(editor)).toContainText('9h 40m');

  await test.step('the preview says what it changes, for better and for worse', async () => {
    await openFix(page, isWaste, /^Try the stream without it/);
    await expect(dialog(page)).toContainText('A future state is made as a copy of this map');
    await expect(dialog(page)).toContainText('“Route it” is taken out');
    // (30 + 100) / 0.75 = 173.3 minutes.
    const row = figureRow(page, /Lead time/);
    await expect(row).toContainText('9h 40m');
    await expect(row).toContainText('2h 53m');
    await expect(row).toContainText('better');
    await expect(dialog(page)).toContainText(
      'Waits stay as they were entered. “Service desk” becomes less busy',
    );
  });

  await test.step('Enter makes the future state and shows it', async () => {
    await page.keyboard.press('Enter');
    await expect(leadTime(editor)).toContainText('2h 53m');
    await expect(editor.node('Route it')).toHaveCount(0);
    await expect(
      maps(page).getByRole('button', { name: /^Future state, lead time −6h 47m/ }),
    ).toHaveAttribute('aria-pressed', 'true');
  });

  await test.step('the current state is one click away and as it was', async () => {
    await maps(page).getByRole('button', { name: 'Current state' }).click();
    await expect(editor.node('Route it')).toBeVisible();
    await expect(leadTime(editor)).toContainText('9h 40m');
  });

  await test.step('the next fix joins the first one, unless another future state is wanted', async () => {
    await openFix(page, /nobody confirms with the consumer/, /./);
    await expect(page.getByRole('combobox', { name: 'Goes to' })).toHaveText('Future state');
    await page.keyboard.press('Escape');
  });

  await test.step('both are compared', async () => {
    await comparePage(page).click();
    await expect(page.getByRole('main')).toContainText('“Route it” is taken out');
    await expect(page.getByRole('main')).toContainText('2h 53m');
    await page.getByRole('button', { name: 'Map', exact: true }).click();
    await maps(page)
      .getByRole('button', { name: /^Future state/ })
      .click();
    await expect(leadTime(editor)).toContainText('2h 53m');
  });

  await test.step('undo takes the future state away and shows what it was made from', async () => {
    await page.keyboard.press('Control+z');
    await expect(maps(page).getByRole('button')).toHaveCount(1);
    await expect(editor.node('Route it')).toBeVisible();
    await page.keyboard.press('Control+y');
    await expect(editor.node('Route it')).toHaveCount(0);
  });
});

test('an idea is noted, given an owner and a date, and kept with the stream', async ({ launch, folder }) => {
  const { page } = await launch({ files: [path.join(folder, 'repair.vsmap')] });
  await openFix(page, isWaste, /^Try the stream without it/);
  await dialog(page).getByRole('button', { name: 'Note as an idea' }).click();
  await expect(page.getByText('Added to the improvements: Try the stream without it')).toBeVisible();
  await page.getByRole('button', { name: 'Show', exact: true }).click();
  await expect(page.getByRole('textbox', { name: 'What to improve at “Route it”' })).toHaveValue(
    'Try the stream without it',
  );
  await expect(page.getByRole('combobox', { name: 'Answers the finding' })).toContainText(isWaste);
});

test('preview, comparison and the maps in the tool bar can be used by everybody', async ({
  launch,
  folder,
}) => {
  const { page } = await launch({ files: [path.join(folder, 'repair.vsmap')] });
  await openFix(page, isWaste, /^Try the stream without it/);
  await expectAccessible(page, 'the preview of a fix', '[role=dialog]');
  await page.keyboard.press('Enter');
  await expect(maps(page).getByRole('button')).toHaveCount(2);
  await expectAccessible(page, 'the tool bar with two maps', '[role=toolbar]', '[role=status]');
  await comparePage(page).click();
  await expect(page.getByRole('heading', { name: 'Compare', level: 1 })).toBeVisible();
});
