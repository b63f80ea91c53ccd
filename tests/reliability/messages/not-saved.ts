import { chmodSync, existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { mapFile, mapText } from '../../e2e/pages/documents';
import { claimAsOthers } from '../../e2e/pages/outside';
import { edit, until } from '../saving-app';
import { breakOwn, editAnew, goOn, inWindow, meanwhile, onFault, saveAs, trySaving } from './save-ways';
import {
  dialogAfter,
  dialogOf,
  leave,
  opened,
  type Scene,
  type Shown,
  type Stage,
  type Trouble,
  whenShown,
} from './stage';

const disks: readonly Trouble[] = [
  {
    id: 'read-only-disk',
    tells: ['files.notSaved.read-only-disk', 'saveTrouble.safe'],
    when: 'The whole disk is read-only: a card with its lock on, a share to read from',
    safe: inWindow,
    todo: 'Save on another disk.',
    meet: onFault('erofs/1/create'),
  },
  {
    id: 'bad-name',
    tells: ['files.notSaved.bad-name', 'saveTrouble.safe'],
    when: 'The disk does not accept the chosen name, as a memory stick refuses a colon',
    safe: inWindow,
    todo: 'Choose another name.',
    meet: async (stage) => {
      await goOn(stage);
      await stage.faults.arm(stage.app, 'einval/1/create');
      return await saveAs(stage, path.join(stage.documents, 'Restore: first try.vsmap'));
    },
  },
  {
    id: 'busy',
    tells: ['files.notSaved.busy', 'saveTrouble.safe'],
    when: 'Another program is using the file and does not let go of it',
    safe: inWindow,
    todo: 'Close it there and try again, or save under another name.',
    meet: async (stage) => {
      await goOn(stage);
      const claim = claimAsOthers(stage.file);
      const shown = await trySaving(stage);
      rmSync(claim);
      return shown;
    },
  },
];

/** *Save as* with a file, while another program does something to it. */
const savingAs =
  (fileIn: (stage: Stage) => string, others: (file: string) => void) =>
  async (stage: Stage): Promise<Shown> => {
    await goOn(stage);
    const file = fileIn(stage);
    await stage.dialogs.nextSavePath(file);
    await meanwhile(stage, {
      at: '1/create',
      act: () => stage.page.keyboard.press('Control+Shift+s'),
      others: () => others(file),
    });
    return await whenShown(dialogOf(stage));
  };

/** Other programs that come in between. */
const inBetween: readonly Trouble[] = [
  {
    id: 'taken-away',
    tells: ['files.notSaved.missing', 'saveTrouble.safe'],
    when: 'Another program takes the unfinished file away while it is written',
    safe: inWindow,
    todo: 'Try again.',
    meet: async (stage) => {
      await leave(stage);
      const { documents, page } = stage;
      await editAnew(stage);
      await meanwhile(stage, {
        at: '1/rename',
        act: () => page.keyboard.press('Control+s'),
        others: () => {
          for (const name of readdirSync(documents).filter((each) => each.startsWith('.~')))
            rmSync(path.join(documents, name));
        },
      });
      return await whenShown(dialogOf(stage));
    },
  },
  {
    id: 'name-taken',
    tells: ['files.conflict.exists', 'saveTrouble.safe'],
    when: 'Another program makes a file of the chosen name while yours is written',
    safe: inWindow,
    todo: 'Choose another name.',
    meet: savingAs(
      ({ documents }) => path.join(documents, 'new.vsmap'),
      (file) => writeFileSync(file, mapText('Of somebody else')),
    ),
  },
  {
    id: 'replaced-changed',
    tells: ['files.conflict.changed', 'saveTrouble.safe'],
    when: 'Another program changes the file that you replace, while yours is written',
    safe: inWindow,
    todo: 'Try again, or choose another name.',
    meet: savingAs(
      ({ documents }) => mapFile(documents, 'old.vsmap', 'An old map'),
      (file) => writeFileSync(file, mapText('Of somebody else')),
    ),
  },
  {
    id: 'replaced-gone',
    tells: ['files.conflict.deleted', 'saveTrouble.safe'],
    when: 'Another program deletes the file that you replace, while yours is written',
    safe: inWindow,
    todo: 'Try again, or choose another name.',
    meet: savingAs(
      ({ documents }) => mapFile(documents, 'older.vsmap', 'An older map'),
      (file) => rmSync(file),
    ),
  },
  {
    id: 'save-failed-inside',
    tells: ['saveTrouble.unexpected', 'saveTrouble.safe'],
    when: 'Something goes wrong inside Streamwright while the file is saved',
    safe: inWindow,
    todo: 'Try again, or save under another name.',
    meet: async (stage) => {
      await goOn(stage);
      const mend = await breakOwn(stage);
      const shown = await trySaving(stage);
      await mend();
      return shown;
    },
  },
];

/** Further saves that the disk refuses, or that others come between. */
export const notSavedScene: Scene = {
  name: 'not-saved',
  situation: 'saving',
  files: opened,
  troubles: [...disks, ...inBetween],
};

/** A save that fails on a computer that takes no safety copy. */
export const onlyHereScene: Scene = {
  name: 'only-here',
  situation: 'copies',
  files: opened,
  troubles: [
    {
      id: 'no-copy-mark',
      tells: ['saveTrouble.noCopy'],
      when: 'As long as there is no safety copy of unsaved work, the foot of the window says so',
      safe: 'Only in the window: save it.',
      todo: 'Save the work; the mark goes by itself.',
      meet: async ({ page, profile }) => {
        const recovery = path.join(profile, 'recovery');
        if (!existsSync(recovery)) mkdirSync(recovery);
        for (const name of readdirSync(recovery)) chmodSync(path.join(recovery, name), 0o500);
        chmodSync(recovery, 0o500);
        await edit(page, 'Only in the window');
        return await whenShown(page.getByText('No safety copy of unsaved edits'));
      },
    },
    {
      id: 'not-saved-no-copy',
      tells: ['files.notSaved.disk-full', 'saveTrouble.onlyHere'],
      when: 'A save fails, and no safety copy can be written either',
      safe: 'Yes, as long as the window stays open: the work is in the window, and only there.',
      todo: 'Leave the window open, make room and try again, or save on another disk.',
      meet: async (stage) => {
        await stage.faults.arm(stage.app, 'full/1/write');
        return await dialogAfter(stage, () => stage.page.keyboard.press('Control+s'));
      },
    },
  ],
};

/** Settings that the disk does not take. */
export const settingsScene: Scene = {
  name: 'settings',
  situation: 'copies',
  files: opened,
  troubles: [
    {
      id: 'settings-not-kept',
      tells: ['saveTrouble.settings'],
      when: 'A setting is made, and the disk of your user folder does not take it',
      safe: 'Yes: maps are not touched by that; the setting holds until Streamwright ends.',
      todo: 'Make room on that disk; the next setting is tried with those before.',
      meet: async ({ page, profile }) => {
        await until('the settings', () => existsSync(path.join(profile, 'settings.json')));
        chmodSync(profile, 0o555);
        await page.keyboard.press('Control+,');
        await page.getByRole('dialog').getByRole('button', { name: 'Dark' }).click();
        return await whenShown(page.getByText('Settings and the list of recent files cannot be kept'));
      },
    },
  ],
};
