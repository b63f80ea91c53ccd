import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { saveByMenu } from '../../e2e/pages/documents';
import { edit, until } from '../saving-app';
import {
  afterPowerCut,
  dialogAfter,
  dialogOf,
  editKept,
  leave,
  opened,
  type Scene,
  whenShown,
  type Stage,
  type Trouble,
} from './stage';

const kept = 'Yes: in the safety copy on this computer, until you save or discard it.';
/** What all safety copies hold. */
function textIn(recovery: string): string {
  if (!existsSync(recovery)) return '';
  return readdirSync(recovery, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.name.endsWith('.journal'))
    .map((entry) => readFileSync(path.join(entry.parentPath, entry.name), 'utf8'))
    .join('');
}

/** Makes the page of the first window crash, as a fault in it would. */
export const crashPage = (stage: Stage) => async (): Promise<unknown> =>
  await stage.app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer(),
  );

/** A page that crashed or hangs. */
export const crashScene: Scene = {
  name: 'crash',
  situation: 'crash',
  files: opened,
  troubles: [
    {
      id: 'page-crashed',
      tells: ['main.crashed.message', 'main.crashed.detail'],
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
  situation: 'crash',
  files: opened,
  troubles: [
    {
      id: 'page-hangs',
      tells: ['main.unresponsive.message', 'main.unresponsive.detail'],
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
      tells: ['dialogs.broken.title', 'dialogs.broken.text'],
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
        return await whenShown(broken);
      },
    },
  ],
};

/** Work that is found at the next start. */
export const lostScene: Scene = {
  name: 'lost',
  situation: 'crash',
  files: opened,
  troubles: [
    {
      id: 'lost-work',
      tells: ['recovery.title', 'recovery.description'],
      when: 'The app or the computer stopped before the work was saved: the start screen offers it',
      safe: kept,
      todo: 'Open the copy, or compare it with the file, or discard it.',
      meet: async (stage) => {
        const { page } = await afterPowerCut(stage);
        return await whenShown(page.getByRole('region', { name: 'Work that was not saved' }));
      },
    },
  ],
};

/** Lost work on a file that is opened directly. */
export const besideScene: Scene = {
  name: 'beside',
  situation: 'crash',
  files: opened,
  troubles: [
    {
      id: 'lost-work-beside',
      tells: ['recovery.beside.title', 'recovery.beside.description', 'recovery.beside.laterHint'],
      when: 'You open a file on which there is unsaved work',
      safe: 'Yes: in the safety copy; the file is as it was last saved.',
      todo: 'Open the copy, compare, or leave it for later.',
      meet: async (stage) => await whenShown(dialogOf(await afterPowerCut(stage, [stage.file]))),
    },
  ],
};

/** A text that was being typed when the app ended. */
export const typedScene: Scene = {
  name: 'typed',
  situation: 'crash',
  files: opened,
  troubles: [
    {
      id: 'typed-text',
      tells: ['recovery.typed.title', 'recovery.typed.descriptionWithPlace'],
      when: 'The app or the computer stopped while you were typing into a field',
      safe: 'It stands in this dialog until you close that; then it is gone.',
      todo: 'Put it back by one click, or copy it.',
      meet: async (stage) => {
        const { page, profile } = stage;
        await page.getByRole('textbox', { name: 'Purpose' }).pressSequentially('A user can work again,');
        const recovery = path.join(profile, 'recovery');
        await until('the text in the safety copy', () =>
          textIn(recovery).includes('"text":"A user can work again,"'),
        );
        await stage.crash();
        const again = await stage.startAgain();
        const open = again.page.getByRole('button', { name: 'Open the copy' });
        return await dialogAfter(again, () => open.click());
      },
    },
  ],
};

/** Unsaved work that is about to be given up. */
export const discardScene: Scene = {
  name: 'discard',
  situation: 'crash',
  files: opened,
  troubles: [
    {
      id: 'discard-work',
      tells: ['recovery.discarding.title', 'recovery.discarding.description'],
      when: 'You discard unsaved work',
      safe: 'A saved file is not touched; the unsaved work goes for good.',
      todo: 'Keep it unless you are sure.',
      meet: async (stage) => {
        const again = await afterPowerCut(stage);
        const discard = again.page.getByRole('button', { name: /^Discard/ }).first();
        return await dialogAfter(again, () => discard.click());
      },
    },
  ],
};

/** A computer that takes no safety copy. */
export const noCopyScene: Scene = {
  name: 'no-copy',
  situation: 'copies',
  files: opened,
  troubles: [
    {
      id: 'no-safety-copy',
      tells: ['recovery.notKept'],
      when: 'No safety copy of unsaved work can be written',
      safe: 'Only in the window: save it now.',
      todo: 'Save the work.',
      meet: async (stage) => {
        const recovery = path.join(stage.profile, 'recovery');
        if (!existsSync(recovery)) mkdirSync(recovery);
        for (const name of readdirSync(recovery)) chmodSync(path.join(recovery, name), 0o500);
        chmodSync(recovery, 0o500);
        await edit(stage.page, 'Only in the window');
        return await whenShown(stage.page.getByText('Save your work now', { exact: false }));
      },
    },
  ],
};

/** A folder of settings that cannot be written. */
export const noProfileScene: Scene = {
  name: 'no-profile',
  situation: 'copies',
  files: opened,
  profile: (profile) => mkdirSync(profile, { mode: 0o555 }),
  troubles: [
    {
      id: 'profile-not-writable-said',
      tells: ['saveTrouble.noProfileLong'],
      when: 'The app starts, and the folder of settings and safety copies cannot be written',
      safe: 'Saved maps are; unsaved work is in the window alone.',
      todo: 'Save often, and let whoever cares for this computer look at the folder.',
      meet: async ({ page }) =>
        await whenShown(page.getByText('cannot be written. Maps can', { exact: false })),
    },
    {
      id: 'profile-not-writable',
      tells: ['saveTrouble.noProfile'],
      when: 'The folder of settings and safety copies cannot be written',
      safe: 'Saved maps are; unsaved work is in the window alone.',
      todo: 'Work as ever and save often; the tip of the message tells more.',
      meet: async ({ page }) => {
        return await whenShown(page.getByText('safety copies last until'));
      },
    },
  ],
};

const questions: readonly Trouble[] = [
  {
    id: 'save-first',
    tells: ['dialogs.unsaved.title', 'dialogs.unsaved.description'],
    when: 'A table or a diagram that comes in as a new map would take the place of unsaved work',
    safe: 'As long as you do not choose *Do not save*.',
    todo: 'Save, or cancel.',
    meet: async (stage) => {
      await edit(stage.page, 'Not saved yet');
      await stage.dialogs.nextOpenPath(path.resolve('examples/it-incident-response.json'));
      await dialogAfter(stage, () => stage.page.keyboard.press('Control+i'));
      await stage.page.keyboard.press('Enter');
      return await whenShown(stage.page.getByRole('dialog', { name: 'Save your work first?' }));
    },
  },
  {
    id: 'close-unsaved',
    tells: ['main.close.question', 'main.close.detail'],
    when: 'You close a window with unsaved work',
    safe: 'As long as you do not choose *Don’t save*.',
    todo: 'Save, or cancel.',
    meet: async (stage) => {
      await leave(stage);
      return await stage.box(2, async () => {
        await stage.page.getByRole('button', { name: 'Close', exact: true }).click();
      });
    },
  },
  {
    id: 'replace-file',
    tells: ['main.replace.question', 'main.replace.detailKept'],
    when: 'The ending .vsmap is added to a name, and that file exists',
    safe: 'Yes: both are safe until you press *Replace*; then what the other file held is kept among its versions, where versions are kept.',
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
    tells: ['files.linksSeparated'],
    when: 'The file had a second name on the disk (a hard link)',
    safe: 'Yes: the work is saved; the second name keeps the version before.',
    todo: 'Nothing, or save under the second name as well.',
    meet: async (stage) => {
      await stage.page.keyboard.press('Escape');
      const { linkSync } = await import('node:fs');
      linkSync(stage.file, path.join(stage.documents, 'second.vsmap'));
      await saveByMenu(stage.page);
      return await whenShown(stage.page.getByText('a second name on this disk', { exact: false }));
    },
  },
];

/** Questions before something could be lost, and what is said after a save. */
export const questionScene: Scene = {
  name: 'questions',
  situation: 'closing',
  files: opened,
  troubles: questions,
};
