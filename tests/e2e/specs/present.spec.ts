import type { Page } from '@playwright/test';
import { expect, test } from '../harness/fixture';
import { expectAccessible } from '../pages/accessibility';
import { Editor } from '../pages/editor';

/** What the presentation shows, as a screen reader hears it. */
const shown = (page: Page) => page.getByRole('heading', { level: 1 });

test('a stream is presented by keyboard: step by step, to a number, to the last slide, and back to the editor', async ({
  running,
}) => {
  const { page, app } = running;
  const editor = new Editor(page);
  await editor.startFromTemplate('incident-restoration');
  const isFull = (): Promise<boolean> =>
    app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isFullScreen() === true);
  await page.keyboard.press('F5');
  await expect(shown(page)).toHaveText('Slide 1 of 11: Restore service after a user-reported incident');
  await expect(page.getByText('A user reports that something they rely on is not working')).toBeVisible();
  await expect.poll(isFull).toBe(true);

  await test.step('nothing of the editor is there', async () => {
    await expect(page.getByRole('toolbar')).toHaveCount(0);
    await expect(page.getByRole('menubar')).toHaveCount(0);
    await page.keyboard.press('Control+z');
    await page.keyboard.press('Delete');
    await expect(shown(page)).toHaveText(/^Slide 1 /);
  });

  await test.step('arrows, the keys of a remote and Space', async () => {
    await page.keyboard.press('ArrowRight');
    await expect(shown(page)).toHaveText('Slide 2 of 11: The whole stream');
    await expect(page.getByText('13h 36m')).toBeVisible();
    await page.keyboard.press('PageDown');
    await expect(shown(page)).toHaveText('Slide 3 of 11: Take the report and log it');
    await expect(page.getByText('Step 1 of 8')).toBeVisible();
    await page.keyboard.press('Space');
    await page.keyboard.press('PageUp');
    await expect(shown(page)).toHaveText(/^Slide 3 /);
    await page.keyboard.press('End');
    await expect(shown(page)).toHaveText('Slide 11 of 11: Where the time goes');
    await page.keyboard.press('ArrowRight');
    await expect(shown(page)).toHaveText(/^Slide 11 /);
    await page.keyboard.press('Home');
    await expect(shown(page)).toHaveText(/^Slide 1 /);
  });

  await test.step('a number with Enter, and the list of all slides', async () => {
    await page.keyboard.type('6');
    await expect(page.getByText('Go to slide 6, press Enter')).toBeVisible();
    await page.keyboard.press('Enter');
    await expect(shown(page)).toHaveText('Slide 6 of 11: Specialist diagnosis');
    await page.keyboard.press('g');
    await expect(page.getByRole('button', { name: /Specialist diagnosis$/ })).toBeFocused();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await expect(shown(page)).toHaveText('Slide 7 of 11: Vendor investigates');
  });

  await test.step('black-out, and any key goes on', async () => {
    await page.keyboard.press('b');
    await expect(page.getByRole('button', { name: /^The screen is black/ })).toBeVisible();
    await page.keyboard.press('ArrowRight');
    await expect(page.getByRole('button', { name: /^The screen is black/ })).toHaveCount(0);
    await expect(shown(page)).toHaveText(/^Slide 7 /);
  });

  await test.step('the laser follows the pointer and goes out', async () => {
    await page.keyboard.press('l');
    await page.mouse.move(600, 400);
    await page.mouse.move(640, 420);
    const dot = page.locator('[data-sheet] > span[data-on]');
    await expect(dot).toHaveAttribute('data-on', 'true');
    const box = await dot.boundingBox();
    expect((box?.x ?? 0) + (box?.width ?? 0) / 2).toBeCloseTo(640, -1);
    await expect(dot).toHaveAttribute('data-on', 'false');
  });

  await test.step('Escape leaves, and the map is as it was', async () => {
    await page.keyboard.press('Escape');
    await expect(editor.canvas).toBeVisible();
    await expect(editor.nodes).toHaveCount(10);
    await expect.poll(isFull).toBe(false);
  });
});

test('a step can be the first slide; today becomes tomorrow, and the figures with it', async ({ window }) => {
  const editor = new Editor(window);
  await editor.startFromTemplate('incident-restoration');
  await editor.select('Specialist diagnosis');
  await window.keyboard.press('Shift+F5');
  await expect(shown(window)).toHaveText('Slide 6 of 11: Specialist diagnosis');
  await window.keyboard.press('Escape');
  await editor.menu('Map', 'Make a future state of this map');
  await editor.select('Vendor investigates');
  await window.keyboard.press('Delete');
  await expect(editor.nodes).toHaveCount(9);
  await window.getByRole('button', { name: 'Present', exact: true }).click();
  await window.keyboard.press('End');
  await expect(shown(window)).toHaveText(/Tomorrow$/);
  const lead = window.locator('dl dd').first();
  const after = await lead.textContent();
  await window.keyboard.press('ArrowLeft');
  await expect(shown(window)).toHaveText(/Today$/);
  await expect(lead).toHaveText('13h 36m');
  expect(after).not.toBe('13h 36m');
  await expect(window.getByRole('img', { name: 'Map: Current state' })).toBeVisible();
});

test('on two screens the slides go to the other one, and this one shows the notes', async ({ running }) => {
  const { page, app } = running;
  const editor = new Editor(page);
  await editor.startFromTemplate('incident-restoration');
  await app.evaluate(({ screen }) => {
    const [own] = screen.getAllDisplays();
    if (!own) return;
    const other = { ...own, id: own.id + 1, bounds: { x: 200, y: 100, width: 800, height: 600 } };
    screen.getAllDisplays = () => [own, other];
    screen.getDisplayMatching = () => own;
  });
  const opened = app.waitForEvent('window');
  await page.keyboard.press('F5');
  const slides = await opened;
  await expect(page.getByRole('region', { name: 'Notes of the presenter' })).toBeVisible();
  await expect(slides.getByRole('heading', { level: 2 })).toHaveText(
    'Restore service after a user-reported incident',
  );
  await expect(page.getByText('Running for')).toBeVisible();

  await page.keyboard.press('ArrowRight');
  await expect(slides.getByRole('heading', { level: 2 })).toHaveText('The whole stream');
  await slides.keyboard.press('PageDown');
  await expect(shown(page)).toHaveText(/^Slide 3 /);
  await expect(slides.getByText('Step 1 of 8')).toBeVisible();
  await page.keyboard.press('b');
  await expect(slides.getByRole('button', { name: /^The screen is black/ })).toBeVisible();
  expect(await slides.evaluate(() => 'streamwright' in window)).toBe(false);

  const closed = slides.waitForEvent('close');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Escape');
  await closed;
  await expect(editor.canvas).toBeVisible();
});

test('every slide is accessible', async ({ window }) => {
  test.setTimeout(90_000);
  const editor = new Editor(window);
  await editor.startFromTemplate('incident-restoration');
  await window.keyboard.press('F5');
  await expect(shown(window)).toHaveText(/^Slide 1 /);
  await expectAccessible(window, 'opening');
  await window.keyboard.press('ArrowRight');
  await expectAccessible(window, 'overview');
  await window.keyboard.type('6');
  await window.keyboard.press('Enter');
  await expect(shown(window)).toHaveText(/^Slide 6 /);
  await expectAccessible(window, 'step');
  await window.keyboard.press('End');
  await expectAccessible(window, 'waits');
  await window.keyboard.press('g');
  await expectAccessible(window, 'all slides');
});
