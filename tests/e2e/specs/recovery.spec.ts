import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { ElectronApplication, Page } from '@playwright/test';
import { expect, test } from '../harness/fixture';
import { expectAccessible } from '../pages/accessibility';
import {
  journalsIn,
  journalText,
  mapFile,
  renameStream,
  state,
  streamIn,
  streamName,
} from '../pages/documents';
import { Editor } from '../pages/editor';
import { StepTable } from '../pages/step-table';

const journalsOf = (folder: string): string => path.join(folder, 'profile', 'recovery');

/** Waits until the edit is on its way to the disk, which it is at once. */
const kept = (folder: string): Promise<void> =>
  expect.poll(() => journalsIn(journalsOf(folder))).toBeGreaterThan(0);

const offer = (page: Page) => page.getByRole('region', { name: 'Work that was not saved' });

test('work of a killed app is offered at the next start, as a copy that leaves the file alone', async ({
  folder,
  launch,
}) => {
  const file = mapFile(folder, 'one.vsmap', 'before');
  const first = await launch({ files: [file] });
  await renameStream(first.page, 'between');
  await kept(folder);
  await renameStream(first.page, 'after');
  await first.page.getByRole('textbox', { name: 'Purpose' }).fill('A text that nobody has left yet');
  await expect.poll(() => journalText(journalsOf(folder))).toContain('nobody has left yet');
  await first.crash();
  expect(streamIn(file)).toBe('before');

  const second = await launch();
  await expect(offer(second.page)).toContainText('From one.vsmap');
  await expect(offer(second.page)).toContainText(/Last edit today \d\d:\d\d, less than a minute after/);
  await expect(offer(second.page)).toContainText('2 unsaved edits · 1 step');
  await expectAccessible(second.page, 'start screen with lost work');
  await second.page.getByRole('button', { name: 'Open the copy' }).click();
  await expect(streamName(second.page)).toHaveValue('after');
  await expect(state(second.page)).toHaveText('Unsaved changes');
  const typed = second.page.getByRole('dialog', { name: 'You were typing in “Purpose”' });
  await expect(typed.getByRole('textbox')).toHaveValue('A text that nobody has left yet');
  await expectAccessible(second.page, 'dialog of a text that was being typed', '[role=dialog]');
  await expect(typed.getByRole('button', { name: 'Put it into “Purpose”' })).toBeFocused();
  await second.page.keyboard.press('Enter');
  const purpose = second.page.getByRole('textbox', { name: 'Purpose' });
  await expect(purpose).toHaveValue('A text that nobody has left yet');
  await expect(purpose).toBeFocused();
  await expect(purpose).toHaveAttribute('data-untouched', 'true');
  await second.page.keyboard.press('Control+z');
  await expect(purpose).toHaveValue('');
  await expect(streamName(second.page)).toHaveValue('after');
  await second.crash();

  const third = await launch();
  await third.page.getByRole('button', { name: /^Discard/ }).press('Enter');
  await expect(third.page.getByRole('button', { name: 'Keep it' })).toBeFocused();
  await third.page.getByRole('button', { name: 'Discard', exact: true }).press('Enter');
  await expect(offer(third.page)).toHaveCount(0);
  expect(journalsIn(journalsOf(folder))).toBe(0);
  expect(streamIn(file)).toBe('before');
});

test('a file that is opened directly tells of unsaved work on it, which can be compared and opened', async ({
  folder,
  launch,
}) => {
  const file = mapFile(folder, 'one.vsmap', 'before');
  const first = await launch({ files: [file] });
  await renameStream(first.page, 'after');
  await kept(folder);
  await first.crash();

  const { page, dialogs } = await launch({ files: [file] });
  const dialog = page.getByRole('dialog', { name: 'There is unsaved work on this file' });
  await expect(dialog).toContainText('“one.vsmap” is open as it was last saved');
  await expect(dialog.getByRole('button', { name: 'Open the copy' })).toBeFocused();
  await expectAccessible(page, 'dialog of lost work', '[role=dialog]');
  await dialog.getByRole('button', { name: 'Compare' }).click();
  await expect(page.getByRole('dialog', { name: /one\.vsmap, as saved/ })).toBeVisible();
  await page.keyboard.press('Escape');
  await dialog.getByRole('button', { name: 'Open the copy' }).click();
  await expect(streamName(page)).toHaveValue('after');
  await dialogs.nextSavePath(file);
  await page.keyboard.press('Control+s');
  await expect(state(page)).toHaveText('Saved');
  expect(streamIn(file)).toBe('after');
  expect(journalsIn(journalsOf(folder))).toBe(0);
});

const names = '[...document.querySelectorAll("input")].map((input) => input.value).join()';

/** Runs code in a page that was loaded again after a crash, which the test's own line does not reach any more. */
function inPageOf(app: ElectronApplication, code: string): Promise<unknown> {
  return app.evaluate(({ webContents }, text) => {
    const [page] = webContents.getAllWebContents();
    return page?.executeJavaScript(text).catch(() => null);
  }, code);
}

