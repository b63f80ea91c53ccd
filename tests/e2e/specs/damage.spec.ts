import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { expect, test } from '../harness/fixture';
import { expectAccessible } from '../pages/accessibility';
import { mapText, renameStream, saveByMenu, state, streamIn, streamName, titles } from '../pages/documents';

function fileIn(folder: string, name: string, content: string | Buffer): string {
  const file = path.join(folder, name);
  writeFileSync(file, content);
  return file;
}

/** The same map as a newer version would write it, with a field of its own. */
const newerText = mapText('Tomorrow')
  .replace('"version": 1', '"version": 2')
  .replace('{\n', '{\n  "aNewTable": {},\n');

const dialogOf = (page: Page): Locator => page.getByRole('dialog');

test('a damaged file says what is wrong, what was saved and what was lost, opens as a copy and is never touched', async ({
  folder,
  launch,
}) => {
  const whole = mapText('Restore service');
  const broken = whole.slice(0, whole.indexOf('  "systems"'));
  const file = fileIn(folder, 'desk.vsmap', broken);
  const { app, page, dialogs } = await launch({ files: [file] });
  const dialog = dialogOf(page);
  await expect(dialog).toContainText('“desk.vsmap” is damaged');
  await expect(dialog).toContainText(
    'The file breaks off before its end. The file itself was left as it is.',
  );
  await expect(dialog).toContainText('There is 1 step and 2 flows on 1 map.');
  await expect(dialog.getByRole('listitem').first()).toContainText('Nothing was found of: systems');
  await expectAccessible(page, 'a damaged file', '[role=dialog]');

  // The main button has the focus: one key opens the copy.
  await page.keyboard.press('Enter');
  await expect(streamName(page)).toHaveValue('Restore service');
  await expect(state(page)).toHaveText('Unsaved changes');
  expect(await titles(app)).toEqual(['• desk (recovered) – Streamwright']);

  const copy = path.join(folder, 'desk saved.vsmap');
  await dialogs.nextSavePath(copy);
  await saveByMenu(page);
  await expect(state(page)).toHaveText('Saved');
  expect(streamIn(copy)).toBe('Restore service');
  expect(readFileSync(file, 'utf8')).toBe(broken);
});

test('a file with one turned bit is put right, and leaving the dialog opens nothing', async ({
  folder,
  launch,
}) => {
  const bytes = Buffer.from(mapText('Restore service'));
  const place = bytes.indexOf('"nodes": {') + 9;
  bytes[place] = (bytes[place] ?? 0) ^ 1;
  const file = fileIn(folder, 'desk.vsmap', bytes);
  const { page, dialogs } = await launch({ files: [file] });
  await expect(dialogOf(page)).toContainText('All of it could be recovered.');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('heading', { name: 'Streamwright', exact: true })).toBeVisible();

  await dialogs.nextOpenPath(file);
  await page.keyboard.press('Control+o');
  await dialogOf(page).getByRole('button', { name: 'Open the copy' }).click();
  await expect(streamName(page)).toHaveValue('Restore service');
  expect(readFileSync(file)).toEqual(bytes);
});

test('a file of which nothing is left still offers its last good version', async ({ folder, launch }) => {
  const file = fileIn(folder, 'desk.vsmap', mapText('Restore service'));
  const first = await launch({ files: [file] });
  await expect(streamName(first.page)).toHaveValue('Restore service');
  await first.end();
  const zeros = Buffer.alloc(4096);
  writeFileSync(file, zeros);
  const { page } = await launch({ files: [file] });
  const dialog = dialogOf(page);
  await expect(dialog).toContainText('Nothing of it could be recovered.');
  await dialog.getByRole('button', { name: 'Open the last good version' }).click();
  await expect(streamName(page)).toHaveValue('Restore service');
  await expect(state(page)).toHaveText('Unsaved changes');
  expect(readFileSync(file)).toEqual(zeros);
});

test('a map of a newer version carries its mark all the time, can be changed, and is never written over', async ({
  folder,
  launch,
}) => {
  const file = fileIn(folder, 'tomorrow.vsmap', newerText);
  const { page, dialogs } = await launch({ files: [file] });
  await expect(dialogOf(page)).toContainText('saved by a newer Streamwright');
  await page.keyboard.press('Enter');
  const mark = page.getByRole('button', { name: 'Read-only' });
  await expect(mark).toBeVisible();
  await mark.click();
  await expect(dialogOf(page)).toContainText('never written over');
  await page.keyboard.press('Escape');

  await renameStream(page, 'Changed here');
  await expect(mark).toBeVisible();
  await dialogs.nextSavePath(file);
  await saveByMenu(page);
  await expect(dialogOf(page)).toContainText('is not written over');
  await page.keyboard.press('Escape');
  expect(readFileSync(file, 'utf8')).toBe(newerText);

  const copy = path.join(folder, 'copy.vsmap');
  await dialogs.nextSavePath(copy);
  await saveByMenu(page);
  await expect(state(page)).toHaveText('Saved');
  await expect(mark).toHaveCount(0);
  expect(streamIn(copy)).toBe('Changed here');
  expect(readFileSync(copy, 'utf8')).toContain('"aNewTable": {}');
  expect(readFileSync(file, 'utf8')).toBe(newerText);
});

test('a map that somebody changed by hand opens, and says what that means', async ({ folder, launch }) => {
  const file = fileIn(
    folder,
    'desk.vsmap',
    mapText('Restore service').replace('"Restore service"', '"By hand"'),
  );
  const { page } = await launch({ files: [file] });
  await expect(dialogOf(page)).toContainText(
    'somebody changed it by hand or with another program, or it was damaged',
  );
  await page.keyboard.press('Enter');
  await expect(streamName(page)).toHaveValue('By hand');
  await expect(state(page)).toHaveText('Saved');
});

test('a remark on opening sets all of the window aside, what is drawn last too', async ({
  folder,
  launch,
}) => {
  const altered = mapText('Restore service').replace('"Restore service"', '"Restored service"');
  const { page } = await launch({ files: [fileIn(folder, 'desk.vsmap', altered)] });
  await expect(dialogOf(page)).toContainText('The file was opened, with a remark');
  // The button in the status bar comes after the first frame of the map; readers of the screen must not reach it.
  const foot = page.locator('footer', { hasText: /1 step/ });
  await expect(foot.locator('button').first()).toBeVisible();
  await expect(foot.getByRole('button')).toHaveCount(0);
  await page.keyboard.press('Enter');
  await expect(foot.getByRole('button').first()).toBeVisible();
});
