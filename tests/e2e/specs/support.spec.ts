import { chmodSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { actionsText } from '../../../shared/text/actions';
import { searchText } from '../../../shared/text/search';
import { supportText } from '../../../shared/text/support';
import { expect, test } from '../harness/fixture';
import { expectAccessible } from '../pages/accessibility';
import { mapFile, renameStream, saveByMenu, state, streamName } from '../pages/documents';

/** A word of a user: it stands in the folder, the file, the map and in what goes wrong. */
const secret = 'Quarzelmann';

/** Everything that the log of a profile holds. */
function logIn(profile: string): string {
  const folder = path.join(profile, 'logs');
  return readdirSync(folder)
    .map((name) => readFileSync(path.join(folder, name), 'utf8'))
    .join('\n');
}

/** Opens the dialog by keyboard alone. */
async function openSupport(page: Page): Promise<void> {
  await page.keyboard.press('Control+k');
  const palette = page.getByRole('combobox', { name: searchText.palette.title, exact: true });
  await palette.fill(`>${actionsText.titles['help.support']}`);
  await palette.press('Enter');
  await expect(page.getByRole('dialog', { name: supportText.title })).toBeVisible();
}

test('information for support is read before it is saved, and saved as it was read', async ({
  folder,
  launch,
}) => {
  const file = mapFile(folder, `${secret}.vsmap`, secret);
  const { app, page, dialogs } = await launch({ files: [file] });
  await expect(streamName(page)).toHaveValue(secret);
  await openSupport(page);
  const dialog = page.getByRole('dialog', { name: supportText.title });
  const text = dialog.getByRole('textbox', { name: supportText.text });
  await expectAccessible(page, 'information for support');

  await test.step('it tells numbers of the map and what happened, and no word of the user', async () => {
    const shown = await text.inputValue();
    expect(shown).toMatch(/Steps: +1\n/);
    expect(shown).toContain('app-started version=');
    expect(shown).toContain('file-opened outcome=opened');
    expect(shown).not.toContain(secret);
    expect(shown).not.toContain(folder);
  });

  await test.step('a part that is taken out by keyboard is gone from the text', async () => {
    const part = dialog.getByRole('checkbox', { name: supportText.parts.log });
    await part.focus();
    await page.keyboard.press('Space');
    await expect(part).not.toBeChecked();
    await expect(text).not.toHaveValue(/file-opened/);
  });

  const shown = await text.inputValue();
  await test.step('a copy is what was shown', async () => {
    await dialog.getByRole('button', { name: supportText.copy }).press('Enter');
    await expect.poll(() => app.evaluate(({ clipboard }) => clipboard.readText())).toBe(shown);
  });

  await test.step('where it cannot be saved that is said, and nothing is lost', async () => {
    mkdirSync(path.join(folder, 'taken.txt'));
    await dialogs.nextSavePath(path.join(folder, 'taken.txt'));
    await dialog.getByRole('button', { name: supportText.save }).press('Enter');
    await expect(dialog.getByRole('alert')).toContainText('was not saved');
    expect(await text.inputValue()).toBe(shown);
  });

  await test.step('the file holds the same bytes', async () => {
    const saved = path.join(folder, 'for support.txt');
    await dialogs.nextSavePath(saved);
    await dialog.getByRole('button', { name: supportText.save }).press('Enter');
    await expect(dialog).toHaveCount(0);
    expect(readFileSync(saved)).toEqual(Buffer.from(shown, 'utf8'));
  });
});

test('the log tells what happened, also what went wrong, and no word of the user', async ({
  folder,
  launch,
  complaints,
}) => {
  complaints.expect(new RegExp(secret));
  complaints.expect(/the page crashed/);
  const home = path.join(folder, secret);
  mkdirSync(home);
  const file = mapFile(home, `${secret}.vsmap`, secret);
  const profile = path.join(folder, 'profile');
  const { app, page, dialogs, end } = await launch({ files: [file] });
  await expect(streamName(page)).toHaveValue(secret);

  await renameStream(page, `${secret} 2`);
  await saveByMenu(page);
  await expect(state(page)).toHaveText('Saved');
  await expect.poll(() => logIn(profile)).toContain('file-saved outcome=saved');

  await renameStream(page, `${secret} 3`);
  chmodSync(file, 0o400);
  await saveByMenu(page);
  await expect.poll(() => logIn(profile)).toContain('file-saved outcome=read-only-file');
  await page.keyboard.press('Escape');

  writeFileSync(path.join(home, 'broken.vsmap'), `{"${secret}`);
  await dialogs.nextOpenPath(path.join(home, 'broken.vsmap'));
  await page.evaluate(() => window.streamwright.call['document:open']({ from: 'dialog' }));

  await page.evaluate((word) => {
    setTimeout(() => {
      throw new TypeError(`Cannot read properties of undefined (reading '${word}')`);
    });
    void Promise.reject(new Error(word));
  }, secret);
  await expect.poll(() => logIn(profile)).toContain('page-error where=script error=TypeError');
  await expect.poll(() => logIn(profile)).toContain('page-error where=promise error=Error');

  await dialogs.nextMessageBoxAnswer(0);
  await app.evaluate(({ webContents }) => webContents.getAllWebContents()[0]?.forcefullyCrashRenderer());
  await expect.poll(() => logIn(profile)).toContain('page-gone reason=');
  await expect.poll(() => logIn(profile)).toContain('work-restored outcome=restored');
  await end();

  const log = logIn(profile);
  expect(log).toMatch(/ app-started version=\d+\.\d+\.\d+ electron=/);
  expect(log).toMatch(/ app-ended minutes=0\n$/);
  expect(log.toLowerCase()).not.toContain(secret.toLowerCase());
  expect(log).not.toContain('.vsmap');
  expect(statSync(path.join(profile, 'logs', 'streamwright.log')).mode & 0o777).toBe(0o600);
});
