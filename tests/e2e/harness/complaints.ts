import type { ConsoleMessage, ElectronApplication, Page } from '@playwright/test';

/** Gathers what a page must never do: throw, log an error, break the content security policy. */
export class Complaints {
  readonly #found: string[] = [];
  readonly #expected: RegExp[] = [];

  /** Says that a test provokes a complaint of this form on purpose. */
  expect(form: RegExp): void {
    this.#expected.push(form);
  }

  /** Listens to every window of the app, those to come included. */
  watch(app: ElectronApplication): void {
    // A violation of the policy is logged by Chromium as a console error.
    app.on('window', (page) => this.#listen(page));
    for (const page of app.windows()) this.#listen(page);
  }

  #listen(page: Page): void {
    page.on('pageerror', (error) => this.#found.push(`page error: ${error.stack ?? error.message}`));
    page.on('crash', () => this.#found.push('the page crashed'));
    page.on('console', (message: ConsoleMessage) => {
      if (message.type() === 'error') this.#found.push(`console error: ${message.text()}`);
    });
  }

  /** The complaints that no test expected. */
  unexpected(): readonly string[] {
    return this.#found.filter((text) => !this.#expected.some((form) => form.test(text)));
  }
}
