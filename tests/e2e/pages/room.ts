import type { Locator, Page } from '@playwright/test';

/** The workshop page as the people in the room use it. */
export class Room {
  readonly page: Page;
  constructor(page: Page) {
    this.page = page;
  }

  async open(): Promise<void> {
    await this.page.keyboard.press('Control+9');
    await this.page.getByRole('heading', { name: 'Workshop' }).waitFor();
  }

  tab(name: string): Locator {
    return this.page.getByRole('tab', { name: new RegExp(`^${name}`) });
  }

  /** The line on which the open tab takes what was said. */
  line(name = 'What was said'): Locator {
    return this.page.getByRole('main').getByRole('textbox', { name, exact: true });
  }

  /** Types lines, each kept by Enter. */
  async say(...lines: readonly string[]): Promise<void> {
    for (const line of lines) {
      await this.page.keyboard.type(line);
      await this.page.keyboard.press('Enter');
    }
  }

  /** A group of the wall by its name. */
  group(name: string): Locator {
    return this.page.getByRole('region', { name, exact: true });
  }

  /** A note by its words, wherever it hangs. */
  note(words: string): Locator {
    return this.page.locator('[data-note]').filter({ hasText: words });
  }

  /** The words of all notes in a group, from the top. */
  async notesIn(name: string): Promise<string[]> {
    return this.group(name).locator('[data-note] > span:first-child').allTextContents();
  }
}
