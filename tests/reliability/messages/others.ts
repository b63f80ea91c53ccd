import { mkdirSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { barOf, dialogAfter, editBoth, opened, type Scene, whenShown } from './stage';

/** Files that others change, move or delete while they are open here. */
export const othersScene: Scene = {
  name: 'others',
  situation: 'others',
  files: opened,
  troubles: [
    {
      id: 'changed-outside',
      tells: ['conflicts.bar.changed', 'conflicts.bar.changedDirty'],
      when: 'Somebody else changes the open file',
      safe: 'Yes: yours in the window, theirs in the file.',
      todo: 'Look at both with *Compare*, keep both, or take theirs.',
      meet: async (stage) => {
        await editBoth(stage, 'My version', 'Their version');
        return await whenShown(barOf(stage));
      },
    },
    {
      id: 'conflict',
      tells: [
        'conflicts.dialog.changed',
        'conflicts.dialog.changedText',
        'conflicts.dialog.keepBoth',
        'conflicts.dialog.compare',
        'conflicts.dialog.take',
        'conflicts.dialog.overwrite',
      ],
      when: 'You save after somebody else has changed the file',
      safe: 'Yes: yours in the window, theirs in the file. Nothing was written.',
      todo: 'Choose: keep both, compare, take theirs, or overwrite.',
      meet: async (stage) => await dialogAfter(stage, () => stage.page.keyboard.press('Control+s')),
    },
    {
      id: 'file-moved',
      tells: ['conflicts.bar.moved', 'conflicts.bar.movedText'],
      when: 'The open file gets another name',
      safe: 'Yes: in the window.',
      todo: 'Go on with the new name, or save under another one.',
      meet: async (stage) => {
        await stage.page.keyboard.press('Escape');
        await barOf(stage).getByRole('button', { name: 'Take theirs' }).click();
        await barOf(stage).waitFor({ state: 'detached' });
        renameSync(stage.file, path.join(stage.documents, 'renamed.vsmap'));
        return await whenShown(barOf(stage));
      },
    },
    {
      id: 'file-back',
      tells: ['conflicts.backAgain'],
      when: 'The open file is again as it was: its name is back, or the change was taken back',
      safe: 'Nothing is at stake any more: file and window hold the same.',
      todo: 'Nothing: the message above the page has gone by itself.',
      meet: async (stage) => {
        renameSync(path.join(stage.documents, 'renamed.vsmap'), stage.file);
        await barOf(stage).waitFor({ state: 'detached' });
        return await whenShown(stage.page.getByText('as this window knows it'));
      },
    },
    {
      id: 'file-deleted',
      tells: ['conflicts.bar.deleted', 'conflicts.bar.deletedText'],
      when: 'The open file is deleted',
      safe: 'Yes: in the window.',
      todo: 'Save it again.',
      meet: async (stage) => {
        rmSync(stage.file);
        return await whenShown(barOf(stage));
      },
    },
    {
      id: 'file-replaced-by-folder',
      tells: ['conflicts.bar.notAFile', 'conflicts.bar.notAFileText'],
      when: 'A folder takes the place of the open file',
      safe: 'Yes: in the window.',
      todo: 'Save under another name.',
      meet: async (stage) => {
        mkdirSync(stage.file);
        await barOf(stage).getByText('Something else').waitFor();
        return barOf(stage);
      },
    },
    {
      id: 'unreachable',
      tells: ['conflicts.bar.unreachable', 'conflicts.bar.unreachableText'],
      when: 'The disk or the network drive of the open file is disconnected',
      safe: 'Yes: in the window.',
      todo: 'Connect it again, or save under another name elsewhere.',
      meet: async (stage) => {
        rmSync(stage.documents, { recursive: true });
        await barOf(stage).getByText('cannot be reached').waitFor();
        return barOf(stage);
      },
    },
  ],
};

/** The same file in two Streamwrights. */
export const twiceScene: Scene = {
  name: 'twice',
  situation: 'others',
  files: opened,
  troubles: [
    {
      id: 'also-open',
      tells: ['conflicts.bar.alsoOpen', 'conflicts.bar.alsoOpenText'],
      when: 'Another Streamwright on this computer has the same file open',
      safe: 'Yes: nothing is overwritten without a question.',
      todo: 'Close it in one of the two, or go on: whoever saves second is asked.',
      meet: async (stage) => {
        await stage.startAgain([stage.file], '-beside');
        return await whenShown(barOf(stage));
      },
    },
  ],
};
