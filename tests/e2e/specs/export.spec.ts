import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { unzipSync } from 'fflate';
import type { ElectronApplication, Page } from '@playwright/test';
import { expect, test } from '../harness/fixture';
import { root } from '../harness/launch';
import { expectAccessible } from '../pages/accessibility';
import { Keyboard } from '../pages/keyboard';

test.use({ displaySize: { width: 1280, height: 800 } });
test.describe.configure({ timeout: 120_000 });

const example = readFileSync(path.join(root, 'examples', 'incident-restoration.vsmap'), 'utf8');
const dialogOf = (page: Page) => page.getByRole('dialog');
const previewOf = (page: Page) => page.getByRole('region', { name: 'Preview' });

/** A copy of the example in the folder of the test. */
function exampleIn(folder: string): string {
  const file = path.join(folder, 'Restore.vsmap');
  writeFileSync(file, example);
  return file;
}

/** What other programs find on the clipboard. */
function onClipboard(app: ElectronApplication): Promise<{ formats: string[]; text: string; html: string }> {
  return app.evaluate((electron) => {
    const clipboard: unknown = electron.clipboard;
    const found = clipboard as Record<'readText' | 'readHTML', () => string> & {
      availableFormats: () => string[];
    };
    return { formats: found.availableFormats(), text: found.readText(), html: found.readHTML() };
  });
}

async function open(page: Page): Promise<void> {
  await page.locator('[data-canvas]').first().waitFor();
  await page.keyboard.press('Control+e');
  await expect(dialogOf(page)).toHaveAccessibleName('Export');
  await expect(previewOf(page)).toHaveAttribute('aria-busy', 'false');
}

