import path from 'node:path';
import { expect, test } from '../harness/fixture';
import { mapFile, renameStream, state, streamName } from '../pages/documents';

test('new work in the window of another map does not lead to the versions of that', async ({
  folder,
  launch,
}) => {
  const file = mapFile(folder, 'work.vsmap', 'of one client');
  const { page, dialogs } = await launch({ files: [file] });
  await expect(streamName(page)).toHaveValue('of one client');
  const choose = async (name: string): Promise<void> => {
    await page.getByRole('menuitem', { name: 'File' }).click();
    await page.getByRole('menuitem', { name, exact: true }).click();
  };
  await choose('Start screen');
  await page.getByRole('heading', { name: 'Streamwright' }).first().waitFor();
  await page.keyboard.press('Control+n');
  await renameStream(page, 'of another client');
  await dialogs.nextSavePath(path.join(folder, 'fresh.vsmap'));
  await page.keyboard.press('Control+s');
  await expect(state(page)).toHaveText('Saved');
  await choose('Versions…');
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText('Versions of fresh');
  await expect(dialog.getByRole('option')).toHaveCount(1);
  await expect(dialog).not.toContainText('Before this');
  await expect(dialog).not.toContainText('work.vsmap');
});
