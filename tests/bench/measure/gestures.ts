import type { Page } from '@playwright/test';

/** How long one measurement of a gesture takes, ms. */
const lasts = Number(process.env['BENCH_GESTURE'] ?? 2_000);
/** How far a gesture goes before it turns back, and how far the mouse moves at once, pixels. */
const reach = 120;
const stride = 8;
/** What one notch of the wheel scrolls while zooming, and how many notches go one way. */
const notch = 40;
const notches = 8;
/** A view that is the same for so many frames has come to its end. */
const restFrames = 12;

/** A point of the window, pixels. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** What a gesture was like: frames a second, and processor time of the page's main thread for each frame, ms. */
export interface Flow {
  readonly frames: number;
  readonly work: number;
}

declare global {
  interface Window {
    countFrames?: () => { frames: number; time: number };
  }
}

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
      return { frames, time: performance.now() - begun };
    };
  });
}

/** Repeats a small move and measures meanwhile. */
async function measure(page: Page, move: (at: number) => Promise<void>): Promise<Flow> {
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('Performance.enable', { timeDomain: 'threadTicks' });
  const spent = async (): Promise<number> => {
    const { metrics } = await cdp.send('Performance.getMetrics');
    return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0) * 1_000;
  };
  const before = await spent();
  await startCounting(page);
  const end = Date.now() + lasts;
  for (let at = 1; Date.now() < end; at += 1) await move(at);
  const { frames, time } = await page.evaluate(() => window.countFrames?.() ?? { frames: 0, time: 1 });
  const work = (await spent()) - before;
  await cdp.detach();
  return { frames: (frames / time) * 1_000, work: work / frames };
}

/** Where the mouse is at the nth move of a way to and fro. */
function toAndFro(from: Point, at: number): Point {
  const way = (at * stride) % (2 * reach);
  const shift = way < reach ? way : 2 * reach - way;
  return { x: from.x + shift, y: from.y + shift / 2 };
}

/** Waits until the view of a canvas has rested for a while. */
export async function atRest(page: Page): Promise<void> {
  await page.evaluate(async (frames) => {
    const view = document.querySelector<HTMLElement>('.react-flow__viewport');
    let [seen, rested] = ['', 0];
    while (rested < frames) {
      await new Promise(requestAnimationFrame);
      const now = view?.style.transform ?? '';
      rested = now === seen ? rested + 1 : 0;
      seen = now;
    }
  }, restFrames);
}

async function whileHeld(page: Page, from: Point, button: 'left' | 'middle'): Promise<Flow> {
  await page.mouse.move(from.x, from.y);
  await page.mouse.down({ button });
  await page.mouse.move(from.x + stride, from.y);
  if (button === 'left') await page.waitForSelector('.react-flow__node.dragging', { timeout: 5_000 });
  const flow = await measure(page, async (at) => {
    const { x, y } = toAndFro(from, at);
    await page.mouse.move(x, y);
  });
  await page.mouse.move(from.x, from.y);
  await page.mouse.up({ button });
  return flow;
}

/** The canvas is dragged to and fro with the middle button. */
export function pan(page: Page, from: Point): Promise<Flow> {
  return whileHeld(page, from, 'middle');
}

/** The canvas is zoomed in and out round a point with Ctrl and the wheel. */
export async function zoom(page: Page, from: Point): Promise<Flow> {
  await page.mouse.move(from.x, from.y);
  await page.keyboard.down('Control');
  const flow = await measure(page, async (at) => {
    await page.mouse.wheel(0, Math.floor((at - 1) / notches) % 2 === 0 ? -notch : notch);
  });
  await page.keyboard.up('Control');
  return flow;
}

/** The nodes under points, by their ids. */
function nodesAt(page: Page, points: readonly Point[]): Promise<string[]> {
  return page.evaluate(
    (all) =>
      all.flatMap(({ x, y }) => {
        const node = document.elementFromPoint(x, y)?.closest<HTMLElement>('.react-flow__node');
        return node?.dataset['id'] ?? [];
      }),
    points,
  );
}

/** Where the mouse can take a node: its middle; null where something lies over it, as the tools that come with a selection do. */
function gripOf(page: Page, id: string): Promise<Point | null> {
  return page.evaluate((wanted) => {
    const node = document.querySelector(`.react-flow__node[data-id="${CSS.escape(wanted)}"]`);
    if (!node) return null;
    const { x, y, width, height } = node.getBoundingClientRect();
    const middle = { x: x + width / 2, y: y + height / 2 };
    const over = document.elementFromPoint(middle.x, middle.y);
    return node.contains(over) && !over?.closest('.react-flow__handle') ? middle : null;
  }, id);
}

/** The nodes at these points are selected and dragged together to and fro by the first that can be taken. The view may move with each click. */
export async function drag(page: Page, points: readonly Point[]): Promise<Flow> {
  const ids = await nodesAt(page, points);
  const taken: string[] = [];
  if (points.length > 1) await page.keyboard.down('Control');
  for (const id of ids) {
    const at = await gripOf(page, id);
    if (!at) continue;
    await page.mouse.click(at.x, at.y);
    await atRest(page);
    taken.push(id);
  }
  if (points.length > 1) await page.keyboard.up('Control');
  for (const id of taken) {
    const at = await gripOf(page, id);
    if (at) return whileHeld(page, at, 'left');
  }
  throw new Error('There is no node to drag.');
}
