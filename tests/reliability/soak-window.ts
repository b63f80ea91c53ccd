import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { state, titles } from '../e2e/pages/documents';
import { asked, type SavingApp, until } from './saving-app';
import type { SoakMeasure } from './soak-measure';

/** How high the lower panel is when it is folded at most, px. */
const folded = 40;

const panels = [
  { at: '[data-pane="findings"]', keys: 'Control+j', least: folded },
  { at: '[data-pane="inspector"]', keys: 'Control+Alt+b', least: 0 },
  { at: '[data-pane="palette"]', keys: 'Control+b', least: 0 },
] as const;

/** The one window of a long workshop: its files are opened and saved in it, and no other ever opens. */
export class SoakWindow {
  readonly #running: Pick<SavingApp, 'app' | 'page'>;

  constructor(running: Pick<SavingApp, 'app' | 'page'>) {
    this.#running = running;
  }

  /** No dialog, printer or browser of the system waits for an answer that nobody gives, and no menu ends the workshop or begins another. */
  async answerNothing(): Promise<void> {
    await this.#running.app.evaluate(({ app, BrowserWindow, dialog, ipcMain, shell }) => {
      ipcMain.removeHandler('window:control');
      ipcMain.handle('window:control', () => null);
      dialog.showOpenDialog = () => Promise.resolve({ canceled: true, filePaths: [] });
      dialog.showSaveDialog = () => Promise.resolve({ canceled: true, filePath: '' });
      dialog.showMessageBox = (...given: readonly unknown[]) => {
        const options = given.at(-1);
        const cancel =
          typeof options === 'object' && options !== null && 'cancelId' in options ? options.cancelId : 0;
        return Promise.resolve({ response: Number(cancel), checkboxChecked: false });
      };
      shell.openExternal = () => Promise.resolve();
      const noPrinter = (window: Electron.BrowserWindow): void => {
        window.webContents.print = (_options, done) => done?.(false, 'cancelled');
      };
      for (const window of BrowserWindow.getAllWindows()) noPrinter(window);
      app.on('browser-window-created', (_event, window) => noPrinter(window));
    });
  }

  /** Saves the work under another name; gives what the file holds then. */
  async saveAs(file: string): Promise<string> {
    const { app, page } = this.#running;
    await asked(() =>
      app.evaluate(({ dialog }, filePath) => {
        const nobody = (): Promise<Electron.SaveDialogReturnValue> =>
          Promise.resolve({ canceled: true, filePath: '' });
        dialog.showSaveDialog = () => {
          dialog.showSaveDialog = nobody;
          return Promise.resolve({ canceled: false, filePath });
        };
      }, file),
    );
    await page.keyboard.press('Control+Shift+s');
    await until(`${file} is saved`, async () => existsSync(file) && (await this.#shows(file)));
    return readFileSync(file, 'utf8');
  }

  /** Leaves the saved work for the start screen, and opens a file there: in this window. */
  async open(file: string): Promise<void> {
    const { app, page } = this.#running;
    await page.getByRole('menuitem', { name: 'File', exact: true }).click();
    await page.getByRole('menuitem', { name: 'Start screen' }).click();
    await page.getByRole('button', { name: 'Open a file' }).waitFor();
    await asked(() =>
      app.evaluate(({ dialog }, chosen) => {
        const nobody = (): Promise<Electron.OpenDialogReturnValue> =>
          Promise.resolve({ canceled: true, filePaths: [] });
        dialog.showOpenDialog = () => {
          dialog.showOpenDialog = nobody;
          return Promise.resolve({ canceled: false, filePaths: [chosen] });
        };
      }, file),
    );
    await page.keyboard.press('Control+o');
    await until(`${file} is open`, () => this.#shows(file));
    // Away from the menu, where keys mean something else.
    await page.locator(':focus').blur();
  }

  /** True where there is one window, and it shows a file as it was saved. */
  async #shows(file: string): Promise<boolean> {
    const { app, page } = this.#running;
    const [title, ...others] = await asked(() => titles(app));
    if (others.length > 0) throw new Error(`a second window is open: ${others.join()}`);
    if (title !== `${path.basename(file, '.vsmap')} – Streamwright`) return false;
    return (await state(page).textContent()) === 'Saved';
  }

  /** Opens or closes all panels: what they show takes memory, so all are closed where that is compared. */
  async setPanels(to: 'open' | 'closed'): Promise<void> {
    const { page } = this.#running;
    for (const { at, keys, least } of panels) {
      const isAsked = async (): Promise<boolean> => {
        const panel = page.locator(at);
        const isOpen = (await panel.count()) > 0 && ((await panel.boundingBox())?.height ?? 0) > least;
        return isOpen === (to === 'open');
      };
      await until(`${at} is ${to}`, async () => {
        if (await isAsked()) return true;
        await page.keyboard.press(keys);
        // It is drawn a moment after the key.
        await until('it is drawn', isAsked, 5000).catch(() => undefined);
        return await isAsked();
      });
    }
  }

  /** How long the processor works for moving the first step and taking that back, ms; the mean of 8. */
  async moveTime(measure: SoakMeasure): Promise<number> {
    const { page } = this.#running;
    const rounds = 8;
    const step = page.locator('.react-flow__node:has([data-type="step"])').first();
    await step.click({ position: { x: 20, y: 12 } });
    const before = await measure.processorTime();
    for (let round = 0; round < rounds; round += 1) {
      await page.keyboard.press('ArrowRight');
      await page.keyboard.press('Control+z');
    }
    await until('the move is taken back', async () => (await state(page).textContent()) === 'Saved');
    return ((await measure.processorTime()) - before) / rounds;
  }
}
