import { writeFileSync } from 'node:fs';
import { expect, test } from '../harness/fixture';
import { expectAccessible } from '../pages/accessibility';
import { mapText, renameStream, state, streamIn, streamName } from '../pages/documents';
import { answer, onlyOther, openOne, wayOut, writeAsOthers } from '../pages/outside';

test('while both versions are looked at, one click keeps both, takes theirs or overwrites', async ({
  folder,
  launch,
}) => {
  const { file, page } = await openOne(folder, launch);
  const decide = (way: string) => page.getByRole('dialog').getByRole('button', { name: way, exact: true });
  writeAsOthers(file, 'theirs');
  await wayOut(page, 'Compare').click();
  await expectAccessible(page, 'the comparison of a conflict', '[role=dialog]');
  await expect(decide('Keep both')).toHaveCount(0);
  await decide('Show their version').click();
  await expect(streamName(page)).toHaveValue('theirs');

  await renameStream(page, 'mine');
  writeAsOthers(file, 'theirs again');
  await wayOut(page, 'Compare').click();
  await decide('Overwrite').click();
  await expect(state(page)).toHaveText('Saved');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  expect(streamIn(file)).toBe('mine');

  await renameStream(page, 'mine again');
  writeAsOthers(file, 'theirs at last');
  await page.keyboard.press('Control+s');
  await answer(page, 'Compare').click();
  await decide('Take theirs').focus();
  await page.keyboard.press('Enter');
  await expect(streamName(page)).toHaveValue('theirs at last');
  await expect(page.getByRole('dialog')).toHaveCount(0);

  await renameStream(page, 'mine at last');
  writeAsOthers(file, 'the very last of theirs');
  await wayOut(page, 'Compare').click();
  // What is overwritten must be what was looked at.
  writeAsOthers(file, 'after the very last');
  await decide('Overwrite').click();
  await expect(page.getByRole('dialog')).toContainText('It has changed once more');
  await answer(page, 'Compare').click();
  await decide('Keep both').click();
  await expect(state(page)).toHaveText('Saved');
  expect(streamIn(file)).toBe('after the very last');
  expect(streamIn(onlyOther(folder, 'one.vsmap'))).toBe('mine at last');
});

test('theirs is taken as it was looked at: what has changed once more is shown first', async ({
  folder,
  launch,
}) => {
  const { file, page } = await openOne(folder, launch);
  const dialog = page.getByRole('dialog');
  await renameStream(page, 'mine');
  writeAsOthers(file, 'theirs');
  await wayOut(page, 'Compare').click();
  await expect(dialog.getByRole('alert')).toHaveCount(0);
  writeFileSync(file, mapText('theirs meanwhile').replace('meanwhile', 'meanwhale'));
  await dialog.getByRole('button', { name: 'Take theirs' }).click();
  await expect(dialog.getByRole('alert')).toContainText('Their version has changed once more');
  await expect(dialog.getByRole('alert')).toContainText(
    'Their version: The contents differ from the checksum',
  );
  await expectAccessible(page, 'the comparison with remarks', '[role=dialog]');
  await expect(streamName(page)).toHaveValue('mine');
  await dialog.getByRole('button', { name: 'Take theirs' }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('dialog', { name: 'The file was opened, with a remark' }).waitFor();
  await page.keyboard.press('Escape');
  await expect(streamName(page)).toHaveValue('theirs meanwhale');
});
