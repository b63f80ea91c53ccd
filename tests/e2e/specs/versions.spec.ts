import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { expect, test } from '../harness/fixture';
import { waitUntilReady } from '../harness/launch';
import { expectAccessible } from '../pages/accessibility';
import { mapFile, renameStream, state, streamIn, streamName } from '../pages/documents';

const dialog = (page: Page): Locator => page.getByRole('dialog');
const options = (page: Page): Locator => dialog(page).getByRole('option');

async function save(page: Page): Promise<void> {
  await page.keyboard.press('Control+s');
  await expect(state(page)).toHaveText('Saved');
}

async function openVersions(page: Page): Promise<void> {
  await page.getByRole('menuitem', { name: 'File' }).click();
  await page.getByRole('menuitem', { name: 'Versions…' }).click();
  await expect(dialog(page)).toContainText('Versions of');
}

test('every save is kept, compared with now and with each other, and opened as a copy', async ({
  folder,
  launch,
}) => {
  const file = mapFile(folder, 'desk.vsmap', 'first name');
  const { app, page } = await launch({ files: [file] });
  await renameStream(page, 'second name');
  await save(page);
  await renameStream(page, 'third name');
  await save(page);
  const onDisk = readFileSync(file, 'utf8');

  await test.step('the list holds what was opened and both saves, with pictures', async () => {
    await openVersions(page);
    await expect(options(page)).toHaveCount(3);
    await expect(options(page).first()).toContainText('Charter of the stream');
    await expect(options(page).nth(2)).toContainText('The oldest version that is kept, 1 step');
    await expect(options(page).nth(2)).toContainText('As it was opened');
    await expect(options(page).locator('img')).toHaveCount(3);
    await expect(dialog(page)).toContainText('This version is the same as what this window shows.');
    await expectAccessible(page, 'versions', '[role=dialog]');
  });

  await test.step('the keyboard walks the list', async () => {
    await expect(options(page).first()).toBeFocused();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('End');
    await expect(options(page).nth(2)).toBeFocused();
    await expect(options(page).nth(2)).toHaveAttribute('aria-selected', 'true');
    await expect(dialog(page).getByRole('table')).toContainText('Lead time, expected');
    await expect(dialog(page)).toContainText('Since then');
  });

  await test.step('it is compared with now, and Escape leads back', async () => {
    await dialog(page).getByRole('button', { name: 'Compare with now' }).press('Enter');
    await expect(dialog(page)).toContainText('Comparing “Version of');
    await expect(dialog(page)).toContainText('with “Now”');
    await expect(dialog(page)).toContainText('Nothing on this map differs.');
    await expect(dialog(page)).toContainText('Also different, besides the maps: Charter of the stream');
    await expectAccessible(page, 'comparison of versions', '[role=dialog]');
    await page.keyboard.press('Escape');
    await expect(options(page)).toHaveCount(3);
    await expect(options(page).nth(2)).toBeFocused();
  });

  await test.step('any two are compared', async () => {
    await dialog(page).getByRole('combobox').click();
    await page.getByRole('listbox').last().getByRole('option').nth(1).click();
    await expect(dialog(page)).toContainText('Comparing “Version of');
    await expect(dialog(page)).not.toContainText('“Now”');
    await dialog(page).getByRole('button', { name: 'Back', exact: true }).click();
  });

  await test.step('the copy opens in a window of its own and no file is touched', async () => {
    const opened = app.waitForEvent('window');
    await dialog(page).getByRole('button', { name: 'Open as a copy' }).click();
    const copy = await waitUntilReady(await opened);
    await expect(streamName(copy)).toHaveValue('first name');
    await expect(state(copy)).toHaveText('Unsaved changes');
    expect(readFileSync(file, 'utf8')).toBe(onDisk);
    expect(streamIn(file)).toBe('third name');
    expect(readdirSync(folder).filter((name) => name.endsWith('.vsmap'))).toEqual(['desk.vsmap']);
  });
});

