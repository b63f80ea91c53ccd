import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { PNG } from 'pngjs';
import { expect, type Running, test } from '../harness/fixture';
import { root } from '../harness/launch';
import { Editor } from '../pages/editor';
import { openRepairs } from '../pages/repairs';
import { nodeNamed, projectIn } from '../pages/saved-file';

/** The picture on the clipboard, PNG in base64; newer and older runtimes give it in two ways. */
function copiedPicture({ app }: Running): Promise<string> {
  return app.evaluate(async ({ clipboard }) => {
    const older: { readImage?: () => { toPNG(): Buffer } } = clipboard as object;
    if (older.readImage) return older.readImage().toPNG().toString('base64');
    const [item] = await clipboard.read();
    const picture = await item?.getType('image/png');
    return picture instanceof Blob ? Buffer.from(await picture.arrayBuffer()).toString('base64') : '';
  });
}

test('a field refuses in words what it does not understand, and shows what it does', async ({
  launch,
  folder,
}) => {
  const { page, editor, file } = await openRepairs(folder, launch);
  await editor.select('Log');

  await test.step('abc is no time; it stays to be mended, and the old value stays in the map', async () => {
    await editor.fill('Process time', 'abc');
    await expect(page.getByRole('alert')).toContainText('abc');
    await expect(editor.field('Process time')).toHaveValue('abc');
    await expect(editor.field('Process time')).toHaveAttribute('aria-invalid', 'true');
    await expect(editor.state).toHaveText('Saved');
    await page.keyboard.press('Escape');
    await expect(editor.field('Process time')).toHaveValue('6m');
    await expect(page.getByRole('alert')).toHaveCount(0);
  });

  await test.step('low, likely and high', async () => {
    await editor.field('Wait before').fill('5/10/30m');
    // PERT: (5 + 4 x 10 + 30) / 6 = 12.5 min
    await expect(page.getByText('= 5 min to 30 min, likely 10 min; mean 12m 30s (PERT)')).toBeVisible();
    await page.keyboard.press('Enter');
    await editor.save();
    expect(nodeNamed(projectIn(file), 'Log').wait).toEqual({ low: 5, likely: 10, high: 30 });
  });

  await test.step('where the value comes from', async () => {
    await page.getByRole('button', { name: 'Wait before: Source' }).click();
    await page.getByRole('menuitemcheckbox', { name: 'from a log' }).click();
    await expect(page.getByRole('button', { name: 'Wait before: Source' })).toHaveText('from a log');
    await editor.save();
    expect(nodeNamed(projectIn(file), 'Log').wait).toEqual({ low: 5, likely: 10, high: 30, source: 'log' });
  });
});

test('figures follow while a time is typed, and all of the typing is one change', async ({
  launch,
  folder,
}) => {
  const { page, editor } = await openRepairs(folder, launch);
  await editor.select('Log');
  const field = editor.field('Process time');

  await test.step('a pause stores the value, Escape takes it back', async () => {
    await field.fill('20m');
    await expect(editor.state).not.toHaveText('Saved');
    await page.keyboard.press('Escape');
    await expect(field).toHaveValue('6m');
    await expect(editor.state).toHaveText('Saved');
  });

  await test.step('two pauses and Enter are taken back at once', async () => {
    await field.fill('20m');
    await expect(editor.state).not.toHaveText('Saved');
    await field.fill('30m');
    await page.keyboard.press('Enter');
    await expect(field).toHaveValue('30m');
    await editor.canvas.click({ position: { x: 20, y: 20 } });
    await page.keyboard.press('Control+z');
    await expect(editor.state).toHaveText('Saved');
    await editor.select('Log');
    await expect(field).toHaveValue('6m');
  });
});

test('a step table is imported from the start screen, and a broken one names each bad cell', async ({
  launch,
  folder,
}) => {
  const { page, dialogs } = await launch();
  const editor = new Editor(page);
  const broken = path.join(folder, 'broken.csv');
  writeFileSync(broken, 'name,process time,value\nLog,abc,VA\nMend,5m,GOLD\n');
  await dialogs.nextOpenPath(broken);
  await page.getByRole('button', { name: /^Import a diagram or a table/ }).click();
  const dialog = page.getByRole('dialog');
  const cells = dialog.getByRole('listitem');
  await expect(cells).toHaveCount(2);
  await expect(cells.nth(0)).toContainText(/row 2, process time.*abc/);
  await expect(cells.nth(1)).toContainText(/row 3, value.*GOLD/);
  await dialog.getByRole('button', { name: 'Cancel' }).last().click();
  await expect(page.getByRole('heading', { name: 'Begin' })).toBeVisible();

  await dialogs.nextOpenPath(path.join(root, 'examples', 'it-incident-response.csv'));
  await page.getByRole('button', { name: /^Import a diagram or a table/ }).click();
  await dialog.getByRole('button', { name: /^Open \d+ steps$/ }).click();
  await expect(editor.figure('leadTime')).toContainText('53h 21m');
  await expect(editor.state).toHaveText('Unsaved changes');
});

test('the map is copied as a picture', async ({ running, window }) => {
  const editor = new Editor(window);
  await editor.startFromTemplate('service-request-fulfilment');
  await window.keyboard.press('Shift+Alt+c');
  await expect(window.getByText('The map is on the clipboard as PNG and SVG')).toBeVisible();
  const { width, height } = PNG.sync.read(Buffer.from(await copiedPicture(running), 'base64'));
  expect(width).toBeGreaterThan(2000);
  expect(height).toBeGreaterThan(500);
});
