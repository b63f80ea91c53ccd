import type { Locator, Page } from '@playwright/test';
import { expect, test } from '../harness/fixture';
import { Editor } from '../pages/editor';

const menus = (page: Page): Locator => page.getByRole('menu');

test('a menu closes when a shortcut brings a dialog, another page or a tool', async ({ launch }) => {
  const { page } = await launch();
  const editor = new Editor(page);
  await editor.startFromTemplate('incident-restoration');
  const palette = page.getByRole('combobox', { name: 'Search or run a command' });

  await test.step('the main menu with a menu beside it', async () => {
    await page.getByRole('menuitem', { name: 'View', exact: true }).click();
    await page.getByRole('menuitem', { name: 'Zoom', exact: true }).click();
    await expect(menus(page)).toHaveCount(2);
    await page.keyboard.press('Control+k');
    await expect(palette).toBeFocused();
    await expect(menus(page)).toHaveCount(0);
    await page.keyboard.press('Escape');
    await expect(palette).toHaveCount(0);
  });

  await test.step('the menu of a step', async () => {
    await editor.nodes.nth(1).click({ button: 'right' });
    await expect(menus(page)).toHaveCount(1);
    await page.keyboard.press('Control+e');
    await expect(page.getByRole('dialog')).toHaveCount(1);
    await expect(menus(page)).toHaveCount(0);
    expect(await page.evaluate(() => document.activeElement?.closest('[role=dialog]') !== null)).toBe(true);
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toHaveCount(0);
  });

  await test.step('what a button unfolds', async () => {
    await page.locator('[data-pane=findings]').getByRole('button', { name: 'Filter' }).click();
    const filters = page.getByRole('dialog', { name: 'Show only findings about' });
    await expect(filters).toBeVisible();
    await page.keyboard.press('Control+k');
    await expect(palette).toBeFocused();
    await expect(filters).toHaveCount(0);
    await page.keyboard.press('Escape');
  });

  await test.step('a menu above a page that is left', async () => {
    await page.getByRole('menuitem', { name: 'File', exact: true }).click();
    await page.keyboard.press('Control+2');
    await expect(page.getByRole('grid').first()).toBeVisible();
    await expect(menus(page)).toHaveCount(0);
  });
});
