import type { Page } from '@playwright/test';
import { expect, test } from '../harness/fixture';
import { expectAccessible } from '../pages/accessibility';
import { Editor } from '../pages/editor';
import { Keyboard } from '../pages/keyboard';

test.describe.configure({ timeout: 90_000 });

const field = (page: Page) => page.getByRole('combobox', { name: 'Search or run a command' });
const results = (page: Page) => page.getByRole('option');

test('everything is found and done from one field, with the keyboard alone', async ({ window: page }) => {
  const editor = new Editor(page);
  const keys = new Keyboard(page);
  await editor.startFromTemplate('incident-restoration');
  await editor.select('Specialist diagnosis');

  await test.step('a command, by initials, with its shortcut', async () => {
    await keys.press('Control+k');
    await keys.standAt('Search or run a command');
    await page.keyboard.type('sw li da');
    await expect(results(page).first()).toContainText('Switch light and dark');
    await expect(results(page).first().locator('kbd')).toHaveText('Shift Alt D');
    await page.keyboard.press('Enter');
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
    await expect(field(page)).toBeHidden();
    await page.keyboard.press('Control+z');
  });

  await test.step('Escape gives the focus back to the step', async () => {
    await page.keyboard.press('Control+Shift+p');
    await expect(field(page)).toBeFocused();
    await page.keyboard.press('Escape');
    await keys.standAt(/Specialist diagnosis/);
  });

  await test.step('what cannot be done says why, and does nothing', async () => {
    await page.keyboard.press('Control+k');
    await page.keyboard.type('>revert');
    const revert = results(page).filter({ hasText: 'Revert to the saved file' });
    await expect(revert).toHaveAttribute('aria-disabled', 'true');
    await expect(revert).toContainText('The file has no changes');
    await page.keyboard.press('Enter');
    await expect(field(page)).toBeVisible();
    await page.keyboard.press('Escape');
  });

  await test.step('a step, with a slip of the finger', async () => {
    await page.keyboard.press('Control+k');
    await page.keyboard.type('@vendr investigates');
    await expect(results(page).first()).toContainText('Vendor investigates');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { name: 'Vendor investigates' })).toBeVisible();
    await keys.standAt(/Vendor investigates/);
  });

  await test.step('a finding goes to what it is about', async () => {
    await page.keyboard.press('Control+k');
    await page.keyboard.type('#');
    await expect(page.getByRole('group', { name: 'Findings' })).toBeVisible();
    await page.keyboard.type('only passes work on');
    await expect(results(page).first()).toContainText('Route to a specialist queue');
    await page.keyboard.press('Enter');
    await expect(field(page)).toBeHidden();
    await expect(page.getByRole('heading', { name: 'Route to a specialist queue' })).toBeVisible();
  });

  await test.step('help and settings', async () => {
    await page.keyboard.press('Control+k');
    await page.keyboard.type('?keyboard');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeVisible();
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+k');
    await page.keyboard.type('snap to the grid');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('tab', { name: 'Canvas' })).toHaveAttribute('aria-selected', 'true');
    await page.keyboard.press('Escape');
  });

  await test.step('what was used before comes first', async () => {
    await page.keyboard.press('Control+k');
    await expect(page.getByRole('group', { name: 'Used before' }).getByRole('option').first()).toContainText(
      'Snap to the grid',
    );
    await page.keyboard.press('Escape');
  });
});

test('the search is opened from the title bar, also before a stream is open, and is accessible', async ({
  window: page,
}) => {
  await page.getByRole('button', { name: 'Search or run a command' }).click();
  await expect(field(page)).toBeFocused();
  await page.keyboard.type('tidy');
  await expect(results(page).first()).toContainText('Open or begin a stream first');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: 'Search or run a command' })).toBeFocused();

  await new Editor(page).startFromTemplate('incident-restoration');
  await page.keyboard.press('Control+k');
  await page.keyboard.type('fit');
  await expect(results(page).first()).toContainText('Fit the map');
  await expectAccessible(page, 'search', '[role=dialog]');
  await page.getByRole('button', { name: 'Findings' }).click();
  await expect(field(page)).toHaveValue('#fit');
  await expect(field(page)).toBeFocused();
  await field(page).fill('zzzzzz');
  await expect(page.getByText('Nothing fits “zzzzzz”.')).toBeVisible();
  await field(page).fill('> zoom');
  await results(page).filter({ hasText: 'Zoom in' }).click();
  await expect(field(page)).toBeHidden();
});
