import { copyFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Locator } from '@playwright/test';
import { mapText } from '../../e2e/pages/documents';
import { answer, wayOut, writeAsOthers } from '../../e2e/pages/outside';
import { edit } from '../saving-app';
import {
  barOf,
  dialogAfter,
  dialogOf,
  leave,
  opened,
  type Scene,
  type Stage,
  type Trouble,
  whenShown,
} from './stage';

const both = 'Yes: yours in the window, theirs in the file.';

/** Saves by the keyboard. */
const saving = (stage: Stage) => (): Promise<void> => stage.page.keyboard.press('Control+s');

/** Changes the work and lets somebody else write the file; gives what the save of it is told. */
async function saveOver(stage: Stage, mine: string, theirs: string): Promise<Locator> {
  await edit(stage.page, mine);
  writeAsOthers(stage.file, theirs);
  return await dialogAfter(stage, saving(stage));
}

const changed: readonly Trouble[] = [
  {
    id: 'changed-clean',
    tells: ['conflicts.bar.changed', 'conflicts.bar.changedClean'],
    when: 'Somebody else changes the open file, and all of yours is saved',
    safe: 'Nothing of yours is at stake; undo brings the version that was opened back.',
    todo: 'Compare the two, or show theirs.',
    meet: async (stage) => {
      writeAsOthers(stage.file, 'Their version');
      return await whenShown(barOf(stage));
    },
  },
  {
    id: 'same-as-here',
    tells: ['conflicts.sameAsHere'],
    when: 'Somebody else saves just what this window shows',
    safe: 'Nothing is at stake: file and window hold the same.',
    todo: 'Nothing.',
    meet: async (stage) => {
      await wayOut(stage.page, 'Show their version').click();
      await barOf(stage).waitFor({ state: 'detached' });
      await edit(stage.page, 'The same');
      writeAsOthers(stage.file, 'The same');
      return await whenShown(stage.page.getByText('holds the same as this window'));
    },
  },
  {
    id: 'took-theirs',
    tells: ['conflicts.took'],
    when: 'You took their version while yours was not saved',
    safe: 'Undo brings your version back; it is kept among the versions, too.',
    todo: 'Go on with theirs, or undo.',
    meet: async (stage) => {
      await edit(stage.page, 'My version');
      writeAsOthers(stage.file, 'Their version');
      await wayOut(stage.page, 'Take theirs').click();
      return await whenShown(stage.page.getByText('Undo brings your version back'));
    },
  },
  {
    id: 'conflict-again',
    tells: ['conflicts.dialog.changed', 'conflicts.dialog.changedAgain'],
    when: 'The file changes once more while you are asked what shall be done',
    safe: `${both} Nothing was written.`,
    todo: 'Choose anew.',
    meet: async (stage) => {
      await saveOver(stage, 'Mine', 'Theirs');
      writeAsOthers(stage.file, 'Theirs, changed once more');
      await answer(stage.page, 'Overwrite').click();
      await dialogOf(stage).getByText('once more').waitFor();
      return dialogOf(stage);
    },
  },
  {
    id: 'compared-again',
    tells: ['conflicts.changedAgain'],
    when: 'Their version changes once more while you look at both',
    safe: `${both} Nothing was taken or written.`,
    todo: 'Look at what is new, and decide again.',
    meet: async (stage) => {
      await answer(stage.page, 'Compare').click();
      await dialogOf(stage).getByText('Comparing').waitFor();
      writeAsOthers(stage.file, 'Theirs, and changed again');
      await dialogOf(stage).getByRole('button', { name: 'Take theirs', exact: true }).click();
      return await whenShown(dialogOf(stage).getByRole('alert'));
    },
  },
  {
    id: 'compared-checksum',
    tells: ['conflicts.ofTheirs', 'fileFormat.checksumDiffers'],
    when: 'Their version does not fit its checksum',
    safe: both,
    todo: 'Look through their figures before you take them.',
    meet: async (stage) => {
      await leave(stage);
      writeFileSync(stage.file, mapText('Their version').replace('Their version', 'Their versiom'));
      await whenShown(barOf(stage));
      await wayOut(stage.page, 'Compare').click();
      return await whenShown(dialogOf(stage).getByRole('alert'));
    },
  },
  {
    id: 'theirs-damaged',
    tells: ['conflicts.notShown', 'conflicts.notShownText'],
    when: 'Their version is damaged, and you want to compare it with yours',
    safe: 'Yes: in the window; the file was left as it is.',
    todo: 'Save yours under another name, and tell whoever wrote theirs.',
    meet: async (stage) => {
      await leave(stage);
      writeFileSync(stage.file, mapText('Their version').slice(0, 400));
      await whenShown(barOf(stage));
      await wayOut(stage.page, 'Compare').click();
      return await whenShown(stage.page.getByRole('dialog', { name: 'Their version cannot be shown' }));
    },
  },
];

/** Takes the open file away and puts it back on a disk that cannot be flushed. */
async function putBackUnconfirmed(stage: Stage): Promise<void> {
  const away = path.join(stage.documents, '..', 'away.vsmap');
  renameSync(stage.file, away);
  await whenShown(barOf(stage));
  await stage.faults.arm(stage.app, 'eio/1/fsync');
  renameSync(away, stage.file);
}

