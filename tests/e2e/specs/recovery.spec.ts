import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '../harness/fixture';
import { journalsIn, mapFile, renameStream, state, streamIn, streamName } from '../pages/documents';

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