test('a page that hangs opens again in one click with its work', async ({ folder, launch, complaints }) => {
  complaints.expect(/the page crashed/);
  const file = mapFile(folder, 'one.vsmap', 'before');
  const { app, page, dialogs } = await launch({ files: [file] });
  await renameStream(page, 'after');
  await kept(folder);
  await dialogs.nextMessageBoxAnswer(1);
  await app.evaluate(async ({ webContents }) => {
    const contents = webContents.getAllWebContents()[0];
    void contents?.executeJavaScript('for (;;);').catch(() => undefined);
    const isBack = new Promise<void>((resolve) => contents?.once('did-finish-load', () => resolve()));
    // What Chromium says once a page has not answered for a while.
    contents?.emit('unresponsive');
    await isBack;
  });
  await expect.poll(() => inPageOf(app, names)).toContain('after');
  expect(streamIn(file)).toBe('before');
});

test('a page that crashes opens again in one click with its work, still in its file', async ({
  folder,
  launch,
  complaints,
}) => {
  complaints.expect(/the page crashed/);
  const file = mapFile(folder, 'one.vsmap', 'before');
  const { app, page, dialogs } = await launch({ files: [file] });
  await renameStream(page, 'after');
  await kept(folder);
  const inPage = (code: string): Promise<unknown> => inPageOf(app, code);
  const crash = async (): Promise<void> => {
    await dialogs.nextMessageBoxAnswer(0);
    await app.evaluate(async ({ webContents }) => {
      const contents = webContents.getAllWebContents()[0];
      const isBack = new Promise<void>((resolve) => contents?.once('did-finish-load', () => resolve()));
      contents?.forcefullyCrashRenderer();
      await isBack;
    });
  };
  await crash();
  await expect.poll(() => inPage(names)).toContain('after');
  expect(await inPage('document.body.textContent')).toMatch(/Your work is back as it was today \d\d:\d\d/);
  await inPage('document.activeElement?.blur()');
  // The keys of a page that was loaded again answer a moment after its map is drawn.
  await expect
    .poll(async () => {
      await app.evaluate(({ webContents }) => {
        for (const type of ['keyDown', 'keyUp'] as const)
          webContents.getAllWebContents()[0]?.sendInputEvent({ type, keyCode: 'S', modifiers: ['control'] });
      });
      return streamIn(file);
    })
    .toBe('after');
  await expect.poll(() => journalsIn(journalsOf(folder))).toBe(0);

  // Once more at once, with new work: it is offered rather than shown.
  await crash();
  await expect.poll(() => inPage('document.body.textContent')).toContain('The window stopped working again');
});

test('a damaged settings file does not stop the start', async ({ folder, launch }) => {
  const profile = path.join(folder, 'profile');
  mkdirSync(profile, { recursive: true });
  writeFileSync(path.join(profile, 'settings.json'), '{"preferences": {"theme": "da');
  const { page } = await launch();
  await expect(page.getByRole('heading', { name: 'Recent files' })).toBeVisible();
  expect(readFileSync(path.join(profile, 'settings.json.damaged'), 'utf8')).toContain('"da');
});

test('what is being typed into a cell or as a name on the canvas is kept too, and put back by one button', async ({
  folder,
  launch,
}) => {
  const file = mapFile(folder, 'one.vsmap', 'before');
  const { page, crash } = await launch({ files: [file] });
  const journal = (): string => journalText(journalsOf(folder));
  await renameStream(page, 'after');
  await new Editor(page).select('log');
  await page.keyboard.press('F2');
  await page.keyboard.type('Log the call');
  await expect.poll(journal).toContain('"typed":{"label":"Name","text":"Log the call",');
  await page.keyboard.press('Escape');
  await expect.poll(journal).toMatch(/"typed":null\}\D*$/);

  await page.keyboard.press('Control+2');
  await new StepTable(page).cell('Log', 'Process time').click();
  await page.keyboard.type('45 min');
  await expect.poll(journal).toContain('"text":"45 min",');
  await crash();

  const second = await launch();
  await second.page.getByRole('button', { name: 'Open the copy' }).click();
  const typed = second.page.getByRole('dialog', { name: /You were typing in “Process time of Log/ });
  await expect(typed.getByRole('textbox')).toHaveValue('45 min');
  await typed.getByRole('button', { name: /^Put it into “Process time of Log/ }).click();
  const cell = new StepTable(second.page).cell('Log', 'Process time');
  await expect(cell).toContainText('45m');
  await second.page.keyboard.press('Control+z');
  await expect(cell).not.toContainText('45m');

  await second.page.keyboard.press('Control+1');
  await new Editor(second.page).select('log');
  await second.page.keyboard.press('F2');
  await second.page.keyboard.type('Log the call');
  await expect.poll(journal).toContain('"typed":{"label":"Name","text":"Log the call",');
  await second.crash();

  const third = await launch();
  await third.page.getByRole('button', { name: 'Open the copy' }).first().click();
  await third.page.getByRole('button', { name: 'Put it into “Name”' }).click();
  await expect(new Editor(third.page).node('Log the call')).toBeVisible();
  await third.page.keyboard.press('Control+z');
  await expect(new Editor(third.page).node('Log the call')).toHaveCount(0);
});
