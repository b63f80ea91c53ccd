import { mkdirSync } from 'node:fs';
import path from 'node:path';
import type { Locator } from '@playwright/test';
import { leave, opened, type Scene, type Stage, whenShown } from './stage';

const untouched = 'Yes: a sheet never touches the map.';

/** Saves a sheet by its button, in a folder that takes no files; gives what is said under a title. */
async function saveSheet(stage: Stage, button: string, title: string): Promise<Locator> {
  const folder = path.join(stage.documents, 'of others');
  mkdirSync(folder, { recursive: true, mode: 0o555 });
  await stage.dialogs.nextSavePath(path.join(folder, 'sheet.pdf'));
  await stage.page.getByRole('button', { name: button }).click();
  return await whenShown(stage.page.getByRole('dialog', { name: title }));
}

/** Sheets that cannot be saved. */
export const paperScene: Scene = {
  name: 'papers',
  situation: 'exporting',
  files: opened,
  troubles: [
    {
      id: 'charter-not-saved',
      tells: ['paper.failed', 'files.notSaved.no-permission', 'export.notTouched'],
      when: 'The charter or the A3 sheet goes to a folder that takes no files of yours',
      safe: untouched,
      todo: 'Save in another folder.',
      meet: async (stage) => {
        await stage.page.keyboard.press('Control+3');
        return await saveSheet(stage, 'Save as PDF', 'The PDF could not be saved');
      },
    },
    {
      id: 'walk-not-saved',
      tells: ['roomWalk.pdf.failed', 'files.notSaved.no-permission', 'export.notTouched'],
      when: 'The sheet of the walk goes to a folder that takes no files of yours',
      safe: untouched,
      todo: 'Save in another folder.',
      meet: async (stage) => {
        await leave(stage);
        await stage.page.keyboard.press('Control+9');
        await stage.page.getByRole('tab', { name: /^Go and see/ }).click();
        return await saveSheet(stage, 'Save the sheet as PDF', 'The sheet could not be saved');
      },
    },
  ],
};
