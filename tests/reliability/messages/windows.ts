import { chmodSync, existsSync, mkdirSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { journalsIn, saveByMenu } from '../../e2e/pages/documents';
import { edit, until } from '../saving-app';
import { dialogOf, type Scene, type Stage, type Trouble } from './stage';

const kept = 'Yes: in the safety copy on this computer, until you save or discard it.';
const one = (documents: string): readonly string[] => [path.join(documents, 'one.vsmap')];

/** Changes the work and waits until its safety copy is on the disk. */
async function editKept(stage: Stage, name: string): Promise<void> {
  await edit(stage.page, name);
  await until('a safety copy', () => journalsIn(path.join(stage.profile, 'recovery')) > 0);
}

/** Makes the page of the first window crash, as a fault in it would. */
const crashPage = (stage: Stage) => async (): Promise<unknown> =>
  await stage.app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer(),
  );

/** A page that crashed or hangs. */
export const crashScene: Scene = {
  name: 'crash',
  files: one,
  troubles: [
    {
      id: 'page-crashed',
      when: 'A window stops working',
      safe: kept,
      todo: 'Open it again: the work is shown as it was.',
      meet: async (stage) => {
        await editKept(stage, 'After a crash');
        return await stage.box(0, crashPage(stage));
      },
    },
  ],
};

/** A page that does not answer. */
export const hangScene: Scene = {
  name: 'hang',
  files: one,
  troubles: [
    {
      id: 'page-hangs',
      when: 'A window does not respond',
      safe: kept,
      todo: 'Wait a while; if nothing happens, open it again.',
      meet: async (stage) => {
        await editKept(stage, 'After a hang');
        return await stage.box(0, async () => {
          await stage.app.evaluate(({ BrowserWindow }) => {
            BrowserWindow.getAllWindows()[0]?.webContents.emit('unresponsive');
          });
        });
      },
    },
    {
      id: 'drawing-failed',
      when: 'Drawing the window fails',
      safe: kept,
      todo: 'Press *Begin again*.',
      meet: async ({ page }) => {
        await page.evaluate(() => {
          const tabs = [...document.querySelectorAll<HTMLElement>('[role=tab]')];
          const outline = tabs.find((tab) => tab.textContent === 'Outline');
          // Everything that is drawn is looked up in tables: nothing can be drawn any more.
          Object.hasOwn = () => {
            throw new TypeError('nothing can be looked up');
          };
          outline?.click();
        });
        const broken = page.getByRole('main').filter({ hasText: 'This window has stopped' });
        await broken.waitFor();
        return broken;
      },
    },
  ],
};

/** Work that is found at the next start. */
export const lostScene: Scene = {
  name: 'lost',
  files: one,
  troubles: [
    {
      id: 'lost-work',
      when: 'The app or the computer stopped before the work was saved: the start screen offers it',
      safe: kept,
      todo: 'Open the copy, or compare it with the file, or discard it.',
      meet: async (stage) => {
        await editKept(stage, 'Before the power failed');
        await stage.crash();
        const { page } = await stage.startAgain();
        const offer = page.getByRole('region', { name: 'Work that was not saved' });
        await offer.waitFor();
        return offer;
      },
    },
  ],
};

/** Lost work on a file that is opened directly. */
export const besideScene: Scene = {
  name: 'beside',
  files: one,
  troubles: [
    {
      id: 'lost-work-beside',
      when: 'You open a file on which there is unsaved work',
      safe: 'Yes: in the safety copy; the file is as it was last saved.',
      todo: 'Open the copy, compare, or leave it for later.',
      meet: async (stage) => {
        await editKept(stage, 'Before the power failed');
        await stage.crash();
        const again = await stage.startAgain([stage.file]);
        await dialogOf(again).waitFor();
        return dialogOf(again);
      },
    },
  ],
};

/** Unsaved work that is about to be given up. */
export const discardScene: Scene = {
  name: 'discard',
  files: one,
  troubles: [
    {
      id: 'discard-work',
      when: 'You discard unsaved work',
      safe: 'A saved file is not touched; the unsaved work goes for good.',
      todo: 'Keep it unless you are sure.',
      meet: async (stage) => {
        await editKept(stage, 'Not needed any more');
        await stage.crash();
        const again = await stage.startAgain();
        await again.page
          .getByRole('button', { name: /^Discard/ })
          .first()
          .click();
        await dialogOf(again).waitFor();
        return dialogOf(again);
      },
    },
  ],
};

/** A computer that takes no safety copy. */
export const noCopyScene: Scene = {
  name: 'no-copy',
  files: one,
  troubles: [
    {
      id: 'no-safety-copy',
      when: 'No safety copy of unsaved work can be written',
      safe: 'Only in the window: save it now.',
      todo: 'Save the work.',
      meet: async (stage) => {
        const recovery = path.join(stage.profile, 'recovery');
        if (!existsSync(recovery)) mkdirSync(recovery);
        for (const name of readdirSync(recovery)) chmodSync(path.join(recovery, name), 0o500);
        chmodSync(recovery, 0o500);
        await edit(stage.page, 'Only in the window');
        const told = stage.page.getByText('Save your work now', { exact: false }).first();
        await told.waitFor();
        return told;
      },
    },
  ],
};

/** A folder of settings that cannot be written. */
export const noProfileScene: Scene = {
  name: 'no-profile',
  files: one,
  profile: (profile) => mkdirSync(profile, { mode: 0o555 }),
  troubles: [
    {
      id: 'profile-not-writable',
      when: 'The folder of settings and safety copies cannot be written',
      safe: 'Saved maps are; unsaved work is in the window alone.',
      todo: 'Work as ever and save often; the tip of the message tells more.',
      meet: async ({ page }) => {
        const told = page.getByText('safety copies last until').first();
        await told.waitFor();
        return told;
      },
    },
  ],
};

const questions: readonly Trouble[] = [
  {
    id: 'close-unsaved',
    when: 'You close a window with unsaved work',
    safe: 'As long as you do not choose *Don’t save*.',
    todo: 'Save, or cancel.',
    meet: async (stage) => {
      await edit(stage.page, 'Not saved yet');
      return await stage.box(2, async () => {
        await stage.page.getByRole('button', { name: 'Close', exact: true }).click();
      });
    },
  },
  {
    id: 'replace-file',
    when: 'The ending .vsmap is added to a name, and that file exists',
    safe: 'Both are safe until you press *Replace*; then the content of the other file goes.',
    todo: 'Cancel and choose another name, or replace it.',
    meet: async (stage) => {
      await stage.dialogs.nextSavePath(path.join(stage.documents, 'one'));
      return await stage.box(1, async () => {
        await stage.page.keyboard.press('Control+Shift+s');
      });
    },
  },
  {
    id: 'hard-link',
    when: 'The file had a second name on the disk (a hard link)',
    safe: 'Yes: the work is saved; the second name keeps the version before.',
    todo: 'Nothing, or save under the second name as well.',
    meet: async (stage) => {
      await stage.page.keyboard.press('Escape');
      const { linkSync } = await import('node:fs');
      linkSync(stage.file, path.join(stage.documents, 'second.vsmap'));
      await saveByMenu(stage.page);
      const told = stage.page.getByText('a second name on this disk', { exact: false }).first();
      await told.waitFor();
      return told;
    },
  },
];

/** Questions before something could be lost, and what is said after a save. */
export const questionScene: Scene = { name: 'questions', files: one, troubles: questions };
