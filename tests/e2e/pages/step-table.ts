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

/** Puts a text, and HTML beside it, on the clipboard of the system. */
export async function fillClipboard(app: ElectronApplication, text: string, html = ''): Promise<void> {
  await app.evaluate(({ clipboard }, data) => clipboard.write(data), html === '' ? { text } : { text, html });
}

/** What the clipboard of the system holds. */
export function clipboardOf(app: ElectronApplication): Promise<{ text: string; html: string }> {
  return app.evaluate(({ clipboard }) => ({ text: clipboard.readText(), html: clipboard.readHTML() }));
}
