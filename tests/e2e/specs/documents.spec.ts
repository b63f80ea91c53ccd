import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '../harness/fixture';
import { waitUntilReady } from '../harness/launch';
import {
  endOf,
  mapFile,
  mapText,
  renameStream,
  saveByMenu,
  startAgain,
  state,
  streamIn,
  streamName,
  titles,
} from '../pages/documents';

test('a file given at the start is shown, with its name in the title and in the list of recent files', async ({
  folder,
  launch,
}) => {
  const file = mapFile(folder, 'restore.vsmap', 'Restore service');
  const first = await launch({ files: [file] });
  await expect(streamName(first.page)).toHaveValue('Restore service');
  await expect(state(first.page)).toHaveText('Saved');
  expect(await titles(first.app)).toEqual(['restore – Streamwright']);
  await first.end();
  const second = await launch();
  await second.page.getByRole('button', { name: /^restore\.vsmap/ }).click();
  await expect(streamName(second.page)).toHaveValue('Restore service');
});

test('a second start with the same file brings its window to the front, with another opens another window', async ({
  folder,
  launch,
  display,
}) => {
  const file = mapFile(folder, 'one.vsmap');
  const { app, page } = await launch({ files: [file] });
  await expect(streamName(page)).toHaveValue('one.vsmap');
  const profile = path.join(folder, 'profile');
  expect(await startAgain(profile, display, [file])).toBe(0);
  expect(app.windows()).toHaveLength(1);
  const [window] = await Promise.all([
    app.waitForEvent('window'),
    startAgain(profile, display, [mapFile(folder, 'two.vsmap')]),
  ]);
  await expect(streamName(await waitUntilReady(window))).toHaveValue('two.vsmap');
  await expect.poll(() => titles(app)).toEqual(['one – Streamwright', 'two – Streamwright']);
});

test('a file handed to a window without work is shown there', async ({ folder, launch, display }) => {
  const { app, page } = await launch();
  await startAgain(path.join(folder, 'profile'), display, [mapFile(folder, 'one.vsmap')]);
  await expect(streamName(page)).toHaveValue('one.vsmap');
  expect(app.windows()).toHaveLength(1);
});

test('a file dropped on the window is opened', async ({ folder, window }) => {
  const file = mapFile(folder, 'dropped.vsmap');
  const devtools = await window.context().newCDPSession(window);
  const data = { items: [], files: [file], dragOperationsMask: 1 };
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
    await devtools.send('Input.dispatchDragEvent', { type, x: 300, y: 300, data });
  await expect(streamName(window)).toHaveValue('dropped.vsmap');
});

test('closing asks about unsaved work: cancel keeps it, save writes it and closes', async ({
  folder,
  launch,
}) => {
  const file = mapFile(folder, 'one.vsmap', 'before');
  const { app, page, dialogs } = await launch({ files: [file] });
  await renameStream(page, 'after');
  await expect.poll(() => titles(app)).toEqual(['• one – Streamwright']);

  await dialogs.nextMessageBoxAnswer(2);
  await page.getByRole('button', { name: 'Close', exact: true }).click();
  await expect(state(page)).toHaveText('Unsaved changes');
  expect(streamIn(file)).toBe('before');

  await dialogs.nextMessageBoxAnswer(0);
  const ended = endOf(app);
  await page.getByRole('button', { name: 'Close', exact: true }).click();
  await ended;
  expect(streamIn(file)).toBe('after');
});

test('work that is given up at the question is gone, and is not offered again', async ({
  folder,
  launch,
}) => {
  const file = mapFile(folder, 'one.vsmap', 'before');
  const first = await launch({ files: [file] });
  await renameStream(first.page, 'after');
  await first.dialogs.nextMessageBoxAnswer(1);
  const ended = endOf(first.app);
  await first.page.getByRole('button', { name: 'Close', exact: true }).click();
  await ended;
  expect(streamIn(file)).toBe('before');
  const second = await launch();
  await expect(second.page.getByRole('heading', { name: 'Recent files' })).toBeVisible();
  await expect(second.page.getByText('Work that was not saved')).toHaveCount(0);
});

test('quitting is called off for all windows by one cancel, and done once nothing is unsaved', async ({
  folder,
  launch,
  display,
}) => {
  const { app, page, dialogs } = await launch({ files: [mapFile(folder, 'one.vsmap')] });
  const [window] = await Promise.all([
    app.waitForEvent('window'),
    startAgain(path.join(folder, 'profile'), display, [mapFile(folder, 'two.vsmap')]),
  ]);
  await renameStream(page, 'first');
  await renameStream(await waitUntilReady(window), 'second');
  await dialogs.nextMessageBoxAnswer(2);
  await app.evaluate(({ app: running }) => running.quit());
  await expect.poll(() => titles(app)).toEqual(['• one – Streamwright', '• two – Streamwright']);
  for (const shown of [page, window]) {
    await saveByMenu(shown);
    await expect(state(shown)).toHaveText('Saved');
  }
  const ended = endOf(app);
  await page.getByRole('menuitem', { name: 'File' }).click();
  // The app may be gone before the click has its answer.
  await page
    .getByRole('menuitem', { name: /^Quit/ })
    .click()
    .catch(() => undefined);
  await ended;
  expect([streamIn(path.join(folder, 'one.vsmap')), streamIn(path.join(folder, 'two.vsmap'))]).toEqual([
    'first',
    'second',
  ]);
});

test('new work is saved under a name that is asked for, then without asking', async ({ folder, running }) => {
  const { page, dialogs } = running;
  const file = path.join(folder, 'mine.vsmap');
  await page.keyboard.press('Control+n');
  await streamName(page).fill('first');
  await streamName(page).press('Enter');
  await dialogs.nextSavePath(file);
  await saveByMenu(page);
  await expect(state(page)).toHaveText('Saved');
  expect(streamIn(file)).toBe('first');
  await renameStream(page, 'second');
  await saveByMenu(page);
  await expect(state(page)).toHaveText('Saved');
  expect(streamIn(file)).toBe('second');
  await expect.poll(() => titles(running.app)).toEqual(['mine – Streamwright']);
});

test('a file that another program changed is not overwritten unless the user says so', async ({
  folder,
  launch,
}) => {
  const file = mapFile(folder, 'one.vsmap', 'opened');
  const { page } = await launch({ files: [file] });
  await renameStream(page, 'mine');
  writeFileSync(file, mapText('theirs'));
  await saveByMenu(page);
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText('Somebody else has changed “one.vsmap”');
  expect(streamIn(file)).toBe('theirs');
  await dialog.getByRole('button', { name: /^Overwrite/ }).click();
  await expect(state(page)).toHaveText('Saved');
  expect(streamIn(file)).toBe('mine');
});

test('a file that is no map is refused in words', async ({ folder, launch }) => {
  const file = path.join(folder, 'letter.vsmap');
  writeFileSync(file, 'Dear Ada,');
  const { page } = await launch({ files: [file] });
  await expect(page.getByText('The file could not be opened')).toBeVisible();
  expect(readFileSync(file, 'utf8')).toBe('Dear Ada,');
});
