import { chmodSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { shimIsImpossible } from '../../fault-shim/build-shim';
import { Faults } from '../harness/faults';
import { expect, test } from '../harness/fixture';
import { expectAccessible } from '../pages/accessibility';
import { journalsIn, mapFile, renameStream, state, streamIn } from '../pages/documents';
import { Keyboard } from '../pages/keyboard';
import { outsideBar, writeAsOthers } from '../pages/outside';

const impossible = shimIsImpossible();
test.skip(impossible !== null, impossible ?? '');

const dialogOf = (page: Page) => page.getByRole('dialog');

/** What goes wrong, what is said of it, and which version the file then holds. */
const troubles = [
  { name: 'a disk that fills up', order: 'full/1/write', says: /no room left on the disk/, holds: 'old' },
  { name: 'a full disk', order: 'enospc/1/create', says: /no room left on the disk/, holds: 'old' },
  {
    name: 'a folder without permission',
    order: 'eacces/1/create',
    says: /may not write in its folder/,
    holds: 'old',
  },
  { name: 'a flush that fails', order: 'eio/1/fsync', says: /reported an error \(EIO\)/, holds: 'old' },
  { name: 'a device that vanishes', order: 'dead/1/write', says: /damaged or disconnected/, holds: 'old' },
  { name: 'a short write called whole', order: 'lie/1/write', says: /reported an error/, holds: 'old' },
  { name: 'a wrong byte on the disk', order: 'rot/1/write', says: /reported an error/, holds: 'old' },
  { name: 'a folder that is not flushed', order: 'eio/2/fsync', says: /did not confirm/, holds: 'new' },
  { name: 'a device that vanishes at the end', order: 'dead/2/fsync', says: /did not confirm/, holds: 'new' },
  {
    name: 'a device that comes back as it was',
    order: 'dead/2/fsync',
    says: /did not confirm/,
    holds: 'returned',
  },
] as const;

/** Starts the app with a map in a folder whose disk can be made to fail. */
function documentsIn(folder: string): { documents: string; file: string; faults: Faults } {
  const documents = path.join(folder, 'documents');
  mkdirSync(documents);
  return { documents, file: mapFile(documents, 'one.vsmap', 'old'), faults: new Faults(folder) };
}

test('whatever the disk does, a save says what happened, the work stays, and the next try succeeds', async ({
  folder,
  launch,
}) => {
  const { documents, file, faults } = documentsIn(folder);
  const { app, page } = await launch({ files: [file], env: faults.variables(documents) });
  for (const [index, { name, order, says, holds }] of troubles.entries())
    await test.step(name, async () => {
      const before = readFileSync(file, 'utf8');
      const work = `work ${index}`;
      await renameStream(page, work);
      await faults.arm(app, order);
      await page.keyboard.press('Control+s');
      await expect(dialogOf(page)).toContainText(says);
      await expect(dialogOf(page)).toContainText('Your work is safe');
      expect(faults.hasFailed(order)).toBe(true);
      await expect(state(page)).toHaveText('Unsaved changes');
      if (holds === 'old') expect(readFileSync(file, 'utf8')).toBe(before);
      else expect(streamIn(file)).toBe(work);
      if (index === 0) await expectAccessible(page, 'a save that failed', '[role=dialog]');
      await faults.arm(app, 'none/0');
      if (holds === 'returned') writeFileSync(file, before);
      await dialogOf(page).getByRole('button', { name: 'Try again' }).click();
      await expect(state(page)).toHaveText('Saved');
      expect(streamIn(file)).toBe(work);
      expect(readdirSync(documents)).toEqual(['one.vsmap']);
    });
});

test('work that others wrote into the file is called saved only once the disk has confirmed it', async ({
  folder,
  launch,
}) => {
  const { documents, file, faults } = documentsIn(folder);
  const { app, page } = await launch({ files: [file], env: faults.variables(documents) });
  await expect(state(page)).toHaveText('Saved');

  for (const own of ['', 'my last change'])
    await test.step(own === '' ? 'what was saved before' : 'what was changed here since', async () => {
      const saved = readFileSync(file, 'utf8');
      if (own !== '') await renameStream(page, own);
      rmSync(file);
      await expect(outsideBar(page)).toContainText('was deleted or moved away');
      await faults.arm(app, 'eio/1/fsync');
      writeFileSync(file, saved);
      const says = own === '' ? 'is back, but the disk did not confirm' : 'is back without your last changes';
      await expect(page.getByText(`“one.vsmap” ${says}`).first()).toBeVisible();
      await expect(outsideBar(page)).toHaveCount(0);
      expect(faults.hasFailed('eio/1/fsync')).toBe(true);
      await expect(state(page)).toHaveText('Unsaved changes');
      await faults.arm(app, 'none/1');
      await page.keyboard.press('Control+s');
      await expect(state(page)).toHaveText('Saved');
      expect(streamIn(file)).toBe(own === '' ? 'old' : own);
    });

  await test.step('the work of this window', async () => {
    for (const [fault, name] of [
      ['eio/1/fsync', 'file not flushed'],
      ['eio/2/fsync', 'folder not flushed'],
    ] as const) {
      await renameStream(page, name);
      await faults.arm(app, fault);
      writeAsOthers(file, name);
      await expect(page.getByText('the disk did not confirm that it will stay there').first()).toBeVisible();
      expect(faults.hasFailed(fault)).toBe(true);
      await expect(outsideBar(page)).toHaveCount(0);
      await expect(state(page)).toHaveText('Unsaved changes');
      await faults.arm(app, 'none/0');
      await page.keyboard.press('Control+s');
      await expect(state(page)).toHaveText('Saved');
    }
  });

  await test.step('a disk that is sound again', async () => {
    await renameStream(page, 'the same');
    await faults.arm(app, 'none/2');
    writeAsOthers(file, 'the same');
    await expect(state(page)).toHaveText('Saved');
    const flushed = faults.operationsSince('none/2').filter(({ name }) => name === 'fsync');
    expect(flushed.map((each) => each.path)).toEqual([file, documents]);
  });
});

test('work that finds no room is saved elsewhere in one go, and exports leave nothing half-written', async ({
  folder,
  launch,
}) => {
  const { documents, file, faults } = documentsIn(folder);
  const { app, page, dialogs } = await launch({ files: [file], env: faults.variables(documents) });
  const elsewhere = path.join(folder, 'elsewhere.vsmap');

  await test.step('an export onto a full disk', async () => {
    await page.locator('[data-canvas]').first().waitFor();
    await page.keyboard.press('Control+e');
    await page.getByRole('radio', { name: /^SVG/ }).check();
    await faults.arm(app, 'full/1/write');
    await dialogs.nextSavePath(path.join(documents, 'one.svg'));
    await dialogOf(page).getByRole('button', { name: 'Save…' }).click();
    await expect(dialogOf(page)).toContainText('“one.svg” was not saved: there is no room left on the disk');
    expect(readdirSync(documents)).toEqual(['one.vsmap']);
    await page.keyboard.press('Escape');
  });

  await test.step('a save, with the keyboard alone', async () => {
    await renameStream(page, 'new');
    await dialogs.nextSavePath(elsewhere);
    await page.keyboard.press('Control+s');
    await new Keyboard(page).standAt('Save under another name…');
    await page.keyboard.press('Enter');
    await expect(state(page)).toHaveText('Saved');
    expect([streamIn(file), streamIn(elsewhere)]).toEqual(['old', 'new']);
    expect(readdirSync(documents)).toEqual(['one.vsmap']);
  });
});

test('a file, a folder and a name that cannot be written are told apart', async ({ folder, launch }) => {
  const documents = path.join(folder, 'documents');
  mkdirSync(documents);
  const file = mapFile(documents, 'one.vsmap', 'old');
  const { page, dialogs } = await launch({ files: [file] });
  const refused = async (says: RegExp): Promise<void> => {
    await page.keyboard.press('Control+s');
    await expect(dialogOf(page)).toContainText(says);
    await expect(state(page)).toHaveText('Unsaved changes');
    expect(streamIn(file)).toBe('old');
    await dialogOf(page).getByRole('button', { name: 'Not now' }).first().click();
  };
  await renameStream(page, 'new');
  chmodSync(file, 0o444);
  await refused(/the file is marked read-only/);
  chmodSync(file, 0o644);
  chmodSync(documents, 0o555);
  await refused(/you may not write in its folder/);
  chmodSync(documents, 0o755);

  for (const [name, says] of [
    ['gone/two.vsmap', /its folder is no longer there/],
    [`${'long '.repeat(60)}.vsmap`, /the name is too long/],
  ] as const) {
    await dialogs.nextSavePath(path.join(folder, name));
    await page.keyboard.press('Control+Shift+s');
    await expect(dialogOf(page)).toContainText(says);
    await dialogOf(page).getByRole('button', { name: 'Not now' }).first().click();
  }
  await page.keyboard.press('Control+s');
  await expect(state(page)).toHaveText('Saved');
  expect(streamIn(file)).toBe('new');

  await test.step('a copy that failed is tried again as a copy, and never over the file itself', async () => {
    const copy = path.join(folder, 'gone', 'two.vsmap');
    await renameStream(page, 'newer');
    await dialogs.nextSavePath(copy);
    await page.keyboard.press('Control+Shift+s');
    await expect(dialogOf(page)).toContainText('its folder is no longer there');
    mkdirSync(path.dirname(copy));
    await dialogs.nextSavePath(copy);
    await dialogOf(page).getByRole('button', { name: 'Try again' }).click();
    await expect(state(page)).toHaveText('Saved');
    expect([streamIn(file), streamIn(copy)]).toEqual(['new', 'newer']);
  });
});

test('unsaved work that cannot be kept is told mildly, and is kept again once there is room', async ({
  folder,
  launch,
}) => {
  const { documents, file, faults } = documentsIn(folder);
  const recovery = path.join(folder, 'profile', 'recovery');
  const { app, page } = await launch({ files: [file], env: faults.variables(documents, recovery) });
  const mark = page.getByText('No safety copy of unsaved edits');
  await faults.arm(app, 'full/1/write');
  await renameStream(page, 'new');
  await expect(mark).toBeVisible();
  await page.keyboard.press('Control+s');
  await expect(dialogOf(page)).toContainText('Leave the window open');
  await faults.arm(app, 'none/0');
  await dialogOf(page).getByRole('button', { name: 'Not now' }).first().click();
  await expect(mark).toHaveCount(0);
  expect(journalsIn(recovery)).toBe(1);
  expect(streamIn(file)).toBe('old');
});
