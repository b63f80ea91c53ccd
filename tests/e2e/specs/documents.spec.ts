import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { ElectronApplication, Page } from '@playwright/test';
import { readProject } from '../../../shared/file-format/read';
import { writeProject } from '../../../shared/file-format/write';
import { buildMap } from '../../helpers/build-map';
import { expect, test } from '../harness/fixture';
import { root, waitUntilReady } from '../harness/launch';

function mapText(stream: string): string {
  const { project } = buildMap((m) => {
    m.stream({ name: stream });
    m.start();
    m.step('log');
    m.end();
    m.path('start', 'log', 'end');
  });
  return writeProject(project);
}

function mapFile(folder: string, name: string, stream = name): string {
  const file = path.join(folder, name);
  writeFileSync(file, mapText(stream));
  return file;
}

/** The name of the first stream in a file. */
function streamIn(file: string): string | undefined {
  const read = readProject(readFileSync(file, 'utf8'));
  return read.kind === 'read' ? Object.values(read.project.streams)[0]?.name : read.kind;
}

const streamName = (page: Page) => page.getByLabel('Name of the stream');
const state = (page: Page) => page.locator('header [role=status]');

async function renameStream(page: Page, name: string): Promise<void> {
  await streamName(page).fill(name);
  await streamName(page).press('Enter');
  await expect(state(page)).toHaveText('Unsaved changes');
}

async function saveByMenu(page: Page): Promise<void> {
  await page.getByRole('menuitem', { name: 'File' }).click();
  await page.getByRole('menuitem', { name: /^Save\b(?! as)/ }).click();
}

const titles = (app: ElectronApplication): Promise<string[]> =>
  app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()
      .map((window) => window.getTitle())
      .sort(),
  );

/** Starts the app once more in the same profile, as a double click on a file does; resolves with its exit code. */
function startAgain(
  profile: string,
  display: string | null,
  files: readonly string[],
): Promise<number | null> {
  const args = ['--disable-gpu', `--user-data-dir=${profile}`, root, ...files];
  const env = { ...process.env, ...(display ? { DISPLAY: display } : {}) };
  const child = spawn(process.env['ELECTRON_RUNTIME'] ?? '', args, { cwd: root, env, stdio: 'ignore' });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', resolve);
  });
}

/** How many journals of unsaved work are on the disk. */
function journalsIn(folder: string): number {
  if (!existsSync(folder)) return 0;
  return readdirSync(folder, { recursive: true }).filter((name) => String(name).endsWith('.journal')).length;
}

const endOf = (app: ElectronApplication): Promise<void> =>
  new Promise((resolve) => {
    app.process().once('exit', () => resolve());
  });

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
  await page.getByRole('menuitem', { name: /^Quit/ }).click();
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
  const dialog = page.getByRole('alertdialog').or(page.getByRole('dialog'));
  await expect(dialog).toContainText('changed by another program');
  expect(streamIn(file)).toBe('theirs');
  await dialog.getByRole('button', { name: 'Overwrite it' }).click();
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

test('work of a killed app is offered at the next start, as a copy that leaves the file alone', async ({
  folder,
  launch,
}) => {
  const file = mapFile(folder, 'one.vsmap', 'before');
  const first = await launch({ files: [file] });
  await renameStream(first.page, 'after');
  const journals = path.join(folder, 'profile', 'recovery');
  await expect.poll(() => journalsIn(journals)).toBeGreaterThan(0);
  await first.crash();
  expect(streamIn(file)).toBe('before');

  const second = await launch();
  await second.page.getByRole('button', { name: 'Open the copy' }).click();
  await expect(streamName(second.page)).toHaveValue('after');
  await expect(state(second.page)).toHaveText('Unsaved changes');
  await second.crash();

  const third = await launch();
  await third.page.getByRole('button', { name: 'Discard' }).click();
  await expect(third.page.getByText('Work that was not saved')).toHaveCount(0);
  expect(journalsIn(journals)).toBe(0);
  expect(streamIn(file)).toBe('before');
});

test('a page that crashes opens again with its work', async ({ folder, launch, complaints }) => {
  complaints.expect(/the page crashed/);
  const { app, page, dialogs } = await launch({ files: [mapFile(folder, 'one.vsmap', 'before')] });
  await renameStream(page, 'after');
  await expect.poll(() => journalsIn(path.join(folder, 'profile', 'recovery'))).toBeGreaterThan(0);
  await dialogs.nextMessageBoxAnswer(0);
  const inPage = (code: string): Promise<unknown> =>
    app.evaluate(
      ({ webContents }, text) =>
        webContents
          .getAllWebContents()[0]
          ?.executeJavaScript(text)
          .catch(() => null),
      code,
    );
  await app.evaluate(async ({ webContents }) => {
    const contents = webContents.getAllWebContents()[0];
    const isBack = new Promise<void>((resolve) => contents?.once('did-finish-load', () => resolve()));
    contents?.forcefullyCrashRenderer();
    await isBack;
  });
  const button = '[...document.querySelectorAll("button")].find((b) => b.textContent === "Open the copy")';
  await expect.poll(() => inPage(`Boolean(${button})`)).toBe(true);
  await inPage(`${button}.click()`);
  await expect
    .poll(() => inPage('[...document.querySelectorAll("input")].some((input) => input.value === "after")'))
    .toBe(true);
});

test('a damaged settings file does not stop the start', async ({ folder, launch }) => {
  const profile = path.join(folder, 'profile');
  mkdirSync(profile, { recursive: true });
  writeFileSync(path.join(profile, 'settings.json'), '{"preferences": {"theme": "da');
  const { page } = await launch();
  await expect(page.getByRole('heading', { name: 'Recent files' })).toBeVisible();
  expect(readFileSync(path.join(profile, 'settings.json.damaged'), 'utf8')).toContain('"da');
});
