import { chmodSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '../harness/fixture';
import { expectAccessible } from '../pages/accessibility';
import {
  mapFile,
  mapText,
  renameStream,
  saveByMenu,
  state,
  streamIn,
  streamName,
  titles,
} from '../pages/documents';
import {
  answer,
  isKeptVersion,
  onlyOther,
  openOne,
  outsideBar,
  wayOut,
  writeAsOthers,
} from '../pages/outside';

test('a file that somebody else changed is told of at once, and shown by one click that undo takes back', async ({
  folder,
  launch,
}) => {
  const { file, page } = await openOne(folder, launch);
  await expect(outsideBar(page)).toHaveCount(0);
  writeAsOthers(file, 'theirs');
  await expect(outsideBar(page)).toContainText('“one.vsmap” was changed by somebody else');
  await expect(outsideBar(page)).toContainText('This window still shows the version that was opened here');
  await expect(streamName(page)).toHaveValue('opened');
  await expectAccessible(page, 'the bar above the page', 'section[data-tone]');

  await wayOut(page, 'Show their version').click();
  await expect(streamName(page)).toHaveValue('theirs');
  await expect(state(page)).toHaveText('Saved');
  await expect(outsideBar(page)).toHaveCount(0);
  await page.keyboard.press('Control+z');
  await expect(streamName(page)).toHaveValue('opened');
  await expect(state(page)).toHaveText('Unsaved changes');
  expect(streamIn(file)).toBe('theirs');
});

test('a version of others that does not fit its checksum says so when it is shown here', async ({
  folder,
  launch,
}) => {
  const { file, page } = await openOne(folder, launch);
  writeFileSync(file, mapText('theirs').replace('theirs', 'thairs'));
  await wayOut(page, 'Show their version').click();
  const remark = page.getByRole('dialog', { name: 'The file was opened, with a remark' });
  await expect(remark).toContainText('checksum');
  await remark.getByRole('button', { name: 'OK' }).click();
  await expect(streamName(page)).toHaveValue('thairs');
});

test('with unsaved work the bar keeps both, takes theirs or overwrites; nothing is lost by any of them', async ({
  folder,
  launch,
}) => {
  const profile = path.join(folder, 'profile');
  const { app, file, page } = await openOne(folder, launch);
  await renameStream(page, 'mine');
  writeAsOthers(file, 'theirs');
  await wayOut(page, 'Take theirs').click();
  await expect(streamName(page)).toHaveValue('theirs');
  await expect(state(page)).toHaveText('Saved');
  await expect(outsideBar(page)).toHaveCount(0);

  await renameStream(page, 'mine again');
  writeAsOthers(file, 'theirs again');
  await wayOut(page, 'Overwrite').click();
  await expect(page.getByText('Saved. Theirs is kept among the versions.').first()).toBeVisible();
  await expect(state(page)).toHaveText('Saved');
  await expect(outsideBar(page)).toHaveCount(0);
  expect(streamIn(file)).toBe('mine again');
  expect(isKeptVersion(profile, mapText('theirs again'))).toBe(true);

  await renameStream(page, 'mine at last');
  writeAsOthers(file, 'theirs at last');
  await wayOut(page, 'Keep both').click();
  await expect(state(page)).toHaveText('Saved');
  await expect(outsideBar(page)).toHaveCount(0);
  expect(streamIn(file)).toBe('theirs at last');
  const mine = onlyOther(folder, 'one.vsmap');
  expect(path.basename(mine)).toMatch(/^one \(my version \d{4}-\d\d-\d\d \d\d\.\d\d\)\.vsmap$/);
  expect(streamIn(mine)).toBe('mine at last');
  await expect
    .poll(() => titles(app))
    .toEqual([`${path.basename(mine).replace('.vsmap', '')} – Streamwright`]);
});

test('a save that meets another version asks, by keyboard too, and asks anew when that changes once more', async ({
  folder,
  launch,
}) => {
  const { file, page } = await openOne(folder, launch);
  await renameStream(page, 'mine');
  writeAsOthers(file, 'theirs');
  await page.keyboard.press('Control+s');
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText('Somebody else has changed “one.vsmap”');
  expect(streamIn(file)).toBe('theirs');
  await expectAccessible(page, 'the question after a conflict', '[role=dialog]');

  await answer(page, 'Compare').focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog')).toContainText('Comparing “Their version” with “Your version”');
  await page.keyboard.press('Escape');
  await expect(dialog).toContainText('Somebody else has changed “one.vsmap”');

  writeAsOthers(file, 'theirs meanwhile');
  await answer(page, 'Overwrite').click();
  await expect(dialog).toContainText('It has changed once more');
  expect(streamIn(file)).toBe('theirs meanwhile');
  await answer(page, 'Take theirs').focus();
  await page.keyboard.press('Enter');
  await expect(streamName(page)).toHaveValue('theirs meanwhile');

  await renameStream(page, 'mine again');
  writeAsOthers(file, 'theirs again');
  await page.keyboard.press('Control+s');
  await answer(page, 'Keep both').focus();
  await page.keyboard.press('Enter');
  await expect(state(page)).toHaveText('Saved');
  expect(streamIn(file)).toBe('theirs again');
  expect(streamIn(onlyOther(folder, 'one.vsmap'))).toBe('mine again');
});

test('a file that is deleted makes its work unsaved, and one that is renamed is followed', async ({
  folder,
  launch,
}) => {
  const { file, page } = await openOne(folder, launch);
  rmSync(file);
  await expect(outsideBar(page)).toContainText('“one.vsmap” was deleted or moved away');
  await expect(state(page)).toHaveText('Unsaved changes');
  await saveByMenu(page);
  await expect(page.getByRole('dialog')).toContainText('“one.vsmap” is not there any more');
  await expectAccessible(page, 'the question after a deletion', '[role=dialog]');
  await page.keyboard.press('Escape');
  expect(existsSync(file)).toBe(false);
  await wayOut(page, 'Save it again there').click();
  await expect(state(page)).toHaveText('Saved');
  expect(streamIn(file)).toBe('opened');

  await renameStream(page, 'mine');
  const renamed = path.join(folder, 'two.vsmap');
  renameSync(file, renamed);
  await expect(outsideBar(page)).toContainText('“one.vsmap” is now called “two.vsmap”');
  await wayOut(page, 'Go on with “two.vsmap”').click();
  await expect(state(page)).toHaveText('Saved');
  await expect(outsideBar(page)).toHaveCount(0);
  expect(streamIn(renamed)).toBe('mine');
  expect(existsSync(file)).toBe(false);
});

test('the bar goes by itself once the file is again as this window knows it, or as what it shows', async ({
  folder,
  launch,
}) => {
  const { file, page } = await openOne(folder, launch);
  const away = [
    () => writeAsOthers(file, 'theirs'),
    () => rmSync(file),
    () => renameSync(file, path.join(folder, 'two.vsmap')),
  ];
  for (const [index, act] of away.entries()) {
    act();
    await expect(outsideBar(page)).toHaveCount(1);
    if (index === 2) renameSync(path.join(folder, 'two.vsmap'), file);
    else writeAsOthers(file, 'opened');
    await expect(outsideBar(page)).toHaveCount(0);
    await expect(page.getByText('on the disk is again as this window knows it').first()).toBeVisible();
    await expect(state(page)).toHaveText('Saved');
  }
  await renameStream(page, 'the same');
  writeAsOthers(file, 'the same');
  await expect(page.getByText('holds the same as this window').first()).toBeVisible();
  await expect(outsideBar(page)).toHaveCount(0);
  await expect(state(page)).toHaveText('Saved');
});

test('a share that goes and comes back is told of as long as it is gone', async ({ folder, launch }) => {
  const share = path.join(folder, 'share');
  mkdirSync(share);
  const { page } = await launch({ files: [mapFile(share, 'one.vsmap', 'opened')] });
  await expect(state(page)).toHaveText('Saved');
  renameSync(share, path.join(folder, 'unplugged'));
  await expect(outsideBar(page)).toContainText('“one.vsmap” cannot be reached');
  await renameStream(page, 'mine');
  await wayOut(page, 'Look again').click();
  await expect(outsideBar(page)).toContainText('“one.vsmap” cannot be reached');
  // Once it is back, the line goes by itself, at the latest at the next look.
  renameSync(path.join(folder, 'unplugged'), share);
  await expect(outsideBar(page)).toHaveCount(0);
  await saveByMenu(page);
  await expect(state(page)).toHaveText('Saved');
  expect(streamIn(path.join(share, 'one.vsmap'))).toBe('mine');
});

test('two profiles tell each other of a file that both have open, and the second save asks', async ({
  folder,
  launch,
}) => {
  const { file, ...first } = await openOne(folder, launch);
  const other = path.join(folder, 'other profile');
  const second = await launch({ files: [file], switches: [`--user-data-dir=${other}`] });
  for (const { page } of [first, second])
    await expect(outsideBar(page)).toContainText('is also open in another Streamwright on this computer');
  await outsideBar(second.page).getByRole('button', { name: 'Hide this message' }).click();
  await expect(outsideBar(second.page)).toHaveCount(0);

  await renameStream(first.page, 'of the first');
  await renameStream(second.page, 'of the second');
  await saveByMenu(first.page);
  await expect(state(first.page)).toHaveText('Saved');
  await expect(outsideBar(second.page)).toContainText('was changed by somebody else');
  await saveByMenu(second.page);
  await expect(second.page.getByRole('dialog')).toContainText('Somebody else has changed');
  expect(streamIn(file)).toBe('of the first');
  await second.end();
  await expect(outsideBar(first.page)).toHaveCount(0);
});

test('a file of which neither name nor folder may be written is saved elsewhere', async ({
  folder,
  launch,
}) => {
  const closed = path.join(folder, 'closed');
  mkdirSync(closed);
  const file = mapFile(closed, 'one.vsmap', 'opened');
  chmodSync(closed, 0o555);
  const { page } = await launch({ files: [file] });
  await renameStream(page, 'mine');
  await saveByMenu(page);
  await expect(page.getByRole('dialog')).toContainText('you may not write in its folder');
  await page.keyboard.press('Escape');
  await expect(state(page)).toHaveText('Unsaved changes');
  chmodSync(closed, 0o755);
  expect(streamIn(file)).toBe('opened');
  expect(readdirSync(closed)).toEqual(['one.vsmap']);
});
