import { chmodSync, mkdirSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Locator } from '@playwright/test';
import { mapText } from '../../e2e/pages/documents';
import { edit } from '../saving-app';
import { dialogOf, leave, type Scene, type Shown, type Stage } from './stage';

const inWindow = 'Yes: in the window, marked as not saved, and in the safety copy on this computer.';
let edits = 0;

/** Changes the work and tries to save it. */
async function trySaving(stage: Stage): Promise<Locator> {
  edits += 1;
  await edit(stage.page, `Restore service ${String(edits)}`);
  await stage.page.keyboard.press('Control+s');
  const dialog = dialogOf(stage);
  await dialog.waitFor();
  return dialog;
}

/** Leaves what was open, makes the disk fail, and tries to save. */
const onFault =
  (order: string) =>
  async (stage: Stage): Promise<Shown> => {
    await stage.faults.arm(stage.app, order);
    return await trySaving(stage);
  };

/** Leaves the dialog before and heals the disk. */
async function goOn(stage: Stage): Promise<void> {
  await leave(stage);
  await stage.faults.arm(stage.app, 'none/0');
}

/** Tries to save under another name. */
async function saveAs(stage: Stage, target: string): Promise<Locator> {
  await stage.dialogs.nextSavePath(target);
  await stage.page.keyboard.press('Control+Shift+s');
  const dialog = dialogOf(stage);
  await dialog.waitFor();
  return dialog;
}

/** Saves that the disk refuses. */
export const savingScene: Scene = {
  name: 'saving',
  files: (documents) => [path.join(documents, 'one.vsmap')],
  troubles: [
    {
      id: 'disk-full',
      when: 'The disk has no room for the file',
      safe: inWindow,
      todo: 'Make room and press *Try again*, or save under another name on another disk.',
      meet: onFault('full/1/write'),
    },
    {
      id: 'disk-error',
      when: 'The disk reports an error while the file is written',
      safe: inWindow,
      todo: 'Save on another disk.',
      meet: async (stage) => {
        await goOn(stage);
        return await onFault('eio/1/fsync')(stage);
      },
    },
    {
      id: 'not-confirmed',
      when: 'The file is written, but the disk does not confirm that it will stay',
      safe: 'Yes: in the window, in the file, and in the safety copy.',
      todo: 'Try again, or save a copy on another disk.',
      meet: async (stage) => {
        await goOn(stage);
        return await onFault('eio/2/fsync')(stage);
      },
    },
    {
      id: 'read-only-file',
      when: 'The file is marked read-only',
      safe: inWindow,
      todo: 'Save under another name.',
      meet: async (stage) => {
        await goOn(stage);
        chmodSync(stage.file, 0o444);
        return await trySaving(stage);
      },
    },
    {
      id: 'no-permission',
      when: 'The folder takes no files of yours',
      safe: inWindow,
      todo: 'Save in another folder.',
      meet: async (stage) => {
        await leave(stage);
        chmodSync(stage.file, 0o644);
        chmodSync(stage.documents, 0o555);
        return await trySaving(stage);
      },
    },
    {
      id: 'name-is-folder',
      when: 'The chosen name belongs to a folder',
      safe: inWindow,
      todo: 'Choose another name.',
      meet: async (stage) => {
        await leave(stage);
        chmodSync(stage.documents, 0o755);
        mkdirSync(path.join(stage.documents, 'folder.vsmap'));
        return await saveAs(stage, path.join(stage.documents, 'folder.vsmap'));
      },
    },
    {
      id: 'name-too-long',
      when: 'The chosen name is too long for the disk',
      safe: inWindow,
      todo: 'Choose a shorter name.',
      meet: async (stage) => {
        await leave(stage);
        return await saveAs(stage, path.join(stage.documents, `${'long '.repeat(60)}.vsmap`));
      },
    },
    {
      id: 'link-loop',
      when: 'The chosen name is a link that leads back to itself',
      safe: inWindow,
      todo: 'Choose another name.',
      meet: async (stage) => {
        await leave(stage);
        symlinkSync('loop.vsmap', path.join(stage.documents, 'loop.vsmap'));
        return await saveAs(stage, path.join(stage.documents, 'loop.vsmap'));
      },
    },
    {
      id: 'folder-missing',
      when: 'The folder of the chosen name is gone',
      safe: inWindow,
      todo: 'Connect the disk and try again, or save in another folder.',
      meet: async (stage) => {
        await leave(stage);
        return await saveAs(stage, path.join(stage.documents, 'gone', 'one.vsmap'));
      },
    },
    {
      id: 'export-disk-full',
      when: 'An export finds no room on the disk',
      safe: 'Yes: an export never touches the map.',
      todo: 'Make room, or export to another disk.',
      meet: async (stage) => {
        await leave(stage);
        await stage.page.keyboard.press('Control+e');
        await stage.page.getByRole('radio', { name: /^SVG/ }).check();
        await stage.faults.arm(stage.app, 'full/1/write');
        await stage.dialogs.nextSavePath(path.join(stage.documents, 'one.svg'));
        await dialogOf(stage).getByRole('button', { name: 'Save…' }).click();
        const failure = dialogOf(stage).getByRole('alert');
        await failure.waitFor();
        return failure.locator('..');
      },
    },
  ],
};

