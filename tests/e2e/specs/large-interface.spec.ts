import { writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { expect, test } from '../harness/fixture';
import { cutTexts, isOwnWord, sidewaysParts } from '../pages/foreign-words';
import { fullMap } from '../pages/full-map';
import { walkDialogs, walkPages } from '../pages/screens';

test.use({ displaySize: { width: 1280, height: 800 } });
test.describe.configure({ timeout: 180_000 });

const say = (text: string): string => text;

async function openFull(launch: (options: { files: string[] }) => Promise<{ page: Page }>, folder: string) {
  const file = path.join(folder, 'Full.vsmap');
  writeFileSync(file, fullMap());
  const { page } = await launch({ files: [file] });
  await page.locator('[data-canvas]').first().waitFor();
  return page;
}

test('in twice the size no text is cut and nothing has to be scrolled sideways', async ({
  launch,
  folder,
}) => {
  const page = await openFull(launch, folder);
  for (let presses = 0; presses < 20; presses += 1) await page.keyboard.press('Control+Alt+Equal');
  await expect.poll(() => page.evaluate(() => window.devicePixelRatio)).toBe(2);
  const found = new Map<string, string>();
  const look = async (screen: string): Promise<void> => {
    for (const text of await cutTexts(page, isOwnWord)) found.set(`cut: ${text}`, screen);
    for (const part of await sidewaysParts(page)) found.set(`sideways: ${part}`, screen);
  };
  await walkPages({ page, look, say });
  await walkDialogs({ page, look, say });
  expect([...found].map(([complaint, screen]) => `${complaint} (${screen})`)).toEqual([]);
});
