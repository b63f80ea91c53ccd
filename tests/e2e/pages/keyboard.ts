import { expect, type Page } from '@playwright/test';

/** What has the focus, as a person would name it. */
interface Focus {
  readonly role: string;
  readonly name: string;
  readonly pane: string;
  /** The landmark that it stands in, by its name or its tag. */
  readonly part: string;
  /** True where the browser draws, or the app draws for it, a frame round it. */
  readonly isFramed: boolean;
}

/** Everything done with keys alone; after each press the focus must stand somewhere, and be seen. */
export class Keyboard {
  readonly page: Page;
  constructor(page: Page) {
    this.page = page;
  }

  /** What has the focus now. */
  focus(): Promise<Focus> {
    return this.page.evaluate(() => {
      const at = document.activeElement ?? document.body;
      const labels = at instanceof HTMLInputElement || at instanceof HTMLTextAreaElement ? at.labels : null;
      const place = at.closest<HTMLElement>('header, nav, main, aside, section, footer');
      const frames = [at, at.parentElement, at.closest('label')].map(
        (each) => each && getComputedStyle(each),
      );
      return {
        role: at.getAttribute('role') ?? at.tagName.toLowerCase(),
        name: (
          at.getAttribute('aria-label') ??
          document.getElementById(at.getAttribute('aria-labelledby') ?? '')?.textContent ??
          labels?.[0]?.textContent ??
          at.textContent ??
          ''
        )
          .replaceAll(/\s+/g, ' ')
          .trim(),
        pane: at.closest<HTMLElement>('[data-pane]')?.dataset['pane'] ?? '',
        part: place?.getAttribute('aria-label') ?? place?.tagName.toLowerCase() ?? '',
        isFramed:
          at.closest('[role=menu], [role=listbox]') !== null ||
          frames.some(
            (style) =>
              style !== null &&
              ((style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 1.5) ||
                (at instanceof HTMLTextAreaElement && parseFloat(style.borderTopWidth) >= 1.5)),
          ),
      };
    });
  }

  /** Presses keys one after the other, and asserts that the focus is neither lost nor unseen. */
  async press(...keys: readonly string[]): Promise<void> {
    for (const key of keys) {
      await this.page.keyboard.press(key);
      await expect
        .poll(() => this.focus(), { message: `the focus after ${key}` })
        .toMatchObject({ role: expect.not.stringMatching(/^(body|html)$/), isFramed: true });
    }
  }

  /** Waits until what has the focus is called so. */
  async standAt(name: string | RegExp): Promise<void> {
    await expect.poll(async () => (await this.focus()).name).toMatch(name);
  }

  async type(text: string): Promise<void> {
    await this.page.keyboard.type(text);
  }

  /** Presses a key until what has the focus is called so; at most as often as said. */
  async reach(name: string | RegExp, key = 'Tab', most = 60): Promise<void> {
    for (let presses = 0; presses < most; presses += 1) {
      const focus = await this.focus();
      if (typeof name === 'string' ? focus.name === name : name.test(focus.name)) return;
      await this.press(key);
    }
    throw new Error(`${String(name)} was not reached by ${key}`);
  }

  /** Walks with F6 until the focus is in a pane, which comes right after the map was seen. */
  async toPane(pane: 'palette' | 'canvas' | 'inspector' | 'findings'): Promise<void> {
    await this.page.locator(`[data-pane=${pane}]`).waitFor();
    for (let presses = 0; presses < 5; presses += 1) {
      if ((await this.focus()).pane === pane) return;
      await this.press('F6');
    }
    throw new Error(`F6 does not reach the ${pane}`);
  }

  /** Types into a field of the inspector: there by F6 and Tab, stored by Enter. */
  async fill(label: string, text: string): Promise<void> {
    await this.toPane('inspector');
    await this.reach(label);
    await this.press('Control+a');
    await this.type(text);
    await this.press('Enter');
  }
}
