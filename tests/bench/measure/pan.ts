import type { Page } from '@playwright/test';

/** How long one measurement of panning takes, ms. */
const lasts = 3_000;
/** How far a pan goes before it turns back, and how far the mouse moves at once, pixels. */
const reach = 240;
const stride = 12;

declare global {
  interface Window {
    countFrames?: () => number;
  }
}

/** Begins to count the frames of a page. */
async function startCounting(page: Page): Promise<void> {
  await page.evaluate(() => {
    let frames = 0;
    const begun = performance.now();
    let isOn = true;
    const next = (): void => {
      frames += 1;
      if (isOn) requestAnimationFrame(next);
    };
    requestAnimationFrame(next);
    window.countFrames = () => {
      isOn = false;
      return (frames / (performance.now() - begun)) * 1_000;
    };
  });
}

/** Frames a second while the mouse drags the canvas to and fro with its middle button, from the point given. */
export async function framesWhilePanning(page: Page, from: { x: number; y: number }): Promise<number> {
  await page.mouse.move(from.x, from.y);
  await page.mouse.down({ button: 'middle' });
  await page.mouse.move(from.x + stride, from.y);
  await startCounting(page);
  const end = Date.now() + lasts;
  for (let at = 1; Date.now() < end; at += 1) {
    const way = (at * stride) % (2 * reach);
    const shift = way < reach ? way : 2 * reach - way;
    await page.mouse.move(from.x + shift, from.y + shift / 4);
  }
  const frames = await page.evaluate(() => window.countFrames?.() ?? 0);
  await page.mouse.move(from.x, from.y);
  await page.mouse.up({ button: 'middle' });
  return frames;
}
