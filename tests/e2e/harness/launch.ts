import type { ChildProcess } from 'node:child_process';
import path from 'node:path';
import { _electron, type ElectronApplication, type Page } from '@playwright/test';

/** The checkout whose built app is tested. */
export const root = path.resolve(import.meta.dirname, '..', '..', '..');

/** How one start of the app differs from the plain one. */
export interface LaunchOptions {
  /** Files handed over on the command line, as the system does for a double click. */
  readonly files?: readonly string[];
  /** Further switches of Chromium or the app, before the files. */
  readonly switches?: readonly string[];
  /** The folder of the app; the checkout where it is not named. */
  readonly app?: string;
  /** Environment variables beside the test's own. */
  readonly env?: Readonly<Record<string, string>>;
}

/** Where a start of the app lives: its display (null: the desktop's own) and its profile folder. */
export interface Place {
  readonly display: string | null;
  readonly profile: string;
}

/** The environment of a start of the app. */
export function environment(place: Place, more: Readonly<Record<string, string>>): Record<string, string> {
  const own = Object.entries(process.env).filter((pair): pair is [string, string] => pair[1] !== undefined);
  return { ...Object.fromEntries(own), ...(place.display ? { DISPLAY: place.display } : {}), ...more };
}

/**
 * Starts the built app with its real sandbox; never with the sandbox off. No executable is named: Playwright finds
 * the one of ELECTRON_OVERRIDE_DIST_PATH and then holds `ready` back until it is connected; without that a window
 * that opens in between makes it wait for ever, now and then.
 */
export function launchApp(place: Place, options: LaunchOptions = {}): Promise<ElectronApplication> {
  if (!process.env['ELECTRON_OVERRIDE_DIST_PATH']) {
    throw new Error('No Electron is named: start the end-to-end tests with `npm run e2e`.');
  }
  const switches = ['--disable-gpu', `--user-data-dir=${place.profile}`, ...(options.switches ?? [])];
  return _electron.launch({
    chromiumSandbox: true,
    cwd: root,
    args: [...switches, options.app ?? root, ...(options.files ?? [])],
    env: environment(place, options.env ?? {}),
  });
}

/** Waits until a window shows its first screen, answers keys and menus, and has its fonts. */
export async function waitUntilReady(page: Page): Promise<Page> {
  await page.waitForSelector('#root > *');
  await page.waitForSelector('header[aria-busy=true]', { state: 'detached' });
  await page.evaluate(async () => {
    await document.fonts.ready;
  });
  return page;
}

function endOf(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) resolve();
    else child.once('exit', () => resolve());
  });
}

/** Ends the app at once and without questions about unsaved work. */
export async function endApp(app: ElectronApplication, child: ChildProcess): Promise<void> {
  // The answer to this call is lost when the app is quicker than its reply, or has ended before.
  await app.evaluate(({ app: running }) => running.exit(0)).catch(() => undefined);
  await endOf(child);
}

/** Kills the main process at once, as a crash or a power cut would, and waits for its end. */
export async function crashApp(child: ChildProcess): Promise<void> {
  child.kill('SIGKILL');
  await endOf(child);
}