test('what is not there is said: never saved, damaged, switched off, deleted', async ({ folder, launch }) => {
  const file = mapFile(folder, 'desk.vsmap', 'first name');
  const history = path.join(folder, 'profile', 'history');
  const { page, end } = await launch({ files: [file] });

  await test.step('a damaged version and a damaged list are told, the rest is shown', async () => {
    await renameStream(page, 'second name');
    await save(page);
    await expect.poll(() => readdirSync(history, { recursive: true }).length).toBe(4);
    const [key = ''] = readdirSync(history);
    const own = path.join(history, key);
    const kept = readdirSync(own).filter((name) => name.endsWith('.vsmap'));
    const opened =
      kept.find((name) => readFileSync(path.join(own, name), 'utf8').includes('first name')) ?? '';
    writeFileSync(path.join(own, opened), 'damaged');
    await openVersions(page);
    await expect(options(page)).toHaveCount(2);
    await options(page).nth(1).click();
    await expect(options(page).nth(1)).toContainText('Damaged, cannot be shown');
    await expect(dialog(page).getByRole('alert')).toContainText('The file itself and the other versions');
    await page.keyboard.press('Escape');
    writeFileSync(path.join(own, 'index.json'), '{');
    await openVersions(page);
    await expect(dialog(page)).toContainText('The list of these versions was damaged.');
    await expect(options(page).first()).toContainText('Version 2');
    await page.keyboard.press('Escape');
  });

  await test.step('they are deleted and switched off in the settings', async () => {
    await page.keyboard.press('Control+,');
    await page.getByRole('tab', { name: 'Versions' }).click();
    await expectAccessible(page, 'settings of versions', '[role=dialog]');
    await page.getByRole('button', { name: 'Delete all kept versions…' }).click();
    await page.getByRole('button', { name: 'Delete them' }).click();
    await expect(page.getByText('All kept versions are deleted.')).toBeVisible();
    expect(existsSync(history)).toBe(false);
    await page.getByRole('checkbox', { name: 'Keep versions of saved files on this computer' }).click();
    await page.keyboard.press('Escape');
    await renameStream(page, 'third name');
    await save(page);
    await openVersions(page);
    await expect(dialog(page)).toContainText('Versions are not kept on this computer');
    expect(existsSync(history)).toBe(false);
    await page.keyboard.press('Escape');
  });

  await test.step('work that was never saved has none yet', async () => {
    await end();
    const { page: fresh } = await launch();
    await fresh.getByRole('button', { name: /^New stream/ }).click();
    await fresh.keyboard.press('Control+,');
    await fresh.getByRole('tab', { name: 'Versions' }).click();
    await fresh.getByRole('checkbox', { name: 'Keep versions of saved files on this computer' }).click();
    await fresh.keyboard.press('Escape');
    await openVersions(fresh);
    await expect(dialog(fresh)).toContainText('Versions appear once this work is saved to a file.');
  });
});

/** As a version is named that is kept beside that of others. */
const longName = 'work (my version 2026-11-22 17.54)';

test('work that has another name now leads back to its versions from before', async ({ folder, launch }) => {
  const file = mapFile(folder, 'desk.vsmap', 'first name');
  const { page, dialogs } = await launch({ files: [file] });
  await renameStream(page, 'second name');
  await save(page);
  await renameStream(page, 'third name');
  await dialogs.nextSavePath(path.join(folder, `${longName}.vsmap`));
  await page.keyboard.press('Control+Shift+s');
  await expect(state(page)).toHaveText('Saved');

  await openVersions(page);
  await expect(options(page)).toHaveCount(1);
  await expect(options(page)).not.toContainText('The oldest version');
  await expect(dialog(page)).toContainText('Before this, the work had the name “desk”.');
  await expectAccessible(page, 'versions under two names', '[role=dialog]');
  await dialog(page).getByRole('button', { name: 'Show them' }).press('Enter');
  await expect(dialog(page)).toContainText('Versions of desk');
  await expect(options(page)).toHaveCount(2);
  await expect(options(page).first()).toBeFocused();
  await page.keyboard.press('End');
  await expect(dialog(page).getByRole('table')).toContainText('Lead time, expected');
  await dialog(page).getByRole('button', { name: 'Compare with now' }).press('Enter');
  await expect(dialog(page)).toContainText('Comparing “Version of');
  await page.keyboard.press('Escape');
  const back = dialog(page).getByRole('button', { name: `Back to the versions of “${longName}”` });
  // A long name takes two lines rather than lie over the table beside.
  const [list, button] = [await options(page).first().boundingBox(), await back.boundingBox()];
  expect((button?.x ?? 0) + (button?.width ?? 0)).toBeLessThanOrEqual((list?.x ?? 0) + (list?.width ?? 0));
  await back.press('Enter');
  await expect(dialog(page)).toContainText(`Versions of ${longName}`);
  await expect(options(page)).toHaveCount(1);
});
