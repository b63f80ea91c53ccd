import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { importFixture } from '../../helpers/import-fixture';
import { expect, test } from '../harness/fixture';
import { expectAccessible } from '../pages/accessibility';

/** A chart with so many crossing flows that reading it takes far longer than anybody likes to wait. */
function tangle(): string {
  const flows = Array.from({ length: 9000 }, (_, at) => {
    const [from, to] = [at % 2900, (at * 7919) % 2900];
    return `  a${String(from)}[Step ${String(from)}] --> a${String(to)}`;
  });
  return ['flowchart LR', ...flows].join('\n');
}

test('a file that takes long to be read says so, and Cancel ends it with nothing changed', async ({
  folder,
  launch,
}) => {
  const file = path.join(folder, 'tangle.mmd');
  writeFileSync(file, tangle());
  const { page, dialogs } = await launch();
  const dialog = page.getByRole('dialog');
  const read = page.getByRole('button', { name: /Import a diagram or a table/ });
  await dialogs.nextOpenPath(file);
  await read.click();
  await expect(dialog).toHaveAccessibleName('Reading tangle.mmd');
  await expect(dialog.getByRole('progressbar', { name: 'Reading tangle.mmd' })).toBeVisible();
  await expect(dialog.getByRole('button', { name: 'Cancel' }).last()).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(dialog).toHaveCount(0);
  await expect(page.getByText('Reading tangle.mmd was stopped. Nothing was changed.')).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Begin' })).toBeVisible();

  // The next file does not wait for the one that was stopped.
  await dialogs.nextOpenPath(importFixture('order.bpmn'));
  await read.press('Enter');
  await expect(dialog).toHaveAccessibleName('Import order.bpmn');
});

test('the dialog of a file that is being read can be used by everybody, and goes once it is read', async ({
  running: { app, page },
}) => {
  const tell = (reading: { name: string } | null): Promise<void> =>
    app.evaluate(({ BrowserWindow }, told) => {
      BrowserWindow.getAllWindows()[0]?.webContents.send('import:reading', told);
    }, reading);
  const dialog = page.getByRole('dialog', { name: 'Reading service-desk.drawio' });
  await tell({ name: 'service-desk.drawio' });
  await expect(dialog.getByRole('button', { name: 'Cancel' }).last()).toBeFocused();
  await expectAccessible(page, 'a file being read', '[role=dialog]');
  await tell(null);
  await expect(dialog).toHaveCount(0);
  await tell({ name: 'service-desk.drawio' });
  await expect(dialog).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
});
