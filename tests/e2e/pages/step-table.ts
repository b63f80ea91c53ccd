import { expect, type ElectronApplication, type Locator, type Page } from '@playwright/test';

/** The step table as one works with it: by rows, headings and keys. */
export class StepTable {
  readonly page: Page;
  constructor(page: Page) {
    this.page = page;
  }

  get grid(): Locator {
    return this.page.getByRole('grid', { name: /^Steps of/ });
  }

  /** The cell of a step in a column, by their names. */
  cell(step: string, column: string): Locator {
    return this.grid.locator(
      `[role=gridcell][aria-label^="${column} of ${step}:"], [role=rowheader][aria-label^="${column} of ${step}:"]`,
    );
  }

  /** The names in the first column, from above. */
  async names(): Promise<string[]> {
    const texts = await this.grid.getByRole('rowheader').allTextContents();
    return texts.map((text) => text.trim());
  }

  /** The cell that has the focus says so. */
  async standAt(step: string, column: string): Promise<void> {
    await expect(this.cell(step, column)).toBeFocused();
  }

  async press(...keys: readonly string[]): Promise<void> {
    for (const key of keys) await this.page.keyboard.press(key);
  }
}

interface Held {
  readonly text: string;
  readonly html: string;
}

/** The clipboard as older runtimes have it. */
interface OlderClipboard {
  write?: (data: { text: string; html?: string }) => void;
  readText?: () => string;
  readHTML?: () => string;
}

/** Puts a text, and HTML beside it, on the clipboard of the system; newer and older runtimes take it in two ways. */
export async function fillClipboard(app: ElectronApplication, text: string, html = ''): Promise<void> {
  await app.evaluate(
    async ({ clipboard, ClipboardItem: Item }, held: Held) => {
      const older: OlderClipboard = clipboard as object;
      const { text: plain, html: table } = held;
      if (older.readHTML) older.write?.(table === '' ? { text: plain } : { text: plain, html: table });
      else
        await clipboard.write([
          new Item({ 'text/plain': plain, ...(table === '' ? {} : { 'text/html': table }) }),
        ]);
    },
    { text, html },
  );
}

/** What the clipboard of the system holds. */
export function clipboardOf(app: ElectronApplication): Promise<Held> {
  return app.evaluate(async ({ clipboard }) => {
    const older: OlderClipboard = clipboard as object;
    if (older.readHTML) return { text: older.readText?.() ?? '', html: older.readHTML() };
    const [item] = await clipboard.read();
    const read = async (type: string): Promise<string> => {
      const blob = item?.types.includes(type) === true ? await item.getType(type) : null;
      return blob instanceof Blob ? blob.text() : '';
    };
    return { text: await read('text/plain'), html: await read('text/html') };
  });
}
