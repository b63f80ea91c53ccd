import { mkdirSync } from 'node:fs';
import path from 'node:path';
import type { Locator } from '@playwright/test';
import { breakOwn } from './save-ways';
import { inPlaceOfWorkers } from './stage-workers';
import { dialogOf, leave, opened, type Scene, type Stage, whenShown } from './stage';

const untouched = 'Yes: an export never touches the map.';

/** Exports a drawing under a name. */
async function exportAs(stage: Stage, name: string): Promise<Locator> {
  await stage.page.keyboard.press('Control+e');
  await stage.page.getByRole('radio', { name: /^SVG/ }).check();
  await stage.dialogs.nextSavePath(path.join(stage.documents, name));
  await dialogOf(stage).getByRole('button', { name: 'Save…' }).click();
  return (await whenShown(dialogOf(stage).getByRole('alert'))).locator('..');
}

/** Lets the clipboard take nothing, as where another program holds it. */
async function refuseClipboard({ page }: Stage): Promise<void> {
  await page.evaluate(() => {
    const refuse = (): Promise<void> => Promise.reject(new Error('held by another program'));
    Object.assign(navigator.clipboard, { write: refuse, writeText: refuse });
  });
}

/** Exports that fail. */
export const exportScene: Scene = {
  name: 'exporting',
  situation: 'exporting',
  files: opened,
  troubles: [
    {
      id: 'export-disk-full',
      tells: ['files.notSaved.disk-full', 'export.notTouched'],
      when: 'An export finds no room on the disk',
      safe: untouched,
      todo: 'Make room, or export to another disk.',
      meet: async (stage) => {
        await stage.faults.arm(stage.app, 'full/1/write');
        return await exportAs(stage, 'one.svg');
      },
    },
    {
      id: 'export-no-permission',
      tells: ['files.notSaved.no-permission', 'export.notTouched'],
      when: 'An export goes to a folder that takes no files of yours',
      safe: untouched,
      todo: 'Export to another folder.',
      meet: async (stage) => {
        await leave(stage);
        mkdirSync(path.join(stage.documents, 'of others'), { mode: 0o555 });
        return await exportAs(stage, 'of others/one.svg');
      },
    },
    {
      id: 'export-failed',
      tells: ['exportUi.failed'],
      when: 'Something goes wrong inside Streamwright during an export',
      safe: untouched,
      todo: 'Try again, or choose another format.',
      meet: async (stage) => {
        await leave(stage);
        const mend = await breakOwn(stage);
        const shown = await exportAs(stage, 'one.svg');
        await mend();
        return shown;
      },
    },
    {
      id: 'export-memory',
      tells: ['export.refused.tooMuchMemory'],
      when: 'There is not enough memory for an export',
      safe: untouched,
      todo: 'Export less at once, or a smaller picture.',
      meet: async (stage) => {
        await leave(stage);
        await inPlaceOfWorkers(stage.app, 'export', 'for (let all = [[]]; ; ) all = [all, all.flat()];', 16);
        return await exportAs(stage, 'one.svg');
      },
    },
    {
      id: 'export-not-made',
      tells: ['export.refused.unknown'],
      when: 'The file of an export cannot be made',
      safe: untouched,
      todo: 'Try another format.',
      meet: async (stage) => {
        await leave(stage);
        await inPlaceOfWorkers(stage.app, 'export', 'process.exit(0)');
        return await exportAs(stage, 'one.svg');
      },
    },
    {
      id: 'copy-failed',
      tells: ['dialogs.copyFailed'],
      when: 'Something is to be copied, and the clipboard does not take it',
      safe: 'Nothing is at stake: what was copied is still there.',
      todo: 'Try again, or save it as a file.',
      meet: async (stage) => {
        await refuseClipboard(stage);
        await dialogOf(stage).getByRole('button', { name: 'Copy', exact: true }).click();
        return await whenShown(stage.page.getByText('The clipboard could not be written'));
      },
    },
  ],
};

/** Opens the export dialog at the printer and prints. */
async function print(stage: Stage): Promise<Locator> {
  await stage.page.keyboard.press('Control+e');
  await stage.page.getByRole('radio', { name: /^Printer/ }).press('Space');
  await dialogOf(stage).getByRole('button', { name: 'Print…' }).click();
  return await whenShown(stage.page.getByRole('dialog', { name: 'Nothing was printed' }));
}

