import { chmodSync, mkdirSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { mapFile } from '../../e2e/pages/documents';
import { goOn, inWindow, onFault, saveAs, trySaving } from './save-ways';
import { leave, opened, type Scene } from './stage';

/** Saves that the disk refuses. */
export const savingScene: Scene = {
  name: 'saving',
  situation: 'saving',
  files: opened,
  troubles: [
    {
      id: 'disk-full',
      tells: ['dialogs.saveFailed', 'files.notSaved.disk-full', 'saveTrouble.safe'],
      when: 'The disk has no room for the file',
      safe: inWindow,
      todo: 'Make room and press *Try again*, or save under another name on another disk.',
      meet: onFault('full/1/write'),
    },
    {
      id: 'disk-error',
      tells: ['dialogs.saveFailed', ['files.notSaved.io-error', 'one.vsmap', 'EIO'], 'saveTrouble.safe'],
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
      tells: ['files.unconfirmed', 'saveTrouble.safe'],
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
      tells: ['files.notSaved.read-only-file', 'saveTrouble.safe'],
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
      tells: ['files.notSaved.no-permission', 'saveTrouble.safe'],
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
      tells: ['files.notSaved.not-a-file'],
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
      tells: ['files.notSaved.name-too-long'],
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
      tells: ['files.notSaved.link-loop'],
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
      id: 'open-elsewhere',
      tells: ['main.refused.openElsewhere'],
      when: 'The chosen file is open in another window',
      safe: 'Yes: neither file was touched, and your work is in its window.',
      todo: 'Choose another name, or go on in the other window.',
      meet: async (stage) => {
        await leave(stage);
        const other = mapFile(stage.documents, 'two.vsmap', 'Another map');
        await stage.dialogs.nextOpenPath(other);
        const [window] = await Promise.all([
          stage.app.waitForEvent('window'),
          stage.page.keyboard.press('Control+o'),
        ]);
        await window.getByLabel('Name of the stream').waitFor();
        return await saveAs(stage, other);
      },
    },
    {
      id: 'folder-missing',
      tells: ['files.notSaved.folder-missing'],
      when: 'The folder of the chosen name is gone',
      safe: inWindow,
      todo: 'Connect the disk and try again, or save in another folder.',
      meet: async (stage) => {
        await leave(stage);
        return await saveAs(stage, path.join(stage.documents, 'gone', 'one.vsmap'));
      },
    },
  ],
};
