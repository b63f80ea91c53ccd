import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { shimIsImpossible } from '../../fault-shim/build-shim';
import { tell } from '../../helpers/tell';
import { Faults } from '../harness/faults';
import { expect, test } from '../harness/fixture';
import { mapFile, renameStream, saveByMenu, state, streamIn } from '../pages/documents';

const dark = { theme: 'dark', lanes: 'role', snap: false, minimap: true };
const panels = { left: 264, right: 300, bottom: 240, leftOpen: true, rightOpen: true, bottomOpen: true };

const themeOf = (page: Page): Promise<string | null> => page.locator('html').getAttribute('data-theme');

/** A profile with settings that were kept in it. */
function profileIn(folder: string, preferences: object): { profile: string; settings: string } {
  const profile = path.join(folder, 'profile');
  mkdirSync(profile);
  const settings = path.join(profile, 'settings.json');
  writeFileSync(settings, JSON.stringify({ preferences }));
  return { profile, settings };
}

test('settings that are no file, or hold nonsense, never stop the start, and what can be read survives', async ({
  folder,
  launch,
}) => {
  const { settings } = profileIn(folder, { ...dark, panels: { ...panels, left: 'wide' }, zoom: 'large' });
  const first = await launch();
  await expect.poll(() => themeOf(first.page)).toBe('dark');
  await first.end();
  execFileSync('rm', [settings]);
  execFileSync('mkfifo', [settings]);
  const second = await launch();
  await expect.poll(() => themeOf(second.page)).toBe('dark');
  tell('R18', 2, 'starts of the app with settings that are nonsense or no file');
});

test('in a profile that cannot be written the app starts as it was set, opens files and saves them', async ({
  folder,
  launch,
}) => {
  const { profile } = profileIn(folder, { ...dark, panels });
  const file = mapFile(folder, 'one.vsmap', 'old');
  chmodSync(profile, 0o555);
  try {
    const { page, end } = await launch({ files: [file] });
    await expect.poll(() => themeOf(page)).toBe('dark');
    await expect(page.getByText('safety copies last until Streamwright ends')).toBeVisible();
    await renameStream(page, 'new');
    await saveByMenu(page);
    await expect(state(page)).toHaveText('Saved');
    expect(streamIn(file)).toBe('new');
    await end();
    tell('R18', 1, 'in a profile that cannot be written');
  } finally {
    chmodSync(profile, 0o755);
  }
});

const impossible = shimIsImpossible();
test('settings that find no room are tried again, and the file of settings is whole again at once', async ({
  folder,
  launch,
}) => {
  test.skip(impossible !== null, impossible ?? '');
  const { settings } = profileIn(folder, { ...dark, panels });
  const faults = new Faults(folder);
  const { app, page, end } = await launch({ env: faults.variables(settings) });
  // The library that writes takes half a file for a whole one; the good copy is in its place a moment later.
  const kept = (): string | undefined => {
    const text = readFileSync(settings, 'utf8');
    return text.trimEnd().endsWith('}') ? /"theme":\s*"(\w+)"/.exec(text)?.[1] : undefined;
  };
  const choose = (theme: 'light' | 'system'): Promise<unknown> =>
    page.evaluate(
      (chosen) =>
        window.streamwright.call['preferences:get']().then((now) =>
          window.streamwright.call['preferences:set']({ ...now, theme: chosen }),
        ),
      theme,
    );
  const order = 'full/1/write';
  await faults.arm(app, order);
  await choose('light');
  await expect.poll(() => faults.hasFailed(order)).toBe(true);
  await expect(page.getByText('cannot be kept at the moment')).toBeVisible();
  await faults.arm(app, 'none/0');
  await expect.poll(kept).toBe('dark');
  await choose('light');
  await expect.poll(kept).toBe('light');
  tell('R18', 1, 'on a full disk: 0 failed');
  await end();
});
