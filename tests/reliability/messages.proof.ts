import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Locator } from '@playwright/test';
import type { Message } from './messages/message';
import { scenes } from './messages/scenes';
import { startScreen } from './messages/screen';
import { readMessage, type Scene, setStage, type Trouble, wordsIn } from './messages/stage';
import { missingIn } from './messages/texts';
import { unmet } from './messages/unmet';
import { record } from './record';
import { endAll } from './saving-app';

/*
 * Drives the real app into every trouble that can be made, reads the message and photographs it. The results go to
 * out/test-results/messages; `node scripts/messages.mjs` makes docs/messages.md of them. PROVE_SCENES chooses some by name.
 */

const wanted = (process.env['PROVE_SCENES'] ?? '').split(',').filter(Boolean);
const results = path.join(process.env['STREAMWRIGHT_TEST_RESULTS'] ?? 'out/test-results', 'messages');
/** Words by which a message says that nothing is lost. */
const assures =
  /safe\b|as it was|left as it|never written over|still undo|is kept|are kept|unchanged|not touched|nothing was|is saved|untouched|holds your work|overwritten without/i;
/** How long one trouble may take, ms. */
const patience = 60_000;

interface Row extends Omit<Message, 'picture'> {
  readonly id: string;
  readonly situation: Scene['situation'];
  readonly when: string;
  readonly safe: string;
  readonly todo: string;
  readonly picture: boolean;
}

const rows: Row[] = [];
const wrong: string[] = [];

async function inTime<T>(work: Promise<T>): Promise<T> {
  const late = new Promise<never>((_resolve, reject) => {
    setTimeout(() => reject(new Error(`not within ${String(patience)} ms`)), patience).unref();
  });
  return await Promise.race([work, late]);
}

function judge({ id, safe, tells }: Trouble, { title, lines }: Message, all: string): void {
  const words = [title, ...lines].join(' ');
  for (const told of tells)
    for (const piece of missingIn(all, told))
      wrong.push(`${id} does not show “${piece}” of ${JSON.stringify(told)}`);
  if (words.length < 20) wrong.push(`${id} says next to nothing: “${words}”`);
  if (safe.startsWith('Yes') && !assures.test(words)) wrong.push(`${id} does not say that the work is safe`);
}

/** The picture of an element; a line that would be too small to read in a table is made narrower for it, CSS pixels. */
async function photograph(shown: Locator): Promise<Buffer> {
  const box = await shown.boundingBox();
  const isLine = box !== null && box.width > 900 && box.height < 120;
  const widen = (width: string): Promise<void> =>
    shown.evaluate((element, value) => {
      if (element instanceof HTMLElement) Object.assign(element.style, { width: value, maxWidth: value });
    }, width);
  if (isLine) await widen('760px');
  const picture = await shown.screenshot({ animations: 'disabled' });
  if (isLine) await widen('');
  return picture;
}

async function meet(scene: Scene, stage: Awaited<ReturnType<typeof setStage>>): Promise<void> {
  for (const trouble of scene.troubles) {
    const { id, when, safe, todo } = trouble;
    const shown = await inTime(trouble.meet(stage));
    const isBox = 'lines' in shown;
    const message = isBox ? shown : await readMessage(shown);
    const picture = isBox ? shown.picture : await photograph(shown);
    if (picture) writeFileSync(path.join(results, `${id}.png`), picture);
    const words = [message.title, ...message.lines, ...message.buttons].join('\n');
    judge(trouble, message, isBox ? words : `${words}\n${await wordsIn(shown)}`);
    const { situation } = scene;
    rows.push({ id, situation, when, safe, todo, ...message, picture: picture !== undefined });
    console.log(`${id}: ${message.title} | ${message.lines.join(' ').slice(0, 160)}`);
  }
}

mkdirSync(results, { recursive: true });
const screen = await startScreen(1440, 900);
try {
  for (const scene of scenes.filter(({ name }) => wanted.length === 0 || wanted.includes(name)))
    try {
      await meet(scene, await setStage(scene, screen));
    } catch (error) {
      wrong.push(`${scene.name}: ${error instanceof Error ? error.message.slice(0, 3000) : String(error)}`);
    } finally {
      await endAll();
      writeFileSync(path.join(results, 'rows.json'), `${JSON.stringify(rows, null, 2)}\n`);
    }
} finally {
  screen.stop();
}
if (wrong.length > 0) throw new Error(`${String(wrong.length)} messages are not right:\n${wrong.join('\n')}`);
const photographed = rows.filter(({ picture }) => picture).length;
record('messages', {
  promises: ['R5', 'R6', 'R8', 'R17'],
  figures: `${String(rows.length)} messages met on the real app, each read, ${String(photographed)} photographed; ${String(unmet.length)} known that no test can meet`,
});
