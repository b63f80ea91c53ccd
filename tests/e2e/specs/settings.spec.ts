import type { ElectronApplication, Page } from '@playwright/test';
import { expect, test } from '../harness/fixture';
import { expectAccessible } from '../pages/accessibility';
import { Editor } from '../pages/editor';
import { Keyboard } from '../pages/keyboard';

test.describe.configure({ timeout: 90_000 });

const dialog = (page: Page) => page.getByRole('dialog', { name: 'Settings' });
const zoomOf = (app: ElectronApplication): Promise<number[]> =>
  app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows().map((one) => one.webContents.getZoomFactor()),
  );

async function openPart(page: Page, part: string): Promise<void> {
  await page.keyboard.press('Control+,');
  await dialog(page).getByRole('tab', { name: part }).click();
}

test('theme, contrast, size and movement hold at once and after a new start', async ({ launch }) => {
  const first = await launch();
  const { page } = first;
  const html = page.locator('html');
  await new Editor(page).startEmpty();
  await page.keyboard.press('Control+,');
  await new Keyboard(page).standAt('Appearance');

  await dialog(page).getByRole('button', { name: 'Dark' }).click();
  await expect(html).toHaveAttribute('data-theme', 'dark');
  await dialog(page).getByRole('button', { name: 'High' }).click();
  await expect(html).toHaveAttribute('data-contrast', 'more');
  await dialog(page).getByRole('button', { name: 'Reduced' }).click();
  await expect(html).toHaveAttribute('data-motion', 'reduced');
  await dialog(page).getByRole('button', { name: '150 %' }).click();
  await expect.poll(() => zoomOf(first.app)).toEqual([1.5]);
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+Alt+Minus');
  await expect.poll(() => zoomOf(first.app)).toEqual([1.25]);
  await first.end();

  const second = await launch();
  await expect(second.page.locator('html')).toHaveAttribute('data-contrast', 'more');
  await expect(second.page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await expect.poll(() => zoomOf(second.app)).toEqual([1.25]);
  await second.page.keyboard.press('Control+Alt+Digit0');
  await expect.poll(() => zoomOf(second.app)).toEqual([1]);
});

test('what is set right after the start holds though the app ends at once', async ({ launch }) => {
  const first = await launch();
  await first.page.keyboard.press('Control+Alt+Equal');
  await expect.poll(() => zoomOf(first.app)).toEqual([1.1]);
  const ended = first.app.waitForEvent('close');
  await first.app.evaluate(({ app }) => app.quit());
  await ended;
  const second = await launch();
  await expect.poll(() => zoomOf(second.app)).toEqual([1.1]);
});

test('a shortcut is changed, taken from another command, and set back, and holds everywhere at once', async ({
  window: page,
}) => {
  const editor = new Editor(page);
  await editor.startEmpty();
  await openPart(page, 'Shortcuts');
  const row = (name: string) => dialog(page).getByRole('listitem').filter({ hasText: name });

  await dialog(page).getByRole('searchbox').fill('tidy');
  await dialog(page).getByRole('button', { name: 'Add a shortcut for Tidy up' }).click();
  await expect(page.getByText('Press the new keys…')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(dialog(page)).toBeVisible();
  await dialog(page).getByRole('button', { name: 'Add a shortcut for Tidy up' }).click();
  await page.keyboard.press('Tab');
  await expect(page.getByText('Tab is needed for moving about. Choose other keys.')).toBeVisible();

  await dialog(page).getByRole('button', { name: 'Add a shortcut for Tidy up' }).click();
  await page.keyboard.press('Control+b');
  await expect(page.getByText('Ctrl B is used by “Palette”. Take it from there?')).toBeVisible();
  await dialog(page).getByRole('button', { name: 'Take it' }).click();
  await expect(row('Tidy up')).toContainText('Ctrl B');
  await dialog(page).getByRole('button', { name: 'Remove Ctrl Shift L from Tidy up' }).click();
  await page.keyboard.press('Escape');
  await expect(dialog(page)).toBeHidden();

  await test.step('in menus, and when the keys are pressed', async () => {
    const panel = page.locator('[data-pane=palette]');
    await page.getByRole('menuitem', { name: 'View', exact: true }).click();
    await expect(page.getByRole('menuitemcheckbox', { name: 'Palette' })).not.toContainText('Ctrl B');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+b');
    await expect(panel).toBeVisible();
    await page.keyboard.press('Shift+?');
    const sheet = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
    await sheet.getByRole('searchbox').fill('ctrl b');
    await expect(sheet.getByText('Tidy up')).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(sheet.getByRole('searchbox')).toHaveValue('');
    await page.keyboard.press('Escape');
    await expect(sheet).toBeHidden();
  });

  await test.step('all set back', async () => {
    await openPart(page, 'Shortcuts');
    await dialog(page).getByRole('button', { name: 'Set all back' }).click();
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+b');
    await expect(page.locator('[data-pane=palette]')).toBeHidden();
  });
});

test('shortcuts of one character can be switched off', async ({ window: page }) => {
  const editor = new Editor(page);
  await editor.startFromTemplate('incident-restoration');
  await editor.select('Specialist diagnosis');
  await openPart(page, 'Shortcuts');
  await dialog(page)
    .getByRole('checkbox', { name: /Shortcuts of one character/ })
    .click();
  await page.keyboard.press('Escape');
  const tool = page.getByRole('button', { name: 'Move the canvas' });
  await editor.select('Specialist diagnosis');
  await page.keyboard.press('h');
  await expect(tool).toHaveAttribute('aria-pressed', 'false');
  await openPart(page, 'Shortcuts');
  await dialog(page)
    .getByRole('checkbox', { name: /Shortcuts of one character/ })
    .click();
  await page.keyboard.press('Escape');
  await editor.select('Specialist diagnosis');
  await page.keyboard.press('h');
  await expect(tool).toHaveAttribute('aria-pressed', 'true');
});

test('every part of the settings is accessible, also in high contrast', async ({ window: page }) => {
  test.setTimeout(240_000);
  await new Editor(page).startFromTemplate('incident-restoration');
  for (const part of ['Appearance', 'Canvas', 'Shortcuts', 'Analysis', 'Project']) {
    await openPart(page, part);
    if (part === 'Shortcuts') await dialog(page).getByRole('searchbox').fill('tidy');
    await expectAccessible(page, `settings: ${part}`, '[role=dialog]');
    if (part === 'Shortcuts') await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    await expect(dialog(page)).toBeHidden();
  }
  await openPart(page, 'Appearance');
  await dialog(page).getByRole('button', { name: 'High' }).click();
  await page.keyboard.press('Escape');
  await expectAccessible(
    page,
    'editor in high contrast',
    'header',
    '[data-pane=inspector]',
    '[data-pane=findings]',
  );
});