const doubted: readonly Trouble[] = [
  {
    id: 'back-unconfirmed',
    tells: ['conflicts.backUnconfirmed'],
    when: 'The open file was put back, and the disk does not confirm that it will stay',
    safe: 'Yes: in the window, marked as not saved, and in the file as far as its disk keeps it.',
    todo: 'Save it again, or save a copy on another disk.',
    meet: async (stage) => {
      await putBackUnconfirmed(stage);
      return await whenShown(stage.page.getByText('is back, but the disk did not confirm'));
    },
  },
  {
    id: 'back-unconfirmed-changed',
    tells: ['conflicts.backUnconfirmedDirty'],
    when: 'The open file was put back while your last changes were in the window alone, and the disk does not confirm that it will stay',
    safe: 'Yes: in the window, marked as not saved. The file is as it was before your last changes.',
    todo: 'Save it again, or save a copy on another disk.',
    meet: async (stage) => {
      await stage.faults.arm(stage.app, 'none/1');
      await stage.page.keyboard.press('Control+s');
      await stage.page.getByText('Saved', { exact: true }).first().waitFor();
      await edit(stage.page, 'My last change');
      await putBackUnconfirmed(stage);
      return await whenShown(stage.page.getByText('is back without your last changes'));
    },
  },
];

/** Files that others take away and put back on a disk that may not keep them. */
export const doubtedScene: Scene = {
  name: 'doubted',
  situation: 'others',
  files: opened,
  troubles: doubted,
};

/** Files that others change while they are open here, and what is said on the ways out. */
export const conflictScene: Scene = {
  name: 'conflicts',
  situation: 'others',
  files: opened,
  troubles: changed,
};

const gone: readonly Trouble[] = [
  {
    id: 'saved-gone',
    tells: [
      'conflicts.dialog.gone',
      'conflicts.dialog.goneText',
      'conflicts.dialog.again',
      'conflicts.dialog.as',
    ],
    when: 'You save after the file was deleted or moved away',
    safe: 'Yes: in the window. Nothing was written.',
    todo: 'Save it again there, or elsewhere.',
    meet: async (stage) => {
      rmSync(stage.file);
      await whenShown(barOf(stage));
      return await dialogAfter(stage, saving(stage));
    },
  },
  {
    id: 'saved-moved',
    tells: ['conflicts.dialog.gone', 'conflicts.dialog.goneText', 'conflicts.dialog.follow'],
    when: 'You save after the file got another name',
    safe: 'Yes: in the window. Nothing was written.',
    todo: 'Go on with the file under its new name, or save under the old one.',
    meet: async (stage) => {
      await answer(stage.page, 'Save it again there').click();
      await barOf(stage).waitFor({ state: 'detached' });
      renameSync(stage.file, path.join(stage.documents, 'renamed.vsmap'));
      await whenShown(barOf(stage));
      return await dialogAfter(stage, saving(stage));
    },
  },
  {
    id: 'followed',
    tells: ['conflicts.following'],
    when: 'You went on with the file under its new name',
    safe: 'Nothing is at stake: the file holds what the window shows.',
    todo: 'Nothing.',
    meet: async (stage) => {
      await leave(stage);
      await wayOut(stage.page, 'Go on with “renamed.vsmap”').click();
      return await whenShown(stage.page.getByText('This window goes on with'));
    },
  },
  {
    id: 'copied-away',
    tells: ['conflicts.bar.copied', 'conflicts.bar.copiedText'],
    when: 'The open file is gone, and another file with its content has come',
    safe: 'Yes: in the window.',
    todo: 'Save it again there, or go on with the other file.',
    meet: async (stage) => {
      const file = path.join(stage.documents, 'renamed.vsmap');
      copyFileSync(file, path.join(stage.documents, 'copy.vsmap'));
      rmSync(file);
      return await whenShown(barOf(stage));
    },
  },
  {
    id: 'saved-copied',
    tells: ['conflicts.dialog.gone', 'conflicts.dialog.followCopy'],
    when: 'You save after the file is gone, and another file with its content has come',
    safe: 'Yes: in the window. Nothing was written.',
    todo: 'Save it again there, or into the other file.',
    meet: async (stage) => await dialogAfter(stage, saving(stage)),
  },
  {
    id: 'not-followed',
    tells: ['dialogs.saveFailed', 'main.refused.notThere'],
    when: 'You go on with a file under its new name, and it holds something else by then',
    safe: 'Yes: in the window. Nothing was written.',
    todo: 'Save under another name, or look at what the message above the page says now.',
    meet: async (stage) => {
      await leave(stage);
      const follow = wayOut(stage.page, 'Go on with “copy.vsmap”');
      writeFileSync(path.join(stage.documents, 'copy.vsmap'), mapText('Of somebody else'));
      await follow.dispatchEvent('click');
      return await whenShown(dialogOf(stage));
    },
  },
];

/** Files that others move or delete while they are open here, and what is said on the ways out. */
export const goneScene: Scene = { name: 'gone', situation: 'others', files: opened, troubles: gone };
