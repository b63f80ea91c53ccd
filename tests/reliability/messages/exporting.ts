import { mkdirSync } from 'node:fs';
import path from 'node:path';
import type { Locator } from '@playwright/test';
import { breakOwn } from './save-ways';
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

/** Lets the threads of the app have next to no memory, or ends them at once, as a system in need does. */
async function weakenThreads({ app }: Stage, how: 'little memory' | 'ended'): Promise<void> {
  await app.evaluate((_electron, wanted) => {
    const threads = process.getBuiltinModule('node:worker_threads');
    const { Worker } = threads;
    class Weak extends Worker {
      constructor(...[script, options]: ConstructorParameters<typeof Worker>) {
        super(script, { ...options, resourceLimits: { maxOldGenerationSizeMb: 8 } });
        if (wanted === 'ended') void this.terminate();
      }
    }
    threads.Worker = Weak;
    process.getBuiltinModule('node:module').syncBuiltinESMExports();
  }, how);
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
        await weakenThreads(stage, 'little memory');
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
        await weakenThreads(stage, 'ended');
        return await exportAs(stage, 'one.svg');
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
