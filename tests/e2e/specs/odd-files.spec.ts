import { lstatSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '../harness/fixture';
import { mapFile, renameStream, saveByMenu, state, streamIn, streamName, titles } from '../pages/documents';
import { claimAsOthers } from '../pages/outside';

test('a slow save says so and lets people go on; what they do meanwhile stays unsaved', async ({
  folder,
  launch,
}) => {
  const file = mapFile(folder, 'one.vsmap', 'opened');
  const { page } = await launch({ files: [file] });
  await renameStream(page, 'first');
  const claim = claimAsOthers(file);
  await saveByMenu(page);
  await expect(state(page)).toHaveText('Saving…');
  await streamName(page).fill('second');
  await streamName(page).press('Enter');
  await expect(streamName(page)).toHaveValue('second');
  await expect(state(page)).toHaveText('Saving…');
  rmSync(claim);
  await expect(state(page)).toHaveText('Unsaved changes');
  expect(streamIn(file)).toBe('first');
  await saveByMenu(page);
  await expect(state(page)).toHaveText('Saved');
  expect(streamIn(file)).toBe('second');
});

test('names in any script, long and odd ones, are saved and shown as they are', async ({
  folder,
  running,
}) => {
  const { app, page, dialogs } = running;
  await page.keyboard.press('Control+n');
  const names = [
    '🛠 fix & run; $(x) %41',
    'e\u0301te\u0301 価値の流れ',
    'مسار القيمة',
    ' between spaces ',
    'n'.repeat(249),
  ];
  for (const name of names) {
    await renameStreamAnew(name);
    await dialogs.nextSavePath(path.join(folder, `${name}.vsmap`));
    await page.keyboard.press('Control+Shift+s');
    await expect(state(page)).toHaveText('Saved');
    await expect.poll(() => titles(app)).toEqual([`${name} – Streamwright`]);
  }
  const saved = readdirSync(folder).filter((name) => name.endsWith('.vsmap'));
  expect(saved.sort()).toEqual(names.map((name) => `${name}.vsmap`).sort());

  await dialogs.nextSavePath(path.join(folder, `${'n'.repeat(256)}.vsmap`));
  await page.keyboard.press('Control+Shift+s');
  await expect(page.getByRole('dialog')).toContainText('the name is too long for this disk');

  async function renameStreamAnew(name: string): Promise<void> {
    await streamName(page).fill(`stream ${name.slice(0, 20)}`);
    await streamName(page).press('Enter');
  }
});

test('a link stays a link when the file behind it is saved', async ({ folder, launch }) => {
  const file = mapFile(folder, 'real.vsmap', 'opened');
  const link = path.join(folder, 'link.vsmap');
  symlinkSync('real.vsmap', link);
  const { page } = await launch({ files: [link] });
  await renameStream(page, 'mine');
  await saveByMenu(page);
  await expect(state(page)).toHaveText('Saved');
  expect(lstatSync(link).isSymbolicLink()).toBe(true);
  expect(streamIn(file)).toBe('mine');
});