/** Sheets that no printer takes. */
export const printingScene: Scene = {
  name: 'printing',
  situation: 'exporting',
  files: opened,
  troubles: [
    {
      id: 'printer-missing',
      tells: ['exportUi.printFailed', 'main.refused.noPrinter'],
      when: 'There is no printer',
      safe: 'Yes: printing never touches the map.',
      todo: 'Connect a printer, or save a PDF file and print that elsewhere.',
      meet: print,
    },
    {
      id: 'printer-failing',
      tells: ['exportUi.printFailed', 'main.refused.notPrinted'],
      when: 'The printer does not take the sheets',
      safe: 'Yes: printing never touches the map.',
      todo: 'Look whether it is switched on, or save a PDF file.',
      meet: async (stage) => {
        await leave(stage);
        // A printer that fails: there is none here that could.
        await stage.app.evaluate(({ BrowserWindow }) => {
          const [window] = BrowserWindow.getAllWindows();
          if (window) window.webContents.print = (_options, done) => done?.(false, 'Print job failed');
        });
        return await print(stage);
      },
    },
  ],
};

/** Shows the information for support. */
async function showSupport(stage: Stage): Promise<Locator> {
  await stage.page.keyboard.press('Control+k');
  const palette = stage.page.getByRole('combobox', { name: 'Search or run a command', exact: true });
  await palette.fill('>Information for support');
  await palette.press('Enter');
  return await whenShown(stage.page.getByRole('dialog', { name: 'Information for support' }));
}

/** Saves the information for support in a folder. */
async function saveSupport(stage: Stage, folder: string): Promise<Locator> {
  await stage.dialogs.nextSavePath(path.join(folder, 'streamwright-support.txt'));
  await dialogOf(stage).getByRole('button', { name: 'Save…' }).click();
  return await whenShown(dialogOf(stage).getByRole('alert'));
}

/** Information for support that cannot be gathered, copied or saved. */
export const supportScene: Scene = {
  name: 'support',
  situation: 'exporting',
  files: opened,
  troubles: [
    {
      id: 'support-not-saved',
      tells: ['files.notSaved.no-permission', 'support.notTouched'],
      when: 'The information for support goes to a folder that takes no files of yours',
      safe: 'Yes: your work is not touched.',
      todo: 'Save in another folder.',
      meet: async (stage) => {
        const folder = path.join(stage.documents, 'of others');
        mkdirSync(folder, { mode: 0o555 });
        await showSupport(stage);
        return await saveSupport(stage, folder);
      },
    },
    {
      id: 'support-failed',
      tells: ['support.saveFailed'],
      when: 'Something goes wrong inside Streamwright while the information for support is saved',
      safe: 'Yes: your work is not touched.',
      todo: 'Try again, or copy the text instead.',
      meet: async (stage) => {
        const mend = await breakOwn(stage);
        await saveSupport(stage, stage.documents);
        const shown = await whenShown(dialogOf(stage).getByText('something went wrong inside'));
        await mend();
        return shown;
      },
    },
    {
      id: 'support-not-copied',
      tells: ['support.copyFailed'],
      when: 'The information for support is copied, and the clipboard does not take it',
      safe: 'Nothing is at stake: the text is still shown.',
      todo: 'Save it as a file instead.',
      meet: async (stage) => {
        await refuseClipboard(stage);
        await dialogOf(stage).getByRole('button', { name: 'Copy', exact: true }).click();
        return await whenShown(stage.page.getByText('The clipboard did not take the text'));
      },
    },
    {
      id: 'support-not-gathered',
      tells: ['support.notGathered'],
      when: 'The information for support cannot be gathered',
      safe: 'Yes: your work is not touched.',
      todo: 'Close it and try again.',
      meet: async (stage) => {
        await leave(stage);
        await stage.app.evaluate(({ app }) => {
          app.getLocale = () => {
            throw new Error('a fault of our own');
          };
        });
        return await showSupport(stage);
      },
    },
  ],
};
