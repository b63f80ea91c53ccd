import type { ElectronApplication } from '@playwright/test';
import type { BrowserWindow, MessageBoxOptions } from 'electron';
import type { PNG } from 'pngjs';
import type { Message } from './message';
import { newOn, type Screen } from './screen';

/** A box that waits to be shown, or is shown. */
interface Box {
  asked: MessageBoxOptions | null;
  show: () => void;
  /** Takes it away and answers with the button that was wished. */
  answer: () => void;
}

interface Place {
  readonly app: ElectronApplication;
  readonly screen: Screen;
}

const pause = (ms: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, ms);
  });

/** A screen on which nothing changes for so long has come to rest, ms. */
const still = 700;
/** How often it is waited for that: a page that blinks never rests. */
const mostLooks = 10;

/** The screen, once it has come to rest. */
async function atRest(screen: Screen): Promise<PNG> {
  let now = screen.look();
  for (let looks = 0; looks < mostLooks; looks += 1) {
    const before = now;
    await pause(still);
    now = screen.look();
    if (now.data.equals(before.data)) break;
  }
  return now;
}

/** Holds the next box of the system back until it is told to show. */
async function holdNextBox(app: ElectronApplication, button: number): Promise<void> {
  await app.evaluate(({ dialog }, response) => {
    const original = dialog.showMessageBox.bind(dialog);
    const ended = new AbortController();
    const box: Box = { asked: null, show: () => undefined, answer: () => ended.abort() };
    Object.assign(globalThis, { boxInTest: box });
    // The window comes first, the options after it; a window alone is never asked about.
    dialog.showMessageBox = async (...given: unknown[]) => {
      dialog.showMessageBox = original;
      const [window, options] = given as [BrowserWindow, MessageBoxOptions];
      box.asked = options;
      await new Promise<void>((resolve) => {
        box.show = resolve;
      });
      const signal = AbortSignal.any([ended.signal, ...(options.signal ? [options.signal] : [])]);
      await original(window, { ...options, signal });
      return { response, checkboxChecked: false };
    };
  }, button);
}

/** Lets the next box of the system come up, photographs it, and presses a button of it. */
export async function meetBox(
  { app, screen }: Place,
  button: number,
  provoke: () => Promise<unknown>,
): Promise<Message> {
  const call = (name: 'show' | 'answer'): Promise<void> =>
    app.evaluate(
      (_electron, which) => (globalThis as unknown as { boxInTest: Box }).boxInTest[which](),
      name,
    );
  await holdNextBox(app, button);
  await provoke();
  let asked: MessageBoxOptions | null = null;
  while (asked === null) {
    await pause(50);
    asked = await app.evaluate(() => {
      const box = (globalThis as unknown as { boxInTest: Box }).boxInTest.asked;
      return box && { message: box.message, detail: box.detail ?? '', buttons: box.buttons ?? [] };
    });
  }
  const before = await atRest(screen);
  await call('show');
  await pause(still);
  const picture = newOn(before, await atRest(screen));
  await call('answer');
  const { message, detail = '', buttons = [] } = asked;
  return { title: message, lines: detail === '' ? [] : [detail], buttons, ...(picture ? { picture } : {}) };
}
