import { truncateSync } from 'node:fs';
import { mapText, saveByMenu } from '../../e2e/pages/documents';
import { edit } from '../saving-app';
import { damaged } from './damaged';
import { dialogAfter, dialogOf, opened, type Scene, whenShown } from './stage';

/** A damaged file in the place of the one that is open. */
export const damagedHereScene: Scene = {
  name: 'damaged-here',
  situation: 'opening',
  files: opened,
  troubles: [
    {
      id: 'damaged-here',
      tells: ['damaged.title', 'damaged.workHere'],
      when: 'You go back to the saved file, and that is damaged now',
      safe: 'Yes: the work in the window is not touched.',
      todo: 'Save the work under another name.',
      meet: async (stage) => {
        await edit(stage.page, 'My work');
        truncateSync(stage.file, 700);
        await stage.page.getByRole('menuitem', { name: 'File' }).click();
        return await dialogAfter(stage, () =>
          stage.page.getByRole('menuitem', { name: 'Revert to the saved file' }).click(),
        );
      },
    },
  ],
};

/** A file without anything in it, of which a version is kept. */
export const nothingLeftScene: Scene = {
  name: 'nothing-left',
  situation: 'opening',
  files: opened,
  troubles: [
    {
      id: 'damaged-nothing',
      tells: ['damaged.nothing', 'damaged.version', 'damaged.asCopy'],
      when: 'Nothing of the file can be read, and an earlier version of it is kept',
      safe: 'Yes: the version is whole, and the file is left as it is.',
      todo: 'Open the last good version.',
      meet: async (stage) => {
        await edit(stage.page, 'Restore service at night');
        await saveByMenu(stage.page);
        await stage.page.getByText('Saved', { exact: true }).first().waitFor();
        await stage.crash();
        truncateSync(stage.file, 0);
        return await whenShown(dialogOf(await stage.startAgain([stage.file])));
      },
    },
  ],
};

/** Files out of which nothing can be recovered. */
export const hopelessScene: Scene = {
  name: 'hopeless',
  situation: 'opening',
  troubles: [
    {
      id: 'open-not-json',
      tells: ['fileFormat.notJson', 'dialogs.openFailed'],
      when: 'The text of the file cannot be understood',
      safe: 'Nothing is at stake: the file is only read.',
      todo: 'Check whether it is the right file; else look for another copy of it.',
      meet: damaged('words.vsmap', () => 'Minutes of the meeting'),
    },
    {
      id: 'open-too-deep',
      tells: ['fileFormat.tooDeep'],
      when: 'The contents of the file stand inside each other without end',
      safe: 'Nothing is at stake: the file is only read.',
      todo: 'Check whether it is the right file.',
      meet: damaged('deep.vsmap', () => '['.repeat(1_000_000)),
    },
    {
      id: 'open-invalid',
      tells: ['fileFormat.invalid', 'fileFormat.expected.version', 'damaged.noneLeft'],
      when: 'The file is one of ours, but holds nothing of a map',
      safe: 'Yes: the file is left as it is.',
      todo: 'Look for another copy of it.',
      meet: damaged('bare.vsmap', () => '{"format":"vsmap","version":"one"}'),
    },
    {
      id: 'open-damaged-too-large',
      tells: ['damaged.tooLarge'],
      when: 'The file is damaged, and too large to be gone through',
      safe: 'Yes: the file is left as it is.',
      todo: 'Look for another copy of it.',
      meet: damaged('long.vsmap', () => `${mapText('Restore service')}${' '.repeat(33 * 1024 * 1024)}}`),
    },
  ],
};