const bar = ({ page }: Stage): Locator => page.getByRole('region', { name: 'The file on the disk' });

const textOf = (name: string): string => mapText(name);

/** Files that others change, move or delete while they are open here. */
export const othersScene: Scene = {
  name: 'others',
  files: (documents) => [path.join(documents, 'one.vsmap')],
  troubles: [
    {
      id: 'changed-outside',
      when: 'Somebody else changes the open file',
      safe: 'Yes: yours in the window, theirs in the file.',
      todo: 'Look at both with *Compare*, keep both, or take theirs.',
      meet: async (stage) => {
        await edit(stage.page, 'My version');
        writeFileSync(stage.file, textOf('Their version'));
        await bar(stage).waitFor();
        return bar(stage);
      },
    },
    {
      id: 'conflict',
      when: 'You save after somebody else has changed the file',
      safe: 'Yes: yours in the window, theirs in the file. Nothing was written.',
      todo: 'Choose: keep both, compare, take theirs, or overwrite.',
      meet: async (stage) => {
        await stage.page.keyboard.press('Control+s');
        await dialogOf(stage).waitFor();
        return dialogOf(stage);
      },
    },
    {
      id: 'file-moved',
      when: 'The open file gets another name',
      safe: 'Yes: in the window.',
      todo: 'Go on with the new name, or save under another one.',
      meet: async (stage) => {
        await stage.page.keyboard.press('Escape');
        await bar(stage).getByRole('button', { name: 'Take theirs' }).click();
        await bar(stage).waitFor({ state: 'detached' });
        renameSync(stage.file, path.join(stage.documents, 'renamed.vsmap'));
        await bar(stage).waitFor();
        return bar(stage);
      },
    },
    {
      id: 'file-deleted',
      when: 'The open file is deleted',
      safe: 'Yes: in the window.',
      todo: 'Save it again.',
      meet: async (stage) => {
        renameSync(path.join(stage.documents, 'renamed.vsmap'), stage.file);
        await bar(stage).waitFor({ state: 'detached' });
        rmSync(stage.file);
        await bar(stage).waitFor();
        return bar(stage);
      },
    },
    {
      id: 'file-replaced-by-folder',
      when: 'A folder takes the place of the open file',
      safe: 'Yes: in the window.',
      todo: 'Save under another name.',
      meet: async (stage) => {
        mkdirSync(stage.file);
        await bar(stage).getByText('Something else').waitFor();
        return bar(stage);
      },
    },
    {
      id: 'unreachable',
      when: 'The disk or the network drive of the open file is disconnected',
      safe: 'Yes: in the window.',
      todo: 'Connect it again, or save under another name elsewhere.',
      meet: async (stage) => {
        rmSync(stage.documents, { recursive: true });
        await bar(stage).getByText('cannot be reached').waitFor();
        return bar(stage);
      },
    },
  ],
};

/** The same file in two Streamwrights. */
export const twiceScene: Scene = {
  name: 'twice',
  files: (documents) => [path.join(documents, 'one.vsmap')],
  troubles: [
    {
      id: 'also-open',
      when: 'Another Streamwright on this computer has the same file open',
      safe: 'Yes: nothing is overwritten without a question.',
      todo: 'Close it in one of the two, or go on: whoever saves second is asked.',
      meet: async (stage) => {
        await stage.startAgain([stage.file], '-beside');
        await bar(stage).waitFor();
        return bar(stage);
      },
    },
  ],
};
