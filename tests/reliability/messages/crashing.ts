import type { ElectronApplication } from '@playwright/test';
import { until } from '../saving-app';
import type { Message } from './message';
import { editKept, opened, type Scene, type Stage } from './stage';
import { crashPage } from './windows';

const kept = 'Yes: in the safety copy on this computer, until you save or discard it.';
const pressOpenAgain = 0;
const pressClose = 1;

/** What the line at the foot of a window says, once it says this: Playwright loses sight of a page that crashed, the app does not. */
async function lineOf(app: ElectronApplication, words: string): Promise<Message> {
  const look = (): Promise<{ text: string; picture: string } | null> =>
    app.evaluate(async ({ webContents }, said) => {
      const [contents] = webContents.getAllWebContents();
      const found = (await contents
        ?.executeJavaScript(
          `(() => {
            const line = [...document.querySelectorAll('[role=status] p')].find((p) => p.textContent.includes(${JSON.stringify(said)}));
            if (!line) return null;
            const { x, y, width, height } = line.getBoundingClientRect();
            return { text: line.firstChild.textContent, x, y, width, height };
          })()`,
        )
        .catch(() => null)) as { text: string; x: number; y: number; width: number; height: number } | null;
      if (!contents || !found) return null;
      const { text, ...box } = found;
      const whole = await contents.capturePage();
      const rounded = Object.fromEntries(
        Object.entries(box).map(([name, value]) => [name, Math.round(value)]),
      );
      const picture = whole.crop(rounded as unknown as Electron.Rectangle).toPNG();
      return { text, picture: picture.toString('base64') };
    }, words);
  await until(`“${words}”`, async () => (await look()) !== null);
  // Once more when it has come to rest.
  await new Promise((resolve) => {
    setTimeout(resolve, 500);
  });
  const seen = await look();
  if (seen === null) throw new Error(`“${words}” went at once`);
  return { title: '', lines: [seen.text], buttons: [], picture: Buffer.from(seen.picture, 'base64') };
}

/** Lets the page crash and opens it again. */
async function crashAndReturn(stage: Stage): Promise<void> {
  // A page that is not there never answers.
  await stage.app.evaluate(({ webContents }) => {
    const [contents] = webContents.getAllWebContents();
    const isBack = new Promise<void>((resolve) => contents?.once('did-finish-load', () => resolve()));
    Object.assign(globalThis, { backInTest: isBack });
  });
  await stage.box(pressOpenAgain, crashPage(stage));
  await stage.app.evaluate(
    async () => await (globalThis as unknown as { backInTest: Promise<void> }).backInTest,
  );
}

/** A page that crashed while nothing was unsaved. */
export const cleanCrashScene: Scene = {
  name: 'crash-clean',
  situation: 'crash',
  files: opened,
  troubles: [
    {
      id: 'page-crashed-clean',
      tells: ['main.crashed.message', 'main.crashed.nothingLost'],
      when: 'A window stops working in which all work is saved',
      safe: 'Yes: in the file.',
      todo: 'Open it again.',
      meet: async (stage) => await stage.box(pressClose, crashPage(stage)),
    },
  ],
};

/** A page that crashed and is opened again, twice. */
export const returnScene: Scene = {
  name: 'return',
  situation: 'crash',
  files: opened,
  troubles: [
    {
      id: 'work-returned',
      tells: ['recovery.returned'],
      when: 'A window that stopped working is opened again',
      safe: 'Yes: in the window, as it was, and in the safety copy.',
      todo: 'Go on; look whether the last edit is there.',
      meet: async (stage) => {
        await editKept(stage, 'After a crash');
        await crashAndReturn(stage);
        return await lineOf(stage.app, 'Your work is back');
      },
    },
    {
      id: 'stopped-again',
      tells: ['recovery.stoppedAgain'],
      when: 'It stops working again at once',
      safe: kept,
      todo: 'Open it as a copy from the start screen.',
      meet: async (stage) => {
        await crashAndReturn(stage);
        return await lineOf(stage.app, 'stopped working again');
      },
    },
  ],
};

/** A page that crashed after something that could not be kept. */
export const partScene: Scene = {
  name: 'return-part',
  situation: 'crash',
  files: opened,
  troubles: [
    {
      id: 'work-returned-part',
      tells: ['recovery.returnedPart'],
      when: 'A window that stopped working is opened again, and its last edits cannot be read',
      safe: 'Yes, all but the last edits: in the window and in the safety copy.',
      todo: 'Do the last edits again.',
      meet: async (stage) => {
        await editKept(stage, 'Before something odd');
        // A change that says nothing; only the one that counts on by one is taken.
        await stage.page.evaluate(async () => {
          const about = { title: 'one', edits: 2, map: '', content: { kind: 'change' as const, text: '{}' } };
          for (let number = 0; number < 40; number += 1)
            await window.streamwright.call['recovery:keep']({ ...about, number });
        });
        await crashAndReturn(stage);
        return await lineOf(stage.app, 'edits after that could not be read');
      },
    },
  ],
};