test('a report is built, previewed and saved with the keyboard alone, and its choices are remembered', async ({
  launch,
  folder,
}) => {
  const file = exampleIn(folder);
  const { page, dialogs, end } = await launch({ files: [file] });
  const keys = new Keyboard(page);
  await open(page);

  await test.step('the arrows choose a format, and the preview follows', async () => {
    await keys.standAt(/^SVG/);
    await keys.reach(/^Word/, 'ArrowUp');
    await expect(
      previewOf(page).getByRole('heading', { name: 'The stream today', exact: true }),
    ).toBeVisible();
    await expect(previewOf(page).getByText('13h 36m').first()).toBeVisible();
    await expectAccessible(page, 'export of a report', '[role=dialog]');
  });

  await test.step('sections are moved by Alt with arrows, and left out', async () => {
    await keys.reach('Findings');
    await keys.press('Alt+ArrowUp', 'Alt+ArrowUp');
    await keys.standAt('Findings');
    await keys.reach('Charter and value', 'Shift+Tab');
    await keys.press('Space');
    await expect(dialogOf(page).getByText('There is no improvement yet.')).toBeVisible();
    const titles = previewOf(page).locator('h3');
    await expect(titles).toHaveText([
      'Findings',
      'The stream today',
      'Figures',
      'Method and quality of the data',
    ]);
  });

  await test.step('a day that no month has is refused at its field, and nothing can be made of it', async () => {
    const date = dialogOf(page).getByRole('textbox', { name: 'Date in the file' });
    await date.fill('2026-02-31');
    await date.press('Enter');
    await expect(dialogOf(page).getByRole('alert')).toHaveText(/“2026-02-31” is no date/);
    for (const name of ['Copy', 'Save…'])
      await expect(dialogOf(page).getByRole('button', { name, exact: true })).toBeDisabled();
    await date.press('Escape');
    const save = dialogOf(page).getByRole('button', { name: 'Save…' });
    await expect(save).toBeEnabled();
    const unwanted = path.join(folder, 'unwanted.docx');
    await dialogs.nextSavePath(unwanted);
    await date.fill('31.02.2026');
    const { x, y, width, height } = (await save.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
    await page.mouse.click(x + width / 2, y + height / 2);
    await expect(dialogOf(page).getByRole('alert')).toHaveText(/“31.02.2026” is no date/);
    await expect(save).toBeDisabled();
    await expect(dialogOf(page).getByRole('button', { name: 'Stop' })).toHaveCount(0);
    expect(existsSync(unwanted)).toBe(false);
    await date.press('Escape');
    await expect(save).toBeEnabled();
  });

  await test.step('the file holds what was chosen, as the command line makes it', async () => {
    const saved = path.join(folder, 'report.docx');
    await dialogs.nextSavePath(saved);
    await keys.reach('Save…');
    await page.keyboard.press('Enter');
    await expect(dialogOf(page)).toHaveCount(0, { timeout: 30_000 });
    await expect(page.getByText('Exported report.docx')).toBeVisible();
    await expect(page.getByRole('button', { name: 'Show in folder' })).toBeVisible();
    const again = path.join(folder, 'again.docx');
    const today = await page.evaluate(() => {
      const now = new Date();
      const two = (part: number): string => String(part).padStart(2, '0');
      return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
    });
    const args = ['--sections', 'cover,findings,current,figures,future,plan,workshop,method'];
    const cli = path.join(root, 'out', 'cli', 'streamwright.js');
    const command = [cli, 'export', file, '--to', 'docx', '-o', again, '--today', today, ...args];
    execFileSync(process.execPath, command);
    const [one, other] = [saved, again].map((each) => unzipSync(readFileSync(each)));
    expect(Object.keys(one ?? {})).toEqual(Object.keys(other ?? {}));
    expect(readFileSync(saved).equals(readFileSync(again))).toBe(true);
  });

  await test.step('the next start begins with the same choices', async () => {
    // Settings reach the disk a second after the start at the latest.
    await expect
      .poll(() => readFileSync(path.join(folder, 'profile', 'settings.json'), 'utf8'))
      .toContain('"docx"');
    await end();
    const next = await launch({ files: [file] });
    await open(next.page);
    await expect(next.page.getByRole('radio', { name: /^Word/ })).toBeChecked();
    await expect(next.page.getByRole('checkbox', { name: 'Charter and value' })).not.toBeChecked();
    await expect(dialogOf(next.page).getByRole('checkbox').nth(2)).toHaveAccessibleName('Findings');
  });
});

test('an export is stopped, refused in words, copied in all forms, and laid out for a printer', async ({
  running: { page, dialogs, app },
  folder,
}) => {
  await page.getByRole('button', { name: /^Learn in five steps/ }).waitFor();
  await page.locator('[data-template="incident"], [data-template]').first().click();
  await open(page);
  const dialog = dialogOf(page);

  await test.step('stopped: nothing is written, and the dialog stays', async () => {
    await dialog.getByRole('radio', { name: /^PNG/ }).check({ force: true });
    await dialog.getByRole('button', { name: '4×' }).click();
    await dialogs.nextSavePath(path.join(folder, 'map.png'));
    await dialog.getByRole('button', { name: 'Save…' }).click();
    await dialog.getByRole('button', { name: 'Stop' }).click();
    await expect(dialog.getByRole('progressbar')).toHaveCount(0);
    expect(readdirSync(folder)).not.toContain('map.png');
    await expect(dialog.getByRole('button', { name: 'Save…' })).toBeEnabled();
  });

  await test.step('refused: the reason stands beside the buttons', async () => {
    await dialogs.nextSavePath(path.join(folder, 'none', 'map.png'));
    await dialog.getByRole('button', { name: '1×' }).click();
    await dialog.getByRole('button', { name: 'Save…' }).click();
    await expect(dialog.getByRole('alert')).toContainText('“map.png” was not saved', { timeout: 30_000 });
  });

  await test.step('gone wrong inside the app: a sentence says so, and the dialog goes on', async () => {
    await app.evaluate(({ ipcMain }) => ipcMain.removeHandler('export:save'));
    await dialog.getByRole('button', { name: 'Save…' }).click();
    await expect(dialog.getByRole('alert')).toContainText('Nothing was exported');
    await expect(dialog.getByRole('button', { name: 'Save…' })).toBeEnabled();
  });

  await test.step('copied: picture, drawing, cells and text at once', async () => {
    await dialog.getByRole('button', { name: 'Copy' }).click();
    await expect
      .poll(async () => (await onClipboard(app)).formats, { timeout: 30_000 })
      .toEqual(expect.arrayContaining(['image/png', 'text/html', 'text/plain']));
    const { text, html } = await onClipboard(app);
    expect(text.split('\n')[0]).toMatch(/^id\tname/);
    expect(html).toContain('<table');
    expect(html).toContain('data:image/png;base64,');
  });

  await test.step('printed: a poster lies on the table in sheets', async () => {
    await dialog.getByRole('radio', { name: /^Printer/ }).check({ force: true });
    await dialog.getByRole('combobox', { name: 'What to print' }).click();
    await page.getByRole('option', { name: 'Map as a poster' }).click();
    await expect(previewOf(page).getByRole('img', { name: 'Row 1, sheet 2' })).toBeVisible();
    await expectAccessible(page, 'print preview', '[role=dialog]');
  });

  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
});
