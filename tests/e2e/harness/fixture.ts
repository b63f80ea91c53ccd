import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { test as base, type ElectronApplication, type Page } from '@playwright/test';
import { startDisplay } from '../../../scripts/setup/display.mjs';
import { Complaints } from './complaints';
import { crashApp, endApp, type LaunchOptions, launchApp, waitUntilReady } from './launch';
import { type Dialogs, dialogsOf } from './dialogs';
import { assertSandboxed } from './sandbox';

/** One running app: its process, its first window, ready, and the answers to its native dialogs. */
export interface Running {
  readonly app: ElectronApplication;
  readonly page: Page;
  /** The main process. */
  readonly pid: number;
  readonly dialogs: Dialogs;
  /** Ends this app at once and without questions. */
  end(): Promise<void>;
  /** Kills it, as a crash would. */
  crash(): Promise<void>;
}

/** The display's size in pixels; a spec with another size says `test.use({ displaySize: ... })`. */
export interface DisplaySize {
  readonly width: number;
  readonly height: number;
}

export interface Fixtures {
  /** A folder of this test alone, removed afterwards. */
  folder: string;
  /** Complaints fail the test; one that is provoked on purpose is announced here. */
  complaints: Complaints;
  /** Starts the app in this test's profile: again after `end()`, with files, or beside the first. */
  launch: (options?: LaunchOptions) => Promise<Running>;
  /** How the app of `running` is started. */
  startWith: LaunchOptions;
  /** The app, started plainly. */
  running: Running;
  /** The first window of `running`. */
  window: Page;
  /** Native dialogs of `running`. */
  dialogs: Dialogs;
}

export interface WorkerFixtures {
  displaySize: DisplaySize;
  display: string | null;
}

async function start(
  place: { display: string | null; profile: string },
  complaints: Complaints,
  options: LaunchOptions,
) {
  const app = await launchApp(place, options);
  const child = app.process();
  complaints.watch(app);
  const page = await waitUntilReady(await app.firstWindow());
  assertSandboxed(child.pid ?? 0);
  return {
    app,
    page,
    pid: child.pid ?? 0,
    dialogs: dialogsOf(app),
    end: () => endApp(app, child),
    crash: () => crashApp(child),
  } satisfies Running;
}

/** Playwright's `test` with the real app, its own display per worker and its own profile per test. */
export const test = base.extend<Fixtures, WorkerFixtures>({
  displaySize: [
    { width: 1600, height: 1000 },
    { scope: 'worker', option: true },
  ],
  display: [
    async ({ displaySize }, use) => {
      if (process.platform !== 'linux') {
        await use(null);
        return;
      }
      const display = await startDisplay(displaySize);
      await use(display.name);
      display.stop();
    },
    { scope: 'worker' },
  ],
  folder: async ({}, use) => {
    const folder = await mkdtemp(path.join(os.tmpdir(), 'streamwright-test-'));
    await use(folder);
    await rm(folder, { recursive: true, force: true });
  },
  complaints: async ({}, use) => {
    const complaints = new Complaints();
    await use(complaints);
    const found = complaints.unexpected();
    if (found.length > 0) throw new Error(`The page complained:\n${found.join('\n')}`);
  },
  launch: async ({ display, folder, complaints }, use) => {
    const started: Running[] = [];
    await use(async (options = {}) => {
      const running = await start({ display, profile: path.join(folder, 'profile') }, complaints, options);
      started.push(running);
      return running;
    });
    for (const running of started) await running.end();
  },
  startWith: [{}, { option: true }],
  running: async ({ launch, startWith }, use) => {
    await use(await launch(startWith));
  },
  window: async ({ running }, use) => {
    await use(running.page);
  },
  dialogs: async ({ running }, use) => {
    await use(running.dialogs);
  },
});

export { expect } from '@playwright/test';
