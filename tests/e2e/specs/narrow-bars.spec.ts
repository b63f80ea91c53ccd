import { writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { makeFutureCopy } from '../../../shared/commands/future-copy';
import { openHistory, run } from '../../../shared/commands/history';
import { writeProject } from '../../../shared/file-format/write';
import { buildMap } from '../../helpers/build-map';
import { countIds } from '../../helpers/count-ids';
import { expect, test } from '../harness/fixture';
import { mapFile } from '../pages/documents';

test.use({ displaySize: { width: 900, height: 600 } });

const long = 'Restore a service for the whole company (my version 2026-11-22 12.06)';

/** How many px of what an element holds are cut off. */
const cutOff = (element: Locator): Promise<number> =>
  element.evaluate(({ scrollWidth, clientWidth }) => Math.max(0, scrollWidth - clientWidth));
/** A map with a future state, both with a long name. */
function twoMaps(): string {
  const { project } = buildMap((m) => {
    m.map({ name: 'Current state of the service desk, early shift' });
    m.start();
    m.step('log');
    m.end();
    m.path('start', 'log', 'end');
  });
  const result = run(openHistory(project), makeFutureCopy({ project, map: 'map', makeId: countIds() }));
  if (result.kind === 'refused') throw new Error(result.sentence);
  return writeProject(result.history.project);
}

const switchOf = (page: Page): Locator => page.locator('[data-compact]');

test('a long name is cut once, before the end that tells versions apart, and its tip says all of it', async ({
  folder,
  launch,
}) => {
  const { page } = await launch({ files: [mapFile(folder, `${long}.vsmap`)] });
  const name = page.getByRole('heading', { level: 1, name: long });
  await expect(name).toHaveAttribute('title', `${long}.vsmap`);
  await expect(name).toHaveCSS('app-region', 'no-drag');
  const [start, end] = [name.locator('span').first(), name.locator('span').last()];
  await expect(end).toHaveText(' 2026-11-22 12.06)');
  expect(await cutOff(start)).toBeGreaterThan(0);
  expect(await cutOff(end)).toBe(0);
  expect(await cutOff(name)).toBe(0);
  await expect(page.locator('header [role=status]')).toHaveText('Saved');
});

test('the switch of maps becomes a menu where it does not fit, by keyboard too, and buttons again where it does', async ({
  folder,
  launch,
}) => {
  const file = path.join(folder, 'desk.vsmap');
  writeFileSync(file, twoMaps());
  const { app, page } = await launch({ files: [file] });
  const current = page.getByRole('button', {
    name: /^Shown: Current state of the service desk.*Choose another map/,
  });
  const future = page.getByRole('button', { name: /^Shown: Future state.*Choose another map/ });
  await expect(current).toBeVisible();
  expect(await cutOff(switchOf(page))).toBe(0);
  await current.press('Enter');
  await page.getByRole('menuitemcheckbox', { name: /^Future state/ }).press('Enter');
  await expect(future).toBeVisible();
  expect(await cutOff(switchOf(page))).toBe(0);
  await expect(switchOf(page).getByRole('button', { name: 'Compare', exact: true })).toBeVisible();
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setContentSize(1700, 600));
  await expect(page.getByRole('group', { name: 'Maps of this stream' })).toBeVisible();
  await expect(future).toHaveCount(0);
});
