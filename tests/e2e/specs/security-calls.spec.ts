import { cpSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type {} from '../../../renderer/bridge';
import { expect, test } from '../harness/fixture';
import { root, waitUntilReady } from '../harness/launch';
import { callFromPage, filesBelow, guardOutside } from '../pages/call-attacks';
import { tell } from '../../helpers/tell';

test('thousands of wrong calls from the page open nothing, write nothing and harm nothing', async ({
  launch,
  folder,
  complaints,
}) => {
  complaints.expect(/./);
  const seed = Number(process.env['PROVE_SEED'] ?? 6);
  const count = Number(process.env['PROVE_RUNS'] ?? 1_500);
  const victim = path.join(folder, 'victim.vsmap');
  const own = path.join(folder, 'own.vsmap');
  for (const name of [victim, own]) cpSync(path.join(root, 'examples', 'it-incident-response.vsmap'), name);
  const { app, page, pid } = await launch({ files: [own] });
  await page.locator('[data-canvas]').first().waitFor();
  const outside = await guardOutside(app);
  const maps = (): string[] =>
    filesBelow(folder).filter((line) => !line.startsWith(path.join(folder, 'profile')));
  const before = maps();
  const outcomes = await callFromPage(page, seed, count);
  expect(outcomes.leaked).toEqual([]);
  expect(outcomes.refused).toBeGreaterThan(count / 4);
  const seen = await outside();
  expect(seen).toEqual([]);
  expect(maps()).toEqual(before);
  expect(app.windows()).toHaveLength(1);
  expect(() => process.kill(pid, 0)).not.toThrow();
  expect(await page.evaluate(() => 'polluted' in {})).toBe(false);
  const kept = JSON.parse(readFileSync(path.join(folder, 'profile', 'settings.json'), 'utf8')) as object;
  expect(Object.keys(kept)).not.toContain('polluted');
  await page.evaluate(() => self.streamwright.call['present:end']());
  await page.reload();
  await waitUntilReady(page);
  tell('S3', count, 'wrong calls from the real page, 0 files touched');
  console.log(
    `Calls from a page (seed ${String(seed)}): ${String(count)}, ${String(outcomes.answered)} fitted and were answered, ${String(outcomes.refused)} refused, ${String(outcomes.notSent)} could not be sent.`,
  );
});
