import { writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { expect, test } from '../harness/fixture';
import { journalsIn, mapFile, mapText, state } from '../pages/documents';
import { Editor } from '../pages/editor';
import { cutTexts, isOwnWord } from '../pages/foreign-words';
import { outsideBar, writeAsOthers } from '../pages/outside';

test.use({ displaySize: { width: 1280, height: 800 } });

/** The same map as a newer version would write it. */
const newerText = mapText('Tomorrow')
  .replace('"version": 1', '"version": 2')
  .replace('{\n', '{\n  "aNewTable": {},\n');

/** Of the map this much must be left, px. */
const leastOfMap = 150;

async function enlarge(page: Page): Promise<void> {
  const scale = (): Promise<number> => page.evaluate(() => window.devicePixelRatio);
  for (let presses = 0; presses < 3; presses += 1) await page.keyboard.press('Control+Alt+Equal');
  await expect.poll(scale).toBe(1.5);
}

/** Every button of a part of the window is seen whole, and none lies on another. */
async function expectButtonsWhole(part: Locator): Promise<void> {
  const boxes: { x: number; y: number; width: number; height: number }[] = [];
  for (const button of await part.getByRole('button').all()) {
    await button.scrollIntoViewIfNeeded();
    await expect(button).toBeInViewport({ ratio: 1 });
    const box = await button.boundingBox();
    if (box) boxes.push(box);
  }
  expect(boxes.length).toBeGreaterThan(0);
  for (const [index, a] of boxes.entries())
    for (const b of boxes.slice(index + 1))
      expect(
        a.x + a.width <= b.x || b.x + b.width <= a.x || a.y + a.height <= b.y || b.y + b.height <= a.y,
      ).toBe(true);
}

async function renameStep(page: Page, name: string): Promise<void> {
  await new Editor(page).select('log');
  await page.keyboard.press('F2');
  await page.keyboard.type(name);
  await page.keyboard.press('Enter');
  await expect(state(page)).toHaveText('Unsaved changes');
}

test('in one and a half times the size in a small window every bar is whole and leaves room for the map', async ({
  folder,
  launch,
}) => {
  const newer = path.join(folder, 'Restore service after an incident, as agreed in May.vsmap');
  writeFileSync(newer, newerText);
  const first = await launch({ files: [newer] });
  await expect(first.page.getByRole('dialog')).toBeVisible();
  await first.page.keyboard.press('Escape');
  await expect(first.page.getByRole('dialog')).toHaveCount(0);

  await test.step('the mark of a file that is never written over', async () => {
    const { page } = first;
    await enlarge(page);
    await renameStep(page, 'Changed here');
    const name = page.locator('header h1 > *').last();
    const parts = [name, state(page), page.getByRole('button', { name: 'Read-only' })];
    const boxes = await Promise.all(parts.map((part) => part.boundingBox()));
    for (const [index, box] of boxes.slice(1).entries()) {
      const before = boxes[index];
      expect(box?.x).toBeGreaterThanOrEqual((before?.x ?? 0) + (before?.width ?? 0));
    }
    await expect(parts[2] as Locator).toBeInViewport({ ratio: 1 });
    await expect.poll(() => journalsIn(path.join(folder, 'profile', 'recovery'))).toBeGreaterThan(0);
  });

  await first.crash();
  const { page, dialogs } = await launch();
  await test.step('lost work on the start screen', async () => {
    const offer = page.getByRole('region', { name: 'Work that was not saved' });
    await expect.poll(() => page.evaluate(() => window.devicePixelRatio)).toBe(1.5);
    await expectButtonsWhole(offer);
    expect(await cutTexts(page, isOwnWord)).toEqual([]);
  });

  await test.step('what others did to the file', async () => {
    const file = mapFile(folder, 'one.vsmap', 'opened');
    await dialogs.nextOpenPath(file);
    await page.keyboard.press('Control+o');
    await renameStep(page, 'Changed here');
    writeAsOthers(file, 'theirs');
    await expect(outsideBar(page).getByRole('button')).toHaveCount(5);
    await expectButtonsWhole(outsideBar(page));
    const text = outsideBar(page).getByRole('paragraph');
    expect(await text.evaluate((each) => each.scrollWidth - each.clientWidth)).toBe(0);
    const map = await page.locator('[data-canvas]').first().boundingBox();
    expect(map?.height).toBeGreaterThan(leastOfMap);
  });
});
